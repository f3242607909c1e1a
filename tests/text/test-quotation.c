/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations are verbatim, or say so. */

#include <glib.h>

#include "risalah-quotation.h"

static const char text[] = "Menteri itu berkata: “Kami siap.” Lalu ia mengulang: “Kami siap.” Selesai.";

static void
test_span (void)
{
  g_autoptr (RisalahQuotation) quotation = risalah_quotation_new ("s", "t", text, 22, 32);

  g_assert_nonnull (quotation);
  g_assert_cmpstr (quotation->exact, ==, "Kami siap.");
  g_assert_cmpstr (quotation->prefix, ==, "Menteri itu berkata: “");
  g_assert_true (g_str_has_prefix (quotation->suffix, "” Lalu ia"));
  g_assert_cmpint (g_utf8_strlen (quotation->suffix, -1), ==, RISALAH_QUOTATION_CONTEXT);
  g_assert_cmpint (risalah_quotation_verify (quotation, text, NULL), ==, RISALAH_VERDICT_EXACT);
}

static void
test_outside (void)
{
  g_assert_null (risalah_quotation_new ("s", "t", text, 5, 5));
  g_assert_null (risalah_quotation_new ("s", "t", text, -1, 5));
  g_assert_null (risalah_quotation_new ("s", "t", text, 0, 5000));
}

static void
test_moved (void)
{
  g_autoptr (RisalahQuotation) quotation = risalah_quotation_new ("s", "t", text, 22, 32);
  g_autofree char *longer = g_strconcat ("Jakarta. ", text, NULL);
  gint64 moved = -1;

  /* The words occur twice; the context tells which of the two is meant. */
  g_assert_cmpint (risalah_quotation_verify (quotation, longer, &moved), ==, RISALAH_VERDICT_MOVED);
  g_assert_cmpint (moved, ==, 22 + 9);
  g_assert_cmpint (risalah_quotation_verify (quotation, "“Kami siap.” dan “Kami siap.”", NULL), ==,
                   RISALAH_VERDICT_MISSING);
}

static void
test_changed (void)
{
  g_autoptr (RisalahQuotation) quotation = risalah_quotation_new ("s", "t", text, 22, 32);

  g_assert_cmpint (risalah_quotation_verify (quotation, "Kami tidak siap.", NULL), ==,
                   RISALAH_VERDICT_MISSING);
  g_assert_cmpint (risalah_quotation_verify (quotation, NULL, NULL), ==,
                   RISALAH_VERDICT_UNREADABLE);
}

static void
test_voices (void)
{
  for (int i = RISALAH_VOICE_UNKNOWN; i <= RISALAH_VOICE_SECOND_HAND; i++)
    g_assert_cmpint (risalah_voice_from_string (risalah_voice_to_string (i)), ==, i);
  g_assert_cmpint (risalah_voice_from_string ("shouted"), ==, RISALAH_VOICE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotation/span", test_span);
  g_test_add_func ("/quotation/outside", test_outside);
  g_test_add_func ("/quotation/moved", test_moved);
  g_test_add_func ("/quotation/changed", test_changed);
  g_test_add_func ("/quotation/voices", test_voices);
  return g_test_run ();
}
