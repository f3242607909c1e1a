/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads lines that say when an article was published and hold little else. Dates within sentences
 * are risalah-dates.c's. */

#include "risalah-stated-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-text-error.h"

#define TABLE "date-lines"

/* A line that states a date is no longer than this, in bytes, and holds no more other words. */
#define MAX_LINE        140
#define MAX_OTHER_WORDS 6
#define MAX_TOKENS      48

typedef enum
{
  KIND_OTHER,
  KIND_MONTH,
  KIND_DAY,
  KIND_ZONE,
  KIND_CUE,
  KIND_CHANGED,
  KIND_FILLER,
  KIND_NUMBER,
  KIND_MARK,
} Kind;

typedef struct
{
  Kind kind;
  const char *start;
  gsize length;
  guint value;    /* of a number or month */
  guint digits;   /* of a number */
  gboolean glued; /* nothing stands between it and the token before */
} Token;

static const char *const kind_names[] = {
  [KIND_OTHER] = "other",   [KIND_MONTH] = "month", [KIND_DAY] = "day",
  [KIND_ZONE] = "zone",     [KIND_CUE] = "cue",     [KIND_CHANGED] = "changed",
  [KIND_FILLER] = "filler",
};

/**
 * risalah_date_lines_load:
 * @lexicon: the lexicon that is opening
 * @error: return location for %RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full): the compiled table: word → kind, and a month's number above it
 */
gpointer
risalah_date_lines_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *rows = risalah_lexicon_get_table (lexicon, TABLE);
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; rows != NULL && row < risalah_table_get_n_rows (rows); row++)
    {
      const char *name = risalah_table_get (rows, row, 1);
      guint kind = 0;
      guint64 month = 0;

      for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
        if (strcmp (kind_names[i], name) == 0)
          kind = i;
      if (kind == KIND_OTHER
          || (kind == KIND_MONTH
              && !g_ascii_string_to_unsigned (risalah_table_get (rows, row, 2), 10, 1, 12, &month,
                                              NULL)))
        {
          g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                       _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."),
                       TABLE ".tsv", risalah_table_get (rows, row, 0));
          g_hash_table_unref (table);
          return NULL;
        }
      g_hash_table_insert (table, g_utf8_casefold (risalah_table_get (rows, row, 0), -1),
                           GUINT_TO_POINTER (kind | (guint)month << 8));
    }
  return table;
}

/**
 * risalah_date_lines_free:
 * @table: (transfer full): a table of risalah_date_lines_load()
 */
void
risalah_date_lines_free (gpointer table)
{
  g_hash_table_unref (table);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalpha (c) || c == '\'' || c == 0x2019;
}

static void
classify_word (Token *token, GHashTable *table)
{
  g_autofree char *folded = g_utf8_casefold (token->start, token->length);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));

  token->kind = found & 0xff;
  token->value = found >> 8;
}

/* Cuts a line into words, numbers and marks. */
static guint
split_tokens (const char *line, gsize length, GHashTable *table, Token *tokens)
{
  const char *end = line + length;
  const char *before = NULL;
  guint n = 0;

  for (const char *p = line; p < end && n < MAX_TOKENS;)
    {
      Token token = { .start = p, .glued = p == before };
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == '\t')
        {
          p++;
          continue;
        }
      if (g_ascii_isdigit (*p))
        {
          token.kind = KIND_NUMBER;
          for (; p < end && g_ascii_isdigit (*p); p++, token.digits++)
            token.value = MIN (token.value, 99999) * 10 + (*p - '0');
        }
      else if (is_word_character (c))
        {
          while (p < end && is_word_character (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          token.length = p - token.start;
          classify_word (&token, table);
        }
      else
        {
          token.kind = KIND_MARK;
          p = g_utf8_next_char (p);
        }
      token.length = p - token.start;
      before = p;
      tokens[n++] = token;
    }
  return n;
}

static gboolean
is_mark (const Token *token, const char *marks)
{
  return token->kind == KIND_MARK && token->length == 1 && strchr (marks, *token->start) != NULL;
}

static char *
make_date (guint year, guint month, guint day)
{
  if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month (month, year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* Numbers with marks between: 2025-06-14, 14/6/2025. Day before month unless impossible. */
static char *
read_numbers (const Token *t, guint n, guint *used)
{
  guint first;
  guint second;
  guint third;

  if (n < 5 || t[0].kind != KIND_NUMBER || t[2].kind != KIND_NUMBER || t[4].kind != KIND_NUMBER
      || !is_mark (&t[1], "-/.") || !is_mark (&t[3], "-/.") || *t[1].start != *t[3].start)
    return NULL;
  *used = 5;
  first = t[0].value;
  second = t[2].value;
  third = t[4].value;
  if (t[0].digits == 4)
    return make_date (first, second, third);
  if (t[4].digits != 4)
    return NULL;
  return second > 12 ? make_date (third, first, second) : make_date (third, second, first);
}

/* A month's name: 14 June 2025, 14th of June, 2025, June 14, 2025, 14-Jun-2025. */
static char *
read_named (const Token *t, guint n, guint *used)
{
  guint i = 0;
  guint day = 0;
  guint month = 0;

  for (i = 0; i < n && i < 7; i++)
    {
      if (t[i].kind == KIND_NUMBER && t[i].digits == 4 && day > 0 && month > 0)
        {
          *used = i + 1;
          return make_date (t[i].value, month, day);
        }
      if (t[i].kind == KIND_NUMBER && t[i].digits <= 2 && day == 0)
        day = t[i].value;
      else if (t[i].kind == KIND_MONTH && month == 0)
        month = t[i].value;
      else if (i == 0
               || !(is_mark (&t[i], ".,-/") || t[i].kind == KIND_FILLER
                    || (t[i].kind == KIND_OTHER && t[i].glued && t[i].length == 2)))
        return NULL;
    }
  return NULL;
}

static char *
read_date (const Token *t, guint n, guint *used)
{
  char *date = read_numbers (t, n, used);

  return date != NULL ? date : read_named (t, n, used);
}

/* Whether a line with one date in it, from token @from to @to, is about that date and nothing else.
 */
static gboolean
states_date (const Token *t, guint n, guint from, guint to)
{
  guint others = 0;
  gboolean told = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean near = i + 1 == from || i == to;

      if (i >= from && i < to)
        continue;
      switch (t[i].kind)
        {
        case KIND_DAY:
        case KIND_ZONE:
        case KIND_CUE:
          told = TRUE;
          break;
        case KIND_MARK:
          told |= near
                  && (*t[i].start == ',' || *t[i].start == '|' || *t[i].start == ':'
                      || *t[i].start == '-' || (guchar)*t[i].start >= 0x80);
          if (*t[i].start == '"' || *t[i].start == '?' || *t[i].start == '!' || *t[i].start == ';')
            return FALSE;
          break;
        case KIND_NUMBER:
          told |= i + 2 < n && is_mark (&t[i + 1], ":") && t[i + 2].kind == KIND_NUMBER;
          break;
        case KIND_OTHER:
          if (g_unichar_islower (g_utf8_get_char (t[i].start)) && !t[i].glued)
            return FALSE;
          others++;
          break;
        case KIND_MONTH:
        case KIND_CHANGED:
        case KIND_FILLER:
        default:
          break;
        }
    }
  return others == 0 || (told && others <= MAX_OTHER_WORDS);
}

/**
 * risalah_stated_date_from_line:
 * @line: UTF-8
 * @length: its length in bytes
 * @lexicon: what the text floor knows
 *
 * Returns: (transfer full) (nullable): the day, in EDTF, that a line states which says little else:
 *   "Rabu, 2 November 2022 10.15 WIB", "Published on June 14, 2025", "JAKARTA, 14/6/2025"; %NULL
 *   for any other line and for the date of a change
 */
char *
risalah_stated_date_from_line (const char *line, gsize length, const RisalahLexicon *lexicon)
{
  Token tokens[MAX_TOKENS];
  guint n;

  g_return_val_if_fail (line != NULL && lexicon != NULL, NULL);

  if (length < 8 || length > MAX_LINE)
    return NULL;
  n = split_tokens (line, length,
                    (GHashTable *)risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_DATE_LINES),
                    tokens);
  for (guint i = 0; i < n; i++)
    {
      guint used = 0;
      g_autofree char *date = NULL;

      if (tokens[i].kind == KIND_CHANGED)
        return NULL;
      date = read_date (tokens + i, n - i, &used);
      if (date == NULL)
        continue;
      /* What follows may be the date of a change, after its cue. */
      for (guint k = i + used; k < n; k++)
        if (tokens[k].kind == KIND_CHANGED)
          n = k;
      return states_date (tokens, n, i, i + used) ? g_steal_pointer (&date) : NULL;
    }
  return NULL;
}

/**
 * risalah_stated_date_from_value:
 * @value: what an attribute or a field gives as a date
 * @lexicon: what the text floor knows
 *
 * Returns: (transfer full) (nullable): the first day in it, in EDTF, as it is written there
 *   whatever its time zone, or its month or year where it has no more
 */
char *
risalah_stated_date_from_value (const char *value, const RisalahLexicon *lexicon)
{
  Token tokens[MAX_TOKENS];
  guint n;

  g_return_val_if_fail (value != NULL && lexicon != NULL, NULL);

  n = split_tokens (value, MIN (strlen (value), MAX_LINE),
                    (GHashTable *)risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_DATE_LINES),
                    tokens);
  for (guint i = 0; i < n; i++)
    {
      guint used;
      char *date = read_date (tokens + i, n - i, &used);

      if (date != NULL)
        return date;
    }
  if (n == 1 && tokens[0].digits == 8)
    {
      g_autofree char *dashed = g_strdup_printf ("%.4s-%.2s-%.2s", value, value + 4, value + 6);

      return risalah_stated_date_from_value (dashed, lexicon);
    }
  if (n == 1 && tokens[0].digits == 4 && tokens[0].value >= 1800 && tokens[0].value <= 2100)
    return g_strndup (tokens[0].start, 4);
  if (n == 3 && tokens[0].digits == 4 && is_mark (&tokens[1], "-") && tokens[2].digits == 2
      && tokens[2].value >= 1 && tokens[2].value <= 12)
    return g_strdup_printf ("%04u-%02u", tokens[0].value, tokens[2].value);
  return NULL;
}

/**
 * risalah_stated_date_from_url:
 * @url: an article's address
 *
 * Returns: (transfer full) (nullable): the day in its path, in EDTF: "…/2025/06/14/…",
 *   "…/20250614…", "…/2025-06-14-…"
 */
char *
risalah_stated_date_from_url (const char *url)
{
  const char *path;

  g_return_val_if_fail (url != NULL, NULL);

  path = strstr (url, "://");
  for (const char *p = path != NULL ? path + 3 : url; *p != '\0'; p++)
    {
      guint year;
      guint month;
      guint day;
      char *date;
      int used = 0;

      if (*p != '/' && *p != '-' && *p != '_' && *p != '=')
        continue;
      if (!g_ascii_isdigit (p[1])
          || ((sscanf (p + 1, "%4u%*1[/-]%2u%*1[/-]%2u%n", &year, &month, &day, &used) != 3)
              && (sscanf (p + 1, "%4u%2u%2u%n", &year, &month, &day, &used) != 3 || used != 8))
          || g_ascii_isdigit (p[1 + used]))
        continue;
      date = year >= 1990 ? make_date (year, month, day) : NULL;
      if (date != NULL)
        return date;
    }
  return NULL;
}

/**
 * risalah_is_date_word:
 * @word: a word
 * @lexicon: what the text floor knows
 *
 * Returns: whether it names a month, a day of the week or another thing of a line with a date
 */
gboolean
risalah_is_date_word (const char *word, const RisalahLexicon *lexicon)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (word != NULL && lexicon != NULL, FALSE);

  folded = g_utf8_casefold (word, -1);
  return g_hash_table_contains ((GHashTable *)risalah_lexicon_get_part (lexicon,
                                                                        RISALAH_LEXICON_DATE_LINES),
                                folded);
}
