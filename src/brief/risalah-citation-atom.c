/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A citation as it stands in a brief's text. */

#include "risalah-citation-atom.h"

G_DEFINE_BOXED_TYPE (RisalahCitationAtom,
                     risalah_citation_atom,
                     risalah_citation_atom_ref,
                     risalah_citation_atom_unref)

/**
 * risalah_citation_atom_new:
 * @id: (nullable): its identity, %NULL for a new one
 * @source_uid: UUID of the source
 * @text_uid: (nullable): UUID of the stored text
 * @start: first character of the passage, -1 for the whole source
 * @end: character after the last, -1 for the whole source
 * @quotation_uid: (nullable): the quotation it stands for
 *
 * Returns: (transfer full): a citation without locator, prefix and suffix
 */
RisalahCitationAtom *
risalah_citation_atom_new (const char *id,
                           const char *source_uid,
                           const char *text_uid,
                           gint64 start,
                           gint64 end,
                           const char *quotation_uid)
{
  RisalahCitationAtom *self;

  g_return_val_if_fail (source_uid != NULL, NULL);

  self = g_new0 (RisalahCitationAtom, 1);
  g_atomic_ref_count_init (&self->references);
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->source_uid = g_strdup (source_uid);
  self->text_uid = g_strdup (text_uid);
  self->start = start;
  self->end = end;
  self->quotation_uid = g_strdup (quotation_uid);
  return self;
}

/**
 * risalah_citation_atom_with_details:
 * @self: a citation
 * @locator: (nullable): page, article, paragraph
 * @prefix: (nullable): words before it
 * @suffix: (nullable): words after it
 *
 * Returns: (transfer full): the same citation with these; "" counts as %NULL
 */
RisalahCitationAtom *
risalah_citation_atom_with_details (const RisalahCitationAtom *self,
                                    const char *locator,
                                    const char *prefix,
                                    const char *suffix)
{
  RisalahCitationAtom *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = risalah_citation_atom_new (self->id, self->source_uid, self->text_uid, self->start,
                                    self->end, self->quotation_uid);
  copy->locator = locator != NULL && *locator != '\0' ? g_strdup (locator) : NULL;
  copy->prefix = prefix != NULL && *prefix != '\0' ? g_strdup (prefix) : NULL;
  copy->suffix = suffix != NULL && *suffix != '\0' ? g_strdup (suffix) : NULL;
  return copy;
}

/**
 * risalah_citation_atom_ref:
 * @self: a citation
 *
 * Returns: (transfer full): @self
 */
RisalahCitationAtom *
risalah_citation_atom_ref (RisalahCitationAtom *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_citation_atom_unref:
 * @self: (transfer full): a citation
 */
void
risalah_citation_atom_unref (RisalahCitationAtom *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_free (self->source_uid);
  g_free (self->text_uid);
  g_free (self->locator);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->quotation_uid);
  g_free (self);
}

/**
 * risalah_citation_atom_equal:
 * @a: a citation
 * @b: another
 *
 * Returns: whether all their members are equal
 */
gboolean
risalah_citation_atom_equal (const RisalahCitationAtom *a, const RisalahCitationAtom *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->source_uid, b->source_uid) == 0
             && g_strcmp0 (a->text_uid, b->text_uid) == 0 && a->start == b->start
             && a->end == b->end && g_strcmp0 (a->locator, b->locator) == 0
             && g_strcmp0 (a->prefix, b->prefix) == 0 && g_strcmp0 (a->suffix, b->suffix) == 0
             && g_strcmp0 (a->quotation_uid, b->quotation_uid) == 0);
}
