/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as a document: an array of immutable blocks and what is known about the whole. */
#pragma once

#include "risalah-brief-block.h"

G_BEGIN_DECLS

/**
 * RisalahDocumentField:
 * @RISALAH_DOCUMENT_LANGUAGE: "id" or "en"
 * @RISALAH_DOCUMENT_TEMPLATE: "T1" to "T5", "T2-regional", or the name of one of the unit's own
 * @RISALAH_DOCUMENT_AUTHOR: as printed
 * @RISALAH_DOCUMENT_UNIT: the author's unit, as printed
 * @RISALAH_DOCUMENT_DATE: EDTF
 * @RISALAH_DOCUMENT_DATA_CUT_OFF: EDTF, "Data per …"
 * @RISALAH_DOCUMENT_CITATION_STYLE: "notes", "author-date", … as the citations name them
 * @RISALAH_DOCUMENT_PAGE_DESIGN: "plain", "institutional" or "naskah-dinas"
 * @RISALAH_DOCUMENT_PAPER: "a4", "f4" or "letter"
 * @RISALAH_DOCUMENT_CLASSIFICATION: "", "open", "restricted", "confidential", "secret"
 *   (Biasa/Terbuka, Terbatas, Rahasia, Sangat Rahasia)
 * @RISALAH_DOCUMENT_URGENCY: "", "normal", "urgent", "very-urgent" (Biasa, Segera, Amat segera)
 * @RISALAH_DOCUMENT_STATUS: "draft" or "final"
 * @RISALAH_DOCUMENT_TRANSLATION_PAIR: UUID of the brief that is this one in the other language
 * @RISALAH_DOCUMENT_TRANSLATION_SHOWN: of a quotation in another language, what stands in the
 *   text: "translation" or "original"; the other goes to the note
 * @RISALAH_DOCUMENT_INSTITUTION: the letterhead's first line, as printed
 * @RISALAH_DOCUMENT_ADDRESS: the letterhead's last line, as printed
 * @RISALAH_DOCUMENT_LOGO: SHA-256 of the letterhead's picture
 * @RISALAH_DOCUMENT_CONTENTS: a table of contents: "automatic" (also ""), "never" or "always"
 * @RISALAH_DOCUMENT_SOURCE_ANNEX: "yes" where the source annex is printed
 * @RISALAH_DOCUMENT_EXPORT_FORMAT: what it was exported as last: "pdf", "docx", "odt", "html"
 *   or "md"
 *
 * What is known about the document; each value is a string, "" where it is not set.
 */
typedef enum
{
  RISALAH_DOCUMENT_LANGUAGE,
  RISALAH_DOCUMENT_TEMPLATE,
  RISALAH_DOCUMENT_AUTHOR,
  RISALAH_DOCUMENT_UNIT,
  RISALAH_DOCUMENT_DATE,
  RISALAH_DOCUMENT_DATA_CUT_OFF,
  RISALAH_DOCUMENT_CITATION_STYLE,
  RISALAH_DOCUMENT_PAGE_DESIGN,
  RISALAH_DOCUMENT_PAPER,
  RISALAH_DOCUMENT_CLASSIFICATION,
  RISALAH_DOCUMENT_URGENCY,
  RISALAH_DOCUMENT_STATUS,
  RISALAH_DOCUMENT_TRANSLATION_PAIR,
  RISALAH_DOCUMENT_TRANSLATION_SHOWN,
  RISALAH_DOCUMENT_INSTITUTION,
  RISALAH_DOCUMENT_ADDRESS,
  RISALAH_DOCUMENT_LOGO,
  RISALAH_DOCUMENT_CONTENTS,
  RISALAH_DOCUMENT_SOURCE_ANNEX,
  RISALAH_DOCUMENT_EXPORT_FORMAT,
  RISALAH_DOCUMENT_N_FIELDS
} RisalahDocumentField;

/**
 * RisalahPosition:
 * @block: index of a block
 * @part: RISALAH_PART_BODY, RISALAH_PART_CAPTION, or a cell's part
 * @offset: character within that part's text, from 0 to its length
 *
 * A place in a document, between two characters.
 */
typedef struct
{
  guint block;
  guint part;
  guint offset;
} RisalahPosition;

/**
 * RisalahSwitchedOffRule:
 * @rule: the name of a check rule
 * @reason: why the analyst switched it off in this brief
 */
typedef struct
{
  const char *rule;
  const char *reason;
} RisalahSwitchedOffRule;

/**
 * RisalahDocument:
 *
 * Immutable and ref-counted; a snapshot may be read from any thread without a lock. It has at
 * least one block. Changes are new documents, which share the blocks that did not change
 * (risalah-edit.h); undo is the previous one (risalah-history.h).
 */
typedef struct _RisalahDocument RisalahDocument;

/**
 * RisalahMarkVisitor:
 * @document: the document
 * @at: where the mark's text stands and begins; of a mark within a note, the note's place
 * @mark: the mark
 *
 * Called for a mark. Returns: %TRUE to go on
 */
typedef gboolean (*RisalahMarkVisitor) (RisalahDocument       *document,
                                        const RisalahPosition *at,
                                        const RisalahMark     *mark,
                                        gpointer               user_data);

#define RISALAH_TYPE_DOCUMENT (risalah_document_get_type ())

GType              risalah_document_get_type       (void);
RisalahDocument   *risalah_document_new            (const char                  *language,
                                                    RisalahBriefBlock * const   *blocks,
                                                    guint                        n_blocks);
RisalahDocument   *risalah_document_ref            (RisalahDocument             *self);
void               risalah_document_unref          (RisalahDocument             *self);
guint              risalah_document_get_n_blocks   (const RisalahDocument       *self);
RisalahBriefBlock *risalah_document_get_block      (const RisalahDocument       *self,
                                                    guint                        index);
RisalahRichText   *risalah_document_get_part       (const RisalahDocument       *self,
                                                    const RisalahPosition       *at);
const char        *risalah_document_get_field      (const RisalahDocument       *self,
                                                    RisalahDocumentField         field);
const char        *risalah_document_get_title      (const RisalahDocument       *self);
gboolean           risalah_document_is_final       (const RisalahDocument       *self);
const RisalahSwitchedOffRule *
                   risalah_document_get_switched_off (const RisalahDocument     *self,
                                                    guint                       *n_rules);
gboolean           risalah_document_equal          (const RisalahDocument       *a,
                                                    const RisalahDocument       *b);
void               risalah_document_foreach_mark   (RisalahDocument             *self,
                                                    RisalahMarkVisitor           visitor,
                                                    gpointer                     user_data);
gint               risalah_document_find_id        (const RisalahDocument       *self,
                                                    const char                  *id);
guint              risalah_document_count_words    (const RisalahDocument       *self);

RisalahDocument   *risalah_document_splice         (RisalahDocument             *self,
                                                    guint                        first,
                                                    guint                        n_removed,
                                                    RisalahBriefBlock * const   *blocks,
                                                    guint                        n_blocks);
RisalahDocument   *risalah_document_with_field     (RisalahDocument             *self,
                                                    RisalahDocumentField         field,
                                                    const char                  *value);
RisalahDocument   *risalah_document_with_rule_off  (RisalahDocument             *self,
                                                    const char                  *rule,
                                                    const char                  *reason);
RisalahDocument   *risalah_document_with_rule_on   (RisalahDocument             *self,
                                                    const char                  *rule);

const char        *risalah_document_field_to_string   (RisalahDocumentField      field);
gboolean           risalah_document_field_from_string (const char               *name,
                                                       RisalahDocumentField     *field);
gint               risalah_position_compare        (const RisalahPosition       *a,
                                                    const RisalahPosition       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahDocument, risalah_document_unref)

G_END_DECLS
