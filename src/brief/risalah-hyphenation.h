/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words may be divided, by libhyphen and the hyphenation dictionaries of LibreOffice. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahHyphenation RisalahHyphenation;

RisalahHyphenation *risalah_hyphenation_new      (const char         *dictionary_dir);
RisalahHyphenation *risalah_hyphenation_ref      (RisalahHyphenation *self);
void                risalah_hyphenation_unref    (RisalahHyphenation *self);
void                risalah_hyphenation_prepare  (RisalahHyphenation *self,
                                                  const char         *language);
gboolean            risalah_hyphenation_knows    (RisalahHyphenation *self,
                                                  const char         *language);
guint64             risalah_hyphenation_divide   (RisalahHyphenation *self,
                                                  const char         *language,
                                                  const char         *word,
                                                  gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahHyphenation, risalah_hyphenation_unref)

G_END_DECLS
