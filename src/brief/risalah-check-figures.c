/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check rules: sentences with figures and dates, and whether a source stands behind them. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-check-private.h"

/* Words after which a number counts things of the document, or is part of a name. */
static const char *const number_labels[] = {
  "tabel",   "gambar",   "bab",   "bagian",    "lampiran",  "pilihan", "opsi",       "butir",
  "langkah", "tahap",    "fase",  "nomor",     "no",        "pasal",   "ayat",       "halaman",
  "hlm",     "resolusi", "table", "figure",    "chapter",   "section", "annex",      "option",
  "step",    "phase",    "part",  "article",   "number",    "page",    "resolution", "appendix",
  "perpres", "uu",       "pp",    "permenhan", "kepmenhan", "law",     "kelas",      "class",
  "blok",    "block",    "versi", "version",   NULL,
};

static const char *const months[] = {
  "januari",   "februari", "maret",    "april",    "mei",      "juni",     "juli",  "agustus",
  "september", "oktober",  "november", "desember", "january",  "february", "march", "may",
  "june",      "july",     "august",   "october",  "december", NULL,
};

static const char *const magnitudes[] = {
  "persen", "percent", "per cent", "puluhan ribu", "ratusan ribu", "juta",
  "miliar", "triliun", "million",  "billion",      "trillion",     NULL,
};

/* Words that tell when, before a month's name. */
static const char *const before_month[] = {
  "pada",  "bulan", "sejak", "hingga", "sampai", "akhir", "awal", "pertengahan", "in",
  "since", "until", "by",    "late",   "early",  "mid",   "of",   "last",        NULL,
};

/* Words that date a passage from the day it was written. */
static const char *const relative_words[] = {
  "kemarin", "lalu",    "hari ini",  "besok",     "pekan",  "senin",    "selasa", "rabu", "kamis",
  "jumat",   "sabtu",   "minggu",    "yesterday", "today",  "tomorrow", "last",   "ago",  "week",
  "monday",  "tuesday", "wednesday", "thursday",  "friday", "saturday", "sunday", NULL,
};

/* Sections that repeat what the body says with its sources. */
static const char *const summaries[] = { "key-messages", "executive-summary", "summary",
                                         "bottom-line",  "conclusion",        NULL };

/* Sections that say what is to be done, or who wrote it. */
static const char *const proposals[] = { "recommendations", "recommendation", "next-steps",
                                         "policy-options",  "options",        "indicators",
                                         "about-author",    "assumptions",    NULL };

/* What makes a sentence a proposal, or one about the brief itself. */
static const char *const own_words[] = {
  "perlu",        "sebaiknya",   "hendaknya",       "disarankan", "diusulkan",  "kami usulkan",
  "should",       "recommend",   "we propose",      "ought to",   "naskah ini", "risalah ini",
  "telaahan ini", "tulisan ini", "kronologi ini",   "nota ini",   "this brief", "this paper",
  "this study",   "this memo",   "this chronology", "data per",   "data as of", NULL,
};

static gboolean
is_one_of (const char *word, gsize length, const char *const *list)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize)length);

  return g_strv_contains (list, lower);
}

/* The word before @at, without the punctuation between; its length. */
static const char *
find_word_before (const char *words, const char *at, gsize *length)
{
  const char *end, *start;

  while (at > words && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  end = start = at;
  while (start > words && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  *length = (gsize)(end - start);
  return start;
}

/* Whether the number at @at is a name's: "F-16", "G20", "COVID-19". */
static gboolean
is_in_name (const char *words, const char *at, const char *end)
{
  const char *before = at > words ? g_utf8_prev_char (at) : NULL;
  gunichar after = g_utf8_get_char (end);

  if (before != NULL && g_unichar_isalpha (g_utf8_get_char (before)))
    return TRUE;
  if (before != NULL && *before == '-' && before > words
      && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (before))))
    return TRUE;
  return g_unichar_isalpha (after) && g_unichar_isupper (after);
}

/* Whether a year follows a name that it belongs to, "IDEX 2023", or a number of a law. */
static gboolean
is_named_year (const char *words, const char *at, gsize length)
{
  const char *word, *earlier;
  gsize word_length, earlier_length;
  gboolean is_year = length == 4 && (at[0] == '1' || at[0] == '2');

  word = find_word_before (words, at, &word_length);
  if (!is_year || word_length == 0)
    return FALSE;
  earlier = find_word_before (words, word, &earlier_length);
  if (is_one_of (word, word_length, (const char *const[]){ "tahun", "of", NULL }))
    return earlier_length > 0 && g_ascii_isdigit (*earlier);
  return g_unichar_isupper (g_utf8_get_char (word)) && word > words && g_ascii_isalpha (*word)
         && !is_one_of (word, word_length, months) && !is_one_of (word, word_length, before_month)
         && !is_one_of (word, word_length, (const char *const[]){ "tahun", "q1", "q2", NULL });
}

/* Whether the number at [at, end) is a figure that needs a source. */
static gboolean
is_figure (const char *words, const char *at, const char *end)
{
  gsize length;
  const char *word = find_word_before (words, at, &length);

  if (is_in_name (words, at, end) || is_named_year (words, at, (gsize)(end - at)))
    return FALSE;
  return length == 0 || !is_one_of (word, length, number_labels);
}

/* The end of the number that begins at @at: digits with points, commas and colons within. */
static const char *
find_number_end (const char *at)
{
  while (g_ascii_isdigit (*at)
         || (strchr (".,:", *at) != NULL && *at != '\0' && g_ascii_isdigit (at[1])))
    at++;
  return at;
}

static gboolean
is_percentage (const char *end)
{
  end += strspn (end, " ");
  return *end == '%' || g_str_has_prefix (end, "persen") || g_str_has_prefix (end, "percent")
         || g_str_has_prefix (end, "per cent");
}

static gboolean
has_month (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " ,.;:()", -1);

  for (guint i = 1; parts[i] != NULL; i++)
    if (g_unichar_isupper (g_utf8_get_char (parts[i]))
        && is_one_of (parts[i], strlen (parts[i]), months)
        && is_one_of (parts[i - 1], strlen (parts[i - 1]), before_month))
      return TRUE;
  return FALSE;
}

/* Goes on from @end, at first the beginning of @words, to the next figure [@at, @end). */
static gboolean
next_figure (const char *words, const char **at, const char **end)
{
  for (const char *digit = *end; *digit != '\0';)
    {
      const char *next = g_ascii_isdigit (*digit) ? find_number_end (digit) : digit + 1;

      if (g_ascii_isdigit (*digit) && is_figure (words, digit, next))
        {
          *at = digit;
          *end = next;
          return TRUE;
        }
      digit = next;
    }
  return FALSE;
}

/* Whether a sentence states a figure, a percentage (where @percent_too) or a date. */
gboolean
risalah_check_has_figure (const char *words, gboolean percent_too)
{
  const char *at, *end = words;

  while (next_figure (words, &at, &end))
    if (percent_too || !is_percentage (end))
      return TRUE;
  return (percent_too && risalah_check_has_word (words, magnitudes)) || has_month (words);
}

/* Whether the number at [at, end) is a year, or the day before a month's name. */
static gboolean
is_of_date (const char *at, const char *end)
{
  const char *word = end + strspn (end, " ");
  gsize length = 0;

  while (g_unichar_isalpha (g_utf8_get_char (word + length)))
    length = (gsize)(g_utf8_next_char (word + length) - word);
  return (end - at == 4 && (g_str_has_prefix (at, "19") || g_str_has_prefix (at, "20")))
         || (length > 0 && is_one_of (word, length, months));
}

/* Where the numbers in @words stand, without those of names and labels, and where not @dates_too
 * without those of dates. */
static GArray *
find_numbers (const char *words, gboolean dates_too)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (RisalahCheckSpan));
  const char *at, *end = words;

  while (next_figure (words, &at, &end))
    if (dates_too || !is_of_date (at, end))
      {
        const RisalahCheckSpan span = { (gsize)(at - words), (gsize)(end - words) };

        g_array_append_val (numbers, span);
      }
  return numbers;
}

static GPtrArray *
collect_numbers (const char *words, gboolean dates_too)
{
  g_autoptr (GArray) spans = find_numbers (words, dates_too);
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spans->len; i++)
    {
      const RisalahCheckSpan *span = &g_array_index (spans, RisalahCheckSpan, i);

      g_ptr_array_add (numbers, g_strndup (words + span->start, span->end - span->start));
    }
  return numbers;
}

/* The numbers in @words as they are written, names' and labels' left out. */
GPtrArray *
risalah_check_get_numbers (const char *words)
{
  return collect_numbers (words, TRUE);
}

/* (element-type RisalahCheckSpan): where the numbers in @words stand. */
GArray *
risalah_check_find_numbers (const char *words)
{
  return find_numbers (words, TRUE);
}

/* All numbers that stand in sentences with a source. */
static GHashTable *
collect_cited_numbers (const RisalahCheck *self)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);
      g_autoptr (GPtrArray) found = NULL;

      if (!sentence->cited)
        continue;
      found = risalah_check_get_numbers (sentence->words);
      for (guint j = 0; j < found->len; j++)
        g_hash_table_add (numbers, g_strdup (found->pdata[j]));
    }
  return numbers;
}

/* Whether all numbers of a summary's sentence stand in the body with a source. */
static gboolean
is_repeated (const RisalahCheckSentence *sentence, GHashTable *cited)
{
  g_autoptr (GPtrArray) numbers = risalah_check_get_numbers (sentence->words);

  for (guint i = 0; i < numbers->len; i++)
    if (!g_hash_table_contains (cited, numbers->pdata[i]))
      return FALSE;
  return numbers->len > 0;
}

/* A figure, date or percentage in a sentence without a citation. */
void
risalah_check_uncited_figures (RisalahCheck *self)
{
  g_autoptr (GHashTable) cited = collect_cited_numbers (self);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);
      gboolean in_summary =
          sentence->section != NULL && g_strv_contains (summaries, sentence->section);
      gboolean in_proposal =
          sentence->section != NULL && g_strv_contains (proposals, sentence->section);

      if (sentence->cited || sentence->quotes || in_proposal
          || !risalah_check_has_figure (sentence->words, !sentence->likelihood)
          || risalah_check_has_word (sentence->words, own_words)
          || (in_summary && is_repeated (sentence, cited)))
        continue;
      risalah_check_set_fix (
          risalah_check_add_sentence (
              self, sentence,
              g_strdup (_ ("This sentence states a figure or a date but cites no source."))),
          RISALAH_FIX_CITE, NULL);
    }
}

static gboolean
passage_has (const char *passage, const char *number)
{
  gsize length = strlen (number);

  for (const char *at = strstr (passage, number); at != NULL; at = strstr (at + 1, number))
    if ((at == passage || !g_ascii_isdigit (at[-1])) && !g_ascii_isdigit (at[length]))
      return TRUE;
  return FALSE;
}

/* The number as the other language writes it: 1.250,5 and 1,250.5. */
static char *
dup_in_other_style (const char *number)
{
  char *other = g_strdup (number);

  for (char *at = other; *at != '\0'; at++)
    *at = *at == '.' ? ',' : *at == ',' ? '.' : *at;
  return other;
}

/* All passages behind the citations of a sentence, NULL where one of them is not known. */
static GString *
collect_passages (const RisalahCheck *self, const RisalahCheckSentence *sentence)
{
  g_autoptr (GString) passages = g_string_new (NULL);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const char *passage;

      if (use->at.block != sentence->block || use->at.part != RISALAH_PART_BODY
          || use->at.offset < sentence->start || use->at.offset >= sentence->end)
        continue;
      if (use->citation == NULL || use->citation->start < 0)
        return NULL;
      passage = g_hash_table_lookup (self->facts->passages, use->citation->id);
      if (passage == NULL)
        return NULL;
      g_string_append_printf (passages, " %s", passage);
    }
  return passages->len > 0 ? g_steal_pointer (&passages) : NULL;
}

/* A figure in a paraphrase that the cited passage does not hold. A passage that says "on Tuesday"
 * holds a date that only its source's day tells, so there dates are not compared. */
void
risalah_check_passages (RisalahCheck *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);
      g_autoptr (GPtrArray) numbers = NULL;
      GString *passages;

      if (!sentence->cited || sentence->quotes)
        continue;
      passages = collect_passages (self, sentence);
      if (passages == NULL)
        continue;
      numbers = collect_numbers (sentence->words,
                                 !risalah_check_has_word (passages->str, relative_words));
      for (guint j = 0; j < numbers->len; j++)
        {
          g_autofree char *other = dup_in_other_style (numbers->pdata[j]);

          if (passage_has (passages->str, numbers->pdata[j]) || passage_has (passages->str, other))
            continue;
          risalah_check_add_sentence (self, sentence,
                                      g_strdup_printf (_ ("The cited passage does not hold “%s”."),
                                                       (const char *)numbers->pdata[j]));
          break;
        }
      g_string_free (passages, TRUE);
    }
}
