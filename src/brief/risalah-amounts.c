/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with their separators and words of magnitude, made comparable between languages. */

#include "risalah-amounts.h"

#include <string.h>

static const struct
{
  const char *word;
  int exponent;
} scales[] = {
  { "ribu", 3 },     { "thousand", 3 },  { "juta", 6 },      { "million", 6 },
  { "miliar", 9 },   { "milyar", 9 },    { "billion", 9 },   { "triliun", 12 },
  { "trilyun", 12 }, { "trillion", 12 },
};

static const char *const words[][2] = {
  { "nol", "zero" },       { "satu", "one" },       { "dua", "two" },
  { "tiga", "three" },     { "empat", "four" },     { "lima", "five" },
  { "enam", "six" },       { "tujuh", "seven" },    { "delapan", "eight" },
  { "sembilan", "nine" },  { "sepuluh", "ten" },    { "sebelas", "eleven" },
  { "dua belas", "twelve" },
};

static int
get_exponent (const char *scale)
{
  g_autofree char *lower = scale != NULL ? g_utf8_strdown (scale, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (scales); i++)
    if (g_str_equal (lower, scales[i].word))
      return scales[i].exponent;
  return 0;
}

/* Whether the mark at @at parts thousands: three digits follow it, and no more. */
static gboolean
parts_thousands (const char *at)
{
  return strspn (at + 1, "0123456789") == 3;
}

/**
 * risalah_amount_is_scale:
 * @word: a word
 *
 * Returns: whether it multiplies the number before it: "juta", "million"
 */
gboolean
risalah_amount_is_scale (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return get_exponent (word) > 0;
}

/**
 * risalah_amount_dup_value:
 * @number: digits with points, commas and colons within
 * @scale: (nullable): the word behind it, where it is one of magnitude
 * @language: "id", "ms" or "en": what its points and commas mean
 *
 * Returns: (transfer full): the value as digits and an exponent of ten, "15e5" for 1.5 million;
 *   equal values are equal strings
 */
char *
risalah_amount_dup_value (const char *number, const char *scale, const char *language)
{
  char thousands;
  g_autoptr (GString) digits = g_string_new (NULL);
  int exponent = get_exponent (scale);
  gboolean in_fraction = FALSE;
  gsize zeros;

  g_return_val_if_fail (number != NULL && language != NULL, NULL);

  thousands = g_str_equal (language, "en") ? ',' : '.';
  for (const char *at = number; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      {
        g_string_append_c (digits, *at);
        exponent -= in_fraction;
      }
    else
      in_fraction |= *at != thousands || !parts_thousands (at);
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    {
      g_string_truncate (digits, digits->len - 1);
      exponent++;
    }
  zeros = strspn (digits->str, "0");
  if (zeros >= digits->len)
    return g_strdup ("0e0");
  return g_strdup_printf ("%se%d", digits->str + zeros, exponent);
}

/**
 * risalah_amount_dup_of_word:
 * @word: a word in lower case, in either language
 *
 * Returns: (transfer full) (nullable): the value of a number up to twelve that is written out,
 *   %NULL where it is none
 */
char *
risalah_amount_dup_of_word (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i][0]) || g_str_equal (word, words[i][1]))
      {
        g_autofree char *digits = g_strdup_printf ("%u", i);

        return risalah_amount_dup_value (digits, NULL, "en");
      }
  return NULL;
}
