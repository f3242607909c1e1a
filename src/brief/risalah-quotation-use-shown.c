/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of a quotation, and where its characters come from. */

#include "risalah-quotation-use-private.h"

#define OPENING_MARK 0x201C /* “ */
#define CLOSING_MARK 0x201D /* ” */

/* Whether the elision @elision is what an insertion beside it replaces: then only that is shown. */
static gboolean
is_replaced (const RisalahQuotationUse *self, const RisalahQuotationChange *elision)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const RisalahQuotationChange *other = risalah_quotation_use_get_change (self, i);

      if (other->kind == RISALAH_QUOTATION_CHANGE_INSERTION
          && (other->start == elision->start || other->start == elision->end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
replaces (const RisalahQuotationUse *self, const RisalahQuotationChange *insertion)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const RisalahQuotationChange *other = risalah_quotation_use_get_change (self, i);

      if (other->kind == RISALAH_QUOTATION_CHANGE_ELISION
          && (other->start == insertion->start || other->end == insertion->start))
        return TRUE;
    }
  return FALSE;
}

/* Whether a blank belongs between what is shown already and a bracket. */
static gboolean
needs_space_before (const GString *shown)
{
  gunichar last;

  if (shown->len == 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_prev_char (shown->str + shown->len));
  return !g_unichar_isspace (last) && g_unichar_type (last) != G_UNICODE_OPEN_PUNCTUATION
         && g_unichar_type (last) != G_UNICODE_INITIAL_PUNCTUATION && last != '"';
}

static void
append_bracket (RisalahQuotationUse *self,
                const RisalahQuotationChange *change,
                const char *following,
                GString *shown)
{
  gboolean replacing;

  if (change->kind == RISALAH_QUOTATION_CHANGE_ELISION)
    {
      g_string_append (shown, "[…]");
      return;
    }
  replacing = change->kind == RISALAH_QUOTATION_CHANGE_INSERTION && replaces (self, change);
  if (!replacing && needs_space_before (shown))
    g_string_append_c (shown, ' ');
  g_string_append_printf (shown, "[%s]",
                          change->kind == RISALAH_QUOTATION_CHANGE_SIC ? "sic" : change->text);
  if (!replacing && g_unichar_isalnum (g_utf8_get_char (following)))
    g_string_append_c (shown, ' ');
}

static void
add_piece (GArray *pieces, guint shown_start, const GString *shown, guint exact_start, gint change)
{
  RisalahQuotationPiece piece = { shown_start, g_utf8_strlen (shown->str, shown->len), exact_start,
                                  change };

  if (piece.shown_end > piece.shown_start)
    g_array_append_val (pieces, piece);
}

/* The shown words with their changes, and the pieces that they consist of. */
static GString *
render_words (RisalahQuotationUse *self, GArray *pieces)
{
  GString *shown = g_string_new (NULL);
  const char *at = self->quotation->exact;
  guint position = 0, shown_start;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const RisalahQuotationChange *change = risalah_quotation_use_get_change (self, i);
      const char *next = g_utf8_offset_to_pointer (at, change->start - position);

      shown_start = g_utf8_strlen (shown->str, shown->len);
      g_string_append_len (shown, at, next - at);
      add_piece (pieces, shown_start, shown, position, -1);
      at = g_utf8_offset_to_pointer (next, change->end - change->start);
      position = change->end;
      if (change->kind == RISALAH_QUOTATION_CHANGE_ELISION && is_replaced (self, change))
        continue;
      shown_start = g_utf8_strlen (shown->str, shown->len);
      append_bracket (self, change, at, shown);
      add_piece (pieces, shown_start, shown, position, (gint)i);
    }
  shown_start = g_utf8_strlen (shown->str, shown->len);
  g_string_append (shown, at);
  add_piece (pieces, shown_start, shown, position, -1);
  return shown;
}

/* Whether quotation marks of its own enclose the whole of @words. */
static gboolean
is_enclosed (const char *words)
{
  gunichar first = g_utf8_get_char (words);
  int depth = 0;

  if (first != OPENING_MARK && first != '"')
    return FALSE;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean opens = first == '"' ? at == words : character == OPENING_MARK;
      gboolean closes = first == '"' ? at != words && character == '"' : character == CLOSING_MARK;

      depth += opens ? 1 : closes ? -1 : 0;
      if (depth == 0)
        return *g_utf8_next_char (at) == '\0';
    }
  return FALSE;
}

/* What a locked range may hold: one line of text, without characters that a buffer or XML
 * would not keep. Character for character, so that the pieces' offsets hold. */
static void
replace_unprintable (GString *shown)
{
  g_autoptr (GString) clean = g_string_sized_new (shown->len);

  for (const char *at = shown->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == 0x2029)
        character = 0x2028;
      else if (character < 0x20 && character != '\t')
        character = ' ';
      else if (character == 0xFFFC || character == 0xFFFE || character == 0xFFFF)
        character = 0xFFFD;
      g_string_append_unichar (clean, character);
    }
  g_string_assign (shown, clean->str);
}

/* Makes the shown text and its pieces of what @self holds. */
void
risalah_quotation_use_render (RisalahQuotationUse *self)
{
  GString *shown;

  self->pieces = g_array_new (FALSE, FALSE, sizeof (RisalahQuotationPiece));
  if (self->translation_shown && self->translation != NULL)
    shown = g_string_new (self->translation);
  else
    shown = render_words (self, self->pieces);
  if (self->form == RISALAH_QUOTATION_FORM_INLINE && !is_enclosed (shown->str))
    {
      g_string_prepend (shown, "“");
      g_string_append (shown, "”");
      for (guint i = 0; i < self->pieces->len; i++)
        {
          g_array_index (self->pieces, RisalahQuotationPiece, i).shown_start++;
          g_array_index (self->pieces, RisalahQuotationPiece, i).shown_end++;
        }
    }
  replace_unprintable (shown);
  self->shown = g_string_free (shown, FALSE);
}

/**
 * risalah_quotation_use_dup_original:
 * @self: a use of a quotation
 *
 * Returns: (transfer full): the words in their own language with "[…]" and brackets, without
 *   quotation marks around them: what a note prints beside a translation
 */
char *
risalah_quotation_use_dup_original (const RisalahQuotationUse *self)
{
  g_autoptr (RisalahQuotationUse) original = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  original = risalah_quotation_use_begin_copy (self);
  original->form = RISALAH_QUOTATION_FORM_BLOCK;
  original->translation_shown = FALSE;
  risalah_quotation_use_render (original);
  return g_strdup (original->shown);
}

/**
 * risalah_quotation_use_shown_to_exact:
 * @self: a use of a quotation
 * @shown: a place in the shown text, in characters
 * @exact: (out): the place in the exact words
 *
 * Returns: %TRUE, or %FALSE where a translation is shown and no place corresponds
 */
gboolean
risalah_quotation_use_shown_to_exact (const RisalahQuotationUse *self, guint shown, guint *exact)
{
  g_return_val_if_fail (self != NULL && exact != NULL, FALSE);

  if (risalah_quotation_use_shows_translation (self))
    return FALSE;
  *exact = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const RisalahQuotationPiece *piece = &g_array_index (self->pieces, RisalahQuotationPiece, i);

      if (shown < piece->shown_start)
        break;
      *exact = piece->exact_start;
      if (piece->change < 0)
        *exact += MIN (shown, piece->shown_end) - piece->shown_start;
    }
  return TRUE;
}

/**
 * risalah_quotation_use_find_change:
 * @self: a use of a quotation
 * @shown: a place in the shown text, in characters
 *
 * Returns: the index of the change whose bracket is at or around @shown, or -1
 */
gint
risalah_quotation_use_find_change (const RisalahQuotationUse *self, guint shown)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const RisalahQuotationPiece *piece = &g_array_index (self->pieces, RisalahQuotationPiece, i);

      if (piece->change >= 0 && piece->shown_start <= shown && shown <= piece->shown_end)
        return piece->change;
    }
  return -1;
}
