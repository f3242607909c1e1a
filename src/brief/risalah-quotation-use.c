/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation as a brief uses it: made and read. */

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
