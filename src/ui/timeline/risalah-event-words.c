/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date that the analyst set stands in brackets; a day of publication never stands for a date. */

#include "risalah-event-words.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"

/**
 * risalah_event_words_date:
 * @names: how things are called
 * @event: an event with its evidence
 *
 * Returns: (transfer full): when; without a date, when it was reported, or that it needs one
 */
char *
risalah_event_words_date (RisalahNames *names, const RisalahEvent *event)
{
  g_autofree char *date = risalah_names_date (names, event->edtf, event->mod);
  const char *published = risalah_corroboration_get_reported (event);
  g_autofree char *reported = NULL, *needed = NULL;

  if (event->date_by_analyst)
    return g_strdup_printf ("[%s]", date);
  if (event->has_earliest || event->has_latest)
    return g_steal_pointer (&date);
  /* Translators: %s is what the text says: "28 July (year not given)" */
  needed = *date != '\0' ? g_strdup_printf (_ ("Needs a date: %s"), date)
                         : g_strdup (_ ("Needs a date"));
  if (published == NULL)
    return g_steal_pointer (&needed);
  reported = risalah_names_date (names, published, RISALAH_EDTF_MOD_NONE);
  /* Translators: "Needs a date · reported on 28 July 2025" */
  return g_strdup_printf (_ ("%s · reported on %s"), needed, reported);
}

/**
 * risalah_event_words_parties:
 * @names: how things are called
 * @event: an event
 *
 * Returns: (transfer full): "Indonesia – Pakistan"
 */
char *
risalah_event_words_parties (RisalahNames *names, const RisalahEvent *event)
{
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < event->parties->len; i++)
    g_ptr_array_add (parties,
                     risalah_names_party (names, g_ptr_array_index (event->parties, i)));
  g_ptr_array_add (parties, NULL);
  return g_strjoinv (" – ", (char **)parties->pdata);
}

/**
 * risalah_event_words_about:
 * @names: how things are called
 * @event: an event with its evidence
 *
 * Returns: (transfer full): one line: parties, kind, place, and how well it is supported
 */
char *
risalah_event_words_about (RisalahNames *names, const RisalahEvent *event)
{
  g_autofree char *parties = risalah_event_words_parties (names, event);
  g_autofree char *count = risalah_corroboration_count (event);
  g_autofree char *grades = risalah_corroboration_grades (event);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (*parties != '\0')
    g_ptr_array_add (parts, parties);
  g_ptr_array_add (parts, (char *)risalah_names_kind (event->kind));
  if (event->place != NULL && *event->place != '\0')
    g_ptr_array_add (parts, event->place);
  g_ptr_array_add (parts, count);
  if (*grades != '\0' && !g_str_equal (grades, "–"))
    g_ptr_array_add (parts, grades);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/**
 * risalah_event_words_status:
 * @event: an event
 *
 * Returns: (transfer full): where it stands, and whether it waits for review
 */
char *
risalah_event_words_status (const RisalahEvent *event)
{
  const char *status = risalah_names_status (event->status);

  switch (event->review)
    {
    case RISALAH_REVIEW_SUGGESTED:
      /* Translators: where an event stands in the world: "Planned · Suggestion" */
      return g_strdup_printf (_ ("%s · Suggestion"), status);
    case RISALAH_REVIEW_REJECTED:
      /* Translators: where an event stands in the world: "Planned · Rejected" */
      return g_strdup_printf (_ ("%s · Rejected"), status);
    case RISALAH_REVIEW_ACCEPTED:
      return g_strdup (status);
    }
  g_return_val_if_reached (NULL);
}

/**
 * risalah_event_words_spoken:
 * @names: how things are called
 * @event: an event with its evidence
 *
 * Returns: (transfer full): all of it, as a screen reader says it
 */
char *
risalah_event_words_spoken (RisalahNames *names, const RisalahEvent *event)
{
  g_autofree char *date = risalah_event_words_date (names, event);
  g_autofree char *about = risalah_event_words_about (names, event);
  g_autofree char *status = risalah_event_words_status (event);

  return g_strdup_printf ("%s, %s, %s, %s", date, event->title, about, status);
}

/**
 * risalah_event_words_source:
 * @names: how things are called
 * @evidence: a piece of evidence
 *
 * Returns: (transfer full): who says it, when, in whose voice, and the grade
 */
char *
risalah_event_words_source (RisalahNames *names, const RisalahEvidence *evidence)
{
  g_autofree char *published = risalah_names_date (names, evidence->published,
                                                   RISALAH_EDTF_MOD_NONE);
  g_autofree char *grade = risalah_evidence_grade (evidence);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, evidence->publisher != NULL ? evidence->publisher : evidence->label);
  g_ptr_array_add (parts, *published != '\0' ? published : _ ("no date"));
  if (evidence->voice != RISALAH_VOICE_UNKNOWN)
    g_ptr_array_add (parts, (char *)risalah_names_voice (evidence->voice));
  g_ptr_array_add (parts, g_str_equal (grade, "–") ? _ ("not yet graded") : grade);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/**
 * risalah_event_words_get_main:
 * @event: an event with its evidence
 *
 * Returns: (transfer none) (nullable): the evidence to show first
 */
const RisalahEvidence *
risalah_event_words_get_main (const RisalahEvent *event)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (g_strcmp0 (evidence->field, "trigger") == 0)
        return evidence;
    }
  return event->evidence->len > 0 ? g_ptr_array_index (event->evidence, 0) : NULL;
}

/* Whether a character of the text is one that smaller evidence within @whole stands on. */
static gboolean
is_marked (const RisalahEvent *event, const RisalahEvidence *whole, gint64 position)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *part = g_ptr_array_index (event->evidence, i);

      if (part->text == whole->text && part->start <= position && position < part->end
          && part->end - part->start < whole->end - whole->start)
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_event_words_marked:
 * @event: an event with its evidence
 * @evidence: one piece of it
 *
 * Returns: (transfer full): its words in quotation marks, as Pango markup
 */
char *
risalah_event_words_marked (const RisalahEvent *event, const RisalahEvidence *evidence)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  gboolean is_open = FALSE;
  gint64 position = evidence->start;

  for (const char *at = evidence->exact; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *letter
          = g_markup_escape_text (at, (gssize)(g_utf8_next_char (at) - at));
      gboolean marked = is_marked (event, evidence, position++);

      if (marked != is_open)
        g_string_append (markup, marked ? "<b>" : "</b>");
      is_open = marked;
      g_string_append (markup, g_str_equal (letter, "\n") ? " " : letter);
    }
  if (is_open)
    g_string_append (markup, "</b>");
  return g_strdup_printf (_ ("“%s”"), markup->str);
}
