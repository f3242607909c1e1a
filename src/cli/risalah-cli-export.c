/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli export: a brief as a finished document. */

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "risalah-cli.h"
#include "risalah-delivery.h"
#include "risalah-open-brief.h"

typedef struct
{
  char *format;
  char *output;
  char *style;
  char *design;
  char *paper;
  char *contents;
  gboolean annex;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->style);
  g_free (options->design);
  g_free (options->paper);
  g_free (options->contents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
progress_cb (double fraction, gpointer user_data)
{
  g_printerr ("\r\033[K%d %%", (int)(fraction * 100));
}

static void
print_report (RisalahCli *cli,
              const char *output,
              const RisalahExportReport *report,
              double seconds)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  for (guint i = 0; report->problems != NULL && report->problems[i] != NULL; i++)
    g_printerr ("risalah-cli: %s\n", report->problems[i]);
  if (!cli->json)
    {
      g_print ("%s\n", output);
      return;
    }
  json_builder_begin_object (json);
  risalah_json_add_string (json, "output", output);
  risalah_json_add_id (json, "pages", report->n_pages);
  json_builder_set_member_name (json, "seconds");
  json_builder_add_double_value (json, seconds);
  json_builder_end_object (json);
  risalah_cli_print_json (json);
}

static RisalahCliExit
export_brief (RisalahCli *cli, gint64 id, RisalahFormat format, const Options *options)
{
  const RisalahDelivery delivery = { options->style,    options->design, options->paper,
                                     options->contents, options->annex,  0 };
  gint64 began = g_get_monotonic_time ();
  g_autoptr (RisalahOpenBrief) brief = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  g_auto (RisalahExportReport) report = { 0 };
  g_autofree char *output = risalah_cli_absolute_path (options->output);
  g_autoptr (GError) error = NULL;
  gboolean on_terminal = isatty (STDERR_FILENO);

  brief = risalah_session_open_brief (cli->session, id, &error);
  if (brief == NULL)
    return risalah_cli_fail (error);
  edition = risalah_session_create_edition (cli->session, risalah_open_brief_get_document (brief),
                                            &delivery, &error);
  if (edition == NULL)
    return risalah_cli_fail (error);
  /* The file carries the time of the brief's last change, so that it comes out the same again. */
  edition->date = risalah_open_brief_get_modified (brief) / G_USEC_PER_SEC;
  if (!risalah_edition_export (edition, format, output, &report, on_terminal ? progress_cb : NULL,
                               NULL, NULL, &error))
    return risalah_cli_fail (error);
  if (on_terminal)
    g_printerr ("\r\033[K");
  print_report (cli, output, &report, (double)(g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  return report.problems != NULL && report.problems[0] != NULL ? RISALAH_CLI_IN_PART
                                                               : RISALAH_CLI_DONE;
}

/* A value that nothing is called is a slip of the pen, not to be passed over. */
static gboolean
are_known (const Options *options)
{
  RisalahDesign design;
  RisalahPaper paper;
  RisalahContents contents;

  if (options->style != NULL && risalah_citation_style_find (options->style) == NULL)
    risalah_cli_usage (_ ("there is no citation style “%s”"), options->style);
  else if (options->design != NULL && !risalah_design_from_string (options->design, &design))
    risalah_cli_usage (_ ("there is no page design “%s”"), options->design);
  else if (options->paper != NULL && !risalah_paper_from_string (options->paper, &paper))
    risalah_cli_usage (_ ("there is no paper “%s”"), options->paper);
  else if (options->contents != NULL
           && !risalah_contents_from_string (options->contents, &contents))
    risalah_cli_usage (_ ("--contents is automatic, never or always, not “%s”"), options->contents);
  else
    return TRUE;
  return FALSE;
}

/**
 * risalah_cli_export:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Writes a brief as a finished document.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_export (RisalahCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("pdf, docx, odt, html, md or xhtml"), N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write"),
      N_ ("FILE") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style, N_ ("A citation style"), N_ ("STYLE") },
    { "design", 0, 0, G_OPTION_ARG_STRING, &options.design,
      N_ ("plain, institutional or naskah-dinas"), N_ ("DESIGN") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("a4, f4 or letter"), N_ ("PAPER") },
    { "contents", 0, 0, G_OPTION_ARG_STRING, &options.contents,
      N_ ("A table of contents: automatic, never or always"), N_ ("WHEN") },
    { "annex", 0, 0, G_OPTION_ARG_NONE, &options.annex, N_ ("With the source annex"), NULL },
    G_OPTION_ENTRY_NULL
  };
  RisalahFormat format;
  RisalahCliExit opened;
  gint64 id;

  if (!risalah_cli_parse ("export", _ ("BRIEF"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2 || !risalah_cli_parse_id (argv[1], &id) || options.format == NULL
      || options.output == NULL)
    return risalah_cli_usage (_ ("export needs a brief’s number, --format and --output"));
  if (!risalah_format_from_string (options.format, &format))
    return risalah_cli_usage (_ ("there is no format “%s”"), options.format);
  if (!are_known (&options))
    return RISALAH_CLI_USAGE;
  opened = risalah_cli_open (cli, FALSE);
  return opened == RISALAH_CLI_DONE ? export_brief (cli, id, format, &options) : opened;
}
