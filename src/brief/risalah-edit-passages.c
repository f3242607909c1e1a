/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands over the passages that a document leads back to: a quotation taken from where its
 * words stand now, translations turned round throughout, and all of it spelled out for others. */

#include "risalah-edit-private.h"

/* What @text becomes by changing the passage at @mark; NULL where it stays as it is. */
typedef RisalahRichText *(*ChangePassage) (RisalahRichText *text,
                                           const RisalahMark *mark,
                                           gconstpointer data);

/* Changes each passage of a text, from the last to the first: those before stay where they are. */
static RisalahRichText *
change_text (RisalahRichText *text, ChangePassage change, gconstpointer data)
{
  RisalahRichText *changed = risalah_rich_text_ref (text);
  guint n_marks;

  risalah_rich_text_get_marks (text, &n_marks);
  for (guint i = n_marks; i-- > 0;)
    {
      RisalahRichText *next
          = change (changed, &risalah_rich_text_get_marks (changed, &n_marks)[i], data);

      if (next == NULL)
        continue;
      risalah_rich_text_unref (changed);
      changed = next;
    }
  return changed;
}

/* Changes every passage of the document. */
static RisalahEdit
change_passages (RisalahDocument *document,
                 const RisalahPosition *cursor,
                 ChangePassage change,
                 gconstpointer data)
{
  RisalahDocument *changed = risalah_document_ref (document);

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
        {
          const RisalahPosition at = { i, part, 0 };
          RisalahRichText *before = risalah_brief_block_get_part (block, part);
          g_autoptr (RisalahRichText) text = change_text (before, change, data);
          g_autoptr (RisalahDocument) last = NULL;

          if (text == before)
            continue;
          last = changed;
          changed = risalah_edit_with_part (last, &at, text);
        }
    }
  return risalah_edit_take (document, changed, cursor, *cursor);
}

static RisalahRichText *
with_citation (RisalahRichText *text, const RisalahMark *mark, const RisalahQuotation *quotation)
{
  const RisalahCitationAtom *atom = mark->citation;
  g_autoptr (RisalahCitationAtom) moved
      = risalah_citation_atom_new (atom->id, quotation->source_uid, quotation->text_uid,
                                   quotation->start, quotation->end, quotation->uid);
  g_autoptr (RisalahCitationAtom) detailed
      = risalah_citation_atom_with_details (moved, atom->locator, atom->prefix, atom->suffix);
  g_autoptr (RisalahRichText) cited = risalah_rich_text_new_citation (detailed);

  return risalah_rich_text_replace (text, mark->start, mark->end, cited);
}

static RisalahRichText *
move_passage (RisalahRichText *text, const RisalahMark *mark, gconstpointer data)
{
  const RisalahQuotation *quotation = data;

  if (mark->kind == RISALAH_MARK_QUOTATION
      && g_strcmp0 (risalah_quotation_use_get_quotation (mark->quotation)->uid, quotation->uid)
             == 0)
    {
      g_autoptr (RisalahQuotationUse) use
          = risalah_quotation_use_with_quotation (mark->quotation, quotation);

      return risalah_edit_with_use (text, mark, use);
    }
  if (mark->kind == RISALAH_MARK_CITATION
      && g_strcmp0 (mark->citation->quotation_uid, quotation->uid) == 0)
    return with_citation (text, mark, quotation);
  return NULL;
}

/**
 * risalah_edit_move_quotation:
 * @document: a document
 * @cursor: where the cursor stands and stays
 * @quotation: a quotation of the document at the place where its words stand now
 *
 * Takes the quotation from that place wherever the document uses it, its citations included.
 *
 * Returns: (transfer full): the edit; RISALAH_EDIT_UNCHANGED where the document does not use it
 */
RisalahEdit
risalah_edit_move_quotation (RisalahDocument *document,
                             const RisalahPosition *cursor,
                             const RisalahQuotation *quotation)
{
  g_return_val_if_fail (document != NULL && cursor != NULL && quotation != NULL,
                        (RisalahEdit){ 0 });

  return change_passages (document, cursor, move_passage, quotation);
}

static RisalahRichText *
turn_translation (RisalahRichText *text, const RisalahMark *mark, gconstpointer data)
{
  gboolean shown = GPOINTER_TO_INT (data);
  g_autoptr (RisalahQuotationUse) use = NULL;
  const char *translation = mark->kind == RISALAH_MARK_QUOTATION
                                ? risalah_quotation_use_get_translation (mark->quotation)
                                : NULL;

  if (translation == NULL || risalah_quotation_use_shows_translation (mark->quotation) == shown)
    return NULL;
  use = risalah_quotation_use_with_translation (
      mark->quotation, translation, shown, risalah_quotation_use_get_look_again (mark->quotation));
  return risalah_edit_with_use (text, mark, use);
}

/**
 * risalah_edit_show_translations:
 * @document: a document
 * @cursor: where the cursor stands and stays
 * @shown: whether the analyst's translations stand in the text and the original words in the
 *   notes, or the reverse
 *
 * Sets it for the brief and for each translated quotation it holds, as one step.
 *
 * Returns: (transfer full): the edit
 */
RisalahEdit
risalah_edit_show_translations (RisalahDocument *document,
                                const RisalahPosition *cursor,
                                gboolean shown)
{
  g_autoptr (RisalahDocument) set = NULL;
  RisalahEdit edit;

  g_return_val_if_fail (document != NULL && cursor != NULL, (RisalahEdit){ 0 });

  set = risalah_document_with_field (document, RISALAH_DOCUMENT_TRANSLATION_SHOWN,
                                     shown ? "translation" : "original");
  edit = change_passages (set, cursor, turn_translation, GINT_TO_POINTER (shown));
  if (edit.outcome == RISALAH_EDIT_UNCHANGED && !risalah_document_equal (document, set))
    edit.outcome = RISALAH_EDIT_DONE;
  return edit;
}

/* How a passage is spelled out for others. */
typedef struct
{
  gboolean marks;
  RisalahCitationNameFunc name;
  gpointer user_data;
} Spelling;

static RisalahRichText *
spell_passage (RisalahRichText *text, const RisalahMark *mark, gconstpointer data)
{
  const Spelling *spelling = data;
  g_autoptr (RisalahQuotationUse) use = NULL;
  g_autoptr (RisalahRichText) words = NULL;
  g_autofree char *name = NULL, *cited = NULL;

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      RisalahQuotationForm form = spelling->marks
                                      ? RISALAH_QUOTATION_FORM_INLINE
                                      : risalah_quotation_use_get_form (mark->quotation);

      use = risalah_quotation_use_with_form (mark->quotation, form);
      words = risalah_rich_text_new_plain (risalah_quotation_use_get_shown (use));
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    {
      name = spelling->name != NULL ? spelling->name (mark->citation, spelling->user_data) : NULL;
      cited = name != NULL ? g_strdup_printf (" (%s)", name) : g_strdup ("");
      words = risalah_rich_text_new_plain (cited);
    }
  return words != NULL ? risalah_rich_text_replace (text, mark->start, mark->end, words) : NULL;
}

/**
 * risalah_document_spell_out:
 * @document: a document, or a fragment
 * @marks: whether block quotations get quotation marks, for what has no block quotations
 * @name: (nullable) (scope call): what a citation says, %NULL to leave citations out
 *
 * For programs that know nothing of locks: quotations become plain words, citations words in
 * parentheses.
 *
 * Returns: (transfer full): the document without passages
 */
RisalahDocument *
risalah_document_spell_out (RisalahDocument *document,
                            gboolean marks,
                            RisalahCitationNameFunc name,
                            gpointer user_data)
{
  const Spelling spelling = { marks, name, user_data };
  const RisalahPosition start = { 0 };
  g_auto (RisalahEdit) edit = { 0 };

  g_return_val_if_fail (document != NULL, NULL);

  edit = change_passages (document, &start, spell_passage, &spelling);
  return risalah_document_ref (edit.document);
}
