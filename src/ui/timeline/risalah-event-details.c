/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the selection, and the library: what other acts change shows at once. */

#include "risalah-event-details.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-event-acting.h"
#include "risalah-event-words.h"
#include "risalah-evidence-row.h"
#include "risalah-messages.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

struct _RisalahEventDetails
{
  GtkWidget parent_instance;

  GtkLabel *date;
  GtkLabel *status;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *note;
  GtkWidget *conflict;
  GtkListBox *evidence;
  GtkWidget *split;
  GtkActionable *accept;
  GtkActionable *insert;
  GtkActionable *edit;
  GtkActionable *set_date;
  GtkActionable *merge;
  GtkActionable *reject;

  RisalahSession *session;
  RisalahNames *names;
  RisalahTimelineState *state;
  RisalahEvent *event;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (RisalahEventDetails, risalah_event_details, GTK_TYPE_WIDGET)

static void
clear_evidence (RisalahEventDetails *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->evidence, 0)) != NULL)
    gtk_list_box_remove (self->evidence, GTK_WIDGET (row));
}

static void
show_evidence (RisalahEventDetails *self)
{
  clear_evidence (self);
  for (guint i = 0; i < self->event->evidence->len; i++)
    gtk_list_box_append (self->evidence,
                         risalah_evidence_row_new (self->session, self->names, self->event,
                                                   g_ptr_array_index (self->event->evidence, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), self->event->evidence->len > 0);
  gtk_widget_set_visible (self->split, self->event->evidence->len > 1);
  gtk_widget_set_visible (self->conflict,
                          risalah_corroboration_is_contested (self->event, "date")
                              || risalah_corroboration_is_contested (self->event, "kind"));
}

static void
aim_buttons (RisalahEventDetails *self)
{
  GtkActionable *const buttons[] = { self->accept, self->insert, self->edit,
                                     self->set_date, self->merge, self->reject };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target (buttons[i], "x", self->event->id);
  gtk_widget_set_visible (GTK_WIDGET (self->accept),
                          self->event->review != RISALAH_REVIEW_ACCEPTED);
  gtk_widget_set_visible (GTK_WIDGET (self->reject),
                          self->event->review != RISALAH_REVIEW_REJECTED);
}

/* The analyst's reason for a date, and the note. */
static char *
describe_note (const RisalahEvent *event)
{
  g_autofree char *reason = NULL;

  if (event->date_by_analyst && event->date_reason != NULL)
    /* Translators: %s is the analyst's reason: "Set by analyst: the invitation says so" */
    reason = g_strdup_printf (_ ("Date set by analyst: %s"), event->date_reason);
  if (reason != NULL && event->note != NULL)
    return g_strdup_printf ("%s\n%s", reason, event->note);
  return reason != NULL ? g_steal_pointer (&reason) : g_strdup (event->note);
}

static void
show_event (RisalahEventDetails *self)
{
  const RisalahEvent *event = self->event;
  g_autofree char *date = risalah_event_words_date (self->names, event);
  g_autofree char *about = risalah_event_words_about (self->names, event);
  g_autofree char *status = risalah_event_words_status (event);
  g_autofree char *note = describe_note (event);

  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->status, status);
  gtk_label_set_text (self->title, event->title);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  aim_buttons (self);
  show_evidence (self);
}

/* --- loading ----------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahEventDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahEvent) event
      = risalah_event_acting_read_finish (RISALAH_LIBRARY (source), result, &error);

  if (event == NULL && risalah_messages_was_cancelled (error))
    return;
  /* An event that another analysis replaced, or that was merged, is not selected any more. */
  if (event == NULL || event->deleted_at != 0)
    risalah_timeline_state_select (self->state, 0);
  else if (event->merged_into != 0)
    risalah_timeline_state_select (self->state, event->merged_into);
  else
    {
      g_clear_pointer (&self->event, risalah_event_free);
      self->event = g_steal_pointer (&event);
      show_event (self);
    }
}

static void
stop_reading (RisalahEventDetails *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
load (RisalahEventDetails *self)
{
  gint64 id = risalah_timeline_state_get_selected (self->state);

  stop_reading (self);
  if (id == 0)
    {
      g_clear_pointer (&self->event, risalah_event_free);
      clear_evidence (self);
      return;
    }
  self->reading = g_cancellable_new ();
  risalah_event_acting_read_async (self->session, id, self->reading, read_cb, g_object_ref (self));
}

static void
split_cb (RisalahEventDetails *self)
{
  g_autoptr (GArray) ticked = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->evidence, i)) != NULL; i++)
    {
      gint64 id = risalah_evidence_row_get_id (RISALAH_EVIDENCE_ROW (row));

      if (risalah_evidence_row_is_ticked (RISALAH_EVIDENCE_ROW (row)))
        g_array_append_val (ticked, id);
    }
  if (self->event == NULL)
    return;
  if (ticked->len == 0)
    risalah_messages_show (GTK_WIDGET (self), _ ("Tick the evidence of the other event first."));
  else
    risalah_event_acting_do (GTK_WIDGET (self), self->session,
                             risalah_event_act_new_split (self->event->id,
                                                          (const gint64 *)ticked->data,
                                                          ticked->len));
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_event_details_dispose (GObject *object)
{
  RisalahEventDetails *self = RISALAH_EVENT_DETAILS (object);

  stop_reading (self);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->event, risalah_event_free);
  g_clear_object (&self->state);
  g_clear_object (&self->names);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (risalah_event_details_parent_class)->dispose (object);
}

static void
risalah_event_details_class_init (RisalahEventDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_event_details_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-details.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, note);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, conflict);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, evidence);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, split);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, accept);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, insert);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, edit);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, set_date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, merge);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventDetails, reject);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
}

static void
risalah_event_details_init (RisalahEventDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_event_details_set_up:
 * @self: details that show nothing yet
 * @session: the session
 * @names: how things are called
 * @state: what the Timeline shows
 */
void
risalah_event_details_set_up (RisalahEventDetails *self,
                              RisalahSession *session,
                              RisalahNames *names,
                              RisalahTimelineState *state)
{
  g_return_if_fail (RISALAH_IS_EVENT_DETAILS (self) && self->state == NULL);
  g_return_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_TIMELINE_STATE (state));

  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (risalah_session_get_library (session), "events-changed",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/**
 * risalah_event_details_get_event:
 * @self: details
 *
 * Returns: (transfer none) (nullable): the event that is shown
 */
const RisalahEvent *
risalah_event_details_get_event (RisalahEventDetails *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_DETAILS (self), NULL);
  return self->event;
}
