/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation as a brief uses it: its edits and the text that is shown. */

#include "risalah-quotation-use.h"

#include <string.h>

#include "risalah-word-count.h"

#define OPENING_MARK 0x201C /* “ */
#define CLOSING_MARK 0x201D /* ” */

/* A stretch of the shown text: words of the quotation, or what a change put there. */
typedef struct
{
  guint shown_start;
  guint shown_end;
  guint exact_start; /* of words: where they stand in the exact ones */
  gint change;       /* index of the change, -1 for words */
} Piece;

struct _RisalahQuotationUse
{
  gatomicrefcount references;
  RisalahQuotation *quotation;
  RisalahQuotationForm form;
  GArray *changes; /* (element-type RisalahQuotationChange): by start; insertions before elisions */
  char *translation;
  gboolean translation_shown;
  gboolean look_again;
  char *shown;
  GArray *pieces; /* (element-type Piece): of @shown, in order; empty where a translation is shown */
};

G_DEFINE_BOXED_TYPE (RisalahQuotationUse, risalah_quotation_use, risalah_quotation_use_ref,
                     risalah_quotation_use_unref)

static void
clear_change (gpointer data)
{
  RisalahQuotationChange *change = data;

  g_free (change->text);
}

static const RisalahQuotationChange *
get_change (const RisalahQuotationUse *self, guint index)
{
  return &g_array_index (self->changes, RisalahQuotationChange, index);
}

/* Whether the elision @elision is what an insertion beside it replaces: then only that is shown. */
static gboolean
is_replaced (const RisalahQuotationUse *self, const RisalahQuotationChange *elision)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const RisalahQuotationChange *other = get_change (self, i);

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
      const RisalahQuotationChange *other = get_change (self, i);

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
  g_string_append_printf (
      shown, "[%s]", change->kind == RISALAH_QUOTATION_CHANGE_SIC ? "sic" : change->text);
  if (!replacing && g_unichar_isalnum (g_utf8_get_char (following)))
    g_string_append_c (shown, ' ');
}

static void
add_piece (GArray *pieces, guint shown_start, const GString *shown, guint exact_start, gint change)
{
  Piece piece = { shown_start, g_utf8_strlen (shown->str, shown->len), exact_start, change };

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
      const RisalahQuotationChange *change = get_change (self, i);
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

static void
render (RisalahQuotationUse *self)
{
  GString *shown;

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
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
          g_array_index (self->pieces, Piece, i).shown_start++;
          g_array_index (self->pieces, Piece, i).shown_end++;
        }
    }
  replace_unprintable (shown);
  self->shown = g_string_free (shown, FALSE);
}

/* A copy to be changed and then rendered. */
static RisalahQuotationUse *
begin_copy (const RisalahQuotationUse *self)
{
  RisalahQuotationUse *copy = g_new0 (RisalahQuotationUse, 1);

  g_atomic_ref_count_init (&copy->references);
  copy->quotation = risalah_quotation_copy (self->quotation);
  copy->form = self->form;
  copy->translation = g_strdup (self->translation);
  copy->translation_shown = self->translation_shown;
  copy->look_again = self->look_again;
  copy->changes = g_array_new (FALSE, TRUE, sizeof (RisalahQuotationChange));
  g_array_set_clear_func (copy->changes, clear_change);
  for (guint i = 0; i < self->changes->len; i++)
    {
      RisalahQuotationChange change = *get_change (self, i);

      change.text = g_strdup (change.text);
      g_array_append_val (copy->changes, change);
    }
  return copy;
}

/* The changes of a copy stand apart: its words changed, so its translation is to be looked at. */
static RisalahQuotationUse *
end_copy_with_changed_words (RisalahQuotationUse *copy)
{
  copy->look_again = copy->translation != NULL;
  render (copy);
  return copy;
}

static gint
compare_changes (gconstpointer first, gconstpointer second)
{
  const RisalahQuotationChange *a = first;
  const RisalahQuotationChange *b = second;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return (a->kind == RISALAH_QUOTATION_CHANGE_ELISION)
         - (b->kind == RISALAH_QUOTATION_CHANGE_ELISION);
}

static void
add_change (RisalahQuotationUse *self,
            RisalahQuotationChangeKind kind,
            guint start,
            guint end,
            const char *text)
{
  RisalahQuotationChange change = { kind, start, end, g_strdup (text) };

  g_array_append_val (self->changes, change);
  g_array_sort (self->changes, compare_changes);
}

static guint
exact_length (const RisalahQuotationUse *self)
{
  return g_utf8_strlen (self->quotation->exact, -1);
}

/* Moves the ends of a range over the words inwards past blanks. */
static void
trim_range (const RisalahQuotationUse *self, guint *start, guint *end)
{
  const char *from = g_utf8_offset_to_pointer (self->quotation->exact, *start);
  const char *to = g_utf8_offset_to_pointer (from, *end - *start);

  for (; from < to && g_unichar_isspace (g_utf8_get_char (from)); from = g_utf8_next_char (from))
    (*start)++;
  for (; to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to)));
       to = g_utf8_prev_char (to))
    (*end)--;
}

/* Whether @at is strictly within words that are left out. */
static gboolean
is_left_out (const RisalahQuotationUse *self, guint at)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const RisalahQuotationChange *change = get_change (self, i);

      if (change->kind == RISALAH_QUOTATION_CHANGE_ELISION && change->start < at
          && at < change->end)
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_quotation_use_new:
 * @quotation: the quotation, which is copied
 * @form: inline or block
 *
 * Returns: (transfer full): the quotation without edits and translation
 */
RisalahQuotationUse *
risalah_quotation_use_new (const RisalahQuotation *quotation, RisalahQuotationForm form)
{
  RisalahQuotationUse *self;

  g_return_val_if_fail (quotation != NULL && quotation->exact != NULL, NULL);

  self = g_new0 (RisalahQuotationUse, 1);
  g_atomic_ref_count_init (&self->references);
  self->quotation = risalah_quotation_copy (quotation);
  self->form = form;
  self->changes = g_array_new (FALSE, TRUE, sizeof (RisalahQuotationChange));
  g_array_set_clear_func (self->changes, clear_change);
  render (self);
  return self;
}

/**
 * risalah_quotation_use_ref:
 * @self: a use of a quotation
 *
 * Returns: (transfer full): @self
 */
RisalahQuotationUse *
risalah_quotation_use_ref (RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_quotation_use_unref:
 * @self: (transfer full): a use of a quotation
 */
void
risalah_quotation_use_unref (RisalahQuotationUse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  risalah_quotation_free (self->quotation);
  g_array_unref (self->changes);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self->translation);
  g_free (self->shown);
  g_free (self);
}

static gboolean
quotations_equal (const RisalahQuotation *a, const RisalahQuotation *b)
{
  return g_strcmp0 (a->uid, b->uid) == 0 && g_strcmp0 (a->source_uid, b->source_uid) == 0
         && g_strcmp0 (a->text_uid, b->text_uid) == 0 && a->start == b->start && a->end == b->end
         && g_strcmp0 (a->exact, b->exact) == 0 && g_strcmp0 (a->prefix, b->prefix) == 0
         && g_strcmp0 (a->suffix, b->suffix) == 0 && g_strcmp0 (a->speaker, b->speaker) == 0
         && a->voice == b->voice && a->credibility == b->credibility
         && g_strcmp0 (a->language, b->language) == 0;
}

/**
 * risalah_quotation_use_equal:
 * @a: a use of a quotation
 * @b: another
 *
 * Returns: whether quotation, edits, translation and form are equal
 */
gboolean
risalah_quotation_use_equal (const RisalahQuotationUse *a, const RisalahQuotationUse *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->form != b->form || a->changes->len != b->changes->len
      || a->translation_shown != b->translation_shown || a->look_again != b->look_again
      || g_strcmp0 (a->translation, b->translation) != 0
      || !quotations_equal (a->quotation, b->quotation))
    return FALSE;
  for (guint i = 0; i < a->changes->len; i++)
    {
      const RisalahQuotationChange *one = get_change (a, i), *other = get_change (b, i);

      if (one->kind != other->kind || one->start != other->start || one->end != other->end
          || g_strcmp0 (one->text, other->text) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_quotation_use_get_quotation:
 * @self: a use of a quotation
 *
 * Returns: (transfer none): the quotation itself, as it stands in the library
 */
const RisalahQuotation *
risalah_quotation_use_get_quotation (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->quotation;
}

/**
 * risalah_quotation_use_get_form:
 * @self: a use of a quotation
 *
 * Returns: whether it stands within a sentence or as a block
 */
RisalahQuotationForm
risalah_quotation_use_get_form (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, RISALAH_QUOTATION_FORM_INLINE);
  return self->form;
}

/**
 * risalah_quotation_use_get_changes:
 * @self: a use of a quotation
 * @n_changes: (out): how many
 *
 * Returns: (transfer none) (array length=n_changes): its honest edits, in the order of the words
 */
const RisalahQuotationChange *
risalah_quotation_use_get_changes (const RisalahQuotationUse *self, guint *n_changes)
{
  g_return_val_if_fail (self != NULL && n_changes != NULL, NULL);

  *n_changes = self->changes->len;
  return (const RisalahQuotationChange *)self->changes->data;
}

/**
 * risalah_quotation_use_get_translation:
 * @self: a use of a quotation
 *
 * Returns: (transfer none) (nullable): the analyst's translation
 */
const char *
risalah_quotation_use_get_translation (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->translation;
}

/**
 * risalah_quotation_use_shows_translation:
 * @self: a use of a quotation
 *
 * Returns: whether the translation stands in the text and the original in the note
 */
gboolean
risalah_quotation_use_shows_translation (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->translation_shown && self->translation != NULL;
}

/**
 * risalah_quotation_use_get_look_again:
 * @self: a use of a quotation
 *
 * Returns: whether words or translation changed since the analyst compared them
 */
gboolean
risalah_quotation_use_get_look_again (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->look_again;
}

/**
 * risalah_quotation_use_get_shown:
 * @self: a use of a quotation
 *
 * Returns: (transfer none): the text of the locked range, quotation marks and brackets included
 */
const char *
risalah_quotation_use_get_shown (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->shown;
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

  original = begin_copy (self);
  original->form = RISALAH_QUOTATION_FORM_BLOCK;
  original->translation_shown = FALSE;
  render (original);
  return g_strdup (original->shown);
}

/**
 * risalah_quotation_use_get_n_words:
 * @self: a use of a quotation
 *
 * Returns: how many words the exact text has
 */
guint
risalah_quotation_use_get_n_words (const RisalahQuotationUse *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return risalah_count_words (self->quotation->exact, -1);
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
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

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
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->change >= 0 && piece->shown_start <= shown && shown <= piece->shown_end)
        return piece->change;
    }
  return -1;
}

/**
 * risalah_quotation_use_with_form:
 * @self: a use of a quotation
 * @form: inline or block
 *
 * Returns: (transfer full): the same in that form
 */
RisalahQuotationUse *
risalah_quotation_use_with_form (const RisalahQuotationUse *self, RisalahQuotationForm form)
{
  RisalahQuotationUse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = begin_copy (self);
  copy->form = form;
  render (copy);
  return copy;
}

/**
 * risalah_quotation_use_with_quotation:
 * @self: a use of a quotation
 * @quotation: what takes its place: moved to where its words stand now, or with another voice
 *
 * The edits are kept where the exact words are the same, and dropped where they differ.
 *
 * Returns: (transfer full): the use of @quotation
 */
RisalahQuotationUse *
risalah_quotation_use_with_quotation (const RisalahQuotationUse *self,
                                      const RisalahQuotation *quotation)
{
  RisalahQuotationUse *copy;
  gboolean same_words;

  g_return_val_if_fail (self != NULL && quotation != NULL, NULL);

  copy = begin_copy (self);
  same_words = g_strcmp0 (self->quotation->exact, quotation->exact) == 0;
  risalah_quotation_free (copy->quotation);
  copy->quotation = risalah_quotation_copy (quotation);
  if (!same_words)
    {
      g_array_set_size (copy->changes, 0);
      return end_copy_with_changed_words (copy);
    }
  render (copy);
  return copy;
}

/**
 * risalah_quotation_use_with_elision:
 * @self: a use of a quotation
 * @start: first character of the exact words to leave out
 * @end: character after the last
 *
 * Leaves words out. Blanks at the ends of the range stay; a range that touches an elision joins
 * it; what was put in within the range goes.
 *
 * Returns: (transfer full) (nullable): the use without them, %NULL where nothing, or everything,
 *   would be left out
 */
RisalahQuotationUse *
risalah_quotation_use_with_elision (const RisalahQuotationUse *self, guint start, guint end)
{
  RisalahQuotationUse *copy;
  guint length;

  g_return_val_if_fail (self != NULL, NULL);

  length = exact_length (self);
  end = MIN (end, length);
  if (start >= end)
    return NULL;
  trim_range (self, &start, &end);
  if (start >= end)
    return NULL;
  copy = begin_copy (self);
  for (guint i = copy->changes->len; i-- > 0;)
    {
      const RisalahQuotationChange *change = get_change (copy, i);

      if (change->kind == RISALAH_QUOTATION_CHANGE_ELISION && change->start <= end
          && change->end >= start)
        {
          start = MIN (start, change->start);
          end = MAX (end, change->end);
          g_array_remove_index (copy->changes, i);
          i = copy->changes->len;
        }
      else if (change->kind != RISALAH_QUOTATION_CHANGE_ELISION && start < change->start
               && change->start < end)
        g_array_remove_index (copy->changes, i);
    }
  if (start == 0 && end == length)
    {
      risalah_quotation_use_unref (copy);
      return NULL;
    }
  add_change (copy, RISALAH_QUOTATION_CHANGE_ELISION, start, end, NULL);
  return end_copy_with_changed_words (copy);
}

/**
 * risalah_quotation_use_with_insertion:
 * @self: a use of a quotation
 * @at: place in the exact words, in characters
 * @text: the words to put in, without brackets
 *
 * Puts words in. Beside words left out they stand for them: "[Indonesia] akan …".
 *
 * Returns: (transfer full) (nullable): the use with them, %NULL where @at is within words left
 *   out or @text is empty
 */
RisalahQuotationUse *
risalah_quotation_use_with_insertion (const RisalahQuotationUse *self, guint at, const char *text)
{
  RisalahQuotationUse *copy;
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  words = g_strstrip (g_strdup (text));
  if (*words == '\0' || at > exact_length (self) || is_left_out (self, at))
    return NULL;
  copy = begin_copy (self);
  add_change (copy, RISALAH_QUOTATION_CHANGE_INSERTION, at, at, words);
  return end_copy_with_changed_words (copy);
}

/**
 * risalah_quotation_use_with_sic:
 * @self: a use of a quotation
 * @at: place in the exact words, in characters
 *
 * Returns: (transfer full) (nullable): the use with "[sic]" there, %NULL where one stands there
 *   or @at is within words left out
 */
RisalahQuotationUse *
risalah_quotation_use_with_sic (const RisalahQuotationUse *self, guint at)
{
  RisalahQuotationUse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  if (at > exact_length (self) || is_left_out (self, at))
    return NULL;
  for (guint i = 0; i < self->changes->len; i++)
    if (get_change (self, i)->kind == RISALAH_QUOTATION_CHANGE_SIC
        && get_change (self, i)->start == at)
      return NULL;
  copy = begin_copy (self);
  add_change (copy, RISALAH_QUOTATION_CHANGE_SIC, at, at, NULL);
  return end_copy_with_changed_words (copy);
}

/**
 * risalah_quotation_use_without_change:
 * @self: a use of a quotation
 * @change: index of a change
 *
 * Returns: (transfer full) (nullable): the use without that edit; %NULL where there is none
 */
RisalahQuotationUse *
risalah_quotation_use_without_change (const RisalahQuotationUse *self, guint change)
{
  RisalahQuotationUse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  if (change >= self->changes->len)
    return NULL;
  copy = begin_copy (self);
  g_array_remove_index (copy->changes, change);
  return end_copy_with_changed_words (copy);
}

/**
 * risalah_quotation_use_with_translation:
 * @self: a use of a quotation
 * @translation: (nullable): the analyst's translation, %NULL or "" for none
 * @shown: whether it stands in the text, the original in the note
 * @look_again: whether it is still to be compared with the words
 *
 * Returns: (transfer full): the use with that translation
 */
RisalahQuotationUse *
risalah_quotation_use_with_translation (const RisalahQuotationUse *self,
                                        const char *translation,
                                        gboolean shown,
                                        gboolean look_again)
{
  RisalahQuotationUse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = begin_copy (self);
  g_free (copy->translation);
  copy->translation = translation != NULL && *translation != '\0' ? g_strdup (translation) : NULL;
  copy->translation_shown = shown && copy->translation != NULL;
  copy->look_again = look_again && copy->translation != NULL;
  render (copy);
  return copy;
}
