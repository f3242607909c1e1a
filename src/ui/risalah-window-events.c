/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events between the places: made of selected words, put into the brief, quoted, reviewed; and the
 * message after each act, which offers to undo it. */

#include <glib/gi18n.h>

#include "risalah-event-acting.h"
#include "risalah-event-history.h"
#include "risalah-event-sheet.h"
#include "risalah-messages.h"
#include "risalah-quoting.h"
#include "risalah-toast.h"
#include "risalah-window-private.h"

static void
event_wanted_cb (RisalahWindow *self, const RisalahQuotation *passage)
{
  RisalahReader *reader = risalah_sources_place_get_reader (self->sources);

  risalah_event_sheet_show (GTK_WINDOW (self), self->session, self->names,
                            risalah_reader_get_open (reader), passage);
}

/* --- messages ---------------------------------------------------------------------------- */

/* One such message at a time, however fast the keys come: while it is shown it says what was done
 * last, and its button undoes that. */
static void
acted_cb (RisalahWindow *self, const char *what, gboolean undone)
{
  g_autofree char *text = NULL, *escaped = NULL;
  gboolean is_new = self->event_toast == NULL;

  /* Translators: %s is what was done: "3 events accepted" */
  text = undone ? g_strdup_printf (_ ("Undone: %s"), what) : g_strdup (what);
  escaped = g_markup_escape_text (text, -1);
  if (is_new)
    {
      g_set_weak_pointer (&self->event_toast, adw_toast_new (escaped));
      adw_toast_set_action_name (self->event_toast, "win.undo-event");
    }
  adw_toast_set_title (self->event_toast, escaped);
  adw_toast_set_button_label (self->event_toast, undone ? NULL : _ ("_Undo"));
  if (is_new)
    risalah_window_add_toast (self, self->event_toast);
  else
    risalah_toast_fit (self->event_toast, self->toasts, NULL);
}

/* --- actions ----------------------------------------------------------------------------- */

static void
undo_event_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_event_acting_undo (user_data, self->session);
}

static void
review_event_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  gboolean accepted;
  gint64 event;

  g_variant_get (parameter, "(xb)", &event, &accepted);
  risalah_event_acting_do (user_data, self->session,
                           risalah_event_act_new_review (&event, 1,
                                                         accepted ? RISALAH_REVIEW_ACCEPTED
                                                                  : RISALAH_REVIEW_REJECTED));
}

static void
insert_loaded_cb (const RisalahEvent *event, gpointer data)
{
  RisalahWindow *self = data;

  risalah_brief_dock_insert_event (self->dock, event);
  if (!risalah_window_is_dock_visible (self))
    risalah_messages_show (data, _ ("The event is in the brief"));
}

static void
insert_event_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_event_acting_load (user_data, self->session, g_variant_get_int64 (parameter),
                             insert_loaded_cb, self);
}

static void
quoted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahQuotation) quotation
      = risalah_session_quote_finish (RISALAH_SESSION (source), result, &error);

  if (quotation == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else
    risalah_window_take_passage (self, quotation, FALSE);
}

static void
quote_span_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  const char *text;
  gint64 source, start, end;

  g_variant_get (parameter, "(x&sxx)", &source, &text, &start, &end);
  risalah_session_quote_async (self->session, source, text, start, end, NULL, quoted_cb,
                               g_object_ref (self));
}

static const GActionEntry actions[] = {
  { "insert-event", insert_event_cb, "x" },
  { "quote-span", quote_span_cb, "(xsxx)" },
  { "review-event", review_event_cb, "(xb)" },
  { "undo-event", undo_event_cb },
};

/*
 * risalah_window_events_install:
 * @self: a window with its places
 */
void
risalah_window_events_install (RisalahWindow *self)
{
  RisalahReader *reader = risalah_sources_place_get_reader (self->sources);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (reader, "event-wanted", G_CALLBACK (event_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (risalah_session_get_event_history (self->session), "acted",
                           G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
}
