/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts cut, joined and marked. */

#include <string.h>

#include "risalah-rich-text-private.h"

/**
 * risalah_rich_text_slice:
 * @self: a text
 * @start: first character
 * @end: character after the last
 *
 * Returns: (transfer full): that part; a quotation that is not whole in it is plain words there
 */
RisalahRichText *
risalah_rich_text_slice (RisalahRichText *self, guint start, guint end)
{
  const char *from, *to;
  GArray *marks;

  g_return_val_if_fail (self != NULL, NULL);

  end = MIN (end, self->length);
  start = MIN (start, end);
  if (start == 0 && end == self->length)
    return risalah_rich_text_ref (self);
  from = g_utf8_offset_to_pointer (self->text, start);
  to = g_utf8_offset_to_pointer (from, end - start);
  marks = risalah_marks_new ();
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const RisalahMark *mark = &g_array_index (self->marks, RisalahMark, i);
      guint first = MAX (mark->start, start), last = MIN (mark->end, end);

      if (first < last)
        risalah_marks_add (marks, mark, first - start, last - start);
    }
  return risalah_rich_text_take (g_strndup (from, to - from), marks);
}

/**
 * risalah_rich_text_concatenate:
 * @a: a text
 * @b: another
 *
 * Returns: (transfer full): both, one after the other
 */
RisalahRichText *
risalah_rich_text_concatenate (RisalahRichText *a, RisalahRichText *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);
  return risalah_rich_text_replace (a, a->length, a->length, b);
}

/* Where a mark of the old text stands once [start, end) gave way to @inserted characters.
 * Returns whether anything of it is left. */
static gboolean
shift_mark (const RisalahMark *mark,
            guint start,
            guint end,
            guint inserted,
            guint *first,
            guint *last)
{
  gboolean whole = mark->kind == RISALAH_MARK_QUOTATION || risalah_mark_is_atom (mark);

  if (whole && mark->start < end && mark->end > start)
    return FALSE;
  if (mark->start >= end && (mark->start > start || end == start))
    *first = mark->start - (end - start) + inserted;
  else
    *first = mark->start <= start ? mark->start : start + inserted;
  if (mark->end >= end && mark->end > start)
    *last = mark->end - (end - start) + inserted;
  else
    *last = MIN (mark->end, start);
  return *first < *last;
}

/**
 * risalah_rich_text_replace:
 * @self: a text
 * @start: first character
 * @end: character after the last; @start to insert only
 * @with: what takes their place
 *
 * A mark that stands over the whole range stands over @with, too; where nothing is removed, one
 * that merely ends or begins there does not. A quotation or an atom that the range touches goes:
 * callers that keep quotations whole choose the range accordingly.
 *
 * Returns: (transfer full): the new text
 */
RisalahRichText *
risalah_rich_text_replace (RisalahRichText *self, guint start, guint end, RisalahRichText *with)
{
  const char *from, *to;
  GArray *marks;
  GString *text;

  g_return_val_if_fail (self != NULL && with != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  from = g_utf8_offset_to_pointer (self->text, start);
  to = g_utf8_offset_to_pointer (from, end - start);
  text = g_string_sized_new (self->n_bytes + with->n_bytes + 1);
  g_string_append_len (text, self->text, from - self->text);
  g_string_append_len (text, with->text, with->n_bytes);
  g_string_append (text, to);

  marks = risalah_marks_new ();
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const RisalahMark *mark = &g_array_index (self->marks, RisalahMark, i);
      guint first, last;

      if (shift_mark (mark, start, end, with->length, &first, &last))
        risalah_marks_add (marks, mark, first, last);
    }
  for (guint i = 0; with->marks != NULL && i < with->marks->len; i++)
    {
      const RisalahMark *mark = &g_array_index (with->marks, RisalahMark, i);

      risalah_marks_add (marks, mark, mark->start + start, mark->end + start);
    }
  return risalah_rich_text_take (g_string_free (text, FALSE), marks);
}

/**
 * risalah_rich_text_with_mark:
 * @self: a text
 * @mark: a mark to add; links and likelihood words take the place of those they overlap
 *
 * Returns: (transfer full): the text with it
 */
RisalahRichText *
risalah_rich_text_with_mark (RisalahRichText *self, const RisalahMark *mark)
{
  g_autoptr (RisalahRichText) base = NULL;
  GArray *marks;

  g_return_val_if_fail (self != NULL && mark != NULL, NULL);

  if (mark->kind == RISALAH_MARK_LINK || mark->kind == RISALAH_MARK_LIKELIHOOD)
    base = risalah_rich_text_without_marks (self, mark->kind, mark->start, mark->end);
  else
    base = risalah_rich_text_ref (self);
  marks = risalah_marks_new ();
  for (guint i = 0; base->marks != NULL && i < base->marks->len; i++)
    {
      const RisalahMark *old = &g_array_index (base->marks, RisalahMark, i);

      risalah_marks_add (marks, old, old->start, old->end);
    }
  risalah_marks_add (marks, mark, mark->start, mark->end);
  return risalah_rich_text_take (g_strdup (base->text), marks);
}

/**
 * risalah_rich_text_without_marks:
 * @self: a text
 * @kind: which kind to remove; a quotation that the range touches is unlocked whole
 * @start: first character
 * @end: character after the last
 *
 * Returns: (transfer full): the text without them in the range; the rest of a mark that reaches
 *   out of it stays
 */
RisalahRichText *
risalah_rich_text_without_marks (RisalahRichText *self,
                                 RisalahMarkKind kind,
                                 guint start,
                                 guint end)
{
  GArray *marks;

  g_return_val_if_fail (self != NULL, NULL);

  marks = risalah_marks_new ();
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const RisalahMark *mark = &g_array_index (self->marks, RisalahMark, i);

      if (mark->kind != kind || mark->end <= start || mark->start >= end)
        risalah_marks_add (marks, mark, mark->start, mark->end);
      else if (!risalah_mark_is_atom (mark) && kind != RISALAH_MARK_QUOTATION)
        {
          risalah_marks_add (marks, mark, mark->start, MAX (mark->start, start));
          risalah_marks_add (marks, mark, MIN (mark->end, end), mark->end);
        }
    }
  return risalah_rich_text_take (g_strdup (self->text), marks);
}
