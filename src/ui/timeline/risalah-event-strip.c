/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip below the picture; where nearly everything needs a date it takes the room that the picture
 * has no use for. */

#include "risalah-event-strip.h"

#include <glib/gi18n.h>

#include "risalah-event-selection.h"
#include "risalah-large-text.h"
#include "risalah-undated-row.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

#define LOW_HEIGHT 150
#define HIGH_HEIGHT 320

struct _RisalahEventStrip
{
  GtkWidget parent_instance;

  GtkLabel *count;
  GtkWidget *hint;
  GtkToggleButton *unfold;
  GtkScrolledWindow *scroller;
  GtkListView *list;

  RisalahTimelineState *state;
  RisalahEventList *events;
  GtkSingleSelection *selection;
  gboolean was_shown; /* the analyst decides how high it is from then on */
};

G_DEFINE_FINAL_TYPE (RisalahEventStrip, risalah_event_strip, GTK_TYPE_WIDGET)

static guint
get_n_undated (RisalahEventStrip *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (self->events)));
}

static void
fold_cb (RisalahEventStrip *self)
{
  int height = gtk_toggle_button_get_active (self->unfold) ? HIGH_HEIGHT : LOW_HEIGHT;
  double scale = risalah_large_text_get_scale (GTK_WIDGET (self));

  gtk_scrolled_window_set_max_content_height (self->scroller, height * (0.5 + scale / 2));
}

static void
changed_cb (RisalahEventStrip *self)
{
  guint n, n_all;
  g_autofree char *text = NULL;

  /* An answer may come when the window is closed already. */
  if (self->selection == NULL)
    return;
  n = get_n_undated (self);
  n_all = risalah_event_list_get_n_all (self->events);
  text = g_strdup_printf (ngettext ("%'u needs a date", "%'u need a date", n), n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  risalah_widget_keep_focus (GTK_WIDGET (self->list));
  if (self->was_shown || n == 0)
    return;
  self->was_shown = TRUE;
  gtk_toggle_button_set_active (self->unfold, n * 2 > n_all);
}

static void
filter_changed_cb (RisalahEventStrip *self)
{
  RisalahEventFilter filter = *risalah_timeline_state_get_filter (self->state);

  /* A period would leave out all of them. */
  filter.has_from = filter.has_to = FALSE;
  filter.dated = -1;
  if (self->events != NULL)
    risalah_event_list_set_filter (self->events, &filter);
}

static void
selected_cb (RisalahEventStrip *self)
{
  risalah_event_selection_tell (self->selection, GTK_WIDGET (self), self->state);
}

static void
follow_selection (RisalahEventStrip *self)
{
  risalah_event_selection_follow (self->selection, self->events, self->state);
}

static void
activate_cb (RisalahEventStrip *self, guint position)
{
  gint64 event = risalah_lazy_list_get_id (risalah_event_list_get_list (self->events), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.set-date", "x", event);
}

static gboolean
risalah_event_strip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RISALAH_EVENT_STRIP (widget)->list));
}

static void
risalah_event_strip_dispose (GObject *object)
{
  RisalahEventStrip *self = RISALAH_EVENT_STRIP (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->selection);
  g_clear_object (&self->events);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (risalah_event_strip_parent_class)->dispose (object);
}

static void
risalah_event_strip_class_init (RisalahEventStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_event_strip_dispose;
  risalah_widget_set_grab_focus (widget_class, risalah_event_strip_grab_focus);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventStrip, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventStrip, hint);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventStrip, unfold);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventStrip, list);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
risalah_event_strip_init (RisalahEventStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  fold_cb (self);
}

/**
 * risalah_event_strip_set_up:
 * @self: a strip that is empty yet
 * @library: the library
 * @names: how things are called
 * @state: what the Timeline shows
 */
void
risalah_event_strip_set_up (RisalahEventStrip *self,
                            RisalahLibrary *library,
                            RisalahNames *names,
                            RisalahTimelineState *state)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  RisalahEventFilter filter;

  g_return_if_fail (RISALAH_IS_EVENT_STRIP (self) && self->events == NULL);
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (state));

  self->state = g_object_ref (state);
  filter = *risalah_timeline_state_get_filter (state);
  filter.dated = -1;
  self->events = risalah_event_list_new (library, &filter);
  self->selection = risalah_event_selection_new (self->events, FALSE);
  g_signal_connect_object (self->events, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filter-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (follow_selection), self,
                           G_CONNECT_SWAPPED);
  factory = risalah_lazy_row_factory_new (RISALAH_TYPE_UNDATED_ROW, names);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * risalah_event_strip_get_events:
 * @self: a strip
 *
 * Returns: (transfer none): what needs a date
 */
RisalahEventList *
risalah_event_strip_get_events (RisalahEventStrip *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_STRIP (self), NULL);
  return self->events;
}

/**
 * risalah_event_strip_set_folded:
 * @self: a strip
 * @folded: whether it has to do with little room
 *
 * Folded, it does not say what it is for.
 */
void
risalah_event_strip_set_folded (RisalahEventStrip *self, gboolean folded)
{
  g_return_if_fail (RISALAH_IS_EVENT_STRIP (self));

  gtk_widget_set_visible (self->hint, !folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), folded);
}
