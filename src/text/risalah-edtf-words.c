/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date in the words of a document's language. The words and their order are patterns of
 * data/document/, in which {0}, {1} and {2} stand for the parts. */

#include "risalah-edtf-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  RisalahEdtfLookup lookup;
  gpointer user_data;
} Words;

/* The pattern of @key, or @key itself where the table lacks it, so that the gap is seen. */
static const char *
look_up (const Words *words, const char *key)
{
  const char *text = words->lookup (key, words->user_data);

  return text != NULL ? text : key;
}

/* Fills up to three parts into the pattern of @key. */
static char *
fill (const Words *words, const char *key, const char *first, const char *second, const char *third)
{
  const char *parts[] = { first, second, third };
  GString *out = g_string_new (NULL);

  for (const char *at = look_up (words, key); *at != '\0'; at++)
    {
      guint part = at[0] == '{' && at[1] >= '0' && at[1] <= '2' && at[2] == '}' ? at[1] - '0' : 3;

      if (part == 3 || parts[part] == NULL)
        {
          g_string_append_c (out, *at);
          continue;
        }
      g_string_append (out, parts[part]);
      at += 2;
    }
  return g_string_free (out, FALSE);
}

/* Puts @text, which is consumed, into the pattern of @key. */
static char *
wrap (const Words *words, const char *key, char *text)
{
  char *wrapped = fill (words, key, text, NULL, NULL);

  g_free (text);
  return wrapped;
}

static char *
number_words (const Words *words, const char *group, int number)
{
  g_autofree char *key = g_strdup_printf ("edtf.%s.%d", group, number);
  const char *text = words->lookup (key, words->user_data);

  return text != NULL ? g_strdup (text) : g_strdup_printf ("%d", number);
}

/* A year, with BC counted as historians do: the year 0 is 1 BC. */
static char *
year_words (const Words *words, const EdtfDate *date)
{
  gint64 year = date->is_long ? date->long_year : strtol (date->year, NULL, 10);

  if (!date->is_long && date->negative)
    year = -year;
  if (year <= 0)
    return wrap (words, "edtf.before-christ", g_strdup_printf ("%" G_GINT64_FORMAT, 1 - year));
  return g_strdup_printf ("%" G_GINT64_FORMAT, year);
}

/* A decade or a century, or NULL where the X stand elsewhere. */
static char *
span_of_years_words (const Words *words, const EdtfDate *date)
{
  int number = strtol (date->year, NULL, 10);
  char *text;

  if (date->year[2] != 'X' && date->year[3] == 'X')
    text = wrap (words, "edtf.decade", g_strdup_printf ("%d0", number));
  else if (date->year[1] != 'X' && date->year[2] == 'X' && date->year[3] == 'X')
    text = wrap (words, "edtf.century", number_words (words, "ordinal", number + 1));
  else
    return NULL;
  return date->negative ? wrap (words, "edtf.before-christ", text) : text;
}

/* The date without its year, as far as it goes; "" where it has only a year. */
static char *
day_and_month_words (const Words *words, const EdtfDate *date)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  if (date->month[0] == '\0' || strcmp (date->month, "XX") == 0)
    return g_strdup ("");
  month = number_words (words, "month", strtol (date->month, NULL, 10));
  if (date->day[0] == '\0' || strcmp (date->day, "XX") == 0)
    return g_steal_pointer (&month);
  day = g_strdup_printf ("%ld", strtol (date->day, NULL, 10));
  return fill (words, "edtf.day-month", day, month, NULL);
}

/* Tells whether the words below have no form for where its X stand. */
static gboolean
is_beyond_words (const EdtfDate *date)
{
  gboolean year_partial = strchr (date->year, 'X') != NULL && strcmp (date->year, "XXXX") != 0;

  if (date->significant > 0)
    return TRUE;
  if (year_partial && date->month[0] != '\0')
    return TRUE;
  if (strcmp (date->month, "XX") != 0 && strchr (date->month, 'X') != NULL)
    return TRUE;
  return (strcmp (date->day, "XX") != 0 && strchr (date->day, 'X') != NULL)
         || (strcmp (date->month, "XX") == 0 && date->day[0] != '\0'
             && strcmp (date->day, "XX") != 0);
}

static char *
plain_words (const Words *words, const EdtfDate *date)
{
  int subyear = risalah_edtf_date_get_subyear (date);
  g_autofree char *year = NULL;
  g_autofree char *front = NULL;

  if (strchr (date->year, 'X') != NULL && date->month[0] == '\0')
    return span_of_years_words (words, date);
  if (is_beyond_words (date))
    return NULL;

  year = strcmp (date->year, "XXXX") == 0 ? NULL : year_words (words, date);
  if (subyear != 0)
    {
      g_autofree char *key = g_strdup_printf ("edtf.part.%d", subyear);

      return fill (words, key, year != NULL ? year : "?", NULL, NULL);
    }
  front = day_and_month_words (words, date);
  if (year == NULL)
    return front[0] != '\0' ? g_steal_pointer (&front) : NULL;
  if (front[0] == '\0')
    return g_steal_pointer (&year);
  return fill (words, "edtf.with-year", front, year, NULL);
}

static char *
qualify (const Words *words, guint qualifier, char *text)
{
  static const char *const keys[] = { NULL, "edtf.uncertain", "edtf.approximate",
                                      "edtf.estimated" };

  return qualifier == EDTF_EXACT ? text : wrap (words, keys[qualifier], text);
}

static char *
date_words (const Words *words, const EdtfDate *date)
{
  char *text = plain_words (words, date);

  if (text == NULL)
    {
      GString *written = g_string_new (NULL);

      risalah_edtf_date_append (date, written);
      return g_string_free (written, FALSE);
    }
  if (date->time[0] != '\0')
    {
      g_autofree char *day = text;
      g_autofree char *clock = g_strndup (date->time, 5);

      text = fill (words, "edtf.with-time", day, clock, NULL);
    }
  return qualify (words, risalah_edtf_date_get_qualifier (date), text);
}

/* Two dates of one year, or one month, that say the common part once: "2–4 Juni 2026". */
static char *
short_range_words (const Words *words, const EdtfDate *start, const EdtfDate *end)
{
  gboolean same_month = strcmp (start->month, end->month) == 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint qualifier = risalah_edtf_date_get_qualifier (start);
  EdtfDate bare;

  if (start->is_long || end->is_long || start->negative || end->negative
      || strchr (start->year, 'X') != NULL || is_beyond_words (start) || is_beyond_words (end)
      || strcmp (start->year, end->year) != 0 || start->month[0] == '\0' || end->month[0] == '\0'
      || risalah_edtf_date_get_subyear (start) != 0 || risalah_edtf_date_get_subyear (end) != 0
      || (start->day[0] == '\0') != (end->day[0] == '\0')
      || qualifier != risalah_edtf_date_get_qualifier (end))
    return NULL;

  bare = *end;
  memset (bare.before, 0, sizeof bare.before);
  memset (bare.after, 0, sizeof bare.after);
  second = date_words (words, &bare);
  first = same_month && start->day[0] != '\0'
              ? g_strdup_printf ("%ld", strtol (start->day, NULL, 10))
              : day_and_month_words (words, start);
  return qualify (words, qualifier,
                  fill (words,
                        start->day[0] != '\0' && !same_month ? "edtf.range-wide" : "edtf.range",
                        first, second, NULL));
}

static char *
range_words (const Words *words, const EdtfItem *item, RisalahEdtfMod mod)
{
  g_autofree char *mod_key = NULL;
  char *only;
  const EdtfEnd *end = item->start.type == EDTF_END_DATE ? &item->start : &item->end;

  if (item->start.type == EDTF_END_DATE && item->end.type == EDTF_END_DATE)
    {
      char *joined = short_range_words (words, &item->start.date, &item->end.date);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      if (joined != NULL)
        return joined;
      first = date_words (words, &item->start.date);
      second = date_words (words, &item->end.date);
      return fill (words,
                   strchr (first, ' ') != NULL || strchr (second, ' ') != NULL ? "edtf.range-wide"
                                                                               : "edtf.range",
                   first, second, NULL);
    }

  only = date_words (words, &end->date);
  if (mod != RISALAH_EDTF_MOD_NONE)
    {
      mod_key = g_strconcat ("edtf.mod.", risalah_edtf_mod_to_string (mod), NULL);
      only = wrap (words, mod_key, only);
    }
  if (mod == RISALAH_EDTF_MOD_AFTER || mod == RISALAH_EDTF_MOD_BEFORE)
    return only;
  if (item->start.type == EDTF_END_UNKNOWN || item->end.type == EDTF_END_UNKNOWN)
    return wrap (words, end == &item->start ? "edtf.unknown-end" : "edtf.unknown-start", only);
  return wrap (words, end == &item->start ? "edtf.since" : "edtf.until", only);
}

static char *
set_words (const Words *words, const RisalahEdtf *self)
{
  const char *last_key = self->kind == RISALAH_EDTF_ONE_OF ? "edtf.or" : "edtf.and";
  char *text = NULL;

  for (guint i = 0; i < self->n_items; i++)
    {
      const EdtfItem *item = &self->items[i];
      char *member = item->is_range ? range_words (words, item, RISALAH_EDTF_MOD_NONE)
                                    : date_words (words, &item->start.date);

      if (text != NULL)
        {
          g_autofree char *before = text;
          g_autofree char *after = member;

          member =
              fill (words, i + 1 == self->n_items ? last_key : "edtf.list", before, after, NULL);
        }
      text = member;
    }
  return text;
}

/**
 * risalah_edtf_to_words:
 * @self: a date
 * @mod: what the text says beside it
 * @lookup: gives the patterns of data/document/, the keys "edtf.…"
 * @user_data: for @lookup
 *
 * Writes the date as a document of that language does: "2–4 Juni 2026", "akhir 1970-an". What
 * has no such form is given as EDTF.
 *
 * Returns: (transfer full): the words
 */
char *
risalah_edtf_to_words (const RisalahEdtf *self,
                       RisalahEdtfMod mod,
                       RisalahEdtfLookup lookup,
                       gpointer user_data)
{
  const Words words = { lookup, user_data };
  g_autofree char *mod_key = NULL;
  char *text = NULL;
  gboolean open;

  g_return_val_if_fail (self != NULL && lookup != NULL, NULL);

  open =
      self->kind == RISALAH_EDTF_INTERVAL
      && (self->items[0].start.type != EDTF_END_DATE || self->items[0].end.type != EDTF_END_DATE);
  switch (self->kind)
    {
    case RISALAH_EDTF_DATE:
      text = date_words (&words, &self->items[0].start.date);
      break;
    case RISALAH_EDTF_INTERVAL:
      text = range_words (&words, &self->items[0], mod);
      break;
    case RISALAH_EDTF_ONE_OF:
    case RISALAH_EDTF_ALL_OF:
      text = set_words (&words, self);
      break;
    }
  if (mod == RISALAH_EDTF_MOD_NONE || open)
    return text;
  mod_key = g_strconcat ("edtf.mod.", risalah_edtf_mod_to_string (mod), NULL);
  return wrap (&words, mod_key, text);
}
