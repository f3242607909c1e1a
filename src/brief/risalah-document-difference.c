/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two documents: one range of blocks, one range of a text. */

#include "risalah-document-difference.h"

#include <string.h>

#include "risalah-document-private.h"

/**
 * risalah_document_find_difference:
 * @before: a document
 * @after: the one that takes its place
 * @difference: (out): what differs
 *
 * Returns: whether anything differs
 */
gboolean
risalah_document_find_difference (RisalahDocument *before,
                                  RisalahDocument *after,
                                  RisalahDocumentDifference *difference)
{
  guint n_before, n_after, first = 0, last = 0, shorter;

  g_return_val_if_fail (before != NULL && after != NULL && difference != NULL, FALSE);

  n_before = risalah_document_get_n_blocks (before);
  n_after = risalah_document_get_n_blocks (after);
  shorter = MIN (n_before, n_after);
  while (first < shorter
         && risalah_document_get_block (before, first) == risalah_document_get_block (after, first))
    first++;
  while (last < shorter - first
         && risalah_document_get_block (before, n_before - 1 - last)
                == risalah_document_get_block (after, n_after - 1 - last))
    last++;
  difference->first = first;
  difference->n_before = n_before - first - last;
  difference->n_after = n_after - first - last;
  difference->fields = !risalah_document_same_fields (before, after);
  return difference->n_before > 0 || difference->n_after > 0 || difference->fields;
}

static guint
count_characters (const char *from, gsize n_bytes)
{
  return (guint)g_utf8_strlen (from, (gssize)n_bytes);
}

/* How many bytes two texts begin with alike, up to the last whole character. */
static gsize
common_prefix (const char *a, const char *b, gsize limit)
{
  gsize n = 0;

  while (n < limit && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar)a[n] & 0xC0) == 0x80)
    n--;
  while (n > 0 && ((guchar)b[n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* How many bytes two texts end with alike, from the first whole character on. */
static gsize
common_suffix (const char *a_end, const char *b_end, gsize limit)
{
  gsize n = 0;

  while (n < limit && a_end[-(gssize)n - 1] == b_end[-(gssize)n - 1])
    n++;
  while (n > 0 && ((guchar)a_end[-(gssize)n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* Widens the range over [start, end) of the new text. */
static void
widen (RisalahTextDifference *difference, guint start, guint end)
{
  if (start >= end)
    return;
  if (difference->marks_start == difference->marks_end)
    {
      difference->marks_start = start;
      difference->marks_end = end;
      return;
    }
  difference->marks_start = MIN (difference->marks_start, start);
  difference->marks_end = MAX (difference->marks_end, end);
}

/* Where a character of the old text stands in the new one. */
static guint
shift (const RisalahTextDifference *difference, guint at)
{
  if (at <= difference->start)
    return at;
  if (at >= difference->start + difference->n_removed)
    return at - difference->n_removed + difference->n_inserted;
  return difference->start;
}

/* Whether @mark, moved to the new text, is one of @others. */
static gboolean
is_among (const RisalahMark *mark, const RisalahMark *others, guint n_others)
{
  for (guint i = 0; i < n_others && others[i].start <= mark->start; i++)
    if (risalah_mark_equal (mark, &others[i]))
      return TRUE;
  return FALSE;
}

static void
compare_marks (RisalahRichText *before, RisalahRichText *after, RisalahTextDifference *difference)
{
  guint n_old, n_new;
  const RisalahMark *old_marks = risalah_rich_text_get_marks (before, &n_old);
  const RisalahMark *new_marks = risalah_rich_text_get_marks (after, &n_new);
  g_autofree RisalahMark *moved = g_new (RisalahMark, n_old + 1);

  for (guint i = 0; i < n_old; i++)
    {
      moved[i] = old_marks[i];
      moved[i].start = shift (difference, old_marks[i].start);
      moved[i].end = shift (difference, old_marks[i].end);
      if (!is_among (&moved[i], new_marks, n_new))
        widen (difference, moved[i].start, moved[i].end);
    }
  for (guint i = 0; i < n_new; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n_old && !found; j++)
        found = risalah_mark_equal (&moved[j], &new_marks[i]);
      if (!found)
        widen (difference, new_marks[i].start, new_marks[i].end);
    }
  widen (difference, difference->start, difference->start + difference->n_inserted);
}

/**
 * risalah_rich_text_find_difference:
 * @before: a text
 * @after: the one that takes its place
 * @difference: (out): what differs
 *
 * Returns: whether anything differs
 */
gboolean
risalah_rich_text_find_difference (RisalahRichText *before,
                                   RisalahRichText *after,
                                   RisalahTextDifference *difference)
{
  const char *a, *b;
  gsize n_a, n_b, prefix, suffix;

  g_return_val_if_fail (before != NULL && after != NULL && difference != NULL, FALSE);

  memset (difference, 0, sizeof *difference);
  if (before == after)
    return FALSE;
  a = risalah_rich_text_get_text (before);
  b = risalah_rich_text_get_text (after);
  n_a = risalah_rich_text_get_n_bytes (before);
  n_b = risalah_rich_text_get_n_bytes (after);
  prefix = common_prefix (a, b, MIN (n_a, n_b));
  suffix = common_suffix (a + n_a, b + n_b, MIN (n_a, n_b) - prefix);
  difference->start = count_characters (a, prefix);
  difference->n_removed = count_characters (a + prefix, n_a - prefix - suffix);
  difference->n_inserted = count_characters (b + prefix, n_b - prefix - suffix);
  compare_marks (before, after, difference);
  return difference->n_removed > 0 || difference->n_inserted > 0
         || difference->marks_end > difference->marks_start;
}
