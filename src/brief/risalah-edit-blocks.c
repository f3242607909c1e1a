/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: blocks split, joined, and made into other kinds; sections moved; fields set. */

#include <string.h>

#include "risalah-edit-private.h"
#include "risalah-outline.h"

/* Replaces the block at @index by two; takes both (nullable: that one is left out). */
static RisalahDocument *
splice_two (RisalahDocument *document,
            guint index,
            RisalahBriefBlock *first,
            RisalahBriefBlock *second)
{
  RisalahBriefBlock *blocks[] = { first, second };
  RisalahDocument *changed = risalah_document_splice (document, index, 1, blocks, 2);

  risalah_brief_block_unref (first);
  risalah_brief_block_unref (second);
  return changed;
}

static RisalahEdit
split_beside_object (RisalahDocument *document, const RisalahPosition *at)
{
  g_autoptr (RisalahRichText) nothing = risalah_rich_text_new_plain ("");
  g_autoptr (RisalahBriefBlock) paragraph =
      risalah_edit_new_block_like (risalah_document_get_block (document, at->block),
                                   RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, nothing);
  guint index = at->block + (at->offset > 0 ? 1 : 0);
  RisalahPosition cursor = { at->offset > 0 ? index : index + 1, RISALAH_PART_BODY, 0 };

  return risalah_edit_take (document, risalah_document_splice (document, index, 0, &paragraph, 1),
                            at, cursor);
}

static RisalahEdit
insert_line_break (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahRichText *text = risalah_document_get_part (document, at);
  g_autoptr (RisalahRichText) line_break = risalah_rich_text_new_plain (RISALAH_LINE_BREAK_TEXT);
  g_autoptr (RisalahRichText) changed =
      risalah_rich_text_replace (text, at->offset, at->offset, line_break);
  RisalahPosition cursor = { at->block, at->part, at->offset + 1 };

  return risalah_edit_take (document, risalah_edit_with_part (document, at, changed), at, cursor);
}

/* Enter in an empty block leaves what it stands in: a list level, a quotation, the box. */
static RisalahEdit
leave (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, at->block);

  if (risalah_brief_block_is_list_item (block))
    return risalah_edit_change_level (document, at, at, -1);
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_QUOTATION)
    return risalah_edit_set_kind (document, at, at, RISALAH_BRIEF_BLOCK_PARAGRAPH, 0);
  return risalah_edit_set_boxed (document, at, at, FALSE);
}

/* Whether Enter in this empty block leaves something. */
static gboolean
can_leave (RisalahDocument *document, guint index)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, index);
  gboolean last_in_box =
      risalah_brief_block_is_boxed (block)
      && (index + 1 == risalah_document_get_n_blocks (document)
          || !risalah_brief_block_is_boxed (risalah_document_get_block (document, index + 1)));

  return risalah_brief_block_is_list_item (block)
         || risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_QUOTATION || last_in_box;
}

/* What kind of block follows one that is split. */
static RisalahBriefBlockKind
get_following_kind (RisalahBriefBlock *block, gboolean at_end)
{
  RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);

  if (risalah_brief_block_is_list_item (block))
    return kind;
  if (kind == RISALAH_BRIEF_BLOCK_QUOTATION)
    return at_end || risalah_brief_block_get_block_quotation (block) != NULL
               ? RISALAH_BRIEF_BLOCK_PARAGRAPH
               : kind;
  return kind == RISALAH_BRIEF_BLOCK_HEADING && !at_end ? kind : RISALAH_BRIEF_BLOCK_PARAGRAPH;
}

/**
 * risalah_edit_split_block:
 * @document: a document
 * @at: where
 *
 * What Enter does: a new block begins at @at. After a heading or a block quotation it is a
 * paragraph; before the first character an empty paragraph is put above; in an empty list item,
 * block quotation or last block of the box, that is left; in a cell or caption a line is broken.
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED within a locked quotation
 */
RisalahEdit
risalah_edit_split_block (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahPosition place, cursor;
  RisalahBriefBlock *block, *first, *second;
  RisalahRichText *text;
  RisalahBriefBlockKind following;
  guint length;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  block = risalah_document_get_block (document, place.block);
  text = risalah_document_get_part (document, &place);
  length = risalah_rich_text_get_length (text);
  if (risalah_rich_text_find_locked (text, place.offset))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_LOCKED);
  if (place.part != RISALAH_PART_BODY)
    return insert_line_break (document, &place);
  if (risalah_brief_block_is_object (block))
    return split_beside_object (document, &place);
  if (length == 0 && can_leave (document, place.block))
    return leave (document, &place);

  cursor = (RisalahPosition){ place.block + 1, RISALAH_PART_BODY, 0 };
  if (place.offset == 0 && length > 0)
    {
      g_autoptr (RisalahRichText) nothing = risalah_rich_text_new_plain ("");

      first = risalah_edit_new_block_like (block,
                                           risalah_brief_block_is_list_item (block)
                                               ? risalah_brief_block_get_kind (block)
                                               : RISALAH_BRIEF_BLOCK_PARAGRAPH,
                                           risalah_brief_block_get_level (block), nothing);
      second = risalah_brief_block_ref (block);
    }
  else
    {
      g_autoptr (RisalahRichText) before = risalah_rich_text_slice (text, 0, place.offset);
      g_autoptr (RisalahRichText) after = risalah_rich_text_slice (text, place.offset, length);

      following = get_following_kind (block, place.offset == length);
      first = risalah_brief_block_with_part (block, RISALAH_PART_BODY, before);
      second = risalah_edit_new_block_like (block, following, risalah_brief_block_get_level (block),
                                            after);
    }
  return risalah_edit_take (document, splice_two (document, place.block, first, second), &place,
                            cursor);
}

/**
 * risalah_edit_join_blocks:
 * @document: a document
 * @first: index of a block
 *
 * Returns: (transfer full): the edit that puts the next block's text after that of @first; the
 *   cursor stands between them. Objects are not joined.
 */
RisalahEdit
risalah_edit_join_blocks (RisalahDocument *document, guint first)
{
  RisalahPosition start = { first, RISALAH_PART_BODY, 0 },
                  end = { first + 1, RISALAH_PART_BODY, 0 };

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  if (first + 1 >= risalah_document_get_n_blocks (document))
    return risalah_edit_refused (document, &start, RISALAH_EDIT_UNCHANGED);
  start.offset = risalah_rich_text_get_length (
      risalah_brief_block_get_text (risalah_document_get_block (document, first)));
  return risalah_edit_delete_range (document, &start, &end);
}

/* Makes another block of one with text; returns a new reference to the same where none is due. */
typedef RisalahBriefBlock *(*Change) (RisalahBriefBlock *block, gconstpointer data, guint *cursor);

/* Changes the blocks between two places, each by @change. The cursor stays in the last. */
static RisalahEdit
change_blocks (RisalahDocument *document,
               const RisalahPosition *start,
               const RisalahPosition *end,
               Change change,
               gconstpointer data)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  RisalahPosition from = risalah_edit_clamp (document, start);
  RisalahPosition to = risalah_edit_clamp (document, end);
  RisalahPosition cursor = to;
  guint first = MIN (from.block, to.block), last = MAX (from.block, to.block);
  gboolean changed = FALSE;

  for (guint index = first; index <= last; index++)
    {
      RisalahBriefBlock *old = risalah_document_get_block (document, index);
      gboolean holds_cursor = index == cursor.block && cursor.part == RISALAH_PART_BODY;
      RisalahBriefBlock *block = change (old, data, holds_cursor ? &cursor.offset : NULL);

      changed |= block != old;
      g_ptr_array_add (blocks, block);
    }
  if (!changed)
    return risalah_edit_refused (document, &to, RISALAH_EDIT_UNCHANGED);
  return risalah_edit_take (document,
                            risalah_document_splice (document, first, last - first + 1,
                                                     (RisalahBriefBlock *const *)blocks->pdata,
                                                     blocks->len),
                            &to, cursor);
}

typedef struct
{
  RisalahBriefBlockKind kind;
  guint level;
} KindAndLevel;

static RisalahBriefBlock *
change_kind (RisalahBriefBlock *block, gconstpointer data, guint *cursor)
{
  const KindAndLevel *wanted = data;
  RisalahRichText *text = risalah_brief_block_get_text (block);
  g_autoptr (RisalahRichText) fitted = NULL;
  g_autoptr (RisalahBriefBlock) of_kind = NULL;
  guint level = wanted->level;

  if (risalah_brief_block_is_object (block))
    return risalah_brief_block_ref (block);
  if (level == 0)
    level = MAX (1, risalah_brief_block_get_level (block));
  if (risalah_brief_block_get_kind (block) == wanted->kind
      && (risalah_brief_block_get_level (block) == level
          || risalah_brief_block_get_level (block) == 0))
    return risalah_brief_block_ref (block);
  of_kind = risalah_brief_block_with_kind (block, wanted->kind, level);
  fitted = risalah_edit_fit_quotations (text, wanted->kind, cursor);
  return fitted == text ? g_steal_pointer (&of_kind)
                        : risalah_brief_block_with_part (of_kind, RISALAH_PART_BODY, fitted);
}

/**
 * risalah_edit_set_kind:
 * @document: a document
 * @start: a place in the first block
 * @end: a place in the last block, where the cursor stands
 * @kind: a kind with text of its own
 * @level: of headings 1 to 3, of list items from 1; 0 keeps the level that a block has
 *
 * Returns: (transfer full): the edit; objects between stay
 */
RisalahEdit
risalah_edit_set_kind (RisalahDocument *document,
                       const RisalahPosition *start,
                       const RisalahPosition *end,
                       RisalahBriefBlockKind kind,
                       guint level)
{
  KindAndLevel wanted = { kind, level };

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });
  g_return_val_if_fail (kind < RISALAH_BRIEF_BLOCK_TABLE, (RisalahEdit){ 0 });
  return change_blocks (document, start, end, change_kind, &wanted);
}

static RisalahBriefBlock *
change_level (RisalahBriefBlock *block, gconstpointer data, guint *cursor)
{
  gint level = (gint)risalah_brief_block_get_level (block) + *(const gint *)data;
  KindAndLevel wanted = { risalah_brief_block_get_kind (block), MAX (level, 1) };

  if (risalah_brief_block_is_list_item (block))
    {
      if (level < 1)
        wanted.kind = RISALAH_BRIEF_BLOCK_PARAGRAPH;
      wanted.level = MIN (wanted.level, 9);
      return change_kind (block, &wanted, cursor);
    }
  if (wanted.kind != RISALAH_BRIEF_BLOCK_HEADING)
    return risalah_brief_block_ref (block);
  wanted.level = MIN (wanted.level, 3);
  return change_kind (block, &wanted, cursor);
}

/**
 * risalah_edit_change_level:
 * @document: a document
 * @start: a place in the first block
 * @end: a place in the last block, where the cursor stands
 * @by: how many levels deeper; less than 0 for higher
 *
 * Returns: (transfer full): the edit of list items and headings; an item that leaves the first
 *   level becomes a paragraph
 */
RisalahEdit
risalah_edit_change_level (RisalahDocument *document,
                           const RisalahPosition *start,
                           const RisalahPosition *end,
                           gint by)
{
  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });
  return change_blocks (document, start, end, change_level, &by);
}

static RisalahBriefBlock *
change_boxed (RisalahBriefBlock *block, gconstpointer data, guint *cursor)
{
  return risalah_brief_block_with_boxed (block, *(const gboolean *)data);
}

/**
 * risalah_edit_set_boxed:
 * @document: a document
 * @start: a place in the first block
 * @end: a place in the last block, where the cursor stands
 * @boxed: whether they stand in the key-messages box
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_set_boxed (RisalahDocument *document,
                        const RisalahPosition *start,
                        const RisalahPosition *end,
                        gboolean boxed)
{
  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });
  return change_blocks (document, start, end, change_boxed, &boxed);
}

/**
 * risalah_edit_apply_shortcut:
 * @document: a document
 * @at: where the cursor stands, after a space was typed
 *
 * Takes "# ", "## ", "### ", "- ", "* ", "1. " and "> " at the beginning of a paragraph for what
 * they mean in Markdown.
 *
 * Returns: (transfer full): the edit that takes them away and sets the kind;
 *   RISALAH_EDIT_NOT_HERE where none of them stands before @at
 */
RisalahEdit
risalah_edit_apply_shortcut (RisalahDocument *document, const RisalahPosition *at)
{
  static const struct
  {
    const char *typed;
    RisalahBriefBlockKind kind;
    guint level;
  } shortcuts[] = {
    { "# ", RISALAH_BRIEF_BLOCK_HEADING, 1 },   { "## ", RISALAH_BRIEF_BLOCK_HEADING, 2 },
    { "### ", RISALAH_BRIEF_BLOCK_HEADING, 3 }, { "- ", RISALAH_BRIEF_BLOCK_BULLET, 1 },
    { "* ", RISALAH_BRIEF_BLOCK_BULLET, 1 },    { "1. ", RISALAH_BRIEF_BLOCK_NUMBERED, 1 },
    { "> ", RISALAH_BRIEF_BLOCK_QUOTATION, 0 },
  };
  RisalahPosition place;
  RisalahBriefBlock *block;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  block = risalah_document_get_block (document, place.block);
  if (risalah_brief_block_get_kind (block) != RISALAH_BRIEF_BLOCK_PARAGRAPH)
    return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      RisalahRichText *text = risalah_brief_block_get_text (block);
      RisalahPosition cursor = { place.block, RISALAH_PART_BODY, 0 };

      if (place.offset == strlen (shortcuts[i].typed)
          && g_str_has_prefix (risalah_rich_text_get_text (text), shortcuts[i].typed))
        {
          g_autoptr (RisalahRichText) rest =
              risalah_rich_text_slice (text, place.offset, G_MAXUINT);
          g_autoptr (RisalahRichText) fitted =
              risalah_edit_fit_quotations (rest, shortcuts[i].kind, NULL);
          g_autoptr (RisalahBriefBlock) of_kind =
              risalah_brief_block_with_kind (block, shortcuts[i].kind, shortcuts[i].level);
          g_autoptr (RisalahBriefBlock) changed =
              risalah_brief_block_with_part (of_kind, RISALAH_PART_BODY, fitted);

          return risalah_edit_take (document,
                                    risalah_edit_with_block (document, place.block, changed),
                                    &place, cursor);
        }
    }
  return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
}

/**
 * risalah_edit_move_section:
 * @document: a document
 * @heading: index of a heading; its section reaches to the next one of its level or a higher one
 * @before: index of the block that it is put before, the number of blocks for the end
 *
 * Returns: (transfer full): the edit, with the cursor at the heading; RISALAH_EDIT_NOT_HERE where
 *   @heading is none
 */
RisalahEdit
risalah_edit_move_section (RisalahDocument *document, guint heading, guint before)
{
  RisalahPosition cursor = { heading, RISALAH_PART_BODY, 0 }, from = cursor;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  guint end, n_blocks, first, last;

  g_return_val_if_fail (document != NULL, (RisalahEdit){ 0 });

  n_blocks = risalah_document_get_n_blocks (document);
  if (heading >= n_blocks || before > n_blocks
      || risalah_brief_block_get_kind (risalah_document_get_block (document, heading))
             != RISALAH_BRIEF_BLOCK_HEADING)
    return risalah_edit_refused (document, &from, RISALAH_EDIT_NOT_HERE);
  end = risalah_outline_find_section_end (document, heading);
  if (before >= heading && before <= end)
    return risalah_edit_refused (document, &from, RISALAH_EDIT_UNCHANGED);

  first = MIN (before, heading);
  last = MAX (before, end);
  if (before < heading)
    {
      cursor.block = before;
      for (guint i = heading; i < end; i++)
        g_ptr_array_add (blocks, risalah_document_get_block (document, i));
      for (guint i = before; i < heading; i++)
        g_ptr_array_add (blocks, risalah_document_get_block (document, i));
    }
  else
    {
      cursor.block = before - (end - heading);
      for (guint i = end; i < before; i++)
        g_ptr_array_add (blocks, risalah_document_get_block (document, i));
      for (guint i = heading; i < end; i++)
        g_ptr_array_add (blocks, risalah_document_get_block (document, i));
    }
  return risalah_edit_take (document,
                            risalah_document_splice (document, first, last - first,
                                                     (RisalahBriefBlock *const *)blocks->pdata,
                                                     blocks->len),
                            &from, cursor);
}

/**
 * risalah_edit_set_field:
 * @document: a document
 * @cursor: where the cursor stands
 * @field: which field
 * @value: (nullable): its value
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_set_field (RisalahDocument *document,
                        const RisalahPosition *cursor,
                        RisalahDocumentField field,
                        const char *value)
{
  g_return_val_if_fail (document != NULL && cursor != NULL, (RisalahEdit){ 0 });
  return risalah_edit_take (document, risalah_document_with_field (document, field, value), cursor,
                            *cursor);
}

/**
 * risalah_edit_set_rule:
 * @document: a document
 * @cursor: where the cursor stands
 * @rule: name of a check rule
 * @reason: (nullable): why it is switched off in this brief, %NULL to switch it on
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_set_rule (RisalahDocument *document,
                       const RisalahPosition *cursor,
                       const char *rule,
                       const char *reason)
{
  g_return_val_if_fail (document != NULL && cursor != NULL && rule != NULL, (RisalahEdit){ 0 });
  return risalah_edit_take (document,
                            reason != NULL ? risalah_document_with_rule_off (document, rule, reason)
                                           : risalah_document_with_rule_on (document, rule),
                            cursor, *cursor);
}
