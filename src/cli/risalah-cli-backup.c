/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli backup and restore. */

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "risalah-backup.h"
#include "risalah-cli.h"

static void
print_result (RisalahCli *cli, const char *output, const char *kept, gint64 bytes)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!cli->json)
    {
      g_print ("%s\n", output);
      if (kept != NULL)
        g_print ("%s  %s\n", _ ("What the library held before is kept in:"), kept);
      return;
    }
  json_builder_begin_object (json);
  risalah_json_add_string (json, "output", output);
  risalah_json_add_int (json, "bytes", bytes);
  if (kept != NULL)
    risalah_json_add_string (json, "kept", kept);
  json_builder_end_object (json);
  risalah_cli_print_json (json);
}

/**
 * risalah_cli_backup:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Copies the library into a file, also while it is in use.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_backup (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 bytes = 0;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("backup", _ ("FILE"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2)
    return risalah_cli_usage (_ ("backup needs a file’s name"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  path = risalah_cli_absolute_path (argv[1]);
  if (!risalah_library_backup (risalah_session_get_library (cli->session), path, &bytes, NULL, NULL,
                               NULL, &error))
    return risalah_cli_fail (error);
  print_result (cli, path, NULL, bytes);
  return RISALAH_CLI_DONE;
}

/**
 * risalah_cli_restore:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Makes the library what a backup holds; what it held is kept beside it.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_restore (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  RisalahLibrary *library;
  GStatBuf info;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("restore", _ ("FILE"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2)
    return risalah_cli_usage (_ ("restore needs a backup’s name"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  path = risalah_cli_absolute_path (argv[1]);
  library = risalah_session_get_library (cli->session);
  if (!risalah_library_restore (library, path, &kept, NULL, NULL, NULL, &error))
    return risalah_cli_fail (error);
  print_result (cli, risalah_library_get_path (library), kept,
                g_stat (risalah_library_get_path (library), &info) == 0 ? info.st_size : 0);
  return RISALAH_CLI_DONE;
}
