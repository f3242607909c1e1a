/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli briefs, brief new, brief import, brief quote and brief cite. */

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-briefs.h"
#include "risalah-cli.h"
#include "risalah-composing.h"
#include "risalah-document-xhtml.h"
#include "risalah-document.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"

typedef struct
{
  gint64 only; /* one brief's number, 0 for all */
  GPtrArray *briefs;
} Listing;

static gboolean
list_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Listing *listing = data;

  listing->briefs = risalah_briefs_list (connection, error);
  if (listing->briefs == NULL)
    return FALSE;
  for (guint i = listing->briefs->len; listing->only != 0 && i-- > 0;)
    if (((RisalahBriefRecord *)g_ptr_array_index (listing->briefs, i))->id != listing->only)
      g_ptr_array_remove_index (listing->briefs, i);
  return TRUE;
}

static void
add_brief (JsonBuilder *json, gconstpointer item)
{
  const RisalahBriefRecord *record = item;
  g_autoptr (GDateTime) modified =
      g_date_time_new_from_unix_utc (record->modified_at / G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format_iso8601 (modified);

  risalah_json_add_int (json, "brief", record->id);
  risalah_json_add_string (json, "title", record->title);
  risalah_json_add_string (json, "language", record->language);
  risalah_json_add_string (json, "template", record->template_id);
  risalah_json_add_string (json, "status", record->status);
  risalah_json_add_string (json, "modified", time);
  risalah_json_add_int (json, "quotations", record->n_quotations);
  json_builder_set_member_name (json, "problems");
  if (record->n_problems >= 0)
    json_builder_add_int_value (json, record->n_problems);
  else
    json_builder_add_null_value (json);
}

static void
print_brief (gconstpointer item)
{
  const RisalahBriefRecord *record = item;

  g_print ("%" G_GINT64_FORMAT "  %s  (%s)\n", record->id, record->title, record->language);
}

/* Prints all briefs, or the one that a command just changed. */
static RisalahCliExit
print_briefs (RisalahCli *cli, gint64 only)
{
  Listing listing = { only, NULL };
  g_autoptr (GPtrArray) briefs = NULL;
  g_autoptr (GError) error = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (cli->session), RISALAH_LANE_ROWS,
                                  list_in_transaction, &listing, NULL, &error))
    return risalah_cli_fail (error);
  briefs = listing.briefs;
  risalah_cli_print_list (cli, briefs, add_brief, print_brief);
  return RISALAH_CLI_DONE;
}

/**
 * risalah_cli_briefs:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Lists the briefs, the one changed last first.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_briefs (RisalahCli *cli, int argc, char **argv)
{
  RisalahCliExit opened;

  if (!risalah_cli_parse ("briefs", "", NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 1)
    return risalah_cli_usage (_ ("briefs takes no arguments"));
  opened = risalah_cli_open (cli, FALSE);
  return opened == RISALAH_CLI_DONE ? print_briefs (cli, 0) : opened;
}

static RisalahCliExit
brief_new (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *template_id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_id, N_ ("T1 to T5"), N_ ("TEMPLATE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("The brief’s title"), N_ ("TITLE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The brief’s language: id or en"),
      N_ ("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (RisalahOpenBrief) brief = NULL;
  g_autoptr (GError) error = NULL;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("brief new", "", entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 1 || template_id == NULL)
    return risalah_cli_usage (_ ("brief new needs --template"));
  if (language != NULL && strcmp (language, "id") != 0 && strcmp (language, "en") != 0)
    return risalah_cli_usage (_ ("a brief’s language is id or en"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  brief = risalah_session_new_brief (cli->session, template_id, title, language, &error);
  if (brief == NULL)
    return risalah_cli_fail (error);
  return print_briefs (cli, risalah_open_brief_get_id (brief));
}

static RisalahDocument *
read_document (const char *path, const char *language, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (g_str_has_suffix (path, ".md") || g_str_has_suffix (path, ".markdown"))
    return risalah_document_from_markdown (text, length, language);
  return risalah_document_from_xhtml (text, length, error);
}

static RisalahCliExit
brief_import (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *language = g_strdup ("id");
  const GOptionEntry entries[] = { { "language", 0, 0, G_OPTION_ARG_STRING, &language,
                                     N_ ("A Markdown file’s language: id or en"), N_ ("LANGUAGE") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (RisalahOpenBrief) brief = NULL;
  g_autoptr (GError) error = NULL;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("brief import", _ ("FILE"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2)
    return risalah_cli_usage (_ ("brief import needs an XHTML or a Markdown file"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  document = read_document (argv[1], language, &error);
  if (document == NULL)
    return risalah_cli_fail (error);
  brief = risalah_session_add_brief (cli->session, document, &error);
  if (brief == NULL)
    return risalah_cli_fail (error);
  return print_briefs (cli, risalah_open_brief_get_id (brief));
}

static RisalahCliExit
brief_quote (RisalahCli *cli, int argc, char **argv)
{
  int section = 0;
  const GOptionEntry entries[] = { { "section", 0, 0, G_OPTION_ARG_INT, &section,
                                     N_ ("At the end of the Nth section"), N_ ("N") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 brief, quotation;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("brief quote", _ ("BRIEF QUOTATION"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 3 || section < 0 || !risalah_cli_parse_id (argv[1], &brief)
      || !risalah_cli_parse_id (argv[2], &quotation))
    return risalah_cli_usage (_ ("brief quote needs a brief’s and a quotation’s number"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  if (!risalah_session_append_quotation (cli->session, brief, quotation, section, &error))
    return risalah_cli_fail (error);
  return print_briefs (cli, brief);
}

static RisalahCliExit
brief_cite (RisalahCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 brief, source, end;
  guint64 start;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("brief cite", _ ("BRIEF SOURCE START END"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 5 || !risalah_cli_parse_id (argv[1], &brief)
      || !risalah_cli_parse_id (argv[2], &source)
      || !g_ascii_string_to_unsigned (argv[3], 10, 0, G_MAXINT64, &start, NULL)
      || !risalah_cli_parse_id (argv[4], &end))
    return risalah_cli_usage (
        _ ("brief cite needs a brief’s and a source’s number and two character offsets"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  if (!risalah_session_append_citation (cli->session, brief, source, start, end, &error))
    return risalah_cli_fail (error);
  return print_briefs (cli, brief);
}

/**
 * risalah_cli_brief:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Creates a brief from a template or a file, or appends a quotation or a citation to one.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_brief (RisalahCli *cli, int argc, char **argv)
{
  const struct
  {
    const char *name;
    RisalahCliFunc run;
  } acts[] = {
    { "new", brief_new },
    { "import", brief_import },
    { "quote", brief_quote },
    { "cite", brief_cite },
  };

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (acts); i++)
    if (strcmp (argv[1], acts[i].name) == 0)
      return acts[i].run (cli, argc - 1, argv + 1);
  return risalah_cli_usage (_ ("brief is followed by new, import, quote or cite"));
}
