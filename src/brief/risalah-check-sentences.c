/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a document apart for the check: its sentences, and where it quotes and cites. */

#include <string.h>

#include "risalah-check-private.h"
#include "risalah-outline.h"
#include "risalah-sentences.h"

/* Stands in for an atom while sentences are found: as long in bytes, and never the end of one. */
#define ATOM_STAND_IN "\xE2\x80\x9D"

static void
sentence_clear (gpointer data)
{
  g_free (((RisalahCheckSentence *)data)->words);
}

/* The text with atoms as closing quotation marks, so that "…2027.¹ Kini" ends where it ends. */
static char *
dup_for_splitting (const char *text)
{
  char *copy = g_strdup (text);

  for (char *at = strstr (copy, RISALAH_ATOM_TEXT); at != NULL; at = strstr (at, RISALAH_ATOM_TEXT))
    memcpy (at, ATOM_STAND_IN, strlen (ATOM_STAND_IN));
  return copy;
}

/* The words between two characters of a text, without locked quotations and atoms. */
static char *
dup_words (RisalahRichText *text, guint start, guint end)
{
  GString *words = g_string_new (NULL);
  const char *at = g_utf8_offset_to_pointer (risalah_rich_text_get_text (text), start);

  for (guint offset = start; offset < end; offset++, at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == RISALAH_ATOM_CHARACTER || character == RISALAH_LINE_BREAK_CHARACTER
          || character == 0xA0)
        g_string_append_c (words, ' ');
      else
        g_string_append_unichar (words, character);
    }
  return g_string_free (words, FALSE);
}

/* The same without the words of locked quotations, which are their sources'. */
char *
risalah_check_dup_own_words (RisalahRichText *text, guint start, guint end)
{
  guint n_marks, at = start;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_marks && at < end; i++)
    {
      g_autofree char *before = NULL;

      if (marks[i].kind != RISALAH_MARK_QUOTATION || marks[i].end <= at || marks[i].start >= end)
        continue;
      before = dup_words (text, at, MAX (at, marks[i].start));
      g_string_append (words, before);
      g_string_append_c (words, ' ');
      at = marks[i].end;
    }
  if (at < end)
    {
      g_autofree char *rest = dup_words (text, at, end);

      g_string_append (words, rest);
    }
  return g_string_free (words, FALSE);
}

static void
read_marks (RisalahRichText *text, RisalahCheckSentence *sentence)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks && marks[i].start < sentence->end; i++)
    {
      if (marks[i].end <= sentence->start)
        continue;
      sentence->quotes |= marks[i].kind == RISALAH_MARK_QUOTATION;
      sentence->likelihood |= marks[i].kind == RISALAH_MARK_LIKELIHOOD;
      sentence->cited |=
          marks[i].kind == RISALAH_MARK_CITATION || marks[i].kind == RISALAH_MARK_NOTE;
    }
}

/* Adds a sentence, or joins it to the one before where that ended within a quotation. */
static void
add_sentence (RisalahCheck *self,
              guint block,
              RisalahRichText *text,
              guint start,
              guint end,
              const char *section)
{
  RisalahCheckSentence sentence = {
    .block = block, .start = start, .end = end, .section = section
  };
  RisalahCheckSentence *last =
      self->sentences->len > 0
          ? &g_array_index (self->sentences, RisalahCheckSentence, self->sentences->len - 1)
          : NULL;
  guint length = risalah_rich_text_get_length (text);

  while (sentence.end < length
         && (risalah_rich_text_find_mark (text, RISALAH_MARK_CITATION, sentence.end) != NULL
             || risalah_rich_text_find_mark (text, RISALAH_MARK_NOTE, sentence.end) != NULL))
    sentence.end++;
  if (last != NULL && last->block == block
      && (last->end >= sentence.end || risalah_rich_text_find_locked (text, last->end) != NULL))
    {
      sentence.start = last->start;
      sentence.end = MAX (last->end, sentence.end);
      g_array_set_size (self->sentences, self->sentences->len - 1);
    }
  sentence.words = risalah_check_dup_own_words (text, sentence.start, sentence.end);
  read_marks (text, &sentence);
  g_array_append_val (self->sentences, sentence);
}

static void
collect_sentences (RisalahCheck *self, guint index, const char *section)
{
  RisalahRichText *text =
      risalah_brief_block_get_text (risalah_document_get_block (self->document, index));
  g_autofree char *copy = NULL;
  RisalahSentences sentences;
  gsize from, to, counted = 0;
  guint offset = 0;

  if (risalah_rich_text_get_length (text) == 0)
    return;
  if (self->facts->lexicon == NULL)
    {
      add_sentence (self, index, text, 0, risalah_rich_text_get_length (text), section);
      return;
    }
  copy = dup_for_splitting (risalah_rich_text_get_text (text));
  risalah_sentences_init (&sentences, copy, (gssize)risalah_rich_text_get_n_bytes (text),
                          self->facts->lexicon);
  while (risalah_sentences_next (&sentences, &from, &to))
    {
      guint start, end;

      offset += (guint)g_utf8_strlen (copy + counted, (gssize)(from - counted));
      start = offset;
      offset += (guint)g_utf8_strlen (copy + from, (gssize)(to - from));
      end = offset;
      counted = to;
      add_sentence (self, index, text, start, end, section);
    }
}

static gboolean
collect_use_cb (RisalahDocument *document,
                const RisalahPosition *at,
                const RisalahMark *mark,
                gpointer user_data)
{
  RisalahCheck *self = user_data;
  RisalahCheckUse use = { .at = *at, .end = at->offset + 1, .heading = -1 };

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      use.quotation = mark->quotation;
      use.source_uid = risalah_quotation_use_get_quotation (mark->quotation)->source_uid;
      use.end = mark->end;
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    {
      use.citation = mark->citation;
      use.source_uid = mark->citation->source_uid;
    }
  else
    return TRUE;
  g_array_append_val (self->uses, use);
  return TRUE;
}

/* Finds the sentences, and where sources are used and in which section. */
void
risalah_check_collect (RisalahCheck *self)
{
  guint n_blocks = risalah_document_get_n_blocks (self->document), use = 0;
  const char *section = NULL;
  gint heading = -1;

  self->sentences = g_array_new (FALSE, FALSE, sizeof (RisalahCheckSentence));
  g_array_set_clear_func (self->sentences, sentence_clear);
  self->uses = g_array_new (FALSE, FALSE, sizeof (RisalahCheckUse));
  risalah_document_foreach_mark (self->document, collect_use_cb, self);
  for (guint index = 0; index < n_blocks; index++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self->document, index);
      RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);

      if (kind == RISALAH_BRIEF_BLOCK_HEADING && risalah_brief_block_get_level (block) == 1)
        {
          section = risalah_brief_block_get_section (block);
          heading = (gint)index;
        }
      else if (kind >= RISALAH_BRIEF_BLOCK_PARAGRAPH && kind <= RISALAH_BRIEF_BLOCK_QUOTATION)
        collect_sentences (self, index, section);
      for (; use < self->uses->len
             && g_array_index (self->uses, RisalahCheckUse, use).at.block == index;
           use++)
        g_array_index (self->uses, RisalahCheckUse, use).heading = heading;
    }
}

void
risalah_check_clear (RisalahCheck *self)
{
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->uses, g_array_unref);
}

/* Whether a phrase begins at a word of @words and ends with one. */
static gboolean
has_phrase (const char *words, const char *phrase)
{
  gsize length = strlen (phrase);

  for (const char *at = strstr (words, phrase); at != NULL; at = strstr (at + 1, phrase))
    {
      gboolean begins = at == words || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
      gboolean ends = !g_unichar_isalnum (g_utf8_get_char (at + length));

      if (begins && ends)
        return TRUE;
    }
  return FALSE;
}

/* Whether one of the words or phrases, in lower case, stands in @words. */
gboolean
risalah_check_has_word (const char *words, const char *const *wanted)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (has_phrase (lower, wanted[i]))
      return TRUE;
  return FALSE;
}
