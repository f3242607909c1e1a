/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and values as the command line's JSON has them: for programs, so in no language. */

#include "risalah-event-exchange.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "risalah-corroboration.h"

#define ICS_LINE 75 /* octets, RFC 5545 section 3.1 */

static const char *const format_names[] = {
  [RISALAH_EVENT_FORMAT_CSV] = "csv",
  [RISALAH_EVENT_FORMAT_TIMELINEJS] = "timelinejs",
  [RISALAH_EVENT_FORMAT_ICS] = "ics",
};

/**
 * risalah_event_format_from_string:
 * @name: "csv", "timelinejs" or "ics"
 * @format: (out): what it names
 *
 * Returns: whether there is such a format
 */
gboolean
risalah_event_format_from_string (const char *name, RisalahEventFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_strcmp0 (name, format_names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_event_exchange_dup_day:
 * @has_day: whether there is one
 * @julian_day: the day
 *
 * Returns: (transfer full) (nullable): "2025-07-28"
 */
char *
risalah_event_exchange_dup_day (gboolean has_day, gint64 julian_day)
{
  gint64 year;
  int month, day;

  if (!has_day)
    return NULL;
  risalah_day_to_date (julian_day, &year, &month, &day);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-%02d", year, month, day);
}

static char *
dup_parties (const RisalahEvent *event, const char *separator)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < event->parties->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? separator : "",
                            ((RisalahParty *)event->parties->pdata[i])->key);
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

/* --- CSV --------------------------------------------------------------------------------- */

static void
add_field (GString *row, const char *value)
{
  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');
  g_string_append_c (row, '"');
  for (const char *at = value != NULL ? value : ""; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *at);
    }
  g_string_append_c (row, '"');
}

static void
add_number (GString *row, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_field (row, text);
}

static void
add_row (GString *csv, const RisalahEvent *event)
{
  g_autofree char *parties = dup_parties (event, "; ");
  g_autofree char *earliest = risalah_event_exchange_dup_day (event->has_earliest, event->earliest);
  g_autofree char *latest = risalah_event_exchange_dup_day (event->has_latest, event->latest);
  g_autofree char *grades = risalah_corroboration_grades (event);

  add_field (csv, event->uid);
  add_field (csv, event->title);
  add_field (csv, event->kind);
  add_field (csv, parties);
  add_field (csv, event->edtf);
  add_field (csv, risalah_edtf_mod_to_string (event->mod));
  add_field (csv, earliest);
  add_field (csv, latest);
  add_field (csv, event->date_by_analyst ? "yes" : "no");
  add_field (csv, event->date_reason);
  add_field (csv, risalah_corroboration_get_reported (event));
  add_field (csv, event->place);
  add_field (csv, risalah_event_status_to_string (event->status));
  add_field (csv, risalah_review_to_string (event->review));
  add_number (csv, event->n_articles);
  add_number (csv, event->n_origins);
  add_field (csv, grades);
  add_field (csv, event->note);
  g_string_append (csv, "\r\n");
}

static char *
write_csv (GPtrArray *events)
{
  GString *csv = g_string_new ("uid,title,kind,parties,edtf,mod,earliest,latest,date_by_analyst,"
                               "date_reason,reported,place,status,review,articles,"
                               "independent_sources,grades,note\r\n");

  for (guint i = 0; i < events->len; i++)
    add_row (csv, g_ptr_array_index (events, i));
  return g_string_free (csv, FALSE);
}

/* --- TimelineJS -------------------------------------------------------------------------- */

static void
add_member (JsonBuilder *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_date (JsonBuilder *json, const char *name, gint64 julian_day)
{
  gint64 year;
  int month, day;

  risalah_day_to_date (julian_day, &year, &month, &day);
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "year");
  json_builder_add_int_value (json, year);
  json_builder_set_member_name (json, "month");
  json_builder_add_int_value (json, month);
  json_builder_set_member_name (json, "day");
  json_builder_add_int_value (json, day);
  json_builder_end_object (json);
}

static void
add_slide (JsonBuilder *json, const RisalahEvent *event)
{
  g_autofree char *parties = dup_parties (event, ", ");
  gint64 first = event->has_earliest ? event->earliest : event->latest;

  json_builder_begin_object (json);
  if (event->has_earliest || event->has_latest)
    add_date (json, "start_date", first);
  if (event->has_latest && event->latest != first)
    add_date (json, "end_date", event->latest);
  add_member (json, "unique_id", event->uid);
  add_member (json, "group", event->kind);
  add_member (json, "edtf", event->edtf);
  add_member (json, "mod", risalah_edtf_mod_to_string (event->mod));
  add_member (json, "reported", risalah_corroboration_get_reported (event));
  add_member (json, "status", risalah_event_status_to_string (event->status));
  json_builder_set_member_name (json, "independent_sources");
  json_builder_add_int_value (json, event->n_origins);
  json_builder_set_member_name (json, "text");
  json_builder_begin_object (json);
  add_member (json, "headline", event->title);
  add_member (json, "text", parties);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static gboolean
has_day (const RisalahEvent *event)
{
  return event->has_earliest || event->has_latest;
}

/* TimelineJS draws nothing without a date: what needs one stands apart, for who reads the file. */
static char *
write_timelinejs (GPtrArray *events)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  for (int dated = 1; dated >= 0; dated--)
    {
      json_builder_set_member_name (json, dated ? "events" : "undated");
      json_builder_begin_array (json);
      for (guint i = 0; i < events->len; i++)
        if (has_day (g_ptr_array_index (events, i)) == dated)
          add_slide (json, g_ptr_array_index (events, i));
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

/* --- iCalendar --------------------------------------------------------------------------- */

/* A content line, folded between characters. */
static void
add_line (GString *ics, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);
  gsize width = 0;

  g_string_append_c (line, ':');
  for (const char *at = value; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (line, "\\n");
    else
      {
        if (strchr ("\\;,", *at) != NULL)
          g_string_append_c (line, '\\');
        g_string_append_c (line, *at);
      }
  for (const char *at = line->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = (gsize)(g_utf8_next_char (at) - at);

      if (width + length > ICS_LINE)
        {
          g_string_append (ics, "\r\n ");
          width = 1;
        }
      g_string_append_len (ics, at, (gssize)length);
      width += length;
    }
  g_string_append (ics, "\r\n");
}

static void
add_ics_day (GString *ics, const char *name, gint64 julian_day)
{
  gint64 year;
  int month, day;

  risalah_day_to_date (julian_day, &year, &month, &day);
  g_string_append_printf (ics, "%s;VALUE=DATE:%04" G_GINT64_FORMAT "%02d%02d\r\n", name, year,
                          month, day);
}

/* The years that iCalendar can write. */
static gboolean
is_calendar_day (gboolean has_any, gint64 julian_day)
{
  return has_any && julian_day >= risalah_day_from_date (1, 1, 1)
         && julian_day < risalah_day_from_date (9999, 12, 31);
}

/* What has no day is a thing to do: it needs a date. */
static void
add_component (GString *ics, const RisalahEvent *event)
{
  gint64 first = event->has_earliest ? event->earliest : event->latest;
  gboolean is_event = is_calendar_day (has_day (event), first);
  g_autoptr (GDateTime) changed =
      g_date_time_new_from_unix_utc (event->modified_at / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (changed, "%Y%m%dT%H%M%SZ");
  g_autofree char *parties = dup_parties (event, ", ");

  add_line (ics, "BEGIN", is_event ? "VEVENT" : "VTODO");
  add_line (ics, "UID", event->uid);
  add_line (ics, "DTSTAMP", stamp);
  if (is_event)
    add_ics_day (ics, "DTSTART", first);
  /* The end is the day after the last. */
  if (is_event && is_calendar_day (event->has_latest, event->latest))
    add_ics_day (ics, "DTEND", event->latest + 1);
  add_line (ics, "SUMMARY", event->title);
  add_line (ics, "CATEGORIES", event->kind);
  if (*parties != '\0')
    add_line (ics, "DESCRIPTION", parties);
  if (event->place != NULL)
    add_line (ics, "LOCATION", event->place);
  if (event->edtf != NULL)
    add_line (ics, "X-EDTF", event->edtf);
  if (is_event && event->status != RISALAH_EVENT_HELD)
    add_line (ics, "STATUS", event->status == RISALAH_EVENT_CANCELLED ? "CANCELLED" : "TENTATIVE");
  add_line (ics, "END", is_event ? "VEVENT" : "VTODO");
}

static char *
write_ics (GPtrArray *events)
{
  GString *ics = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Risalah//EN\r\n");

  for (guint i = 0; i < events->len; i++)
    add_component (ics, g_ptr_array_index (events, i));
  g_string_append (ics, "END:VCALENDAR\r\n");
  return g_string_free (ics, FALSE);
}

/**
 * risalah_events_write:
 * @events: (element-type RisalahEvent): events with their evidence
 * @format: what to write
 *
 * Returns: (transfer full): a whole file
 */
char *
risalah_events_write (GPtrArray *events, RisalahEventFormat format)
{
  g_return_val_if_fail (events != NULL, NULL);

  switch (format)
    {
    case RISALAH_EVENT_FORMAT_CSV:
      return write_csv (events);
    case RISALAH_EVENT_FORMAT_TIMELINEJS:
      return write_timelinejs (events);
    case RISALAH_EVENT_FORMAT_ICS:
      return write_ics (events);
    }
  g_return_val_if_reached (NULL);
}
