/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the relations of a part (ISO/IEC 29500-2, 9.3), since a program may call its parts what it
 * likes: Word on the web writes word/document2.xml. */

#include "risalah-docx-relations.h"

#include <string.h>

struct _RisalahDocxRelations
{
  char *folder;
  GHashTable *targets; /* the last word of the relation's type → the part's name */
};

/* The part that is called @target from @folder. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *from =
      *target == '/' ? g_strdup (target) : g_strconcat ("/", folder, "/", target, NULL);
  g_autofree char *path = g_canonicalize_filename (from, "/");

  return g_strdup (path + strspn (path, "/"));
}

static gboolean
start_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  RisalahDocxRelations *self = data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  const char *kind;

  if (strcmp (name, "rel:Relationship") != 0)
    return strcmp (name, "rel:Relationships") == 0;
  type = risalah_office_attributes_dup (attributes, "Type");
  target = risalah_office_attributes_dup (attributes, "Target");
  kind = type != NULL ? strrchr (type, '/') : NULL;
  if (kind != NULL && target != NULL && g_utf8_validate (target, -1, NULL)
      && !risalah_office_attributes_has (attributes, "TargetMode", "External")
      && !g_hash_table_contains (self->targets, kind + 1))
    g_hash_table_insert (self->targets, g_strdup (kind + 1), resolve (self->folder, target));
  return FALSE;
}

/**
 * risalah_docx_relations_new:
 * @package: a Word document
 * @part: a part's name; "" for the package
 *
 * Reads what @part is related to. Where that cannot be read, nothing is known to be.
 *
 * Returns: (transfer full): the relations
 */
RisalahDocxRelations *
risalah_docx_relations_new (RisalahOfficePackage *package, const char *part)
{
  static const RisalahOfficeHandler handler = { .start = start_cb };
  RisalahDocxRelations *self;
  const char *base;
  g_autofree char *relations = NULL;

  g_return_val_if_fail (package != NULL && part != NULL, NULL);

  self = g_new0 (RisalahDocxRelations, 1);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  base = strrchr (part, '/') != NULL ? strrchr (part, '/') + 1 : part;
  self->folder = g_strndup (part, base - part);
  relations = g_strconcat (self->folder, "_rels/", base, ".rels", NULL);
  if (risalah_office_package_has (package, relations))
    risalah_office_package_read (package, relations, &handler, self, NULL);
  return self;
}

/**
 * risalah_docx_relations_free:
 * @self: (transfer full) (nullable): relations
 */
void
risalah_docx_relations_free (RisalahDocxRelations *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->targets);
  g_free (self->folder);
  g_free (self);
}

/**
 * risalah_docx_relations_find:
 * @self: relations
 * @kind: the last word of a relation's type, like "styles"
 *
 * Returns: (transfer none) (nullable): the part that is related so
 */
const char *
risalah_docx_relations_find (const RisalahDocxRelations *self, const char *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, NULL);
  return g_hash_table_lookup (self->targets, kind);
}
