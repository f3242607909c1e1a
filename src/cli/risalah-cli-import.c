/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli import: files, folders and standard input into the library. */

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "risalah-cli.h"
#include "risalah-dossier-folder.h"
#include "risalah-importer.h"

static void
progress_cb (RisalahImporter *importer, const RisalahImportProgress *progress, gpointer user_data)
{
  g_printerr ("\r\033[K%" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT "  %s", progress->n_done,
              progress->n_found, progress->current != NULL ? progress->current : "");
}

static const char *
describe_status (RisalahImportStatus status)
{
  switch (status)
    {
    case RISALAH_IMPORT_IMPORTED:
      return _ ("imported");
    case RISALAH_IMPORT_DUPLICATE:
      return _ ("already there");
    case RISALAH_IMPORT_REVISION:
      return _ ("revision");
    case RISALAH_IMPORT_REPRINT:
      return _ ("reprint");
    case RISALAH_IMPORT_FAILED:
    case RISALAH_IMPORT_N:
      break;
    }
  return _ ("failed");
}

static void
print_results (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (results, i);
      const char *what = result->status == RISALAH_IMPORT_FAILED ? result->reason : result->title;

      risalah_cli_print_fields (result->path, describe_status (result->status),
                                what != NULL ? what : "", NULL);
    }
}

static void
print_results_json (GPtrArray *results)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < results->len; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (results, i);

      json_builder_begin_object (json);
      risalah_json_add_string (json, "path", result->path);
      risalah_json_add_string (json, "status", risalah_import_status_to_string (result->status));
      risalah_json_add_id (json, "source", result->source);
      risalah_json_add_id (json, "of", result->of);
      risalah_json_add_string (json, "title", result->title);
      risalah_json_add_string (json, "reason", result->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  risalah_cli_print_json (json);
}

static RisalahCliExit
report (RisalahCli *cli, GPtrArray *results)
{
  if (cli->json)
    print_results_json (results);
  else
    print_results (results);
  for (guint i = 0; i < results->len; i++)
    if (((RisalahImportResult *)g_ptr_array_index (results, i))->status == RISALAH_IMPORT_FAILED)
      return RISALAH_CLI_IN_PART;
  return RISALAH_CLI_DONE;
}

/* Adds each path to the importer; dossier folders are imported at once. */
static gboolean
add_paths (RisalahCli *cli,
           RisalahImporter *importer,
           char **paths,
           GPtrArray *results,
           GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (strcmp (paths[i], "-") == 0)
      {
        g_autoptr (GBytes) bytes = risalah_cli_read_input (error);

        if (bytes == NULL)
          return FALSE;
        risalah_importer_add_bytes (importer, bytes, NULL, NULL);
      }
    else if (risalah_dossier_folder_is_one (paths[i]))
      {
        g_autoptr (GPtrArray) of_folder = NULL;

        if (!risalah_session_import_dossier_folder (cli->session, paths[i], &of_folder, NULL,
                                                    error))
          return FALSE;
        g_ptr_array_extend_and_steal (results, g_steal_pointer (&of_folder));
      }
    else
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[i]);

        risalah_importer_add_file (importer, file);
      }
  return TRUE;
}

/**
 * risalah_cli_import:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Takes files, folders and standard input ("-") into the library. A dossier folder comes in with
 * its events and briefs.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_import (RisalahCli *cli, int argc, char **argv)
{
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_import_result_free);
  g_autoptr (GPtrArray) imported = NULL;
  g_autoptr (GError) error = NULL;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("import", _ ("PATH…"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc < 2)
    return risalah_cli_usage (_ ("import needs a file or a folder"));
  opened = risalah_cli_open (cli, TRUE);
  if (opened != RISALAH_CLI_DONE)
    return opened;

  importer = risalah_session_create_importer (cli->session);
  if (isatty (STDERR_FILENO))
    g_signal_connect (importer, "progress", G_CALLBACK (progress_cb), NULL);
  if (!add_paths (cli, importer, argv + 1, results, &error)
      || !risalah_importer_run (importer, &imported, NULL, &error))
    return risalah_cli_fail (error);
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
  g_ptr_array_extend_and_steal (results, g_steal_pointer (&imported));
  return report (cli, results);
}
