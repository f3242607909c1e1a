/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions that are no dates of what the text tells: years in names and references, recurring
 * and vague ones, the Islamic calendar. */

#include "risalah-dates-private.h"

#include <string.h>

/* How far back the bracket of an author–year reference may open. */
#define MAX_REFERENCE 16

static guint
finish (DateExpression *expression, RisalahDateRole role, guint first, guint after)
{
  expression->role = role;
  expression->first = first;
  expression->after = after;
  return after;
}

static void
set_year (DateExpression *expression, int year, const char *rule)
{
  memset (expression, 0, sizeof *expression);
  expression->n_points = 1;
  date_point_init (&expression->points[0], POINT_CALENDAR, rule);
  expression->points[0].year = year;
}

/* "Nomor 34 Tahun 2004", "No. 8 of 2021". */
static guint
parse_law (const DateParser *parser, guint index, DateExpression *expression)
{
  guint at = index + 1;
  guint after;
  int year;

  if (!date_is_class (parser, index, DATE_CLASS_GUARD_BEFORE))
    return 0;
  if (date_is_mark (parser, at, '.'))
    at++;
  if (date_lexeme (parser, at)->type != LEXEME_NUMBER)
    return 0;
  at++;
  while (date_is_mark (parser, at, '/') || date_is_mark (parser, at, '-')
         || (date_is_glued (parser, at) && date_lexeme (parser, at)->type == LEXEME_WORD))
    at++;
  if (date_unit_at (parser, at) != DATE_UNIT_YEAR && !date_is_class (parser, at, DATE_CLASS_OF))
    return 0;
  after = date_parse_year (parser, at + 1, &year);
  if (after == 0)
    return 0;
  set_year (expression, year, "law");
  return finish (expression, RISALAH_DATE_NAME, index, after);
}

/* Tells whether a bracket opened before @index and has not closed. */
static gboolean
is_in_brackets (const DateParser *parser, guint index)
{
  for (gint64 i = (gint64)index - 1; i >= 0 && i + MAX_REFERENCE > index; i--)
    {
      if (date_is_mark (parser, i, ')'))
        return FALSE;
      if (date_is_mark (parser, i, '('))
        return TRUE;
    }
  return FALSE;
}

/* A letter after the year, "2019a", and what ends a reference. */
static gboolean
reference_ends (const DateParser *parser, guint index)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  if (date_is_glued (parser, index) && lexeme->type == LEXEME_WORD
      && lexeme->end - lexeme->start == 1)
    lexeme = date_lexeme (parser, index + 1);
  return lexeme->mark == ')' || lexeme->mark == ';' || lexeme->mark == ',' || lexeme->mark == ':';
}

/* "(Hartono, 2019)", "(Hartono dkk., 2019; Lee, 2021)", "Hartono (2019)". */
static guint
parse_reference (const DateParser *parser, guint index, int year, DateExpression *expression)
{
  gint64 before = (gint64)index - 1;
  gboolean named;

  if (!reference_ends (parser, index + 1))
    return 0;
  if (date_is_mark (parser, before, '('))
    {
      named = date_is_capitalised (parser, before - 1);
      if (date_lexeme (parser, before - 1)->type == LEXEME_NUMBER)
        {
          set_year (expression, year, "name-year");
          return finish (expression, RISALAH_DATE_NAME, index, index + 1);
        }
      set_year (expression, year, named ? "author-year" : "year-in-brackets");
      return finish (expression,
                     !named ? RISALAH_DATE_EVENT
                     : date_is_capitalised (parser, before - 2)
                             && date_lexeme (parser, before - 3)->type == LEXEME_WORD
                         ? RISALAH_DATE_NAME
                         : RISALAH_DATE_REFERENCE,
                     index, index + 1);
    }
  if (!is_in_brackets (parser, index))
    return 0;
  if (date_is_mark (parser, before, ','))
    before--;
  if (date_is_mark (parser, before, '.'))
    before--;
  if (!date_is_capitalised (parser, before) && !date_text_is (parser, before, "al")
      && !date_text_is (parser, before, "dkk"))
    return 0;
  set_year (expression, year, "author-year");
  return finish (expression, RISALAH_DATE_REFERENCE, before, index + 1);
}

/* A year inside a name, a law or a reference. */
guint
date_parse_name_or_reference (const DateParser *parser, guint index, DateExpression *expression)
{
  guint after = parse_law (parser, index, expression);
  const Lexeme *before = date_lexeme (parser, (gint64)index - 1);
  const Lexeme *next = date_lexeme (parser, index + 1);
  int year;

  if (after != 0)
    return after;
  if (date_lexeme (parser, index)->type != LEXEME_NUMBER
      || date_parse_year (parser, index, &year) == 0)
    return 0;
  if (date_number_is_guarded (parser, index)
      && !(date_is_glued (parser, index + 1) && next->end - next->start == 1))
    return 0;
  after = parse_reference (parser, index, year, expression);
  if (after != 0)
    return after;
  if (date_is_glued (parser, index)
      || date_is_glued (parser, index + 1 + (next->type == LEXEME_MARK)))
    if (next->mark == '-' || next->mark == '/' || date_is_glued (parser, index))
      return 0;
  if (date_text_is (parser, (gint64)index - 1, "the"))
    {
      if (next->type != LEXEME_WORD || next->class == DATE_CLASS_GUARD_AFTER)
        return 0;
    }
  else if (before->type != LEXEME_WORD || (before->flags & LEXEME_CAPITALISED) == 0
           || before->class == DATE_CLASS_MONTH || before->class == DATE_CLASS_MONTH_SHORT)
    return 0;
  set_year (expression, year, "name-year");
  return finish (expression, RISALAH_DATE_NAME,
                 before->class == DATE_CLASS_FILLER ? index : index - 1, index + 1);
}

/* "12 Rabiulawal 1445 H", "bulan Ramadan", "1446 Hijriah". */
static guint
parse_hijri (const DateParser *parser, guint index)
{
  guint at = index;
  int year;

  if (date_lexeme (parser, at)->type == LEXEME_NUMBER && date_lexeme (parser, at)->n_digits <= 2)
    at++;
  else if (date_unit_at (parser, at) == DATE_UNIT_MONTH
           || date_unit_at (parser, at) == DATE_UNIT_YEAR)
    at++;
  if (date_is_class (parser, at, DATE_CLASS_HIJRI_MONTH) && date_is_capitalised (parser, at))
    {
      at++;
      if (date_parse_year (parser, at, &year) != 0)
        at++;
      if (date_is_class (parser, at, DATE_CLASS_HIJRI_ERA) && date_is_capitalised (parser, at))
        at++;
      return at;
    }
  if (date_parse_year (parser, at, &year) != 0 && !date_is_mark (parser, at, '\'')
      && date_is_class (parser, at + 1, DATE_CLASS_HIJRI_ERA)
      && date_is_capitalised (parser, at + 1))
    return at + 2;
  return 0;
}

/* "beberapa tahun terakhir", "the past few years". */
static guint
parse_vague_count (const DateParser *parser, guint index)
{
  guint at = index;

  if (date_is_class (parser, at, DATE_CLASS_LAST) || date_is_class (parser, at, DATE_CLASS_NEXT))
    return date_is_class (parser, at + 1, DATE_CLASS_VAGUE_COUNT)
                   && date_unit_at (parser, at + 2) != DATE_UNIT_NONE
               ? at + 3
               : 0;
  if (!date_is_class (parser, at, DATE_CLASS_VAGUE_COUNT)
      || date_unit_at (parser, at + 1) == DATE_UNIT_NONE)
    return 0;
  switch ((guint)date_lexeme (parser, at + 2)->class)
    {
    case DATE_CLASS_PAST:
    case DATE_CLASS_RECENT:
    case DATE_CLASS_AHEAD:
    case DATE_CLASS_FUTURE:
    case DATE_CLASS_AGO:
    case DATE_CLASS_LEFT:
      return at + 3;
    case DATE_CLASS_ANAPHORA:
      return at + 3;
    default:
      return 0;
    }
}

/* "dua hari kemudian", "two days later": a distance from something in the text. */
static guint
parse_anaphora (const DateParser *parser, guint index)
{
  guint at = index + 1;

  if (!date_is_class (parser, index, DATE_CLASS_ONE_UNIT))
    {
      const Lexeme *count = date_lexeme (parser, index);

      if (count->class != DATE_CLASS_NUMBER
          && !(count->type == LEXEME_NUMBER && count->n_digits <= 3))
        return 0;
      if (date_unit_at (parser, at) == DATE_UNIT_NONE)
        return 0;
      at++;
    }
  return date_is_class (parser, at, DATE_CLASS_ANAPHORA)
                 || date_is_class (parser, at, DATE_CLASS_MOD_THIS)
             ? at + 1
             : 0;
}

/* Words of time without a value: vague, recurring ("setiap 17 Agustus"), of another calendar. */
guint
date_parse_vague (const DateParser *parser, guint index, DateExpression *expression)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  guint after = 0;

  if (lexeme->class == DATE_CLASS_NONE && lexeme->type != LEXEME_NUMBER)
    return 0;
  if (lexeme->class == DATE_CLASS_VAGUE || lexeme->class == DATE_CLASS_NOW
      || lexeme->class == DATE_CLASS_SAME_YEAR)
    after = index + 1;
  else if (date_is_class (parser, index, DATE_CLASS_EVERY))
    {
      guint at = index + 1;

      after = date_parse_expression (parser, at, expression);
      if (after == 0 && date_unit_at (parser, at) != DATE_UNIT_NONE)
        after = at + 1;
    }
  if (after == 0)
    after = parse_hijri (parser, index);
  if (after == 0)
    after = parse_vague_count (parser, index);
  if (after == 0)
    after = parse_anaphora (parser, index);
  if (after == 0)
    return 0;
  memset (expression, 0, sizeof *expression);
  date_point_init (&expression->points[0], POINT_CALENDAR, "vague");
  return finish (expression, RISALAH_DATE_VAGUE, index, after);
}
