/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: what the clipboard and drag and drop carry between places and briefs. */

#include <string.h>

#include "risalah-document-private.h"
#include "risalah-edit-private.h"

static RisalahBriefBlock *
slice_block (RisalahBriefBlock *block, guint start, guint end)
{
  RisalahRichText *text = risalah_brief_block_get_text (block);
  g_autoptr (RisalahRichText) slice = NULL;

  if (risalah_brief_block_is_object (block))
    return start == 0 && end > 0 ? risalah_brief_block_ref (block) : NULL;
  slice = risalah_rich_text_slice (text, start, end);
  if (slice == text)
    return risalah_brief_block_ref (block);
  return risalah_brief_block_with_part (block, RISALAH_PART_BODY, slice);
}

/* A stretch of one text as a paragraph, which joins the text it is put into. */
static RisalahBriefBlock *
new_paragraph_of (RisalahRichText *text, guint start, guint end)
{
  g_autoptr (RisalahRichText) slice = risalah_rich_text_slice (text, start, end);
  g_autoptr (RisalahRichText) fitted =
      risalah_edit_fit_quotations (slice, RISALAH_BRIEF_BLOCK_PARAGRAPH, NULL);

  return risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, fitted);
}

/* What stands between two places of one block. */
static RisalahBriefBlock *
cut_out_of_block (RisalahDocument *document,
                  const RisalahPosition *start,
                  const RisalahPosition *end)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, start->block);
  RisalahRichText *text = risalah_document_get_part (document, start);
  gboolean whole = start->offset == 0 && end->offset == risalah_rich_text_get_length (text);

  if (start->part != end->part)
    return risalah_brief_block_ref (block);
  if (start->part == RISALAH_PART_BODY && whole)
    return risalah_brief_block_ref (block);
  if (start->part == RISALAH_PART_BODY && risalah_brief_block_is_object (block))
    return NULL;
  return new_paragraph_of (text, start->offset, end->offset);
}

/**
 * risalah_document_cut_out:
 * @document: a document
 * @start: where the range begins
 * @end: where it ends
 *
 * Copies a range, with whole quotations locked and their citations kept; of a quotation that is
 * not whole in it the words are plain text.
 *
 * Returns: (transfer full) (nullable): the fragment, %NULL where the range is empty
 */
RisalahDocument *
risalah_document_cut_out (RisalahDocument *document,
                          const RisalahPosition *start,
                          const RisalahPosition *end)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  RisalahPosition from, to;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, NULL);

  from = risalah_edit_clamp (document, start);
  to = risalah_edit_clamp (document, end);
  if (risalah_position_compare (&from, &to) >= 0)
    return NULL;
  for (guint index = from.block; index <= to.block; index++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, index), *part;
      gboolean first = index == from.block, last = index == to.block;

      if (first && last)
        part = cut_out_of_block (document, &from, &to);
      else
        part = slice_block (block, first && from.part == RISALAH_PART_BODY ? from.offset : 0,
                            last && to.part == RISALAH_PART_BODY ? to.offset : G_MAXUINT);
      if (part != NULL)
        g_ptr_array_add (blocks, part);
    }
  if (blocks->len == 0)
    return NULL;
  return risalah_document_new (risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE),
                               (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}

static gboolean
note_id_cb (RisalahDocument *document,
            const RisalahPosition *at,
            const RisalahMark *mark,
            gpointer user_data)
{
  GHashTable *ids = user_data;

  if (mark->kind == RISALAH_MARK_CITATION)
    g_hash_table_add (ids, mark->citation->id);
  else if (mark->kind == RISALAH_MARK_NOTE)
    g_hash_table_add (ids, mark->note->id);
  return TRUE;
}

/* The text with new ids for citations and notes whose ids are among @ids. */
static RisalahRichText *
renew_ids (RisalahRichText *text, GHashTable *ids)
{
  RisalahRichText *renewed = risalah_rich_text_ref (text);
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (RisalahRichText) atom = NULL;
      g_autoptr (RisalahRichText) before = NULL;

      if (marks[i].kind == RISALAH_MARK_CITATION
          && g_hash_table_contains (ids, marks[i].citation->id))
        {
          const RisalahCitationAtom *old = marks[i].citation;
          g_autoptr (RisalahCitationAtom) plain =
              risalah_citation_atom_new (NULL, old->source_uid, old->text_uid, old->start, old->end,
                                         old->quotation_uid);
          g_autoptr (RisalahCitationAtom) citation =
              risalah_citation_atom_with_details (plain, old->locator, old->prefix, old->suffix);

          atom = risalah_rich_text_new_citation (citation);
        }
      else if (marks[i].kind == RISALAH_MARK_NOTE && g_hash_table_contains (ids, marks[i].note->id))
        {
          g_autoptr (RisalahRichText) content = renew_ids (marks[i].note->text, ids);
          g_autoptr (RisalahNote) note = risalah_note_new (NULL, content);

          atom = risalah_rich_text_new_note (note);
        }
      else
        continue;
      before = renewed;
      renewed = risalah_rich_text_replace (before, marks[i].start, marks[i].end, atom);
    }
  return renewed;
}

/* A block of a fragment as it may stand in @document: with ids of its own, no second title. */
static RisalahBriefBlock *
adopt (RisalahDocument *document, RisalahBriefBlock *block, GHashTable *ids, gboolean has_title)
{
  RisalahBriefBlock *adopted = risalah_brief_block_ref (block);
  const char *id = risalah_brief_block_get_id (block);
  guint part = risalah_brief_block_is_object (block) ? RISALAH_PART_CAPTION : RISALAH_PART_BODY;

  for (; part < risalah_brief_block_get_n_parts (block); part++)
    {
      RisalahRichText *text = risalah_brief_block_get_part (block, part);
      g_autoptr (RisalahRichText) renewed = renew_ids (text, ids);

      if (renewed != text)
        {
          g_autoptr (RisalahBriefBlock) before = adopted;

          adopted = risalah_brief_block_with_part (before, part, renewed);
        }
    }
  if (id != NULL && risalah_document_find_id (document, id) >= 0)
    {
      g_autoptr (RisalahBriefBlock) before = adopted;

      adopted = risalah_brief_block_with_id (before, NULL);
    }
  if (has_title && risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TITLE)
    {
      g_autoptr (RisalahBriefBlock) before = adopted;

      adopted = risalah_brief_block_with_kind (before, RISALAH_BRIEF_BLOCK_HEADING, 1);
    }
  return adopted;
}

static GPtrArray *
adopt_all (RisalahDocument *document, RisalahDocument *fragment)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  gboolean has_title = *risalah_document_get_title (document) != '\0';

  risalah_document_foreach_mark (document, note_id_cb, ids);
  for (guint i = 0; i < risalah_document_get_n_blocks (fragment); i++)
    g_ptr_array_add (blocks,
                     adopt (document, risalah_document_get_block (fragment, i), ids, has_title));
  return blocks;
}

/* All texts of blocks in one, for a place that holds no blocks: a cell, a caption. */
static RisalahRichText *
flatten (GPtrArray *blocks)
{
  RisalahRichText *flat = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      RisalahBriefBlock *block = blocks->pdata[i];
      guint part = risalah_brief_block_is_object (block) ? RISALAH_PART_CAPTION : RISALAH_PART_BODY;

      for (; part < risalah_brief_block_get_n_parts (block); part++)
        {
          g_autoptr (RisalahRichText) fitted =
              risalah_edit_fit_quotations (risalah_brief_block_get_part (block, part),
                                           RISALAH_BRIEF_BLOCK_PARAGRAPH, NULL);
          g_autoptr (RisalahRichText) line_break = NULL;
          g_autoptr (RisalahRichText) before = flat;
          g_autoptr (RisalahRichText) with_break = NULL;

          if (risalah_rich_text_get_length (fitted) == 0)
            {
              flat = g_steal_pointer (&before);
              continue;
            }
          if (before == NULL)
            {
              flat = g_steal_pointer (&fitted);
              continue;
            }
          line_break = risalah_rich_text_new_plain (RISALAH_LINE_BREAK_TEXT);
          with_break = risalah_rich_text_concatenate (before, line_break);
          flat = risalah_rich_text_concatenate (with_break, fitted);
        }
    }
  return flat != NULL ? flat : risalah_rich_text_new_plain ("");
}

/* Puts a text into the text at @at. */
static RisalahEdit
insert_rich (RisalahDocument *document, const RisalahPosition *at, RisalahRichText *rich)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, at->block);
  g_autoptr (RisalahRichText) changed =
      risalah_rich_text_replace (risalah_document_get_part (document, at), at->offset, at->offset,
                                 rich);
  g_autoptr (RisalahRichText) fitted = NULL;
  RisalahPosition cursor = *at;

  cursor.offset += risalah_rich_text_get_length (rich);
  fitted = risalah_edit_fit_quotations (changed,
                                        at->part == RISALAH_PART_BODY
                                            ? risalah_brief_block_get_kind (block)
                                            : RISALAH_BRIEF_BLOCK_PARAGRAPH,
                                        &cursor.offset);
  return risalah_edit_take (document, risalah_edit_with_part (document, at, fitted), at, cursor);
}

/* The first block with what stood before it, the last with what stood behind. */
static void
join_ends (GPtrArray *blocks, RisalahBriefBlock *here, guint offset, guint *cursor)
{
  RisalahRichText *text = risalah_brief_block_get_text (here);
  guint length = risalah_rich_text_get_length (text);
  RisalahBriefBlock *last = blocks->pdata[blocks->len - 1];
  RisalahBriefBlock *first = blocks->pdata[0];
  gboolean boxed = risalah_brief_block_is_boxed (here);

  *cursor = risalah_rich_text_get_length (risalah_brief_block_get_text (last));
  if (offset < length)
    {
      g_autoptr (RisalahRichText) after = risalah_rich_text_slice (text, offset, length);

      if (risalah_brief_block_is_object (last))
        g_ptr_array_add (blocks,
                         risalah_edit_new_block_like (here, risalah_brief_block_get_kind (here),
                                                      risalah_brief_block_get_level (here), after));
      else
        {
          g_autoptr (RisalahRichText) joined =
              risalah_rich_text_concatenate (risalah_brief_block_get_text (last), after);
          g_autoptr (RisalahRichText) fitted =
              risalah_edit_fit_quotations (joined, risalah_brief_block_get_kind (last), cursor);

          blocks->pdata[blocks->len - 1] =
              risalah_brief_block_with_part (last, RISALAH_PART_BODY, fitted);
          risalah_brief_block_unref (last);
        }
    }
  if (offset > 0)
    {
      g_autoptr (RisalahRichText) before = risalah_rich_text_slice (text, 0, offset);

      if (risalah_brief_block_is_object (first))
        g_ptr_array_insert (blocks, 0,
                            risalah_brief_block_with_part (here, RISALAH_PART_BODY, before));
      else
        {
          g_autoptr (RisalahRichText) joined =
              risalah_rich_text_concatenate (before, risalah_brief_block_get_text (first));
          g_autoptr (RisalahRichText) fitted =
              risalah_edit_fit_quotations (joined, risalah_brief_block_get_kind (here), NULL);

          blocks->pdata[0] = risalah_brief_block_with_part (here, RISALAH_PART_BODY, fitted);
          risalah_brief_block_unref (first);
        }
    }
  for (guint i = 0; boxed && i < blocks->len; i++)
    {
      g_autoptr (RisalahBriefBlock) plain = blocks->pdata[i];

      blocks->pdata[i] = risalah_brief_block_with_boxed (plain, TRUE);
    }
}

/* Puts several blocks, or one that is no paragraph, at a place. */
static RisalahEdit
insert_blocks (RisalahDocument *document, const RisalahPosition *at, GPtrArray *blocks)
{
  RisalahBriefBlock *here = risalah_document_get_block (document, at->block);
  RisalahPosition cursor = { at->block, RISALAH_PART_BODY, 0 };
  gboolean tail, beside = risalah_brief_block_is_object (here);
  guint index = at->block + (beside && at->offset > 0 ? 1 : 0);

  if (beside)
    {
      cursor.block = index + blocks->len - 1;
      cursor.offset = G_MAXUINT;
    }
  else
    {
      tail = at->offset < risalah_rich_text_get_length (risalah_brief_block_get_text (here))
             && risalah_brief_block_is_object (blocks->pdata[blocks->len - 1]);
      join_ends (blocks, here, at->offset, &cursor.offset);
      cursor.block = index + blocks->len - 1 - (tail ? 1 : 0);
    }
  return risalah_edit_take (document,
                            risalah_document_splice (document, index, beside ? 0 : 1,
                                                     (RisalahBriefBlock *const *)blocks->pdata,
                                                     blocks->len),
                            at, cursor);
}

/**
 * risalah_edit_insert_fragment:
 * @document: a document
 * @at: where
 * @fragment: what is pasted or dropped
 *
 * A single paragraph joins the text at @at; other blocks stand for themselves, the first and the
 * last joined with what stands before and behind. In a cell or caption everything becomes one
 * text. Citations, notes and blocks whose ids the document has get new ones.
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED within a locked quotation
 */
RisalahEdit
risalah_edit_insert_fragment (RisalahDocument *document,
                              const RisalahPosition *at,
                              RisalahDocument *fragment)
{
  g_autoptr (GPtrArray) blocks = NULL;
  RisalahPosition place;
  RisalahBriefBlock *here, *first;

  g_return_val_if_fail (document != NULL && at != NULL && fragment != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  here = risalah_document_get_block (document, place.block);
  if (risalah_rich_text_find_locked (risalah_document_get_part (document, &place), place.offset))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_LOCKED);
  blocks = adopt_all (document, fragment);
  first = blocks->pdata[0];
  if (place.part != RISALAH_PART_BODY)
    {
      g_autoptr (RisalahRichText) flat = flatten (blocks);

      return insert_rich (document, &place, flat);
    }
  if (!risalah_brief_block_is_object (here) && !risalah_brief_block_is_object (first)
      && blocks->len == 1
      && (risalah_brief_block_get_kind (first) == RISALAH_BRIEF_BLOCK_PARAGRAPH
          || risalah_rich_text_get_length (risalah_brief_block_get_text (here)) > 0))
    return insert_rich (document, &place, risalah_brief_block_get_text (first));
  return insert_blocks (document, &place, blocks);
}

static void
append_block_text (GString *plain, RisalahBriefBlock *block)
{
  guint n_columns = risalah_brief_block_get_n_columns (block);
  g_autofree char *words = NULL;

  if (!risalah_brief_block_is_object (block))
    {
      words = risalah_rich_text_dup_words (risalah_brief_block_get_text (block));
      if (risalah_brief_block_is_list_item (block))
        g_string_append_printf (plain, "%*s", (int)risalah_brief_block_get_level (block) * 2, "- ");
      g_string_append_printf (plain, "%s\n", words);
      return;
    }
  for (guint part = RISALAH_PART_CAPTION; part < risalah_brief_block_get_n_parts (block); part++)
    {
      g_autofree char *text =
          risalah_rich_text_dup_words (risalah_brief_block_get_part (block, part));
      gboolean is_cell = part >= RISALAH_PART_FIRST_CELL;
      gboolean ends_row = is_cell && (part - RISALAH_PART_FIRST_CELL) % n_columns == n_columns - 1;

      if (!is_cell && *text == '\0')
        continue;
      g_string_append_printf (plain, "%s%c", text, is_cell && !ends_row ? '\t' : '\n');
    }
}

/**
 * risalah_document_dup_plain_text:
 * @document: a document, or a fragment
 *
 * Returns: (transfer full): its words: a line for each block, cells apart by tabs, without notes
 */
char *
risalah_document_dup_plain_text (RisalahDocument *document)
{
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    append_block_text (plain, risalah_document_get_block (document, i));
  if (plain->len > 0)
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}
