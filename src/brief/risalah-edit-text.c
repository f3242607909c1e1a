/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: typing and deleting. */

#include <pango/pango.h>
#include <string.h>

#include "risalah-edit-private.h"

/* How far back a grapheme may reach; more than any emoji sequence in use. */
#define GRAPHEME_WINDOW 40

/* Text as it may be typed: without characters that no text holds; lines end with LF. */
static char *
dup_typeable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid) + 1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\r' && at[1] != '\n')
        g_string_append_c (clean, '\n');
      else if (character == 0x2029)
        g_string_append_c (clean, '\n');
      else if ((character >= 0x20 && character != 0x7F && character != RISALAH_ATOM_CHARACTER
                && character != 0xFFFE && character != 0xFFFF)
               || character == '\n' || character == '\t')
        g_string_append_unichar (clean, character);
    }
  return g_string_free (clean, FALSE);
}

static gboolean
begins_word (RisalahRichText *text, guint offset, const char *typed)
{
  const char *at;

  if (g_unichar_isspace (g_utf8_get_char (typed)))
    return FALSE;
  if (offset == 0)
    return TRUE;
  at = g_utf8_offset_to_pointer (risalah_rich_text_get_text (text), offset - 1);
  return g_unichar_isspace (g_utf8_get_char (at));
}

static RisalahEdit
insert_line (RisalahDocument *document, const RisalahPosition *at, const char *line)
{
  RisalahRichText *text = risalah_document_get_part (document, at);
  g_autoptr (RisalahRichText) typed = risalah_edit_dup_typed (text, at->offset, line);
  g_autoptr (RisalahRichText) changed =
      risalah_rich_text_replace (text, at->offset, at->offset, typed);
  RisalahPosition cursor = *at;
  RisalahEdit edit;

  cursor.offset += risalah_rich_text_get_length (typed);
  edit = risalah_edit_take (document, risalah_edit_with_part (document, at, changed), at, cursor);
  edit.begins_word = begins_word (text, at->offset, line);
  if (risalah_rich_text_get_length (typed) == 1)
    edit.step = RISALAH_EDIT_STEP_TYPING;
  return edit;
}

/* Text beside an object becomes a paragraph of its own. */
static RisalahEdit
insert_beside_object (RisalahDocument *document, const RisalahPosition *at, const char *line)
{
  g_autoptr (RisalahRichText) text = risalah_rich_text_new_plain (line);
  g_autoptr (RisalahBriefBlock) paragraph =
      risalah_edit_new_block_like (risalah_document_get_block (document, at->block),
                                   RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text);
  guint index = at->block + (at->offset > 0 ? 1 : 0);
  RisalahPosition cursor = { index, RISALAH_PART_BODY, risalah_rich_text_get_length (text) };

  return risalah_edit_take (document, risalah_document_splice (document, index, 0, &paragraph, 1),
                            at, cursor);
}

/* Inserts several lines: each after the first begins a block. */
static RisalahEdit
insert_lines (RisalahDocument *document, const RisalahPosition *at, char *const *lines)
{
  RisalahEdit edit = risalah_edit_insert_text (document, at, lines[0]);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (RisalahEdit) split = risalah_edit_split_block (edit.document, &edit.cursor);

      risalah_edit_clear (&edit);
      edit = risalah_edit_insert_text (split.document, &split.cursor, lines[i]);
    }
  edit.from = *at;
  edit.step = RISALAH_EDIT_STEP_ACT;
  edit.outcome = edit.document == document ? RISALAH_EDIT_UNCHANGED : RISALAH_EDIT_DONE;
  return edit;
}

/**
 * risalah_edit_insert_text:
 * @document: a document
 * @at: where
 * @text: what is typed or pasted as plain text; a line feed begins a new block, in a cell or a
 *   caption a new line
 *
 * Bold and italic that end at @at go on.
 *
 * Returns: (transfer full): the edit; its step is typing where @text is one character
 */
RisalahEdit
risalah_edit_insert_text (RisalahDocument *document, const RisalahPosition *at, const char *text)
{
  g_autofree char *typed = NULL;
  RisalahPosition place;
  RisalahBriefBlock *block;

  g_return_val_if_fail (document != NULL && at != NULL && text != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  block = risalah_document_get_block (document, place.block);
  if (risalah_rich_text_find_locked (risalah_document_get_part (document, &place), place.offset))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_LOCKED);
  typed = dup_typeable (text);
  if (*typed == '\0')
    return risalah_edit_refused (document, &place, RISALAH_EDIT_UNCHANGED);
  if (place.part != RISALAH_PART_BODY)
    g_strdelimit (typed, "\n", ' ');
  if (strchr (typed, '\n') != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (typed, "\n", -1);

      return insert_lines (document, &place, lines);
    }
  if (risalah_brief_block_is_object (block) && place.part == RISALAH_PART_BODY)
    return insert_beside_object (document, &place, typed);
  return insert_line (document, &place, typed);
}

/* Deletes within one block: of one part's text, or of the captions and cells between two. */
static RisalahEdit
delete_within_block (RisalahDocument *document,
                     const RisalahPosition *start,
                     const RisalahPosition *end)
{
  g_autoptr (GArray) stretches = risalah_edit_get_stretches (document, start, end);
  g_autoptr (RisalahBriefBlock) block =
      risalah_brief_block_ref (risalah_document_get_block (document, start->block));
  RisalahPosition cursor = *start;
  gboolean changed = FALSE;

  for (guint i = 0; i < stretches->len; i++)
    {
      const RisalahStretch *stretch = &g_array_index (stretches, RisalahStretch, i);
      RisalahRichText *text = risalah_brief_block_get_part (block, stretch->part);
      g_autoptr (RisalahRichText) rest =
          risalah_edit_delete_unlocked (text, stretch->start, stretch->end,
                                        i == 0 ? &cursor.offset : NULL);
      g_autoptr (RisalahBriefBlock) before = NULL;

      if (rest == text)
        continue;
      before = block;
      block = risalah_brief_block_with_part (before, stretch->part, rest);
      changed = TRUE;
    }
  if (!changed)
    return risalah_edit_refused (document, start,
                                 start->part == end->part ? RISALAH_EDIT_LOCKED
                                                          : RISALAH_EDIT_UNCHANGED);
  return risalah_edit_take (document, risalah_edit_with_block (document, start->block, block),
                            start, cursor);
}

/* The first block of a range that reaches over several, without its deleted end; NULL where
 * nothing of it stays. */
static RisalahBriefBlock *
cut_end (RisalahBriefBlock *block, guint offset, guint *cursor)
{
  RisalahRichText *text = risalah_brief_block_get_text (block);
  g_autoptr (RisalahRichText) rest = NULL;

  *cursor = offset;
  if (risalah_brief_block_is_object (block))
    return offset > 0 ? risalah_brief_block_ref (block) : NULL;
  rest = risalah_edit_delete_unlocked (text, offset, risalah_rich_text_get_length (text), cursor);
  return rest == text ? risalah_brief_block_ref (block)
                      : risalah_brief_block_with_part (block, RISALAH_PART_BODY, rest);
}

/* The last block of such a range, without its deleted beginning. */
static RisalahBriefBlock *
cut_beginning (RisalahBriefBlock *block, guint offset)
{
  RisalahRichText *text = risalah_brief_block_get_text (block);
  g_autoptr (RisalahRichText) rest = NULL;

  if (risalah_brief_block_is_object (block))
    return offset == 0 ? risalah_brief_block_ref (block) : NULL;
  rest = risalah_edit_delete_unlocked (text, 0, offset, NULL);
  return rest == text ? risalah_brief_block_ref (block)
                      : risalah_brief_block_with_part (block, RISALAH_PART_BODY, rest);
}

/* @first with the text of @second after its own. An empty first block takes the kind of the
 * second, but for headings, which keep their place. */
static RisalahBriefBlock *
join (RisalahBriefBlock *first, RisalahBriefBlock *second, guint *cursor)
{
  RisalahRichText *text = risalah_brief_block_get_text (first);
  g_autoptr (RisalahRichText) joined =
      risalah_rich_text_concatenate (text, risalah_brief_block_get_text (second));
  g_autoptr (RisalahRichText) fitted = NULL;

  if (risalah_rich_text_get_length (text) == 0
      && risalah_brief_block_get_kind (first) == RISALAH_BRIEF_BLOCK_PARAGRAPH)
    return risalah_brief_block_with_boxed (second, risalah_brief_block_is_boxed (first));
  fitted = risalah_edit_fit_quotations (joined, risalah_brief_block_get_kind (first), cursor);
  return risalah_brief_block_with_part (first, RISALAH_PART_BODY, fitted);
}

static gboolean
is_empty_text (RisalahBriefBlock *block)
{
  return !risalah_brief_block_is_object (block)
         && risalah_rich_text_get_length (risalah_brief_block_get_text (block)) == 0;
}

/* Deletes from within one block to within a later one. */
static RisalahEdit
delete_across_blocks (RisalahDocument *document,
                      const RisalahPosition *start,
                      const RisalahPosition *end)
{
  RisalahPosition cursor = *start;
  g_autoptr (RisalahBriefBlock) first =
      cut_end (risalah_document_get_block (document, start->block), start->offset, &cursor.offset);
  g_autoptr (RisalahBriefBlock) last =
      cut_beginning (risalah_document_get_block (document, end->block), end->offset);
  RisalahBriefBlock *kept[2];
  guint n_kept = 0;

  if (first != NULL && last != NULL && !risalah_brief_block_is_object (first)
      && !risalah_brief_block_is_object (last))
    {
      g_autoptr (RisalahBriefBlock) both = join (first, last, &cursor.offset);

      return risalah_edit_take (document,
                                risalah_document_splice (document, start->block,
                                                         end->block - start->block + 1, &both, 1),
                                start, cursor);
    }
  /* Beside an object nothing is joined; an empty block next to it goes. */
  if (first != NULL && !(is_empty_text (first) && last != NULL && start->offset == 0))
    kept[n_kept++] = first;
  if (last != NULL && !(is_empty_text (last) && first != NULL && n_kept > 0))
    kept[n_kept++] = last;
  if (n_kept == 2 && kept[0] == risalah_document_get_block (document, start->block)
      && end->block == start->block + 1 && end->offset == 0)
    return risalah_edit_refused (document, start, RISALAH_EDIT_UNCHANGED);
  return risalah_edit_take (document,
                            risalah_document_splice (document, start->block,
                                                     end->block - start->block + 1, kept, n_kept),
                            start, cursor);
}

/**
 * risalah_edit_delete_range:
 * @document: a document
 * @start: where the range begins
 * @end: where it ends; the two may stand the other way round
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED where the range lies within a locked
 *   quotation
 */
RisalahEdit
risalah_edit_delete_range (RisalahDocument *document,
                           const RisalahPosition *start,
                           const RisalahPosition *end)
{
  RisalahPosition from, to;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });

  risalah_edit_clamp_range (document, start, end, &from, &to);
  if (risalah_position_compare (&from, &to) == 0)
    return risalah_edit_refused (document, &from, RISALAH_EDIT_UNCHANGED);
  if (from.block == to.block)
    {
      gboolean whole_object =
          risalah_brief_block_is_object (risalah_document_get_block (document, from.block))
          && from.part == RISALAH_PART_BODY && to.part == RISALAH_PART_BODY;

      return whole_object ? risalah_edit_remove_block (document, from.block)
                          : delete_within_block (document, &from, &to);
    }
  if (from.part != RISALAH_PART_BODY)
    from = (RisalahPosition){ from.block, RISALAH_PART_BODY, 0 };
  if (to.part != RISALAH_PART_BODY)
    to = (RisalahPosition){ to.block, RISALAH_PART_BODY, 1 };
  return delete_across_blocks (document, &from, &to);
}

/* How many characters the grapheme before (or after) @offset has. */
static guint
measure_grapheme (RisalahRichText *text, guint offset, gboolean forward)
{
  guint length = risalah_rich_text_get_length (text);
  guint first = forward ? offset : offset - MIN (offset, GRAPHEME_WINDOW);
  guint last = forward ? MIN (length, offset + GRAPHEME_WINDOW) : offset;
  const char *from = g_utf8_offset_to_pointer (risalah_rich_text_get_text (text), first);
  const char *to = g_utf8_offset_to_pointer (from, last - first);
  g_autofree PangoLogAttr *breaks = g_new0 (PangoLogAttr, last - first + 1);
  guint n = 1;

  pango_get_log_attrs (from, (int)(to - from), -1, pango_language_from_string ("id"), breaks,
                       (int)(last - first + 1));
  if (!forward && breaks[last - first].backspace_deletes_character)
    return 1;
  while (n < last - first && !breaks[forward ? n : last - first - n].is_cursor_position)
    n++;
  return n;
}

/* Backspace at the beginning of a block: out of the list, out of the box, or to the one before. */
static RisalahEdit
delete_at_beginning (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, at->block);
  gboolean first_in_box =
      risalah_brief_block_is_boxed (block)
      && (at->block == 0
          || !risalah_brief_block_is_boxed (risalah_document_get_block (document, at->block - 1)));

  if (risalah_brief_block_is_list_item (block))
    return risalah_edit_change_level (document, at, at, -1);
  if (first_in_box)
    return risalah_edit_set_boxed (document, at, at, FALSE);
  if (at->block == 0)
    return risalah_edit_refused (document, at, RISALAH_EDIT_UNCHANGED);
  return risalah_edit_join_blocks (document, at->block - 1);
}

/**
 * risalah_edit_delete_character:
 * @document: a document
 * @at: where the cursor stands
 * @forward: the character after it (Delete), else before it (Backspace)
 *
 * Deletes what a reader takes for one character. At the beginning of a list item, Backspace takes
 * it out of the list; else two blocks are joined. A locked quotation is not deleted by single
 * characters: RISALAH_EDIT_LOCKED.
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_delete_character (RisalahDocument *document,
                               const RisalahPosition *at,
                               gboolean forward)
{
  RisalahPosition place, other;
  RisalahRichText *text;
  RisalahEdit edit;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  text = risalah_document_get_part (document, &place);
  if (!forward && place.offset == 0)
    return place.part == RISALAH_PART_BODY
               ? delete_at_beginning (document, &place)
               : risalah_edit_refused (document, &place, RISALAH_EDIT_UNCHANGED);
  if (forward && place.offset == risalah_rich_text_get_length (text))
    {
      if (place.part != RISALAH_PART_BODY
          || place.block + 1 == risalah_document_get_n_blocks (document))
        return risalah_edit_refused (document, &place, RISALAH_EDIT_UNCHANGED);
      return risalah_edit_join_blocks (document, place.block);
    }
  if (risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION,
                                   forward ? place.offset : place.offset - 1))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_LOCKED);
  other = place;
  if (forward)
    other.offset += measure_grapheme (text, place.offset, TRUE);
  else
    other.offset -= measure_grapheme (text, place.offset, FALSE);
  edit = risalah_edit_delete_range (document, &other, &place);
  edit.from = place;
  if (!risalah_brief_block_is_object (risalah_document_get_block (document, place.block))
      || place.part != RISALAH_PART_BODY)
    edit.step = RISALAH_EDIT_STEP_DELETING;
  return edit;
}

/**
 * risalah_edit_replace_range:
 * @document: a document
 * @start: where the range begins
 * @end: where it ends
 * @text: what is typed over it
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED where the range lies within a locked
 *   quotation
 */
RisalahEdit
risalah_edit_replace_range (RisalahDocument *document,
                            const RisalahPosition *start,
                            const RisalahPosition *end,
                            const char *text)
{
  g_auto (RisalahEdit) deletion = { 0 };
  RisalahEdit edit;

  g_return_val_if_fail (document != NULL && text != NULL, (RisalahEdit){ 0 });

  deletion = risalah_edit_delete_range (document, start, end);
  if (deletion.outcome == RISALAH_EDIT_LOCKED)
    return risalah_edit_refused (document, &deletion.cursor, RISALAH_EDIT_LOCKED);
  edit = risalah_edit_insert_text (deletion.document, &deletion.cursor, text);
  if (edit.document != document)
    edit.outcome = RISALAH_EDIT_DONE;
  edit.from = deletion.from;
  if (deletion.outcome == RISALAH_EDIT_DONE)
    edit.step = RISALAH_EDIT_STEP_ACT;
  return edit;
}
