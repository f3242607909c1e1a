/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefs: made from a template, saved, met by somebody else's save, delivered the same twice. */

#include <glib/gstdio.h>

#include "risalah-brief-defaults.h"
#include "risalah-brief-error.h"
#include "risalah-briefs.h"
#include "risalah-checking.h"
#include "risalah-composing.h"
#include "risalah-delivery.h"
#include "risalah-document.h"
#include "risalah-edit.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"
#include "risalah-paths.h"
#include "session-harness.h"

static const char text[] = "Pertemuan Rekaan di Jakarta\nKedua pihak menyepakati peta jalan.\n";

static RisalahDocument *
with_words (RisalahDocument *document, const char *words)
{
  const RisalahPosition start = { 0, RISALAH_PART_BODY, 0 };
  g_auto (RisalahEdit) edit = risalah_edit_insert_text (document, &start, words);

  g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_DONE);
  return risalah_document_ref (edit.document);
}

static void
test_new (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) brief
      = risalah_session_new_brief (fixture->session, "T1", "Peta jalan", "id", &error);
  g_autoptr (RisalahOpenBrief) again = NULL;

  g_assert_no_error (error);
  again = risalah_session_open_brief (fixture->session, risalah_open_brief_get_id (brief), &error);
  g_assert_no_error (error);
  g_assert_true (risalah_document_equal (risalah_open_brief_get_document (brief),
                                         risalah_open_brief_get_document (again)));
  g_assert_cmpstr (risalah_document_get_title (risalah_open_brief_get_document (again)), ==,
                   "Peta jalan");
  g_assert_null (risalah_session_new_brief (fixture->session, "T9", NULL, "id", &error));
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_TEMPLATE);
}

static const char *
field_of (RisalahOpenBrief *brief, RisalahDocumentField field)
{
  return risalah_document_get_field (risalah_open_brief_get_document (brief), field);
}

static void
test_defaults (SessionFixture *fixture, gconstpointer data)
{
  RisalahBriefDefaults defaults = { (char *)"en", (char *)"author-date", (char *)"naskah-dinas",
                                    (char *)"f4", (char *)"Sari Contoh", (char *)"",
                                    (char *)"Lembaga Contoh", NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) before
      = risalah_session_new_brief (fixture->session, "T1", NULL, NULL, &error);
  g_autoptr (RisalahOpenBrief) brief = NULL, indonesian = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (field_of (before, RISALAH_DOCUMENT_LANGUAGE), ==, "id");
  risalah_session_set_brief_defaults (fixture->session, &defaults);
  brief = risalah_session_new_brief (fixture->session, "T1", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_LANGUAGE), ==, "en");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_CITATION_STYLE), ==, "author-date");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_PAGE_DESIGN), ==, "naskah-dinas");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_PAPER), ==, "f4");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_AUTHOR), ==, "Sari Contoh");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_INSTITUTION), ==, "Lembaga Contoh");
  g_assert_cmpstr (field_of (brief, RISALAH_DOCUMENT_UNIT), ==,
                   field_of (before, RISALAH_DOCUMENT_UNIT));
  /* What is asked for goes before what is preferred. */
  indonesian = risalah_session_new_brief (fixture->session, "T1", NULL, "id", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (field_of (indonesian, RISALAH_DOCUMENT_LANGUAGE), ==, "id");
}

static gboolean
list_versions (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
               GError **error)
{
  GPtrArray **versions = data;

  *versions = risalah_briefs_list_versions (connection, 1, error);
  return *versions != NULL;
}

static void
test_conflict (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) ours
      = risalah_session_new_brief (fixture->session, "T1", "Judul", "id", &error);
  g_autoptr (RisalahOpenBrief) theirs = risalah_session_open_brief (fixture->session, 1, &error);
  g_autoptr (RisalahDocument) our_words
      = with_words (risalah_open_brief_get_document (ours), "Kami: ");
  g_autoptr (RisalahDocument) their_words
      = with_words (risalah_open_brief_get_document (theirs), "Mereka: ");
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (RisalahOpenBrief) current = NULL;
  gboolean kept = FALSE;

  g_assert_true (risalah_session_save_brief (fixture->session, theirs, their_words, &error));
  g_assert_null (risalah_open_brief_get_conflict (theirs));
  g_assert_true (risalah_session_save_brief (fixture->session, ours, our_words, &error));
  g_assert_nonnull (risalah_open_brief_get_conflict (ours));
  g_assert_true (risalah_document_equal (
      risalah_open_brief_get_document (risalah_open_brief_get_conflict (ours)), their_words));

  current = risalah_session_open_brief (fixture->session, 1, &error);
  g_assert_cmpstr (risalah_document_get_title (risalah_open_brief_get_document (current)), ==,
                   "Kami: Judul");
  g_assert_true (risalah_library_read_sync (risalah_session_get_library (fixture->session),
                                            RISALAH_LANE_ROWS, list_versions, &versions, NULL,
                                            &error));
  for (guint i = 0; i < versions->len; i++)
    {
      const RisalahBriefVersion *version = g_ptr_array_index (versions, i);

      kept |= g_str_equal (version->title, "Mereka: Judul");
    }
  g_assert_true (kept);
}

static char *
export_once (SessionFixture *fixture, const char *name, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (RisalahOpenBrief) brief = risalah_session_open_brief (fixture->session, 1, &error);
  const RisalahDelivery delivery = { .annex = TRUE, .date = 1778544000 };
  g_autoptr (RisalahEdition) edition = risalah_session_create_edition (
      fixture->session, risalah_open_brief_get_document (brief), &delivery, &error);
  g_auto (RisalahExportReport) report = { 0 };
  char *bytes = NULL;

  g_assert_no_error (error);
  g_assert_true (risalah_edition_export (edition, RISALAH_FORMAT_PDF, path, &report, NULL, NULL,
                                         NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_pages, >=, 1);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static void
test_same_bytes (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 source = session_fixture_import (fixture, text);
  g_autoptr (RisalahOpenBrief) brief
      = risalah_session_new_brief (fixture->session, "T1", "Peta jalan", "id", &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  g_assert_no_error (error);
  g_assert_cmpint (risalah_open_brief_get_id (brief), ==, 1);
  g_assert_true (risalah_session_append_citation (fixture->session, 1, source, 28, 40, &error));
  g_assert_no_error (error);
  first = export_once (fixture, "a.pdf", &first_length);
  second = export_once (fixture, "b.pdf", &second_length);
  g_assert_cmpmem (first, first_length, second, second_length);
}

static guint
count_rule (RisalahSession *session, RisalahDocument *document, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = risalah_session_check_document (session, document, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const RisalahFinding *)findings->pdata[i])->rule, rule);
  return n;
}

/* A brief marked as the other version of another is compared with it; one without a template of
 * ours is checked, too. */
static void
test_pair (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) id
      = risalah_session_new_brief (fixture->session, "T1", "Judul", "id", &error);
  g_autoptr (RisalahOpenBrief) en
      = risalah_session_new_brief (fixture->session, "T3", "Title", "en", &error);
  g_autoptr (RisalahDocument) pair = NULL;
  g_autoptr (RisalahDocument) plain = risalah_document_new ("id", NULL, 0);

  g_assert_no_error (error);
  pair = risalah_document_with_field (risalah_open_brief_get_document (en),
                                      RISALAH_DOCUMENT_TRANSLATION_PAIR,
                                      risalah_open_brief_get_uid (id));
  g_assert_cmpuint (count_rule (fixture->session, risalah_open_brief_get_document (en),
                                "pair-section"),
                    ==, 0);
  g_assert_cmpuint (count_rule (fixture->session, pair, "pair-section"), >, 10);
  g_assert_cmpuint (count_rule (fixture->session, plain, "required-part"), ==, 0);
}

/* The first start on a new machine: not even the folder of the library is there. */
static void
test_first_start (void)
{
  g_autofree char *path = risalah_paths_get_default_library ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  RisalahSession *session;

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  session = risalah_session_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  risalah_session_close (session);
  g_assert_finalize_object (session);
  session_harness_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("risalah-data-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS: GLib leaks each test's folders. */
  g_assert_true (g_setenv ("XDG_DATA_HOME", data, TRUE));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/briefs/first-start", test_first_start);
  SESSION_TEST ("briefs/pair", test_pair);
  SESSION_TEST ("briefs/new", test_new);
  SESSION_TEST ("briefs/conflict", test_conflict);
  SESSION_TEST ("briefs/same-bytes", test_same_bytes);
  SESSION_TEST ("briefs/defaults", test_defaults);
  status = g_test_run ();
  g_rmdir (data);
  return status;
}
