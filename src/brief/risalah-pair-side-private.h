/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one version of a translation pair states, by value: so that the other can be asked for it. */
#pragma once

#include "risalah-check-private.h"

G_BEGIN_DECLS

/**
 * RisalahPairKind:
 *
 * What the two versions are compared by.
 */
typedef enum
{
  RISALAH_PAIR_SECTION,
  RISALAH_PAIR_QUOTATION,
  RISALAH_PAIR_DATE,
  RISALAH_PAIR_NUMBER,
  RISALAH_PAIR_NAME,
  RISALAH_PAIR_LIKELIHOOD,
  RISALAH_PAIR_N_KINDS
} RisalahPairKind;

/**
 * RisalahPairFact:
 * @key: its value, the same in both languages
 * @label: as this version has it
 * @at: where it stands first
 * @end: the character after the text that it stands in
 * @section: (nullable): the template's part that it stands in
 */
typedef struct
{
  char *key;
  char *label;
  RisalahPosition at;
  guint end;
  const char *section;
} RisalahPairFact;

/**
 * RisalahPairSide:
 * @document: the version
 * @facts: (element-type RisalahPairFact): in the order of the text, each value once
 * @keys: the values of @facts, for looking up
 * @implied: what is stated besides in another form, and so is not lacking: "three", a country
 *   within an organisation's name
 */
typedef struct
{
  RisalahDocument *document;
  GPtrArray *facts[RISALAH_PAIR_N_KINDS];
  GHashTable *keys[RISALAH_PAIR_N_KINDS];
  GHashTable *implied;
} RisalahPairSide;

void     risalah_pair_side_init     (RisalahPairSide       *self,
                                     RisalahDocument       *document,
                                     RisalahLexicon        *lexicon);
void     risalah_pair_side_clear    (RisalahPairSide       *self);
gboolean risalah_pair_side_has      (const RisalahPairSide *self,
                                     RisalahPairKind        kind,
                                     const char            *key);
gint     risalah_pair_side_find_section (const RisalahPairSide *self,
                                     const char            *section);

G_END_DECLS
