/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the finders of countries, organisations and persons share. */
#pragma once

#include "risalah-names.h"

G_BEGIN_DECLS

/**
 * RisalahNaming:
 * @tokens: the article
 * @names: (element-type RisalahName): found so far, in no order
 * @owner: (array): for each token 0, or 1 + the index of the organisation or person that has it
 * @country: (array): for each token 0, or 1 + the index of the country that it begins
 * @organisations: (element-type utf8): those found, as written
 * @persons: (element-type utf8 utf8): each part of a person's name → the full name
 */
typedef struct
{
  const RisalahTokens *tokens;
  GArray *names;
  guint *owner;
  guint *country;
  GHashTable *organisations;
  GHashTable *persons;
} RisalahNaming;

gboolean     risalah_naming_is_capitalised    (const RisalahNaming *self,
                                               guint                token);
gboolean     risalah_naming_in_sentence       (const RisalahNaming *self,
                                               guint                token,
                                               guint                sentence);
RisalahName *risalah_naming_add               (RisalahNaming       *self,
                                               RisalahNameKind      kind,
                                               guint                first,
                                               guint                n_tokens,
                                               const char          *key);
const char  *risalah_naming_words             (const RisalahNaming *self,
                                               guint                first,
                                               guint                n_tokens);
const char  *risalah_naming_home              (const RisalahNaming *self);
gboolean     risalah_naming_has_class         (const RisalahNaming *self,
                                               guint                token,
                                               const char          *klass,
                                               guint               *n_tokens);
gboolean     risalah_naming_is_trapped        (const RisalahNaming *self,
                                               guint                token);
gboolean     risalah_naming_is_person_word    (const RisalahNaming *self,
                                               guint                token);
gboolean     risalah_naming_continues         (const RisalahNaming *self,
                                               guint                token,
                                               guint                sentence);
gboolean     risalah_naming_is_title_case     (const RisalahNaming *self,
                                               guint                sentence);
const char  *risalah_naming_country_within    (const RisalahNaming *self,
                                               guint                first,
                                               guint                end);
void         risalah_naming_add_organisation  (RisalahNaming       *self,
                                               guint                first,
                                               guint                end,
                                               const char          *country);
void         risalah_naming_find_by_place     (RisalahNaming       *self);
void         risalah_naming_find_countries    (RisalahNaming       *self);
void         risalah_naming_find_organisations (RisalahNaming      *self);
void         risalah_naming_find_persons      (RisalahNaming       *self);

G_END_DECLS
