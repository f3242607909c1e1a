/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the use of a quotation holds. */
#pragma once

#include "risalah-quotation-use.h"

G_BEGIN_DECLS

/* A stretch of the shown text: words of the quotation, or what a change put there. */
typedef struct
{
  guint shown_start;
  guint shown_end;
  guint exact_start; /* of words: where they stand in the exact ones */
  gint change;       /* index of the change, -1 for words */
} RisalahQuotationPiece;

struct _RisalahQuotationUse
{
  gatomicrefcount references;
  RisalahQuotation *quotation;
  RisalahQuotationForm form;
  GArray *changes; /* (element-type RisalahQuotationChange): by start; insertions before elisions */
  char *translation;
  gboolean translation_shown;
  gboolean look_again;
  char *shown;
  GArray *pieces; /* (element-type RisalahQuotationPiece): of @shown, in order; empty where a translation is shown */
};

const RisalahQuotationChange *
                     risalah_quotation_use_get_change (const RisalahQuotationUse *self,
                                                       guint                      index);
RisalahQuotationUse *risalah_quotation_use_begin_copy (const RisalahQuotationUse *self);
void                 risalah_quotation_use_render     (RisalahQuotationUse       *self);

G_END_DECLS
