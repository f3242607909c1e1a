/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli events: the events with their evidence. */

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "risalah-cli.h"
#include "risalah-corroboration.h"
#include "risalah-event-exchange.h"
#include "risalah-events.h"
#include "risalah-library.h"

typedef struct
{
  RisalahEventFilter filter;
  GPtrArray *events; /* (element-type RisalahEvent) */
} Listing;

static gboolean
list_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Listing *listing = data;
  g_autoptr (GArray) ids = risalah_events_list (connection, &listing->filter, error);

  if (ids == NULL)
    return FALSE;
  listing->events =
      risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE, error);
  return listing->events != NULL;
}

static void
add_evidence (JsonBuilder *json, const RisalahEvent *event)
{
  json_builder_set_member_name (json, "evidence");
  json_builder_begin_array (json);
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      json_builder_begin_object (json);
      risalah_json_add_int (json, "source", evidence->source);
      risalah_json_add_int (json, "start", evidence->start);
      risalah_json_add_int (json, "end", evidence->end);
      risalah_json_add_string (json, "text", evidence->exact);
      risalah_json_add_string (json, "field", evidence->field);
      risalah_json_add_string (json, "value", evidence->value);
      risalah_json_add_string (json, "voice",
                               evidence->voice != RISALAH_VOICE_UNKNOWN
                                   ? risalah_voice_to_string (evidence->voice)
                                   : NULL);
      risalah_json_add_id (json, "credibility", evidence->credibility);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_event (JsonBuilder *json, gconstpointer item)
{
  const RisalahEvent *event = item;
  g_autofree char *earliest = risalah_event_exchange_dup_day (event->has_earliest, event->earliest);
  g_autofree char *latest = risalah_event_exchange_dup_day (event->has_latest, event->latest);

  risalah_json_add_int (json, "event", event->id);
  risalah_json_add_string (json, "title", event->title);
  risalah_json_add_string (json, "kind", event->kind);
  json_builder_set_member_name (json, "parties");
  json_builder_begin_array (json);
  for (guint i = 0; i < event->parties->len; i++)
    json_builder_add_string_value (json,
                                   ((RisalahParty *)g_ptr_array_index (event->parties, i))->key);
  json_builder_end_array (json);
  risalah_json_add_string (json, "edtf", event->edtf);
  risalah_json_add_string (json, "mod", risalah_edtf_mod_to_string (event->mod));
  risalah_json_add_string (json, "earliest", earliest);
  risalah_json_add_string (json, "latest", latest);
  risalah_json_add_string (json, "place", event->place);
  risalah_json_add_string (json, "status", risalah_event_status_to_string (event->status));
  risalah_json_add_string (json, "review", risalah_review_to_string (event->review));
  risalah_json_add_int (json, "articles", event->n_articles);
  risalah_json_add_int (json, "independent_sources", event->n_origins);
  json_builder_set_member_name (json, "date_by_analyst");
  json_builder_add_boolean_value (json, event->date_by_analyst);
  risalah_json_add_string (json, "reported", risalah_corroboration_get_reported (event));
  add_evidence (json, event);
}

/* A date that the analyst set stands in brackets. */
static void
print_event (gconstpointer item)
{
  const RisalahEvent *event = item;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, event->id);
  g_autofree char *support = risalah_corroboration_count (event);
  g_autofree char *date = event->date_by_analyst
                              ? g_strdup_printf ("[%s]", event->edtf)
                              : g_strdup (event->edtf != NULL ? event->edtf : _ ("no date"));

  risalah_cli_print_fields (id, date, event->title, risalah_event_status_to_string (event->status),
                            support, NULL);
}

/* The first or last day of an EDTF date that was typed. */
static gboolean
parse_bound (const char *edtf, gboolean first, gboolean *has_day, gint64 *day)
{
  g_autoptr (GError) error = NULL;
  gint64 earliest, latest;
  gboolean has_earliest, has_latest;

  if (edtf == NULL)
    return TRUE;
  if (!risalah_edtf_get_bounds (edtf, &earliest, &has_earliest, &latest, &has_latest, &error))
    {
      risalah_cli_usage ("%s", error->message);
      return FALSE;
    }
  *has_day = first ? has_earliest : has_latest;
  *day = first ? earliest : latest;
  return TRUE;
}

static gboolean
parse_filter (const char *status, const char *review, RisalahEventFilter *filter)
{
  RisalahEventStatus event_status;
  RisalahReview event_review;

  if (status != NULL)
    {
      if (!risalah_event_status_from_string (status, &event_status))
        return FALSE;
      filter->status = 1u << event_status;
    }
  if (review != NULL)
    {
      if (!risalah_review_from_string (review, &event_review))
        return FALSE;
      filter->review = 1u << event_review;
    }
  return TRUE;
}

/**
 * risalah_cli_events:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Lists the events by their first day, those without a date last.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_events (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *status = NULL;
  g_autofree char *review = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = { { "status", 0, 0, G_OPTION_ARG_STRING, &status,
                                     N_ ("held, planned, proposed or cancelled"), N_ ("STATUS") },
                                   { "review", 0, 0, G_OPTION_ARG_STRING, &review,
                                     N_ ("suggested, accepted or rejected"), N_ ("REVIEW") },
                                   { "from", 0, 0, G_OPTION_ARG_STRING, &from,
                                     N_ ("Only events that end then or later"), N_ ("EDTF") },
                                   { "to", 0, 0, G_OPTION_ARG_STRING, &to,
                                     N_ ("Only events that begin then or before"), N_ ("EDTF") },
                                   { "format", 0, 0, G_OPTION_ARG_STRING, &format,
                                     N_ ("csv, timelinejs or ics, for exchange"), N_ ("FORMAT") },
                                   G_OPTION_ENTRY_NULL };
  Listing listing = { { 0 } };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  RisalahEventFormat exchange = RISALAH_EVENT_FORMAT_CSV;
  RisalahCliExit opened;

  if (!risalah_cli_parse ("events", "", entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc > 1 || !parse_filter (status, review, &listing.filter)
      || (format != NULL && (cli->json || !risalah_event_format_from_string (format, &exchange))))
    return risalah_cli_usage (_ ("events takes options only, of the values that --help names"));
  if (!parse_bound (from, TRUE, &listing.filter.has_from, &listing.filter.from)
      || !parse_bound (to, FALSE, &listing.filter.has_to, &listing.filter.to))
    return RISALAH_CLI_USAGE;
  opened = risalah_cli_open (cli, FALSE);
  if (opened != RISALAH_CLI_DONE)
    return opened;
  if (!risalah_library_read_sync (risalah_session_get_library (cli->session), RISALAH_LANE_SEARCH,
                                  list_in_transaction, &listing, NULL, &error))
    return risalah_cli_fail (error);
  events = listing.events;
  if (format == NULL)
    risalah_cli_print_list (cli, events, add_event, print_event);
  else
    {
      g_autofree char *text = risalah_events_write (events, exchange);

      fputs (text, stdout);
    }
  return RISALAH_CLI_DONE;
}
