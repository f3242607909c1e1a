/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Converts offsets both ways in constant time, after one pass that notes the character count at
 * every 256th byte. */

#include "risalah-offsets.h"

#include <string.h>

enum
{
  STEP = 256 /* bytes between two notes */
};

struct _RisalahOffsets
{
  const char *text; /* borrowed */
  gsize length;
  guint32 *notes; /* characters that begin before byte i * STEP */
  gsize n_notes;
};

/* Every byte but a continuation byte (10xxxxxx) begins a character. */
static inline gboolean
begins_character (char byte)
{
  return ((guchar)byte & 0xC0) != 0x80;
}

static gint64
count_between (const char *text, gsize from, gsize to)
{
  gint64 count = 0;

  for (gsize i = from; i < to; i++)
    count += begins_character (text[i]);
  return count;
}

/**
 * risalah_offsets_new:
 * @text: valid UTF-8 that outlives the value
 * @length: its length in bytes
 *
 * Returns: (transfer full): a converter for @text; it takes 4 bytes for every 256 of the text
 */
RisalahOffsets *
risalah_offsets_new (const char *text, gsize length)
{
  RisalahOffsets *self;
  guint32 count = 0;

  g_return_val_if_fail (text != NULL && length < G_MAXUINT32, NULL);

  self = g_new0 (RisalahOffsets, 1);
  self->text = text;
  self->length = length;
  self->n_notes = length / STEP + 1;
  self->notes = g_new (guint32, self->n_notes);
  for (gsize i = 0; i < self->n_notes; i++)
    {
      self->notes[i] = count;
      count += count_between (text, i * STEP, MIN ((i + 1) * STEP, length));
    }
  return self;
}

/**
 * risalah_offsets_free:
 * @self: (transfer full) (nullable): a converter
 */
void
risalah_offsets_free (RisalahOffsets *self)
{
  if (self == NULL)
    return;
  g_free (self->notes);
  g_free (self);
}

/**
 * risalah_offsets_to_characters:
 * @self: a converter
 * @byte: a byte offset at which a character begins, or the text's end
 *
 * Returns: how many characters stand before it
 */
gint64
risalah_offsets_to_characters (const RisalahOffsets *self, gsize byte)
{
  gsize note;

  g_return_val_if_fail (self != NULL, 0);

  byte = MIN (byte, self->length);
  note = byte / STEP;
  return self->notes[note] + count_between (self->text, note * STEP, byte);
}

/**
 * risalah_offsets_to_bytes:
 * @self: a converter
 * @character: a character offset; one past the end gives the text's length
 *
 * Returns: the byte at which that character begins
 */
gsize
risalah_offsets_to_bytes (const RisalahOffsets *self, gint64 character)
{
  gsize low = 0, high, byte;
  gint64 count;

  g_return_val_if_fail (self != NULL, 0);

  if (character <= 0)
    return 0;
  high = self->n_notes;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->notes[middle] <= character)
        low = middle;
      else
        high = middle;
    }
  /* The note may point into a character; its first byte is the next that begins one. */
  byte = low * STEP;
  count = self->notes[low];
  while (byte < self->length && !begins_character (self->text[byte]))
    byte++;
  for (; byte < self->length && count < character; count++)
    byte += g_utf8_skip[(guchar)self->text[byte]];
  return MIN (byte, self->length);
}
