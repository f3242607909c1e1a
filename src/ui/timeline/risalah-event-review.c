/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection is the suggestion that keys act on. What is decided leaves the list, and the next
 * one takes its place under the selection and the keyboard focus. */

#include "risalah-event-review.h"

#include <glib/gi18n.h>

#include "risalah-event-card.h"
#include "risalah-event-selection.h"
#include "risalah-event-words.h"
#include "risalah-widget.h"

struct _RisalahEventReview
{
  GtkWidget parent_instance;

  GtkLabel *count;
  GtkProgressBar *progress;
  GtkStack *pages;
  GtkWidget *scroller;
  GtkListView *list;

  RisalahTimelineState *state;
  RisalahEventList *events;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (RisalahEventReview, risalah_event_review, GTK_TYPE_WIDGET)

static guint
get_n_waiting (RisalahEventReview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (self->events)));
}

static void
show_progress (RisalahEventReview *self)
{
  guint n_waiting = get_n_waiting (self), n_all = risalah_event_list_get_n_all (self->events);
  guint n_done = n_all - MIN (n_all, n_waiting);
  g_autofree char *text = NULL;

  /* Translators: "34 of 120 reviewed" */
  text = g_strdup_printf (_ ("%'u of %'u reviewed"), n_done, n_all);
  gtk_label_set_text (self->count, text);
  gtk_progress_bar_set_fraction (self->progress, n_all > 0 ? (double)n_done / n_all : 0);
}

static void
selected_cb (RisalahEventReview *self)
{
  risalah_event_selection_tell (self->selection, GTK_WIDGET (self), self->state);
}

/* A list whose focused row is gone keeps the focus only where it is told to. */
static void
keep_focus (RisalahEventReview *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  risalah_widget_keep_focus (GTK_WIDGET (self->list));
}

static void
changed_cb (RisalahEventReview *self)
{
  /* An answer may come when the window is closed already. */
  if (self->selection == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, get_n_waiting (self) > 0 ? "list" : "done");
  show_progress (self);
  keep_focus (self);
  selected_cb (self);
}

static void
filter_changed_cb (RisalahEventReview *self)
{
  RisalahEventFilter filter = *risalah_timeline_state_get_filter (self->state);

  filter.review = 1 << RISALAH_REVIEW_SUGGESTED;
  filter.sort = RISALAH_EVENT_SORT_ARTICLE;
  filter.descending = FALSE;
  if (self->events != NULL)
    risalah_event_list_set_filter (self->events, &filter);
}

static void
activate_cb (RisalahEventReview *self, guint position)
{
  gint64 event = risalah_lazy_list_get_id (risalah_event_list_get_list (self->events), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show", "x", event);
}

/* Shown again, the keys act on its own selection. */
static void
risalah_event_review_map (GtkWidget *widget)
{
  RisalahEventReview *self = RISALAH_EVENT_REVIEW (widget);

  GTK_WIDGET_CLASS (risalah_event_review_parent_class)->map (widget);
  if (self->selection != NULL)
    selected_cb (self);
}

static gboolean
risalah_event_review_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RISALAH_EVENT_REVIEW (widget)->list));
}

/* Forward, as when the last row goes, the focus comes to the list and stays where keys review;
 * Shift+Tab leaves, as in a box of the toolkit. */
static gboolean
risalah_event_review_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidgetClass *klass = direction == GTK_DIR_TAB_BACKWARD
                              ? GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_BOX))
                              : GTK_WIDGET_CLASS (risalah_event_review_parent_class);

  return klass->focus (widget, direction);
}

static void
risalah_event_review_dispose (GObject *object)
{
  RisalahEventReview *self = RISALAH_EVENT_REVIEW (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->selection);
  g_clear_object (&self->events);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (risalah_event_review_parent_class)->dispose (object);
}

static void
risalah_event_review_class_init (RisalahEventReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_event_review_dispose;
  widget_class->map = risalah_event_review_map;
  widget_class->focus = risalah_event_review_focus;
  widget_class->grab_focus = risalah_event_review_grab_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-review.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventReview, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventReview, progress);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventReview, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventReview, scroller);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventReview, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
risalah_event_review_init (RisalahEventReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_event_review_set_up:
 * @self: a review that is empty yet
 * @library: the library
 * @names: how things are called
 * @state: what the Timeline shows
 */
void
risalah_event_review_set_up (RisalahEventReview *self,
                             RisalahLibrary *library,
                             RisalahNames *names,
                             RisalahTimelineState *state)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  RisalahEventFilter filter;

  g_return_if_fail (RISALAH_IS_EVENT_REVIEW (self) && self->events == NULL);
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (state));

  self->state = g_object_ref (state);
  filter = *risalah_timeline_state_get_filter (state);
  filter.review = 1 << RISALAH_REVIEW_SUGGESTED;
  filter.sort = RISALAH_EVENT_SORT_ARTICLE;
  self->events = risalah_event_list_new (library, &filter);
  g_signal_connect_object (self->events, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filter-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = risalah_event_selection_new (self->events, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  factory = risalah_lazy_row_factory_new (RISALAH_TYPE_EVENT_CARD, names);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * risalah_event_review_get_events:
 * @self: a review
 *
 * Returns: (transfer none): what waits
 */
RisalahEventList *
risalah_event_review_get_events (RisalahEventReview *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_REVIEW (self), NULL);
  return self->events;
}

/**
 * risalah_event_review_get_article:
 * @self: a review
 *
 * Returns: the source that the selected suggestion stands under, 0 for none
 */
gint64
risalah_event_review_get_article (RisalahEventReview *self)
{
  RisalahLazyItem *item;
  const RisalahEventRow *row;

  g_return_val_if_fail (RISALAH_IS_EVENT_REVIEW (self), 0);

  item = gtk_single_selection_get_selected_item (self->selection);
  row = item != NULL ? risalah_lazy_item_get_value (item) : NULL;
  return row != NULL ? row->article_id : 0;
}
