/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins blocks by line breaks and keeps their spans. */

#include "risalah-text-builder.h"

#include <string.h>

struct _RisalahTextBuilder
{
  GString *text;
  GArray *blocks; /* (element-type RisalahBlock) */
};

/**
 * risalah_text_builder_new:
 * @expected_length: about how many bytes of text will come
 *
 * Returns: (transfer full): a builder without blocks
 */
RisalahTextBuilder *
risalah_text_builder_new (gsize expected_length)
{
  RisalahTextBuilder *self = g_new0 (RisalahTextBuilder, 1);

  self->text = g_string_sized_new (expected_length + 1);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (RisalahBlock));
  return self;
}

/**
 * risalah_text_builder_free:
 * @self: (transfer full) (nullable): a builder
 */
void
risalah_text_builder_free (RisalahTextBuilder *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self);
}

/**
 * risalah_text_builder_add:
 * @self: a builder
 * @type: what the block is
 * @level: of a heading or list item, else 0
 * @dropped: whether it is known to be boilerplate
 * @text: its words, valid UTF-8
 * @length: their length in bytes, or -1
 *
 * Adds a block on a line of its own; one without a visible character is passed over.
 *
 * Returns: whether there was something to add
 */
gboolean
risalah_text_builder_add (RisalahTextBuilder *self,
                          RisalahBlockType type,
                          guint8 level,
                          gboolean dropped,
                          const char *text,
                          gssize length)
{
  RisalahBlock block = { .type = type, .level = level, .dropped = dropped };

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (length < 0)
    length = strlen (text);
  /* A table may begin with an empty cell. */
  while (length > 0 && g_ascii_isspace (text[0])
         && !(type == RISALAH_BLOCK_TABLE && text[0] == '\t'))
    {
      text++;
      length--;
    }
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length == 0)
    return FALSE;

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  block.start = self->text->len;
  g_string_append_len (self->text, text, length);
  block.end = self->text->len;
  g_array_append_val (self->blocks, block);
  return TRUE;
}

/**
 * risalah_text_builder_finish:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the article of its blocks
 */
RisalahArticle *
risalah_text_builder_finish (RisalahTextBuilder *self)
{
  g_autoptr (RisalahTextBuilder) owned = self;
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_free (g_steal_pointer (&owned->text), FALSE);
  return risalah_article_new (text, g_steal_pointer (&owned->blocks));
}
