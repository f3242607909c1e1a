/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with events in the Timeline: reviewing, merging, dating, editing, and inserting them
 * into a brief. */

#include "risalah-date-sheet.h"
#include "risalah-event-details.h"
#include "risalah-event-history.h"
#include "risalah-event-review.h"
#include "risalah-event-sheet.h"
#include "risalah-event-strip.h"
#include "risalah-evidence-row.h"
#include "risalah-merge-sheet.h"
#include "timeline-fixture.h"

/* The surest first, by article; each key decides, the next one comes, Ctrl+Z takes it back. */
static void
test_review_keys (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  RisalahEventReview *review = fixture->window->timeline->review;

  gtk_widget_grab_focus (GTK_WIDGET (review));
  ui_test_wait_until (timeline_is_selected (fixture, "Latihan laut rekaan"));
  ui_test_press (window, "a");
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (timeline_is_selected (fixture, "Kunjungan tanpa tahun"));
  ui_test_press (window, "r");
  ui_test_wait_until (
      timeline_has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (timeline_is_selected (fixture, "Dialog rekaan digelar"));
  ui_test_press (window, "ctrl+z");
  ui_test_wait_until (
      timeline_has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_SUGGESTED));
  ui_test_press (window, "ctrl+shift+z");
  ui_test_wait_until (
      timeline_has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (timeline_get_n (risalah_event_review_get_events (review)) == 3);
  g_assert_cmpuint (risalah_event_list_get_n_all (risalah_event_review_get_events (review)), ==, 5);
  ui_test_press (window, "shift+a");
  ui_test_wait_until (
      timeline_has_review (fixture, "Dialog rekaan digelar", RISALAH_REVIEW_ACCEPTED)
      && timeline_has_review (fixture, "Kelompok kerja dibentuk", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (timeline_is_selected (fixture, "Kapal rekaan kembali"));
  ui_test_press (window, "shift+r");
  ui_test_wait_until (
      timeline_has_review (fixture, "Kapal rekaan kembali", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (timeline_get_n (risalah_event_review_get_events (review)) == 0);
  /* The whole article is one step back. */
  ui_test_press (window, "ctrl+z");
  ui_test_wait_until (timeline_get_n (risalah_event_review_get_events (review)) == 1);
}

static void
test_review_pointer (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *review = GTK_WIDGET (fixture->window->timeline->review);

  ui_test_wait_until (ui_test_find_action (review, "timeline.reject-article") != NULL);
  ui_test_click (ui_test_find_action (review, "timeline.accept"));
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (ui_test_find_action (GTK_WIDGET (fixture->window->toasts), "win.undo-event")
                      != NULL);
  ui_test_click (ui_test_find_action (GTK_WIDGET (fixture->window->toasts), "win.undo-event"));
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_SUGGESTED));
}

/* M offers the likely match, Enter merges; the evidence of both dates stands side by side. */
static void
test_merge (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr (RisalahEvent) from = timeline_get_event (fixture, "Kunjungan tanpa tahun", 0);
  g_autoptr (RisalahEvent) into = NULL;
  GtkWidget *sheet;

  gtk_widget_activate_action (GTK_WIDGET (place), "timeline.merge", "x", from->id);
  sheet = ui_test_wait_for_window (RISALAH_TYPE_MERGE_SHEET);
  /* Another kind, and no party set that is equal: nothing is offered for the visit. */
  ui_test_press (sheet, "Escape");
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_MERGE_SHEET) == NULL);
  into = timeline_get_event (fixture, "Latihan laut rekaan", 0);
  g_clear_pointer (&from, risalah_event_free);
  from = timeline_get_event (fixture, "Kapal rekaan kembali", 0);
  gtk_widget_activate_action (GTK_WIDGET (place), "timeline.merge", "x", from->id);
  sheet = ui_test_wait_for_window (RISALAH_TYPE_MERGE_SHEET);
  ui_test_wait_until (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (sheet))));
  ui_test_press (sheet, "Return");
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  g_clear_pointer (&into, risalah_event_free);
  into = timeline_get_event (fixture, "Latihan laut rekaan", 0);
  g_assert_cmpuint (into->n_articles, ==, 2);
  g_assert_cmpuint (into->n_origins, ==, 2);
  g_assert_null (timeline_get_event (fixture, "Kapal rekaan kembali", 0));
}

/* A date set by the analyst needs a reason, is marked so, and can be undone. */
static void
test_strip (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahEventList *undated = risalah_event_strip_get_events (place->strip);
  g_autoptr (RisalahEvent) event = NULL;
  GtkWidget *sheet, *set;

  ui_test_wait_until (timeline_get_n (undated) == 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->strip)));
  ui_test_wait_until (ui_test_find_action (GTK_WIDGET (place->strip), "timeline.set-date") != NULL);
  ui_test_click (ui_test_find_action (GTK_WIDGET (place->strip), "timeline.set-date"));
  sheet = ui_test_wait_for_window (RISALAH_TYPE_DATE_SHEET);
  set = ui_test_find_suggested (sheet);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "When")), "2025-13");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Why")), "menurut undangan");
  g_assert_false (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "When")), "2025-07-28");
  g_assert_true (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Why")), " ");
  g_assert_false (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Why")), "menurut undangan");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_find (sheet, ADW_TYPE_COMBO_ROW)), 2);
  ui_test_click (set);
  ui_test_wait_until (timeline_get_n (undated) == 1);
  event = timeline_get_event (fixture, "Kunjungan tanpa tahun", 0);
  g_assert_cmpstr (event->edtf, ==, "2025-07-28/..");
  g_assert_true (event->date_by_analyst);
  g_assert_cmpstr (event->date_reason, ==, "menurut undangan");
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_DATE_SHEET) == NULL
                      && gtk_widget_get_focus_child (GTK_WIDGET (place->strip)) != NULL);
  ui_test_press (GTK_WIDGET (fixture->window), "ctrl+z");
  ui_test_wait_until (timeline_get_n (undated) == 2);
}

/* Two dates for one meeting: both shown, a button at each, and nothing overwritten by deciding. */
static void
test_conflict (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr (RisalahEvent) first = timeline_get_event (fixture, "Dialog rekaan digelar", 0);
  g_autoptr (RisalahEvent) second = timeline_get_event (fixture, "Kelompok kerja dibentuk", 0);
  g_autoptr (RisalahEvent) decided = NULL;
  GtkWidget *row = NULL;

  risalah_event_history_act_async (risalah_session_get_event_history (fixture->session),
                                   risalah_event_act_new_merge (second->id, first->id), NULL, NULL,
                                   NULL);
  ui_test_wait_until (
      timeline_has_review (fixture, "Dialog rekaan digelar", RISALAH_REVIEW_ACCEPTED));
  timeline_select_event (fixture, "Dialog rekaan digelar");
  ui_test_wait_until (risalah_event_details_get_event (place->details)->evidence->len == 4);
  for (row = ui_test_find (GTK_WIDGET (place->details), RISALAH_TYPE_EVIDENCE_ROW); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (timeline_find_label (row, "Date: 29 July 2025") != NULL)
      break;
  g_assert_nonnull (row);
  g_assert_nonnull (timeline_find_label (row, "Use This"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (timeline_find_label (row, "Use This"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  ui_test_wait_until (
      g_strcmp0 (risalah_event_details_get_event (place->details)->edtf, "2025-07-29") == 0);
  decided = timeline_get_event (fixture, "Dialog rekaan digelar", 0);
  g_assert_cmpuint (decided->evidence->len, ==, 4);
  g_assert_null (timeline_find_label (GTK_WIDGET (place->details), "Use This"));
}

/* Looking at evidence changes nothing of it. */
static void
test_graded (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahEventHistory *history = risalah_session_get_event_history (fixture->session);
  g_autoptr (RisalahEvent) event = timeline_get_event (fixture, "Latihan laut rekaan", 0);
  g_autoptr (RisalahEvent) seen = NULL;

  risalah_event_history_act_async (history,
                                   risalah_event_act_new_grade (event->evidence->pdata[0],
                                                                RISALAH_VOICE_REPORTED, 2),
                                   NULL, NULL, NULL);
  timeline_select_event (fixture, "Latihan laut rekaan");
  ui_test_wait_until (
      ((RisalahEvidence *)risalah_event_details_get_event (place->details)->evidence->pdata[0])
          ->credibility
      == 2);
  ui_test_frames (GTK_WIDGET (fixture->window), 3);
  gtk_widget_grab_focus (GTK_WIDGET (place->table));
  ui_test_press (GTK_WIDGET (fixture->window), "ctrl+z");
  /* The one act there was is undone, and there is no other. */
  ui_test_wait_until (!risalah_event_history_can_undo (history));
  seen = timeline_get_event (fixture, "Latihan laut rekaan", 0);
  g_assert_cmpint (((RisalahEvidence *)seen->evidence->pdata[0])->credibility, ==, 0);
}

/* E opens all fields; what is typed is stored, and the wrong date is refused in place. */
static void
test_edit (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEvent) event = NULL;
  GtkWidget *sheet, *save;

  timeline_select_event (fixture, "Latihan laut rekaan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->timeline), "timeline.edit", "x",
                              (gint64)0);
  sheet = ui_test_wait_for_window (RISALAH_TYPE_EVENT_SHEET);
  save = ui_test_find_suggested (sheet);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "When")), "2025-08-32");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (gtk_widget_has_css_class (ui_test_find_row (sheet, "When"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "When")), "2025-08-04/2025-08-05");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Why")), "dua hari");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Parties")),
                         "Indonesia, Turkey, TNI AL");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Place")), "Surabaya");
  g_assert_true (gtk_widget_get_sensitive (save));
  ui_test_click (save);
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  event = timeline_get_event (fixture, "Latihan laut rekaan", 0);
  g_assert_cmpstr (event->edtf, ==, "2025-08-04/2025-08-05");
  g_assert_true (event->date_by_analyst);
  g_assert_cmpstr (event->place, ==, "Surabaya");
  g_assert_cmpuint (event->parties->len, ==, 3);
  g_assert_cmpstr (((RisalahParty *)event->parties->pdata[0])->key, ==, "ID");
  g_assert_cmpstr (((RisalahParty *)event->parties->pdata[2])->kind, ==, "organisation");
}

/* Into a brief: accepted by that, with a citation that leads back. */
static void
test_insert (WindowFixture *fixture, gconstpointer data)
{
  RisalahBriefDock *dock = fixture->window->dock;
  RisalahDocument *document;
  gboolean found = FALSE;

  timeline_select_event (fixture, "Latihan laut rekaan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->timeline), "timeline.insert", "x",
                              (gint64)0);
  ui_test_wait_until (risalah_brief_dock_get_brief (dock) != NULL);
  ui_test_wait_until (
      timeline_has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  document = risalah_editor_get_document (risalah_brief_dock_get_editor (dock));
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahRichText *text =
          risalah_brief_block_get_text (risalah_document_get_block (document, i));

      found = found
              || (text != NULL && strstr (risalah_rich_text_get_text (text), "Latihan laut rekaan")
                  && risalah_rich_text_has_mark (text, RISALAH_MARK_CITATION,
                                                 risalah_rich_text_get_length (text) - 1,
                                                 risalah_rich_text_get_length (text)));
    }
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, view, function)                                                                  \
  g_test_add ("/event-acts/" name, WindowFixture, view, timeline_set_up, function,                 \
              window_fixture_tear_down)
  ADD ("review/keys", "review", test_review_keys);
  ADD ("review/pointer", "review", test_review_pointer);
  ADD ("review/merge", "review", test_merge);
  ADD ("strip", "picture", test_strip);
  ADD ("conflict", "table", test_conflict);
  ADD ("graded", "table", test_graded);
  ADD ("edit", "table", test_edit);
  ADD ("insert", "table", test_insert);
  return g_test_run ();
}
