/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an analyst types into a search box, understood. The one way from typed words to FTS5.
 *
 *   kerja sama           all words, in any form: bekerja sama, kerjasama
 *   "nota kesepahaman"   these words exactly, one after the other
 *   Pakistan OR Turki    either (also ATAU; binds tighter than the words around it)
 *   -latihan             without it (also -"…" and -negara:PK)
 *   field:value          see risalah_query_get_fields(); a value with blanks in quotation marks
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahField:
 * @RISALAH_FIELD_COUNTRY: negara:, country: — ISO 3166 code or name of a country that the
 *   article mentions
 * @RISALAH_FIELD_TOPIC: topik:, topic: — an organisation's key
 * @RISALAH_FIELD_KIND: peristiwa:, kind: — kind of an event that the article tells
 * @RISALAH_FIELD_PUBLISHER: penerbit:, publisher: — its name or a part of it
 * @RISALAH_FIELD_GRADE: nilai:, grade: — A to F, or none
 * @RISALAH_FIELD_TAG: label:, tag:
 * @RISALAH_FIELD_DOSSIER: koleksi:, dossier: — its name
 * @RISALAH_FIELD_LANGUAGE: bahasa:, language:
 * @RISALAH_FIELD_TYPE: jenis:, type: — news, release …
 * @RISALAH_FIELD_AFTER: sejak:, since: — EDTF; published on that date or later
 * @RISALAH_FIELD_BEFORE: hingga:, until: — EDTF; published on that date or before
 * @RISALAH_FIELD_DATE: tanggal:, date: — EDTF; published within it, or "none"
 * @RISALAH_FIELD_TITLE: judul:, title: — words of the title
 *
 * Values of one field are alternatives, different fields must all hold; an excluded value must not.
 */
typedef enum
{
  RISALAH_FIELD_COUNTRY,
  RISALAH_FIELD_TOPIC,
  RISALAH_FIELD_KIND,
  RISALAH_FIELD_PUBLISHER,
  RISALAH_FIELD_GRADE,
  RISALAH_FIELD_TAG,
  RISALAH_FIELD_DOSSIER,
  RISALAH_FIELD_LANGUAGE,
  RISALAH_FIELD_TYPE,
  RISALAH_FIELD_AFTER,
  RISALAH_FIELD_BEFORE,
  RISALAH_FIELD_DATE,
  RISALAH_FIELD_TITLE,
  RISALAH_FIELD_N,
} RisalahField;

typedef struct _RisalahQuery RisalahQuery;

/* @typing: the last word is still being typed and stands for every word that it begins. Fails with
 * RISALAH_LIBRARY_ERROR_QUERY only on a field's value that cannot be one (a date that is no EDTF);
 * whatever else is typed is a query. */
RisalahQuery *risalah_query_parse         (const char    *text,
                                           gboolean       typing,
                                           GError       **error);
RisalahQuery *risalah_query_ref           (RisalahQuery  *self);
void          risalah_query_unref         (RisalahQuery  *self);
/* Adds a filter that was chosen rather than typed. */
gboolean      risalah_query_add_filter    (RisalahQuery  *self,
                                           RisalahField   field,
                                           const char    *value,
                                           gboolean       excluded,
                                           GError       **error);
gboolean      risalah_query_has_words     (const RisalahQuery *self);
const char   *risalah_query_get_text      (const RisalahQuery *self);
/* The filters of a field: (transfer none) (array zero-terminated=1), for chips in the window. */
const char * const *risalah_query_get_filters (const RisalahQuery *self,
                                           RisalahField   field,
                                           gboolean       excluded);
/* "negara" and "country" for RISALAH_FIELD_COUNTRY, by language "id" or "en". */
const char   *risalah_field_to_name       (RisalahField   field,
                                           const char    *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahQuery, risalah_query_unref)

G_END_DECLS
