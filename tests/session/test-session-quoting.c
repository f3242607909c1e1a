/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations made from a source: their words, their context, and spans that are not there. */

#include "risalah-library-error.h"
#include "risalah-quoting.h"
#include "session-harness.h"

static const char text[] = "Pertemuan Rekaan di Jakarta\n"
                           "Kedua pihak menyepakati “peta jalan” lima tahun — tanpa anggaran.\n";

static void
test_words (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (GError) error = NULL;
  /* The dash and the marks are several bytes each: offsets are characters. */
  g_autoptr (RisalahQuotation) quotation
      = risalah_session_quote (fixture->session, source, NULL, 52, 75, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (quotation->exact, ==, "“peta jalan” lima tahun");
  g_assert_true (g_str_has_suffix (quotation->prefix, "menyepakati "));
  g_assert_cmpstr (quotation->suffix, ==, " — tanpa anggaran.");
  g_assert_cmpint (quotation->voice, ==, RISALAH_VOICE_UNKNOWN);
}

static void
test_outside (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (GError) error = NULL;

  g_assert_null (risalah_session_quote (fixture->session, source, NULL, 52, 5000, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (risalah_session_quote (fixture->session, source + 7, NULL, 0, 5, &error));
  g_assert_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND);
}

static void
quoted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RisalahQuotation **quotation = user_data;
  g_autoptr (GError) error = NULL;

  *quotation = risalah_session_quote_finish (RISALAH_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static void
test_async (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (RisalahQuotation) quotation = NULL;

  risalah_session_quote_async (fixture->session, source, NULL, 0, 9, NULL, quoted_cb, &quotation);
  while (quotation == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (quotation->exact, ==, "Pertemuan");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("quoting/words", test_words);
  SESSION_TEST ("quoting/outside", test_outside);
  SESSION_TEST ("quoting/async", test_async);
  return g_test_run ();
}
