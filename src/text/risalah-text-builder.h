/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers a reader's blocks into one text. For the readers of the text floor. */
#pragma once

#include "risalah-article.h"

G_BEGIN_DECLS

typedef struct _RisalahTextBuilder RisalahTextBuilder;

RisalahTextBuilder *risalah_text_builder_new    (gsize               expected_length);
void                risalah_text_builder_free   (RisalahTextBuilder *self);
gboolean            risalah_text_builder_add    (RisalahTextBuilder *self,
                                                 RisalahBlockType    type,
                                                 guint8              level,
                                                 gboolean            dropped,
                                                 const char         *text,
                                                 gssize              length);
RisalahArticle     *risalah_text_builder_finish (RisalahTextBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTextBuilder, risalah_text_builder_free)

G_END_DECLS
