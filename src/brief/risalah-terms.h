/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are printed in a document, in the document's language. gettext speaks the
 * window's language; these come from data/document/LANGUAGE.tsv, two columns: key and text, where
 * {0}, {1} … stand for what risalah_terms_format() puts there. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _RisalahTerms RisalahTerms;

#define RISALAH_TYPE_TERMS (risalah_terms_get_type ())

GType         risalah_terms_get_type     (void);
RisalahTerms *risalah_terms_open         (const char          *directory,
                                          const char          *language,
                                          GError             **error);
RisalahTerms *risalah_terms_ref          (RisalahTerms        *self);
void          risalah_terms_unref        (RisalahTerms        *self);
const char   *risalah_terms_get_language (const RisalahTerms  *self);
const char   *risalah_terms_get          (const RisalahTerms  *self,
                                          const char          *key);
gboolean      risalah_terms_has          (const RisalahTerms  *self,
                                          const char          *key);
char         *risalah_terms_format       (const RisalahTerms  *self,
                                          const char          *key,
                                          const char          *first,
                                          ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTerms, risalah_terms_unref)

G_END_DECLS
