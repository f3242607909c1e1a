/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What official letters have beside text: the block of addressee, sender, date and number at the
 * head, the signature at the foot. Lines that nobody filled in say what the brief knows; the number
 * is never invented, and prints as a blank to be filled in. */

#include <string.h>

#include "risalah-citation-private.h"
#include "risalah-export-private.h"
#include "risalah-story-private.h"

#define BLANK       "……………………"
#define BLANK_LINES 4 /* for a hand to sign in */

/*
 * Returns: whether the brief has a letter's block, which says who wrote it and when
 */
gboolean
risalah_teller_has_letter (const RisalahTeller *self)
{
  RisalahDocument *document = self->edition->document;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    if (g_strcmp0 (risalah_brief_block_get_role (risalah_document_get_block (document, i)),
                   "letter")
        == 0)
      return TRUE;
  return FALSE;
}

static void
append (RisalahStoryText *text, const char *words)
{
  risalah_story_text_append (text, words, -1, RISALAH_FACE_PLAIN, -1);
}

static void
append_sender (RisalahTeller *self, RisalahStoryText *text)
{
  RisalahDocument *document = self->edition->document;
  const char *author = risalah_document_get_field (document, RISALAH_DOCUMENT_AUTHOR);
  const char *unit = risalah_document_get_field (document, RISALAH_DOCUMENT_UNIT);

  append (text, author);
  append (text, *author != '\0' && *unit != '\0' ? ", " : "");
  append (text, unit);
}

static void
append_date (RisalahTeller *self, RisalahStoryText *text)
{
  const char *date = risalah_document_get_field (self->edition->document, RISALAH_DOCUMENT_DATE);
  g_autofree char *words =
      *date != '\0' ? risalah_citation_format_words (self->edition->terms, date) : NULL;

  append (text, words != NULL ? words : "");
}

/* "SEGERA" above the page is "Segera" in the letter. */
static void
append_nature (RisalahTeller *self, RisalahStoryText *text)
{
  const char *urgency = risalah_export_get_urgency (self->edition);
  g_autofree char *first = NULL, *rest = NULL;

  if (urgency == NULL)
    return;
  first = g_utf8_substring (urgency, 0, 1);
  rest = g_utf8_strdown (g_utf8_next_char (urgency), -1);
  append (text, first);
  append (text, rest);
}

static void
fill_line (RisalahTeller *self, const RisalahStoryText *label, RisalahStoryText *value)
{
  RisalahTerms *terms = self->edition->terms;
  const char *words = label->text->str;

  if (strcmp (words, risalah_terms_get (terms, "letter.from")) == 0)
    append_sender (self, value);
  else if (strcmp (words, risalah_terms_get (terms, "letter.date")) == 0)
    append_date (self, value);
  else if (strcmp (words, risalah_terms_get (terms, "letter.nature")) == 0)
    append_nature (self, value);
  else if (strcmp (words, risalah_terms_get (terms, "letter.subject")) == 0)
    append (value, risalah_document_get_title (self->edition->document));
  else if (strcmp (words, risalah_terms_get (terms, "letter.number")) == 0)
    append (value, BLANK);
}

/*
 * Makes a told table of two columns the block of a letter.
 */
void
risalah_teller_fill_letter (RisalahTeller *self, RisalahStoryBlock *table)
{
  if (table->n_columns != 2)
    return;
  table->is_letter = TRUE;
  for (guint row = 0; row < table->n_rows; row++)
    {
      RisalahStoryText *value = g_ptr_array_index (table->cells, row * 2 + 1);

      if (value->text->len == 0)
        fill_line (self, g_ptr_array_index (table->cells, row * 2), value);
    }
}

/*
 * Adds the signature: what was typed, else unit and author with room between them.
 */
void
risalah_teller_add_signature (RisalahTeller *self, const RisalahBriefBlock *block)
{
  RisalahDocument *document = self->edition->document;
  const char *author = risalah_document_get_field (document, RISALAH_DOCUMENT_AUTHOR);
  const char *unit = risalah_document_get_field (document, RISALAH_DOCUMENT_UNIT);
  RisalahRichText *typed = risalah_brief_block_get_text (block);
  GPtrArray *blocks = self->story->blocks;
  RisalahStoryBlock *signature;

  if (risalah_rich_text_get_length (typed) == 0 && *author == '\0' && *unit == '\0')
    return;
  /* No signature stands alone on a page. */
  if (blocks->len > 0)
    ((RisalahStoryBlock *)g_ptr_array_index (blocks, blocks->len - 1))->keep = TRUE;
  signature = risalah_story_add (self->story, RISALAH_STORY_SIGNATURE, 0, self->language);
  risalah_teller_add_text (self, signature->text, typed);
  if (signature->text->text->len > 0)
    return;
  append (signature->text, unit);
  append (signature->text, *unit != '\0' ? "," : "");
  for (guint i = 0; i < BLANK_LINES; i++)
    append (signature->text, RISALAH_LINE_BREAK_TEXT);
  risalah_story_text_append (signature->text, author, -1, RISALAH_FACE_BOLD, -1);
}
