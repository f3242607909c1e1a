/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich text told: marks as faces and links, citations as numbered notes or as words in
 * parentheses, notes numbered. */

#include <string.h>

#include "risalah-story-private.h"

typedef struct
{
  RisalahTeller *teller;
  RisalahStoryText *out;
  const char *text;
  const RisalahMark *marks;
  guint n_marks;
  guint length;
  guint skip; /* characters that were printed ahead of a mark */
} Telling;

static const RisalahMark *
find_mark (const Telling *self, RisalahMarkKind kind, guint at)
{
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].kind == kind && self->marks[i].start <= at && at < self->marks[i].end)
      return &self->marks[i];
  return NULL;
}

static const RisalahQuotationUse *
find_use (const Telling *self, const char *quotation_uid)
{
  for (guint i = 0; quotation_uid != NULL && i < self->n_marks; i++)
    if (self->marks[i].kind == RISALAH_MARK_QUOTATION
        && g_strcmp0 (risalah_quotation_use_get_quotation (self->marks[i].quotation)->uid,
                      quotation_uid)
               == 0)
      return self->marks[i].quotation;
  return NULL;
}

static gint
link_of (const Telling *self, const RisalahMark *link, const RisalahMark *quotation)
{
  RisalahTeller *teller = self->teller;

  if (link != NULL)
    return risalah_story_add_link (teller->story, link->href, -1);
  if (quotation != NULL && teller->has_annex)
    {
      const char *uid = risalah_quotation_use_get_quotation (quotation->quotation)->uid;

      if (uid != NULL && g_hash_table_contains (teller->exhibits, uid))
        {
          g_autofree char *target = g_strconcat ("#exhibit-", uid, NULL);

          return risalah_story_add_link (teller->story, target, -1);
        }
    }
  return -1;
}

/* Plain characters from @start to @end, all under the same marks. */
static void
tell_segment (Telling *self, guint start, guint end)
{
  const RisalahMark *link = find_mark (self, RISALAH_MARK_LINK, start);
  const RisalahMark *quotation = find_mark (self, RISALAH_MARK_QUOTATION, start);
  RisalahFace face = RISALAH_FACE_PLAIN;
  const char *from = g_utf8_offset_to_pointer (self->text, start);
  const char *to = g_utf8_offset_to_pointer (from, end - start);

  if (find_mark (self, RISALAH_MARK_BOLD, start) != NULL)
    face |= RISALAH_FACE_BOLD;
  if (find_mark (self, RISALAH_MARK_ITALIC, start) != NULL)
    face |= RISALAH_FACE_ITALIC;
  if (find_mark (self, RISALAH_MARK_SUPERSCRIPT, start) != NULL)
    face |= RISALAH_FACE_RAISED;
  if (quotation != NULL)
    face |= RISALAH_FACE_VERBATIM;
  if (link != NULL && to - from == (gssize)strlen (link->href)
      && strncmp (from, link->href, to - from) == 0)
    face |= RISALAH_FACE_ADDRESS;
  risalah_story_text_append (self->out, from, to - from, face, link_of (self, link, quotation));
}

/*
 * Appends runs of a citation: italics, addresses, and links into the bibliography.
 */
void
risalah_teller_add_runs (RisalahTeller *self, RisalahStoryText *text, const RisalahRuns *runs)
{
  for (guint i = 0; i < risalah_runs_get_n (runs); i++)
    {
      const RisalahRun *run = risalah_runs_get (runs, i);
      RisalahFace face = run->italic ? RISALAH_FACE_ITALIC : RISALAH_FACE_PLAIN;
      gboolean address = run->uri != NULL && *run->uri != '#';
      gint link = run->uri != NULL ? risalah_story_add_link (self->story, run->uri, -1) : -1;

      risalah_story_text_append (text, run->text, -1, face | (address ? RISALAH_FACE_ADDRESS : 0),
                                 link);
    }
}

/* Begins a note: its number, which leads back to its mark. */
static RisalahStoryText *
begin_note (RisalahTeller *teller)
{
  RisalahStoryText *note = risalah_story_text_new ();
  guint number = teller->story->notes->len + 1;
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *back = g_strdup_printf ("#mark-%u", number);

  risalah_story_text_append (note, figure, -1, RISALAH_FACE_RAISED,
                             risalah_story_add_link (teller->story, back, -1));
  risalah_story_text_append (note, " ", -1, RISALAH_FACE_PLAIN, -1);
  return note;
}

/* Stops and commas stand before a note's mark (Chicago 13.27), spaces nowhere before it. */
static void
print_ahead (Telling *self, guint after)
{
  const char *at = g_utf8_offset_to_pointer (self->text, after);

  while (self->out->text->len > 0 && self->out->text->str[self->out->text->len - 1] == ' '
         && self->out->spans->len > 0)
    {
      RisalahSpan *last = &g_array_index (self->out->spans, RisalahSpan, self->out->spans->len - 1);

      g_string_truncate (self->out->text, self->out->text->len - 1);
      last->end--;
      if (last->end == 0
          || (self->out->spans->len > 1
              && last->end
                     == g_array_index (self->out->spans, RisalahSpan, self->out->spans->len - 2)
                            .end))
        g_array_set_size (self->out->spans, self->out->spans->len - 1);
    }
  if (*at != '\0' && strchr (".,;:?!", *at) != NULL
      && find_mark (self, RISALAH_MARK_QUOTATION, after) == NULL)
    {
      tell_segment (self, after, after + 1);
      self->skip = 1;
    }
}

static void
print_mark (RisalahTeller *teller, RisalahStoryText *out, gint note)
{
  g_autofree char *figure = g_strdup_printf ("%d", note + 1);
  g_autofree char *target = g_strdup_printf ("#note-%d", note + 1);

  /* Two notes in one place are told apart by a comma. */
  if (out->spans->len > 0
      && (g_array_index (out->spans, RisalahSpan, out->spans->len - 1).face & RISALAH_FACE_RAISED)
             != 0)
    risalah_story_text_append (out, ",", -1, RISALAH_FACE_RAISED, -1);
  risalah_story_text_append (out, figure, -1, RISALAH_FACE_RAISED,
                             risalah_story_add_link (teller->story, target, note));
}

/* The other language's words of a translated quotation go to the note. */
static void
add_translation (RisalahTeller *teller, RisalahStoryText *note, const RisalahQuotationUse *use)
{
  g_autofree char *words = NULL;
  gboolean shows_translation;

  if (use == NULL || risalah_quotation_use_get_translation (use) == NULL)
    return;
  shows_translation = risalah_quotation_use_shows_translation (use);
  words = shows_translation ? risalah_quotation_use_dup_original (use)
                            : g_strdup (risalah_quotation_use_get_translation (use));
  risalah_story_text_append (note, " ", -1, RISALAH_FACE_PLAIN, -1);
  risalah_story_text_append (note,
                             risalah_terms_get (teller->edition->terms,
                                                shows_translation ? "citation.original-words"
                                                                  : "citation.translation"),
                             -1, RISALAH_FACE_PLAIN, -1);
  risalah_story_text_append (note, " “", -1, RISALAH_FACE_PLAIN, -1);
  risalah_story_text_append (note, words, -1, RISALAH_FACE_VERBATIM, -1);
  risalah_story_text_append (note, "”.", -1, RISALAH_FACE_PLAIN, -1);
}

static void
fill_citing (Telling *self, const RisalahCitationAtom *atom, RisalahCiting *citing)
{
  const RisalahEdition *edition = self->teller->edition;
  const RisalahQuotationUse *use = find_use (self, atom->quotation_uid);
  const RisalahQuotation *quotation =
      use != NULL ? risalah_quotation_use_get_quotation (use) : NULL;

  citing->source_uid = atom->source_uid;
  citing->locator = atom->locator;
  citing->prefix = atom->prefix;
  citing->suffix = atom->suffix;
  if (atom->locator == NULL && atom->start >= 0 && atom->text_uid != NULL
      && edition->get_paragraph != NULL)
    citing->paragraph = edition->get_paragraph (atom->text_uid, atom->start, edition->user_data);
  if (quotation != NULL && quotation->voice == RISALAH_VOICE_SECOND_HAND)
    citing->second_hand = quotation->speaker;
}

/* Neighbouring citations print together; returns the character after the last. */
static guint
collect_cluster (Telling *self, guint at, GArray *citings, const RisalahQuotationUse **use)
{
  const RisalahMark *mark;

  while ((mark = find_mark (self, RISALAH_MARK_CITATION, at)) != NULL)
    {
      RisalahCiting citing = { 0 };

      fill_citing (self, mark->citation, &citing);
      if (*use == NULL)
        *use = find_use (self, mark->citation->quotation_uid);
      g_array_append_val (citings, citing);
      at++;
    }
  return at;
}

static gboolean
needs_space (const RisalahStoryText *text)
{
  return text->text->len > 0 && text->text->str[text->text->len - 1] != ' '
         && text->text->str[text->text->len - 1] != '(';
}

/* A stop that was printed goes behind the parentheses. */
static gboolean
take_stop (RisalahStoryText *out)
{
  RisalahSpan *last;

  if (out->spans->len == 0 || !g_str_has_suffix (out->text->str, "."))
    return FALSE;
  last = &g_array_index (out->spans, RisalahSpan, out->spans->len - 1);
  if ((last->face & RISALAH_FACE_VERBATIM) != 0 || out->text->len < 2)
    return FALSE;
  g_string_truncate (out->text, out->text->len - 1);
  last->end--;
  if (out->spans->len > 1
      && last->end == g_array_index (out->spans, RisalahSpan, out->spans->len - 2).end)
    g_array_set_size (out->spans, out->spans->len - 1);
  return TRUE;
}

static guint
tell_citations (Telling *self, guint at)
{
  RisalahTeller *teller = self->teller;
  g_autoptr (GArray) citings = g_array_new (FALSE, TRUE, sizeof (RisalahCiting));
  g_autoptr (RisalahRuns) runs = NULL;
  const RisalahQuotationUse *use = NULL;
  gboolean notes = risalah_citation_style_has_notes (teller->edition->style);
  guint end = collect_cluster (self, at, citings, &use);

  if (notes && !teller->in_note)
    print_ahead (self, end);
  runs = risalah_citations_cite (teller->citations, (const RisalahCiting *)citings->data,
                                 citings->len);
  if (notes && !teller->in_note)
    {
      RisalahStoryText *note = begin_note (teller);

      risalah_teller_add_runs (teller, note, runs);
      add_translation (teller, note, use);
      print_mark (teller, self->out, risalah_story_add_note (teller->story, note));
    }
  else
    {
      gboolean stop = !notes && take_stop (self->out);

      if (needs_space (self->out))
        risalah_story_text_append (self->out, " ", -1, RISALAH_FACE_PLAIN, -1);
      risalah_teller_add_runs (teller, self->out, runs);
      if (stop)
        risalah_story_text_append (self->out, ".", -1, RISALAH_FACE_PLAIN, -1);
    }
  return end;
}

static void
tell_note (Telling *self, const RisalahNote *note, guint at)
{
  RisalahTeller *teller = self->teller;
  RisalahStoryText *text;

  if (teller->in_note)
    return;
  print_ahead (self, at + 1);
  text = begin_note (teller);
  teller->in_note = TRUE;
  risalah_teller_add_text (teller, text, note->text);
  teller->in_note = FALSE;
  print_mark (teller, self->out, risalah_story_add_note (teller->story, text));
}

/* Where the marks over the text change, from @at on. */
static guint
next_boundary (const Telling *self, guint at)
{
  guint next = self->length;

  for (guint i = 0; i < self->n_marks; i++)
    {
      if (self->marks[i].start > at)
        next = MIN (next, self->marks[i].start);
      if (self->marks[i].end > at)
        next = MIN (next, self->marks[i].end);
    }
  return next;
}

/* Whose translation it is, behind one that stands in the text. */
static void
tell_translator (const Telling *self, guint end)
{
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].kind == RISALAH_MARK_QUOTATION && self->marks[i].end == end
        && risalah_quotation_use_shows_translation (self->marks[i].quotation))
      {
        const char *words
            = risalah_terms_get (self->teller->edition->terms, "quotation.author-translation");

        risalah_story_text_append (self->out, " ", -1, RISALAH_FACE_PLAIN, -1);
        risalah_story_text_append (self->out, words, -1, RISALAH_FACE_PLAIN, -1);
      }
}

/*
 * Appends @rich, its citations and notes included.
 */
void
risalah_teller_add_text (RisalahTeller *self, RisalahStoryText *text, RisalahRichText *rich)
{
  Telling telling = { 0 };
  guint at = 0;

  telling.teller = self;
  telling.out = text;
  telling.text = risalah_rich_text_get_text (rich);
  telling.marks = risalah_rich_text_get_marks (rich, &telling.n_marks);
  telling.length = risalah_rich_text_get_length (rich);
  while (at < telling.length)
    {
      const RisalahMark *note = find_mark (&telling, RISALAH_MARK_NOTE, at);
      guint next = next_boundary (&telling, at);

      if (find_mark (&telling, RISALAH_MARK_CITATION, at) != NULL)
        next = tell_citations (&telling, at);
      else if (note != NULL)
        tell_note (&telling, note->note, at);
      else if (g_utf8_get_char (g_utf8_offset_to_pointer (telling.text, at))
               != RISALAH_ATOM_CHARACTER)
        {
          tell_segment (&telling, at, next);
          tell_translator (&telling, next);
        }
      at = next + telling.skip;
      telling.skip = 0;
    }
}

/*
 * Cites without words of the brief around it: a note's mark, or parentheses.
 */
void
risalah_teller_cite (RisalahTeller *self,
                     RisalahStoryText *text,
                     const RisalahCiting *citings,
                     guint n_citings)
{
  g_autoptr (RisalahRuns) runs = risalah_citations_cite (self->citations, citings, n_citings);
  RisalahStoryText *note;

  if (!risalah_citation_style_has_notes (self->edition->style))
    {
      risalah_teller_add_runs (self, text, runs);
      return;
    }
  note = begin_note (self);
  risalah_teller_add_runs (self, note, runs);
  print_mark (self, text, risalah_story_add_note (self->story, note));
}
