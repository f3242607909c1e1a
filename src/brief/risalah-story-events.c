/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generated table of events, numbered as the marks of a timeline figure are. */

#include "risalah-citation-private.h"
#include "risalah-story-private.h"

static const char *const columns[] = { "event.number",  "event.date",   "event.title",
                                       "event.parties", "event.status", "event.sources" };

static RisalahStoryText *
add_cell (RisalahStoryBlock *table, const char *words, RisalahFace face)
{
  RisalahStoryText *cell = risalah_story_text_new ();

  if (words != NULL)
    risalah_story_text_append (cell, words, -1, face, -1);
  g_ptr_array_add (table->cells, cell);
  return cell;
}

static void
add_sources (RisalahTeller *self, RisalahStoryText *cell, const RisalahEventLine *line)
{
  g_autoptr (GArray) citings = g_array_new (FALSE, TRUE, sizeof (RisalahCiting));

  for (guint i = 0; i < line->sources->len; i++)
    {
      const RisalahCiting citing = { .source_uid = g_ptr_array_index (line->sources, i) };

      g_array_append_val (citings, citing);
    }
  if (citings->len > 0)
    risalah_teller_cite (self, cell, (const RisalahCiting *)citings->data, citings->len);
}

/* In brackets where the analyst set it; without a date, when it was reported. */
static char *
dup_date (RisalahTeller *self, const RisalahEventLine *line)
{
  RisalahTerms *terms = self->edition->terms;
  g_autofree char *date = line->date != NULL ? risalah_citation_format_words (terms, line->date)
                                             : g_strdup (risalah_terms_get (terms, "event.undated"));
  g_autofree char *reported = NULL;

  if (line->date_is_set)
    return g_strdup_printf ("[%s]", date);
  if (line->reported == NULL)
    return g_steal_pointer (&date);
  reported = risalah_citation_format_words (terms, line->reported);
  return risalah_terms_format (terms, "event.reported", date, reported, NULL);
}

static void
add_line (RisalahTeller *self, RisalahStoryBlock *table, guint index)
{
  const RisalahEventLine *line = g_ptr_array_index (self->edition->events, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *date = dup_date (self, line);

  add_cell (table, number, RISALAH_FACE_PLAIN);
  add_cell (table, date, RISALAH_FACE_PLAIN);
  add_cell (table, line->title, RISALAH_FACE_PLAIN);
  add_cell (table, line->parties, RISALAH_FACE_PLAIN);
  add_cell (table, line->status, RISALAH_FACE_PLAIN);
  add_sources (self, add_cell (table, NULL, RISALAH_FACE_PLAIN), line);
}

/*
 * Adds the table of events; nothing where there are none, and a second time nothing.
 */
void
risalah_teller_add_events (RisalahTeller *self)
{
  GPtrArray *events = self->edition->events;
  RisalahStoryBlock *table;

  if (events->len == 0 || self->has_events)
    return;
  self->has_events = TRUE;
  risalah_teller_ensure_heading (self, "page.event-table");
  table = risalah_story_add (self->story, RISALAH_STORY_TABLE, 0, self->language);
  table->n_rows = events->len + 1;
  table->n_columns = G_N_ELEMENTS (columns);
  table->has_header = TRUE;
  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_story_text_free);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (table, risalah_terms_get (self->edition->terms, columns[i]), RISALAH_FACE_PLAIN);
  for (guint i = 0; i < events->len; i++)
    add_line (self, table, i);
}
