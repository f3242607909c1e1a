/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a block: UTF-8 with marks over ranges of it. */

#include <string.h>

#include "risalah-rich-text-private.h"
#include "risalah-word-count.h"

G_DEFINE_BOXED_TYPE (RisalahRichText,
                     risalah_rich_text,
                     risalah_rich_text_ref,
                     risalah_rich_text_unref)

static gboolean
is_kept (const char *text)
{
  for (const guchar *at = (const guchar *)text; *at != '\0'; at++)
    if ((*at < 0x20 && *at != '\t') || (at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBC)
        || (at[0] == 0xE2 && at[1] == 0x80 && at[2] == 0xA9))
      return FALSE;
  return TRUE;
}

static gboolean
has_atom_at (const GArray *marks, guint at)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const RisalahMark *mark = &g_array_index (marks, RisalahMark, i);

      if (mark->start == at && mark->end == at + 1 && risalah_mark_is_atom (mark))
        return TRUE;
    }
  return FALSE;
}

/* Replaces, character for character, what a text may not hold: control characters by blanks, ends
 * of lines by line breaks, an atom's character without an atom by U+FFFD. Takes @text. */
static char *
take_clean_text (char *text, const GArray *marks)
{
  GString *clean;
  guint offset = 0;

  if (is_kept (text))
    return text;
  clean = g_string_sized_new (strlen (text) + 8);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), offset++)
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == 0x2029)
        character = RISALAH_LINE_BREAK_CHARACTER;
      else if (character < 0x20 && character != '\t')
        character = ' ';
      else if (character == 0xFFFE || character == 0xFFFF
               || (character == RISALAH_ATOM_CHARACTER && !has_atom_at (marks, offset)))
        character = 0xFFFD;
      g_string_append_unichar (clean, character);
    }
  g_free (text);
  return g_string_free (clean, FALSE);
}

/* Makes a text of both, which it takes. */
RisalahRichText *
risalah_rich_text_take (char *text, GArray *marks)
{
  RisalahRichText *self = g_new0 (RisalahRichText, 1);

  g_atomic_ref_count_init (&self->references);
  if (marks != NULL && marks->len > 0)
    risalah_marks_tidy (marks, text, g_utf8_strlen (text, -1));
  self->text = take_clean_text (text, marks);
  self->n_bytes = strlen (self->text);
  self->length = g_utf8_strlen (self->text, self->n_bytes);
  self->n_words = -1;
  if (marks != NULL && marks->len == 0)
    g_clear_pointer (&marks, g_array_unref);
  self->marks = marks;
  return self;
}

/**
 * risalah_rich_text_new:
 * @text: UTF-8
 * @marks: (nullable) (array length=n_marks): marks over it, in any order; copied
 * @n_marks: how many
 *
 * Marks that do not agree with the text (a quotation whose words are others, an atom that is not
 * at its character) are left out; control characters and ends of lines are replaced one by one,
 * so that offsets hold.
 *
 * Returns: (transfer full): the text
 */
RisalahRichText *
risalah_rich_text_new (const char *text, const RisalahMark *marks, guint n_marks)
{
  GArray *copies = NULL;

  g_return_val_if_fail (text != NULL && (marks != NULL || n_marks == 0), NULL);

  if (n_marks > 0)
    copies = risalah_marks_new ();
  for (guint i = 0; i < n_marks; i++)
    risalah_marks_add (copies, &marks[i], marks[i].start, marks[i].end);
  return risalah_rich_text_take (g_strdup (text), copies);
}

/**
 * risalah_rich_text_new_plain:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text without marks
 */
RisalahRichText *
risalah_rich_text_new_plain (const char *text)
{
  return risalah_rich_text_new (text, NULL, 0);
}

/**
 * risalah_rich_text_new_quotation:
 * @use: a quotation's use
 *
 * Returns: (transfer full): the text that it shows, locked
 */
RisalahRichText *
risalah_rich_text_new_quotation (RisalahQuotationUse *use)
{
  RisalahMark mark = { .kind = RISALAH_MARK_QUOTATION, .quotation = use };
  const char *shown;

  g_return_val_if_fail (use != NULL, NULL);

  shown = risalah_quotation_use_get_shown (use);
  mark.end = g_utf8_strlen (shown, -1);
  return risalah_rich_text_new (shown, &mark, 1);
}

/**
 * risalah_rich_text_new_citation:
 * @citation: a citation
 *
 * Returns: (transfer full): a text of one character, which is that citation
 */
RisalahRichText *
risalah_rich_text_new_citation (RisalahCitationAtom *citation)
{
  RisalahMark mark = { .kind = RISALAH_MARK_CITATION, .end = 1, .citation = citation };

  g_return_val_if_fail (citation != NULL, NULL);
  return risalah_rich_text_new (RISALAH_ATOM_TEXT, &mark, 1);
}

/**
 * risalah_rich_text_new_note:
 * @note: a note
 *
 * Returns: (transfer full): a text of one character, which is that note
 */
RisalahRichText *
risalah_rich_text_new_note (RisalahNote *note)
{
  RisalahMark mark = { .kind = RISALAH_MARK_NOTE, .end = 1, .note = note };

  g_return_val_if_fail (note != NULL, NULL);
  return risalah_rich_text_new (RISALAH_ATOM_TEXT, &mark, 1);
}

/**
 * risalah_rich_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
RisalahRichText *
risalah_rich_text_ref (RisalahRichText *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_rich_text_unref:
 * @self: (transfer full): a text
 */
void
risalah_rich_text_unref (RisalahRichText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->text);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * risalah_rich_text_get_text:
 * @self: a text
 *
 * Returns: (transfer none): its UTF-8
 */
const char *
risalah_rich_text_get_text (const RisalahRichText *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

/**
 * risalah_rich_text_get_n_bytes:
 * @self: a text
 *
 * Returns: how many bytes it has
 */
gsize
risalah_rich_text_get_n_bytes (const RisalahRichText *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_bytes;
}

/**
 * risalah_rich_text_get_length:
 * @self: a text
 *
 * Returns: how many characters it has
 */
guint
risalah_rich_text_get_length (const RisalahRichText *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->length;
}

/**
 * risalah_rich_text_get_marks:
 * @self: a text
 * @n_marks: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_marks): its marks, by start
 */
const RisalahMark *
risalah_rich_text_get_marks (const RisalahRichText *self, guint *n_marks)
{
  g_return_val_if_fail (self != NULL && n_marks != NULL, NULL);

  *n_marks = self->marks != NULL ? self->marks->len : 0;
  return self->marks != NULL ? (const RisalahMark *)self->marks->data : NULL;
}

/**
 * risalah_rich_text_find_mark:
 * @self: a text
 * @kind: which kind
 * @at: a character
 *
 * Returns: (transfer none) (nullable): a mark of that kind that holds the character @at
 */
const RisalahMark *
risalah_rich_text_find_mark (const RisalahRichText *self, RisalahMarkKind kind, guint at)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (self, &n_marks);

  for (guint i = 0; i < n_marks && marks[i].start <= at; i++)
    if (marks[i].kind == kind && at < marks[i].end)
      return &marks[i];
  return NULL;
}

/**
 * risalah_rich_text_find_locked:
 * @self: a text
 * @at: a place between two characters
 *
 * Returns: (transfer none) (nullable): the quotation that @at is strictly inside of
 */
const RisalahMark *
risalah_rich_text_find_locked (const RisalahRichText *self, guint at)
{
  const RisalahMark *mark = risalah_rich_text_find_mark (self, RISALAH_MARK_QUOTATION, at);

  return mark != NULL && mark->start < at ? mark : NULL;
}

/**
 * risalah_rich_text_has_mark:
 * @self: a text
 * @kind: bold, italic, superscript, or another kind
 * @start: first character
 * @end: character after the last
 *
 * Locked quotations are passed over, since no style stands over them.
 *
 * Returns: whether the whole range has that mark
 */
gboolean
risalah_rich_text_has_mark (const RisalahRichText *self,
                            RisalahMarkKind kind,
                            guint start,
                            guint end)
{
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  end = MIN (end, self->length);
  while (start < end)
    {
      const RisalahMark *mark = risalah_rich_text_find_mark (self, kind, start);

      if (mark != NULL)
        any = TRUE;
      else
        mark = risalah_rich_text_find_mark (self, RISALAH_MARK_QUOTATION, start);
      if (mark == NULL)
        return FALSE;
      start = mark->end;
    }
  return any;
}

/**
 * risalah_rich_text_equal:
 * @a: a text
 * @b: another
 *
 * Returns: whether characters and marks are the same
 */
gboolean
risalah_rich_text_equal (const RisalahRichText *a, const RisalahRichText *b)
{
  const RisalahMark *marks_a, *marks_b;
  guint n_a, n_b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  marks_a = risalah_rich_text_get_marks (a, &n_a);
  marks_b = risalah_rich_text_get_marks (b, &n_b);
  if (a->n_bytes != b->n_bytes || n_a != n_b || memcmp (a->text, b->text, a->n_bytes) != 0)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!risalah_mark_equal (&marks_a[i], &marks_b[i]))
      return FALSE;
  return TRUE;
}

/**
 * risalah_rich_text_dup_words:
 * @self: a text
 *
 * Returns: (transfer full): its characters without those of atoms, line breaks as blanks
 */
char *
risalah_rich_text_dup_words (const RisalahRichText *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_sized_new (self->n_bytes + 1);
  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == RISALAH_LINE_BREAK_CHARACTER)
        g_string_append_c (words, ' ');
      else if (character != RISALAH_ATOM_CHARACTER)
        g_string_append_unichar (words, character);
    }
  return g_string_free (words, FALSE);
}

/**
 * risalah_rich_text_count_words:
 * @self: a text
 *
 * Counted once and kept.
 *
 * Returns: how many words it has; notes do not count
 */
guint
risalah_rich_text_count_words (const RisalahRichText *self)
{
  RisalahRichText *keeper = (RisalahRichText *)self;
  gint n_words;

  g_return_val_if_fail (self != NULL, 0);

  n_words = g_atomic_int_get (&keeper->n_words);
  if (n_words < 0)
    {
      n_words = (gint)risalah_count_words (self->text, self->n_bytes);
      g_atomic_int_set (&keeper->n_words, n_words);
    }
  return (guint)n_words;
}
