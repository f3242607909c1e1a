/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs risalah-cli in a folder of its own, and looks at what it said. */

#include "cli-harness.h"

#include <string.h>

void
cli_fixture_set_up (CliFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("risalah-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->library = g_build_filename (self->folder, "test.risalah", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_file_delete (file, NULL, NULL);
}

void
cli_fixture_tear_down (CliFixture *self, gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->library);
}

/* Writes a file into the folder; returns its path. */
char *
cli_fixture_write (CliFixture *self, const char *name, const char *bytes, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

/* What was printed, "" where nothing was. */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

static CliResult *
communicate (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                           &error);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) messages = NULL;
  CliResult *result = g_new0 (CliResult, 1);

  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &messages, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
  result->output = dup_text (output);
  result->messages = dup_text (messages);
  return result;
}

/* Runs a command with --library and --json. */
CliResult *
cli_run (CliFixture *self, const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  CliResult *result;
  va_list rest;

  g_ptr_array_add (arguments, (char *)g_getenv ("RISALAH_CLI"));
  g_ptr_array_add (arguments, (char *)"--library");
  g_ptr_array_add (arguments, self->library);
  g_ptr_array_add (arguments, (char *)"--json");
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *)argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  result = communicate ((const char *const *)arguments->pdata);
  g_test_message ("%s: %d %s", first, result->status, result->messages);
  if (json_parser_load_from_data (parser, result->output, -1, NULL)
      && json_parser_get_root (parser) != NULL)
    result->json = json_node_copy (json_parser_get_root (parser));
  return result;
}

/* Runs another program, which must succeed; returns what it printed. */
char *
cli_run_program (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (CliResult) result = NULL;
  va_list rest;

  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *)argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);
  result = communicate ((const char *const *)arguments->pdata);
  g_assert_cmpint (result->status, ==, 0);
  return g_steal_pointer (&result->output);
}

void
cli_result_free (CliResult *self)
{
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self->output);
  g_free (self->messages);
  g_free (self);
}

JsonObject *
cli_result_object (const CliResult *self)
{
  g_assert_nonnull (self->json);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (self->json));
  return json_node_get_object (self->json);
}

guint
cli_result_length (const CliResult *self)
{
  g_assert_nonnull (self->json);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (self->json));
  return json_array_get_length (json_node_get_array (self->json));
}

JsonObject *
cli_result_element (const CliResult *self, guint index)
{
  g_assert_cmpuint (index, <, cli_result_length (self));
  return json_array_get_object_element (json_node_get_array (self->json), index);
}
