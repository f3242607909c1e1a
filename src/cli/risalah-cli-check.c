/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli check: the problems of a brief, or whether the library holds what was put into it. */

#include <glib/gi18n.h>

#include "risalah-checking.h"
#include "risalah-cli.h"
#include "risalah-integrity.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"

static gboolean
check_in_transaction (RisalahConnection *connection,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  GPtrArray **problems = data;

  *problems = risalah_integrity_check (connection, cancellable, error);
  return *problems != NULL;
}

static void
add_problem (JsonBuilder *json,
             const char *severity,
             const char *rule,
             const char *message,
             const char *where)
{
  json_builder_begin_object (json);
  risalah_json_add_string (json, "severity", severity);
  risalah_json_add_string (json, "rule", rule);
  risalah_json_add_string (json, "message", message);
  risalah_json_add_string (json, "where", where);
  json_builder_end_object (json);
}

static RisalahCliExit
check_library (RisalahCli *cli)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (cli->session), RISALAH_LANE_SEARCH,
                                  check_in_transaction, &problems, NULL, &error))
    return risalah_cli_fail (error);
  json_builder_begin_array (json);
  for (guint i = 0; i < problems->len; i++)
    {
      const RisalahProblem *problem = g_ptr_array_index (problems, i);

      if (cli->json)
        add_problem (json, "error", problem->rule, problem->message, problem->where);
      else
        risalah_cli_print_fields (problem->rule, problem->message,
                                  problem->where != NULL ? problem->where : "", NULL);
    }
  json_builder_end_array (json);
  if (cli->json)
    risalah_cli_print_json (json);
  else if (problems->len == 0)
    g_print ("%s\n", _ ("The library holds what was put into it."));
  return problems->len == 0 ? RISALAH_CLI_DONE : RISALAH_CLI_IN_PART;
}

/* Where a finding is: its block, counted from 1, and the words there. */
static char *
dup_place (RisalahDocument *document, const RisalahFinding *finding)
{
  RisalahRichText *text = risalah_document_get_part (document, &finding->start);
  g_autofree char *words = text != NULL
                               ? g_utf8_substring (risalah_rich_text_get_text (text), 0,
                                                   MIN (risalah_rich_text_get_length (text), 40))
                               : g_strdup ("");

  return g_strdup_printf ("%u: %s", finding->start.block + 1, words);
}

static RisalahCliExit
check_brief (RisalahCli *cli, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = risalah_session_check_brief (cli->session, id, &error);
  g_autoptr (RisalahOpenBrief) brief = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (findings == NULL)
    return risalah_cli_fail (error);
  brief = risalah_session_open_brief (cli->session, id, &error);
  if (brief == NULL)
    return risalah_cli_fail (error);
  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    {
      const RisalahFinding *finding = g_ptr_array_index (findings, i);
      const char *severity = risalah_severity_to_string (finding->severity);
      g_autofree char *place = dup_place (risalah_open_brief_get_document (brief), finding);

      if (cli->json)
        add_problem (json, severity, finding->rule, finding->message, place);
      else
        risalah_cli_print_fields (severity, finding->message, place, NULL);
    }
  json_builder_end_array (json);
  if (cli->json)
    risalah_cli_print_json (json);
  else if (findings->len == 0)
    g_print ("%s\n", _ ("The check found nothing."));
  return findings->len == 0 ? RISALAH_CLI_DONE : RISALAH_CLI_IN_PART;
}

/**
 * risalah_cli_check:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Lists the problems of a brief, or without one whether the library holds what was put into it.
 *
 * Returns: %RISALAH_CLI_IN_PART where there are any
 */
RisalahCliExit
risalah_cli_check (RisalahCli *cli, int argc, char **argv)
{
  RisalahCliExit opened;
  gint64 brief;

  if (!risalah_cli_parse ("check", _ ("[BRIEF]"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 2 || (argc == 2 && !risalah_cli_parse_id (argv[1], &brief)))
    return risalah_cli_usage (_ ("check takes a brief’s number, or nothing for the library"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  return argc == 2 ? check_brief (cli, brief) : check_library (cli);
}
