/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years, decades, centuries and parts of a year. Four digits are a year only after a word that
 * says so, and never where a quantity, a law or a designation stands. */

#include "risalah-dates-private.h"

#include <string.h>

#define YEAR_MIN 1000
#define YEAR_MAX 2199

/* Tells whether a word can stand before a time only, so that a noun after the number is another
 * matter: "sejak 2011 kapal itu …". */
static gboolean
is_surely_time (const Lexeme *lexeme)
{
  return (lexeme->class == DATE_CLASS_UNIT && lexeme->value == DATE_UNIT_YEAR)
         || lexeme->class == DATE_CLASS_SINCE || lexeme->class == DATE_CLASS_BEFORE
         || lexeme->class == DATE_CLASS_AFTER || lexeme->class == DATE_CLASS_MOD
         || lexeme->class == DATE_CLASS_DEADLINE;
}

/* Tells whether a number belongs to what stands beside it: "Rp 2024", "F-16", "2000 prajurit". */
gboolean
date_number_is_guarded (const DateParser *parser, guint index)
{
  const Lexeme *before = date_lexeme (parser, (gint64)index - 1);
  const Lexeme *next = date_lexeme (parser, index + 1);

  if (before->class == DATE_CLASS_GUARD_BEFORE || before->class == DATE_CLASS_AGE
      || (before->mark == '.'
          && date_is_class (parser, (gint64)index - 2, DATE_CLASS_GUARD_BEFORE)))
    return TRUE;
  if (before->mark == '$' || before->mark == '#' || before->mark == '@' || before->mark == '+')
    return TRUE;
  if (date_is_glued (parser, index)
      && ((before->type == LEXEME_WORD && !date_text_is (parser, (gint64)index - 1, "FY"))
          || before->type == LEXEME_QUANTITY || before->type == LEXEME_NUMBER || before->mark == '.'
          || before->mark == '_' || before->mark == '='))
    return TRUE;
  if ((next->class == DATE_CLASS_GUARD_AFTER && !is_surely_time (before)) || next->mark == '%')
    return TRUE;
  return date_is_glued (parser, index + 1)
         && ((next->type == LEXEME_WORD && !date_text_is (parser, index + 1, "an")
              && !date_text_is (parser, index + 1, "s"))
             || next->type == LEXEME_NUMBER || next->mark == '+' || next->mark == '_'
             || next->mark == '@' || (next->mark == ':' && date_is_glued (parser, index + 2)));
}

/* Four digits, or an apostrophe and two. */
guint
date_parse_year (const DateParser *parser, guint index, int *year)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  if (lexeme->mark == '\'' && date_is_glued (parser, index + 1))
    {
      const Lexeme *digits = date_lexeme (parser, index + 1);

      if (digits->type != LEXEME_NUMBER || digits->n_digits != 2)
        return 0;
      *year = digits->value + (digits->value <= 68 ? 2000 : 1900);
      return index + 2;
    }
  if (lexeme->type != LEXEME_NUMBER || lexeme->n_digits != 4 || lexeme->value < YEAR_MIN
      || lexeme->value > YEAR_MAX)
    return 0;
  if (date_is_glued (parser, index + 1) && date_lexeme (parser, index + 1)->type == LEXEME_WORD
      && date_lexeme (parser, index + 1)->class != DATE_CLASS_PART_OF_DAY)
    return 0;
  *year = lexeme->value;
  return index + 1;
}

/* Tells whether the word before says that the number at @index is a year. */
gboolean
date_year_has_cue (const DateParser *parser, guint index)
{
  gint64 before = (gint64)index - 1;

  if (date_is_mark (parser, before, '-') && date_is_glued (parser, before)
      && date_is_glued (parser, index))
    {
      DateClass class = date_lexeme (parser, before - 1)->class;

      return class == DATE_CLASS_AFTER || class == DATE_CLASS_BEFORE || class == DATE_CLASS_MOD
             || class == DATE_CLASS_APPROXIMATE
             || date_unit_at (parser, before - 1) == DATE_UNIT_YEAR;
    }
  switch ((guint)date_lexeme (parser, before)->class)
    {
    case DATE_CLASS_FILLER:
      return !date_text_is (parser, before, "the");
    case DATE_CLASS_UNIT:
      return date_unit_at (parser, before) == DATE_UNIT_YEAR;
    case DATE_CLASS_SINCE:
    case DATE_CLASS_UNTIL:
    case DATE_CLASS_DEADLINE:
    case DATE_CLASS_BEFORE:
    case DATE_CLASS_AFTER:
    case DATE_CLASS_FROM:
    case DATE_CLASS_BETWEEN:
    case DATE_CLASS_APPROXIMATE:
    case DATE_CLASS_ESTIMATED:
    case DATE_CLASS_EITHER:
    case DATE_CLASS_MOD:
    case DATE_CLASS_ERA_WORD:
    case DATE_CLASS_YEAR_CUE:
    case DATE_CLASS_OF:
      return TRUE;
    case DATE_CLASS_YEAR_NOUN:
      /* "Pemilu 2024" in the middle of a sentence is a name. */
      return !date_is_capitalised (parser, before)
             || date_lexeme (parser, before - 1)->type != LEXEME_WORD;
    case DATE_CLASS_NONE:
      return date_lexeme (parser, before)->type == LEXEME_WORD
             && !date_is_capitalised (parser, before)
             && date_is_class (parser, before - 1, DATE_CLASS_YEAR_NOUN);
    default:
      return FALSE;
    }
}

/* A year with "SM" or "Masehi" after it, of any number of digits. */
static guint
parse_era_year (const DateParser *parser, guint index, DatePoint *point)
{
  const Lexeme *number = date_lexeme (parser, index);
  const Lexeme *era = date_lexeme (parser, index + 1);

  if (number->type != LEXEME_NUMBER || number->n_digits > 4 || number->value == 0)
    return 0;
  if (era->class == DATE_CLASS_ERA_BEFORE && (era->flags & LEXEME_CAPITALISED) != 0)
    point->year = 1 - number->value;
  else if (era->class == DATE_CLASS_ERA_AFTER && (era->flags & LEXEME_CAPITALISED) != 0
           && (era->end - era->start > 1
               || date_unit_at (parser, (gint64)index - 1) == DATE_UNIT_YEAR))
    point->year = number->value;
  else
    return 0;
  point->rule = "era-year";
  return index + 2;
}

/* Tells whether two bare years with a dash or a slash between them are a range: 2018-2022. */
static gboolean
is_year_range (const DateParser *parser, guint index)
{
  const Lexeme *first = date_lexeme (parser, index);
  const Lexeme *second = date_lexeme (parser, index + 2);
  const Lexeme *mark = date_lexeme (parser, index + 1);

  if (mark->class == DATE_CLASS_UNTIL && second->class == DATE_CLASS_NOW)
    return TRUE;
  if (mark->class == DATE_CLASS_UNTIL || mark->class == DATE_CLASS_TO
      || mark->class == DATE_CLASS_OR || mark->class == DATE_CLASS_AND)
    return second->type == LEXEME_NUMBER && second->n_digits == 4 && second->value > first->value
           && second->value <= YEAR_MAX && first->value >= 1800
           && !date_number_is_guarded (parser, index + 2);
  if ((mark->mark != '-' && mark->mark != '/') || !date_is_glued (parser, index + 1)
      || !date_is_glued (parser, index + 2) || first->value < 1500)
    return FALSE;
  if (second->class == DATE_CLASS_NOW)
    return TRUE;
  if (second->type != LEXEME_NUMBER || date_number_is_guarded (parser, index + 2))
    return FALSE;
  if (date_is_mark (parser, index + 3, '-') && date_is_glued (parser, index + 3)
      && date_lexeme (parser, index + 4)->type == LEXEME_NUMBER)
    return FALSE;
  if (second->n_digits == 2)
    return second->value == (first->value + 1) % 100
           || (mark->mark == '-' && second->value > first->value % 100 && second->value > 12
               && second->value - first->value % 100 <= 30);
  return second->n_digits == 4 && second->value > first->value
         && second->value - first->value <= (mark->mark == '/' ? 1 : 200);
}

/* A year: "tahun 2024", "2024" after a cue, "683 Masehi", "2018" before "-2022". */
guint
date_parse_year_alone (const DateParser *parser, guint index, gboolean cued, DatePoint *point)
{
  guint at = index;
  guint after;
  int year;

  date_point_init (point, POINT_CALENDAR, "year");
  if (date_unit_at (parser, at) == DATE_UNIT_YEAR)
    {
      at++;
      cued = TRUE;
      if (date_is_mark (parser, at, '.') && date_is_glued (parser, at))
        at++;
      if (date_is_class (parser, at, DATE_CLASS_YEAR_CUE)
          || date_is_class (parser, at, DATE_CLASS_YEAR_NOUN))
        at++;
    }
  after = parse_era_year (parser, at, point);
  if (after != 0)
    return after;
  after = date_parse_year (parser, at, &year);
  if (after == 0)
    return 0;
  if (at != index && date_is_mark (parser, at, '\''))
    cued = TRUE;
  else if (date_is_mark (parser, at, '\''))
    return 0;
  if ((date_is_mark (parser, at, '\'') ? date_is_class (parser, after, DATE_CLASS_GUARD_AFTER)
                                       : date_number_is_guarded (parser, at))
      || !(cued || date_year_has_cue (parser, at) || is_year_range (parser, at)))
    return 0;
  if (date_is_glued (parser, at) && date_is_mark (parser, (gint64)at - 1, '-') && !cued
      && !date_year_has_cue (parser, at))
    return 0;
  if (date_is_glued (parser, at) && date_is_mark (parser, (gint64)at - 1, '/'))
    return 0;
  point->year = year;
  return date_parse_after (parser, after, point);
}

static guint
skip_decade_ending (const DateParser *parser, guint index)
{
  guint at = index;

  if (date_is_mark (parser, at, '-') && date_is_glued (parser, at))
    at++;
  if (date_is_glued (parser, at) && date_text_is (parser, at, "an"))
    return at + 1;
  if (at == index && date_is_mark (parser, at, '\'') && date_is_glued (parser, at))
    at++;
  if (date_is_glued (parser, at) && date_text_is (parser, at, "s")
      && !date_is_mark (parser, index, '-'))
    return at + 1;
  return 0;
}

/* "1970-an", "80an", "1970s", "'90s". Two digits need a word before that speaks of time. */
guint
date_parse_decade (const DateParser *parser, guint index, gboolean cued, DatePoint *point)
{
  guint at = index;
  const Lexeme *number;
  guint after;

  while (date_unit_at (parser, at) == DATE_UNIT_YEAR
         || date_unit_at (parser, at) == DATE_UNIT_DECADE
         || date_is_class (parser, at, DATE_CLASS_ERA_WORD))
    {
      at++;
      cued = TRUE;
    }
  if (date_is_mark (parser, at, '\''))
    {
      at++;
      cued = TRUE;
    }
  if (date_text_is (parser, (gint64)at - 1, "the"))
    cued = TRUE;
  number = date_lexeme (parser, at);
  if (number->type != LEXEME_NUMBER || number->value % 10 != 0
      || (number->n_digits != 4 && number->n_digits != 2)
      || (number->n_digits == 4 && (number->value < YEAR_MIN || number->value > YEAR_MAX)))
    return 0;
  after = skip_decade_ending (parser, at + 1);
  if (after == 0 || (number->n_digits == 2 && !cued)
      || date_is_class (parser, (gint64)at - 1, DATE_CLASS_AGE))
    return 0;

  date_point_init (point, POINT_CALENDAR, "decade");
  point->known_digits = 3;
  point->year =
      number->n_digits == 4 ? number->value : number->value + (number->value < 30 ? 2000 : 1900);
  return after;
}

/* "XIX": 1 to 39, or 0. */
static int
roman_number (const char *word, gsize length)
{
  int total = 0;
  int previous = 0;

  for (gsize i = length; i > 0; i--)
    {
      int value = word[i - 1] == 'I' ? 1 : word[i - 1] == 'V' ? 5 : word[i - 1] == 'X' ? 10 : 0;

      if (value == 0)
        return 0;
      total += value < previous ? -value : value;
      previous = MAX (value, previous);
    }
  return total;
}

/* A number as centuries and quarters have it: "7", "ke-7", "XVI", "ketujuh", "16th". */
guint
date_parse_number_word (const DateParser *parser, guint index, int *number)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  guint at = index;

  if (lexeme->class == DATE_CLASS_ORDINAL)
    {
      *number = lexeme->value;
      return index + 1;
    }
  if (lexeme->class == DATE_CLASS_KE)
    {
      at++;
      if (date_is_mark (parser, at, '-'))
        at++;
    }
  lexeme = date_lexeme (parser, at);
  if (lexeme->type == LEXEME_NUMBER && lexeme->n_digits <= 2)
    {
      *number = lexeme->value;
      at++;
      if (date_is_glued (parser, at)
          && (date_text_is (parser, at, "st") || date_text_is (parser, at, "nd")
              || date_text_is (parser, at, "rd") || date_text_is (parser, at, "th")))
        at++;
      return at;
    }
  if (lexeme->type != LEXEME_WORD || (lexeme->flags & LEXEME_CAPITALISED) == 0)
    return 0;
  *number = roman_number (parser->context->text + lexeme->start, lexeme->end - lexeme->start);
  return *number > 0 ? at + 1 : 0;
}

/* "abad ke-19", "abad XIX", "the 16th century"; where @cued is set "ke-13" alone, after "ke-7". */
guint
date_parse_century (const DateParser *parser, guint index, gboolean cued, DatePoint *point)
{
  gboolean word_first = date_unit_at (parser, index) == DATE_UNIT_CENTURY;
  guint at = index + word_first + (word_first && date_is_mark (parser, index + 1, '-'));
  int number = 0;
  guint after = date_parse_number_word (parser, at, &number);

  if (after == 0 || number < 1 || number > 30)
    return 0;
  date_point_init (point, POINT_CALENDAR, "century");
  point->known_digits = 2;
  if (!word_first)
    {
      if (date_unit_at (parser, after) == DATE_UNIT_CENTURY
          && date_lexeme (parser, index)->class != DATE_CLASS_KE
          && (date_lexeme (parser, after)->flags & LEXEME_SPACED) != 0
          && (date_is_class (parser, index, DATE_CLASS_ORDINAL) || after == index + 2))
        after++;
      else if (!cued || date_is_class (parser, after, DATE_CLASS_GUARD_AFTER))
        return 0;
    }
  point->year = number;
  if (date_is_class (parser, after, DATE_CLASS_ERA_BEFORE) && date_is_capitalised (parser, after))
    {
      point->year = -number;
      after++;
    }
  else if (date_is_class (parser, after, DATE_CLASS_ERA_AFTER)
           && date_is_capitalised (parser, after))
    after++;
  return after;
}

/* "Q3", "H1", "TW3": letters and a digit without a blank. */
static guint
parse_short_subyear (const DateParser *parser, guint index, int *subyear)
{
  const Lexeme *number = date_lexeme (parser, index + 1);
  gboolean quarter = date_text_is (parser, index, "Q");

  if ((!quarter && !date_text_is (parser, index, "H")) || !date_is_glued (parser, index + 1)
      || !date_is_capitalised (parser, index) || number->type != LEXEME_NUMBER
      || number->n_digits != 1 || number->value < 1 || number->value > (quarter ? 4 : 2))
    return 0;
  *subyear = (quarter ? 32 : 39) + number->value;
  return index + 2;
}

/* "triwulan II", "semester pertama", "the third quarter", "Q3". */
static guint
parse_subyear_number (const DateParser *parser, guint index, int *subyear)
{
  guint after = parse_short_subyear (parser, index, subyear);
  int number = 0;
  int base;
  int highest;

  if (after != 0)
    return after;
  if (date_is_class (parser, index, DATE_CLASS_QUARTER))
    {
      base = date_lexeme (parser, index)->value;
      after = date_parse_number_word (parser, index + 1 + date_is_mark (parser, index + 1, '-'),
                                      &number);
    }
  else
    {
      after = date_is_class (parser, index, DATE_CLASS_ORDINAL)
                      || date_lexeme (parser, index)->type == LEXEME_NUMBER
                  ? date_parse_number_word (parser, index, &number)
                  : 0;
      if (after == 0 || !date_is_class (parser, after, DATE_CLASS_QUARTER))
        return 0;
      base = date_lexeme (parser, after)->value;
      after++;
    }
  highest = base == 33 ? 4 : base == 37 ? 3 : 2;
  if (after == 0 || number < 1 || number > highest)
    return 0;
  *subyear = base + number - 1;
  return after;
}

/* A part of a year with its year, told by number or by "tahun ini". */
guint
date_parse_subyear (const DateParser *parser, guint index, DatePoint *point)
{
  int subyear = 0;
  guint at = date_is_class (parser, index, DATE_CLASS_SEASON)
                 ? index + 1
                 : parse_subyear_number (parser, index, &subyear);
  guint after;
  int year;

  if (at == 0)
    return 0;
  date_point_init (point, POINT_SUBYEAR, "part-of-year");
  point->subyear = subyear != 0 ? subyear : date_lexeme (parser, index)->value;
  if (date_is_mark (parser, at, '-') || date_is_mark (parser, at, '/')
      || date_is_mark (parser, at, ','))
    at++;
  if (date_is_class (parser, at, DATE_CLASS_OF) || date_is_class (parser, at, DATE_CLASS_FILLER))
    at++;
  after = date_parse_after (parser, at, point);
  if (point->has_year_offset)
    return after;
  if (date_unit_at (parser, at) == DATE_UNIT_YEAR)
    at++;
  after = date_parse_year (parser, at, &year);
  if (after == 0)
    return 0;
  point->year = year;
  point->has_direction = FALSE;
  return after;
}
