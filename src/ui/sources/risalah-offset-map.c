/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of 100,000 characters takes GtkTextView 140 ms for each key;
 * so the reader breaks paragraphs of more than 10,000, after a sentence where it can, and where it is
 * told to, and counts with this map. All offsets are characters. */

#include "risalah-offset-map.h"

#define LONGEST_PARAGRAPH 10000
#define PREFERRED_PIECE 2000

struct _RisalahOffsetMap
{
  GArray *breaks; /* stored offsets before which a line break stands, in order */
};

/* How many breaks stand at or before @stored. */
static guint
count_breaks (const RisalahOffsetMap *self, gint64 stored)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->breaks, gint64, middle) <= stored)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a piece may end between @previous and @next, given how long it already is: after a
 * sentence at first, then after any word, at last anywhere. */
static gboolean
may_break (gunichar before, gunichar previous, gint64 length)
{
  if (length < PREFERRED_PIECE)
    return FALSE;
  if (previous == ' ' && (before == '.' || before == '!' || before == '?' || before == ';'))
    return TRUE;
  if (length >= 2 * PREFERRED_PIECE && previous == ' ')
    return TRUE;
  return length >= 4 * PREFERRED_PIECE;
}

/* The first of @wanted that stands behind @offset. */
static guint
skip_wanted (const GArray *wanted, guint at, gint64 offset)
{
  while (wanted != NULL && at < wanted->len && g_array_index (wanted, gint64, at) <= offset)
    at++;
  return at;
}

/* Copies a paragraph, with breaks; @offset is its first character's. */
static void
break_paragraph (RisalahOffsetMap *self, GString *display, const char *from, const char *to,
                 gint64 offset, const GArray *wanted, guint n_wanted, gboolean is_long)
{
  gunichar before = 0, previous = 0;
  gint64 piece = 0;
  guint at_wanted = skip_wanted (wanted, n_wanted, offset);

  for (const char *at = from; at < to; at = g_utf8_next_char (at), offset++, piece++)
    {
      guint next = skip_wanted (wanted, at_wanted, offset);

      if (next > at_wanted || (is_long && may_break (before, previous, piece)))
        {
          g_array_append_val (self->breaks, offset);
          g_string_append_c (display, '\n');
          piece = 0;
        }
      at_wanted = next;
      before = previous;
      previous = g_utf8_get_char (at);
      g_string_append_unichar (display, previous);
    }
}

/**
 * risalah_offset_map_new:
 * @text: a stored text, UTF-8
 * @wanted: (nullable) (element-type gint64): characters before which a line is to be broken, in order
 * @display: (out) (transfer full): the text to show
 *
 * Returns: (transfer full): the map between the two
 */
RisalahOffsetMap *
risalah_offset_map_new (const char *text, const GArray *wanted, char **display)
{
  RisalahOffsetMap *self = g_new0 (RisalahOffsetMap, 1);
  GString *result = g_string_new (NULL);
  gint64 offset = 0;
  guint n_wanted = 0;

  self->breaks = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (*text != '\0')
    {
      const char *end = text;
      gint64 length = 0;

      for (; *end != '\0' && *end != '\n'; end = g_utf8_next_char (end))
        length++;
      if (length > LONGEST_PARAGRAPH || skip_wanted (wanted, n_wanted, offset + length) > n_wanted)
        break_paragraph (self, result, text, end, offset, wanted, n_wanted,
                         length > LONGEST_PARAGRAPH);
      else
        g_string_append_len (result, text, end - text);
      n_wanted = skip_wanted (wanted, n_wanted, offset + length);
      offset += length;
      if (*end == '\n')
        {
          g_string_append_c (result, '\n');
          end++;
          offset++;
        }
      text = end;
    }
  *display = g_string_free (result, FALSE);
  return self;
}

/**
 * risalah_offset_map_free:
 * @self: (transfer full) (nullable): a map
 */
void
risalah_offset_map_free (RisalahOffsetMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->breaks);
  g_free (self);
}

/**
 * risalah_offset_map_to_display:
 * @self: a map
 * @stored: a character of the stored text
 *
 * Returns: the same character in the text that is shown
 */
gint64
risalah_offset_map_to_display (const RisalahOffsetMap *self, gint64 stored)
{
  g_return_val_if_fail (self != NULL, stored);
  return stored + count_breaks (self, stored);
}

/**
 * risalah_offset_map_to_stored:
 * @self: a map
 * @displayed: a character of the text that is shown
 *
 * Returns: the same character in the stored text; of a break, the character after it
 */
gint64
risalah_offset_map_to_stored (const RisalahOffsetMap *self, gint64 displayed)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, displayed);

  /* The break with index i stands at i + its stored offset. */
  high = self->breaks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->breaks, gint64, middle) + middle < displayed)
        low = middle + 1;
      else
        high = middle;
    }
  return displayed - low;
}
