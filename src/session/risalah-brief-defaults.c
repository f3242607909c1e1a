/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new brief begins with: a record of strings. */

#include "risalah-brief-defaults.h"

/**
 * risalah_brief_defaults_new:
 *
 * Returns: (transfer full): defaults that leave everything to the template
 */
RisalahBriefDefaults *
risalah_brief_defaults_new (void)
{
  return g_new0 (RisalahBriefDefaults, 1);
}

/**
 * risalah_brief_defaults_copy:
 * @self: defaults
 *
 * Returns: (transfer full): the same, for another thread
 */
RisalahBriefDefaults *
risalah_brief_defaults_copy (const RisalahBriefDefaults *self)
{
  RisalahBriefDefaults *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = risalah_brief_defaults_new ();
  copy->language = g_strdup (self->language);
  copy->citation_style = g_strdup (self->citation_style);
  copy->page_design = g_strdup (self->page_design);
  copy->paper = g_strdup (self->paper);
  copy->author = g_strdup (self->author);
  copy->unit = g_strdup (self->unit);
  copy->institution = g_strdup (self->institution);
  copy->address = g_strdup (self->address);
  copy->logo = g_strdup (self->logo);
  return copy;
}

/**
 * risalah_brief_defaults_free:
 * @self: (transfer full) (nullable): defaults
 */
void
risalah_brief_defaults_free (RisalahBriefDefaults *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->citation_style);
  g_free (self->page_design);
  g_free (self->paper);
  g_free (self->author);
  g_free (self->unit);
  g_free (self->institution);
  g_free (self->address);
  g_free (self->logo);
  g_free (self);
}
