/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation as a brief uses it: made, read and changed. */

#include "risalah-quotation-use-private.h"

#include "risalah-word-count.h"

G_DEFINE_BOXED_TYPE (RisalahQuotationUse,
                     risalah_quotation_use,
                     risalah_quotation_use_ref,
                     risalah_quotation_use_unref)

static void
clear_change (gpointer data)
{
  RisalahQuotationChange *change = data;

  g_free (change->text);
}

const RisalahQuotationChange *
risalah_quotation_use_get_change (const RisalahQuotationUse *self, guint index)
{
  return &g_array_index (self->changes, RisalahQuotationChange, index);
}

/* A copy to be changed and then rendered. */
RisalahQuotationUse *
risalah_quotation_use_begin_copy (const RisalahQuotationUse *self)
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
      RisalahQuotationChange change = *risalah_quotation_use_get_change (self, i);

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
  risalah_quotation_use_render (copy);
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
      const RisalahQuotationChange *change = risalah_quotation_use_get_change (self, i);

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
  risalah_quotation_use_render (self);
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
      const RisalahQuotationChange *one = risalah_quotation_use_get_change (a, i),
                                   *other = risalah_quotation_use_get_change (b, i);

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

  copy = risalah_quotation_use_begin_copy (self);
  copy->form = form;
  risalah_quotation_use_render (copy);
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

  copy = risalah_quotation_use_begin_copy (self);
  same_words = g_strcmp0 (self->quotation->exact, quotation->exact) == 0;
  risalah_quotation_free (copy->quotation);
  copy->quotation = risalah_quotation_copy (quotation);
  if (!same_words)
    {
      g_array_set_size (copy->changes, 0);
      return end_copy_with_changed_words (copy);
    }
  risalah_quotation_use_render (copy);
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
  copy = risalah_quotation_use_begin_copy (self);
  for (guint i = copy->changes->len; i-- > 0;)
    {
      const RisalahQuotationChange *change = risalah_quotation_use_get_change (copy, i);

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
  copy = risalah_quotation_use_begin_copy (self);
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
    if (risalah_quotation_use_get_change (self, i)->kind == RISALAH_QUOTATION_CHANGE_SIC
        && risalah_quotation_use_get_change (self, i)->start == at)
      return NULL;
  copy = risalah_quotation_use_begin_copy (self);
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
  copy = risalah_quotation_use_begin_copy (self);
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

  copy = risalah_quotation_use_begin_copy (self);
  g_free (copy->translation);
  copy->translation = translation != NULL && *translation != '\0' ? g_strdup (translation) : NULL;
  copy->translation_shown = shown && copy->translation != NULL;
  copy->look_again = look_again && copy->translation != NULL;
  risalah_quotation_use_render (copy);
  return copy;
}
