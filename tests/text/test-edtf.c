/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EDTF: what is read and refused, bounds, order, words, and round trips over made values. */

#include <glib.h>
#include <string.h>

#include "risalah-edtf.h"
#include "risalah-table.h"
#include "risalah-text-error.h"

static RisalahEdtf *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  RisalahEdtf *edtf = risalah_edtf_parse (text, &error);

  g_assert_no_error (error);
  return edtf;
}

/* A day as "YYYY-MM-DD", "-" where there is none. */
static char *
day_text (gboolean has, gint64 day)
{
  gint64 year;
  int month;
  int of_month;

  if (!has)
    return g_strdup ("-");
  risalah_day_to_date (day, &year, &month, &of_month);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", year < 0 ? "-" : "", ABS (year),
                          month, of_month);
}

static void
test_levels_and_bounds (void)
{
  const struct
  {
    const char *text;
    int level;
    const char *earliest;
    const char *latest;
  } cases[] = {
    { "1985-04-12", 0, "1985-04-12", "1985-04-12" },
    { "1985-04", 0, "1985-04-01", "1985-04-30" },
    { "1985", 0, "1985-01-01", "1985-12-31" },
    { "0000", 0, "0000-01-01", "0000-12-31" },
    { "1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12" },
    { "1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12" },
    { "1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12" },
    { "1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12" },
    { "1964/2008", 0, "1964-01-01", "2008-12-31" },
    { "2004-06/2006-08", 0, "2004-06-01", "2006-08-31" },
    { "2004-02-01/2005-02", 0, "2004-02-01", "2005-02-28" },
    { "Y170000002", 1, "170000002-01-01", "170000002-12-31" },
    { "Y-170000002", 1, "-170000002-01-01", "-170000002-12-31" },
    { "2001-21", 1, "2001-03-01", "2001-05-31" },
    { "2001-24", 1, "2001-12-01", "2002-02-28" },
    { "1984?", 1, "1984-01-01", "1984-12-31" },
    { "2004-06~", 1, "2004-06-01", "2004-06-30" },
    { "2004-06-11%", 1, "2004-06-11", "2004-06-11" },
    { "201X", 1, "2010-01-01", "2019-12-31" },
    { "20XX", 1, "2000-01-01", "2099-12-31" },
    { "2004-XX", 1, "2004-01-01", "2004-12-31" },
    { "1985-04-XX", 1, "1985-04-01", "1985-04-30" },
    { "1985-XX-XX", 1, "1985-01-01", "1985-12-31" },
    { "1985-04-12/..", 1, "1985-04-12", "-" },
    { "../1985-04", 1, "-", "1985-04-30" },
    { "1985/", 1, "1985-01-01", "-" },
    { "/1985-04-12", 1, "-", "1985-04-12" },
    { "1984~/2004-06?", 1, "1984-01-01", "2004-06-30" },
    { "-1985", 1, "-1985-01-01", "-1985-12-31" },
    { "-01XX", 1, "-0199-01-01", "-0100-12-31" },
    { "Y-17E7", 2, "-170000000-01-01", "-170000000-12-31" },
    { "1950S2", 2, "1900-01-01", "1999-12-31" },
    { "Y171010000S3", 2, "171000000-01-01", "171999999-12-31" },
    { "2001-30", 2, "2001-12-01", "2002-02-28" },
    { "2001-34", 2, "2001-04-01", "2001-06-30" },
    { "2001-38", 2, "2001-05-01", "2001-08-31" },
    { "2001-41", 2, "2001-07-01", "2001-12-31" },
    { "[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31" },
    { "[..1760-12-03]", 2, "-", "1760-12-03" },
    { "{1760-12..}", 2, "1760-12-01", "-" },
    { "{2025-05-27,2025-05-28}", 2, "2025-05-27", "2025-05-28" },
    { "2004-06~-11", 2, "2004-06-11", "2004-06-11" },
    { "2004-?06-11", 2, "2004-06-11", "2004-06-11" },
    { "?2004-06-~11", 2, "2004-06-11", "2004-06-11" },
    { "156X-12-25", 2, "1560-12-25", "1569-12-25" },
    { "15XX-12-XX", 2, "1500-12-01", "1599-12-31" },
    { "1XXX-XX", 2, "1000-01-01", "1999-12-31" },
    { "1984-1X", 2, "1984-10-01", "1984-12-31" },
    { "2025-07-0X", 2, "2025-07-01", "2025-07-09" },
    { "202X-02-29", 2, "2020-02-29", "2028-02-29" },
    { "XXXX-07-28", 2, "-", "-" },
    { "XXXX-12-XX", 2, "-", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahEdtf) edtf = parse (cases[i].text);
      g_autofree char *printed = risalah_edtf_to_string (edtf);
      gint64 earliest;
      gint64 latest;
      gboolean has_earliest = risalah_edtf_get_earliest (edtf, &earliest);
      gboolean has_latest = risalah_edtf_get_latest (edtf, &latest);
      g_autofree char *first = day_text (has_earliest, earliest);
      g_autofree char *last = day_text (has_latest, latest);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (printed, ==, cases[i].text);
      g_assert_cmpint (risalah_edtf_get_level (edtf), ==, cases[i].level);
      g_assert_cmpstr (first, ==, cases[i].earliest);
      g_assert_cmpstr (last, ==, cases[i].latest);
    }
}

static void
test_other_spellings (void)
{
  g_autoptr (RisalahEdtf) decade = parse ("197");
  g_autoptr (RisalahEdtf) century = parse ("-15");
  g_autofree char *decade_text = risalah_edtf_to_string (decade);
  g_autofree char *century_text = risalah_edtf_to_string (century);

  g_assert_cmpstr (decade_text, ==, "197X");
  g_assert_cmpstr (century_text, ==, "-15XX");
}

static void
test_refused (void)
{
  const struct
  {
    const char *text;
    gsize offset;
  } cases[] = {
    { "", 0 },             { "2025-13", 5 },       { "2025-02-30", 8 },   { "2023-02-29", 8 },
    { "2025-06-31", 8 },   { "25-07-28", 0 },      { "2025/2024", 5 },    { "2025-W29", 5 },
    { "..2025", 2 },       { "6XX-01", 0 },        { "2025-07-28x", 10 }, { "2025-7", 5 },
    { "2025-07-28T24:00:00", 11 },                 { "2025-07T10:00:00", 7 },
    { "[2019,2020", 10 },  { "[2019;2020]", 5 },   { "Y2025", 0 },        { "Y1234567890123", 0 },
    { "Y-17E99", 0 },      { "-0000", 0 },         { "../..", 3 },        { "/", 1 },
    { "2025-00", 5 },      { "2025-07-00", 8 },    { "2025-42", 5 },      { "2025-15", 5 },
    { "2025-21-01", 7 },   { "2025??", 5 },        { "1985-04-12T23:20:30/1986", 10 },
    { "2025-02-3X", 8 },   { "u025", 0 },          { "(2025)", 0 },       { "20251", 0 },
    { "[2020..2019]", 1 }, { "2025-07-28 ", 10 },  { "19X5S2", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize offset = 9999;
      RisalahEdtf *edtf = risalah_edtf_parse_at (cases[i].text, &offset, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (edtf);
      g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EDTF);
      g_assert_cmpuint (offset, ==, cases[i].offset);
    }
}

static void
test_order (void)
{
  const char *const sorted[] = {
    "../2045", "-01XX", "15XX", "1945-08-17", "197X", "1979", "1979/..", "2025-07-28",
    "2025-07-28/2025-08-01", "2025-07-29", "XXXX-07-28",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (RisalahEdtf) one = parse (sorted[i]);
        g_autoptr (RisalahEdtf) other = parse (sorted[j]);
        int order = risalah_edtf_compare (one, other);

        g_test_message ("%s %s", sorted[i], sorted[j]);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
        g_assert_true (risalah_edtf_equal (one, other) == (i == j));
      }
}

static void
test_overlap (void)
{
  const struct
  {
    const char *one;
    const char *other;
    gboolean overlap;
  } cases[] = {
    { "2025-07", "2025-07-31", TRUE },    { "2025-07", "2025-08-01", FALSE },
    { "2014/..", "2025", TRUE },          { "2014/..", "2013", FALSE },
    { "../2045", "2045-12-31", TRUE },    { "../2044", "2045/..", FALSE },
    { "XXXX-07-28", "2025", FALSE },      { "../2045", "2014/..", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahEdtf) one = parse (cases[i].one);
      g_autoptr (RisalahEdtf) other = parse (cases[i].other);

      g_test_message ("%s %s", cases[i].one, cases[i].other);
      g_assert_true (risalah_edtf_overlaps (one, other) == cases[i].overlap);
      g_assert_true (risalah_edtf_overlaps (other, one) == cases[i].overlap);
    }
}

/* Day numbers against GDate, and there and back over eras. */
static void
test_days (void)
{
  g_assert_cmpint (risalah_day_from_date (2000, 1, 1), ==, 2451545);
  g_assert_cmpint (risalah_day_from_date (-4713, 11, 24), ==, 0);
  g_assert_cmpint (risalah_day_get_weekday (risalah_day_from_date (2025, 7, 28)), ==, 1);
  g_assert_cmpint (risalah_day_get_weekday (-1), ==, 7);
  for (gint64 day = -2000000; day < 4000000; day += 97)
    {
      gint64 year;
      int month;
      int of_month;

      risalah_day_to_date (day, &year, &month, &of_month);
      g_assert_cmpint (risalah_day_from_date (year, month, of_month), ==, day);
      g_assert_cmpint (of_month, <=, risalah_day_get_month_length (year, month));
      if (year >= 1 && year < 9999)
        {
          g_autoptr (GDate) date = g_date_new_dmy (of_month, month, year);

          g_assert_cmpint (g_date_get_julian (date), ==, day - 1721425);
        }
    }
}

/* A made date: any year, month, day, with X and qualifiers strewn over it. */
static void
append_made_date (GRand *rand, GString *out)
{
  static const char *const qualifiers[] = { "", "", "", "", "?", "~", "%" };
  char digits[16];
  int parts = g_rand_int_range (rand, 1, 4);
  int month = g_rand_int_range (rand, 1, parts == 2 && g_rand_boolean (rand) ? 42 : 13);

  if (month > 12 && month < 21)
    month = 33;
  g_string_append (out, qualifiers[g_rand_int_range (rand, 0, G_N_ELEMENTS (qualifiers))]);
  if (parts == 1 && g_rand_int_range (rand, 0, 8) == 0)
    {
      g_string_append_printf (out, "Y%s%d", g_rand_boolean (rand) ? "-" : "",
                              g_rand_int_range (rand, 10000, 2000000000));
      return;
    }
  g_snprintf (digits, sizeof digits, "%04d", g_rand_int_range (rand, 0, 10000));
  for (guint i = 0; i < 4; i++)
    if (g_rand_int_range (rand, 0, 8) == 0)
      digits[i] = 'X';
  g_string_append_printf (out, "%s%s", g_rand_int_range (rand, 0, 6) == 0 ? "-" : "", digits);
  g_string_append (out, qualifiers[g_rand_int_range (rand, 0, G_N_ELEMENTS (qualifiers))]);
  if (parts > 1)
    g_string_append_printf (out, "-%02d", month);
  if (parts > 2)
    {
      g_snprintf (digits, sizeof digits, "%02d", g_rand_int_range (rand, 1, 32));
      if (g_rand_int_range (rand, 0, 6) == 0)
        digits[g_rand_int_range (rand, 0, 2)] = 'X';
      g_string_append_printf (out, "-%s%s", qualifiers[g_rand_int_range (rand, 0, 7)], digits);
    }
}

static void
append_made_value (GRand *rand, GString *out)
{
  int shape = g_rand_int_range (rand, 0, 6);
  int members = g_rand_int_range (rand, 1, 4);

  if (shape == 4 || shape == 5)
    {
      g_string_append_c (out, shape == 4 ? '[' : '{');
      for (int i = 0; i < members; i++)
        {
          g_string_append (out, i > 0 ? "," : "");
          append_made_date (rand, out);
        }
      g_string_append_c (out, shape == 4 ? ']' : '}');
      return;
    }
  if (shape == 1)
    g_string_append (out, "../");
  append_made_date (rand, out);
  if (shape == 2)
    g_string_append (out, "/..");
  if (shape == 3)
    {
      g_string_append_c (out, '/');
      append_made_date (rand, out);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8601);
  guint read = 0;

  for (guint i = 0; i < 60000; i++)
    {
      g_autoptr (GString) made = g_string_new (NULL);
      g_autoptr (RisalahEdtf) edtf = NULL;
      g_autofree char *printed = NULL;
      gint64 earliest;
      gint64 latest;

      append_made_value (rand, made);
      edtf = risalah_edtf_parse (made->str, NULL);
      if (edtf == NULL)
        continue;
      read++;
      printed = risalah_edtf_to_string (edtf);
      g_assert_cmpstr (printed, ==, made->str);
      if (risalah_edtf_get_earliest (edtf, &earliest) && risalah_edtf_get_latest (edtf, &latest))
        g_assert_cmpint (earliest, <=, latest);
      g_assert_cmpint (risalah_edtf_compare (edtf, edtf), ==, 0);
    }
  g_assert_cmpuint (read, >, 30000);
}

static const char *
table_lookup (const char *key, gpointer user_data)
{
  const RisalahTable *table = user_data;

  for (guint i = 0; i < risalah_table_get_n_rows (table); i++)
    if (strcmp (risalah_table_get (table, i, 0), key) == 0)
      return risalah_table_get (table, i, 1);
  return NULL;
}

static RisalahTable *
document_table (const char *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "document", file, NULL);
  RisalahTable *table = risalah_table_new ();
  g_autoptr (GError) error = NULL;

  risalah_table_add_file (table, path, &error);
  g_assert_no_error (error);
  return table;
}

static void
test_words (void)
{
  const struct
  {
    const char *text;
    RisalahEdtfMod mod;
    const char *indonesian;
    const char *english;
  } cases[] = {
    { "2025-07-28", 0, "28 Juli 2025", "28 July 2025" },
    { "2025-07", 0, "Juli 2025", "July 2025" },
    { "2025", RISALAH_EDTF_MOD_EARLY, "awal 2025", "early 2025" },
    { "197X", RISALAH_EDTF_MOD_LATE, "akhir 1970-an", "late 1970s" },
    { "15XX", 0, "abad ke-16", "16th century" },
    { "-01XX", 0, "abad ke-2 SM", "2nd century BC" },
    { "-0043", 0, "44 SM", "44 BC" },
    { "XXXX-07-28", 0, "28 Juli", "28 July" },
    { "2025-40", 0, "semester I 2025", "first half of 2025" },
    { "2024-34", 0, "triwulan II 2024", "second quarter of 2024" },
    { "2026-06-02/2026-06-04", 0, "2–4 Juni 2026", "2–4 June 2026" },
    { "2025-07-28/2025-08-01", 0, "28 Juli – 1 Agustus 2025", "28 July – 1 August 2025" },
    { "2024-12-30/2025-01-02", 0, "30 Desember 2024 – 2 Januari 2025",
      "30 December 2024 – 2 January 2025" },
    { "2025-05/2025-06", 0, "Mei–Juni 2025", "May–June 2025" },
    { "2020/2024", 0, "2020–2024", "2020–2024" },
    { "2014/..", 0, "sejak 2014", "since 2014" },
    { "197X/..", RISALAH_EDTF_MOD_LATE, "sejak akhir 1970-an", "since late 1970s" },
    { "../2045", 0, "hingga 2045", "until 2045" },
    { "1998/..", RISALAH_EDTF_MOD_AFTER, "setelah 1998", "after 1998" },
    { "[2019,2020]", 0, "2019 atau 2020", "2019 or 2020" },
    { "{2025-05-27,2025-05-28}", 0, "27 Mei 2025 dan 28 Mei 2025", "27 May 2025 and 28 May 2025" },
    { "1990~", 0, "sekitar 1990", "about 1990" },
    { "2025-07-08?", 0, "8 Juli 2025 (tidak pasti)", "8 July 2025 (uncertain)" },
    { "2030%", 0, "sekitar 2030 (tidak pasti)", "about 2030 (uncertain)" },
    { "2025-07-28T09:30:00Z", 0, "28 Juli 2025, pukul 09:30", "28 July 2025, 09:30" },
    { "156X-12-25", 0, "156X-12-25", "156X-12-25" },
  };
  g_autoptr (RisalahTable) indonesian = document_table ("id.tsv");
  g_autoptr (RisalahTable) english = document_table ("en.tsv");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahEdtf) edtf = parse (cases[i].text);
      g_autofree char *id = risalah_edtf_to_words (edtf, cases[i].mod, table_lookup, indonesian);
      g_autofree char *en = risalah_edtf_to_words (edtf, cases[i].mod, table_lookup, english);

      g_assert_cmpstr (id, ==, cases[i].indonesian);
      g_assert_cmpstr (en, ==, cases[i].english);
    }
}

static void
test_mod_names (void)
{
  for (RisalahEdtfMod mod = RISALAH_EDTF_MOD_NONE; mod <= RISALAH_EDTF_MOD_AFTER; mod++)
    {
      RisalahEdtfMod read;

      g_assert_true (risalah_edtf_mod_from_string (risalah_edtf_mod_to_string (mod), &read));
      g_assert_cmpint (read, ==, mod);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/levels-and-bounds", test_levels_and_bounds);
  g_test_add_func ("/edtf/other-spellings", test_other_spellings);
  g_test_add_func ("/edtf/refused", test_refused);
  g_test_add_func ("/edtf/order", test_order);
  g_test_add_func ("/edtf/overlap", test_overlap);
  g_test_add_func ("/edtf/days", test_days);
  g_test_add_func ("/edtf/round-trip", test_round_trip);
  g_test_add_func ("/edtf/words", test_words);
  g_test_add_func ("/edtf/mod-names", test_mod_names);
  return g_test_run ();
}
