/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs quotation marks: “ ”, " ", ‘ ’, ' ' and « », across the paragraphs of one quotation. */

#include <string.h>

#include "risalah-speech-private.h"

/* A quotation goes on for this many paragraphs at most. */
#define MAX_BLOCKS 6

static gboolean
is_letter_at (const char *text, gsize at, gsize end)
{
  return at < end && g_unichar_isalnum (g_utf8_get_char (text + at));
}

static gunichar
before (const char *text, gsize at, gsize start)
{
  return at <= start ? '\n' : g_utf8_get_char (g_utf8_prev_char (text + at));
}

/* The mark that closes what opens at @at, 0 where nothing does. */
static gunichar
closing_of (const char *text, gsize at, gsize start, gsize end)
{
  gunichar mark = g_utf8_get_char (text + at);
  gsize next = g_utf8_next_char (text + at) - text;
  gunichar previous = before (text, at, start);
  gboolean opens = !g_unichar_isalnum (previous) && next < end
                   && !g_unichar_isspace (g_utf8_get_char (text + next));

  switch (mark)
    {
    case 0x201c:
      return 0x201d;
    case 0x201e:
      return 0x201c;
    case 0x2018:
      return opens ? 0x2019 : 0;
    case 0xab:
      return 0xbb;
    case '"':
      return opens ? '"' : 0;
    case '\'':
      return opens && (g_unichar_isspace (previous) || previous == '(') ? '\'' : 0;
    /* ”…” as some keyboards write it. */
    case 0x201d:
      return opens && g_unichar_isspace (previous) && is_letter_at (text, next, end) ? 0x201d : 0;
    default:
      return 0;
    }
}

/* Where @mark closes between @from and @end, G_MAXSIZE where it does not. */
static gsize
find_closing (const char *text, gsize from, gsize end, gunichar mark)
{
  for (gsize at = from; at < end; at = g_utf8_next_char (text + at) - text)
    {
      gunichar character = g_utf8_get_char (text + at);
      gsize next = g_utf8_next_char (text + at) - text;

      if (character == 0x201c && mark == 0x201d && at > from)
        return G_MAXSIZE;
      /* “…" : the marks of two keyboards. */
      if (character != mark && !(mark == 0x201d && character == '"'))
        continue;
      /* An apostrophe within a word closes nothing, nor does a mark before a word. */
      if ((mark == 0x2019 || mark == '\'' || mark == '"') && is_letter_at (text, next, end))
        continue;
      return at;
    }
  return G_MAXSIZE;
}

/* From @at in block @b; goes on in the next blocks where those begin with an opening mark again,
 * or have the closing one before any other opens. */
static gboolean
pair (const RisalahTokens *tokens,
      const RisalahBlock *blocks,
      guint n_blocks,
      guint b,
      gsize at,
      gunichar mark,
      RisalahMarked *marked)
{
  const char *text = tokens->text;
  gunichar opening = g_utf8_get_char (text + at);
  gsize start = g_utf8_next_char (text + at) - text;
  gsize close = find_closing (text, start, blocks[b].end, mark);

  for (guint next = b + 1; close == G_MAXSIZE && next < n_blocks && next <= b + MAX_BLOCKS; next++)
    {
      gsize from = blocks[next].start;

      if (blocks[next].dropped)
        continue;
      if (mark == '\'' || mark == 0x2019 || blocks[next].type == RISALAH_BLOCK_HEADING)
        return FALSE;
      while (from < blocks[next].end && g_ascii_isspace (text[from]))
        from++;
      if (from < blocks[next].end && g_utf8_get_char (text + from) == opening)
        from = g_utf8_next_char (text + from) - text;
      else if (next > b + 1)
        return FALSE;
      close = find_closing (text, from, blocks[next].end, mark);
    }
  if (close == G_MAXSIZE)
    return FALSE;
  *marked = (RisalahMarked){ at, start, close, g_utf8_next_char (text + close) - text };
  return TRUE;
}

/**
 * risalah_speech_find_marks:
 * @tokens: an article's words
 *
 * Returns: (transfer full) (element-type RisalahMarked): what stands in quotation marks, in order;
 *   a quotation within another is not apart
 */
GArray *
risalah_speech_find_marks (const RisalahTokens *tokens)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RisalahMarked));
  const char *text = tokens->text;
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (tokens->article, &n_blocks);
  gsize done = 0;

  for (guint b = 0; b < n_blocks; b++)
    {
      gsize at = MAX (done, blocks[b].start);

      while (!blocks[b].dropped && at < blocks[b].end)
        {
          gunichar mark = (guchar)text[at] < 0x80 && text[at] != '"' && text[at] != '\''
                              ? 0
                              : closing_of (text, at, blocks[b].start, blocks[b].end);
          RisalahMarked marked;

          if (mark != 0 && pair (tokens, blocks, n_blocks, b, at, mark, &marked)
              && marked.end > marked.start)
            {
              g_array_append_val (found, marked);
              done = at = marked.close;
            }
          else
            at = g_utf8_next_char (text + at) - text;
        }
    }
  return found;
}
