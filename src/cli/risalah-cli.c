/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options, messages and JSON, the same for every command. */

#include "risalah-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/**
 * risalah_cli_parse:
 * @command: the command's name
 * @arguments: what it takes, for the help: "PATH…"
 * @entries: (nullable) (array zero-terminated=1): its options
 * @argc: (inout): its arguments, the command's name first
 * @argv: (inout): likewise; what is left are the arguments that are not options
 *
 * Parses a command's own options; says on standard error what is wrong with them.
 *
 * Returns: whether they are well formed
 */
gboolean
risalah_cli_parse (const char *command,
                   const char *arguments,
                   const GOptionEntry *entries,
                   int *argc,
                   char ***argv)
{
  g_autofree char *parameters = g_strdup_printf ("- risalah-cli %s %s", command, arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  risalah_cli_usage ("%s", error->message);
  return FALSE;
}

/**
 * risalah_cli_open:
 * @self: the command line
 * @create: whether a library that is not there is made
 *
 * Opens the library that --library names, or the default one.
 *
 * Returns: %RISALAH_CLI_DONE with @self's session, or %RISALAH_CLI_LIBRARY after saying why
 */
RisalahCliExit
risalah_cli_open (RisalahCli *self, gboolean create)
{
  g_autoptr (GError) error = NULL;

  self->session = risalah_session_open (self->library_path, create, &error);
  if (self->session != NULL)
    return RISALAH_CLI_DONE;
  risalah_cli_fail (error);
  return RISALAH_CLI_LIBRARY;
}

/**
 * risalah_cli_usage:
 * @format: what is wrong with the words of the call
 *
 * Returns: %RISALAH_CLI_USAGE
 */
RisalahCliExit
risalah_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("risalah-cli: %s\n%s\n", message, _ ("“risalah-cli --help” lists the commands."));
  return RISALAH_CLI_USAGE;
}

/**
 * risalah_cli_fail:
 * @error: what went wrong
 *
 * Returns: %RISALAH_CLI_FAILED
 */
RisalahCliExit
risalah_cli_fail (const GError *error)
{
  g_printerr ("risalah-cli: %s\n", error->message);
  return RISALAH_CLI_FAILED;
}

/**
 * risalah_cli_print_json:
 * @builder: a finished value
 *
 * Prints the one JSON value of this call.
 */
void
risalah_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

/**
 * risalah_cli_print_list:
 * @self: the command line
 * @items: what was found
 * @add: adds one as a JSON object
 * @print: prints one as a line
 *
 * Prints all of them, in the form that was asked for.
 */
void
risalah_cli_print_list (const RisalahCli *self,
                        GPtrArray *items,
                        RisalahCliAddFunc add,
                        RisalahCliPrintFunc print)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!self->json)
    {
      for (guint i = 0; i < items->len; i++)
        print (g_ptr_array_index (items, i));
      return;
    }
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    {
      json_builder_begin_object (json);
      add (json, g_ptr_array_index (items, i));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  risalah_cli_print_json (json);
}

/**
 * risalah_cli_print_fields:
 * @first: (nullable): the first field of the line
 * @...: further ones, ended by a %NULL; an unknown one is written as ""
 *
 * Prints a line for people: the fields that are not empty, apart by two spaces.
 */
void
risalah_cli_print_fields (const char *first, ...)
{
  va_list fields;

  fputs (first, stdout);
  va_start (fields, first);
  for (const char *field; (field = va_arg (fields, const char *)) != NULL;)
    if (*field != '\0')
      {
        fputs ("  ", stdout);
        fputs (field, stdout);
      }
  va_end (fields);
  fputc ('\n', stdout);
}

/**
 * risalah_cli_parse_id:
 * @text: (nullable): digits
 * @id: (out): the number
 *
 * Returns: whether @text is a positive whole number
 */
gboolean
risalah_cli_parse_id (const char *text, gint64 *id)
{
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return FALSE;
  *id = value;
  return TRUE;
}

/**
 * risalah_cli_absolute_path:
 * @path: (type filename): a path as it was typed
 *
 * Returns: (transfer full) (type filename): the same, from the root
 */
char *
risalah_cli_absolute_path (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}

/**
 * risalah_cli_read_input:
 *
 * Returns: (transfer full): all of standard input, or %NULL with a #GIOChannelError
 */
GBytes *
risalah_cli_read_input (GError **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (STDIN_FILENO);
  g_autofree char *bytes = NULL;
  gsize length;

  g_io_channel_set_encoding (input, NULL, NULL);
  if (g_io_channel_read_to_end (input, &bytes, &length, error) != G_IO_STATUS_NORMAL)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/**
 * risalah_json_add_string:
 * @builder: a builder within an object
 * @name: the member
 * @value: (nullable): UTF-8; %NULL becomes null
 */
void
risalah_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * risalah_json_add_int:
 * @builder: a builder within an object
 * @name: the member
 * @value: a whole number
 */
void
risalah_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * risalah_json_add_strv:
 * @builder: a builder within an object
 * @name: the member
 * @values: (nullable) (array zero-terminated=1): strings; %NULL becomes an empty array
 */
void
risalah_json_add_strv (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * risalah_json_add_id:
 * @builder: a builder within an object
 * @name: the member
 * @id: a number in the library; 0 becomes null
 */
void
risalah_json_add_id (JsonBuilder *builder, const char *name, gint64 id)
{
  json_builder_set_member_name (builder, name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

/**
 * risalah_json_add_block:
 * @builder: a builder within an array
 * @block: a block of an article or of a stored text
 * @start: its first character
 * @end: the character after its last
 */
void
risalah_json_add_block (JsonBuilder *builder, const RisalahBlock *block, gint64 start, gint64 end)
{
  json_builder_begin_object (builder);
  risalah_json_add_string (builder, "type", risalah_block_type_to_string (block->type));
  risalah_json_add_int (builder, "level", block->level);
  risalah_json_add_id (builder, "page", block->page);
  json_builder_set_member_name (builder, "dropped");
  json_builder_add_boolean_value (builder, block->dropped);
  if (block->language[0] != '\0')
    risalah_json_add_string (builder, "language", block->language);
  risalah_json_add_int (builder, "start", start);
  risalah_json_add_int (builder, "end", end);
  json_builder_end_object (builder);
}
