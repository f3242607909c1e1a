/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "timeline" and their keys, the same in every view. Each takes an event's
 * number; 0 means the one that is selected. */

#include <glib/gi18n.h>

#include "risalah-date-sheet.h"
#include "risalah-event-acting.h"
#include "risalah-event-export.h"
#include "risalah-event-sheet.h"
#include "risalah-event-words.h"
#include "risalah-merge-sheet.h"
#include "risalah-messages.h"
#include "risalah-timeline-place-private.h"
#include "risalah-widget.h"

static const RisalahKeyBinding keys[] = {
  { "a", "timeline.accept(int64 0)" },
  { "r", "timeline.reject(int64 0)" },
  { "e", "timeline.edit(int64 0)" },
  { "m", "timeline.merge(int64 0)" },
  { "d", "timeline.set-date(int64 0)" },
  { "s", "timeline.show(int64 0)" },
  { "i", "timeline.insert(int64 0)" },
  { "Delete", "timeline.delete(int64 0)" },
  { "<Shift>a", "timeline.accept-article(int64 0)" },
  { "<Shift>r", "timeline.reject-article(int64 0)" },
  { "<Control>z", "timeline.undo" },
  { "<Control><Shift>z", "timeline.redo" },
  { "Escape", "timeline.unselect" },
};

static gint64
get_event (RisalahTimelinePlace *self, GVariant *parameter)
{
  gint64 event = parameter != NULL ? g_variant_get_int64 (parameter) : 0;

  return event != 0 ? event : risalah_timeline_state_get_selected (self->state);
}

/* --- review ------------------------------------------------------------------------------ */

static void
review_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);
  gint64 event = get_event (self, parameter);
  RisalahReview review = g_str_equal (action, "timeline.accept")   ? RISALAH_REVIEW_ACCEPTED
                         : g_str_equal (action, "timeline.reject") ? RISALAH_REVIEW_REJECTED
                                                                   : RISALAH_REVIEW_SUGGESTED;

  if (event != 0)
    risalah_event_acting_do (widget, self->session,
                             risalah_event_act_new_review (&event, 1, review));
}

typedef struct
{
  RisalahTimelinePlace *place;
  gint64 article;
  RisalahReview review;
  GArray *events;
} ReviewArticle;

static void
review_article_free (gpointer data)
{
  ReviewArticle *job = data;

  g_object_unref (job->place);
  g_clear_pointer (&job->events, g_array_unref);
  g_free (job);
}

static gboolean
list_waiting (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  ReviewArticle *job = data;
  const RisalahEventFilter filter
      = { .review = 1u << RISALAH_REVIEW_SUGGESTED, .source = job->article };

  job->events = risalah_events_list (connection, &filter, error);
  return job->events != NULL;
}

static void
waiting_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const ReviewArticle *job = risalah_library_get_job_data (result);
  GtkWidget *widget = GTK_WIDGET (job->place);
  g_autoptr (GError) error = NULL;

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (widget, error);
  else if (job->events->len > 0)
    risalah_event_acting_do (widget, job->place->session,
                             risalah_event_act_new_review ((const gint64 *)job->events->data,
                                                           job->events->len, job->review));
}

/* All that waits of one article is one act. */
static void
review_article_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);
  gint64 article = g_variant_get_int64 (parameter);
  ReviewArticle *job;

  if (article == 0)
    article = risalah_event_review_get_article (self->review);
  if (article == 0)
    return;
  job = g_new0 (ReviewArticle, 1);
  job->place = g_object_ref (self);
  job->article = article;
  job->review = g_str_equal (action, "timeline.accept-article") ? RISALAH_REVIEW_ACCEPTED
                                                                : RISALAH_REVIEW_REJECTED;
  risalah_library_read_async (risalah_session_get_library (self->session), RISALAH_LANE_ROWS,
                              list_waiting, job, review_article_free, NULL, waiting_listed_cb,
                              NULL);
}

/* --- sheets ------------------------------------------------------------------------------ */

static GtkWindow *
get_window (RisalahTimelinePlace *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What had the focus may be gone with what was decided in the sheet. */
static void
sheet_closed_cb (RisalahTimelinePlace *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->strip)))
    view = GTK_WIDGET (self->strip);
  risalah_widget_focus_soon (view);
}

static void
return_focus (RisalahTimelinePlace *self, GtkWidget *sheet)
{
  g_signal_connect_object (sheet, "unmap", G_CALLBACK (sheet_closed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
edit_loaded_cb (const RisalahEvent *event, gpointer data)
{
  RisalahTimelinePlace *self = data;

  return_focus (self, risalah_event_sheet_edit (get_window (self), self->session, self->names,
                                                event));
}

static void
merge_loaded_cb (const RisalahEvent *event, gpointer data)
{
  RisalahTimelinePlace *self = data;

  return_focus (self, risalah_merge_sheet_show (get_window (self), self->session, self->names,
                                                event));
}

static void
date_loaded_cb (const RisalahEvent *event, gpointer data)
{
  RisalahTimelinePlace *self = data;

  return_focus (self, risalah_date_sheet_show (get_window (self), self->session, self->names,
                                               event));
}

static void
show_loaded_cb (const RisalahEvent *event, gpointer data)
{
  const RisalahEvidence *evidence = risalah_event_words_get_main (event);

  if (evidence != NULL)
    gtk_widget_activate_action (data, "win.show-span", "(xxxx)", evidence->source, evidence->text,
                                evidence->start, evidence->end);
}

/* Putting an event in a brief accepts it. */
static void
insert_loaded_cb (const RisalahEvent *event, gpointer data)
{
  RisalahTimelinePlace *self = data;

  if (event->review != RISALAH_REVIEW_ACCEPTED)
    risalah_event_acting_do (data, self->session,
                             risalah_event_act_new_review (&event->id, 1,
                                                           RISALAH_REVIEW_ACCEPTED));
  gtk_widget_activate_action (data, "win.insert-event", "x", event->id);
}

static void
load_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    RisalahEventLoadedFunc loaded;
  } wanted[] = {
    { "timeline.edit", edit_loaded_cb }, { "timeline.merge", merge_loaded_cb },
    { "timeline.set-date", date_loaded_cb }, { "timeline.show", show_loaded_cb },
    { "timeline.insert", insert_loaded_cb },
  };
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);
  gint64 event = get_event (self, parameter);

  for (guint i = 0; event != 0 && i < G_N_ELEMENTS (wanted); i++)
    if (g_str_equal (wanted[i].action, action))
      risalah_event_acting_load (widget, self->session, event, wanted[i].loaded, self);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);
  gint64 event = get_event (self, parameter);

  if (event == 0)
    return;
  risalah_timeline_state_select (self->state, 0);
  risalah_event_acting_do (widget, self->session, risalah_event_act_new_delete (event));
}

/* --- the rest ---------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);

  if (g_str_equal (action, "timeline.undo"))
    risalah_event_acting_undo (widget, self->session);
  else
    risalah_event_acting_redo (widget, self->session);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (widget);

  risalah_event_export_choose (widget, self->session,
                               risalah_timeline_state_get_filter (self->state));
}

static void
unselect_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  risalah_timeline_state_select (RISALAH_TIMELINE_PLACE (widget)->state, 0);
}

/**
 * risalah_timeline_place_install_actions:
 * @widget_class: the class of the place
 */
void
risalah_timeline_place_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "timeline.accept", "x", review_cb },
    { "timeline.accept-article", "x", review_article_cb },
    { "timeline.delete", "x", delete_cb },
    { "timeline.edit", "x", load_cb },
    { "timeline.export", NULL, export_cb },
    { "timeline.insert", "x", load_cb },
    { "timeline.merge", "x", load_cb },
    { "timeline.redo", NULL, undo_cb },
    { "timeline.reject", "x", review_cb },
    { "timeline.reject-article", "x", review_article_cb },
    { "timeline.set-date", "x", load_cb },
    { "timeline.show", "x", load_cb },
    { "timeline.undo", NULL, undo_cb },
    { "timeline.unselect", NULL, unselect_cb },
    { "timeline.wait", "x", review_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, actions[i].type,
                                     actions[i].activate);
  risalah_widget_bind_keys (widget_class, keys, G_N_ELEMENTS (keys));
}
