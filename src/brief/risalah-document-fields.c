/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a document as a whole. */

#include <string.h>

#include "risalah-document-private.h"

static const char *const field_names[RISALAH_DOCUMENT_N_FIELDS] = {
  [RISALAH_DOCUMENT_LANGUAGE] = "language",
  [RISALAH_DOCUMENT_TEMPLATE] = "template",
  [RISALAH_DOCUMENT_AUTHOR] = "author",
  [RISALAH_DOCUMENT_UNIT] = "unit",
  [RISALAH_DOCUMENT_DATE] = "date",
  [RISALAH_DOCUMENT_DATA_CUT_OFF] = "data-cut-off",
  [RISALAH_DOCUMENT_CITATION_STYLE] = "citation-style",
  [RISALAH_DOCUMENT_PAGE_DESIGN] = "page-design",
  [RISALAH_DOCUMENT_PAPER] = "paper",
  [RISALAH_DOCUMENT_CLASSIFICATION] = "classification",
  [RISALAH_DOCUMENT_URGENCY] = "urgency",
  [RISALAH_DOCUMENT_STATUS] = "status",
  [RISALAH_DOCUMENT_TRANSLATION_PAIR] = "translation-pair",
  [RISALAH_DOCUMENT_TRANSLATION_SHOWN] = "translation-shown",
  [RISALAH_DOCUMENT_INSTITUTION] = "institution",
  [RISALAH_DOCUMENT_ADDRESS] = "address",
  [RISALAH_DOCUMENT_LOGO] = "logo",
  [RISALAH_DOCUMENT_CONTENTS] = "contents",
  [RISALAH_DOCUMENT_SOURCE_ANNEX] = "source-annex",
  [RISALAH_DOCUMENT_EXPORT_FORMAT] = "export-format",
};

static void
clear_rule (gpointer data)
{
  RisalahSwitchedOffRule *rule = data;

  g_free ((char *)rule->rule);
  g_free ((char *)rule->reason);
}

RisalahDocumentFields *
risalah_document_fields_new (void)
{
  RisalahDocumentFields *self = g_new0 (RisalahDocumentFields, 1);

  g_atomic_ref_count_init (&self->references);
  self->rules = g_array_new (FALSE, FALSE, sizeof (RisalahSwitchedOffRule));
  g_array_set_clear_func (self->rules, clear_rule);
  return self;
}

RisalahDocumentFields *
risalah_document_fields_ref (RisalahDocumentFields *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
risalah_document_fields_unref (RisalahDocumentFields *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_array_unref (self->rules);
  g_free (self->root_extra);
  g_free (self->head_extra);
  g_free (self);
}

void
risalah_document_fields_add_rule (RisalahDocumentFields *self, const char *rule, const char *reason)
{
  RisalahSwitchedOffRule entry = { g_strdup (rule), g_strdup (reason) };
  guint at = 0;

  while (at < self->rules->len
         && strcmp (g_array_index (self->rules, RisalahSwitchedOffRule, at).rule, rule) < 0)
    at++;
  g_array_insert_val (self->rules, at, entry);
}

/* A copy without the rule @without, or with all where it is NULL. */
RisalahDocumentFields *
risalah_document_fields_copy (const RisalahDocumentFields *self, const char *without)
{
  RisalahDocumentFields *copy = risalah_document_fields_new ();

  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    copy->fields[i] = g_strdup (self->fields[i]);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const RisalahSwitchedOffRule *rule = &g_array_index (self->rules, RisalahSwitchedOffRule, i);

      if (g_strcmp0 (rule->rule, without) != 0)
        risalah_document_fields_add_rule (copy, rule->rule, rule->reason);
    }
  copy->root_extra = g_strdup (self->root_extra);
  copy->head_extra = g_strdup (self->head_extra);
  return copy;
}

gboolean
risalah_document_fields_equal (const RisalahDocumentFields *a, const RisalahDocumentFields *b)
{
  if (a == b)
    return TRUE;
  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    if (!g_str_equal (a->fields[i], b->fields[i]))
      return FALSE;
  if (a->rules->len != b->rules->len || g_strcmp0 (a->root_extra, b->root_extra) != 0
      || g_strcmp0 (a->head_extra, b->head_extra) != 0)
    return FALSE;
  for (guint i = 0; i < a->rules->len; i++)
    {
      const RisalahSwitchedOffRule *one = &g_array_index (a->rules, RisalahSwitchedOffRule, i);
      const RisalahSwitchedOffRule *other = &g_array_index (b->rules, RisalahSwitchedOffRule, i);

      if (strcmp (one->rule, other->rule) != 0 || strcmp (one->reason, other->reason) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_document_field_to_string:
 * @field: a field
 *
 * Returns: (transfer none): its name in files, "data-cut-off"
 */
const char *
risalah_document_field_to_string (RisalahDocumentField field)
{
  g_return_val_if_fail ((guint)field < RISALAH_DOCUMENT_N_FIELDS, "");
  return field_names[field];
}

/**
 * risalah_document_field_from_string:
 * @name: (nullable): a name in files
 * @field: (out): the field
 *
 * Returns: whether there is one of that name
 */
gboolean
risalah_document_field_from_string (const char *name, RisalahDocumentField *field)
{
  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    if (g_strcmp0 (name, field_names[i]) == 0)
      {
        *field = (RisalahDocumentField)i;
        return TRUE;
      }
  return FALSE;
}
