/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation as a brief uses it: the exact words, the honest edits, the translation, and the
 * text that is shown for them. */
#pragma once

#include "risalah-quotation.h"

G_BEGIN_DECLS

/**
 * RisalahQuotationChangeKind:
 *
 * The honest edits of a quotation.
 * @RISALAH_QUOTATION_CHANGE_ELISION: words left out, shown "[…]"
 * @RISALAH_QUOTATION_CHANGE_INSERTION: the analyst's words, shown "[words]"
 * @RISALAH_QUOTATION_CHANGE_SIC: shown "[sic]"
 */
typedef enum
{
  RISALAH_QUOTATION_CHANGE_ELISION,
  RISALAH_QUOTATION_CHANGE_INSERTION,
  RISALAH_QUOTATION_CHANGE_SIC,
} RisalahQuotationChangeKind;

/**
 * RisalahQuotationChange:
 * @kind: what was done
 * @start: character of the exact words, from 0
 * @end: of an elision the character after the last one left out, else @start
 * @text: (nullable): of an insertion its words, without brackets
 */
typedef struct
{
  RisalahQuotationChangeKind kind;
  guint start;
  guint end;
  char *text;
} RisalahQuotationChange;

/**
 * RisalahQuotationForm:
 * @RISALAH_QUOTATION_FORM_INLINE: within a sentence; the shown text has quotation marks “ ”
 * @RISALAH_QUOTATION_FORM_BLOCK: a block of its own, without them
 */
typedef enum
{
  RISALAH_QUOTATION_FORM_INLINE,
  RISALAH_QUOTATION_FORM_BLOCK,
} RisalahQuotationForm;

/**
 * RisalahQuotationUse:
 *
 * Immutable and ref-counted. risalah_quotation_use_get_shown() is exactly the text of the locked
 * range in the document: quotation marks of an inline one, "[…]", "[words]" and "[sic]" included.
 */
typedef struct _RisalahQuotationUse RisalahQuotationUse;

#define RISALAH_TYPE_QUOTATION_USE (risalah_quotation_use_get_type ())

GType                         risalah_quotation_use_get_type         (void);
RisalahQuotationUse          *risalah_quotation_use_new              (const RisalahQuotation    *quotation,
                                                                      RisalahQuotationForm       form);
RisalahQuotationUse          *risalah_quotation_use_ref              (RisalahQuotationUse       *self);
void                          risalah_quotation_use_unref            (RisalahQuotationUse       *self);
gboolean                      risalah_quotation_use_equal            (const RisalahQuotationUse *a,
                                                                      const RisalahQuotationUse *b);

const RisalahQuotation       *risalah_quotation_use_get_quotation    (const RisalahQuotationUse *self);
RisalahQuotationForm          risalah_quotation_use_get_form         (const RisalahQuotationUse *self);
const RisalahQuotationChange *risalah_quotation_use_get_changes      (const RisalahQuotationUse *self,
                                                                      guint                     *n_changes);
const char                   *risalah_quotation_use_get_translation  (const RisalahQuotationUse *self);
gboolean                      risalah_quotation_use_shows_translation (const RisalahQuotationUse *self);
gboolean                      risalah_quotation_use_get_look_again   (const RisalahQuotationUse *self);
const char                   *risalah_quotation_use_get_shown        (const RisalahQuotationUse *self);
char                         *risalah_quotation_use_dup_original     (const RisalahQuotationUse *self);
guint                         risalah_quotation_use_get_n_words      (const RisalahQuotationUse *self);
gboolean                      risalah_quotation_use_shown_to_exact   (const RisalahQuotationUse *self,
                                                                      guint                      shown,
                                                                      guint                     *exact);
gint                          risalah_quotation_use_find_change      (const RisalahQuotationUse *self,
                                                                      guint                      shown);

RisalahQuotationUse          *risalah_quotation_use_with_form        (const RisalahQuotationUse *self,
                                                                      RisalahQuotationForm       form);
RisalahQuotationUse          *risalah_quotation_use_with_quotation   (const RisalahQuotationUse *self,
                                                                      const RisalahQuotation    *quotation);
RisalahQuotationUse          *risalah_quotation_use_with_elision     (const RisalahQuotationUse *self,
                                                                      guint                      start,
                                                                      guint                      end);
RisalahQuotationUse          *risalah_quotation_use_with_insertion   (const RisalahQuotationUse *self,
                                                                      guint                      at,
                                                                      const char                *text);
RisalahQuotationUse          *risalah_quotation_use_with_sic         (const RisalahQuotationUse *self,
                                                                      guint                      at);
RisalahQuotationUse          *risalah_quotation_use_without_change   (const RisalahQuotationUse *self,
                                                                      guint                      change);
RisalahQuotationUse          *risalah_quotation_use_with_translation (const RisalahQuotationUse *self,
                                                                      const char                *translation,
                                                                      gboolean                   shown,
                                                                      gboolean                   look_again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahQuotationUse, risalah_quotation_use_unref)

G_END_DECLS
