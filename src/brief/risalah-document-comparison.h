/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a document compared by words, for reading. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

/**
 * RisalahComparedKind:
 * @RISALAH_COMPARED_SAME: stands in both versions
 * @RISALAH_COMPARED_REMOVED: stands in the earlier one only
 * @RISALAH_COMPARED_ADDED: stands in the later one only
 */
typedef enum
{
  RISALAH_COMPARED_SAME,
  RISALAH_COMPARED_REMOVED,
  RISALAH_COMPARED_ADDED,
} RisalahComparedKind;

/**
 * RisalahComparedRun:
 * @kind: where these words stand
 * @text: (owned): words with the blanks behind them; "" where only a block begins
 * @before: index of their block in the earlier version, -1 where they are added
 * @after: index of their block in the later version, -1 where they are removed
 * @begins_block: whether a block begins with them
 */
typedef struct
{
  RisalahComparedKind kind;
  char *text;
  gint before;
  gint after;
  gboolean begins_block;
} RisalahComparedRun;

/**
 * RisalahComparison:
 * @runs: (element-type RisalahComparedRun): both versions merged, in reading order
 * @n_added: words added
 * @n_removed: words removed
 */
typedef struct
{
  GArray *runs;
  guint n_added;
  guint n_removed;
} RisalahComparison;

RisalahComparison *risalah_document_compare (RisalahDocument   *before,
                                             RisalahDocument   *after);
void               risalah_comparison_free  (RisalahComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahComparison, risalah_comparison_free)

G_END_DECLS
