/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates, read from their table. */

#include <glib/gi18n-lib.h>

#include "risalah-brief-error.h"
#include "risalah-table.h"
#include "risalah-template-private.h"

enum
{
  COLUMN_TEMPLATE,
  COLUMN_SECTION,
  COLUMN_LEVEL,
  COLUMN_PRESENCE,
  COLUMN_WORDS,
  COLUMN_CONTENT,
};

struct _RisalahTemplates
{
  gatomicrefcount references;
  RisalahTable *table;
  GPtrArray *templates; /* (element-type RisalahTemplate) */
};

static void
template_free (gpointer data)
{
  RisalahTemplate *self = data;

  g_free (self->name);
  g_strfreev (self->fields);
  g_array_unref (self->parts);
  g_free (self);
}

static RisalahTemplate *
find_template (const RisalahTemplates *self, const char *name)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      RisalahTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_strcmp0 (template->name, name) == 0)
        return template;
    }
  return NULL;
}

static guint
get_number (const RisalahTable *table, guint row, guint column)
{
  return (guint)g_ascii_strtoull (risalah_table_get (table, row, column), NULL, 10);
}

static void
read_row (RisalahTemplates *self, guint row)
{
  const char *name = risalah_table_get (self->table, row, COLUMN_TEMPLATE);
  const char *presence = risalah_table_get (self->table, row, COLUMN_PRESENCE);
  RisalahTemplate *template = find_template (self, name);
  RisalahTemplatePart part = {
    .section = risalah_table_get (self->table, row, COLUMN_SECTION),
    .required = g_str_equal (presence, "required"),
    .optional = g_str_equal (presence, "optional"),
    .words = get_number (self->table, row, COLUMN_WORDS),
    .level = MIN (get_number (self->table, row, COLUMN_LEVEL), 3),
    .content = risalah_table_get (self->table, row, COLUMN_CONTENT),
  };

  if (template == NULL)
    {
      template = g_new0 (RisalahTemplate, 1);
      template->name = g_strdup (name);
      template->parts = g_array_new (FALSE, FALSE, sizeof (RisalahTemplatePart));
      template->fields = g_new0 (char *, 1);
      g_ptr_array_add (self->templates, template);
    }
  if (g_str_equal (part.section, "template"))
    {
      g_strfreev (template->fields);
      template->fields = g_strsplit (part.content, " ", -1);
      template->words = part.words;
    }
  else
    g_array_append_val (template->parts, part);
}

/**
 * risalah_templates_open:
 * @directory: (type filename): the folder of documents' words, which holds templates.tsv
 *
 * Returns: (transfer full): the templates, or %NULL with a #GFileError,
 * RISALAH_TEXT_ERROR_VOCABULARY, or %RISALAH_BRIEF_ERROR_TEMPLATE where the table has none
 */
RisalahTemplates *
risalah_templates_open (const char *directory, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (RisalahTemplates) self = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, "templates.tsv", NULL);
  self = g_new0 (RisalahTemplates, 1);
  g_atomic_ref_count_init (&self->references);
  self->table = risalah_table_new ();
  self->templates = g_ptr_array_new_with_free_func (template_free);
  if (!risalah_table_add_file (self->table, path, error))
    return NULL;
  for (guint row = 0; row < risalah_table_get_n_rows (self->table); row++)
    read_row (self, row);
  if (self->templates->len == 0)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_TEMPLATE,
                   _ ("The table of templates “%s” holds none."), path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * risalah_templates_ref:
 * @self: templates
 *
 * Returns: (transfer full): @self
 */
RisalahTemplates *
risalah_templates_ref (RisalahTemplates *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_templates_unref:
 * @self: (transfer full): templates
 */
void
risalah_templates_unref (RisalahTemplates *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->templates);
  risalah_table_free (self->table);
  g_free (self);
}

/**
 * risalah_templates_get_n:
 * @self: templates
 *
 * Returns: how many there are
 */
guint
risalah_templates_get_n (const RisalahTemplates *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->templates->len;
}

/**
 * risalah_templates_get:
 * @self: templates
 * @index: which one
 *
 * Returns: (transfer none): a template, which lives as long as @self
 */
const RisalahTemplate *
risalah_templates_get (const RisalahTemplates *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->templates->len, NULL);
  return g_ptr_array_index (self->templates, index);
}

/**
 * risalah_templates_find:
 * @self: templates
 * @name: (nullable): "T1" to "T5", "T2-regional"
 *
 * Returns: (transfer none) (nullable): the template of that name
 */
const RisalahTemplate *
risalah_templates_find (const RisalahTemplates *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  return find_template (self, name);
}

/**
 * risalah_template_get_name:
 * @self: a template
 *
 * Returns: (transfer none): its name, "T1"; what people call it is the term "template.T1.name"
 */
const char *
risalah_template_get_name (const RisalahTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * risalah_template_get_words:
 * @self: a template
 *
 * Returns: how many words a brief of it has at most
 */
guint
risalah_template_get_words (const RisalahTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->words;
}

/**
 * risalah_template_get_parts:
 * @self: a template
 * @n_parts: (out): how many
 *
 * Returns: (transfer none) (array length=n_parts): its parts, in order
 */
const RisalahTemplatePart *
risalah_template_get_parts (const RisalahTemplate *self, guint *n_parts)
{
  g_return_val_if_fail (self != NULL && n_parts != NULL, NULL);

  *n_parts = self->parts->len;
  return (const RisalahTemplatePart *)self->parts->data;
}

/**
 * risalah_template_find_part:
 * @self: a template
 * @section: (nullable): a section
 *
 * Returns: (transfer none) (nullable): that part
 */
const RisalahTemplatePart *
risalah_template_find_part (const RisalahTemplate *self, const char *section)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const RisalahTemplatePart *part = &g_array_index (self->parts, RisalahTemplatePart, i);

      if (g_strcmp0 (part->section, section) == 0)
        return part;
    }
  return NULL;
}

/**
 * risalah_template_dup_heading:
 * @self: a template
 * @terms: the words of the brief's language
 * @section: a section of it
 *
 * Returns: (transfer full): what its heading says
 */
char *
risalah_template_dup_heading (const RisalahTemplate *self, RisalahTerms *terms, const char *section)
{
  g_autofree char *own = NULL, *shared = NULL;

  g_return_val_if_fail (self != NULL && terms != NULL && section != NULL, NULL);

  own = g_strdup_printf ("%s.%s", self->name, section);
  shared = g_strdup_printf ("section.%s", section);
  return g_strdup (risalah_terms_get (terms, risalah_terms_has (terms, own) ? own : shared));
}
