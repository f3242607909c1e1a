/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an edition to its story, block by block. */

#include <string.h>

#include "risalah-citation-private.h"
#include "risalah-story-private.h"

static RisalahStoryBlock *
add_block (RisalahTeller *self, RisalahStoryRole role, const RisalahBriefBlock *block)
{
  const char *language = risalah_brief_block_get_language (block);
  RisalahStoryBlock *told =
      risalah_story_add (self->story, role, risalah_brief_block_get_level (block),
                         language != NULL && *language != '\0' ? language : self->language);

  told->boxed = risalah_brief_block_is_boxed (block);
  told->anchor = g_strdup (risalah_brief_block_get_id (block));
  return told;
}

static void
add_term (RisalahTeller *self, RisalahStoryText *text, const char *key, const char *first)
{
  g_autofree char *words = risalah_citation_word (self->edition->terms, key, first, NULL);

  risalah_story_text_append (text, words, -1, RISALAH_FACE_PLAIN, -1);
}

/*
 * Adds a heading of our own, in the words of @key.
 */
void
risalah_teller_add_heading (RisalahTeller *self, guint level, const char *key)
{
  RisalahStoryBlock *heading =
      risalah_story_add (self->story, RISALAH_STORY_HEADING, level, self->language);

  add_term (self, heading->text, key, NULL);
  heading->anchor = g_strdup_printf ("section-%u", ++self->n_headings);
}

static void
add_day (RisalahTeller *self, RisalahStoryText *text, const char *edtf, const char *key)
{
  g_autofree char *day = NULL;

  if (*edtf == '\0')
    return;
  day = risalah_citation_format_words (self->edition->terms, edtf);
  if (text->text->len > 0 && !g_str_has_suffix (text->text->str, RISALAH_LINE_BREAK_TEXT))
    risalah_story_text_append (text, " · ", -1, RISALAH_FACE_PLAIN, -1);
  if (key != NULL)
    add_term (self, text, key, day);
  else
    risalah_story_text_append (text, day, -1, RISALAH_FACE_PLAIN, -1);
}

static const char *
get_imprinted (RisalahTeller *self, RisalahDocumentField field)
{
  return risalah_teller_has_letter (self)
             ? ""
             : risalah_document_get_field (self->edition->document, field);
}

/* Author and unit, date, and the data cut-off line; a letter says all but the last itself. */
static void
tell_imprint (RisalahTeller *self)
{
  RisalahDocument *document = self->edition->document;
  const char *author = get_imprinted (self, RISALAH_DOCUMENT_AUTHOR);
  const char *unit = get_imprinted (self, RISALAH_DOCUMENT_UNIT);
  const char *date = get_imprinted (self, RISALAH_DOCUMENT_DATE);
  const char *cut_off = risalah_document_get_field (document, RISALAH_DOCUMENT_DATA_CUT_OFF);
  RisalahStoryBlock *imprint;

  if (*author == '\0' && *unit == '\0' && *date == '\0' && *cut_off == '\0')
    return;
  imprint = risalah_story_add (self->story, RISALAH_STORY_IMPRINT, 0, self->language);
  risalah_story_text_append (imprint->text, author, -1, RISALAH_FACE_BOLD, -1);
  if (*author != '\0' && *unit != '\0')
    risalah_story_text_append (imprint->text, ", ", -1, RISALAH_FACE_PLAIN, -1);
  risalah_story_text_append (imprint->text, unit, -1, RISALAH_FACE_PLAIN, -1);
  if (imprint->text->text->len > 0 && (*date != '\0' || *cut_off != '\0'))
    risalah_story_text_append (imprint->text, RISALAH_LINE_BREAK_TEXT, -1, RISALAH_FACE_PLAIN, -1);
  add_day (self, imprint->text, date, NULL);
  add_day (self, imprint->text, cut_off, "page.data-cut-off");
}

static void
tell_heading (RisalahTeller *self, const RisalahBriefBlock *block)
{
  RisalahStoryBlock *told = add_block (self, RISALAH_STORY_HEADING, block);

  self->n_headings++;
  if (told->anchor == NULL)
    told->anchor = g_strdup_printf ("section-%u", self->n_headings);
  risalah_teller_add_text (self, told->text, risalah_brief_block_get_text (block));
}

static void
tell_list_item (RisalahTeller *self, const RisalahBriefBlock *block, gboolean numbered)
{
  guint level = CLAMP (risalah_brief_block_get_level (block), 1, G_N_ELEMENTS (self->counters) - 1);
  RisalahStoryBlock *told =
      add_block (self, numbered ? RISALAH_STORY_NUMBERED : RISALAH_STORY_BULLET, block);

  for (guint below = level + 1; below < G_N_ELEMENTS (self->counters); below++)
    self->counters[below] = 0;
  told->level = level;
  if (numbered)
    told->label = g_strdup_printf ("%u.", ++self->counters[level]);
  else
    {
      self->counters[level] = 0;
      told->label = g_strdup (risalah_story_get_bullet (level));
    }
  risalah_teller_add_text (self, told->text, risalah_brief_block_get_text (block));
  if (told->text->text->len > 0)
    return;
  /* A line of the template that nobody has filled in. */
  self->counters[level] -= numbered ? 1 : 0;
  g_ptr_array_set_size (self->story->blocks, self->story->blocks->len - 1);
}

static void
tell_caption (RisalahTeller *self,
              RisalahStoryText *text,
              const RisalahBriefBlock *block,
              const char *key,
              guint number)
{
  RisalahRichText *caption = risalah_brief_block_get_caption (block);
  g_autofree char *figure = g_strdup_printf ("%u", number);

  add_term (self, text, key, figure);
  if (caption == NULL || risalah_rich_text_get_length (caption) == 0)
    return;
  risalah_story_text_append (text, " ", -1, RISALAH_FACE_PLAIN, -1);
  risalah_teller_add_text (self, text, caption);
}

static void
tell_table (RisalahTeller *self, const RisalahBriefBlock *block)
{
  RisalahRichText *caption = risalah_brief_block_get_caption (block);
  RisalahStoryBlock *told;

  if (caption != NULL && risalah_rich_text_get_length (caption) > 0)
    {
      told = add_block (self, RISALAH_STORY_CAPTION, block);
      tell_caption (self, told->text, block, "page.table", ++self->n_tables);
      told = risalah_story_add (self->story, RISALAH_STORY_TABLE, 0, told->language);
      told->boxed = risalah_brief_block_is_boxed (block);
    }
  else
    told = add_block (self, RISALAH_STORY_TABLE, block);
  told->n_rows = risalah_brief_block_get_n_rows (block);
  told->n_columns = risalah_brief_block_get_n_columns (block);
  told->has_header = risalah_brief_block_has_header (block);
  told->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_story_text_free);
  for (guint row = 0; row < told->n_rows; row++)
    for (guint column = 0; column < told->n_columns; column++)
      {
        RisalahStoryText *cell = risalah_story_text_new ();

        risalah_teller_add_text (self, cell, risalah_brief_block_get_cell (block, row, column));
        g_ptr_array_add (told->cells, cell);
      }
  if (g_strcmp0 (risalah_brief_block_get_role (block), "letter") == 0)
    risalah_teller_fill_letter (self, told);
}

static void
tell_figure (RisalahTeller *self, const RisalahBriefBlock *block)
{
  RisalahStoryBlock *told = add_block (self, RISALAH_STORY_FIGURE, block);
  RisalahRichText *caption = risalah_brief_block_get_caption (block);

  told->figure = risalah_brief_block_get_figure (block);
  if (caption != NULL && risalah_rich_text_get_length (caption) > 0)
    tell_caption (self, told->text, block, "page.figure", ++self->n_figures);
}

static void
tell_generated (RisalahTeller *self, const RisalahBriefBlock *block)
{
  switch (risalah_brief_block_get_generated (block))
    {
    case RISALAH_GENERATED_REFERENCES:
      risalah_teller_add_references (self);
      break;
    case RISALAH_GENERATED_SOURCE_ANNEX:
      risalah_teller_add_annex (self);
      break;
    case RISALAH_GENERATED_EVENT_TABLE:
      risalah_teller_add_events (self);
      break;
    }
}

static void
tell_text (RisalahTeller *self, const RisalahBriefBlock *block, RisalahStoryRole role)
{
  RisalahStoryBlock *told = add_block (self, role, block);
  RisalahRichText *text = risalah_brief_block_get_text (block);

  risalah_teller_add_text (self, told->text, text);
  told->keep = role == RISALAH_STORY_PARAGRAPH && g_str_has_suffix (told->text->text->str, ":");
  if (told->text->text->len == 0 && role == RISALAH_STORY_PARAGRAPH)
    g_ptr_array_set_size (self->story->blocks, self->story->blocks->len - 1);
}

static void
tell_block (RisalahTeller *self, const RisalahBriefBlock *block, gboolean after_title)
{
  RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);

  if (!risalah_brief_block_is_list_item (block))
    memset (self->counters, 0, sizeof self->counters);
  switch (kind)
    {
    case RISALAH_BRIEF_BLOCK_TITLE:
      tell_text (self, block, RISALAH_STORY_TITLE);
      break;
    case RISALAH_BRIEF_BLOCK_SUBTITLE:
      tell_text (self, block, after_title ? RISALAH_STORY_SUBTITLE : RISALAH_STORY_FORM);
      break;
    case RISALAH_BRIEF_BLOCK_HEADING:
      tell_heading (self, block);
      break;
    case RISALAH_BRIEF_BLOCK_PARAGRAPH:
      if (g_strcmp0 (risalah_brief_block_get_role (block), "signature") == 0)
        risalah_teller_add_signature (self, block);
      else
        tell_text (self, block, RISALAH_STORY_PARAGRAPH);
      break;
    case RISALAH_BRIEF_BLOCK_BULLET:
    case RISALAH_BRIEF_BLOCK_NUMBERED:
      tell_list_item (self, block, kind == RISALAH_BRIEF_BLOCK_NUMBERED);
      break;
    case RISALAH_BRIEF_BLOCK_QUOTATION:
      tell_text (self, block, RISALAH_STORY_QUOTATION);
      break;
    case RISALAH_BRIEF_BLOCK_TABLE:
      tell_table (self, block);
      break;
    case RISALAH_BRIEF_BLOCK_FIGURE:
      tell_figure (self, block);
      break;
    case RISALAH_BRIEF_BLOCK_PAGE_BREAK:
      add_block (self, RISALAH_STORY_PAGE_BREAK, block);
      break;
    case RISALAH_BRIEF_BLOCK_GENERATED:
      tell_generated (self, block);
      break;
    case RISALAH_BRIEF_BLOCK_UNKNOWN:
      break;
    }
}

/* How many blocks stand at the head: form, title, subtitle. */
static guint
count_head (RisalahDocument *document)
{
  guint n = 0;

  while (n < risalah_document_get_n_blocks (document))
    {
      RisalahBriefBlockKind kind =
          risalah_brief_block_get_kind (risalah_document_get_block (document, n));

      if (kind != RISALAH_BRIEF_BLOCK_TITLE && kind != RISALAH_BRIEF_BLOCK_SUBTITLE)
        break;
      n++;
    }
  return n;
}

static void
tell_letterhead (RisalahTeller *self)
{
  const RisalahPageDesign *design = self->edition->design;

  if (design->design != RISALAH_DESIGN_PLAIN
      && (design->institution != NULL || design->unit != NULL || design->logo != NULL))
    risalah_story_add (self->story, RISALAH_STORY_LETTERHEAD, 0, self->language);
}

static void
tell_all (RisalahTeller *self)
{
  RisalahDocument *document = self->edition->document;
  guint n_head = count_head (document);
  gboolean has_letter = risalah_teller_has_letter (self);
  gboolean after_title = FALSE;

  tell_letterhead (self);
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      const RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (i == n_head && !has_letter)
        tell_imprint (self);
      tell_block (self, block, after_title);
      if (has_letter && g_strcmp0 (risalah_brief_block_get_role (block), "letter") == 0)
        tell_imprint (self);
      after_title |= risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TITLE;
    }
  if (!self->has_references && risalah_citations_get_n_entries (self->citations) > 0)
    risalah_teller_add_references (self);
  /* The marks of a timeline are numbered by it. */
  risalah_teller_add_events (self);
  if (self->edition->annex && self->has_annex)
    risalah_teller_add_annex (self);
}

/* Whether the annex will be printed, so that quotations may lead to it. */
static gboolean
will_have_annex (const RisalahEdition *edition)
{
  if (edition->exhibits->len == 0)
    return FALSE;
  if (edition->annex)
    return TRUE;
  for (guint i = 0; i < risalah_document_get_n_blocks (edition->document); i++)
    {
      const RisalahBriefBlock *block = risalah_document_get_block (edition->document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_GENERATED
          && risalah_brief_block_get_generated (block) == RISALAH_GENERATED_SOURCE_ANNEX)
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_story_new:
 * @edition: what is to be told; it must outlive the story
 *
 * Returns: (transfer full): the edition from beginning to end
 */
RisalahStory *
risalah_story_new (RisalahEdition *edition)
{
  RisalahTeller teller = { 0 };

  g_return_val_if_fail (edition != NULL, NULL);

  teller.edition = edition;
  teller.language = risalah_terms_get_language (edition->terms);
  teller.story = risalah_story_new_empty (risalah_document_get_title (edition->document));
  teller.citations = risalah_citations_new (edition->style, edition->terms, edition->references);
  teller.exhibits = g_hash_table_new (g_str_hash, g_str_equal);
  teller.has_annex = will_have_annex (edition);
  for (guint i = 0; i < edition->exhibits->len; i++)
    {
      RisalahExhibit *exhibit = g_ptr_array_index (edition->exhibits, i);

      if (exhibit->quotation->uid != NULL)
        g_hash_table_insert (teller.exhibits, exhibit->quotation->uid, exhibit);
    }
  tell_all (&teller);
  g_hash_table_unref (teller.exhibits);
  risalah_citations_free (teller.citations);
  return teller.story;
}
