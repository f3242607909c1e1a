/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands: quotations put in, and the honest edits of those that stand there. */

#include "risalah-edit-private.h"

/* From this many words on a quotation is a block of its own (APA 7, 8.27; the field's custom). */
#define BLOCK_WORDS 40

static RisalahRichText *
join_texts (RisalahRichText *first, RisalahRichText *second)
{
  RisalahRichText *joined = risalah_rich_text_concatenate (first, second);

  risalah_rich_text_unref (first);
  risalah_rich_text_unref (second);
  return joined;
}

/* The locked words with their citation. */
static RisalahRichText *
new_quotation_text (const RisalahQuotation *quotation, RisalahQuotationForm form)
{
  g_autoptr (RisalahQuotationUse) use = risalah_quotation_use_new (quotation, form);
  g_autoptr (RisalahCitationAtom) citation =
      risalah_citation_atom_new (NULL, quotation->source_uid, quotation->text_uid, quotation->start,
                                 quotation->end, quotation->uid);

  return join_texts (risalah_rich_text_new_quotation (use),
                     risalah_rich_text_new_citation (citation));
}

/* @words with blanks where the text around @offset needs them. */
RisalahRichText *
risalah_edit_with_blanks (RisalahRichText *text, guint offset, RisalahRichText *words)
{
  const char *at = g_utf8_offset_to_pointer (risalah_rich_text_get_text (text), offset);
  RisalahRichText *spaced = risalah_rich_text_ref (words);

  if (offset > 0)
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
      GUnicodeType type = g_unichar_type (before);

      if (!g_unichar_isspace (before) && before != RISALAH_LINE_BREAK_CHARACTER
          && type != G_UNICODE_OPEN_PUNCTUATION && type != G_UNICODE_INITIAL_PUNCTUATION)
        spaced = join_texts (risalah_rich_text_new_plain (" "), spaced);
    }
  if (g_unichar_isalnum (g_utf8_get_char (at)))
    spaced = join_texts (spaced, risalah_rich_text_new_plain (" "));
  return spaced;
}

static RisalahEdit
insert_inline (RisalahDocument *document,
               const RisalahPosition *at,
               const RisalahQuotation *quotation)
{
  RisalahRichText *text = risalah_document_get_part (document, at);
  g_autoptr (RisalahRichText) words = new_quotation_text (quotation, RISALAH_QUOTATION_FORM_INLINE);
  g_autoptr (RisalahRichText) spaced = risalah_edit_with_blanks (text, at->offset, words);
  g_autoptr (RisalahRichText) changed =
      risalah_rich_text_replace (text, at->offset, at->offset, spaced);
  RisalahPosition cursor = *at;

  cursor.offset += risalah_rich_text_get_length (spaced);
  return risalah_edit_take (document, risalah_edit_with_part (document, at, changed), at, cursor);
}

/* Puts a block after that of @at, before it where @at is at its beginning, between its halves
 * where @at is in the middle, instead of it where it is an empty paragraph. */
static RisalahEdit
insert_own_block (RisalahDocument *document, const RisalahPosition *at, RisalahBriefBlock *block)
{
  RisalahBriefBlock *here = risalah_document_get_block (document, at->block);
  guint length = risalah_rich_text_get_length (risalah_brief_block_get_text (here));
  RisalahPosition cursor = { at->block + 1, RISALAH_PART_BODY, G_MAXUINT };
  g_auto (RisalahEdit) split = { 0 };

  if (risalah_edit_is_empty_paragraph (here))
    {
      cursor.block = at->block;
      return risalah_edit_take (document, risalah_edit_with_block (document, at->block, block), at,
                                cursor);
    }
  if (at->offset == length)
    return risalah_edit_take (document,
                              risalah_document_splice (document, at->block + 1, 0, &block, 1), at,
                              cursor);
  if (at->offset == 0)
    {
      cursor.block = at->block;
      return risalah_edit_take (document,
                                risalah_document_splice (document, at->block, 0, &block, 1), at,
                                cursor);
    }
  split = risalah_edit_split_block (document, at);
  return risalah_edit_take (document,
                            risalah_document_splice (split.document, at->block + 1, 0, &block, 1),
                            at, cursor);
}

static RisalahEdit
insert_block_quotation (RisalahDocument *document,
                        const RisalahPosition *at,
                        const RisalahQuotation *quotation)
{
  RisalahBriefBlock *here = risalah_document_get_block (document, at->block);
  g_autoptr (RisalahRichText) text = new_quotation_text (quotation, RISALAH_QUOTATION_FORM_BLOCK);
  g_autoptr (RisalahBriefBlock) block =
      risalah_edit_new_block_like (here, RISALAH_BRIEF_BLOCK_QUOTATION, 0, text);

  return insert_own_block (document, at, block);
}

/* Where a quotation that is inserted at @at may stand: after a locked one and its citations, and
 * not in a title or heading but below it. */
static RisalahPosition
find_place (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahPosition place = risalah_edit_clamp (document, at);
  RisalahRichText *text = risalah_document_get_part (document, &place);
  const RisalahMark *locked = risalah_rich_text_find_locked (text, place.offset);

  if (locked != NULL)
    {
      place.offset = locked->end;
      while (risalah_rich_text_find_mark (text, RISALAH_MARK_CITATION, place.offset) != NULL)
        place.offset++;
    }
  return place;
}

/* Whether the block of @at takes no quotation in its text. */
static gboolean
needs_paragraph (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, at->block);

  return at->part == RISALAH_PART_BODY
         && (risalah_brief_block_is_object (block)
             || risalah_brief_block_get_kind (block) <= RISALAH_BRIEF_BLOCK_HEADING);
}

/**
 * risalah_edit_insert_quotation:
 * @document: a document
 * @at: where
 * @quotation: what is quoted
 *
 * Puts it in with its citation: of 40 words and more as a block, else inline, in a cell or a
 * caption always inline. Within a locked quotation it goes behind that one; at a heading or an
 * object, into a paragraph below.
 *
 * Returns: (transfer full): the edit; the cursor stands after it
 */
RisalahEdit
risalah_edit_insert_quotation (RisalahDocument *document,
                               const RisalahPosition *at,
                               const RisalahQuotation *quotation)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  gboolean as_block;

  g_return_val_if_fail (document != NULL && at != NULL && quotation != NULL, (RisalahEdit){ 0 });

  use = risalah_quotation_use_new (quotation, RISALAH_QUOTATION_FORM_BLOCK);
  place = find_place (document, at);
  as_block =
      place.part == RISALAH_PART_BODY && risalah_quotation_use_get_n_words (use) >= BLOCK_WORDS;
  if (needs_paragraph (document, &place))
    {
      g_autoptr (RisalahRichText) text =
          new_quotation_text (quotation, as_block ? RISALAH_QUOTATION_FORM_BLOCK
                                                  : RISALAH_QUOTATION_FORM_INLINE);
      g_autoptr (RisalahBriefBlock) block =
          risalah_brief_block_new (as_block ? RISALAH_BRIEF_BLOCK_QUOTATION
                                            : RISALAH_BRIEF_BLOCK_PARAGRAPH,
                                   0, text);
      RisalahPosition cursor = { place.block + 1, RISALAH_PART_BODY, G_MAXUINT };
      gboolean fills_empty = place.block + 1 < risalah_document_get_n_blocks (document)
                             && risalah_edit_is_empty_paragraph (
                                 risalah_document_get_block (document, place.block + 1));

      return risalah_edit_take (document,
                                risalah_document_splice (document, place.block + 1,
                                                         fills_empty ? 1 : 0, &block, 1),
                                &place, cursor);
    }
  return as_block ? insert_block_quotation (document, &place, quotation)
                  : insert_inline (document, &place, quotation);
}

/* The locked quotation around @at, or the one that begins or ends there. */
static const RisalahMark *
find_quotation (RisalahDocument *document, const RisalahPosition *at)
{
  RisalahRichText *text = risalah_document_get_part (document, at);
  const RisalahMark *mark = risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, at->offset);

  if (mark == NULL && at->offset > 0)
    mark = risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, at->offset - 1);
  return mark;
}

/* @text with @use in the place of the locked quotation that @mark is. */
RisalahRichText *
risalah_edit_with_use (RisalahRichText *text, const RisalahMark *mark, RisalahQuotationUse *use)
{
  g_autoptr (RisalahRichText) shown = NULL;
  RisalahMark lock = *mark;

  lock.quotation = use;
  lock.start = 0;
  lock.end = g_utf8_strlen (risalah_quotation_use_get_shown (use), -1);
  shown = risalah_rich_text_new (risalah_quotation_use_get_shown (use), &lock, 1);
  return risalah_rich_text_replace (text, mark->start, mark->end, shown);
}

/* Puts @use (nullable: refused) in the place of the quotation that @mark is. */
static RisalahEdit
replace_use (RisalahDocument *document,
             const RisalahPosition *at,
             const RisalahMark *mark,
             RisalahQuotationUse *use)
{
  g_autoptr (RisalahRichText) changed = NULL;
  RisalahPosition cursor = *at;
  guint length;

  if (use == NULL)
    return risalah_edit_refused (document, at, RISALAH_EDIT_NOT_HERE);
  length = g_utf8_strlen (risalah_quotation_use_get_shown (use), -1);
  changed = risalah_edit_with_use (risalah_document_get_part (document, at), mark, use);
  cursor.offset = MIN (cursor.offset, mark->start + length);
  return risalah_edit_take (document, risalah_edit_with_part (document, at, changed), at, cursor);
}

/**
 * risalah_edit_elide:
 * @document: a document
 * @start: where the words to leave out begin, within a locked quotation
 * @end: where they end
 *
 * Returns: (transfer full): the edit that shows "[…]" for them; RISALAH_EDIT_NOT_HERE where the
 *   range is not within one quotation, is all of it, or a translation is shown
 */
RisalahEdit
risalah_edit_elide (RisalahDocument *document,
                    const RisalahPosition *start,
                    const RisalahPosition *end)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition from, to;
  const RisalahMark *mark;
  guint first, last;

  g_return_val_if_fail (document != NULL && start != NULL && end != NULL, (RisalahEdit){ 0 });

  risalah_edit_clamp_range (document, start, end, &from, &to);
  mark = find_quotation (document, &from);
  if (mark != NULL && from.offset == mark->end && to.offset > mark->end)
    mark = risalah_rich_text_find_mark (risalah_document_get_part (document, &from),
                                        RISALAH_MARK_QUOTATION, from.offset);
  if (mark == NULL || from.block != to.block || from.part != to.part || from.offset < mark->start
      || to.offset > mark->end
      || !risalah_quotation_use_shown_to_exact (mark->quotation, from.offset - mark->start, &first)
      || !risalah_quotation_use_shown_to_exact (mark->quotation, to.offset - mark->start, &last))
    return risalah_edit_refused (document, &from, RISALAH_EDIT_NOT_HERE);
  use = risalah_quotation_use_with_elision (mark->quotation, first, last);
  return replace_use (document, &from, mark, use);
}

/**
 * risalah_edit_insert_in_quotation:
 * @document: a document
 * @at: a place within a locked quotation
 * @text: the analyst's words, shown in brackets
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE outside a quotation
 */
RisalahEdit
risalah_edit_insert_in_quotation (RisalahDocument *document,
                                  const RisalahPosition *at,
                                  const char *text)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  const RisalahMark *mark;
  guint exact;

  g_return_val_if_fail (document != NULL && at != NULL && text != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark != NULL
      && risalah_quotation_use_shown_to_exact (mark->quotation, place.offset - mark->start, &exact))
    use = risalah_quotation_use_with_insertion (mark->quotation, exact, text);
  return replace_use (document, &place, mark, use);
}

/* The end of the word that @exact is in, or of the one before it. */
static guint
find_word_end (const RisalahQuotationUse *use, guint exact)
{
  const char *words = risalah_quotation_use_get_quotation (use)->exact;
  const char *at = g_utf8_offset_to_pointer (words, exact);

  for (; at > words && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at)));
       at = g_utf8_prev_char (at))
    exact--;
  for (; g_unichar_isalnum (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    exact++;
  return exact;
}

/**
 * risalah_edit_insert_sic:
 * @document: a document
 * @at: a place within a locked quotation
 *
 * Returns: (transfer full): the edit that puts "[sic]" after the word at @at;
 *   RISALAH_EDIT_NOT_HERE outside a quotation or where one stands there
 */
RisalahEdit
risalah_edit_insert_sic (RisalahDocument *document, const RisalahPosition *at)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  const RisalahMark *mark;
  guint exact;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark != NULL
      && risalah_quotation_use_shown_to_exact (mark->quotation, place.offset - mark->start, &exact))
    use = risalah_quotation_use_with_sic (mark->quotation, find_word_end (mark->quotation, exact));
  return replace_use (document, &place, mark, use);
}

/**
 * risalah_edit_take_back_change:
 * @document: a document
 * @at: a place at or within "[…]", "[words]" or "[sic]" of a quotation
 *
 * Returns: (transfer full): the edit that shows the original there again; RISALAH_EDIT_NOT_HERE
 *   where no such bracket stands
 */
RisalahEdit
risalah_edit_take_back_change (RisalahDocument *document, const RisalahPosition *at)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  const RisalahMark *mark;
  gint change = -1;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark != NULL)
    change = risalah_quotation_use_find_change (mark->quotation, place.offset - mark->start);
  if (change >= 0)
    use = risalah_quotation_use_without_change (mark->quotation, (guint)change);
  return replace_use (document, &place, mark, use);
}

/**
 * risalah_edit_set_quotation:
 * @document: a document
 * @at: a place at or within a locked quotation
 * @quotation: what takes its place: the same at its moved place, or with another voice or speaker
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE outside a quotation
 */
RisalahEdit
risalah_edit_set_quotation (RisalahDocument *document,
                            const RisalahPosition *at,
                            const RisalahQuotation *quotation)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  const RisalahMark *mark;

  g_return_val_if_fail (document != NULL && at != NULL && quotation != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark != NULL)
    use = risalah_quotation_use_with_quotation (mark->quotation, quotation);
  return replace_use (document, &place, mark, use);
}

/**
 * risalah_edit_set_translation:
 * @document: a document
 * @at: a place at or within a locked quotation
 * @translation: (nullable): the analyst's translation, %NULL for none
 * @shown: whether it stands in the text and the original in the note
 * @look_again: whether it is still to be compared with the words
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE outside a quotation
 */
RisalahEdit
risalah_edit_set_translation (RisalahDocument *document,
                              const RisalahPosition *at,
                              const char *translation,
                              gboolean shown,
                              gboolean look_again)
{
  g_autoptr (RisalahQuotationUse) use = NULL;
  RisalahPosition place;
  const RisalahMark *mark;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark != NULL)
    use = risalah_quotation_use_with_translation (mark->quotation, translation, shown, look_again);
  return replace_use (document, &place, mark, use);
}

/**
 * risalah_edit_unlock_quotation:
 * @document: a document
 * @at: a place at or within a locked quotation
 *
 * Makes its words plain text, which the check then reports as words without a source.
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_NOT_HERE outside a quotation
 */
RisalahEdit
risalah_edit_unlock_quotation (RisalahDocument *document, const RisalahPosition *at)
{
  g_autoptr (RisalahRichText) changed = NULL;
  RisalahPosition place;
  const RisalahMark *mark;

  g_return_val_if_fail (document != NULL && at != NULL, (RisalahEdit){ 0 });

  place = risalah_edit_clamp (document, at);
  mark = find_quotation (document, &place);
  if (mark == NULL)
    return risalah_edit_refused (document, &place, RISALAH_EDIT_NOT_HERE);
  changed = risalah_rich_text_without_marks (risalah_document_get_part (document, &place),
                                             RISALAH_MARK_QUOTATION, mark->start, mark->end);
  return risalah_edit_take (document, risalah_edit_with_part (document, &place, changed), &place,
                            place);
}
