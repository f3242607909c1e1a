/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief and its version in the other language: begun, shown side by side, scrolled together,
 * checked against each other, and back in the dock afterwards. */

#include "dock-fixture.h"
#include "risalah-pair-window.h"
#include "risalah-section-link.h"
#include "risalah-translation-dialog.h"

/* A brief with a quotation and a figure, and its new version in English beside it. */
static RisalahPairWindow *
open_pair (DockFixture *fixture)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote (fixture);
  GtkWidget *dialog;

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_type (fixture, " Nilainya 24 juta pada 12 Mei 2026.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.side-by-side", NULL);
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_TRANSLATION_DIALOG) != NULL);
  dialog = ui_test_find_window (RISALAH_TYPE_TRANSLATION_DIALOG);
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (ui_test_find_label (dialog, "New brief in English"),
                               ADW_TYPE_ACTION_ROW),
      "activated");
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_PAIR_WINDOW) != NULL);
  g_assert_null (risalah_brief_dock_get_brief (fixture->dock));
  return RISALAH_PAIR_WINDOW (ui_test_find_window (RISALAH_TYPE_PAIR_WINDOW));
}

static RisalahEditor *
editor_of (RisalahPairWindow *window, guint index)
{
  return risalah_brief_dock_get_editor (risalah_pair_window_get_dock (window, index));
}

static RisalahDocument *
document_of (RisalahPairWindow *window, guint index)
{
  return risalah_editor_get_document (editor_of (window, index));
}

static void
close_pair (DockFixture *fixture, RisalahPairWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_PAIR_WINDOW) == NULL
                      && risalah_brief_dock_get_brief (fixture->dock) != NULL);
}

/* The new version has the same blocks, its headings in English, and the quotation as it was. */
static void
test_new_version (DockFixture *fixture, gconstpointer data)
{
  RisalahPairWindow *window = open_pair (fixture);
  RisalahDocument *ours = document_of (window, 0), *theirs = document_of (window, 1);
  RisalahPosition place;
  const RisalahMark *original, *kept;

  g_assert_cmpstr (risalah_document_get_field (theirs, RISALAH_DOCUMENT_LANGUAGE), ==, "en");
  g_assert_cmpuint (risalah_document_get_n_blocks (theirs), ==,
                    risalah_document_get_n_blocks (ours));
  g_assert_true (dock_holds_words (theirs, "Executive summary"));
  g_assert_false (dock_holds_words (theirs, "Ringkasan eksekutif"));
  original = dock_find_mark (ours, RISALAH_MARK_QUOTATION, &place);
  kept = dock_find_mark (theirs, RISALAH_MARK_QUOTATION, &place);
  g_assert_true (risalah_quotation_use_equal (original->quotation, kept->quotation));
  close_pair (fixture, window);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Ringkasan eksekutif"));

  /* The pair is known from now on: no more question. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.side-by-side", NULL);
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_PAIR_WINDOW) != NULL);
  close_pair (fixture, RISALAH_PAIR_WINDOW (ui_test_find_window (RISALAH_TYPE_PAIR_WINDOW)));
}

/* A number that only one version has is a finding of both. */
static void
test_check (DockFixture *fixture, gconstpointer data)
{
  RisalahPairWindow *window = open_pair (fixture);
  GtkWidget *dock = GTK_WIDGET (risalah_pair_window_get_dock (window, 1));
  g_auto (RisalahEdit) edit = risalah_edit_replace_all (
      document_of (window, 1), &(RisalahPosition){ 0 }, "24 juta", "25 million", FALSE, FALSE);

  g_assert_true (risalah_editor_apply (editor_of (window, 1), &edit));
  gtk_widget_activate_action (dock, "brief.show", "s", "check");
  ui_test_wait_until (ui_test_find_label (dock, "The other version lacks the number 25 million.")
                      != NULL);
  close_pair (fixture, window);
}

static double
scroll_of (RisalahEditor *editor)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (editor)));
}

/* Where one version is scrolled, the other follows to the same section. */
static void
test_linked_scrolling (DockFixture *fixture, gconstpointer data)
{
  RisalahPairWindow *window = open_pair (fixture);
  GtkAdjustment *ours
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (editor_of (window, 0)));
  double before;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 420);
  ui_test_wait_until (gtk_adjustment_get_upper (ours) > gtk_adjustment_get_page_size (ours) + 100);
  ui_test_frames (GTK_WIDGET (window), 4);
  gtk_adjustment_set_value (ours, 0);
  ui_test_frames (GTK_WIDGET (window), 2);
  before = scroll_of (editor_of (window, 1));
  gtk_adjustment_set_value (ours, gtk_adjustment_get_upper (ours) / 2);
  ui_test_wait_until (scroll_of (editor_of (window, 1)) > before + 50);
  close_pair (fixture, window);
}

static void
test_next_section (DockFixture *fixture, gconstpointer data)
{
  RisalahPairWindow *window = open_pair (fixture);
  RisalahPosition ours, theirs;

  risalah_editor_select (editor_of (window, 0), &(RisalahPosition){ 0 }, &(RisalahPosition){ 0 });
  gtk_widget_activate_action (GTK_WIDGET (window), "pair.next-section", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "pair.next-section", NULL);
  risalah_editor_get_selection (editor_of (window, 0), &ours, &ours);
  risalah_editor_get_selection (editor_of (window, 1), &theirs, &theirs);
  g_assert_cmpint (risalah_brief_block_get_kind (
                       risalah_document_get_block (document_of (window, 0), ours.block)),
                   ==, RISALAH_BRIEF_BLOCK_HEADING);
  g_assert_cmpuint (ours.block, ==, theirs.block);
  close_pair (fixture, window);
}

/* In a narrow window one version at a time, with a switch between them. */
static void
test_narrow (DockFixture *fixture, gconstpointer data)
{
  RisalahPairWindow *window = open_pair (fixture);
  GtkWidget *first = GTK_WIDGET (risalah_pair_window_get_dock (window, 0));
  GtkWidget *second = GTK_WIDGET (risalah_pair_window_get_dock (window, 1));
  GtkWidget *label;

  g_assert_true (gtk_widget_get_visible (first) && gtk_widget_get_visible (second));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  ui_test_wait_until (!gtk_widget_get_visible (second));
  label = ui_test_find_label (GTK_WIDGET (window), "English");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_true (gtk_widget_get_visible (second));
  g_assert_false (gtk_widget_get_visible (first));
  close_pair (fixture, window);
}

/* Sections are matched by the template's name, others by their number. */
static void
test_match (void)
{
  RisalahBriefBlock *blocks[] = {
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1, "Satu"),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1, "Dua"),
    NULL,
  };
  g_autoptr (RisalahDocument) first = NULL, second = NULL;

  blocks[2] = risalah_brief_block_with_section (blocks[1], "problem");
  first = risalah_document_new ("id", (RisalahBriefBlock *[]){ blocks[0], blocks[2] }, 2);
  second = risalah_document_new (
      "en", (RisalahBriefBlock *[]){ blocks[0], blocks[1], blocks[1], blocks[2] }, 4);
  g_assert_cmpint (risalah_section_link_match (first, 0, second), ==, 0);
  g_assert_cmpint (risalah_section_link_match (first, 1, second), ==, 3);
  g_assert_cmpint (risalah_section_link_match (second, 2, first), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    risalah_brief_block_unref (blocks[i]);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  /* GTK 4.8 stumbles over a scroll that is on its way when its view is hidden. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/brief-pair/match", test_match);
#define ADD(path, function) \
  g_test_add ("/brief-pair/" path, DockFixture, NULL, dock_set_up, function, dock_tear_down)
  ADD ("new-version", test_new_version);
  ADD ("check", test_check);
  ADD ("linked-scrolling", test_linked_scrolling);
  ADD ("next-section", test_next_section);
  ADD ("narrow", test_narrow);
#undef ADD
  return g_test_run ();
}
