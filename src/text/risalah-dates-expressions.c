/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole date expressions: a point of time with what stands before it (sejak, hingga, sekitar,
 * awal), ranges and lists of points. The longest reading wins. */

#include "risalah-dates-private.h"

#include <string.h>

/* The longest run of words like "sejak pada akhir dari" before a date. */
#define MAX_OPENERS 5

/* Keeps @reading where it goes further than what @best holds. */
static void
keep_longer (guint after, const DateExpression *reading, guint *best_after, DateExpression *best)
{
  if (after <= *best_after)
    return;
  *best_after = after;
  *best = *reading;
}

/* Reads the points of time at @index in every way, and takes the longest. */
static guint
parse_bare_points (const DateParser *parser, guint index, gboolean cued, DateExpression *best)
{
  DateExpression reading = { 0 };
  guint best_after = 0;

  keep_longer (date_parse_calendar (parser, index, &reading), &reading, &best_after, best);
  keep_longer (date_parse_relative (parser, index, &reading), &reading, &best_after, best);
  memset (&reading, 0, sizeof reading);
  reading.n_points = 1;
  keep_longer (date_parse_month_alone (parser, index, cued, &reading.points[0]), &reading,
               &best_after, best);
  keep_longer (date_parse_year_alone (parser, index, cued, &reading.points[0]), &reading,
               &best_after, best);
  keep_longer (date_parse_decade (parser, index, cued, &reading.points[0]), &reading, &best_after,
               best);
  keep_longer (date_parse_century (parser, index, FALSE, &reading.points[0]), &reading, &best_after,
               best);
  keep_longer (date_parse_subyear (parser, index, &reading.points[0]), &reading, &best_after, best);
  return best_after;
}

/* "pekan pertama Agustus", "the first week of August": EDTF has no weeks of a month, so that it is
 * the month's early, middle or late part. */
static guint
parse_week_of_month (const DateParser *parser, guint index, guint nothing, RisalahEdtfMod *mod)
{
  gboolean ordinal_first = date_is_class (parser, index, DATE_CLASS_ORDINAL);
  const Lexeme *ordinal = date_lexeme (parser, ordinal_first ? index : index + 1);
  guint at = index + 2;
  guint month;

  if ((ordinal_first && date_unit_at (parser, index + 1) != DATE_UNIT_WEEK)
      || (ordinal->class != DATE_CLASS_ORDINAL && ordinal->class != DATE_CLASS_RECENT))
    return nothing;
  if (date_is_class (parser, at, DATE_CLASS_OF))
    at++;
  month = at + (date_unit_at (parser, at) == DATE_UNIT_MONTH);
  if (date_parse_month (parser, month, &(int){ 0 }) == 0 || !date_is_capitalised (parser, month))
    return nothing;
  *mod = ordinal->class == DATE_CLASS_RECENT || ordinal->value > 3 ? RISALAH_EDTF_MOD_LATE
         : ordinal->value == 1                                     ? RISALAH_EDTF_MOD_EARLY
                                                                   : RISALAH_EDTF_MOD_MID;
  return at;
}

/* "awal", "the end of", "mid-": sets @mod; returns the index after, or @index. */
static guint
parse_mod (const DateParser *parser, guint index, RisalahEdtfMod *mod)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  guint at = index;

  if (date_text_is (parser, at, "the"))
    at++;
  lexeme = date_lexeme (parser, at);
  if (lexeme->class == DATE_CLASS_MOD_THIS
      && (date_is_class (parser, at + 1, DATE_CLASS_THIS_PREFIX)
          || (date_text_is (parser, at + 1, "in")
              && date_parse_month (parser, at + 2, &(int){ 0 }) != 0)))
    {
      *mod = lexeme->value;
      return at + 1 + date_text_is (parser, at + 1, "in");
    }
  if (date_unit_at (parser, at) == DATE_UNIT_WEEK || lexeme->class == DATE_CLASS_ORDINAL)
    return parse_week_of_month (parser, at, index, mod);
  if (lexeme->class != DATE_CLASS_MOD)
    return index;
  *mod = lexeme->value;
  at++;
  if (date_is_mark (parser, at, '-') && date_is_glued (parser, at))
    at++;
  if (date_is_class (parser, at, DATE_CLASS_OF))
    at++;
  if (date_text_is (parser, at, "dari"))
    at++;
  if (date_text_is (parser, at, "the"))
    at++;
  return at;
}

/* Points of time with "early", "mid" or "late" before them. */
guint
date_parse_points (const DateParser *parser, guint index, gboolean cued, DateExpression *expression)
{
  RisalahEdtfMod mod = RISALAH_EDTF_MOD_NONE;
  guint at = parse_mod (parser, index, &mod);
  guint after;

  if (at == index && date_text_is (parser, at, "the"))
    at++;
  after = parse_bare_points (parser, at, cued || mod != RISALAH_EDTF_MOD_NONE, expression);
  if (after != 0 && mod != RISALAH_EDTF_MOD_NONE)
    expression->points[0].mod = expression->mod = mod;
  return after;
}

/* What stands before a date. Returns the index of the date. */
static guint
parse_openers (const DateParser *parser, guint index, DateClass *opener, guint *qualifier)
{
  guint at = index;

  for (guint i = 0; i < MAX_OPENERS; i++)
    {
      DateClass class = date_lexeme (parser, at)->class;

      switch ((guint)class)
        {
        case DATE_CLASS_SINCE:
        case DATE_CLASS_UNTIL:
        case DATE_CLASS_DEADLINE:
        case DATE_CLASS_BEFORE:
        case DATE_CLASS_AFTER:
        case DATE_CLASS_BETWEEN:
        case DATE_CLASS_EITHER:
          *opener = class;
          break;
        case DATE_CLASS_FROM:
          if (*opener == DATE_CLASS_NONE)
            *opener = class;
          break;
        case DATE_CLASS_APPROXIMATE:
          *qualifier |= 2;
          break;
        case DATE_CLASS_ESTIMATED:
          *qualifier |= 1;
          break;
        case DATE_CLASS_FILLER:
          if (at == index)
            return at;
          break;
        default:
          return at;
        }
      at++;
      if ((date_is_mark (parser, at, '-') && date_is_glued (parser, at))
          || (date_is_mark (parser, at, '.') && class == DATE_CLASS_APPROXIMATE
              && date_is_glued (parser, at)))
        at++;
    }
  return at;
}

/* Makes the kind of a single point from the word before it. */
static void
set_open_end (DateExpression *expression, DateClass opener)
{
  switch ((guint)opener)
    {
    case DATE_CLASS_SINCE:
      expression->kind = EXPRESSION_SINCE;
      break;
    case DATE_CLASS_AFTER:
      expression->kind = EXPRESSION_SINCE;
      if (expression->mod == RISALAH_EDTF_MOD_NONE)
        expression->mod = RISALAH_EDTF_MOD_AFTER;
      break;
    case DATE_CLASS_UNTIL:
    case DATE_CLASS_DEADLINE:
      expression->kind = EXPRESSION_UNTIL;
      break;
    case DATE_CLASS_BEFORE:
      expression->kind = EXPRESSION_UNTIL;
      if (expression->mod == RISALAH_EDTF_MOD_NONE)
        expression->mod = RISALAH_EDTF_MOD_BEFORE;
      break;
    default:
      break;
    }
}

/* Tells whether a point of time can begin with the lexeme, at a glance. */
static gboolean
may_be_point (const DateParser *parser, guint index)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  if (lexeme->type == LEXEME_NUMBER || lexeme->type == LEXEME_DOTTED || lexeme->mark == '\''
      || lexeme->mark == '(')
    return TRUE;
  switch ((guint)lexeme->class)
    {
    case DATE_CLASS_NONE:
    case DATE_CLASS_ERA_AFTER:
    case DATE_CLASS_HIJRI_ERA:
      /* A misspelt month, "Q3", "XIX". */
      return (lexeme->flags & LEXEME_CAPITALISED) != 0
             && date_lexeme (parser, index + 1)->type == LEXEME_NUMBER;
    case DATE_CLASS_FILLER:
      return date_text_is (parser, index, "the");
    case DATE_CLASS_MONTH:
    case DATE_CLASS_MONTH_SHORT:
    case DATE_CLASS_MONTH_AMBIGUOUS:
    case DATE_CLASS_WEEKDAY:
    case DATE_CLASS_WEEKDAY_SHORT:
    case DATE_CLASS_SUNDAY_OR_WEEK:
    case DATE_CLASS_UNIT:
    case DATE_CLASS_ONE_UNIT:
    case DATE_CLASS_NUMBER:
    case DATE_CLASS_ORDINAL:
    case DATE_CLASS_HALF:
    case DATE_CLASS_LAST:
    case DATE_CLASS_NEXT:
    case DATE_CLASS_THIS_PREFIX:
    case DATE_CLASS_DAY_OFFSET:
    case DATE_CLASS_MOD:
    case DATE_CLASS_MOD_THIS:
    case DATE_CLASS_DATE_WORD:
    case DATE_CLASS_ERA_WORD:
    case DATE_CLASS_QUARTER:
    case DATE_CLASS_SEASON:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_opener (DateClass class)
{
  return class == DATE_CLASS_SINCE || class == DATE_CLASS_UNTIL || class == DATE_CLASS_DEADLINE
         || class == DATE_CLASS_BEFORE || class == DATE_CLASS_AFTER || class == DATE_CLASS_BETWEEN
         || class == DATE_CLASS_EITHER || class == DATE_CLASS_FROM
         || class == DATE_CLASS_APPROXIMATE || class == DATE_CLASS_ESTIMATED;
}

/* Reads the date expression at @index; 0 where there is none. */
guint
date_parse_expression (const DateParser *parser, guint index, DateExpression *expression)
{
  DateClass opener = DATE_CLASS_NONE;
  guint qualifier = 0;
  guint at;
  guint after;

  at = index;
  if (is_opener (date_lexeme (parser, index)->class))
    at = parse_openers (parser, index, &opener, &qualifier);
  else if (date_is_class (parser, index, DATE_CLASS_FILLER))
    return 0;
  if (!may_be_point (parser, at))
    return 0;
  memset (expression, 0, sizeof *expression);
  after = date_parse_points (parser, at, at != index, expression);
  if (after == 0)
    after = date_parse_centuries (parser, at, expression);
  if (after == 0)
    return 0;

  if (expression->kind == EXPRESSION_POINT)
    {
      guint single = after;

      after = date_extend_to_range (parser, single, opener, expression);
      if (after == single)
        after = date_extend_to_years (parser, single, expression);
      if (after == single)
        after = date_extend_to_months (parser, single, expression);
      if (expression->kind == EXPRESSION_POINT && opener == DATE_CLASS_FROM
          && date_is_class (parser, after, DATE_CLASS_ONWARDS))
        {
          opener = DATE_CLASS_SINCE;
          after++;
        }
    }
  if (expression->kind == EXPRESSION_POINT && expression->points[0].kind != POINT_SPAN)
    set_open_end (expression, opener);
  /* What is expected next year is no less certain as a date. */
  expression->qualifier = expression->points[0].kind == POINT_CALENDAR ? qualifier : qualifier & 2;
  /* "5 Oktober setiap tahun" recurs. */
  expression->role =
      date_is_class (parser, after, DATE_CLASS_EVERY) && expression->points[0].year == DATE_NO_YEAR
          ? RISALAH_DATE_VAGUE
          : RISALAH_DATE_EVENT;
  expression->first =
      opener == DATE_CLASS_FROM && expression->kind == EXPRESSION_POINT ? at : index;
  expression->after = after;
  return after;
}
