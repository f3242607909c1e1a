/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the window calls what the library holds as keys: dates, countries, kinds, grades. */
#pragma once

#include <gio/gio.h>

#include "risalah-article.h"
#include "risalah-edtf.h"
#include "risalah-events.h"
#include "risalah-lexicon.h"
#include "risalah-mentions.h"
#include "risalah-query.h"
#include "risalah-sources.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_NAMES (risalah_names_get_type ())
G_DECLARE_FINAL_TYPE (RisalahNames, risalah_names, RISALAH, NAMES, GObject)

RisalahNames *risalah_names_new           (RisalahLexicon     *lexicon,
                                           const char         *document_dir,
                                           const char         *language);
char         *risalah_names_date          (RisalahNames       *self,
                                           const char         *edtf,
                                           RisalahEdtfMod      mod);
char         *risalah_names_country       (RisalahNames       *self,
                                           const char         *code);
char         *risalah_names_find_country  (RisalahNames       *self,
                                           const char         *name);
char         *risalah_names_organisation  (RisalahNames       *self,
                                           const char         *key);
char         *risalah_names_party         (RisalahNames       *self,
                                           const RisalahParty *party);
char         *risalah_names_explain       (RisalahNames       *self,
                                           const RisalahMention *mention);
char         *risalah_names_facet         (RisalahNames       *self,
                                           RisalahField        field,
                                           const char         *value);
char         *risalah_names_about_source  (RisalahNames       *self,
                                           const RisalahSource *source);

const char   *risalah_names_get_kind      (guint               position);
const char   *risalah_names_kind          (const char         *kind);
const char   *risalah_names_status        (RisalahEventStatus  status);
const char   *risalah_names_language      (const char         *code);
const char   *risalah_names_source_type   (const char         *type);
const char   *risalah_names_reliability   (char                grade);
const char   *risalah_names_credibility   (guint8              grade);
const char   *risalah_names_voice         (RisalahVoice        voice);
const char   *risalah_names_field         (RisalahField        field);
const char   *risalah_names_own_language  (void);

G_END_DECLS
