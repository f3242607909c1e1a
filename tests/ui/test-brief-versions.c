/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing that was written is lost: versions compared and restored, a brief that another program
 * changed meanwhile, and a program that is killed while it types. */

#include <signal.h>
#include <stdio.h>

#include "dock-fixture.h"
#include "risalah-briefs.h"
#include "risalah-comparison-view.h"
#include "risalah-comparison-window.h"
#include "risalah-versions-dialog.h"
#include "risalah-versions.h"

static void
click (GtkWidget *within, const char *label)
{
  GtkWidget *found = ui_test_find_label (within, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

static GPtrArray *
list_versions (DockFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = risalah_session_list_versions (
      fixture->session.session,
      risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock)), &error);

  g_assert_no_error (error);
  return versions;
}

static gboolean
has_version_with (DockFixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) versions = list_versions (fixture);

  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RisalahDocument) document = risalah_session_read_version (
          fixture->session.session, ((RisalahBriefVersion *)versions->pdata[i])->id, &error);

      g_assert_no_error (error);
      if (dock_holds_words (document, words))
        return TRUE;
    }
  return FALSE;
}

/* Opens the versions dialog on a brief that has the version "Untuk rapat" with "kata lama". */
static GtkWidget *
open_versions (DockFixture *fixture)
{
  GtkWidget *dialog;

  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "kata lama yang tetap");
  ui_test_wait_until (dock_is_saved (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.versions", NULL);
  dialog = ui_test_find_window (g_type_from_name ("RisalahVersionsDialog"));
  g_assert_nonnull (dialog);
  {
    GtkWidget *entry = ui_test_find (dialog, ADW_TYPE_ENTRY_ROW);

    gtk_editable_set_text (GTK_EDITABLE (entry), "Untuk rapat");
    g_signal_emit_by_name (entry, "apply");
  }
  ui_test_wait_until (ui_test_find_label (dialog, "Untuk rapat") != NULL);
  dock_type (fixture, " dan kata baru");
  return dialog;
}

static gboolean
has_tag_with (GtkTextView *view, const char *word, const char *property)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GSList) tags = NULL;
  GtkTextIter start, found, end;
  gboolean has = FALSE;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, word, GTK_TEXT_SEARCH_TEXT_ONLY, &found,
                                               &end, NULL));
  tags = gtk_text_iter_get_tags (&found);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    {
      gboolean set;

      g_object_get (tag->data, property, &set, NULL);
      has |= set;
    }
  return has;
}

/* Added and removed words differ in form, not in colour alone, and are read out one by one. */
static void
test_compare (DockFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_versions (fixture), *window, *view;

  click (dialog, "Compare");
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_COMPARISON_WINDOW) != NULL);
  window = ui_test_find_window (RISALAH_TYPE_COMPARISON_WINDOW);
  view = ui_test_find (window, RISALAH_TYPE_COMPARISON_VIEW);
  g_assert_nonnull (ui_test_find_label (window, "3 words added, 0 words removed"));
  g_assert_true (has_tag_with (GTK_TEXT_VIEW (view), "dan kata baru", "underline-set"));
  g_assert_false (has_tag_with (GTK_TEXT_VIEW (view), "kata lama", "underline-set"));
  g_assert_true (has_tag_with (GTK_TEXT_VIEW (view), "dan kata baru", "foreground-set"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Both versions as one text");
  gtk_widget_activate_action (window, "comparison.next", NULL);
  g_assert_nonnull (ui_test_find_label (window, "1 of 1, added: dan kata baru"));

  click (window, "Restore This Version");
  g_assert_false (dock_holds_words (dock_get_document (fixture), "kata baru"));
  ui_test_wait_until (has_version_with (fixture, "kata baru"));
}

/* Going back keeps the present as a version, and is a step to undo. */
static void
test_restore (DockFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_versions (fixture);

  click (dialog, "Restore");
  ui_test_wait_until (!dock_holds_words (dock_get_document (fixture), "kata baru"));
  g_assert_true (dock_holds_words (dock_get_document (fixture), "kata lama"));
  ui_test_wait_until (has_version_with (fixture, "kata baru"));
  ui_test_wait_until (dock_is_saved (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "kata baru"));
}

static void
test_removed_words (DockFixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (RISALAH_TYPE_COMPARISON_VIEW, NULL));
  g_autoptr (RisalahBriefBlock) old
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Satu dua tiga empat lima");
  g_autoptr (RisalahBriefBlock) new
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Satu enam tiga empat tujuh");
  g_autoptr (RisalahDocument) before = risalah_document_new ("id", &old, 1);
  g_autoptr (RisalahDocument) after = risalah_document_new ("id", &new, 1);
  g_autofree char *last = NULL;

  risalah_comparison_view_show (RISALAH_COMPARISON_VIEW (view), before, after);
  g_assert_true (has_tag_with (GTK_TEXT_VIEW (view), "dua", "strikethrough-set"));
  g_assert_false (has_tag_with (GTK_TEXT_VIEW (view), "Satu", "strikethrough-set"));
  g_assert_cmpuint (risalah_comparison_view_get_n_changes (RISALAH_COMPARISON_VIEW (view)), ==, 2);
  last = risalah_comparison_view_go_to (RISALAH_COMPARISON_VIEW (view), -1);
  g_assert_true (g_str_has_prefix (last, "2 of 2"));
  g_object_unref (view);
}

/* The quotation goes in by the other program, risalah-cli, as an analyst's script would do it. */
static void
quote_elsewhere (DockFixture *fixture)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *brief = g_strdup_printf (
      "%" G_GINT64_FORMAT,
      risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock)));
  const char *argv[] = { g_getenv ("RISALAH_CLI"), "--library", fixture->session.path, "brief",
                         "quote", brief, "1", NULL };
  g_autoptr (GSubprocess) cli
      = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (quotation);
  g_assert_true (g_subprocess_wait_check (cli, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
shows_bar (DockFixture *fixture)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (fixture->dock), "also saved elsewhere");

  return label != NULL
         && gtk_revealer_get_reveal_child (
             GTK_REVEALER (gtk_widget_get_ancestor (label, GTK_TYPE_REVEALER)));
}

static const char their_words[] = "menunggu kapal ini";

/* At rest the other text is announced as soon as the library tells, and can be taken. */
static void
test_changed_elsewhere (DockFixture *fixture, gconstpointer data)
{
  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Kata kami.");
  ui_test_wait_until (dock_is_saved (fixture));
  quote_elsewhere (fixture);
  ui_test_wait_until (shows_bar (fixture));
  g_assert_false (dock_holds_words (dock_get_document (fixture), their_words));

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.take-changes", NULL);
  g_assert_false (shows_bar (fixture));
  g_assert_true (dock_holds_words (dock_get_document (fixture), their_words));
  dock_type (fixture, " Lanjut.");
  ui_test_wait_until (dock_is_saved (fixture));
  g_assert_false (shows_bar (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Kata kami."));
  g_assert_false (dock_holds_words (dock_get_document (fixture), their_words));
}

/* While we type, ours is saved and theirs is a version: both are there whatever is chosen. */
static void
test_conflict (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahOpenBrief) stored = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  dock_begin_brief (fixture, "Naskah");
  ui_test_wait_until (dock_is_saved (fixture));
  dock_type (fixture, "Kata kami.");
  quote_elsewhere (fixture);
  ui_test_wait_until (shows_bar (fixture));
  ui_test_wait_until (dock_is_saved (fixture));
  g_assert_true (has_version_with (fixture, their_words));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.compare-changes", NULL);
  window = ui_test_find_window (RISALAH_TYPE_COMPARISON_WINDOW);
  g_assert_nonnull (window);
  gtk_window_destroy (GTK_WINDOW (window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.refuse-changes", NULL);
  g_assert_false (shows_bar (fixture));
  dock_type (fixture, " Lanjut.");
  ui_test_wait_until (dock_is_saved (fixture));
  g_assert_false (shows_bar (fixture));
  stored = risalah_session_open_brief (
      fixture->session.session,
      risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock)), &error);
  g_assert_no_error (error);
  g_assert_true (dock_holds_words (risalah_open_brief_get_document (stored), "Kata kami. Lanjut."));
}

/* Keeping ours where theirs is what the library holds writes ours over it. */
static void
test_refuse (DockFixture *fixture, gconstpointer data)
{
  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Kata kami.");
  ui_test_wait_until (dock_is_saved (fixture));
  quote_elsewhere (fixture);
  ui_test_wait_until (shows_bar (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.refuse-changes", NULL);
  ui_test_wait_until (has_version_with (fixture, their_words));
  g_assert_false (shows_bar (fixture));
}

/* What the killed program does: it types, says so, and types on. */
static void
type_until_killed (const char *path)
{
  DockFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture.session.session = risalah_session_open (path, FALSE, &error);
  g_assert_no_error (error);
  dock_show (&fixture);
  dock_begin_brief (&fixture, "Naskah yang terputus");
  dock_type (&fixture, "tercatat");
  puts ("typed");
  fflush (stdout);
  for (;;)
    {
      dock_type (&fixture, "x");
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static const char *program;

/* Two seconds after a word was typed the program is killed; started again, it has the word. */
static void
test_kill (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--type-until-killed",
                          fixture->session.path, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  gboolean is_late = FALSE;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
    }
  while (!g_str_equal (line, "typed"));
  g_timeout_add (2000, late_cb, &is_late);
  while (!is_late)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));

  risalah_brief_dock_open (fixture->dock, 1);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
  g_assert_cmpstr (risalah_document_get_title (dock_get_document (fixture)), ==,
                   "Naskah yang terputus");
  g_assert_true (dock_holds_words (dock_get_document (fixture), "tercatat"));
}

int
main (int argc, char **argv)
{
  program = argv[0];
  ui_test_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], "--type-until-killed"))
    type_until_killed (argv[2]);
#define ADD(path, function) \
  g_test_add ("/brief-versions/" path, DockFixture, NULL, dock_set_up, function, dock_tear_down)
  ADD ("compare", test_compare);
  ADD ("restore", test_restore);
  ADD ("removed-words", test_removed_words);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("conflict", test_conflict);
  ADD ("refuse", test_refuse);
  ADD ("kill", test_kill);
#undef ADD
  return g_test_run ();
}
