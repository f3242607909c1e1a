/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks as a blob: per block a byte of type and flags, then as varints what the flags announce
 * (level, page, language), the characters left out since the block before, and its length. */

#include "risalah-blocks-private.h"

#include <string.h>

#define TYPE_MASK     0x0f
#define FLAG_DROPPED  0x10
#define FLAG_LEVEL    0x20
#define FLAG_PAGE     0x40
#define FLAG_LANGUAGE 0x80

/**
 * risalah_varint_append:
 * @array: where it goes
 * @value: a number
 */
void
risalah_varint_append (GByteArray *array, guint64 value)
{
  guint8 bytes[10];
  guint n = 0;

  do
    {
      bytes[n] = value & 0x7f;
      value >>= 7;
      if (value != 0)
        bytes[n] |= 0x80;
      n++;
    }
  while (value != 0);
  g_byte_array_append (array, bytes, n);
}

/**
 * risalah_varint_read:
 * @at: (inout): where it begins, then where it ends
 * @end: the end of the data
 * @value: (out): the number
 *
 * Returns: whether there was one
 */
gboolean
risalah_varint_read (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint shift = 0; *at < end && shift < 64; shift += 7)
    {
      guint8 byte = *(*at)++;

      *value |= (guint64)(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint64
pack_language (const char *language)
{
  return (guint64)(guchar)language[0] | (guint64)(guchar)language[1] << 8
         | (language[1] != '\0' ? (guint64)(guchar)language[2] << 16 : 0);
}

/**
 * risalah_blocks_pack:
 * @text: the text
 * @length: its bytes
 * @blocks: (array length=n_blocks): its blocks, offsets in bytes
 * @n_blocks: how many
 *
 * Returns: (transfer full): the blob
 */
GByteArray *
risalah_blocks_pack (const char *text, gsize length, const RisalahBlock *blocks, guint n_blocks)
{
  GByteArray *packed = g_byte_array_sized_new (n_blocks * 4);
  gsize byte = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      const RisalahBlock *block = &blocks[i];
      guint8 head = (guint8)block->type | (block->dropped ? FLAG_DROPPED : 0)
                    | (block->level > 0 ? FLAG_LEVEL : 0) | (block->page > 0 ? FLAG_PAGE : 0)
                    | (block->language[0] != '\0' ? FLAG_LANGUAGE : 0);

      g_assert (block->start >= byte && block->end >= block->start && block->end <= length);
      g_byte_array_append (packed, &head, 1);
      if (block->level > 0)
        risalah_varint_append (packed, block->level);
      if (block->page > 0)
        risalah_varint_append (packed, block->page);
      if (block->language[0] != '\0')
        risalah_varint_append (packed, pack_language (block->language));
      risalah_varint_append (packed, g_utf8_strlen (text + byte, block->start - byte));
      risalah_varint_append (packed,
                             g_utf8_strlen (text + block->start, block->end - block->start));
      byte = block->end;
    }
  return packed;
}

/* One block from the blob; @offset is where the block before ended, then where this one ends. */
static gboolean
read_block (const guint8 **at, const guint8 *end, guint64 *offset, RisalahBlock *block)
{
  guint64 value;
  guint8 head;

  if (*at >= end)
    return FALSE;
  head = *(*at)++;
  memset (block, 0, sizeof *block);
  block->type = head & TYPE_MASK;
  block->dropped = (head & FLAG_DROPPED) != 0;
  if ((head & FLAG_LEVEL) != 0)
    {
      if (!risalah_varint_read (at, end, &value))
        return FALSE;
      block->level = (guint8)value;
    }
  if ((head & FLAG_PAGE) != 0)
    {
      if (!risalah_varint_read (at, end, &value))
        return FALSE;
      block->page = (guint)value;
    }
  if ((head & FLAG_LANGUAGE) != 0)
    {
      if (!risalah_varint_read (at, end, &value))
        return FALSE;
      for (guint i = 0; i < 3; i++)
        block->language[i] = (char)(value >> (8 * i));
    }
  if (!risalah_varint_read (at, end, &value))
    return FALSE;
  block->start = *offset + value;
  if (!risalah_varint_read (at, end, &value))
    return FALSE;
  block->end = *offset = block->start + value;
  return block->type <= RISALAH_BLOCK_CAPTION;
}

/**
 * risalah_blocks_unpack:
 * @data: a blob of risalah_blocks_pack()
 * @length: its bytes
 * @n_blocks: (out): how many blocks
 *
 * Returns: (transfer full) (nullable) (array length=n_blocks): the blocks, offsets in characters;
 *   %NULL where the blob is damaged
 */
RisalahBlock *
risalah_blocks_unpack (const guint8 *data, gsize length, guint *n_blocks)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (RisalahBlock));
  const guint8 *at = data, *end = data + length;
  guint64 offset = 0;

  *n_blocks = 0;
  while (at < end)
    {
      RisalahBlock block;

      if (!read_block (&at, end, &offset, &block))
        return NULL;
      g_array_append_val (blocks, block);
    }
  *n_blocks = blocks->len;
  /* Never NULL for an article without blocks. */
  g_array_set_size (blocks, blocks->len + 1);
  return (RisalahBlock *)g_array_free (g_steal_pointer (&blocks), FALSE);
}

/**
 * risalah_blocks_any_dropped:
 * @data: a blob
 * @length: its bytes
 *
 * Returns: whether a block is dropped
 */
gboolean
risalah_blocks_any_dropped (const guint8 *data, gsize length)
{
  const guint8 *at = data, *end = data + length;
  guint64 offset = 0;
  RisalahBlock block;

  while (at < end && read_block (&at, end, &offset, &block))
    if (block.dropped)
      return TRUE;
  return FALSE;
}

/**
 * risalah_blocks_keep:
 * @text: a stored text
 * @text_length: its bytes
 * @data: its blocks' blob
 * @length: of @data
 *
 * Returns: (transfer full): the text without its dropped blocks
 */
GString *
risalah_blocks_keep (const char *text, gsize text_length, const guint8 *data, gsize length)
{
  GString *kept = g_string_sized_new (text_length);
  const guint8 *at = data, *end = data + length;
  const char *from = text, *limit = text + text_length;
  guint64 offset = 0, reached = 0;
  RisalahBlock block;

  while (at < end && read_block (&at, end, &offset, &block))
    {
      const char *begin;

      for (; reached < block.start && from < limit; reached++)
        from = g_utf8_next_char (from);
      begin = from;
      for (; reached < block.end && from < limit; reached++)
        from = g_utf8_next_char (from);
      if (block.dropped)
        continue;
      g_string_append_len (kept, begin, from - begin);
      g_string_append_c (kept, '\n');
    }
  return kept;
}

/**
 * risalah_blocks_set_dropped:
 * @data: a blob
 * @length: its bytes
 * @block: which block, from 0
 * @dropped: what it becomes
 *
 * Returns: (transfer full) (nullable): the changed blob, %NULL where there is no such block
 */
GByteArray *
risalah_blocks_set_dropped (const guint8 *data, gsize length, guint block, gboolean dropped)
{
  const guint8 *at = data, *end = data + length;
  guint64 offset = 0;
  RisalahBlock skipped;
  GByteArray *changed;
  gsize position;

  for (guint i = 0; i < block; i++)
    if (!read_block (&at, end, &offset, &skipped))
      return NULL;
  if (at >= end)
    return NULL;
  position = at - data;
  changed = g_byte_array_sized_new (length);
  g_byte_array_append (changed, data, length);
  if (dropped)
    changed->data[position] |= FLAG_DROPPED;
  else
    changed->data[position] &= (guint8)~FLAG_DROPPED;
  return changed;
}
