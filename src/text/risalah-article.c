/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article value: made by a reader, completed by cleaning and metadata, then shared unchanged.
 */

#include "risalah-article.h"

#include <string.h>

typedef struct
{
  char *value;
  RisalahOrigin origin;
} Known;

struct _RisalahArticle
{
  gatomicrefcount ref_count;
  char *text;
  gsize length;
  GArray *blocks; /* (element-type RisalahBlock) */
  Known known[RISALAH_METADATA_N];
};

G_DEFINE_BOXED_TYPE (RisalahArticle, risalah_article, risalah_article_ref, risalah_article_unref)

static const char *const block_type_names[] = {
  [RISALAH_BLOCK_HEADING] = "heading",     [RISALAH_BLOCK_PARAGRAPH] = "paragraph",
  [RISALAH_BLOCK_LIST_ITEM] = "list-item", [RISALAH_BLOCK_TABLE] = "table",
  [RISALAH_BLOCK_QUOTE] = "quote",         [RISALAH_BLOCK_CAPTION] = "caption",
};

static const char *const metadata_names[] = {
  [RISALAH_METADATA_TITLE] = "title",         [RISALAH_METADATA_BYLINE] = "byline",
  [RISALAH_METADATA_PUBLISHER] = "publisher", [RISALAH_METADATA_PLACE] = "place",
  [RISALAH_METADATA_PUBLISHED] = "published", [RISALAH_METADATA_URL] = "url",
  [RISALAH_METADATA_LANGUAGE] = "language",   [RISALAH_METADATA_TYPE] = "type",
  [RISALAH_METADATA_AGENCY] = "agency",
};

static const char *const origin_names[] = {
  [RISALAH_ORIGIN_ANALYST] = "analyst",   [RISALAH_ORIGIN_MARKUP] = "markup",
  [RISALAH_ORIGIN_HEADLINE] = "headline", [RISALAH_ORIGIN_DATELINE] = "dateline",
  [RISALAH_ORIGIN_TEXT] = "text",         [RISALAH_ORIGIN_FILE] = "file",
  [RISALAH_ORIGIN_UNKNOWN] = "unknown",
};

/**
 * risalah_article_new:
 * @text: (transfer full): UTF-8 in NFC, lines ended by "\n"
 * @blocks: (transfer full) (element-type RisalahBlock): its blocks in order
 *
 * Makes an article of which nothing but the text is known. The setters are for the readers and
 * for cleaning; once an article is handed on nobody changes it.
 *
 * Returns: (transfer full): the article
 */
RisalahArticle *
risalah_article_new (char *text, GArray *blocks)
{
  RisalahArticle *self;

  g_return_val_if_fail (text != NULL && blocks != NULL, NULL);

  self = g_new0 (RisalahArticle, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->length = strlen (text);
  self->blocks = blocks;
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    self->known[i].origin = RISALAH_ORIGIN_UNKNOWN;
  return self;
}

/**
 * risalah_article_ref:
 * @self: an article
 *
 * Returns: (transfer full): @self
 */
RisalahArticle *
risalah_article_ref (RisalahArticle *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_article_unref:
 * @self: (transfer full): an article
 */
void
risalah_article_unref (RisalahArticle *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    g_free (self->known[i].value);
  g_array_unref (self->blocks);
  g_free (self->text);
  g_free (self);
}

/**
 * risalah_article_get_text:
 * @self: an article
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text, every cleaned line in it, headline and dropped ones included
 */
const char *
risalah_article_get_text (const RisalahArticle *self, gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (length != NULL)
    *length = self->length;
  return self->text;
}

/**
 * risalah_article_get_blocks:
 * @self: an article
 * @n_blocks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks in order
 */
const RisalahBlock *
risalah_article_get_blocks (const RisalahArticle *self, guint *n_blocks)
{
  g_return_val_if_fail (self != NULL && n_blocks != NULL, NULL);
  *n_blocks = self->blocks->len;
  return (const RisalahBlock *)self->blocks->data;
}

/**
 * risalah_article_get_metadata:
 * @self: an article
 * @which: what is asked for
 *
 * Returns: (transfer none) (nullable): the value, %NULL where it is unknown
 */
const char *
risalah_article_get_metadata (const RisalahArticle *self, RisalahMetadata which)
{
  g_return_val_if_fail (self != NULL && which < RISALAH_METADATA_N, NULL);
  return self->known[which].value;
}

/**
 * risalah_article_get_origin:
 * @self: an article
 * @which: what is asked for
 *
 * Returns: where the value came from
 */
RisalahOrigin
risalah_article_get_origin (const RisalahArticle *self, RisalahMetadata which)
{
  g_return_val_if_fail (self != NULL && which < RISALAH_METADATA_N, RISALAH_ORIGIN_UNKNOWN);
  return self->known[which].origin;
}

/**
 * risalah_article_set_metadata:
 * @self: an article that is still being read
 * @which: what is known
 * @value: (nullable): the value; %NULL or "" makes it unknown
 * @origin: where it came from
 */
void
risalah_article_set_metadata (RisalahArticle *self,
                              RisalahMetadata which,
                              const char *value,
                              RisalahOrigin origin)
{
  Known *known;
  char *copy;

  g_return_if_fail (self != NULL && which < RISALAH_METADATA_N);

  if (value != NULL && *value == '\0')
    value = NULL;
  known = &self->known[which];
  copy = g_strdup (value);
  g_free (known->value);
  known->value = copy;
  known->origin = value != NULL ? origin : RISALAH_ORIGIN_UNKNOWN;
}

/**
 * risalah_article_set_dropped:
 * @self: an article that is still being read
 * @block: which block, from 0
 * @dropped: whether it is boilerplate
 */
void
risalah_article_set_dropped (RisalahArticle *self, guint block, gboolean dropped)
{
  g_return_if_fail (self != NULL && block < self->blocks->len);
  g_array_index (self->blocks, RisalahBlock, block).dropped = dropped;
}

/**
 * risalah_article_set_block:
 * @self: an article that is still being read
 * @block: which block, from 0
 * @type: what it is
 * @level: of a heading or list item, else 0
 * @language: (nullable): ISO 639-1 where it differs from the article's
 */
void
risalah_article_set_block (RisalahArticle *self,
                           guint block,
                           RisalahBlockType type,
                           guint8 level,
                           const char *language)
{
  RisalahBlock *changed;

  g_return_if_fail (self != NULL && block < self->blocks->len);

  changed = &g_array_index (self->blocks, RisalahBlock, block);
  changed->type = type;
  changed->level = level;
  g_strlcpy (changed->language, language != NULL ? language : "", sizeof changed->language);
}

/**
 * risalah_block_type_to_string:
 * @type: a block's type
 *
 * Returns: (transfer none): its name in the CLI's JSON and in the library
 */
const char *
risalah_block_type_to_string (RisalahBlockType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (block_type_names), NULL);
  return block_type_names[type];
}

/**
 * risalah_block_type_from_string:
 * @name: a name of risalah_block_type_to_string()
 * @type: (out): the type
 *
 * Returns: whether there is a type of that name
 */
gboolean
risalah_block_type_from_string (const char *name, RisalahBlockType *type)
{
  g_return_val_if_fail (name != NULL && type != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (block_type_names); i++)
    if (strcmp (name, block_type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_metadata_to_string:
 * @which: a piece of metadata
 *
 * Returns: (transfer none): its name in the CLI's JSON
 */
const char *
risalah_metadata_to_string (RisalahMetadata which)
{
  g_return_val_if_fail (which < RISALAH_METADATA_N, NULL);
  return metadata_names[which];
}

/**
 * risalah_origin_to_string:
 * @origin: where a value came from
 *
 * Returns: (transfer none): its name in the library and in the CLI's JSON
 */
const char *
risalah_origin_to_string (RisalahOrigin origin)
{
  g_return_val_if_fail (origin < G_N_ELEMENTS (origin_names), NULL);
  return origin_names[origin];
}
