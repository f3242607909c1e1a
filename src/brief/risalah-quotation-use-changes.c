/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The honest edits of a quotation: words left out, words put in brackets, [sic], a translation. */

#include "risalah-quotation-use-private.h"

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
