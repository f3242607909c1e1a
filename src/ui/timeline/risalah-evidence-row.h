/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of evidence: its words, who says them, and what can be done with them. */
#pragma once

#include <adwaita.h>

#include "risalah-events.h"
#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EVIDENCE_ROW (risalah_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEvidenceRow, risalah_evidence_row, RISALAH, EVIDENCE_ROW,
                      GtkListBoxRow)

GtkWidget *risalah_evidence_row_new       (RisalahSession        *session,
                                           RisalahNames          *names,
                                           const RisalahEvent    *event,
                                           const RisalahEvidence *evidence);
/* The number of the evidence. */
gint64     risalah_evidence_row_get_id    (RisalahEvidenceRow    *self);
gboolean   risalah_evidence_row_is_ticked (RisalahEvidenceRow    *self);

G_END_DECLS
