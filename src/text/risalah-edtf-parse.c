/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads EDTF (Library of Congress, 4 February 2019; ISO 8601-2:2019, annex A): levels 0, 1 and 2.
 * ISO's "197" (decade) and "15" (century) are read too, and written 197X and 15XX. */

#include "risalah-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-text-error.h"

typedef struct
{
  const char *text;
  gsize position;
  const char *reason; /* translated; NULL as long as all is well */
  gsize reason_position;
} Reader;

static gboolean
fail (Reader *reader, gsize position, const char *reason)
{
  if (reader->reason == NULL)
    {
      reader->reason = reason;
      reader->reason_position = position;
    }
  return FALSE;
}

static char
peek (const Reader *reader)
{
  return reader->text[reader->position];
}

static gboolean
take_char (Reader *reader, char wanted)
{
  if (peek (reader) != wanted)
    return FALSE;
  reader->position++;
  return TRUE;
}

static gboolean
take_open (Reader *reader)
{
  if (strncmp (reader->text + reader->position, "..", 2) != 0)
    return FALSE;
  reader->position += 2;
  return TRUE;
}

static guint8
take_qualifier (Reader *reader)
{
  switch (peek (reader))
    {
    case '?':
      reader->position++;
      return EDTF_UNCERTAIN;
    case '~':
      reader->position++;
      return EDTF_APPROXIMATE;
    case '%':
      reader->position++;
      return EDTF_UNCERTAIN_APPROXIMATE;
    default:
      return EDTF_EXACT;
    }
}

/* How many digits (and X) stand here, up to @limit. */
static guint
count_digits (const Reader *reader, const char *allowed, guint limit)
{
  guint n = 0;

  while (n < limit && reader->text[reader->position + n] != '\0'
         && strchr (allowed, reader->text[reader->position + n]) != NULL)
    n++;
  return n;
}

/* Takes a number of at least one and at most @limit digits. */
static gboolean
take_number (Reader *reader, guint limit, gint64 *number)
{
  guint n = count_digits (reader, "0123456789", limit + 1);

  *number = 0;
  if (n == 0 || n > limit)
    return FALSE;
  for (guint i = 0; i < n; i++)
    *number = *number * 10 + (reader->text[reader->position + i] - '0');
  reader->position += n;
  return TRUE;
}

static gboolean
take_significant (Reader *reader, EdtfDate *date)
{
  gsize start = reader->position;
  gint64 number;

  if (!take_char (reader, 'S'))
    return TRUE;
  if (!take_number (reader, 2, &number) || number == 0)
    return fail (reader, start, _ ("a number of significant digits is expected here"));
  date->significant = number;
  return TRUE;
}

/* "Y" and a number: a year of more than four digits, or one with an exponent. */
static gboolean
take_long_year (Reader *reader, EdtfDate *date)
{
  gsize start = reader->position++;
  gboolean negative = take_char (reader, '-');
  gsize digits_start = reader->position;
  gint64 exponent = 0;

  if (!take_number (reader, RISALAH_EDTF_MAX_YEAR_DIGITS, &date->mantissa))
    return fail (reader, start, _ ("a year of 5 to 12 digits is expected after “Y”"));
  if (take_char (reader, 'E')
      && (!take_number (reader, 2, &exponent) || exponent == 0
          || reader->position - digits_start > RISALAH_EDTF_MAX_YEAR_DIGITS))
    return fail (reader, start, _ ("the year’s exponent is not possible"));

  if (exponent == 0 && reader->text[digits_start] == '0')
    return fail (reader, start, _ ("a year of 5 to 12 digits is expected after “Y”"));
  if (exponent == 0 && date->mantissa < 10000)
    return fail (reader, start, _ ("a year of 5 to 12 digits is expected after “Y”"));

  date->is_long = TRUE;
  date->exponent = exponent;
  date->long_year = date->mantissa;
  for (gint64 i = 0; i < exponent; i++)
    {
      if (date->long_year > G_GINT64_CONSTANT (99999999999))
        return fail (reader, start, _ ("the year’s exponent is not possible"));
      date->long_year *= 10;
    }
  if (negative)
    {
      date->mantissa = -date->mantissa;
      date->long_year = -date->long_year;
    }
  return take_significant (reader, date);
}

static gboolean
take_year (Reader *reader, EdtfDate *date)
{
  gsize start = reader->position;
  guint n;

  if (peek (reader) == 'Y')
    return take_long_year (reader, date);

  date->negative = take_char (reader, '-');
  n = count_digits (reader, "0123456789X", 5);
  if (n < 2 || n > 4)
    return fail (reader, start, _ ("a year of four digits is expected here"));
  memcpy (date->year, "XXXX", 5);
  memcpy (date->year, reader->text + reader->position, n);
  reader->position += n;
  if (n < 4 && (strchr (date->year, 'X') - date->year < (gssize)n || peek (reader) == '-'))
    return fail (reader, start, _ ("a year of four digits is expected here"));
  if (date->negative && strcmp (date->year, "0000") == 0)
    return fail (reader, start, _ ("there is no year −0000"));
  if (peek (reader) == 'S' && strchr (date->year, 'X') != NULL)
    return fail (reader, reader->position, _ ("significant digits need a whole year"));
  return take_significant (reader, date);
}

/* Takes the two characters of a month or a day. */
static gboolean
take_pair (Reader *reader, char *pair)
{
  if (count_digits (reader, "0123456789X", 3) != 2)
    return FALSE;
  memcpy (pair, reader->text + reader->position, 2);
  pair[2] = '\0';
  reader->position += 2;
  return TRUE;
}

/* Takes a number of two digits, at most @highest. */
static gboolean
take_two (Reader *reader, int highest)
{
  const char *at = reader->text + reader->position;

  if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1])
      || (at[0] - '0') * 10 + (at[1] - '0') > highest)
    return FALSE;
  reader->position += 2;
  return TRUE;
}

/* A clock time after "T", with or without the distance to UTC. */
static gboolean
take_time (Reader *reader, EdtfDate *date)
{
  gsize start = reader->position;
  gboolean good;

  good = take_two (reader, 23) && take_char (reader, ':') && take_two (reader, 59)
         && take_char (reader, ':') && take_two (reader, 59);
  if (good && !take_char (reader, 'Z') && (peek (reader) == '+' || peek (reader) == '-'))
    {
      reader->position++;
      good = take_two (reader, 14) && (!take_char (reader, ':') || take_two (reader, 59));
    }
  if (!good)
    return fail (reader, start, _ ("there is no such time of day"));
  memcpy (date->time, reader->text + start, reader->position - start);
  return TRUE;
}

/* The month and the day after the year, each with its qualifiers. */
static gboolean
take_month_and_day (Reader *reader, EdtfDate *date)
{
  char *parts[EDTF_N_PARTS] = { NULL, date->month, date->day };

  for (guint part = EDTF_MONTH; part < EDTF_N_PARTS && peek (reader) == '-'; part++)
    {
      gsize start = ++reader->position;

      date->before[part] = take_qualifier (reader);
      if (date->is_long || !take_pair (reader, parts[part]))
        return fail (reader, start,
                     part == EDTF_MONTH ? _ ("a month of two digits is expected here")
                                        : _ ("a day of two digits is expected here"));
      if (!risalah_edtf_date_is_possible (date))
        return fail (reader, start,
                     part == EDTF_MONTH ? _ ("there is no such month")
                                        : _ ("there is no such day"));
      date->after[part] = take_qualifier (reader);
      if (risalah_edtf_date_get_subyear (date) != 0)
        break;
    }
  return TRUE;
}

static gboolean
take_date (Reader *reader, gboolean may_have_time, EdtfDate *date)
{
  memset (date, 0, sizeof *date);
  date->before[EDTF_YEAR] = take_qualifier (reader);
  if (!take_year (reader, date))
    return FALSE;
  date->after[EDTF_YEAR] = take_qualifier (reader);
  if (!take_month_and_day (reader, date))
    return FALSE;

  if (peek (reader) == 'T' && may_have_time)
    {
      if (date->day[0] == '\0' || strchr (date->year, 'X') != NULL
          || strchr (date->month, 'X') != NULL || strchr (date->day, 'X') != NULL
          || risalah_edtf_date_get_qualifier (date) != EDTF_EXACT)
        return fail (reader, reader->position, _ ("a time needs a whole, exact date"));
      reader->position++;
      return take_time (reader, date);
    }
  return TRUE;
}

static gboolean
check_order (Reader *reader, gsize position, const EdtfItem *item)
{
  EdtfBounds bounds;

  risalah_edtf_item_get_bounds (item, &bounds);
  if (bounds.has_earliest && bounds.has_latest && bounds.earliest > bounds.latest)
    return fail (reader, position, _ ("the end lies before the beginning"));
  return TRUE;
}

/* An interval, or one date. */
static gboolean
take_interval (Reader *reader, EdtfItem *item)
{
  gsize second;

  if (take_open (reader))
    item->start.type = EDTF_END_OPEN;
  else if (peek (reader) == '/')
    item->start.type = EDTF_END_UNKNOWN;
  else if (!take_date (reader, strchr (reader->text, '/') == NULL, &item->start.date))
    return FALSE;

  if (!take_char (reader, '/'))
    return item->start.type == EDTF_END_DATE
           || fail (reader, reader->position, _ ("“/” and a date are expected here"));

  item->is_range = TRUE;
  second = reader->position;
  if (take_open (reader))
    item->end.type = EDTF_END_OPEN;
  else if (peek (reader) == '\0')
    item->end.type = EDTF_END_UNKNOWN;
  else if (!take_date (reader, FALSE, &item->end.date))
    return FALSE;
  if (item->start.type != EDTF_END_DATE && item->end.type != EDTF_END_DATE)
    return fail (reader, second, _ ("an interval needs a date at one end"));
  return check_order (reader, second, item);
}

/* One member of a set: a date, "date..date", "..date" or "date..". */
static gboolean
take_member (Reader *reader, EdtfItem *item)
{
  gsize start = reader->position;

  if (take_open (reader))
    {
      item->is_range = TRUE;
      item->start.type = EDTF_END_OPEN;
      return take_date (reader, FALSE, &item->end.date);
    }
  if (!take_date (reader, FALSE, &item->start.date))
    return FALSE;
  if (!take_open (reader))
    return TRUE;
  item->is_range = TRUE;
  if (strchr (",]}", peek (reader)) != NULL)
    {
      item->end.type = EDTF_END_OPEN;
      return TRUE;
    }
  return take_date (reader, FALSE, &item->end.date) && check_order (reader, start, item);
}

static gboolean
take_set (Reader *reader, char close, GArray *items)
{
  reader->position++;
  do
    {
      EdtfItem item = { 0 };

      while (items->len > 0 && take_char (reader, ' '))
        ;
      if (!take_member (reader, &item))
        return FALSE;
      g_array_append_val (items, item);
    }
  while (take_char (reader, ','));
  return take_char (reader, close)
         || fail (reader, reader->position, _ ("the set is not closed here"));
}

/* Joins the bounds of all items: the set's earliest and latest day. */
static void
set_bounds (RisalahEdtf *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      EdtfBounds bounds;

      risalah_edtf_item_get_bounds (&self->items[i], &bounds);
      if (i == 0)
        {
          self->bounds = bounds;
          continue;
        }
      self->bounds.has_earliest &= bounds.has_earliest;
      self->bounds.has_latest &= bounds.has_latest;
      self->bounds.earliest = MIN (self->bounds.earliest, bounds.earliest);
      self->bounds.latest = MAX (self->bounds.latest, bounds.latest);
    }
}

static RisalahEdtf *
read_all (Reader *reader)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (EdtfItem));
  RisalahEdtfKind kind;
  gboolean good;
  RisalahEdtf *self;

  if (peek (reader) == '[' || peek (reader) == '{')
    {
      kind = peek (reader) == '[' ? RISALAH_EDTF_ONE_OF : RISALAH_EDTF_ALL_OF;
      good = take_set (reader, kind == RISALAH_EDTF_ONE_OF ? ']' : '}', items);
    }
  else
    {
      g_array_set_size (items, 1);
      good = take_interval (reader, &g_array_index (items, EdtfItem, 0));
      kind =
          g_array_index (items, EdtfItem, 0).is_range ? RISALAH_EDTF_INTERVAL : RISALAH_EDTF_DATE;
    }
  if (good && peek (reader) != '\0')
    good = fail (reader, reader->position, _ ("nothing more is expected here"));
  if (!good)
    return NULL;

  self = g_new0 (RisalahEdtf, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->n_items = items->len;
  self->items = (EdtfItem *)(gpointer)g_array_free (g_steal_pointer (&items), FALSE);
  set_bounds (self);
  return self;
}

/**
 * risalah_edtf_parse_at:
 * @text: an EDTF string
 * @error_offset: (out) (optional): the byte at which @text is not EDTF
 *
 * Reads a date. Real calendar days only; of an interval the end may not lie before the beginning.
 *
 * Returns: (transfer full): the value, or %NULL with %RISALAH_TEXT_ERROR_EDTF
 */
RisalahEdtf *
risalah_edtf_parse_at (const char *text, gsize *error_offset, GError **error)
{
  Reader reader = { text, 0 };
  RisalahEdtf *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = read_all (&reader);
  if (self == NULL)
    {
      if (error_offset != NULL)
        *error_offset = reader.reason_position;
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EDTF,
                   _ ("“%s” is not a date in EDTF: at character %u %s."), text,
                   (guint)reader.reason_position + 1, reader.reason);
    }
  return self;
}

/**
 * risalah_edtf_parse:
 * @text: an EDTF string
 *
 * As risalah_edtf_parse_at(); the message tells the place too.
 *
 * Returns: (transfer full): the value, or %NULL with %RISALAH_TEXT_ERROR_EDTF
 */
RisalahEdtf *
risalah_edtf_parse (const char *text, GError **error)
{
  return risalah_edtf_parse_at (text, NULL, error);
}
