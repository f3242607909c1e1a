/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the date expressions of a text in Indonesian, Malay and English, and their values. */
#pragma once

#include <glib.h>

#include "risalah-article.h"
#include "risalah-edtf.h"
#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahDateRole:
 * @RISALAH_DATE_EVENT: it dates what the text tells
 * @RISALAH_DATE_PUBLICATION: it dates the article itself
 * @RISALAH_DATE_NAME: a year inside a name: "IDEX 2023", "UU Nomor 16 Tahun 2012"
 * @RISALAH_DATE_REFERENCE: the year of an author–year reference, "(Kron, 2015)"
 * @RISALAH_DATE_VAGUE: words of time that fix no calendar value
 */
typedef enum
{
  RISALAH_DATE_EVENT,
  RISALAH_DATE_PUBLICATION,
  RISALAH_DATE_NAME,
  RISALAH_DATE_REFERENCE,
  RISALAH_DATE_VAGUE,
} RisalahDateRole;

/**
 * RisalahDateMention:
 * @start: its first byte in the text
 * @end: the byte after its last
 * @edtf: (nullable): its value; %NULL where it has none, or none without a reference date
 * @mod: early, mid, late, before or after
 * @role: what it dates
 * @relative: its value depends on the reference date
 * @rule: the rule that made it, for the analyst and for debugging; a static string
 * @reference: (nullable): the reference date used, an EDTF string; %NULL where none was
 */
typedef struct
{
  gsize start;
  gsize end;
  char *edtf;
  RisalahEdtfMod mod;
  RisalahDateRole role;
  gboolean relative;
  const char *rule;
  char *reference;
} RisalahDateMention;

GArray     *risalah_find_dates          (const RisalahArticle *article,
                                         const RisalahLexicon *lexicon,
                                         const char           *reference_edtf,
                                         const char           *language);
GArray     *risalah_find_dates_in_text  (const char           *text,
                                         gsize                 length,
                                         const RisalahLexicon *lexicon,
                                         const char           *reference_edtf,
                                         const char           *language);
const char *risalah_date_role_to_string (RisalahDateRole       role);

G_END_DECLS
