/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a stretch of text into the lexemes of dates: words by their class in date-words.tsv (the
 * longest phrase wins), numbers, marks. Addresses are passed over whole. */

#include "risalah-dates-private.h"

#include <string.h>

/* A character that is not there: zero-width ones and the soft hyphen. Returns its bytes or 0. */
static guint
invisible_at (const char *at, const char *end)
{
  if (end - at >= 2 && memcmp (at, "\xc2\xad", 2) == 0)
    return 2;
  if (end - at >= 3
      && (memcmp (at, "\xe2\x80\x8b", 3) == 0 || memcmp (at, "\xe2\x80\x8c", 3) == 0
          || memcmp (at, "\xe2\x80\x8d", 3) == 0 || memcmp (at, "\xe2\x81\xa0", 3) == 0
          || memcmp (at, "\xef\xbb\xbf", 3) == 0))
    return 3;
  return 0;
}

/* Reads the letters of a word, ASCII ones folded into @folded ("" where it has others or is too
 * long), and sets the case flags. Returns its end. */
static const char *
read_word (const char *at, const char *end, char *folded, Lexeme *lexeme)
{
  gsize length = 0;
  guint n_letters = 0;
  guint n_capitals = 0;
  gboolean foreign = FALSE;

  while (at < end)
    {
      guint hidden;

      if (g_ascii_isalpha (*at))
        {
          gboolean capital = *at <= 'Z';

          n_capitals += capital;
          if (n_letters++ == 0 && capital)
            lexeme->flags |= LEXEME_CAPITALISED;
          if (length < DATE_MAX_WORD)
            folded[length++] = *at | 0x20;
          else
            foreign = TRUE;
          at++;
        }
      else if ((guchar)*at < 0x80)
        break;
      else if ((hidden = invisible_at (at, end)) > 0)
        at += hidden;
      else
        {
          gunichar character = g_utf8_get_char_validated (at, end - at);

          if (character >= (gunichar)-2 || !g_unichar_isalpha (character))
            break;
          if (n_letters++ == 0 && g_unichar_isupper (character))
            lexeme->flags |= LEXEME_CAPITALISED;
          n_capitals += g_unichar_isupper (character);
          foreign = TRUE;
          at = g_utf8_next_char (at);
        }
    }
  folded[foreign ? 0 : length] = '\0';
  if (n_letters > 1 && n_capitals == n_letters)
    lexeme->flags |= LEXEME_ALL_CAPITALS;
  return at;
}

static gboolean
has_language (const DateEntry *entry, const char *language)
{
  return entry->languages[0] == '\0' || language == NULL
         || strstr (entry->languages, language) != NULL;
}

/* What may stand between the words of a phrase: a blank, an apostrophe (Jum’at). */
static gsize
gap_length (const char *at, const char *end)
{
  if (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\'')
    return 1;
  if (end - at >= 2 && memcmp (at, "\xc2\xa0", 2) == 0)
    return 2;
  return end - at >= 3 && memcmp (at, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Extends a phrase from @at by one word, over blanks or a hyphen; NULL where none follows. */
static const char *
append_word (const char *at, const char *end, char *phrase, Lexeme *scratch)
{
  char folded[DATE_MAX_WORD + 1];
  gsize length = strlen (phrase);
  const char *from = at;
  guint n_newlines = 0;
  gsize gap;

  if (at < end && *at == '-')
    at++;
  else
    while (at < end && (gap = gap_length (at, end)) > 0)
      {
        n_newlines += *at == '\n';
        at += gap;
      }
  if (at == from || at >= end || n_newlines > 1 || !g_ascii_isalpha (*at))
    return NULL;
  at = read_word (at, end, folded, scratch);
  if (folded[0] == '\0' || length + 1 + strlen (folded) >= DATE_MAX_PHRASE)
    return NULL;
  g_snprintf (phrase + length, DATE_MAX_PHRASE - length, " %s", folded);
  return at;
}

/* Reads a word, or the longest phrase of the vocabulary that begins with it. */
static const char *
lex_word (const DateContext *context, const char *at, const char *end, Lexeme *lexeme)
{
  char phrase[DATE_MAX_PHRASE];
  Lexeme scratch = { 0 };
  const DateEntry *entry;
  const char *word_end;
  const char *longer_end;

  lexeme->type = LEXEME_WORD;
  word_end = read_word (at, end, phrase, lexeme);
  lexeme->end = word_end - context->text;
  if (phrase[0] == '\0' || !date_vocabulary_may_have (context->vocabulary, phrase))
    return word_end;
  entry = date_vocabulary_look_up (context->vocabulary, phrase);
  longer_end = word_end;
  while (entry != NULL)
    {
      if (entry->class != DATE_CLASS_NONE && has_language (entry, context->language))
        {
          lexeme->class = entry->class;
          lexeme->value = entry->value;
          lexeme->end = longer_end - context->text;
        }
      if (!entry->begins_longer)
        break;
      longer_end = append_word (longer_end, end, phrase, &scratch);
      if (longer_end == NULL)
        break;
      entry = date_vocabulary_look_up (context->vocabulary, phrase);
    }
  return context->text + lexeme->end;
}

/* Reads digits, and points or commas between digits. */
static const char *
lex_number (const DateContext *context, const char *at, const char *end, Lexeme *lexeme)
{
  gint64 groups[4] = { 0 };
  guint digits[4] = { 0 };
  guint n_groups = 1;
  gboolean points_only = TRUE;

  for (; at < end; at++)
    {
      guint group = MIN (n_groups - 1, 3);

      if (g_ascii_isdigit (*at))
        {
          groups[group] = MIN (groups[group] * 10 + (*at - '0'), G_MAXINT);
          digits[group]++;
        }
      else if ((*at == '.' || *at == ',') && at + 1 < end && g_ascii_isdigit (at[1]))
        {
          points_only &= *at == '.';
          n_groups++;
        }
      else
        break;
    }
  lexeme->end = at - context->text;
  lexeme->type = n_groups == 1 ? LEXEME_NUMBER : LEXEME_QUANTITY;
  lexeme->value = groups[0];
  lexeme->n_digits = MIN (digits[0], 255);
  if (n_groups == 3 && points_only && digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
    {
      lexeme->type = LEXEME_DOTTED;
      lexeme->value = (groups[2] * 100 + groups[1]) * 100 + groups[0];
    }
  return at;
}

/* The plain form of a mark, 0 for one that plays no part in dates. */
static char
mark_of (gunichar character)
{
  if (character >= 0x2010 && character <= 0x2015)
    return '-';
  if (character == 0x2212)
    return '-';
  if (character == 0x2018 || character == 0x2019)
    return '\'';
  if (character == '[' || character == ']')
    return character == '[' ? '(' : ')';
  if (character < 0x80)
    return character;
  return character == 0x20ac || character == 0xa3 || character == 0xa5 ? '$' : '\x01';
}

/* Tells whether an address begins at the word that starts here; returns its end, or NULL. */
static const char *
address_at (const char *at, const char *end)
{
  const char *stop = at;
  gboolean is_address = FALSE;

  if ((*at != 'h' && *at != 'w') || end - at < 4)
    return NULL;
  if (strncmp (at, "http", 4) != 0 && strncmp (at, "www.", 4) != 0)
    return NULL;
  for (; stop < end && !g_ascii_isspace (*stop); stop++)
    is_address |= *stop == ':' || *stop == '.';
  return is_address ? stop : NULL;
}

static gsize
blank_length (const char *at, const char *end)
{
  if (g_ascii_isspace (*at))
    return 1;
  if ((guchar)*at >= 0x80)
    {
      gunichar character = g_utf8_get_char_validated (at, end - at);

      if (character < (gunichar)-2 && g_unichar_isspace (character))
        return g_utf8_skip[(guchar)*at];
    }
  return 0;
}

/* Reads one mark; "s/d" and "s.d." are the word "until". */
static const char *
lex_mark (const DateContext *context, const char *at, const char *end, Lexeme *lexeme)
{
  gunichar character = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char_validated (at, end - at);

  lexeme->type = LEXEME_MARK;
  lexeme->mark = character >= (gunichar)-2 ? '\x01' : mark_of (character);
  if (character == 0xb1)
    lexeme->class = DATE_CLASS_APPROXIMATE;
  at += character >= (gunichar)-2 ? 1 : g_utf8_skip[(guchar)*at];
  lexeme->end = at - context->text;
  return at;
}

static const char *
lex_until (const DateContext *context, const char *at, const char *end, Lexeme *lexeme)
{
  const char *stop;

  if (end - at < 3 || g_ascii_tolower (at[0]) != 's' || (at[1] != '/' && at[1] != '.')
      || g_ascii_tolower (at[2]) != 'd' || (end - at > 3 && g_ascii_isalnum (at[3])))
    return NULL;
  stop = at + 3 + (end - at > 3 && at[3] == '.');
  lexeme->type = LEXEME_WORD;
  lexeme->class = DATE_CLASS_UNTIL;
  lexeme->end = stop - context->text;
  return stop;
}

/* Cuts the bytes of the context's text from @start to @end into @lexemes, which is emptied. */
void
risalah_dates_lex (const DateContext *context, gsize start, gsize end, GArray *lexemes)
{
  const char *at = context->text + start;
  const char *stop = context->text + end;
  gboolean spaced = TRUE;

  g_array_set_size (lexemes, 0);
  while (at < stop)
    {
      Lexeme lexeme = { .start = at - context->text, .flags = spaced ? LEXEME_SPACED : 0 };
      gsize blank = blank_length (at, stop);
      const char *address;

      if (blank == 0 && (guchar)*at >= 0x80)
        blank = invisible_at (at, stop);
      else
        spaced = TRUE;
      if (blank > 0)
        {
          at += blank;
          continue;
        }

      if ((address = spaced ? address_at (at, stop) : NULL) != NULL)
        {
          lexeme.type = LEXEME_OPAQUE;
          lexeme.end = address - context->text;
          at = address;
        }
      else if (g_ascii_isdigit (*at))
        at = lex_number (context, at, stop, &lexeme);
      else if ((address = spaced ? lex_until (context, at, stop, &lexeme) : NULL) != NULL)
        at = address;
      else if (g_ascii_isalpha (*at)
               || ((guchar)*at >= 0x80 && g_utf8_get_char_validated (at, stop - at) < (gunichar)-2
                   && g_unichar_isalpha (g_utf8_get_char (at))))
        at = lex_word (context, at, stop, &lexeme);
      else
        at = lex_mark (context, at, stop, &lexeme);
      g_array_append_val (lexemes, lexeme);
      spaced = FALSE;
    }
}

/* The month that an unknown word is a misspelling of, or 0. */
int
date_guess_month (const DateParser *parser, guint index)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  char folded[DATE_MAX_WORD + 1];
  Lexeme scratch = { 0 };

  if (lexeme->type != LEXEME_WORD || lexeme->class != DATE_CLASS_NONE
      || lexeme->end - lexeme->start < 4 || lexeme->end - lexeme->start > DATE_MAX_WORD)
    return 0;
  read_word (parser->context->text + lexeme->start, parser->context->text + lexeme->end, folded,
             &scratch);
  return folded[0] == '\0' ? 0 : date_vocabulary_guess_month (parser->context->vocabulary, folded);
}
