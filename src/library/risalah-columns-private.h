/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every source can be filtered, counted and sorted by, in memory: about 60 bytes a source. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-query.h"

G_BEGIN_DECLS

/**
 * RisalahColumnsRow:
 * @id: the source; 0 for a row that was replaced
 * @earliest: first Julian day of its publication, %G_MAXINT32 where unknown
 * @latest: the last one, %G_MININT32 where unknown
 * @words: of its current text
 * @first: its first code
 * @n_codes: how many it has
 *
 * A code is a field and the number of one of its values: risalah_columns_get_code().
 */
typedef struct
{
  gint64 id;
  gint32 earliest;
  gint32 latest;
  guint32 words;
  guint32 first;
  guint32 n_codes;
} RisalahColumnsRow;

#define RISALAH_CODE_NUMBER_BITS 26
#define RISALAH_CODE_FIELD(code) ((RisalahField)((code) >> RISALAH_CODE_NUMBER_BITS))
#define RISALAH_CODE_NUMBER(code) ((code) & ((1u << RISALAH_CODE_NUMBER_BITS) - 1))

/* The columns as of the transaction that runs. */
RisalahColumns          *risalah_columns_get         (RisalahConnection     *connection,
                                                      GError               **error);
void                     risalah_columns_free        (RisalahColumns        *self);
/* Rows by ascending id. */
const RisalahColumnsRow *risalah_columns_get_rows    (RisalahColumns        *self,
                                                      guint                 *n_rows);
const RisalahColumnsRow *risalah_columns_find        (RisalahColumns        *self,
                                                      gint64                 source);
const guint32           *risalah_columns_get_codes   (RisalahColumns          *self,
                                                      const RisalahColumnsRow *row);
double                   risalah_columns_get_mean_words (RisalahColumns     *self);
guint                    risalah_columns_get_n_values (RisalahColumns       *self,
                                                      RisalahField           field);
const char              *risalah_columns_get_value   (RisalahColumns        *self,
                                                      RisalahField           field,
                                                      guint                  number);

G_END_DECLS
