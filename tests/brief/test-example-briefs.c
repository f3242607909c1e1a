/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example's briefs are documents of today's vocabulary: nothing in them is unknown, nothing is
 * lost when they are written again. */

#include "risalah-document-xhtml.h"

#define N_KINDS (RISALAH_MARK_NOTE + 1)

static gboolean
count_mark_cb (RisalahDocument *document,
               const RisalahPosition *at,
               const RisalahMark *mark,
               gpointer user_data)
{
  guint *counts = user_data;

  counts[mark->kind]++;
  return TRUE;
}

static void
test_brief (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "example", "briefs",
                                            (const char *)data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (RisalahDocument) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *xhtml = NULL;
  guint counts[N_KINDS] = { 0 };
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  document = risalah_document_from_xhtml (text, length, &error);
  g_assert_no_error (error);

  risalah_document_foreach_mark (document, count_mark_cb, counts);
  g_assert_cmpuint (counts[RISALAH_MARK_UNKNOWN], ==, 0);
  g_assert_cmpuint (counts[RISALAH_MARK_QUOTATION], >=, 6);
  g_assert_cmpuint (counts[RISALAH_MARK_CITATION], >, counts[RISALAH_MARK_QUOTATION]);
  g_assert_cmpuint (risalah_document_count_words (document), >=, 700);
  g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE), ==, "T1");
  g_assert_cmpstr (risalah_document_get_title (document), !=, "");

  xhtml = risalah_document_to_xhtml (document);
  again = risalah_document_from_xhtml (xhtml, -1, &error);
  g_assert_no_error (error);
  g_assert_true (risalah_document_equal (document, again));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/brief/example/indonesian", "alih-teknologi-nirawak.xhtml", test_brief);
  g_test_add_data_func ("/brief/example/english", "shared-maritime-picture.xhtml", test_brief);
  return g_test_run ();
}
