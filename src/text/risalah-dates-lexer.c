/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a stretch of text into the lexemes of dates: words by their class in date-words.tsv (the
 * longest phrase wins), numbers, marks. Addresses are passed over whole. */

#include "risalah-dates-private.h"

#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-words.h"

/* No word of the vocabulary is longer; neither is a phrase. */
#define MAX_WORD   24
#define MAX_PHRASE 64

static const char *const class_names[DATE_CLASS_N] = {
  [DATE_CLASS_MONTH] = "month",
  [DATE_CLASS_MONTH_SHORT] = "month-short",
  [DATE_CLASS_MONTH_AMBIGUOUS] = "month-ambiguous",
  [DATE_CLASS_WEEKDAY] = "weekday",
  [DATE_CLASS_WEEKDAY_SHORT] = "weekday-short",
  [DATE_CLASS_SUNDAY_OR_WEEK] = "sunday-or-week",
  [DATE_CLASS_HIJRI_MONTH] = "hijri-month",
  [DATE_CLASS_HIJRI_ERA] = "hijri-era",
  [DATE_CLASS_ERA_BEFORE] = "era-before",
  [DATE_CLASS_ERA_AFTER] = "era-after",
  [DATE_CLASS_UNIT] = "unit",
  [DATE_CLASS_ONE_UNIT] = "one-unit",
  [DATE_CLASS_NUMBER] = "number",
  [DATE_CLASS_ORDINAL] = "ordinal",
  [DATE_CLASS_HALF] = "half",
  [DATE_CLASS_VAGUE_COUNT] = "vague-count",
  [DATE_CLASS_PAST] = "past",
  [DATE_CLASS_FUTURE] = "future",
  [DATE_CLASS_THIS] = "this",
  [DATE_CLASS_RECENT] = "recent",
  [DATE_CLASS_AHEAD] = "ahead",
  [DATE_CLASS_LEFT] = "left",
  [DATE_CLASS_AGO] = "ago",
  [DATE_CLASS_LAST] = "last",
  [DATE_CLASS_NEXT] = "next",
  [DATE_CLASS_THIS_PREFIX] = "this-prefix",
  [DATE_CLASS_DAY_OFFSET] = "day-offset",
  [DATE_CLASS_PART_OF_DAY] = "part-of-day",
  [DATE_CLASS_MOD] = "mod",
  [DATE_CLASS_MOD_THIS] = "mod-this",
  [DATE_CLASS_SINCE] = "since",
  [DATE_CLASS_UNTIL] = "until",
  [DATE_CLASS_DEADLINE] = "deadline",
  [DATE_CLASS_BEFORE] = "before",
  [DATE_CLASS_AFTER] = "after",
  [DATE_CLASS_FROM] = "from",
  [DATE_CLASS_BETWEEN] = "between",
  [DATE_CLASS_TO] = "to",
  [DATE_CLASS_KE] = "ke",
  [DATE_CLASS_AND] = "and",
  [DATE_CLASS_OR] = "or",
  [DATE_CLASS_EITHER] = "either",
  [DATE_CLASS_APPROXIMATE] = "approximate",
  [DATE_CLASS_ESTIMATED] = "estimated",
  [DATE_CLASS_FILLER] = "filler",
  [DATE_CLASS_DATE_WORD] = "date-word",
  [DATE_CLASS_ERA_WORD] = "era-word",
  [DATE_CLASS_YEAR_CUE] = "year-cue",
  [DATE_CLASS_YEAR_NOUN] = "year-noun",
  [DATE_CLASS_OF] = "of",
  [DATE_CLASS_NOW] = "now",
  [DATE_CLASS_EVERY] = "every",
  [DATE_CLASS_QUARTER] = "quarter",
  [DATE_CLASS_SEASON] = "season",
  [DATE_CLASS_SAME_YEAR] = "same-year",
  [DATE_CLASS_ANAPHORA] = "anaphora",
  [DATE_CLASS_ONWARDS] = "onwards",
  [DATE_CLASS_AGE] = "age",
  [DATE_CLASS_GUARD_BEFORE] = "guard-before",
  [DATE_CLASS_GUARD_AFTER] = "guard-after",
  [DATE_CLASS_NAME_BEFORE] = "name-before",
  [DATE_CLASS_NAME_AFTER] = "name-after",
  [DATE_CLASS_VAGUE] = "vague",
};

static const char *const unit_names[] = {
  "", "hour", "day", "week", "month", "year", "decade", "century",
};

/* A word or phrase, or the beginning of a longer phrase. */
typedef struct
{
  guint8 class;
  gboolean begins_longer;
  int value;
  char languages[12]; /* "" for all */
} Entry;

/* Most words are none of the vocabulary's: a bit for each first word's hash says so at once. */
#define N_BITS 16384

struct _DateVocabulary
{
  GHashTable *entries; /* folded phrase → Entry */
  guint8 first_words[N_BITS / 8];
  GPtrArray *month_names; /* (element-type utf8): to compare misspellings with */
  GArray *month_numbers;
};

static guint
hash_bytes (const char *word, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar)word[i];
  return (hash ^ hash >> 14) % N_BITS;
}

static gboolean
may_be_known (const DateVocabulary *self, const char *word)
{
  guint bit = hash_bytes (word, strlen (word));

  return (self->first_words[bit / 8] & 1 << bit % 8) != 0;
}

static Entry *
entry_of (DateVocabulary *self, const char *phrase)
{
  Entry *entry = g_hash_table_lookup (self->entries, phrase);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, g_strdup (phrase), entry);
    }
  return entry;
}

static int
value_of (DateClass class, const char *text)
{
  if (class == DATE_CLASS_UNIT || class == DATE_CLASS_ONE_UNIT)
    {
      for (guint i = 0; i < G_N_ELEMENTS (unit_names); i++)
        if (strcmp (text, unit_names[i]) == 0)
          return i;
      return DATE_UNIT_NONE;
    }
  if (class == DATE_CLASS_MOD || class == DATE_CLASS_MOD_THIS)
    {
      RisalahEdtfMod mod;

      risalah_edtf_mod_from_string (text, &mod);
      return mod;
    }
  return g_ascii_strtoll (text, NULL, 10);
}

static void
add_row (DateVocabulary *self, const RisalahTable *table, guint row)
{
  g_autofree char *phrase = risalah_words_fold (risalah_table_get (table, row, 0), -1);
  const char *class_name = risalah_table_get (table, row, 1);
  DateClass class = DATE_CLASS_NONE;
  Entry *entry;
  guint bit;

  for (guint i = 1; i < DATE_CLASS_N; i++)
    if (strcmp (class_name, class_names[i]) == 0)
      class = i;
  if (class == DATE_CLASS_NONE || strlen (phrase) >= MAX_PHRASE)
    return;
  bit = hash_bytes (phrase, strcspn (phrase, " "));
  self->first_words[bit / 8] |= 1 << bit % 8;

  for (char *space = strchr (phrase, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      *space = '\0';
      entry_of (self, phrase)->begins_longer = TRUE;
      *space = ' ';
    }
  entry = entry_of (self, phrase);
  entry->class = class;
  entry->value = value_of (class, risalah_table_get (table, row, 2));
  g_strlcpy (entry->languages, risalah_table_get (table, row, 3), sizeof entry->languages);
  if (class == DATE_CLASS_MONTH && strlen (phrase) >= 4)
    {
      g_ptr_array_add (self->month_names, g_strdup (phrase));
      g_array_append_val (self->month_numbers, entry->value);
    }
}

/* Compiles date-words.tsv. Rows of a class that is not known are passed over. */
gpointer
risalah_dates_vocabulary_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "date-words");
  DateVocabulary *self = g_new0 (DateVocabulary, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->month_names = g_ptr_array_new_with_free_func (g_free);
  self->month_numbers = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    add_row (self, table, i);
  return self;
}

void
risalah_dates_vocabulary_free (gpointer vocabulary)
{
  DateVocabulary *self = vocabulary;

  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->month_names);
  g_array_unref (self->month_numbers);
  g_free (self);
}

/* Tells whether one edit (or a swap of neighbours) makes @one of @other: Damerau 1964. */
static gboolean
is_one_edit_apart (const char *one, const char *other)
{
  gsize n_one = strlen (one);
  gsize n_other = strlen (other);
  gsize i = 0;

  if (n_one > n_other)
    return is_one_edit_apart (other, one);
  if (n_other - n_one > 1)
    return FALSE;
  while (i < n_one && one[i] == other[i])
    i++;
  if (n_one < n_other)
    return strcmp (one + i, other + i + 1) == 0;
  if (i + 1 < n_one && one[i] == other[i + 1] && one[i + 1] == other[i])
    return strcmp (one + i + 2, other + i + 2) == 0;
  return i < n_one && strcmp (one + i + 1, other + i + 1) == 0;
}

static int
guess_month (const DateVocabulary *self, const char *folded)
{
  for (guint i = 0; i < self->month_names->len; i++)
    {
      const char *name = g_ptr_array_index (self->month_names, i);

      if (name[0] == folded[0] && is_one_edit_apart (name, folded))
        return g_array_index (self->month_numbers, int, i);
    }
  return 0;
}

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
          if (length < MAX_WORD)
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
has_language (const Entry *entry, const char *language)
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
  char folded[MAX_WORD + 1];
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
  if (folded[0] == '\0' || length + 1 + strlen (folded) >= MAX_PHRASE)
    return NULL;
  g_snprintf (phrase + length, MAX_PHRASE - length, " %s", folded);
  return at;
}

/* Reads a word, or the longest phrase of the vocabulary that begins with it. */
static const char *
lex_word (const DateContext *context, const char *at, const char *end, Lexeme *lexeme)
{
  char phrase[MAX_PHRASE];
  Lexeme scratch = { 0 };
  const Entry *entry;
  const char *word_end;
  const char *longer_end;

  lexeme->type = LEXEME_WORD;
  word_end = read_word (at, end, phrase, lexeme);
  lexeme->end = word_end - context->text;
  if (phrase[0] == '\0' || !may_be_known (context->vocabulary, phrase))
    return word_end;
  entry = g_hash_table_lookup (context->vocabulary->entries, phrase);
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
      entry = g_hash_table_lookup (context->vocabulary->entries, phrase);
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
  char folded[MAX_WORD + 1];
  Lexeme scratch = { 0 };

  if (lexeme->type != LEXEME_WORD || lexeme->class != DATE_CLASS_NONE
      || lexeme->end - lexeme->start < 4 || lexeme->end - lexeme->start > MAX_WORD)
    return 0;
  read_word (parser->context->text + lexeme->start, parser->context->text + lexeme->end, folded,
             &scratch);
  return folded[0] == '\0' ? 0 : guess_month (parser->context->vocabulary, folded);
}
