/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months: their names, the year after one, and a month without a day. */

#include "risalah-dates-private.h"

/* A month's name, whole or short with its full stop; a misspelt one where @guess is set. */
guint
date_parse_month (const DateParser *parser, guint index, int *month)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  switch ((guint)lexeme->class)
    {
    case DATE_CLASS_MONTH:
      *month = lexeme->value;
      return index + 1;
    case DATE_CLASS_MONTH_AMBIGUOUS:
      *month = lexeme->value;
      return date_is_capitalised (parser, index) ? index + 1 : 0;
    case DATE_CLASS_MONTH_SHORT:
      *month = lexeme->value;
      return index + 1
             + (date_is_mark (parser, index + 1, '.') && date_is_glued (parser, index + 1));
    default:
      return 0;
    }
}

/* The year after a month: "2024", ", 2024", "tahun 2024", "-2024", "of 2024", "'24". */
guint
date_parse_year_after (const DateParser *parser, guint index, int *year)
{
  guint at = index;

  if (date_is_mark (parser, at, ',')
      || (date_is_mark (parser, at, '-') && date_is_glued (parser, at))
      || (date_is_mark (parser, at, '/') && date_is_glued (parser, at)))
    at++;
  else if (date_unit_at (parser, at) == DATE_UNIT_YEAR || date_is_class (parser, at, DATE_CLASS_OF))
    at++;
  return date_parse_year (parser, at, year);
}

/* April, May, June and August are called so. */
static gboolean
month_is_name (int month)
{
  return month == 4 || month == 5 || month == 6 || month == 8;
}

/* Tells whether a month's name without day and year is a month here, and not a person. */
static gboolean
month_is_alone (const DateParser *parser, guint index, guint after, int month, gboolean cued)
{
  const Lexeme *before = date_lexeme (parser, (gint64)index - 1);
  const Lexeme *next = date_lexeme (parser, after);

  if (!date_is_capitalised (parser, index)
      || date_lexeme (parser, index)->class == DATE_CLASS_MONTH_SHORT
      || before->class == DATE_CLASS_NAME_BEFORE)
    return FALSE;
  if (date_lexeme (parser, index)->class == DATE_CLASS_MONTH_AMBIGUOUS
      && g_strcmp0 (parser->context->language, "en") != 0)
    return FALSE;
  /* "Mei Lestari", "April Brown". */
  if (next->type == LEXEME_WORD && (next->flags & LEXEME_CAPITALISED) != 0
      && (next->flags & LEXEME_ALL_CAPITALS) == 0 && next->class == DATE_CLASS_NONE)
    return FALSE;
  if (date_unit_at (parser, (gint64)index - 1) == DATE_UNIT_MONTH || cued)
    return TRUE;
  switch ((guint)before->class)
    {
    case DATE_CLASS_FILLER:
      return !date_text_is (parser, (gint64)index - 1, "the")
             && !(date_text_is (parser, (gint64)index - 1, "for") && month_is_name (month));
    case DATE_CLASS_SINCE:
    case DATE_CLASS_UNTIL:
    case DATE_CLASS_DEADLINE:
    case DATE_CLASS_BEFORE:
    case DATE_CLASS_AFTER:
    case DATE_CLASS_FROM:
    case DATE_CLASS_BETWEEN:
    case DATE_CLASS_APPROXIMATE:
    case DATE_CLASS_MOD:
    case DATE_CLASS_OF:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "Maret 2024", "bulan Maret", "Maret lalu", "last March". */
guint
date_parse_month_alone (const DateParser *parser, guint index, gboolean cued, DatePoint *point)
{
  guint at = index;
  guint after;
  guint next;
  int year;
  int other;

  date_point_init (point, POINT_CALENDAR, "month");
  if (date_unit_at (parser, at) == DATE_UNIT_MONTH)
    {
      at++;
      cued = TRUE;
    }
  after = date_parse_month (parser, at, &point->month);
  if (after == 0)
    {
      point->month = date_guess_month (parser, at);
      if (point->month == 0 || date_lexeme (parser, at)->end - date_lexeme (parser, at)->start < 6
          || date_parse_year_after (parser, at + 1, &year) == 0)
        return 0;
      after = at + 1;
      point->rule = "misspelt-month";
    }
  /* "32 Juli 2025" is no date, and no part of it is one. */
  if (date_lexeme (parser, (gint64)at - 1)->type == LEXEME_NUMBER
      && date_lexeme (parser, (gint64)at - 1)->n_digits <= 2
      && (date_lexeme (parser, (gint64)at - 1)->value > 31
          || date_lexeme (parser, (gint64)at - 1)->value == 0))
    return 0;
  next = date_parse_year_after (parser, after, &year);
  if (next != 0)
    {
      point->year = year;
      return date_parse_after (parser, next, point);
    }
  next = date_parse_after (parser, after, point);
  if (next != after && date_is_capitalised (parser, at)
      && date_lexeme (parser, at)->class != DATE_CLASS_MONTH_AMBIGUOUS)
    return next;
  if (month_is_alone (parser, at, after, point->month, cued))
    return next;
  /* "Juni-Agustus 2023": two months are no person. */
  if (next == after
      && (date_is_mark (parser, after, '-') || date_is_class (parser, after, DATE_CLASS_UNTIL)
          || date_is_class (parser, after, DATE_CLASS_TO)
          || date_is_class (parser, after, DATE_CLASS_AND))
      && date_is_capitalised (parser, at) && date_parse_month (parser, after + 1, &other) != 0)
    return after;
  return 0;
}
