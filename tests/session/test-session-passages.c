/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind quotations and citations, what to quote of an event, and pictures. */

#include "risalah-edit.h"
#include "risalah-events.h"
#include "risalah-figures.h"
#include "risalah-library.h"
#include "risalah-passage-finder.h"
#include "risalah-passages.h"
#include "risalah-quoting.h"
#include "session-harness.h"

static const char text[]
    = "Dialog pertahanan digelar\n\nHarian Umpama, 28 Juli 2025\n\nIndonesia dan Pakistan membahas "
      "kelompok kerja teknis pada 28 Juli 2025. Kelompok itu akan bekerja mulai September, kecuali "
      "anggarannya ditolak. Tidak ada yang lain.\n";

/* A quotation of @words, wherever they stand in the text. */
static RisalahQuotation *
quote (SessionFixture *fixture, gint64 source, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *phrase = g_strdup_printf ("\"%s\"", words);
  g_autoptr (RisalahQuery) query = risalah_query_parse (phrase, FALSE, NULL);
  g_autoptr (RisalahQuotation) sentence
      = risalah_session_find_match (fixture->session, source, query, FALSE, &error);
  const char *found;
  gint64 start;

  g_assert_no_error (error);
  found = strstr (sentence->exact, words);
  g_assert_nonnull (found);
  start = sentence->start + g_utf8_pointer_to_offset (sentence->exact, found);
  return risalah_session_quote (fixture->session, source, NULL, start,
                                start + g_utf8_strlen (words, -1), &error);
}

static RisalahDocument *
create_document (const RisalahQuotation *quotation)
{
  g_autoptr (RisalahDocument) empty = risalah_document_new ("id", NULL, 0);
  const RisalahPosition start = { 0 };
  g_auto (RisalahEdit) edit = risalah_edit_insert_quotation (empty, &start, quotation);

  return risalah_document_ref (edit.document);
}

static RisalahPassages *
read_passages (SessionFixture *fixture, const RisalahQuotation *quotation)
{
  g_autoptr (RisalahDocument) document = create_document (quotation);
  g_autoptr (GError) error = NULL;
  RisalahPassages *passages
      = risalah_session_read_passages (fixture->session, document, &error);

  g_assert_no_error (error);
  return passages;
}

static void
test_verdicts (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (RisalahQuotation) quotation = quote (fixture, source, "bekerja mulai September");
  gint64 start = quotation->start;
  const RisalahPassage *passage;

  {
    g_autoptr (RisalahPassages) passages = read_passages (fixture, quotation);

    passage = risalah_passages_find_quotation (passages, quotation->uid);
    g_assert_cmpint (passage->verdict, ==, RISALAH_VERDICT_EXACT);
    g_assert_cmpstr (passage->words, ==, "bekerja mulai September");
    g_assert_cmpstr (passage->following, ==, "kecuali anggarannya ditolak.");
    g_assert_null (passage->moved);
    g_assert_cmpuint (risalah_passages_count_not_exact (passages), ==, 0);
  }
  {
    g_autoptr (RisalahPassages) passages = NULL;

    quotation->start -= 3;
    quotation->end -= 3;
    passages = read_passages (fixture, quotation);
    passage = risalah_passages_find_quotation (passages, quotation->uid);
    g_assert_cmpint (passage->verdict, ==, RISALAH_VERDICT_MOVED);
    g_assert_cmpint (passage->moved->start, ==, start);
    g_assert_cmpuint (risalah_passages_count_not_exact (passages), ==, 1);
  }
  {
    g_autoptr (RisalahPassages) passages = NULL;

    g_free (quotation->exact);
    quotation->exact = g_strdup ("tidak akan bekerja");
    passages = read_passages (fixture, quotation);
    passage = risalah_passages_find_quotation (passages, quotation->uid);
    g_assert_cmpint (passage->verdict, ==, RISALAH_VERDICT_MISSING);
  }
}

/* Where the text that was quoted is gone, the words are looked for in the source's present one. */
static void
test_newer_text (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (RisalahQuotation) quotation = quote (fixture, source, "bekerja mulai September");
  g_autoptr (RisalahPassages) passages = NULL;
  g_autofree char *present = g_strdup (quotation->text_uid);
  const RisalahPassage *passage;

  g_free (quotation->text_uid);
  quotation->text_uid = g_strdup ("33333333-3333-4333-8333-333333333333");
  passages = read_passages (fixture, quotation);
  passage = risalah_passages_find_quotation (passages, quotation->uid);
  g_assert_cmpint (passage->verdict, ==, RISALAH_VERDICT_MOVED);
  g_assert_cmpstr (passage->moved->text_uid, ==, present);
}

static gboolean
list_events (RisalahConnection *connection,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const RisalahEventFilter all = { 0 };
  GArray **ids = data;

  *ids = risalah_events_list (connection, &all, error);
  return *ids != NULL;
}

static void
test_evidence (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahQuotation) passage = NULL;

  session_fixture_import (fixture, text);
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             list_events, &ids, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  passage = risalah_session_find_evidence (fixture->session, g_array_index (ids, gint64, 0), TRUE,
                                           &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, passage->exact));
  g_clear_pointer (&passage, risalah_quotation_free);
  passage = risalah_session_find_evidence (fixture->session, 4711, TRUE, &error);
  g_assert_null (passage);
  g_assert_nonnull (error);
}

/* Blanks at the ends of a span are nobody's words. */
static void
test_blanks (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (RisalahQuotation) quotation = quote (fixture, source, "kelompok kerja teknis");
  g_autoptr (RisalahQuotation) wide = NULL;
  g_autoptr (GError) error = NULL;

  wide = risalah_session_quote (fixture->session, source, NULL, quotation->start - 1,
                                quotation->end + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wide->exact, ==, "kelompok kerja teknis");
  g_assert_cmpint (wide->start, ==, quotation->start);
}

static void
test_pictures (SessionFixture *fixture, gconstpointer data)
{
  /* The smallest PNG there is: one transparent pixel. */
  static const guchar pixel[]
      = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xda"
        "c\xfc\xcf\xc0P\x0f\0\4\x85\1\x80\x84\xa9\x8c!\0\0\0\0IEND\xae" "B`\x82";
  g_autoptr (GBytes) good = g_bytes_new_static (pixel, sizeof pixel - 1);
  g_autoptr (GBytes) bad = g_bytes_new_static ("no picture", 10);
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash
      = risalah_session_add_picture (fixture->session, good, "titik.png", &error);
  g_autofree char *again = NULL;
  RisalahFigure figure = { .media = hash };
  g_autoptr (RisalahPlate) plate = NULL;

  g_assert_no_error (error);
  again = risalah_session_add_picture (fixture->session, good, "titik.png", &error);
  g_assert_cmpstr (hash, ==, again);
  plate = risalah_session_draw_figure (fixture->session, document, &figure, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (plate->width, >, 0);
  g_assert_null (risalah_session_add_picture (fixture->session, bad, "catatan.txt", &error));
  g_assert_nonnull (strstr (error->message, "catatan.txt"));
  g_clear_error (&error);

  /* A timeline without an accepted event says why nothing is drawn. */
  figure.media = NULL;
  g_assert_null (risalah_session_draw_figure (fixture->session, document, &figure, 100, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/session-passages/" path, SessionFixture, NULL, session_fixture_set_up, function,   \
              session_fixture_tear_down)
  ADD ("verdicts", test_verdicts);
  ADD ("newer-text", test_newer_text);
  ADD ("evidence", test_evidence);
  ADD ("blanks", test_blanks);
  ADD ("pictures", test_pictures);
#undef ADD
  return g_test_run ();
}
