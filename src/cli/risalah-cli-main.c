/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli: the same work as the window, without a display. */

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "risalah-cli.h"
#include "risalah-config.h"
#include "risalah-paths.h"

typedef struct
{
  const char *name;
  RisalahCliFunc run;
  const char *summary;
} Command;

static const Command commands[] = {
  { "import", risalah_cli_import, N_ ("take files and folders into the library") },
  { "analyze", risalah_cli_analyze, N_ ("show what an import would find, storing nothing") },
  { "list", risalah_cli_list, N_ ("list the sources") },
  { "show", risalah_cli_show, N_ ("print one source, or its original bytes") },
  { "search", risalah_cli_search, N_ ("search the sources’ text") },
  { "events", risalah_cli_events, N_ ("list the events") },
  { "quotes", risalah_cli_quotes, N_ ("list the quotations") },
  { "quote", risalah_cli_quote, N_ ("make a quotation from a source") },
  { "briefs", risalah_cli_briefs, N_ ("list the briefs") },
  { "brief", risalah_cli_brief, N_ ("create a brief, read one from a file, quote or cite in one") },
  { "export", risalah_cli_export, N_ ("write a brief as a finished document") },
  { "check", risalah_cli_check, N_ ("check a brief, or the library") },
  { "backup", risalah_cli_backup, N_ ("copy the library, also while it is in use") },
  { "restore", risalah_cli_restore, N_ ("go back to a backup; what it replaces is kept") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: risalah-cli [--library FILE] COMMAND [ARGUMENTS] [--json]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-9s  %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“risalah-cli COMMAND --help” shows a command’s own options."));
}

static void
set_string (char **at, const char *value)
{
  g_free (*at);
  *at = g_strdup (value);
}

/* Takes --library and --json, which may stand anywhere before a "--", out of the arguments. */
static gboolean
take_shared_options (RisalahCli *cli, int *argc, char **argv)
{
  int kept = 1;

  for (int i = 1; i < *argc; i++)
    {
      if (strcmp (argv[i], "--") == 0)
        {
          while (i < *argc)
            argv[kept++] = argv[i++];
          break;
        }
      if (strcmp (argv[i], "--json") == 0)
        cli->json = TRUE;
      else if (g_str_has_prefix (argv[i], "--library="))
        set_string (&cli->library_path, argv[i] + strlen ("--library="));
      else if (strcmp (argv[i], "--library") != 0)
        argv[kept++] = argv[i];
      else if (i + 1 < *argc)
        set_string (&cli->library_path, argv[++i]);
      else
        return FALSE;
    }
  argv[kept] = NULL;
  *argc = kept;
  return TRUE;
}

static RisalahCliExit
run (RisalahCli *cli, int argc, char **argv)
{
  if (!take_shared_options (cli, &argc, argv))
    return risalah_cli_usage (_ ("--library needs a file’s name"));
  if (argc < 2)
    {
      print_help ();
      return RISALAH_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return RISALAH_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("risalah-cli %s\n", RISALAH_VERSION);
      return RISALAH_CLI_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (cli, argc - 1, argv + 1);
  return risalah_cli_usage (_ ("there is no command “%s”"), argv[1]);
}

int
main (int argc, char **argv)
{
  RisalahCli cli = { NULL };
  g_autofree char *locale_dir = risalah_paths_get_locale_dir ();
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char **shuffled = g_memdup2 (arguments, (argc + 1) * sizeof (char *));
  RisalahCliExit result;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("risalah-cli");

  result = run (&cli, argc, shuffled);

  if (cli.session != NULL)
    risalah_session_close (cli.session);
  g_clear_object (&cli.session);
  g_free (cli.library_path);
  return result;
}
