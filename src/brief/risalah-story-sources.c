/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generated parts: bibliography and source annex. */

#include <string.h>

#include "risalah-citation-private.h"
#include "risalah-story-private.h"

/*
 * Gives a generated part a heading where the brief gives it none.
 */
void
risalah_teller_ensure_heading (RisalahTeller *self, const char *key)
{
  const RisalahStoryBlock *last =
      self->story->blocks->len > 0
          ? g_ptr_array_index (self->story->blocks, self->story->blocks->len - 1)
          : NULL;

  if (last == NULL || last->role != RISALAH_STORY_HEADING)
    risalah_teller_add_heading (self, 1, key);
}

/*
 * Adds the bibliography of what was cited; a second time nothing.
 */
void
risalah_teller_add_references (RisalahTeller *self)
{
  guint n = risalah_citations_get_n_entries (self->citations);

  if (self->has_references)
    return;
  self->has_references = TRUE;
  if (n > 0)
    risalah_teller_ensure_heading (self, "page.references");
  for (guint i = 0; i < n; i++)
    {
      RisalahStoryBlock *block =
          risalah_story_add (self->story, RISALAH_STORY_ENTRY, 0, self->language);
      g_autoptr (RisalahRuns) runs = risalah_citations_get_entry (self->citations, i);

      block->anchor =
          g_strconcat ("work-", risalah_citations_get_entry_uid (self->citations, i), NULL);
      risalah_teller_add_runs (self, block->text, runs);
    }
}

static const RisalahReference *
find_reference (const RisalahTeller *self, const char *uid)
{
  for (guint i = 0; i < self->edition->references->len; i++)
    {
      const RisalahReference *reference = g_ptr_array_index (self->edition->references, i);

      if (g_strcmp0 (reference->uid, uid) == 0)
        return reference;
    }
  return NULL;
}

static void
add_fact (RisalahTeller *self,
          RisalahStoryText *text,
          const char *before,
          const char *key,
          const char *value)
{
  g_autofree char *words = NULL;

  if (value == NULL)
    return;
  words = risalah_citation_word (self->edition->terms, key, value, NULL);
  if (text->text->len > 0)
    risalah_story_text_append (text, before, -1, RISALAH_FACE_PLAIN, -1);
  risalah_story_text_append (text, words, -1, RISALAH_FACE_PLAIN, -1);
}

/* The sentence around the quotation, the quoted words in bold. */
static void
add_context (RisalahTeller *self, const RisalahExhibit *exhibit)
{
  const char *exact = exhibit->quotation->exact;
  const char *context = exhibit->context != NULL ? exhibit->context : exact;
  const char *found = strstr (context, exact);
  const char *language = exhibit->quotation->language;
  RisalahStoryBlock *block = risalah_story_add (self->story, RISALAH_STORY_QUOTATION, 0,
                                                language != NULL ? language : self->language);

  if (exhibit->quotation->uid != NULL)
    block->anchor = g_strconcat ("exhibit-", exhibit->quotation->uid, NULL);
  if (found == NULL)
    risalah_story_text_append (block->text, exact, -1, RISALAH_FACE_BOLD | RISALAH_FACE_VERBATIM,
                               -1);
  else
    {
      risalah_story_text_append (block->text, context, found - context, RISALAH_FACE_VERBATIM, -1);
      risalah_story_text_append (block->text, exact, -1, RISALAH_FACE_BOLD | RISALAH_FACE_VERBATIM,
                                 -1);
      risalah_story_text_append (block->text, found + strlen (exact), -1, RISALAH_FACE_VERBATIM,
                                 -1);
    }
  for (gsize i = 0; i < block->text->text->len; i++)
    if (block->text->text->str[i] == '\n')
      block->text->text->str[i] = ' ';
  block->keep = TRUE;
}

/* The source as the bibliography has it, its year's letter included. */
static void
add_entry (RisalahTeller *self,
           RisalahStoryText *text,
           const RisalahCitations *citations,
           const char *uid)
{
  for (guint i = 0; i < risalah_citations_get_n_entries (citations); i++)
    if (strcmp (risalah_citations_get_entry_uid (citations, i), uid) == 0)
      {
        g_autoptr (RisalahRuns) entry = risalah_citations_get_entry (citations, i);

        risalah_teller_add_runs (self, text, entry);
        return;
      }
}

static void
add_source (RisalahTeller *self, const RisalahExhibit *exhibit, const RisalahCitations *citations)
{
  const RisalahQuotation *quotation = exhibit->quotation;
  const RisalahReference *reference = find_reference (self, quotation->source_uid);
  RisalahTerms *terms = self->edition->terms;
  RisalahStoryBlock *block =
      risalah_story_add (self->story, RISALAH_STORY_SOURCE, 0, self->language);
  g_autofree char *accessed = NULL;
  g_autofree char *place =
      g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, quotation->start, quotation->end);

  if (reference != NULL)
    {
      add_entry (self, block->text, citations, reference->uid);
      if (reference->accessed != NULL)
        accessed = risalah_citation_format_words (terms, reference->accessed);
    }
  add_fact (self, block->text, RISALAH_LINE_BREAK_TEXT, "annex.grade",
            exhibit->grade != NULL ? exhibit->grade : risalah_terms_get (terms, "annex.ungraded"));
  add_fact (self, block->text, " · ", "annex.speaker", quotation->speaker);
  add_fact (self, block->text, " · ", "annex.accessed", accessed);
  add_fact (self, block->text, " · ", "annex.characters", place);
  add_fact (self, block->text, RISALAH_LINE_BREAK_TEXT, "annex.sha256", exhibit->sha256);
}

/* A bibliography of what was quoted. */
static RisalahCitations *
cite_exhibits (RisalahTeller *self)
{
  RisalahEdition *edition = self->edition;
  RisalahCitations *citations =
      risalah_citations_new (edition->style, edition->terms, edition->references);

  for (guint i = 0; i < edition->exhibits->len; i++)
    {
      const RisalahExhibit *exhibit = g_ptr_array_index (edition->exhibits, i);
      const RisalahCiting citing = { .source_uid = exhibit->quotation->source_uid };

      if (citing.source_uid != NULL)
        risalah_runs_free (risalah_citations_cite (citations, &citing, 1));
    }
  return citations;
}

/*
 * Adds the source annex: each quotation in its context, its source, grade, day of access and the
 * SHA-256 of the text that it stands in.
 */
void
risalah_teller_add_annex (RisalahTeller *self)
{
  GPtrArray *exhibits = self->edition->exhibits;
  g_autoptr (RisalahCitations) citations = NULL;

  if (!self->has_annex)
    return;
  self->has_annex = FALSE;
  citations = cite_exhibits (self);
  risalah_teller_ensure_heading (self, "page.source-annex");
  for (guint i = 0; i < exhibits->len; i++)
    {
      const RisalahExhibit *exhibit = g_ptr_array_index (exhibits, i);

      add_context (self, exhibit);
      add_source (self, exhibit, citations);
    }
}
