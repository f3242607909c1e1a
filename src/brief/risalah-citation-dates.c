/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as the citation styles print them, from EDTF: a day, a month or a year; anything else in
 * the words of risalah_edtf_to_words(). */

#include <stdio.h>
#include <string.h>

#include "risalah-citation-private.h"
#include "risalah-edtf.h"

/* A plain date of EDTF level 0 or 1: year, month or 0, day or 0. */
typedef struct
{
  int year, month, day;
  gboolean approximate, uncertain;
} PlainDate;

static gboolean
read_plain (const char *edtf, PlainDate *date)
{
  static GRegex *pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL, *sign = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (
        &pattern, g_regex_new ("^(\\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\\d))?)?(?:T.*)?([?~%]?)$",
                               G_REGEX_OPTIMIZE, 0, NULL));
  if (edtf == NULL || !g_regex_match (pattern, edtf, 0, &match))
    return FALSE;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  day = g_match_info_fetch (match, 3);
  sign = g_match_info_fetch (match, 4);
  date->year = atoi (year);
  date->month = month != NULL ? atoi (month) : 0;
  date->day = day != NULL ? atoi (day) : 0;
  date->approximate = sign != NULL && (*sign == '~' || *sign == '%');
  date->uncertain = sign != NULL && (*sign == '?' || *sign == '%');
  return TRUE;
}

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

/*
 * Any date in the document's own words.
 */
char *
risalah_citation_format_words (RisalahTerms *terms, const char *edtf)
{
  g_autoptr (RisalahEdtf) date = risalah_edtf_parse (edtf, NULL);

  return date != NULL ? risalah_edtf_to_words (date, RISALAH_EDTF_MOD_NONE, lookup_cb, terms)
                      : g_strdup (edtf);
}

/* "July 28, 2025", "28 Juli 2025", "2025, July 28" */
static char *
write_plain (RisalahTerms *terms, const PlainDate *date, gboolean year_first, const char *letter)
{
  g_autofree char *key = g_strdup_printf ("edtf.month.%d", date->month);
  g_autofree char *day = g_strdup_printf ("%d", date->day);
  g_autofree char *year = g_strdup_printf ("%d%s", date->year, letter != NULL ? letter : "");
  g_autofree char *rest = NULL;

  if (date->month == 0)
    return g_steal_pointer (&year);
  rest = date->day == 0 ? g_strdup (risalah_terms_get (terms, key))
                        : risalah_citation_word (terms, "citation.day-month", day,
                                                 risalah_terms_get (terms, key));
  if (year_first)
    return g_strdup_printf ("%s, %s", year, rest);
  return risalah_citation_word (terms,
                                date->day == 0 ? "citation.month-year" : "citation.day-month-year",
                                rest, year);
}

/* "ca. 2025", "2025?"; between brackets what the source does not state. */
static char *
qualify (RisalahTerms *terms, const PlainDate *date, const char *words, gboolean bracketed)
{
  g_autofree char *about = date->approximate
                               ? risalah_citation_word (terms, "citation.circa", words, NULL)
                               : g_strdup (words);

  return g_strdup_printf ("%s%s%s%s", bracketed ? "[" : "", about, date->uncertain ? "?" : "",
                          bracketed ? "]" : "");
}

static gboolean
is_bracketed (const RisalahReference *reference, const PlainDate *date)
{
  return reference->inferred || date->approximate || date->uncertain;
}

/*
 * The date in a note or an entry; of the author–date style with its parentheses. NULL where nothing
 * is known and the style prints the day of access instead.
 */
char *
risalah_citation_format_date (const RisalahCitationStyle *style,
                              RisalahTerms *terms,
                              const RisalahReference *reference,
                              const char *letter)
{
  PlainDate date = { 0 };
  g_autofree char *words = NULL, *qualified = NULL;
  gboolean bracketed = FALSE;

  if (reference->published == NULL)
    {
      if (!style->year_first && reference->accessed != NULL && reference->url != NULL)
        return NULL;
      qualified = risalah_citation_format_year (terms, reference, letter);
    }
  else if (read_plain (reference->published, &date))
    {
      words = write_plain (terms, &date, style->year_first, letter);
      bracketed = is_bracketed (reference, &date);
      qualified = qualify (terms, &date, words, bracketed);
    }
  else
    qualified = risalah_citation_format_words (terms, reference->published);
  if (!style->year_first || bracketed)
    return g_steal_pointer (&qualified);
  return g_strdup_printf ("(%s)", qualified);
}

/*
 * The year in parentheses, or "t.t."
 */
char *
risalah_citation_format_year (RisalahTerms *terms,
                              const RisalahReference *reference,
                              const char *letter)
{
  PlainDate date = { 0 };
  g_autofree char *year = NULL;

  if (reference->published == NULL)
    return g_strdup_printf (letter != NULL ? "%s-%s" : "%s",
                            risalah_terms_get (terms, "citation.no-date"), letter);
  if (!read_plain (reference->published, &date))
    return risalah_citation_format_words (terms, reference->published);
  year = g_strdup_printf ("%d%s", date.year, letter != NULL ? letter : "");
  return qualify (terms, &date, year, is_bracketed (reference, &date));
}

/*
 * A plain date in words, in the order of a sentence.
 */
char *
risalah_citation_format_day (RisalahTerms *terms, const char *edtf, gboolean year_first)
{
  PlainDate date = { 0 };

  if (!read_plain (edtf, &date))
    return risalah_citation_format_words (terms, edtf);
  return write_plain (terms, &date, year_first, NULL);
}
