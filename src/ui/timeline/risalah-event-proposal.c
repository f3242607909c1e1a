/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion whose evidence meets the selection knows kind, status, date and parties; what the
 * selection itself mentions adds to it. */

#include "risalah-event-proposal.h"

#include <string.h>

#define LONGEST_TITLE 90

static char *
propose_title (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, LONGEST_TITLE) = '\0';
  if (strrchr (line, ' ') != NULL)
    *strrchr (line, ' ') = '\0';
  return g_strconcat (line, "…", NULL);
}

/* How many characters of @event's evidence in this text lie in the passage. */
static gint64
measure_overlap (const RisalahEvent *event, gint64 text, const RisalahQuotation *passage)
{
  gint64 overlap = 0;

  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);
      gint64 start = MAX (evidence->start, passage->start), end = MIN (evidence->end, passage->end);

      if (evidence->text == text && end > start)
        overlap += end - start;
    }
  return overlap;
}

static const RisalahEvent *
find_suggestion (const RisalahOpenSource *open, const RisalahQuotation *passage)
{
  const RisalahEvent *best = NULL;
  gint64 most = 0;

  for (guint i = 0; open->events != NULL && i < open->events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (open->events, i);
      gint64 overlap = measure_overlap (event, open->text->id, passage);

      if (overlap > most)
        {
          most = overlap;
          best = event;
        }
    }
  return best;
}

static void
add_country (RisalahEvent *event, const char *code)
{
  for (guint i = 0; i < event->parties->len; i++)
    if (g_strcmp0 (((RisalahParty *)event->parties->pdata[i])->key, code) == 0)
      return;
  risalah_event_add_party (event, "country", code, NULL);
}

/* A date that the passage itself states is its evidence too; the first one is the event's. */
static void
add_mention (RisalahEvent *event, const RisalahOpenSource *open, const RisalahMention *mention)
{
  RisalahEvidence *evidence;

  if (mention->kind == RISALAH_MENTION_COUNTRY)
    add_country (event, mention->key);
  if (mention->kind != RISALAH_MENTION_DATE || *mention->key == '\0')
    return;
  for (guint i = 0; i < event->evidence->len; i++)
    if (g_str_equal (((RisalahEvidence *)event->evidence->pdata[i])->field, "date"))
      return;
  evidence = risalah_event_add_evidence (event, open->text->id, mention->start, mention->end, "date");
  evidence->value = g_strdup (mention->key);
  evidence->joined_by = g_strdup ("analyst");
  g_free (event->edtf);
  event->edtf = g_strdup (mention->key);
  event->mod = RISALAH_EDTF_MOD_NONE;
}

static void
take_suggestion (RisalahEvent *event, const RisalahEvent *suggestion)
{
  event->kind = g_strdup (suggestion->kind);
  event->status = suggestion->status;
  event->edtf = g_strdup (suggestion->edtf);
  event->mod = suggestion->mod;
  event->place = g_strdup (suggestion->place);
  for (guint i = 0; i < suggestion->parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (suggestion->parties, i);

      risalah_event_add_party (event, party->kind, party->key, party->name);
    }
}

/**
 * risalah_event_propose:
 * @open: an article
 * @passage: words of it
 *
 * Returns: (transfer full): an event with the passage as its evidence
 */
RisalahEvent *
risalah_event_propose (const RisalahOpenSource *open, const RisalahQuotation *passage)
{
  RisalahEvent *event = risalah_event_new ();
  const RisalahEvent *suggestion = find_suggestion (open, passage);
  RisalahEvidence *evidence;

  event->title = propose_title (passage->exact);
  event->review = RISALAH_REVIEW_ACCEPTED;
  evidence = risalah_event_add_evidence (event, open->text->id, passage->start, passage->end,
                                         "trigger");
  evidence->joined_by = g_strdup ("analyst");
  evidence->voice = passage->voice;
  if (suggestion != NULL)
    take_suggestion (event, suggestion);
  for (guint i = 0; open->mentions != NULL && i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);

      if (mention->start >= passage->start && mention->end <= passage->end)
        add_mention (event, open, mention);
    }
  return event;
}
