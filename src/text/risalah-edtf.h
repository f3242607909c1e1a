/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as EDTF writes it (ISO 8601-2:2019): from a day to a century, exact or not. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RisalahEdtfMod:
 *
 * What a text says of a date beside its value; never written into the EDTF string.
 */
typedef enum
{
  RISALAH_EDTF_MOD_NONE,
  RISALAH_EDTF_MOD_EARLY,
  RISALAH_EDTF_MOD_MID,
  RISALAH_EDTF_MOD_LATE,
  RISALAH_EDTF_MOD_BEFORE,
  RISALAH_EDTF_MOD_AFTER,
} RisalahEdtfMod;

/**
 * RisalahEdtfKind:
 * @RISALAH_EDTF_DATE: one date, of any precision
 * @RISALAH_EDTF_INTERVAL: from one date to another, either end open or unknown
 * @RISALAH_EDTF_ONE_OF: a set in square brackets
 * @RISALAH_EDTF_ALL_OF: a set in braces
 */
typedef enum
{
  RISALAH_EDTF_DATE,
  RISALAH_EDTF_INTERVAL,
  RISALAH_EDTF_ONE_OF,
  RISALAH_EDTF_ALL_OF,
} RisalahEdtfKind;

/**
 * RisalahEdtfLookup:
 * @key: a key of data/document/, "edtf.month.1"
 * @user_data: the caller's
 *
 * Gives the words of a document's language.
 *
 * Returns: (transfer none) (nullable): the words, %NULL where the table has no such key
 */
typedef const char *(*RisalahEdtfLookup) (const char *key, gpointer user_data);

/* An immutable, reference-counted value. */
typedef struct _RisalahEdtf RisalahEdtf;

#define RISALAH_TYPE_EDTF (risalah_edtf_get_type ())

GType                risalah_edtf_get_type      (void);
RisalahEdtf         *risalah_edtf_parse         (const char        *text,
                                                 GError           **error);
RisalahEdtf         *risalah_edtf_parse_at      (const char        *text,
                                                 gsize             *error_offset,
                                                 GError           **error);
RisalahEdtf         *risalah_edtf_ref           (RisalahEdtf       *self);
void                 risalah_edtf_unref         (RisalahEdtf       *self);
char                *risalah_edtf_to_string     (const RisalahEdtf *self);
gboolean             risalah_edtf_equal         (const RisalahEdtf *self,
                                                 const RisalahEdtf *other);
int                  risalah_edtf_compare       (const RisalahEdtf *self,
                                                 const RisalahEdtf *other);
gboolean             risalah_edtf_overlaps      (const RisalahEdtf *self,
                                                 const RisalahEdtf *other);

RisalahEdtfKind      risalah_edtf_get_kind      (const RisalahEdtf *self);
int                  risalah_edtf_get_level     (const RisalahEdtf *self);
gboolean             risalah_edtf_is_uncertain  (const RisalahEdtf *self);
gboolean             risalah_edtf_is_approximate (const RisalahEdtf *self);
gboolean             risalah_edtf_get_earliest  (const RisalahEdtf *self,
                                                 gint64            *day);
gboolean             risalah_edtf_get_latest    (const RisalahEdtf *self,
                                                 gint64            *day);

gboolean             risalah_edtf_get_bounds    (const char        *text,
                                                 gint64            *earliest,
                                                 gboolean          *has_earliest,
                                                 gint64            *latest,
                                                 gboolean          *has_latest,
                                                 GError           **error);
char                *risalah_edtf_to_words      (const RisalahEdtf *self,
                                                 RisalahEdtfMod     mod,
                                                 RisalahEdtfLookup  lookup,
                                                 gpointer           user_data);
const char          *risalah_edtf_mod_to_string (RisalahEdtfMod     mod);
gboolean             risalah_edtf_mod_from_string (const char      *name,
                                                 RisalahEdtfMod    *mod);

/* Days of the proleptic Gregorian calendar, by Julian day number: 1 January 2000 is 2451545. */
gint64               risalah_day_from_date      (gint64             year,
                                                 int                month,
                                                 int                day);
void                 risalah_day_to_date        (gint64             julian_day,
                                                 gint64            *year,
                                                 int               *month,
                                                 int               *day);
char                *risalah_day_to_edtf        (gint64             julian_day);
int                  risalah_day_get_weekday    (gint64             julian_day);
int                  risalah_day_get_month_length (gint64           year,
                                                 int                month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEdtf, risalah_edtf_unref)

G_END_DECLS
