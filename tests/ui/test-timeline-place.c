/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Timeline by keyboard and pointer: the review, the table, what needs a date, and the event with
 * its evidence. */

#include "risalah-date-sheet.h"
#include "risalah-event-details.h"
#include "risalah-event-export.h"
#include "risalah-event-history.h"
#include "risalah-event-review.h"
#include "risalah-event-sheet.h"
#include "risalah-event-strip.h"
#include "risalah-event-table-view.h"
#include "risalah-evidence-row.h"
#include "risalah-merge-sheet.h"
#include "risalah-timeline-place-private.h"
#include "ui-test-input.h"
#include "window-fixture.h"

/* --- a library with events --------------------------------------------------------------- */

typedef struct
{
  const char *title;
  const char *kind;
  const char *edtf;
  const char *party;
  double score;
  guint article; /* from 0; 9 for the first two together */
} Wanted;

static const Wanted wanted[] = {
  { "Dialog rekaan digelar", "meeting", "2025-07-28", "PK", 0.9, 0 },
  { "Kelompok kerja dibentuk", "working-group", "2025-07-29", "PK", 0.6, 0 },
  { "Latihan laut rekaan", "exercise", "2025-08-05", "AU", 0.95, 1 },
  { "Kunjungan tanpa tahun", "visit", "XXXX-07-28", "AU", 0.5, 1 },
  { "Kapal rekaan kembali", "exercise", NULL, "AU", 0.4, 2 },
};

typedef struct
{
  GArray *sources;
  GArray *ids;
  RisalahEvent *event;
  guint review;
  gint64 id;
} Job;

static void
add_wanted_evidence (RisalahEvent *event, const Wanted *one, gint64 text)
{
  RisalahEvidence *date;

  risalah_event_add_evidence (event, text, 0, 24, "trigger")->voice = RISALAH_VOICE_PUBLISHER;
  if (one->edtf == NULL)
    return;
  date = risalah_event_add_evidence (event, text, 7, 17, "date");
  date->value = g_strdup (one->edtf);
  date->joined_by = g_strdup ("suggestion");
}

static gboolean
fill (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const RisalahEventFilter none = { .with_talk = TRUE };
  g_autoptr(GArray) old = risalah_events_list (connection, &none, error);

  g_assert_nonnull (old);
  for (guint i = 0; i < old->len; i++)
    g_assert_true (risalah_events_delete (connection, g_array_index (old, gint64, i), error));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr(RisalahEvent) event = risalah_event_new ();
      g_autoptr(RisalahSourceText) text
          = risalah_source_texts_get_current (connection, wanted[i].article + 1, error);

      g_assert_no_error (*error);
      event->title = g_strdup (wanted[i].title);
      event->kind = g_strdup (wanted[i].kind);
      event->edtf = g_strdup (wanted[i].edtf);
      event->score = wanted[i].score;
      event->suggestion_key = g_strdup (wanted[i].title);
      risalah_event_add_party (event, "country", "ID", NULL);
      risalah_event_add_party (event, "country", wanted[i].party, NULL);
      add_wanted_evidence (event, &wanted[i], text->id);
      g_assert_cmpint (risalah_events_add (connection, event, error), >, 0);
    }
  return TRUE;
}

static gboolean
find_event (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const RisalahEventFilter filter = { .review = job->review };
  g_autoptr(GArray) ids = risalah_events_list (connection, &filter, error);
  g_autoptr(GPtrArray) events = NULL;

  g_assert_nonnull (ids);
  events = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE, error);
  for (guint i = 0; i < events->len && job->event == NULL; i++)
    if (job->id == 0
            ? g_str_equal (((RisalahEvent *)events->pdata[i])->title, (char *)job->ids)
            : ((RisalahEvent *)events->pdata[i])->id == job->id)
      job->event = risalah_event_copy (g_ptr_array_index (events, i));
  return TRUE;
}

/* The event of that title as the library has it, %NULL where it has none of that review. */
static RisalahEvent *
get_event (WindowFixture *fixture, const char *title, guint review)
{
  Job job = { .ids = (GArray *)title, .review = review };

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             find_event, &job, NULL, NULL);
  return job.event;
}

static gboolean
has_review (WindowFixture *fixture, const char *title, RisalahReview review)
{
  g_autoptr(RisalahEvent) event = get_event (fixture, title, 1u << review);

  return event != NULL;
}

static guint
get_n (RisalahEventList *events)
{
  return g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (events)));
}

static void
set_up (WindowFixture *fixture, gconstpointer view)
{
  g_autoptr(GError) error = NULL;
  RisalahTimelinePlace *place;

  window_fixture_set_up (fixture, NULL);
  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  risalah_window_set_dock_visible (fixture->window, FALSE);
  risalah_window_show_place (fixture->window, "timeline");
  place = fixture->window->timeline;
  risalah_timeline_place_show_view (place, view);
  ui_test_wait_until (get_n (risalah_timeline_place_get_events (place)) == G_N_ELEMENTS (wanted)
                      && get_n (risalah_event_review_get_events (place->review))
                             == G_N_ELEMENTS (wanted));
  ui_test_frames (GTK_WIDGET (fixture->window), 3);
}

/* The title of the event that is selected. */
static char *
dup_selected (WindowFixture *fixture)
{
  Job job = { .id = risalah_timeline_state_get_selected (
                  risalah_timeline_place_get_state (fixture->window->timeline)) };
  char *title;

  if (job.id == 0)
    return NULL;
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             find_event, &job, NULL, NULL);
  title = job.event != NULL ? g_strdup (job.event->title) : NULL;
  risalah_event_free (job.event);
  return title;
}

static gboolean
is_selected (WindowFixture *fixture, const char *title)
{
  g_autofree char *selected = dup_selected (fixture);

  return g_strcmp0 (selected, title) == 0;
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_window (GType type)
{
  ui_test_wait_until (find_window (type) != NULL);
  return find_window (type);
}

/* --- review ------------------------------------------------------------------------------ */

/* The surest first, by article; each key decides, the next one comes, Ctrl+Z takes it back. */
static void
test_review_keys (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  RisalahEventReview *review = fixture->window->timeline->review;

  gtk_widget_grab_focus (GTK_WIDGET (review));
  ui_test_wait_until (is_selected (fixture, "Latihan laut rekaan"));
  ui_test_press (window, "a");
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (is_selected (fixture, "Kunjungan tanpa tahun"));
  ui_test_press (window, "r");
  ui_test_wait_until (has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (is_selected (fixture, "Dialog rekaan digelar"));
  ui_test_press (window, "ctrl+z");
  ui_test_wait_until (has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_SUGGESTED));
  ui_test_press (window, "ctrl+shift+z");
  ui_test_wait_until (has_review (fixture, "Kunjungan tanpa tahun", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (get_n (risalah_event_review_get_events (review)) == 3);
  g_assert_cmpuint (risalah_event_list_get_n_all (risalah_event_review_get_events (review)), ==, 5);
  ui_test_press (window, "shift+a");
  ui_test_wait_until (has_review (fixture, "Dialog rekaan digelar", RISALAH_REVIEW_ACCEPTED)
                      && has_review (fixture, "Kelompok kerja dibentuk", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (is_selected (fixture, "Kapal rekaan kembali"));
  ui_test_press (window, "shift+r");
  ui_test_wait_until (has_review (fixture, "Kapal rekaan kembali", RISALAH_REVIEW_REJECTED));
  ui_test_wait_until (get_n (risalah_event_review_get_events (review)) == 0);
  /* The whole article is one step back. */
  ui_test_press (window, "ctrl+z");
  ui_test_wait_until (get_n (risalah_event_review_get_events (review)) == 1);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

static void
test_review_pointer (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *review = GTK_WIDGET (fixture->window->timeline->review);

  ui_test_wait_until (find_button (review, "timeline.reject-article") != NULL);
  ui_test_click (find_button (review, "timeline.accept"));
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (find_button (GTK_WIDGET (fixture->window->toasts), "win.undo-event") != NULL);
  ui_test_click (find_button (GTK_WIDGET (fixture->window->toasts), "win.undo-event"));
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_SUGGESTED));
}

/* M offers the likely match, Enter merges; the evidence of both dates stands side by side. */
static void
test_merge (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr(RisalahEvent) from = get_event (fixture, "Kunjungan tanpa tahun", 0);
  g_autoptr(RisalahEvent) into = NULL;
  GtkWidget *sheet;

  gtk_widget_activate_action (GTK_WIDGET (place), "timeline.merge", "x", from->id);
  sheet = wait_for_window (RISALAH_TYPE_MERGE_SHEET);
  /* Another kind, and no party set that is equal: nothing is offered for the visit. */
  ui_test_press (sheet, "Escape");
  ui_test_wait_until (find_window (RISALAH_TYPE_MERGE_SHEET) == NULL);
  into = get_event (fixture, "Latihan laut rekaan", 0);
  g_clear_pointer (&from, risalah_event_free);
  from = get_event (fixture, "Kapal rekaan kembali", 0);
  gtk_widget_activate_action (GTK_WIDGET (place), "timeline.merge", "x", from->id);
  sheet = wait_for_window (RISALAH_TYPE_MERGE_SHEET);
  ui_test_wait_until (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (sheet))));
  ui_test_press (sheet, "Return");
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  g_clear_pointer (&into, risalah_event_free);
  into = get_event (fixture, "Latihan laut rekaan", 0);
  g_assert_cmpuint (into->n_articles, ==, 2);
  g_assert_cmpuint (into->n_origins, ==, 2);
  g_assert_null (get_event (fixture, "Kapal rekaan kembali", 0));
}

/* --- the table --------------------------------------------------------------------------- */

static char *
dup_first_title (RisalahTimelinePlace *place)
{
  RisalahLazyList *list = risalah_event_list_get_list (risalah_timeline_place_get_events (place));
  g_autoptr(RisalahLazyItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  const RisalahEventRow *row = item != NULL ? risalah_lazy_item_get_value (item) : NULL;

  return row != NULL ? g_strdup (row->event->title) : NULL;
}

static gboolean
is_first (RisalahTimelinePlace *place, const char *title)
{
  g_autofree char *first = dup_first_title (place);

  return g_strcmp0 (first, title) == 0;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* Sorted by the drop-down, which keys reach, and by a click on a header. */
static void
test_table_sort (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  GtkWidget *header;

  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_TITLE, TRUE);
  ui_test_wait_until (is_first (place, "Latihan laut rekaan"));
  header = gtk_widget_get_parent (find_label (
      GTK_WIDGET (place->table), "Kind"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_TITLE, FALSE);
  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  ui_test_click (header);
  ui_test_wait_until (is_first (place, "Latihan laut rekaan"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_KIND, TRUE);
  ui_test_wait_until (is_first (place, "Kelompok kerja dibentuk"));
}

/* The arrow keys select, in the table and for the card; A accepts what is selected. */
static void
test_table_keys (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  ui_test_click (find_label (GTK_WIDGET (place->table), "Dialog rekaan digelar"));
  ui_test_wait_until (is_selected (fixture, "Dialog rekaan digelar"));
  ui_test_press (window, "Down");
  ui_test_wait_until (is_selected (fixture, "Kelompok kerja dibentuk"));
  ui_test_wait_until (risalah_event_details_get_event (place->details) != NULL
                      && g_str_equal (risalah_event_details_get_event (place->details)->title,
                                      "Kelompok kerja dibentuk"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->details)));
  ui_test_press (window, "a");
  ui_test_wait_until (has_review (fixture, "Kelompok kerja dibentuk", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (risalah_event_details_get_event (place->details)->review
                      == RISALAH_REVIEW_ACCEPTED);
  ui_test_press (window, "Escape");
  ui_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (place->details)));
}

/* --- what needs a date ------------------------------------------------------------------- */

static GtkWidget *
find_entry (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);
  return found;
}

static GtkWidget *
find_suggested (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_suggested (child);
  return found;
}

/* A date set by the analyst needs a reason, is marked so, and can be undone. */
static void
test_strip (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahEventList *undated = risalah_event_strip_get_events (place->strip);
  g_autoptr(RisalahEvent) event = NULL;
  GtkWidget *sheet, *set;

  ui_test_wait_until (get_n (undated) == 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->strip)));
  ui_test_wait_until (find_button (GTK_WIDGET (place->strip), "timeline.set-date") != NULL);
  ui_test_click (find_button (GTK_WIDGET (place->strip), "timeline.set-date"));
  sheet = wait_for_window (RISALAH_TYPE_DATE_SHEET);
  set = find_suggested (sheet);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "When")), "2025-13");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Why")), "menurut undangan");
  g_assert_false (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "When")), "2025-07-28");
  g_assert_true (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Why")), " ");
  g_assert_false (gtk_widget_get_sensitive (set));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Why")), "menurut undangan");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_find (sheet, ADW_TYPE_COMBO_ROW)), 2);
  ui_test_click (set);
  ui_test_wait_until (get_n (undated) == 1);
  event = get_event (fixture, "Kunjungan tanpa tahun", 0);
  g_assert_cmpstr (event->edtf, ==, "2025-07-28/..");
  g_assert_true (event->date_by_analyst);
  g_assert_cmpstr (event->date_reason, ==, "menurut undangan");
  ui_test_wait_until (find_window (RISALAH_TYPE_DATE_SHEET) == NULL
                      && gtk_widget_get_focus_child (GTK_WIDGET (place->strip)) != NULL);
  ui_test_press (GTK_WIDGET (fixture->window), "ctrl+z");
  ui_test_wait_until (get_n (undated) == 2);
}

/* --- the event --------------------------------------------------------------------------- */

static void
select_event (WindowFixture *fixture, const char *title)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr(RisalahEvent) event = get_event (fixture, title, 0);

  risalah_timeline_state_select (place->state, event->id);
  ui_test_wait_until (risalah_event_details_get_event (place->details) != NULL
                      && risalah_event_details_get_event (place->details)->id == event->id);
}

/* Two dates for one meeting: both shown, a button at each, and nothing overwritten by deciding. */
static void
test_conflict (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr(RisalahEvent) first = get_event (fixture, "Dialog rekaan digelar", 0);
  g_autoptr(RisalahEvent) second = get_event (fixture, "Kelompok kerja dibentuk", 0);
  g_autoptr(RisalahEvent) decided = NULL;
  GtkWidget *row = NULL;

  risalah_event_history_act_async (risalah_session_get_event_history (fixture->session),
                                   risalah_event_act_new_merge (second->id, first->id), NULL, NULL,
                                   NULL);
  ui_test_wait_until (has_review (fixture, "Dialog rekaan digelar", RISALAH_REVIEW_ACCEPTED));
  select_event (fixture, "Dialog rekaan digelar");
  ui_test_wait_until (risalah_event_details_get_event (place->details)->evidence->len == 4);
  for (row = ui_test_find (GTK_WIDGET (place->details), RISALAH_TYPE_EVIDENCE_ROW); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (find_label (row, "Date: 29 July 2025") != NULL)
      break;
  g_assert_nonnull (row);
  g_assert_nonnull (find_label (row, "Use This"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (row, "Use This"), GTK_TYPE_BUTTON),
                         "clicked");
  ui_test_wait_until (g_strcmp0 (risalah_event_details_get_event (place->details)->edtf,
                                 "2025-07-29")
                      == 0);
  decided = get_event (fixture, "Dialog rekaan digelar", 0);
  g_assert_cmpuint (decided->evidence->len, ==, 4);
  g_assert_null (find_label (GTK_WIDGET (place->details), "Use This"));
}

/* Looking at evidence changes nothing of it. */
static void
test_graded (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahEventHistory *history = risalah_session_get_event_history (fixture->session);
  g_autoptr(RisalahEvent) event = get_event (fixture, "Latihan laut rekaan", 0);
  g_autoptr(RisalahEvent) seen = NULL;

  risalah_event_history_act_async (history,
                                   risalah_event_act_new_grade (event->evidence->pdata[0],
                                                                RISALAH_VOICE_REPORTED, 2),
                                   NULL, NULL, NULL);
  select_event (fixture, "Latihan laut rekaan");
  ui_test_wait_until (((RisalahEvidence *)risalah_event_details_get_event (place->details)
                           ->evidence->pdata[0])->credibility
                      == 2);
  ui_test_frames (GTK_WIDGET (fixture->window), 3);
  gtk_widget_grab_focus (GTK_WIDGET (place->table));
  ui_test_press (GTK_WIDGET (fixture->window), "ctrl+z");
  /* The one act there was is undone, and there is no other. */
  ui_test_wait_until (!risalah_event_history_can_undo (history));
  seen = get_event (fixture, "Latihan laut rekaan", 0);
  g_assert_cmpint (((RisalahEvidence *)seen->evidence->pdata[0])->credibility, ==, 0);
}

/* E opens all fields; what is typed is stored, and the wrong date is refused in place. */
static void
test_edit (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr(RisalahEvent) event = NULL;
  GtkWidget *sheet, *save;

  select_event (fixture, "Latihan laut rekaan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->timeline), "timeline.edit", "x",
                              (gint64)0);
  sheet = wait_for_window (RISALAH_TYPE_EVENT_SHEET);
  save = find_suggested (sheet);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "When")), "2025-08-32");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (gtk_widget_has_css_class (find_entry (sheet, "When"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "When")), "2025-08-04/2025-08-05");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Why")), "dua hari");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Parties")), "Indonesia, Turkey, TNI AL");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (sheet, "Place")), "Surabaya");
  g_assert_true (gtk_widget_get_sensitive (save));
  ui_test_click (save);
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  event = get_event (fixture, "Latihan laut rekaan", 0);
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

  select_event (fixture, "Latihan laut rekaan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->timeline), "timeline.insert", "x",
                              (gint64)0);
  ui_test_wait_until (risalah_brief_dock_get_brief (dock) != NULL);
  ui_test_wait_until (has_review (fixture, "Latihan laut rekaan", RISALAH_REVIEW_ACCEPTED));
  document = risalah_editor_get_document (risalah_brief_dock_get_editor (dock));
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahRichText *text
          = risalah_brief_block_get_text (risalah_document_get_block (document, i));

      found = found
              || (text != NULL && strstr (risalah_rich_text_get_text (text), "Latihan laut rekaan")
                  && risalah_rich_text_has_mark (text, RISALAH_MARK_CITATION,
                                                 risalah_rich_text_get_length (text) - 1,
                                                 risalah_rich_text_get_length (text)));
    }
  g_assert_true (found);
}

/* The search of Sources narrows the Timeline, and the other way round. */
static void
test_filter (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahSourceSearch *search = risalah_timeline_state_get_search (place->state);
  RisalahEventList *events = risalah_timeline_place_get_events (place);
  g_autoptr(GError) error = NULL;

  g_assert_true (search == risalah_sources_place_get_search (fixture->window->sources));
  risalah_source_search_set_text (search, "Surabaya");
  ui_test_wait_until (get_n (events) == 1);
  ui_test_wait_until (is_first (place, "Kapal rekaan kembali"));
  risalah_source_search_set_text (search, "");
  ui_test_wait_until (get_n (events) == 5);
  risalah_timeline_state_set_kind (place->state, "exercise");
  ui_test_wait_until (get_n (events) == 2);
  risalah_timeline_state_set_kind (place->state, NULL);
  g_assert_true (risalah_timeline_state_set_period (place->state, "2025-08", NULL, &error));
  ui_test_wait_until (get_n (events) == 1);
  g_assert_false (risalah_timeline_state_set_period (place->state, "2025-13", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (risalah_timeline_state_set_period (place->state, "", "", NULL));
  risalah_timeline_state_set_min_origins (place->state, 2);
  ui_test_wait_until (get_n (events) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (place->pages), ==, "empty");
}

/* What the filter admits, in the format that the name asks for. */
static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autofree char *csv_path = g_build_filename (fixture->folder, "events.csv", NULL);
  g_autofree char *json_path = g_build_filename (fixture->folder, "events.JSON", NULL);
  g_autoptr(GFile) csv_file = g_file_new_for_path (csv_path);
  g_autoptr(GFile) json_file = g_file_new_for_path (json_path);
  g_autofree char *csv = NULL, *json = NULL;
  g_autoptr(GError) error = NULL;

  risalah_timeline_state_set_kind (place->state, "exercise");
  g_assert_true (risalah_event_export_write (
      fixture->session, risalah_timeline_state_get_filter (place->state), csv_file, &error));
  g_assert_no_error (error);
  g_assert_true (risalah_event_export_write (
      fixture->session, risalah_timeline_state_get_filter (place->state), json_file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (csv_path, &csv, NULL, NULL));
  g_assert_true (g_file_get_contents (json_path, &json, NULL, NULL));
  g_assert_nonnull (strstr (csv, "\"Kapal rekaan kembali\""));
  g_assert_null (strstr (csv, "Dialog rekaan digelar"));
  g_assert_true (g_str_has_prefix (json, "{"));
  g_assert_nonnull (strstr (json, "\"2025-08-05\""));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, view, function)                                                                  \
  g_test_add ("/timeline-place/" name, WindowFixture, view, set_up, function,                      \
              window_fixture_tear_down)
  ADD ("review/keys", "review", test_review_keys);
  ADD ("review/pointer", "review", test_review_pointer);
  ADD ("review/merge", "review", test_merge);
  ADD ("table/sort", "table", test_table_sort);
  ADD ("table/keys", "table", test_table_keys);
  ADD ("strip", "picture", test_strip);
  ADD ("event/conflict", "table", test_conflict);
  ADD ("event/graded", "table", test_graded);
  ADD ("event/edit", "table", test_edit);
  ADD ("event/insert", "table", test_insert);
  ADD ("filter", "table", test_filter);
  ADD ("export", "table", test_export);
  return g_test_run ();
}
