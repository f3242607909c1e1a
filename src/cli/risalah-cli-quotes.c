/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli quote and quotes: verbatim words with the way back to their source. */

#include <glib/gi18n.h>

#include "risalah-cli.h"
#include "risalah-library.h"
#include "risalah-quotations.h"
#include "risalah-quoting.h"

typedef struct
{
  gint64 source;
  const char *uid;
  GPtrArray *quotations; /* (element-type RisalahStoredQuotation) */
} Listing;

static gboolean
list_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Listing *listing = data;
  g_autoptr (GArray) ids = NULL;

  if (listing->uid != NULL)
    {
      RisalahStoredQuotation *stored =
          risalah_quotations_get_by_uid (connection, listing->uid, error);

      if (stored == NULL)
        return FALSE;
      listing->quotations =
          g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_stored_quotation_free);
      g_ptr_array_add (listing->quotations, stored);
      return TRUE;
    }
  ids = risalah_quotations_list (connection, listing->source, FALSE, error);
  if (ids == NULL)
    return FALSE;
  listing->quotations =
      risalah_quotations_get_many (connection, (const gint64 *)ids->data, ids->len, error);
  return listing->quotations != NULL;
}

static void
add_quotation (JsonBuilder *json, gconstpointer item)
{
  const RisalahStoredQuotation *stored = item;
  const RisalahQuotation *quotation = stored->quotation;

  risalah_json_add_int (json, "quotation", stored->id);
  risalah_json_add_int (json, "source", stored->source);
  risalah_json_add_int (json, "start", quotation->start);
  risalah_json_add_int (json, "end", quotation->end);
  risalah_json_add_string (json, "exact", quotation->exact);
  risalah_json_add_string (json, "prefix", quotation->prefix);
  risalah_json_add_string (json, "suffix", quotation->suffix);
  risalah_json_add_string (json, "speaker", quotation->speaker);
  risalah_json_add_string (json, "voice",
                           quotation->voice != RISALAH_VOICE_UNKNOWN
                               ? risalah_voice_to_string (quotation->voice)
                               : NULL);
  risalah_json_add_id (json, "credibility", quotation->credibility);
}

static void
print_quotation (gconstpointer item)
{
  const RisalahStoredQuotation *stored = item;

  g_print ("%" G_GINT64_FORMAT "  [%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT
           "]  “%s”\n",
           stored->id, stored->source, stored->quotation->start, stored->quotation->end,
           stored->quotation->exact);
}

static RisalahCliExit
print_listing (RisalahCli *cli, Listing *listing)
{
  g_autoptr (GPtrArray) quotations = NULL;
  g_autoptr (GError) error = NULL;

  if (!risalah_library_read_sync (risalah_session_get_library (cli->session), RISALAH_LANE_ROWS,
                                  list_in_transaction, listing, NULL, &error))
    return risalah_cli_fail (error);
  quotations = listing->quotations;
  risalah_cli_print_list (cli, quotations, add_quotation, print_quotation);
  return RISALAH_CLI_DONE;
}

/**
 * risalah_cli_quotes:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Lists the quotations, those made last first.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_quotes (RisalahCli *cli, int argc, char **argv)
{
  gint64 source = 0;
  const GOptionEntry entries[] = { { "source", 0, 0, G_OPTION_ARG_INT64, &source,
                                     N_ ("Only those from one source"), N_ ("ID") },
                                   G_OPTION_ENTRY_NULL };
  Listing listing = { 0 };
  RisalahCliExit opened;

  if (!risalah_cli_parse ("quotes", "", entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 1)
    return risalah_cli_usage (_ ("quotes takes options only"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  listing.source = source;
  return print_listing (cli, &listing);
}

/**
 * risalah_cli_quote:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Makes a quotation from characters START to before END of a source's current text.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_quote (RisalahCli *cli, int argc, char **argv)
{
  g_autoptr (RisalahQuotation) quotation = NULL;
  g_autoptr (GError) error = NULL;
  Listing listing = { 0 };
  gint64 source, end;
  guint64 start;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("quote", _ ("ID START END"), NULL, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 4 || !risalah_cli_parse_id (argv[1], &source)
      || !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXINT64, &start, NULL)
      || !risalah_cli_parse_id (argv[3], &end))
    return risalah_cli_usage (_ ("quote needs a source’s number and two character offsets"));
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  quotation = risalah_session_quote (cli->session, source, NULL, start, end, &error);
  if (quotation == NULL)
    return risalah_cli_fail (error);
  listing.uid = quotation->uid;
  return print_listing (cli, &listing);
}
