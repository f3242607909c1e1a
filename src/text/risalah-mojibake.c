/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undoes text that was decoded with the wrong character set, the way of ftfy
 * (https://ftfy.readthedocs.io: whole sequences that decode back), takes away what cannot be seen,
 * and normalises to NFC. */

#include "risalah-mojibake.h"

#include <string.h>

/* Windows-1252 from 0x80 to 0x9f; the five unassigned ones stand for themselves. */
static const gunichar windows_1252[32] = {
  0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

/* Mojibake may have happened twice and three times over, not more often. */
#define MAX_PASSES 3

/* The byte that was shown as @c, or -1. */
static int
byte_of (gunichar c)
{
  if (c >= 0x80 && c <= 0xff)
    return c;
  for (guint i = 0; i < G_N_ELEMENTS (windows_1252); i++)
    if (windows_1252[i] == c)
      return 0x80 + i;
  return -1;
}

/* Reads one sequence of mojibake at @p: a lead byte and its continuation bytes, each shown as a
 * character. Gives the character meant and where the next begins, or 0. */
static gunichar
read_sequence (const char *p, const char **next)
{
  int lead = byte_of (g_utf8_get_char (p));
  guint n = lead >= 0xc2 && lead <= 0xdf   ? 1
            : lead >= 0xe0 && lead <= 0xef ? 2
            : lead >= 0xf0 && lead <= 0xf4 ? 3
                                           : 0;
  char bytes[5];
  gunichar meant;

  if (n == 0)
    return 0;
  bytes[0] = lead;
  for (guint i = 1; i <= n; i++)
    {
      int byte;

      p = g_utf8_next_char (p);
      byte = *p != '\0' ? byte_of (g_utf8_get_char (p)) : -1;
      if (byte < 0x80 || byte > 0xbf)
        return 0;
      bytes[i] = byte;
    }
  meant = g_utf8_get_char_validated (bytes, n + 1);
  if (meant >= (gunichar)-2)
    return 0;
  *next = g_utf8_next_char (p);
  return meant;
}

static gboolean
is_quote_or_dash (gunichar c)
{
  return (c >= 0x2013 && c <= 0x201e) || c == 0x2026;
}

/* Whether the sequence from @p to @next, between @before and what follows, can be nothing else.
 * @in_run: a sequence stands right before or after it. */
static gboolean
is_certain (const char *p, const char *next, gunichar before, gunichar meant, gboolean in_run)
{
  gunichar lead = g_utf8_get_char (p);
  gunichar second = g_utf8_get_char (g_utf8_next_char (p));
  gunichar after = *next != '\0' ? g_utf8_get_char (next) : 0;

  switch (lead)
    {
    case 0xc2: /* Â before ©, « or a space that does not break */
      return !g_unichar_isupper (before) || !is_quote_or_dash (second);
    case 0xc3: /* Ã: é, ü and the like */
      return !g_unichar_isupper (before) || !is_quote_or_dash (second) || g_unichar_islower (after);
    case 0xc4: /* Turkish and Central European letters, inside a word */
    case 0xc5:
      return in_run || (!is_quote_or_dash (second) && g_unichar_isalpha (meant))
             || (g_unichar_islower (before) && g_unichar_islower (after));
    case 0xe2: /* â€: quotation marks, dashes, the euro; â‚, â„ */
      return meant >= 0x2000 && meant < 0x2c00;
    case 0xef: /* a byte order mark, full-width forms */
      return meant == 0xfeff || (in_run && meant >= 0xff00);
    case 0xf0: /* ðŸ: emoji */
      return meant >= 0x1f000 && meant < 0x20000;
    default: /* Greek, Cyrillic, Arabic, Chinese: one alone may be chance */
      return in_run && g_unichar_isalpha (meant);
    }
}

/* One pass of repairs; whether there was one. */
static gboolean
undo_mojibake (const char *text, GString *out)
{
  gboolean changed = FALSE;
  gboolean after_sequence = FALSE;
  gunichar before = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *next;
      const char *beyond;
      gunichar c = g_utf8_get_char (p);
      gunichar meant = c >= 0x80 ? read_sequence (p, &next) : 0;

      if (meant != 0
          && is_certain (p, next, before, meant,
                         after_sequence || (*next != '\0' && read_sequence (next, &beyond) != 0)))
        {
          g_string_append_unichar (out, meant);
          before = meant;
          p = next;
          changed = after_sequence = TRUE;
          continue;
        }
      g_string_append_unichar (out, c);
      before = c;
      after_sequence = FALSE;
      p = g_utf8_next_char (p);
    }
  return changed;
}

/* Whether "â€" at @p has lost its third byte, 0x9d, which Windows-1252 does not know: ” */
static gboolean
is_lost_quote (const char *p)
{
  const char *next = p + strlen ("â€");

  if (!g_str_has_prefix (p, "â€"))
    return FALSE;
  return *next == '\0' || g_ascii_isspace (*next) || (g_ascii_ispunct (*next) && *next != '<');
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0xfeff || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069) || c == 0x7f || (c < 0x20 && c != '\n' && c != '\t');
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028
         || c == 0x2029;
}

/* Takes away what cannot be seen, and the Â that is left of a no-break space (a case that ftfy
 * leaves alone): before a blank or a line's end, and not within a word. */
static void
clean_characters (const char *text, GString *out)
{
  gunichar before = '\n';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (c == '\r' && after == '\n')
        continue;
      if (is_line_end (c))
        c = '\n';
      else if (c >= 0x80 && c <= 0x9f)
        c = windows_1252[c - 0x80] > 0x9f ? windows_1252[c - 0x80] : 0x7f;
      else if (c == 0xa0 || c == 0x202f)
        c = ' ';
      else if (c == 0xe2 && is_lost_quote (p))
        {
          c = 0x201d;
          p = g_utf8_next_char (p);
        }

      if (is_invisible (c))
        continue;
      if (c == 0xc2 && !g_unichar_isalpha (before)
          && (after == 0 || after == ' ' || after == '\t' || after == 0xa0 || is_line_end (after)))
        continue;
      g_string_append_unichar (out, c);
      before = c;
    }
}

/* Whether no character of @text can need any of this: ASCII and no control characters. */
static gboolean
is_plain (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (c >= 0x7f || (c < 0x20 && c != '\n' && c != '\t'))
        return FALSE;
    }
  return TRUE;
}

/* Below U+0300 every character is its own NFC (Unicode Standard Annex #15). */
static gboolean
may_need_normalizing (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0xcc
        && !((guchar)text[i] == 0xe2
             && ((guchar)text[i + 1] == 0x80 || (guchar)text[i + 1] == 0x82)))
      return TRUE;
  return FALSE;
}

/**
 * risalah_repair_text:
 * @text: (transfer full): valid UTF-8
 * @length: (inout): its length in bytes
 *
 * Repairs mojibake where the repair is certain; makes every line end "\n" and U+00A0 and U+202F a
 * space; takes away U+00AD, U+200B to U+200D, U+FEFF, control characters and those that turn the
 * writing direction; normalises to NFC. No other character changes, so that a quotation stays one.
 *
 * Returns: (transfer full): the repaired text
 */
char *
risalah_repair_text (char *text, gsize *length)
{
  g_autoptr (GString) from = NULL;
  g_autoptr (GString) to = NULL;
  char *normalized;

  g_return_val_if_fail (text != NULL && length != NULL, NULL);

  if (is_plain (text, *length))
    return text;

  from = g_string_new_len (text, *length);
  g_free (text);
  to = g_string_sized_new (from->len);
  for (guint pass = 0; pass < MAX_PASSES && undo_mojibake (from->str, to); pass++)
    {
      GString *swap = from;

      from = to;
      to = swap;
      g_string_truncate (to, 0);
    }
  g_string_truncate (to, 0);
  clean_characters (from->str, to);

  *length = to->len;
  if (!may_need_normalizing (to->str, to->len))
    return g_string_free (g_steal_pointer (&to), FALSE);
  normalized = g_utf8_normalize (to->str, to->len, G_NORMALIZE_NFC);
  *length = strlen (normalized);
  return normalized;
}
