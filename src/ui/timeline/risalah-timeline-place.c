/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list by date, with a section for what needs a date. */

#include "risalah-timeline-place.h"

#include <glib/gi18n.h>

#include "risalah-event-card.h"
#include "risalah-timeline-picture.h"
#include "risalah-widget.h"

struct _RisalahTimelinePlace
{
  GtkWidget parent_instance;

  GtkDropDown *review;
  GtkDropDown *kind;
  GtkDropDown *status;
  GtkLabel *count;
  GtkStack *pages;
  GtkStack *views;
  AdwBin *picture;
  AdwStatusPage *empty_page;
  GtkListView *list;

  RisalahEventList *events;
};

G_DEFINE_FINAL_TYPE (RisalahTimelinePlace, risalah_timeline_place, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  guint review;
} reviews[] = {
  { N_ ("All events"), 1 << RISALAH_REVIEW_ACCEPTED | 1 << RISALAH_REVIEW_SUGGESTED },
  { N_ ("Accepted"), 1 << RISALAH_REVIEW_ACCEPTED },
  { N_ ("Suggestions"), 1 << RISALAH_REVIEW_SUGGESTED },
};

static void
show_count (RisalahTimelinePlace *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (self->events)));
  guint undated = risalah_event_list_get_n_undated (self->events);
  g_autofree char *all = g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  g_autofree char *text = NULL;

  if (undated > 0)
    /* Translators: "27 events, 3 need a date" */
    text = g_strdup_printf (ngettext ("%s, %'u needs a date", "%s, %'u need a date", undated), all,
                            undated);
  gtk_label_set_text (self->count, text != NULL ? text : all);
}

static void
changed_cb (RisalahTimelinePlace *self)
{
  const GError *error = risalah_event_list_get_error (self->events);
  gboolean is_empty
      = g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (self->events))) == 0;

  if (error != NULL)
    adw_status_page_set_description (self->empty_page, error->message);
  gtk_stack_set_visible_child_name (self->pages, is_empty || error != NULL ? "empty" : "events");
  show_count (self);
}

static void
filter_changed_cb (RisalahTimelinePlace *self)
{
  RisalahEventFilter filter = { 0 };
  guint kind, status;

  if (self->events == NULL)
    return;
  status = gtk_drop_down_get_selected (self->status);
  filter.review = reviews[gtk_drop_down_get_selected (self->review)].review;
  kind = gtk_drop_down_get_selected (self->kind);
  filter.kind = kind > 0 ? risalah_names_get_kind (kind - 1) : NULL;
  filter.status = status > 0 ? 1 << (status - 1) : 0;
  risalah_event_list_set_filter (self->events, &filter);
}

static void
row_activate_cb (RisalahTimelinePlace *self, guint position)
{
  g_autoptr(RisalahLazyItem) item = g_list_model_get_item (
      G_LIST_MODEL (risalah_event_list_get_list (self->events)), position);
  const RisalahEventRow *row = item != NULL ? risalah_lazy_item_get_value (item) : NULL;
  const RisalahEvidence *evidence;

  if (row == NULL || row->event->evidence->len == 0)
    return;
  evidence = g_ptr_array_index (row->event->evidence, 0);
  for (guint i = 0; i < row->event->evidence->len; i++)
    {
      const RisalahEvidence *other = g_ptr_array_index (row->event->evidence, i);

      if (g_strcmp0 (other->field, "trigger") == 0)
        {
          evidence = other;
          break;
        }
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-span", "(xxxx)", evidence->source,
                              evidence->text, evidence->start, evidence->end);
}

static void
fill_choices (RisalahTimelinePlace *self)
{
  g_autoptr(GtkStringList) review_names = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) status_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    gtk_string_list_append (review_names, gettext (reviews[i].name));
  gtk_string_list_append (kind_names, _ ("Any kind"));
  for (guint i = 0; risalah_names_get_kind (i) != NULL; i++)
    gtk_string_list_append (kind_names, risalah_names_kind (risalah_names_get_kind (i)));
  gtk_string_list_append (status_names, _ ("Any status"));
  for (guint i = RISALAH_EVENT_HELD; i <= RISALAH_EVENT_CANCELLED; i++)
    gtk_string_list_append (status_names, risalah_names_status (i));
  gtk_drop_down_set_model (self->review, G_LIST_MODEL (review_names));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kind_names));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (status_names));
}

static void
risalah_timeline_place_dispose (GObject *object)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->events);

  G_OBJECT_CLASS (risalah_timeline_place_parent_class)->dispose (object);
}

static void
risalah_timeline_place_class_init (RisalahTimelinePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_timeline_place_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-timeline-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, review);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, kind);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, views);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, picture);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, empty_page);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
}

static void
risalah_timeline_place_init (RisalahTimelinePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

/**
 * risalah_timeline_place_new:
 * @session: the session
 * @names: how things are called
 *
 * Returns: (transfer floating): the place
 */
GtkWidget *
risalah_timeline_place_new (RisalahSession *session, RisalahNames *names)
{
  RisalahTimelinePlace *self;
  RisalahLibrary *library;
  g_autoptr(GtkListItemFactory) factory = NULL;
  g_autoptr(GtkSelectionModel) selection = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);

  self = g_object_new (RISALAH_TYPE_TIMELINE_PLACE, NULL);
  library = risalah_session_get_library (session);
  self->events = risalah_event_list_new (library);
  g_signal_connect_object (self->events, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->picture, risalah_timeline_picture_new (session, names, self->events));
  factory = risalah_event_card_factory_new (library, names);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
      G_LIST_MODEL (g_object_ref (risalah_event_list_get_list (self->events)))));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  return GTK_WIDGET (self);
}

/**
 * risalah_timeline_place_get_events:
 * @self: the place
 *
 * Returns: (transfer none): its events
 */
RisalahEventList *
risalah_timeline_place_get_events (RisalahTimelinePlace *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_PLACE (self), NULL);
  return self->events;
}
