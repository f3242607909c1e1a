/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations stay verbatim, briefs keep both sides of a conflict, pictures are stored once. */

#include "library-fixture.h"
#include "risalah-briefs-private.h"
#include "risalah-connection-private.h"
#include "risalah-media.h"
#include "risalah-quotations.h"

static const char text[] = "Menteri itu berkata: “Kami siap.” Lalu ia pulang.";

static gboolean
quote (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource small = { "Berita", text };
  g_autoptr (RisalahQuotation) quotation = NULL;
  g_autoptr (RisalahQuotation) altered = NULL;
  g_autoptr (RisalahSource) source = NULL;
  g_autoptr (RisalahSourceText) stored = NULL;
  g_autoptr (RisalahStoredQuotation) read = NULL;
  g_autoptr (RisalahArticle) longer = make_article ("Berita", "Pembuka. Kata “Kami siap.” lagi.");
  g_autoptr (GError) refused = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id, newer;

  add_small_source (connection, &small, NULL, error);
  source = risalah_sources_get (connection, small.id, error);
  stored = risalah_source_texts_get (connection, small.text_id, error);
  quotation = risalah_quotation_new (source->uid, stored->uid, stored->text, 22, 32);
  quotation->speaker = g_strdup ("Menteri");
  quotation->voice = RISALAH_VOICE_DIRECT;
  id = risalah_quotations_add (connection, quotation, error);
  g_assert_cmpint (id, >, 0);
  altered = risalah_quotation_copy (quotation);
  g_free (altered->exact);
  altered->exact = g_strdup ("Kami diam.");
  g_assert_cmpint (risalah_quotations_add (connection, altered, &refused), ==, 0);
  g_assert_error (refused, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);

  g_assert_true (risalah_quotations_set_credibility (connection, id, 2, error));
  g_assert_true (risalah_quotations_set_note (connection, id, "penting", error));
  /* A new text of the source: the quotation stays on its own until it is moved. */
  newer = risalah_source_texts_add (connection, small.id, 0, longer, "test 2", error);
  read = risalah_quotations_get_by_uid (connection, quotation->uid, error);
  g_assert_cmpint (read->text, ==, small.text_id);
  g_assert_cmpint (read->quotation->credibility, ==, 2);
  g_assert_cmpstr (read->quotation->exact, ==, "Kami siap.");
  g_assert_cmpstr (read->quotation->speaker, ==, "Menteri");
  g_assert_cmpint (read->quotation->voice, ==, RISALAH_VOICE_DIRECT);
  g_assert_true (risalah_quotations_move (connection, id, newer, error));
  g_clear_pointer (&read, risalah_stored_quotation_free);
  read = risalah_quotations_get (connection, id, error);
  g_assert_cmpint (read->text, ==, newer);
  g_assert_cmpint (read->quotation->start, ==, 15);

  g_assert_true (risalah_quotations_delete (connection, id, error));
  ids = risalah_quotations_list (connection, 0, FALSE, error);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_true (risalah_quotations_restore (connection, id, error));
  g_array_unref (ids);
  ids = risalah_quotations_list (connection, small.id, TRUE, error);
  g_assert_cmpuint (ids->len, ==, 1);
  return TRUE;
}

static void
test_quote (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, quote, NULL);
}

static gboolean
save (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  SmallSource small = { "Berita", text };
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_use_free);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) briefs = NULL;
  g_autoptr (GPtrArray) stored_uses = NULL;
  g_autoptr (RisalahBriefRecord) brief = NULL;
  g_autoptr (RisalahSource) source = NULL;
  g_autoptr (RisalahSourceText) stored = NULL;
  g_autoptr (RisalahQuotation) quotation = NULL;
  g_autoptr (GArray) unused = NULL;
  g_autoptr (GArray) by_source = NULL;
  g_autoptr (GError) refused = NULL;
  g_autofree char *theirs = NULL;
  RisalahBriefUse *use = g_new0 (RisalahBriefUse, 1);
  gboolean had_conflict;
  gint64 id, revision;

  add_small_source (connection, &small, NULL, error);
  source = risalah_sources_get (connection, small.id, error);
  stored = risalah_source_texts_get (connection, small.text_id, error);
  quotation = risalah_quotation_new (source->uid, stored->uid, stored->text, 22, 32);
  risalah_quotations_add (connection, quotation, error);
  use->quotation_uid = g_strdup (quotation->uid);
  use->source_uid = g_strdup (source->uid);
  use->start = -1;
  g_ptr_array_add (uses, use);

  id = risalah_briefs_add (connection, NULL, "Naskah", "T1", "id", "<p>satu</p>", NULL, error);
  g_assert_cmpint (id, >, 0);
  revision = risalah_briefs_save (connection, id, 1, "Naskah", "id", "<p>dua</p>", uses,
                                  &had_conflict, error);
  g_assert_cmpint (revision, ==, 2);
  g_assert_false (had_conflict);
  /* Somebody who still has revision 1. */
  revision = risalah_briefs_save (connection, id, 1, "Naskah", "id", "<p>tiga</p>", uses,
                                  &had_conflict, error);
  g_assert_cmpint (revision, ==, 3);
  g_assert_true (had_conflict);
  brief = risalah_briefs_get (connection, id, error);
  g_assert_cmpstr (brief->body, ==, "<p>tiga</p>");
  g_assert_cmpuint (brief->n_quotations, ==, 1);
  g_assert_cmpint (brief->n_problems, ==, -1);
  g_assert_cmpint (risalah_briefs_add_version (connection, id, "Untuk rapat", error), >, 0);
  versions = risalah_briefs_list_versions (connection, id, error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((RisalahBriefVersion *)versions->pdata[0])->reason, ==, "named");
  g_assert_cmpstr (((RisalahBriefVersion *)versions->pdata[1])->reason, ==, "conflict");
  theirs = risalah_briefs_get_version (connection, ((RisalahBriefVersion *)versions->pdata[1])->id,
                                       error);
  g_assert_cmpstr (theirs, ==, "<p>dua</p>");

  stored_uses = risalah_briefs_get_uses (connection, id, error);
  g_assert_cmpuint (stored_uses->len, ==, 1);
  unused = risalah_quotations_list (connection, 0, TRUE, error);
  g_assert_cmpuint (unused->len, ==, 0);
  by_source = risalah_briefs_find_by_source (connection, small.id, error);
  g_assert_cmpuint (by_source->len, ==, 1);
  /* A source that a brief quotes is kept. */
  g_assert_false (risalah_sources_purge (connection, small.id, &refused));
  g_assert_error (refused, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  g_assert_true (risalah_briefs_set_problems (connection, id, 4, error));
  g_assert_true (risalah_briefs_set_status (connection, id, "final", error));
  g_clear_error (&refused);
  g_assert_false (risalah_briefs_set_status (connection, id, "besok", &refused));
  g_assert_error (refused, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);

  g_assert_true (risalah_briefs_delete (connection, id, error));
  briefs = risalah_briefs_list (connection, error);
  g_assert_cmpuint (briefs->len, ==, 0);
  g_assert_true (risalah_briefs_restore (connection, id, error));
  g_ptr_array_unref (briefs);
  briefs = risalah_briefs_list (connection, error);
  g_assert_cmpuint (briefs->len, ==, 1);
  g_assert_cmpstr (((RisalahBriefRecord *)briefs->pdata[0])->status, ==, "final");
  return TRUE;
}

static void
test_save (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, save, NULL);
}

static gboolean
keep_picture (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\0picture", 12);
  g_autofree char *first = risalah_media_add (connection, bytes, "image/png", "a.png", error);
  g_autofree char *second = risalah_media_add (connection, bytes, "image/png", "b.png", error);
  g_autofree char *type = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_cmpstr (first, ==, second);
  back = risalah_media_get (connection, first, &type, error);
  g_assert_true (g_bytes_equal (bytes, back));
  g_assert_cmpstr (type, ==, "image/png");
  g_assert_null (risalah_media_get (connection, "abc", NULL, &missing));
  g_assert_error (missing, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND);
  return TRUE;
}

static void
test_media (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, keep_picture, NULL);
}

/* How many of the versions that were kept every @apart for @span are left at its end. */
static guint
count_left (gint64 span, gint64 apart, gint64 *oldest)
{
  const gint64 now = 1000 * 30 * G_TIME_SPAN_DAY;
  gint64 newer = 0;
  guint n_left = 0;

  for (gint64 at = now - apart; at > now - span; at -= apart)
    if (!risalah_brief_versions_is_stale (at, newer, now))
      {
        newer = *oldest = at;
        n_left++;
      }
  *oldest = now - *oldest;
  return n_left;
}

static void
test_thinning (void)
{
  gint64 oldest = 0;

  /* The last hour every ten minutes, the day every hour, the month every day. */
  g_assert_cmpuint (count_left (G_TIME_SPAN_HOUR, 10 * G_TIME_SPAN_MINUTE, &oldest), ==, 5);
  g_assert_cmpuint (count_left (G_TIME_SPAN_HOUR, G_TIME_SPAN_MINUTE, &oldest), <=, 7);
  g_assert_cmpuint (count_left (G_TIME_SPAN_DAY, 10 * G_TIME_SPAN_MINUTE, &oldest), <=, 30);
  g_assert_cmpuint (count_left (G_TIME_SPAN_DAY, 10 * G_TIME_SPAN_MINUTE, &oldest), >=, 28);
  g_assert_cmpuint (count_left (30 * G_TIME_SPAN_DAY, 10 * G_TIME_SPAN_MINUTE, &oldest), <=, 60);
  g_assert_cmpuint (count_left (365 * G_TIME_SPAN_DAY, 10 * G_TIME_SPAN_MINUTE, &oldest), <=, 72);
  g_assert_cmpint (oldest, >, 300 * G_TIME_SPAN_DAY);
}

static gboolean
save_for_years (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                GError **error)
{
  gint64 id = risalah_briefs_add (connection, NULL, "Naskah", "T1", "id", "<p>0</p>", NULL, error);
  g_autoptr (GPtrArray) versions = NULL;
  gint64 now = risalah_connection_get_time (connection);

  g_assert_cmpint (risalah_briefs_add_version (connection, id, "Untuk rapat", error), >, 0);
  g_assert_cmpint (risalah_briefs_keep_document (connection, id, "Lain", "<p>lain</p>",
                                                 "Sebelum kembali", error),
                   >, 0);
  /* Saved every hour of a hundred days: the clock of the stored rows is set back by hand. */
  for (guint hour = 2400; hour > 0; hour--)
    {
      g_autofree char *body = g_strdup_printf ("<p>%u</p>", hour);
      g_autofree char *age = g_strdup_printf (
          "UPDATE brief SET modified_at = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT,
          now - hour * G_TIME_SPAN_HOUR, id);

      g_assert_cmpint (risalah_briefs_save (connection, id, 2401 - hour, "Naskah", "id", body, NULL,
                                            NULL, error),
                       >, 0);
      g_assert_true (risalah_connection_execute (connection, age, error));
    }
  versions = risalah_briefs_list_versions (connection, id, error);
  g_test_message ("%u versions", versions->len);
  g_assert_cmpuint (versions->len, >, 30);
  g_assert_cmpuint (versions->len, <, 70);
  g_assert_cmpstr (((RisalahBriefVersion *)versions->pdata[versions->len - 1])->name, ==,
                   "Untuk rapat");
  g_assert_cmpstr (((RisalahBriefVersion *)versions->pdata[versions->len - 2])->title, ==, "Lain");
  return TRUE;
}

static void
test_versions (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, save_for_years, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/briefs/" name, LibraryFixture, NULL, library_fixture_set_up, function,             \
              library_fixture_tear_down)
  ADD ("quote", test_quote);
  ADD ("save", test_save);
  ADD ("media", test_media);
  ADD ("versions", test_versions);
  g_test_add_func ("/briefs/thinning", test_thinning);
  return g_test_run ();
}
