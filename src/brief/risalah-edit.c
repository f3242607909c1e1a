/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all edit commands need: places that exist, blocks and parts put in place of others. */

#include "risalah-edit-private.h"

/**
 * risalah_edit_clear:
 * @self: an edit
 *
 * Releases the document that it holds.
 */
void
risalah_edit_clear (RisalahEdit *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->document, risalah_document_unref);
}

/* The place in @document that is nearest to @at. */
RisalahPosition
risalah_edit_clamp (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahPosition place = *at;
  RisalahBriefBlock *block;

  place.block = MIN (place.block, risalah_document_get_n_blocks (document) - 1);
  block = risalah_document_get_block (document, place.block);
  place.part = MIN (place.part, risalah_brief_block_get_n_parts (block) - 1);
  place.offset =
      MIN (place.offset,
           risalah_rich_text_get_length (risalah_brief_block_get_part (block, place.part)));
  return place;
}

/* The places in @document that are nearest to @start and @end, the earlier one first. */
void
risalah_edit_clamp_range (RisalahDocument *document,
                          const RisalahPosition *start,
                          const RisalahPosition *end,
                          RisalahPosition *from,
                          RisalahPosition *to)
{
  *from = risalah_edit_clamp (document, start);
  *to = risalah_edit_clamp (document, end);
  if (risalah_position_compare (from, to) > 0)
    {
      const RisalahPosition later = *from;

      *from = *to;
      *to = later;
    }
}

/* An edit that changed nothing. */
RisalahEdit
risalah_edit_refused (RisalahDocument *document,
                      const RisalahPosition *at,
                      RisalahEditOutcome outcome)
{
  return (RisalahEdit){
    .outcome = outcome, .document = risalah_document_ref (document), .cursor = *at, .from = *at
  };
}

/* An edit that made @document of @old; takes @document. */
RisalahEdit
risalah_edit_take (RisalahDocument *old,
                   RisalahDocument *document,
                   const RisalahPosition *from,
                   RisalahPosition cursor)
{
  return (RisalahEdit){ .outcome = document == old ? RISALAH_EDIT_UNCHANGED : RISALAH_EDIT_DONE,
                        .document = document,
                        .cursor = risalah_edit_clamp (document, &cursor),
                        .from = *from };
}

/* The document with another block at @index. */
RisalahDocument *
risalah_edit_with_block (RisalahDocument *document, guint index, RisalahBriefBlock *block)
{
  return risalah_document_splice (document, index, 1, &block, 1);
}

/* The document with another text where @at counts. */
RisalahDocument *
risalah_edit_with_part (RisalahDocument *document, const RisalahPosition *at, RisalahRichText *text)
{
  g_autoptr (RisalahBriefBlock) block =
      risalah_brief_block_with_part (risalah_document_get_block (document, at->block), at->part,
                                     text);

  return risalah_edit_with_block (document, at->block, block);
}

/* Brings the quotations of a text into the form that a block of @kind asks for: one at the
 * beginning of a block quotation is in block form, all others are inline. Moves @cursor (nullable)
 * with the text. */
RisalahRichText *
risalah_edit_fit_quotations (RisalahRichText *text, RisalahBriefBlockKind kind, guint *cursor)
{
  RisalahRichText *fitted = risalah_rich_text_ref (text);
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = n_marks; i-- > 0;)
    {
      g_autoptr (RisalahQuotationUse) use = NULL;
      g_autoptr (RisalahRichText) shown = NULL;
      g_autoptr (RisalahRichText) before = NULL;
      RisalahQuotationForm form;
      RisalahMark mark = marks[i];
      guint length;

      if (mark.kind != RISALAH_MARK_QUOTATION)
        continue;
      form = kind == RISALAH_BRIEF_BLOCK_QUOTATION && mark.start == 0
                 ? RISALAH_QUOTATION_FORM_BLOCK
                 : RISALAH_QUOTATION_FORM_INLINE;
      if (risalah_quotation_use_get_form (mark.quotation) == form)
        continue;
      use = risalah_quotation_use_with_form (mark.quotation, form);
      shown = risalah_rich_text_new_quotation (use);
      length = risalah_rich_text_get_length (shown);
      before = fitted;
      fitted = risalah_rich_text_replace (before, mark.start, mark.end, shown);
      if (cursor != NULL && *cursor >= mark.end)
        *cursor = *cursor - (mark.end - mark.start) + length;
      else if (cursor != NULL)
        *cursor = MIN (*cursor, mark.start + length);
    }
  return fitted;
}

/* A block of another kind and text that stands where @like stands: in its box, its language. */
RisalahBriefBlock *
risalah_edit_new_block_like (RisalahBriefBlock *like,
                             RisalahBriefBlockKind kind,
                             guint level,
                             RisalahRichText *text)
{
  g_autoptr (RisalahRichText) fitted = risalah_edit_fit_quotations (text, kind, NULL);
  g_autoptr (RisalahBriefBlock) plain = risalah_brief_block_new (kind, level, fitted);
  g_autoptr (RisalahBriefBlock) boxed =
      risalah_brief_block_with_boxed (plain, risalah_brief_block_is_boxed (like));

  return risalah_brief_block_with_language (boxed, risalah_brief_block_get_language (like));
}

/* Deletes [start, end) but for quotations that the range covers only in part. @cursor (nullable)
 * gets the place where the first deletion was. Returns @text itself where all was locked. */
RisalahRichText *
risalah_edit_delete_unlocked (RisalahRichText *text, guint start, guint end, guint *cursor)
{
  g_autoptr (RisalahRichText) nothing = risalah_rich_text_new_plain ("");
  RisalahRichText *rest = risalah_rich_text_ref (text);
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  if (cursor != NULL)
    *cursor = start;
  for (guint i = n_marks; i-- > 0 && start < end;)
    {
      const RisalahMark *mark = &marks[i];
      g_autoptr (RisalahRichText) before = NULL;

      if (mark->kind != RISALAH_MARK_QUOTATION || mark->end <= start || mark->start >= end
          || (mark->start >= start && mark->end <= end))
        continue;
      if (end > mark->end)
        {
          before = rest;
          rest = risalah_rich_text_replace (before, mark->end, end, nothing);
        }
      if (cursor != NULL && mark->start < start)
        *cursor = MIN (mark->end, end);
      end = MAX (start, mark->start);
    }
  if (start < end)
    {
      g_autoptr (RisalahRichText) before = rest;

      rest = risalah_rich_text_replace (before, start, end, nothing);
      if (cursor != NULL)
        *cursor = start;
    }
  return rest;
}

/* The stretches of text between two places; of objects their captions and cells. Two places in
 * one part give one stretch, even an empty one. */
GArray *
risalah_edit_get_stretches (RisalahDocument *document,
                            const RisalahPosition *start,
                            const RisalahPosition *end)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (RisalahStretch));

  for (guint index = start->block; index <= end->block; index++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, index);
      gboolean is_object = risalah_brief_block_is_object (block);
      guint part = index == start->block ? start->part : 0;
      guint last = index == end->block ? end->part : risalah_brief_block_get_n_parts (block) - 1;

      if (index == end->block && is_object && end->part == RISALAH_PART_BODY && end->offset > 0)
        last = risalah_brief_block_get_n_parts (block) - 1;
      for (; part <= last; part++)
        {
          RisalahStretch stretch = { index, part, 0, 0 };

          if (is_object && part == RISALAH_PART_BODY)
            continue;
          stretch.end = risalah_rich_text_get_length (risalah_brief_block_get_part (block, part));
          if (index == start->block && part == start->part)
            stretch.start = start->offset;
          if (index == end->block && part == end->part)
            stretch.end = end->offset;
          g_array_append_val (stretches, stretch);
        }
    }
  return stretches;
}

/* Typed text with the styles that end at @offset, which go on while typing. */
RisalahRichText *
risalah_edit_dup_typed (RisalahRichText *text, guint offset, const char *typed)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (RisalahMark));
  guint n_marks, length = g_utf8_strlen (typed, -1);
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if ((marks[i].kind == RISALAH_MARK_BOLD || marks[i].kind == RISALAH_MARK_ITALIC)
        && marks[i].end == offset)
      {
        RisalahMark style = marks[i];

        style.start = 0;
        style.end = length;
        g_array_append_val (styles, style);
      }
  return risalah_rich_text_new (typed, (const RisalahMark *)styles->data, styles->len);
}

/* Whether a block is a paragraph without text, which an inserted block may take the place of. */
gboolean
risalah_edit_is_empty_paragraph (RisalahBriefBlock *block)
{
  return risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_PARAGRAPH
         && risalah_rich_text_get_length (risalah_brief_block_get_text (block)) == 0
         && risalah_brief_block_get_id (block) == NULL;
}
