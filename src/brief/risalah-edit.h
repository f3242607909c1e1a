/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit commands: old document and place → new document and cursor. Pure functions; the editor
 * turns each key into one of them, and RisalahHistory keeps what they return.
 *
 * Locked quotations: text inside one never changes but by the risalah_edit_quotation_… commands.
 * Deleting a range that covers a whole one removes it; a range that covers part of one leaves it
 * whole and deletes the rest. Typing inside one is refused with RISALAH_EDIT_LOCKED. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

/**
 * RisalahEditOutcome:
 * @RISALAH_EDIT_DONE: the document changed
 * @RISALAH_EDIT_UNCHANGED: there was nothing to do; @cursor may still have moved
 * @RISALAH_EDIT_LOCKED: refused: the place is inside a locked quotation
 * @RISALAH_EDIT_NOT_HERE: refused: that cannot stand in this place, or there is nothing of the kind
 */
typedef enum
{
  RISALAH_EDIT_DONE,
  RISALAH_EDIT_UNCHANGED,
  RISALAH_EDIT_LOCKED,
  RISALAH_EDIT_NOT_HERE,
} RisalahEditOutcome;

/**
 * RisalahEditStep:
 * @RISALAH_EDIT_STEP_ACT: a step of its own in the history
 * @RISALAH_EDIT_STEP_TYPING: joins the typing before it until a new word begins
 * @RISALAH_EDIT_STEP_DELETING: joins the deleting of single characters before it
 */
typedef enum
{
  RISALAH_EDIT_STEP_ACT,
  RISALAH_EDIT_STEP_TYPING,
  RISALAH_EDIT_STEP_DELETING,
} RisalahEditStep;

/**
 * RisalahEdit:
 * @outcome: what happened
 * @document: (nullable): the new document; the old one where nothing changed
 * @cursor: where the cursor stands afterwards
 * @step: how the history takes it
 * @from: where the cursor stood before
 * @begins_word: whether the typing begins a word
 *
 * What an edit command returns: a value for the stack, cleared by risalah_edit_clear()
 * (g_auto (RisalahEdit)). @document is never %NULL from a command.
 */
typedef struct
{
  RisalahEditOutcome outcome;
  RisalahDocument *document;
  RisalahPosition cursor;
  RisalahEditStep step;
  RisalahPosition from;
  gboolean begins_word;
} RisalahEdit;

void        risalah_edit_clear               (RisalahEdit           *self);

/* Text and blocks: risalah-edit-text.c, risalah-edit-blocks.c */
RisalahEdit risalah_edit_insert_text         (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              const char            *text);
RisalahEdit risalah_edit_delete_range        (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end);
RisalahEdit risalah_edit_delete_character    (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              gboolean               forward);
RisalahEdit risalah_edit_replace_range       (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              const char            *text);
RisalahEdit risalah_edit_split_block         (RisalahDocument       *document,
                                              const RisalahPosition *at);
RisalahEdit risalah_edit_join_blocks         (RisalahDocument       *document,
                                              guint                  first);
RisalahEdit risalah_edit_set_kind            (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              RisalahBriefBlockKind  kind,
                                              guint                  level);
RisalahEdit risalah_edit_change_level        (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              gint                   by);
RisalahEdit risalah_edit_set_boxed           (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              gboolean               boxed);
RisalahEdit risalah_edit_apply_shortcut      (RisalahDocument       *document,
                                              const RisalahPosition *at);
RisalahEdit risalah_edit_move_section        (RisalahDocument       *document,
                                              guint                  heading,
                                              guint                  before);
RisalahEdit risalah_edit_set_field           (RisalahDocument       *document,
                                              const RisalahPosition *cursor,
                                              RisalahDocumentField   field,
                                              const char            *value);
RisalahEdit risalah_edit_set_rule            (RisalahDocument       *document,
                                              const RisalahPosition *cursor,
                                              const char            *rule,
                                              const char            *reason);

/* Marks and atoms: risalah-edit-marks.c */
RisalahEdit risalah_edit_toggle_mark         (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              RisalahMarkKind        kind);
RisalahEdit risalah_edit_set_link            (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              const char            *href);
RisalahEdit risalah_edit_set_likelihood      (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              gint                   likelihood);
RisalahEdit risalah_edit_insert_likelihood   (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end,
                                              RisalahLikelihood      likelihood,
                                              const char            *words);
RisalahEdit risalah_edit_insert_citation     (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahCitationAtom   *citation);
RisalahEdit risalah_edit_set_citation        (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahCitationAtom   *citation);
RisalahEdit risalah_edit_insert_note         (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahRichText       *text);
RisalahEdit risalah_edit_set_note            (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahRichText       *text);

/* Quotations: risalah-edit-quotations.c. @at is any place inside the locked range. */
RisalahEdit risalah_edit_insert_quotation    (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              const RisalahQuotation *quotation);
RisalahEdit risalah_edit_elide               (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end);
RisalahEdit risalah_edit_insert_in_quotation (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              const char            *text);
RisalahEdit risalah_edit_insert_sic          (RisalahDocument       *document,
                                              const RisalahPosition *at);
RisalahEdit risalah_edit_take_back_change    (RisalahDocument       *document,
                                              const RisalahPosition *at);
RisalahEdit risalah_edit_set_quotation       (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              const RisalahQuotation *quotation);
RisalahEdit risalah_edit_set_translation     (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              const char            *translation,
                                              gboolean               shown,
                                              gboolean               look_again);
RisalahEdit risalah_edit_unlock_quotation    (RisalahDocument       *document,
                                              const RisalahPosition *at);

/* Passages throughout the document: risalah-edit-passages.c */
RisalahEdit risalah_edit_move_quotation      (RisalahDocument       *document,
                                              const RisalahPosition *cursor,
                                              const RisalahQuotation *quotation);
RisalahEdit risalah_edit_show_translations   (RisalahDocument       *document,
                                              const RisalahPosition *cursor,
                                              gboolean               shown);

/**
 * RisalahCitationNameFunc:
 * @citation: a citation
 *
 * Returns: (transfer full) (nullable): what stands in parentheses for it
 */
typedef char *(*RisalahCitationNameFunc) (const RisalahCitationAtom *citation, gpointer user_data);

RisalahDocument *risalah_document_spell_out  (RisalahDocument       *document,
                                              gboolean               marks,
                                              RisalahCitationNameFunc name,
                                              gpointer               user_data);

/* Tables, figures, breaks: risalah-edit-tables.c. The new block stands after the block of @at, or
 * instead of it where that is an empty paragraph. */
RisalahEdit risalah_edit_insert_block        (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahBriefBlock     *block);
RisalahEdit risalah_edit_insert_table        (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              guint                  n_rows,
                                              guint                  n_columns,
                                              gboolean               has_header);
RisalahEdit risalah_edit_insert_page_break   (RisalahDocument       *document,
                                              const RisalahPosition *at);
RisalahEdit risalah_edit_remove_block        (RisalahDocument       *document,
                                              guint                  block);
RisalahEdit risalah_edit_set_figure          (RisalahDocument       *document,
                                              guint                  block,
                                              const RisalahFigure   *figure);
RisalahEdit risalah_edit_insert_rows         (RisalahDocument       *document,
                                              guint                  block,
                                              guint                  row,
                                              guint                  n_rows);
RisalahEdit risalah_edit_remove_rows         (RisalahDocument       *document,
                                              guint                  block,
                                              guint                  row,
                                              guint                  n_rows);
RisalahEdit risalah_edit_insert_columns      (RisalahDocument       *document,
                                              guint                  block,
                                              guint                  column,
                                              guint                  n_columns);
RisalahEdit risalah_edit_remove_columns      (RisalahDocument       *document,
                                              guint                  block,
                                              guint                  column,
                                              guint                  n_columns);
RisalahEdit risalah_edit_set_header          (RisalahDocument       *document,
                                              guint                  block,
                                              gboolean               has_header);

/* Fragments, for the clipboard and drag and drop: risalah-edit-fragments.c. A fragment is a
 * document that was cut out of another; as text it is XHTML (risalah-document-xhtml.h). */
RisalahDocument *risalah_document_cut_out    (RisalahDocument       *document,
                                              const RisalahPosition *start,
                                              const RisalahPosition *end);
RisalahEdit risalah_edit_insert_fragment     (RisalahDocument       *document,
                                              const RisalahPosition *at,
                                              RisalahDocument       *fragment);
char       *risalah_document_dup_plain_text  (RisalahDocument       *document);

/* Find and replace: risalah-find.c */

/**
 * RisalahDocumentMatch:
 * @start: where it begins
 * @end: where it ends, in the same part
 * @locked: it touches a locked quotation and is never replaced
 */
typedef struct
{
  RisalahPosition start;
  RisalahPosition end;
  gboolean locked;
} RisalahDocumentMatch;

GArray     *risalah_document_find            (RisalahDocument       *document,
                                              const char            *needle,
                                              gboolean               match_case,
                                              gboolean               whole_words);
RisalahEdit risalah_edit_replace_all         (RisalahDocument       *document,
                                              const RisalahPosition *cursor,
                                              const char            *needle,
                                              const char            *replacement,
                                              gboolean               match_case,
                                              gboolean               whole_words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahEdit, risalah_edit_clear)

G_END_DECLS
