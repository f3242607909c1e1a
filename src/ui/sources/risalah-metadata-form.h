/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a source, to be corrected in place: title, publisher, date … and its grade. */
#pragma once

#include <adwaita.h>

#include "risalah-names.h"
#include "risalah-session.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_METADATA_FORM (risalah_metadata_form_get_type ())
G_DECLARE_FINAL_TYPE (RisalahMetadataForm, risalah_metadata_form, RISALAH, METADATA_FORM, AdwBin)

void     risalah_metadata_form_set_session (RisalahMetadataForm *self,
                                            RisalahSession      *session,
                                            RisalahNames        *names);
void     risalah_metadata_form_show        (RisalahMetadataForm *self,
                                            RisalahSource       *source);
gboolean risalah_metadata_form_apply       (RisalahMetadataForm *self);
void     risalah_metadata_form_focus       (RisalahMetadataForm *self);

G_END_DECLS
