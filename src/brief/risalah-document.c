/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as a document: an array of immutable blocks and what is known about the whole. */

#include "risalah-document-private.h"

#include <string.h>

struct _RisalahDocument
{
  gatomicrefcount references;
  RisalahDocumentFields *fields;
  char *title; /* made when first asked for; only by atomic operations */
  guint n_blocks;
  RisalahBriefBlock *blocks[];
};

G_DEFINE_BOXED_TYPE (RisalahDocument,
                     risalah_document,
                     risalah_document_ref,
                     risalah_document_unref)

static RisalahDocument *
allocate (RisalahDocumentFields *fields, guint n_blocks)
{
  RisalahDocument *self =
      g_malloc (sizeof (RisalahDocument) + n_blocks * sizeof (RisalahBriefBlock *));

  g_atomic_ref_count_init (&self->references);
  self->fields = fields;
  self->title = NULL;
  self->n_blocks = n_blocks;
  return self;
}

static void
take_blocks (RisalahDocument *self, guint at, RisalahBriefBlock *const *blocks, guint n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    self->blocks[at + i] = risalah_brief_block_ref (blocks[i]);
}

/* The same blocks with other fields, which it takes. */
static RisalahDocument *
with_fields (RisalahDocument *self, RisalahDocumentFields *fields)
{
  RisalahDocument *document = allocate (fields, self->n_blocks);

  take_blocks (document, 0, self->blocks, self->n_blocks);
  return document;
}

/**
 * risalah_document_new:
 * @language: "id" or "en"
 * @blocks: (array length=n_blocks) (nullable): its blocks
 * @n_blocks: how many; none makes a document of one empty paragraph
 *
 * Returns: (transfer full): a draft in that language
 */
RisalahDocument *
risalah_document_new (const char *language, RisalahBriefBlock *const *blocks, guint n_blocks)
{
  g_autoptr (RisalahBriefBlock) empty = NULL;
  RisalahDocument *self;
  RisalahDocumentFields *fields;

  g_return_val_if_fail (language != NULL, NULL);

  fields = risalah_document_fields_new ();
  for (guint i = 0; i < RISALAH_DOCUMENT_N_FIELDS; i++)
    fields->fields[i] = g_strdup (i == RISALAH_DOCUMENT_LANGUAGE ? language
                                  : i == RISALAH_DOCUMENT_STATUS ? "draft"
                                                                 : "");
  if (n_blocks == 0)
    {
      empty = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
      blocks = &empty;
      n_blocks = 1;
    }
  self = allocate (fields, n_blocks);
  take_blocks (self, 0, blocks, n_blocks);
  return self;
}

/**
 * risalah_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
RisalahDocument *
risalah_document_ref (RisalahDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_document_unref:
 * @self: (transfer full): a document
 */
void
risalah_document_unref (RisalahDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_blocks; i++)
    risalah_brief_block_unref (self->blocks[i]);
  risalah_document_fields_unref (self->fields);
  g_free (self->title);
  g_free (self);
}

/**
 * risalah_document_get_n_blocks:
 * @self: a document
 *
 * Returns: how many blocks it has, at least 1
 */
guint
risalah_document_get_n_blocks (const RisalahDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_blocks;
}

/**
 * risalah_document_get_block:
 * @self: a document
 * @index: which one
 *
 * Returns: (transfer none): that block
 */
RisalahBriefBlock *
risalah_document_get_block (const RisalahDocument *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_blocks, NULL);
  return self->blocks[index];
}

/**
 * risalah_document_get_part:
 * @self: a document
 * @at: a place
 *
 * Returns: (transfer none) (nullable): the text in which @at counts, %NULL where there is none
 */
RisalahRichText *
risalah_document_get_part (const RisalahDocument *self, const RisalahPosition *at)
{
  g_return_val_if_fail (self != NULL && at != NULL, NULL);

  if (at->block >= self->n_blocks)
    return NULL;
  return risalah_brief_block_get_part (self->blocks[at->block], at->part);
}

/**
 * risalah_document_get_field:
 * @self: a document
 * @field: which one
 *
 * Returns: (transfer none): its value, "" where it is not set
 */
const char *
risalah_document_get_field (const RisalahDocument *self, RisalahDocumentField field)
{
  g_return_val_if_fail (self != NULL && (guint)field < RISALAH_DOCUMENT_N_FIELDS, "");
  return self->fields->fields[field];
}

static char *
dup_title (const RisalahDocument *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    if (risalah_brief_block_get_kind (self->blocks[i]) == RISALAH_BRIEF_BLOCK_TITLE)
      return risalah_rich_text_dup_words (risalah_brief_block_get_text (self->blocks[i]));
  return g_strdup ("");
}

/**
 * risalah_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): the words of its first title block, "" where it has none
 */
const char *
risalah_document_get_title (const RisalahDocument *self)
{
  RisalahDocument *keeper = (RisalahDocument *)self;
  char *title;

  g_return_val_if_fail (self != NULL, "");

  title = g_atomic_pointer_get (&keeper->title);
  if (title == NULL)
    {
      title = dup_title (self);
      if (!g_atomic_pointer_compare_and_exchange (&keeper->title, NULL, title))
        {
          g_free (title);
          title = g_atomic_pointer_get (&keeper->title);
        }
    }
  return title;
}

/**
 * risalah_document_is_final:
 * @self: a document
 *
 * Returns: whether it is marked final, so that DRAFT does not stand on its pages
 */
gboolean
risalah_document_is_final (const RisalahDocument *self)
{
  return g_str_equal (risalah_document_get_field (self, RISALAH_DOCUMENT_STATUS), "final");
}

/**
 * risalah_document_get_switched_off:
 * @self: a document
 * @n_rules: (out): how many
 *
 * Returns: (transfer none) (array length=n_rules): the check rules that are switched off in it
 */
const RisalahSwitchedOffRule *
risalah_document_get_switched_off (const RisalahDocument *self, guint *n_rules)
{
  g_return_val_if_fail (self != NULL && n_rules != NULL, NULL);

  *n_rules = self->fields->rules->len;
  return (const RisalahSwitchedOffRule *)self->fields->rules->data;
}

/**
 * risalah_document_equal:
 * @a: a document
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
risalah_document_equal (const RisalahDocument *a, const RisalahDocument *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->n_blocks != b->n_blocks || !risalah_document_fields_equal (a->fields, b->fields))
    return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (!risalah_brief_block_equal (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}

/**
 * risalah_document_splice:
 * @self: a document
 * @first: first block to remove
 * @n_removed: how many
 * @blocks: (array length=n_blocks) (nullable): what takes their place
 * @n_blocks: how many
 *
 * Returns: (transfer full): the new document; where no block would be left, one empty paragraph
 */
RisalahDocument *
risalah_document_splice (RisalahDocument *self,
                         guint first,
                         guint n_removed,
                         RisalahBriefBlock *const *blocks,
                         guint n_blocks)
{
  g_autoptr (RisalahBriefBlock) empty = NULL;
  RisalahDocument *document;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first <= self->n_blocks && n_removed <= self->n_blocks - first, NULL);

  if (self->n_blocks - n_removed + n_blocks == 0)
    {
      empty = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
      blocks = &empty;
      n_blocks = 1;
    }
  document =
      allocate (risalah_document_fields_ref (self->fields), self->n_blocks - n_removed + n_blocks);
  take_blocks (document, 0, self->blocks, first);
  take_blocks (document, first, blocks, n_blocks);
  take_blocks (document, first + n_blocks, self->blocks + first + n_removed,
               self->n_blocks - first - n_removed);
  return document;
}

/**
 * risalah_document_with_field:
 * @self: a document
 * @field: which one
 * @value: (nullable): its value, %NULL or "" to unset it; an unset status is a draft's
 *
 * Returns: (transfer full): the document with that field
 */
RisalahDocument *
risalah_document_with_field (RisalahDocument *self, RisalahDocumentField field, const char *value)
{
  RisalahDocumentFields *fields;

  g_return_val_if_fail (self != NULL && (guint)field < RISALAH_DOCUMENT_N_FIELDS, NULL);

  if (value == NULL || *value == '\0')
    value = field == RISALAH_DOCUMENT_STATUS ? "draft" : "";
  if (g_str_equal (value, self->fields->fields[field]))
    return risalah_document_ref (self);
  fields = risalah_document_fields_copy (self->fields, NULL);
  g_free (fields->fields[field]);
  fields->fields[field] = g_strdup (value);
  return with_fields (self, fields);
}

/**
 * risalah_document_with_rule_off:
 * @self: a document
 * @rule: name of a check rule
 * @reason: why it does not apply to this brief
 *
 * Returns: (transfer full): the document in which that rule is switched off
 */
RisalahDocument *
risalah_document_with_rule_off (RisalahDocument *self, const char *rule, const char *reason)
{
  RisalahDocumentFields *fields;

  g_return_val_if_fail (self != NULL && rule != NULL && reason != NULL, NULL);

  fields = risalah_document_fields_copy (self->fields, rule);
  risalah_document_fields_add_rule (fields, rule, reason);
  return with_fields (self, fields);
}

/**
 * risalah_document_with_rule_on:
 * @self: a document
 * @rule: name of a check rule
 *
 * Returns: (transfer full): the document in which that rule applies
 */
RisalahDocument *
risalah_document_with_rule_on (RisalahDocument *self, const char *rule)
{
  g_return_val_if_fail (self != NULL && rule != NULL, NULL);
  return with_fields (self, risalah_document_fields_copy (self->fields, rule));
}

/* Keeps what a newer version wrote beside what we know: attributes of the root, elements of the
 * head, both as XML. */
RisalahDocument *
risalah_document_with_head_extra (RisalahDocument *self,
                                  const char *attributes,
                                  const char *elements)
{
  RisalahDocumentFields *fields = risalah_document_fields_copy (self->fields, NULL);

  g_free (fields->root_extra);
  g_free (fields->head_extra);
  fields->root_extra = g_strdup (attributes);
  fields->head_extra = g_strdup (elements);
  return with_fields (self, fields);
}

const char *
risalah_document_get_root_extra (const RisalahDocument *self)
{
  return self->fields->root_extra;
}

const char *
risalah_document_get_head_extra (const RisalahDocument *self)
{
  return self->fields->head_extra;
}

/* Whether two documents share their fields: a comparison of one pointer. */
gboolean
risalah_document_same_fields (const RisalahDocument *a, const RisalahDocument *b)
{
  return a->fields == b->fields;
}

/* The blocks of @self with the fields of @other. */
RisalahDocument *
risalah_document_with_fields_of (RisalahDocument *self, RisalahDocument *other)
{
  if (self->fields == other->fields)
    return risalah_document_ref (self);
  return with_fields (self, risalah_document_fields_ref (other->fields));
}

/**
 * risalah_position_compare:
 * @a: a place
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, as @a stands before, at or after @b
 */
gint
risalah_position_compare (const RisalahPosition *a, const RisalahPosition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->block != b->block)
    return a->block < b->block ? -1 : 1;
  if (a->part != b->part)
    return a->part < b->part ? -1 : 1;
  return a->offset < b->offset ? -1 : a->offset > b->offset;
}
