/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting and folding words. */

#include <glib.h>
#include <string.h>

#include "risalah-words.h"

/* The folded words of a text, each with its span's text in brackets. */
static char *
words_of (const char *text)
{
  GString *out = g_string_new (NULL);
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    {
      g_assert_cmpuint (word.start, <, word.end);
      g_assert_cmpuint (strlen (word.folded), ==, word.folded_length);
      g_string_append_printf (out, "%s[%.*s] ", word.folded, (int)(word.end - word.start),
                              text + word.start);
    }
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static void
test_cut (void)
{
  const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { " –  ", "" },
    { "Negara-negara itu", "negara[Negara] negara[negara] itu[itu]" },
    { "salat Jum’at, Ma'ruf", "salat[salat] jumat[Jum’at] maruf[Ma'ruf]" },
    { "Pindad’s ‘kata’", "pindad[Pindad] kata[kata]" },
    { "the U.S. and S.H.", "the[the] us[U.S] and[and] sh[S.H]" },
    { "Rp 2.024, F-16", "rp[Rp] 2[2] 024[024] f[F] 16[16]" },
    { "Türkiye Ærø Łódź", "turkiye[Türkiye] aero[Ærø] lodz[Łódź]" },
    { "İstanbul", "istanbul[İstanbul]" },
    { "co\xc2\xadoperation kerja\xe2\x80\x8bsama", "cooperation[co\xc2\xadoperation] kerjasama[kerja\xe2\x80\x8bsama]" },
    { "防衛 省", "防[防] 衛[衛] 省[省]" },
    { "국방부", "국방부[국방부]" },
    { "a\xff" "b", "a[a] b[b]" },
    { "catatan²", "catatan[catatan]" },
    { "1970-an 80an", "1970[1970] an[an] 80an[80an]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = words_of (cases[i].text);

      /* Hangul is folded into its letters; what counts is that it is one word. */
      if (strcmp (cases[i].text, "국방부") == 0)
        g_assert_null (strchr (words, ' '));
      else
        g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_flags (void)
{
  const char *text = "TNI Menteri 2025 F16 negara-negara U.S. Korea’s";
  const guint flags[] = {
    RISALAH_WORD_CAPITALISED | RISALAH_WORD_ALL_CAPITALS,
    RISALAH_WORD_CAPITALISED,
    RISALAH_WORD_DIGITS | RISALAH_WORD_HAS_DIGIT,
    RISALAH_WORD_CAPITALISED | RISALAH_WORD_HAS_DIGIT,
    0,
    RISALAH_WORD_HYPHENATED,
    RISALAH_WORD_CAPITALISED | RISALAH_WORD_ALL_CAPITALS | RISALAH_WORD_DOTTED,
    RISALAH_WORD_CAPITALISED | RISALAH_WORD_GENITIVE,
  };
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_assert_true (risalah_words_next (&words, &word));
      g_assert_cmpuint (word.flags, ==, flags[i]);
    }
  g_assert_false (risalah_words_next (&words, &word));
}

static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, text, -1);
  g_assert_true (risalah_words_next (&words, &word));
  g_assert_cmpuint (word.end, ==, 100000);
  g_assert_cmpuint (word.folded_length, ==, RISALAH_WORD_MAX_LENGTH);
  g_assert_false (risalah_words_next (&words, &word));
}

static void
test_fold (void)
{
  g_autofree char *folded = risalah_words_fold ("  Nota\u00a0Kesepahaman (MoU) ", -1);

  g_assert_cmpstr (folded, ==, "nota kesepahaman mou");
}

static void
test_clitic (void)
{
  g_assert_cmpuint (risalah_words_cut_clitic ("peristiwanya", 12), ==, strlen ("peristiwa"));
  g_assert_cmpuint (risalah_words_cut_clitic ("apakah", 6), ==, strlen ("apa"));
  g_assert_cmpuint (risalah_words_cut_clitic ("tanya", 5), ==, 0);
  g_assert_cmpuint (risalah_words_cut_clitic ("peristiwa", 9), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/clitic", test_clitic);
  g_test_add_func ("/words/cut", test_cut);
  g_test_add_func ("/words/flags", test_flags);
  g_test_add_func ("/words/long", test_long_word);
  g_test_add_func ("/words/fold", test_fold);
  return g_test_run ();
}
