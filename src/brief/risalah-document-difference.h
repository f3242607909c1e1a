/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two documents, for a view that applies only the difference. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

/**
 * RisalahDocumentDifference:
 * @first: first block that differs
 * @n_before: how many blocks of the old document stand there
 * @n_after: how many of the new one take their place; 0 and 0 where no block differs
 * @fields: whether fields or switched-off rules differ
 *
 * All blocks before @first and after the range are the same in both documents. Blocks are
 * compared by identity, so this costs nothing but a walk over two arrays of pointers.
 */
typedef struct
{
  guint first;
  guint n_before;
  guint n_after;
  gboolean fields;
} RisalahDocumentDifference;

/**
 * RisalahTextDifference:
 * @start: first character that differs
 * @n_removed: how many characters of the old text end there
 * @n_inserted: how many of the new one take their place
 * @marks_start: first character of the new text whose marks differ
 * @marks_end: the character after the last one; equal where no marks differ
 *
 * What changed between two texts. The inserted characters' marks are within the marks' range.
 */
typedef struct
{
  guint start;
  guint n_removed;
  guint n_inserted;
  guint marks_start;
  guint marks_end;
} RisalahTextDifference;

gboolean risalah_document_find_difference  (RisalahDocument           *before,
                                            RisalahDocument           *after,
                                            RisalahDocumentDifference *difference);
gboolean risalah_rich_text_find_difference (RisalahRichText           *before,
                                            RisalahRichText           *after,
                                            RisalahTextDifference     *difference);

G_END_DECLS
