/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: marks over a range, citations and notes at a place. */

#include "risalah-edit-private.h"

/* Makes another text of a stretch of one. */
typedef RisalahRichText *(*ChangeText) (RisalahRichText *text,
                                        const RisalahStretch *stretch,
                                        gconstpointer data);

/* Changes each stretch between two places by @change. */
static RisalahEdit
change_stretches (RisalahDocument *document,
                  GArray *stretches,
                  const RisalahPosition *cursor,
                  ChangeText change,
                  gconstpointer data)
{
  RisalahDocument *changed = risalah_document_ref (document);

  for (guint i = 0; i < stretches->len;)
    {
      guint index = g_array_index (stretches, RisalahStretch, i).block;
      g_autoptr (RisalahBriefBlock) block =
          risalah_brief_block_ref (risalah_document_get_block (changed, index));
      g_autoptr (RisalahDocument) before = NULL;

      for (; i < stretches->len && g_array_index (stretches, RisalahStretch, i).block == index; i++)
        {
          const RisalahStretch *stretch = &g_array_index (stretches, RisalahStretch, i);
          RisalahRichText *text = risalah_brief_block_get_part (block, stretch->part);
          g_autoptr (RisalahRichText) other = change (text, stretch, data);
          g_autoptr (RisalahBriefBlock) old = NULL;

          if (risalah_rich_text_equal (text, other))
            continue;
          old = block;
          block = risalah_brief_block_with_part (old, stretch->part, other);
        }
      if (block == risalah_document_get_block (changed, index))
        continue;
      before = changed;
      changed = risalah_edit_with_block (before, index, block);
    }
  return risalah_edit_take (document, changed, cursor, *cursor);
}

/* The stretches between two places that may stand the other way round, empty ones left out. */
static GArray *
get_stretches (RisalahDocument *document, const RisalahPosition *start, const RisalahPosition *end)
{
  RisalahPosition from, to;
  GArray *stretches;

  risalah_edit_clamp_range (document, start, end, &from, &to);
  stretches = risalah_edit_get_stretches (document, &from, &to);
  for (guint i = stretches->len; i-- > 0;)
    if (g_array_index (stretches, RisalahStretch, i).start
        >= g_array_index (stretches, RisalahStretch, i).end)
      g_array_remove_index (stretches, i);
  return stretches;
}

static RisalahRichText *
add_mark (RisalahRichText *text, const RisalahStretch *stretch, gconstpointer data)
{
  RisalahMark mark = *(const RisalahMark *)data;

  mark.start = stretch->start;
  mark.end = stretch->end;
  return risalah_rich_text_with_mark (text, &mark);
}

static RisalahRichText *
remove_mark (RisalahRichText *text, const RisalahStretch *stretch, gconstpointer data)
{
  return risalah_rich_text_without_marks (text, ((const RisalahMark *)data)->kind, stretch->start,
                                          stretch->end);
}

/**
 * risalah_edit_toggle_mark:
 * @document: a document
 * @start: where the range begins
 * @end: where it ends
 * @kind: bold, italic or superscript
 *
 * Sets the mark, or takes it away where the whole range has it. Quotations stay as they are.
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_toggle_mark (RisalahDocument *document,
                          const RisalahPosition *start,
                          const RisalahPosition *end,
                          RisalahMarkKind kind)
{
  g_autoptr (GArray) stretches = NULL;
  RisalahMark mark = { .kind = kind };
  gboolean everywhere = TRUE;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });

  if (kind != RISALAH_MARK_BOLD && kind != RISALAH_MARK_ITALIC && kind != RISALAH_MARK_SUPERSCRIPT)
    return risalah_edit_refused (document, end, RISALAH_EDIT_NOT_HERE);
  stretches = get_stretches (document, start, end);
  for (guint i = 0; i < stretches->len && everywhere; i++)
    {
      const RisalahStretch *stretch = &g_array_index (stretches, RisalahStretch, i);
      RisalahPosition place = { stretch->block, stretch->part, 0 };

      everywhere = risalah_rich_text_has_mark (risalah_document_get_part (document, &place), kind,
                                               stretch->start, stretch->end);
    }
  return change_stretches (document, stretches, end, everywhere ? remove_mark : add_mark, &mark);
}

/**
 * risalah_edit_set_link:
 * @document: a document
 * @start: where the range begins
 * @end: where it ends
 * @href: (nullable): an address, or "#" and a block's id; %NULL to take links away
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_set_link (RisalahDocument *document,
                       const RisalahPosition *start,
                       const RisalahPosition *end,
                       const char *href)
{
  g_autoptr (GArray) stretches = NULL;
  RisalahMark mark = { .kind = RISALAH_MARK_LINK };
  RisalahEdit edit;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });

  stretches = get_stretches (document, start, end);
  if (href == NULL || *href == '\0')
    return change_stretches (document, stretches, end, remove_mark, &mark);
  mark.href = g_ref_string_new (href);
  edit = change_stretches (document, stretches, end, add_mark, &mark);
  g_ref_string_release (mark.href);
  return edit;
}

/**
 * risalah_edit_set_likelihood:
 * @document: a document
 * @start: where the words begin
 * @end: where they end
 * @likelihood: a #RisalahLikelihood, -1 to take the mark away
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_set_likelihood (RisalahDocument *document,
                             const RisalahPosition *start,
                             const RisalahPosition *end,
                             gint likelihood)
{
  g_autoptr (GArray) stretches = NULL;
  RisalahMark mark = { .kind = RISALAH_MARK_LIKELIHOOD };

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });
  g_return_val_if_fail (likelihood < RISALAH_LIKELIHOOD_N, (RisalahEdit){ 0 });

  stretches = get_stretches (document, start, end);
  if (likelihood < 0)
    return change_stretches (document, stretches, end, remove_mark, &mark);
  mark.likelihood = (RisalahLikelihood)likelihood;
  return change_stretches (document, stretches, end, add_mark, &mark);
}

/**
 * risalah_edit_insert_likelihood:
 * @document: a document
 * @start: where the words begin that it takes the place of
 * @end: where they end; @start to put it in only
 * @likelihood: one of the seven expressions
 * @words: what the brief's language calls it
 *
 * Puts an expression of the agreed scale in, marked as such.
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED within a locked quotation,
 *   RISALAH_EDIT_NOT_HERE beside an object
 */
RisalahEdit
risalah_edit_insert_likelihood (RisalahDocument *document,
                                const RisalahPosition *start,
                                const RisalahPosition *end,
                                RisalahLikelihood likelihood,
                                const char *words)
{
  RisalahMark mark = { .kind = RISALAH_MARK_LIKELIHOOD };
  g_auto (RisalahEdit) removal = { 0 };
  g_autoptr (RisalahRichText) plain = NULL, marked = NULL, spaced = NULL, changed = NULL;
  RisalahRichText *text;
  RisalahPosition at, cursor;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });
  g_return_val_if_fail (likelihood < RISALAH_LIKELIHOOD_N && words != NULL, (RisalahEdit){ 0 });

  removal = risalah_edit_delete_range (document, start, end);
  cursor = at = risalah_edit_clamp (removal.document, &removal.cursor);
  text = risalah_document_get_part (removal.document, &at);
  if (at.part == RISALAH_PART_BODY
      && risalah_brief_block_is_object (risalah_document_get_block (removal.document, at.block)))
    return risalah_edit_refused (document, end, RISALAH_EDIT_NOT_HERE);
  if (risalah_rich_text_find_locked (text, at.offset) != NULL)
    return risalah_edit_refused (document, end, RISALAH_EDIT_LOCKED);
  plain = risalah_rich_text_new_plain (words);
  mark.end = risalah_rich_text_get_length (plain);
  mark.likelihood = likelihood;
  marked = risalah_rich_text_with_mark (plain, &mark);
  spaced = risalah_edit_with_blanks (text, at.offset, marked);
  changed = risalah_rich_text_replace (text, at.offset, at.offset, spaced);
  cursor.offset += risalah_rich_text_get_length (spaced);
  return risalah_edit_take (document, risalah_edit_with_part (removal.document, &at, changed),
                            start, cursor);
}

/* Puts an atom at a place. */
static RisalahEdit
insert_atom (RisalahDocument *document, const RisalahPosition *at, RisalahRichText *atom)
{
  RisalahPosition place = risalah_edit_clamp (document, at), cursor = place;
  RisalahRichText *text = risalah_document_get_part (document, &place);
  g_autoptr (RisalahRichText) changed = NULL;

  if (place.part == RISALAH_PART_BODY
      && risalah_brief_block_is_object (risalah_document_get_block (document, place.block)))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
  if (risalah_rich_text_find_locked (text, place.offset))
    return risalah_edit_refused (document, &place, RISALAH_EDIT_LOCKED);
  changed = risalah_rich_text_replace (text, place.offset, place.offset, atom);
  cursor.offset++;
  return risalah_edit_take (document, risalah_edit_with_part (document, &place, changed), &place,
                            cursor);
}

/* The atom of @kind after @at, or before it. */
static const RisalahMark *
find_atom (RisalahDocument *document, const RisalahPosition *at, RisalahMarkKind kind)
{
  RisalahRichText *text = risalah_document_get_part (document, at);
  const RisalahMark *mark = risalah_rich_text_find_mark (text, kind, at->offset);

  if (mark == NULL && at->offset > 0)
    mark = risalah_rich_text_find_mark (text, kind, at->offset - 1);
  return mark;
}

/* Puts another atom in the place of @mark. */
static RisalahEdit
replace_atom (RisalahDocument *document,
              const RisalahPosition *at,
              const RisalahMark *mark,
              RisalahRichText *atom)
{
  g_autoptr (RisalahRichText) changed =
      risalah_rich_text_replace (risalah_document_get_part (document, at), mark->start, mark->end,
                                 atom);

  return risalah_edit_take (document, risalah_edit_with_part (document, at, changed), at, *at);
}

/**
 * risalah_edit_insert_citation:
 * @document: a document
 * @at: where
 * @citation: a citation
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_LOCKED within a locked quotation,
 *   RISALAH_EDIT_NOT_HERE beside an object
 */
RisalahEdit
risalah_edit_insert_citation (RisalahDocument *document,
                              const RisalahPosition *at,
                              RisalahCitationAtom *citation)
{
  g_autoptr (RisalahRichText) atom = NULL;

  g_return_val_if_fail (document != NULL && at != NULL && citation != NULL, (RisalahEdit){ 0 });

  atom = risalah_rich_text_new_citation (citation);
  return insert_atom (document, at, atom);
}

/**
 * risalah_edit_set_citation:
 * @document: a document
 * @at: before or after a citation
 * @citation: (nullable): what takes its place, %NULL to remove it
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where no citation stands there
 */
RisalahEdit
risalah_edit_set_citation (RisalahDocument *document,
                           const RisalahPosition *at,
                           RisalahCitationAtom *citation)
{
  g_autoptr (RisalahRichText) atom = NULL;
  RisalahPosition place;
  const RisalahMark *mark;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_atom (document, &place, RISALAH_MARK_CITATION);
  if (mark == NULL)
    return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
  atom = citation != NULL ? risalah_rich_text_new_citation (citation)
                          : risalah_rich_text_new_plain ("");
  return replace_atom (document, &place, mark, atom);
}

/**
 * risalah_edit_insert_note:
 * @document: a document
 * @at: where
 * @text: (nullable): the note's text, %NULL for an empty one
 *
 * Returns: (transfer full): the edit; refused as a citation is
 */
RisalahEdit
risalah_edit_insert_note (RisalahDocument *document,
                          const RisalahPosition *at,
                          RisalahRichText *text)
{
  g_autoptr (RisalahRichText) content = NULL;
  g_autoptr (RisalahRichText) atom = NULL;
  g_autoptr (RisalahNote) note = NULL;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  content = text != NULL ? risalah_rich_text_ref (text) : risalah_rich_text_new_plain ("");
  note = risalah_note_new (NULL, content);
  atom = risalah_rich_text_new_note (note);
  return insert_atom (document, at, atom);
}

/**
 * risalah_edit_set_note:
 * @document: a document
 * @at: before or after a note
 * @text: (nullable): its new text, %NULL to remove the note
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE where no note stands there
 */
RisalahEdit
risalah_edit_set_note (RisalahDocument *document, const RisalahPosition *at, RisalahRichText *text)
{
  g_autoptr (RisalahRichText) atom = NULL;
  RisalahPosition place;
  const RisalahMark *mark;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_atom (document, &place, RISALAH_MARK_NOTE);
  if (mark == NULL)
    return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
  if (text != NULL)
    {
      g_autoptr (RisalahNote) note = risalah_note_new (mark->note->id, text);

      atom = risalah_rich_text_new_note (note);
    }
  else
    atom = risalah_rich_text_new_plain ("");
  return replace_atom (document, &place, mark, atom);
}
