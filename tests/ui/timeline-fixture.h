/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window at the Timeline of a library with five suggested events, and what tests ask of it. */
#pragma once

#include "risalah-event-details.h"
#include "risalah-event-review.h"
#include "risalah-timeline-place-private.h"
#include "ui-test-input.h"
#include "window-fixture.h"

typedef struct
{
  const char *title;
  const char *kind;
  const char *edtf;
  const char *party;
  double score;
  guint article; /* from 0; 9 for the first two together */
} TimelineWanted;

static const TimelineWanted timeline_wanted[] = {
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
} TimelineJob;

static inline void
timeline_add_wanted_evidence (RisalahEvent *event, const TimelineWanted *one, gint64 text)
{
  RisalahEvidence *date;

  risalah_event_add_evidence (event, text, 0, 24, "trigger")->voice = RISALAH_VOICE_PUBLISHER;
  if (one->edtf == NULL)
    return;
  date = risalah_event_add_evidence (event, text, 7, 17, "date");
  date->value = g_strdup (one->edtf);
  date->joined_by = g_strdup ("suggestion");
}

static inline gboolean
timeline_fill (RisalahConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const RisalahEventFilter none = { .with_talk = TRUE };
  g_autoptr (GArray) old = risalah_events_list (connection, &none, error);

  g_assert_nonnull (old);
  for (guint i = 0; i < old->len; i++)
    g_assert_true (risalah_events_delete (connection, g_array_index (old, gint64, i), error));
  for (guint i = 0; i < G_N_ELEMENTS (timeline_wanted); i++)
    {
      g_autoptr (RisalahEvent) event = risalah_event_new ();
      g_autoptr (RisalahSourceText) text =
          risalah_source_texts_get_current (connection, timeline_wanted[i].article + 1, error);

      g_assert_no_error (*error);
      event->title = g_strdup (timeline_wanted[i].title);
      event->kind = g_strdup (timeline_wanted[i].kind);
      event->edtf = g_strdup (timeline_wanted[i].edtf);
      event->score = timeline_wanted[i].score;
      event->suggestion_key = g_strdup (timeline_wanted[i].title);
      risalah_event_add_party (event, "country", "ID", NULL);
      risalah_event_add_party (event, "country", timeline_wanted[i].party, NULL);
      timeline_add_wanted_evidence (event, &timeline_wanted[i], text->id);
      g_assert_cmpint (risalah_events_add (connection, event, error), >, 0);
    }
  return TRUE;
}

static inline gboolean
timeline_find_event (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  TimelineJob *job = data;
  const RisalahEventFilter filter = { .review = job->review };
  g_autoptr (GArray) ids = risalah_events_list (connection, &filter, error);
  g_autoptr (GPtrArray) events = NULL;

  g_assert_nonnull (ids);
  events = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE, error);
  for (guint i = 0; i < events->len && job->event == NULL; i++)
    if (job->id == 0 ? g_str_equal (((RisalahEvent *)events->pdata[i])->title, (char *)job->ids)
                     : ((RisalahEvent *)events->pdata[i])->id == job->id)
      job->event = risalah_event_copy (g_ptr_array_index (events, i));
  return TRUE;
}

/* The event of that title as the library has it, %NULL where it has none of that review. */
static inline RisalahEvent *
timeline_get_event (WindowFixture *fixture, const char *title, guint review)
{
  TimelineJob job = { .ids = (GArray *)title, .review = review };

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             timeline_find_event, &job, NULL, NULL);
  return job.event;
}

static inline gboolean
timeline_has_review (WindowFixture *fixture, const char *title, RisalahReview review)
{
  g_autoptr (RisalahEvent) event = timeline_get_event (fixture, title, 1u << review);

  return event != NULL;
}

static inline guint
timeline_get_n (RisalahEventList *events)
{
  return g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (events)));
}

static inline void
timeline_set_up (WindowFixture *fixture, gconstpointer view)
{
  g_autoptr (GError) error = NULL;
  RisalahTimelinePlace *place;

  window_fixture_set_up (fixture, NULL);
  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, timeline_fill, NULL, NULL, &error);
  g_assert_no_error (error);
  risalah_window_set_dock_visible (fixture->window, FALSE);
  risalah_window_show_place (fixture->window, "timeline");
  place = fixture->window->timeline;
  risalah_timeline_place_show_view (place, view);
  ui_test_wait_until (timeline_get_n (risalah_timeline_place_get_events (place))
                          == G_N_ELEMENTS (timeline_wanted)
                      && timeline_get_n (risalah_event_review_get_events (place->review))
                             == G_N_ELEMENTS (timeline_wanted));
  ui_test_frames (GTK_WIDGET (fixture->window), 3);
}

/* The title of the event that is selected. */
static inline char *
timeline_dup_selected (WindowFixture *fixture)
{
  TimelineJob job = { .id = risalah_timeline_state_get_selected (
                          risalah_timeline_place_get_state (fixture->window->timeline)) };
  char *title;

  if (job.id == 0)
    return NULL;
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             timeline_find_event, &job, NULL, NULL);
  title = job.event != NULL ? g_strdup (job.event->title) : NULL;
  risalah_event_free (job.event);
  return title;
}

static inline gboolean
timeline_is_selected (WindowFixture *fixture, const char *title)
{
  g_autofree char *selected = timeline_dup_selected (fixture);

  return g_strcmp0 (selected, title) == 0;
}

static inline GtkWidget *
timeline_find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = timeline_find_label (child, text);
  return found;
}

static inline void
timeline_select_event (WindowFixture *fixture, const char *title)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autoptr (RisalahEvent) event = timeline_get_event (fixture, title, 0);

  risalah_timeline_state_select (place->state, event->id);
  ui_test_wait_until (risalah_event_details_get_event (place->details) != NULL
                      && risalah_event_details_get_event (place->details)->id == event->id);
}
