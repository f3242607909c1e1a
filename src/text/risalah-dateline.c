/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes "JAKARTA, KOMPAS.com –", "Jakarta (ANTARA) -", "KUALA LUMPUR, 3 Mac –", "Genews.co.id"
 * apart. */

#include "risalah-dateline.h"

#include <string.h>

#include "risalah-lines.h"
#include "risalah-stated-date.h"

/* A dateline is no longer than this, in bytes, and has no more words. */
#define MAX_DATELINE 110
#define MAX_WORDS    9

/**
 * risalah_dateline_clear:
 * @self: a dateline
 */
void
risalah_dateline_clear (RisalahDateline *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->agency, g_free);
  self->end = 0;
}

/**
 * risalah_find_agency:
 * @name: what may be an agency's credit
 * @length: its length in bytes
 * @lexicon: what the text floor knows
 *
 * Returns: (transfer none) (nullable): the agency's name
 */
const char *
risalah_find_agency (const char *name, gsize length, const RisalahLexicon *lexicon)
{
  const RisalahTable *agencies;

  g_return_val_if_fail (name != NULL && lexicon != NULL, NULL);

  agencies = risalah_lexicon_get_table (lexicon, "agencies");
  for (guint row = 0; agencies != NULL && row < risalah_table_get_n_rows (agencies); row++)
    {
      const char *credit = risalah_table_get (agencies, row, 1);

      while (*credit != '\0')
        {
          gsize n = strcspn (credit, "|");

          if (n == length && memcmp (credit, name, n) == 0)
            return risalah_table_get (agencies, row, 0);
          credit += n + (credit[n] == '|');
        }
    }
  return NULL;
}

/* Whether a word is a site's name: "Genews.co.id", "KOMPAS.com". */
static gboolean
is_domain (const char *word, gsize length)
{
  static const char *const endings[] = { ".co.id", ".com",  ".id",  ".co", ".net",
                                         ".org",   ".news", ".tv",  ".my", ".go.id",
                                         ".or.id", ".info", ".asia" };

  if (length < 5 || memchr (word, '/', length) != NULL || memchr (word, '@', length) != NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (word[i]) && word[i] != '.' && word[i] != '-')
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n + 1 && g_ascii_strncasecmp (word + length - n, endings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the dash after a dateline stands in @text: 0 where there is none. @after: where the
 * sentence begins. */
static gsize
find_dash (const char *text, gsize length, gsize *after)
{
  gsize limit = MIN (length, MAX_DATELINE);

  for (gsize i = 1; i < limit; i++)
    {
      const char *p = text + i;
      gsize n = g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—") ? strlen ("–")
                : p[0] == '-' && p[1] == '-'                           ? 2 + (p[2] == '-')
                : p[0] == '-' && p[-1] == ' '                          ? 1
                                                                       : 0;

      /* A closing bracket or a capital may be glued to the dash, a word's own hyphen may not. */
      if (n == 0 || (p[-1] != ' ' && p[n] != ' ' && p[-1] != ')' && p[-1] != '*' && n < 2))
        continue;
      *after = i + n;
      while (*after < length && text[*after] == ' ')
        (*after)++;
      return i;
    }
  /* "KUALA LUMPUR: …", "JAKARTA. …" */
  for (gsize i = 3; i < MIN (limit, 40); i++)
    if (text[i] == ':' && i + 1 < length && text[i + 1] == ' ')
      {
        *after = i + 2;
        return risalah_line_is_capitals (text, i) ? i : 0;
      }
    else if (!g_ascii_isupper (text[i]) && text[i] != ' ' && text[i] != ',')
      break;
  return 0;
}

/* Whether @part may be a place: one to four words that begin with capitals. */
static gboolean
is_place (const char *part)
{
  guint words = 0;
  gboolean start = TRUE;

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == '-')
        {
          start = TRUE;
          continue;
        }
      if (!g_unichar_isalpha (c) && c != '.' && c != '\'' && c != 0x2019)
        return FALSE;
      if (start)
        {
          words++;
          if (!g_unichar_isupper (c))
            return FALSE;
        }
      start = FALSE;
    }
  return words >= 1 && words <= 4;
}

/* "JAKARTA" → "Jakarta"; three letters and fewer are taken for an abbreviation. */
static char *
settle_case (const char *place)
{
  GString *out;
  gboolean first = TRUE;

  if (!risalah_line_is_capitals (place, strlen (place)))
    return g_strdup (place);
  out = g_string_new (NULL);
  for (const char *p = place; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, first ? c : g_unichar_tolower (c));
      first = !g_unichar_isalpha (c);
    }
  return g_string_free (out, FALSE);
}

/* What stands in brackets: an agency, or a publisher; it is cut out of @prefix. */
static void
take_brackets (RisalahDateline *self, char *prefix, const RisalahLexicon *lexicon)
{
  char *open = strchr (prefix, '(');
  char *close = open != NULL ? strchr (open, ')') : NULL;
  const char *agency;

  if (close == NULL)
    return;
  *close = '\0';
  agency = risalah_find_agency (open + 1, strlen (open + 1), lexicon);
  if (agency != NULL)
    self->agency = g_strdup (agency);
  else if (g_unichar_isupper (g_utf8_get_char (open + 1))
           && strpbrk (open + 1, "0123456789/") == NULL)
    self->publisher = g_strdup (open + 1);
  memset (open, ' ', close - open + 1);
}

/* Whether a name holds a word that publishers have in theirs: "Warta Contoh", "The Sample Courier".
 */
static gboolean
is_publisher (const char *name, const RisalahLexicon *lexicon)
{
  const RisalahTable *words = risalah_lexicon_get_table (lexicon, "publisher-words");
  g_autofree char *folded = g_utf8_strdown (name, -1);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint row = 0; words != NULL && row < risalah_table_get_n_rows (words); row++)
    {
      const char *word = risalah_table_get (words, row, 0);

      if (word[0] == '.' ? g_str_has_suffix (folded, word)
                         : g_strv_contains ((const char *const *)parts, word))
        return TRUE;
    }
  return FALSE;
}

static void
take_part (RisalahDateline *self, const char *part, const RisalahLexicon *lexicon)
{
  const char *agency = risalah_find_agency (part, strlen (part), lexicon);

  if (*part == '\0' || risalah_is_date_word (part, lexicon))
    return;
  if (is_domain (part, strlen (part)))
    {
      if (self->publisher == NULL)
        self->publisher = g_strdup (part);
    }
  else if (agency != NULL && self->agency == NULL)
    self->agency = g_strdup (agency);
  else if (is_place (part) && self->publisher == NULL && is_publisher (part, lexicon))
    self->publisher = g_strdup (part);
  else if (is_place (part) && self->place == NULL)
    self->place = settle_case (part);
  else if (is_place (part) && strchr (part, ' ') != NULL && self->publisher == NULL)
    self->publisher = g_strdup (part);
}

/* The words before the dash must be names and dates, nothing that could be a sentence. */
static gboolean
is_prefix (const char *prefix)
{
  guint words = 0;
  gboolean start = TRUE;

  for (const char *p = prefix; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (start && g_unichar_isalnum (c))
        {
          words++;
          if (g_unichar_islower (c) && !is_domain (p, strcspn (p, " ,)")))
            return FALSE;
        }
      if (c == '"' || c == 0x201c || c == '?' || c == '!' || c == ';' || c == ':')
        return FALSE;
      start = c == ' ' || c == '(' || c == ',' || c == '/';
    }
  return words >= 1 && words <= MAX_WORDS;
}

/* A site's name glued to the first sentence, without a dash. */
static gboolean
parse_glued (RisalahDateline *self, const char *paragraph, gsize length)
{
  gsize n = strcspn (paragraph, " ,");

  if (n + 2 >= length || !is_domain (paragraph, n) || paragraph[n] != ' '
      || !g_unichar_isupper (g_utf8_get_char (paragraph + n + 1)))
    return FALSE;
  self->publisher = g_strndup (paragraph, n);
  self->end = n + 1;
  return TRUE;
}

/**
 * risalah_dateline_parse:
 * @self: (out caller-allocates): what is found
 * @paragraph: an article's first paragraph
 * @length: its length in bytes
 * @lexicon: what the text floor knows
 *
 * Returns: whether @paragraph begins with a dateline
 */
gboolean
risalah_dateline_parse (RisalahDateline *self,
                        const char *paragraph,
                        gsize length,
                        const RisalahLexicon *lexicon)
{
  gsize after = 0;
  gsize dash;
  g_autofree char *prefix = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL && paragraph != NULL && lexicon != NULL, FALSE);

  memset (self, 0, sizeof *self);
  dash = find_dash (paragraph, length, &after);
  if (dash == 0)
    return parse_glued (self, paragraph, length);

  if (after >= length || g_unichar_islower (g_utf8_get_char (paragraph + after)))
    return FALSE;
  prefix = g_strndup (paragraph, dash);
  g_strdelimit (prefix, "*_", ' ');
  g_strstrip (prefix);
  if (!is_prefix (prefix))
    return FALSE;
  self->published = risalah_stated_date_from_line (prefix, strlen (prefix), lexicon);
  take_brackets (self, prefix, lexicon);
  parts = g_strsplit (prefix, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    take_part (self, g_strstrip (parts[i]), lexicon);
  if (self->place == NULL && self->publisher == NULL && self->published == NULL
      && self->agency == NULL)
    return FALSE;
  self->end = after;
  return TRUE;
}
