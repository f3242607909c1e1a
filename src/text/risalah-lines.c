/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a line: its length, how it ends, whether it is an item or a heading. */

#include "risalah-lines.h"

#include <string.h>

/* A heading is no longer than this, in characters. */
#define MAX_HEADING 140

/**
 * risalah_line_tidy:
 * @line: a line, changed in place
 * @keep_tabs: whether tabs separate cells and stay
 *
 * Takes blanks away at both ends and makes each run of blanks between words one space.
 *
 * Returns: the length that is left, in bytes
 */
gsize
risalah_line_tidy (char *line, gboolean keep_tabs)
{
  char *out = line;
  gboolean blank = FALSE;
  gboolean tab = FALSE;

  g_return_val_if_fail (line != NULL, 0);

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '\t')
        {
          blank = TRUE;
          tab |= *p == '\t';
          continue;
        }
      if (blank && out > line)
        *out++ = keep_tabs && tab ? '\t' : ' ';
      blank = tab = FALSE;
      *out++ = *p;
    }
  *out = '\0';
  return out - line;
}

/**
 * risalah_line_count:
 * @line: UTF-8
 * @length: its length in bytes
 *
 * Returns: its length in characters
 */
gsize
risalah_line_count (const char *line, gsize length)
{
  gsize n = 0;

  g_return_val_if_fail (line != NULL, 0);

  for (gsize i = 0; i < length; i++)
    n += ((guchar)line[i] & 0xc0) != 0x80;
  return n;
}

/* The last character that is not a closing mark: quotation marks, brackets, asterisks. */
static gunichar
get_last_character (const char *line, gsize length, gboolean *closed)
{
  const char *p = line + length;

  *closed = FALSE;
  while (p > line)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (strchr ("\"')]*_", (int)MIN (c, 0x7f)) == NULL && c != 0x201d && c != 0x2019 && c != 0xbb)
        return c;
      *closed = TRUE;
    }
  return 0;
}

/**
 * risalah_line_ends_sentence:
 * @line: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether it ends the way a sentence does, closing marks aside
 */
gboolean
risalah_line_ends_sentence (const char *line, gsize length)
{
  gboolean closed;
  gunichar last;

  g_return_val_if_fail (line != NULL, FALSE);

  last = get_last_character (line, length, &closed);
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';' || last == 0x2026;
}

/* The length of the mark that makes a line an item, or 0. */
static gsize
get_item_mark (const char *line, gsize length)
{
  static const char *const bullets[] = { "•", "●", "▪", "■", "◦", "‣", "·", "○",
                                         "➢", "✓", "-", "–", "—", "*", "o", "" };
  gsize digits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]);

      if (n > 0 && n + 1 < length && memcmp (line, bullets[i], n) == 0 && line[n] == ' ')
        return n + 1;
    }
  while (digits < 3 && digits < length && g_ascii_isdigit (line[digits]))
    digits++;
  if (digits == 0 && length > 3 && g_ascii_islower (line[0]))
    digits = 1;
  if (digits > 0 && digits + 2 < length && (line[digits] == '.' || line[digits] == ')')
      && line[digits + 1] == ' ')
    return digits + 2;
  return 0;
}

/**
 * risalah_line_is_list_item:
 * @line: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether it begins with a bullet, a number or a letter as an item of a list does
 */
gboolean
risalah_line_is_list_item (const char *line, gsize length)
{
  g_return_val_if_fail (line != NULL, FALSE);
  return get_item_mark (line, length) > 0;
}

/**
 * risalah_line_get_mark_level:
 * @line: UTF-8
 * @length: its length in bytes
 *
 * Returns: how many "#" make it a heading, the way Markdown has it, or 0
 */
guint
risalah_line_get_mark_level (const char *line, gsize length)
{
  guint n = 0;

  g_return_val_if_fail (line != NULL, 0);

  while (n < length && line[n] == '#')
    n++;
  return n >= 1 && n <= 6 && n < length && line[n] == ' ' ? n : 0;
}

/**
 * risalah_line_is_capitals:
 * @line: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether it has at least four letters and all of them are capitals
 */
gboolean
risalah_line_is_capitals (const char *line, gsize length)
{
  guint n = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n += g_unichar_isupper (c);
    }
  return n >= 4;
}

/**
 * risalah_line_is_heading:
 * @line: UTF-8, tidied
 * @length: its length in bytes
 *
 * Whether a line could be a headline or a heading by itself; what stands around it decides.
 *
 * Returns: whether it is short, begins like one and does not end like a sentence
 */
gboolean
risalah_line_is_heading (const char *line, gsize length)
{
  gboolean closed;
  gunichar first;
  gunichar last;
  guint letters = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  if (length < 4 || length > 3 * MAX_HEADING || risalah_line_count (line, length) > MAX_HEADING)
    return FALSE;
  if (risalah_line_is_list_item (line, length) || line[0] == '|' || line[0] == '@'
      || line[0] == '<')
    return FALSE;
  first = g_utf8_get_char (line);
  if (g_unichar_islower (first) || first == '(' || first == '[')
    return FALSE;
  last = get_last_character (line, length, &closed);
  if (last == '.' || last == ',' || last == ';' || last == ':' || last == 0x2026 || last == '-')
    return FALSE;
  if (last == '!' && closed)
    return FALSE;
  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    letters += g_unichar_isalpha (g_utf8_get_char (p));
  return letters >= 4 && letters * 2 >= risalah_line_count (line, length);
}
