/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers and writers of documents know about them beyond their header. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

RisalahDocument *risalah_document_with_head_extra (RisalahDocument       *self,
                                                   const char            *attributes,
                                                   const char            *elements);
const char      *risalah_document_get_root_extra  (const RisalahDocument *self);
const char      *risalah_document_get_head_extra  (const RisalahDocument *self);
gboolean         risalah_document_same_fields     (const RisalahDocument *a,
                                                   const RisalahDocument *b);
RisalahDocument *risalah_document_with_fields_of  (RisalahDocument       *self,
                                                   RisalahDocument       *other);

G_END_DECLS
