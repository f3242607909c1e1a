/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One state of filter and selection; each view follows it in its own way. */

#include <glib/gi18n.h>

#include "risalah-event-filters.h"
#include "risalah-event-sheet.h"
#include "risalah-timeline-place-private.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

G_DEFINE_FINAL_TYPE (RisalahTimelinePlace, risalah_timeline_place, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  guint review;
} reviews[] = {
  { N_ ("All events"), 1 << RISALAH_REVIEW_ACCEPTED | 1 << RISALAH_REVIEW_SUGGESTED },
  { N_ ("Accepted"), 1 << RISALAH_REVIEW_ACCEPTED },
  { N_ ("Suggestions"), 1 << RISALAH_REVIEW_SUGGESTED },
  { N_ ("Rejected"), 1 << RISALAH_REVIEW_REJECTED },
};

static void
show_count (RisalahTimelinePlace *self)
{
  RisalahEventList *events = risalah_event_table_view_get_events (self->table);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (events)));
  guint undated = risalah_event_list_get_n_undated (events);
  g_autofree char *all = g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  g_autofree char *text = NULL;

  if (undated > 0)
    /* Translators: "27 events, 3 need a date" */
    text = g_strdup_printf (ngettext ("%s, %'u needs a date", "%s, %'u need a date", undated), all,
                            undated);
  gtk_label_set_text (self->count, text != NULL ? text : all);
}

static void
show_empty_page (RisalahTimelinePlace *self, const GError *error)
{
  gboolean is_narrowed = risalah_timeline_state_is_narrowed (self->state);
  const char *text
      = is_narrowed ? _ ("Remove a filter, or look in another period.")
                    : _ ("Events are suggested as articles come in. You can also select words in an "
                         "article and make an event of them.");

  adw_status_page_set_title (self->empty_page, is_narrowed ? _ ("No Event Matches")
                                                           : _ ("No Events"));
  adw_status_page_set_description (self->empty_page, error != NULL ? error->message : text);
}

static gboolean
is_reviewing (RisalahTimelinePlace *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "review") == 0;
}

/* The review has a page of its own for nothing to do. */
static void
changed_cb (RisalahTimelinePlace *self)
{
  RisalahEventList *events;
  const GError *error;
  gboolean is_empty;

  /* An answer may come when the window is closed already. */
  if (self->state == NULL)
    return;
  events = risalah_event_table_view_get_events (self->table);
  error = risalah_event_list_get_error (events);
  is_empty = g_list_model_get_n_items (G_LIST_MODEL (risalah_event_list_get_list (events))) == 0
             && !is_reviewing (self);
  show_empty_page (self, error);
  gtk_stack_set_visible_child_name (self->pages, is_empty || error != NULL ? "empty" : "events");
  show_count (self);
}

static void
view_changed_cb (RisalahTimelinePlace *self)
{
  if (self->state == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->details),
                          !is_reviewing (self)
                              && risalah_timeline_state_get_selected (self->state) != 0);
  changed_cb (self);
}

static void
filter_changed_cb (RisalahTimelinePlace *self)
{
  guint kind, status;

  if (self->state == NULL)
    return;
  status = gtk_drop_down_get_selected (self->status);
  kind = gtk_drop_down_get_selected (self->kind);
  risalah_timeline_state_set_review (
      self->state, reviews[gtk_drop_down_get_selected (self->review_filter)].review);
  risalah_timeline_state_set_kind (self->state,
                                   kind > 0 ? risalah_names_get_kind (kind - 1) : NULL);
  risalah_timeline_state_set_status (self->state, status > 0 ? 1 << (status - 1) : 0);
}

static void
narrowed_cb (RisalahTimelinePlace *self)
{
  if (risalah_timeline_state_is_narrowed (self->state))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
fill_choices (RisalahTimelinePlace *self)
{
  g_autoptr (GtkStringList) review_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) status_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    gtk_string_list_append (review_names, gettext (reviews[i].name));
  gtk_string_list_append (kind_names, _ ("Any kind"));
  for (guint i = 0; risalah_names_get_kind (i) != NULL; i++)
    gtk_string_list_append (kind_names, risalah_names_kind (risalah_names_get_kind (i)));
  gtk_string_list_append (status_names, _ ("Any status"));
  for (guint i = RISALAH_EVENT_HELD; i <= RISALAH_EVENT_CANCELLED; i++)
    gtk_string_list_append (status_names, risalah_names_status (i));
  gtk_drop_down_set_model (self->review_filter, G_LIST_MODEL (review_names));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kind_names));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (status_names));
}

static void
risalah_timeline_place_dispose (GObject *object)
{
  RisalahTimelinePlace *self = RISALAH_TIMELINE_PLACE (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->state);
  g_clear_object (&self->names);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (risalah_timeline_place_parent_class)->dispose (object);
}

static void
risalah_timeline_place_class_init (RisalahTimelinePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_EVENT_STRIP);
  g_type_ensure (RISALAH_TYPE_EVENT_TABLE_VIEW);
  g_type_ensure (RISALAH_TYPE_EVENT_REVIEW);
  g_type_ensure (RISALAH_TYPE_EVENT_DETAILS);
  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_timeline_place_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-timeline-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, review_filter);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, kind);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, views);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, picture);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, empty_page);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, strip);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, strip_revealer);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, table);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, review);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePlace, details);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  risalah_timeline_place_install_actions (widget_class);
}

static void
risalah_timeline_place_init (RisalahTimelinePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

/* --- the picture ------------------------------------------------------------------------- */

static RisalahTimelineCanvas *
get_canvas (RisalahTimelinePlace *self)
{
  return risalah_timeline_picture_get_canvas (
      RISALAH_TIMELINE_PICTURE (adw_bin_get_child (self->picture)));
}

static void
drawn_selected_cb (RisalahTimelinePlace *self, gint64 event)
{
  /* The picture keeps its room beside the card. */
  gtk_revealer_set_reveal_child (self->strip_revealer, event == 0);
  risalah_timeline_state_select (self->state, event);
}

static void
drawn_activated_cb (RisalahTimelinePlace *self, gint64 event)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show", "x", event);
}

static void
create_cb (RisalahTimelinePlace *self, const char *edtf)
{
  risalah_event_sheet_begin (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                             self->names, edtf);
}

static void
follow_selection (RisalahTimelinePlace *self)
{
  gint64 event = risalah_timeline_state_get_selected (self->state);

  if (event == 0)
    gtk_revealer_set_reveal_child (self->strip_revealer, TRUE);
  if (risalah_timeline_canvas_get_selected (get_canvas (self)) != event)
    risalah_timeline_canvas_select (get_canvas (self), event);
}

static void
add_picture (RisalahTimelinePlace *self)
{
  GtkWidget *picture
      = risalah_timeline_picture_new (self->session, self->names,
                                      risalah_event_table_view_get_events (self->table));

  adw_bin_set_child (self->picture, picture);
  g_signal_connect_object (get_canvas (self), "selected", G_CALLBACK (drawn_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_canvas (self), "activated", G_CALLBACK (drawn_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_canvas (self), "create", G_CALLBACK (create_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (follow_selection), self,
                           G_CONNECT_SWAPPED);
}

static void
set_up_views (RisalahTimelinePlace *self)
{
  RisalahLibrary *library = risalah_session_get_library (self->session);
  GtkWidget *popover;

  risalah_event_table_view_set_up (self->table, library, self->names, self->state);
  risalah_event_review_set_up (self->review, library, self->names, self->state);
  risalah_event_strip_set_up (self->strip, library, self->names, self->state);
  risalah_event_details_set_up (self->details, self->session, self->names, self->state);
  add_picture (self);
  popover = risalah_event_filters_new (self->state, self->names, &self->folded_filters);
  gtk_menu_button_set_popover (self->filter_button, popover);
  g_signal_connect_object (risalah_event_table_view_get_events (self->table), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * risalah_timeline_place_new:
 * @session: the session
 * @names: how things are called
 * @search: what is looked for in the place Sources
 *
 * Returns: (transfer floating): the place
 */
GtkWidget *
risalah_timeline_place_new (RisalahSession *session,
                            RisalahNames *names,
                            RisalahSourceSearch *search)
{
  RisalahTimelinePlace *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (search), NULL);

  self = g_object_new (RISALAH_TYPE_TIMELINE_PLACE, NULL);
  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->state = risalah_timeline_state_new (search);
  set_up_views (self);
  g_signal_connect_object (self->state, "filter-changed", G_CALLBACK (narrowed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * risalah_timeline_place_get_events:
 * @self: the place
 *
 * Returns: (transfer none): the events of its table
 */
RisalahEventList *
risalah_timeline_place_get_events (RisalahTimelinePlace *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_PLACE (self), NULL);
  return risalah_event_table_view_get_events (self->table);
}

/**
 * risalah_timeline_place_get_state:
 * @self: the place
 *
 * Returns: (transfer none): what it shows, and what is selected
 */
RisalahTimelineState *
risalah_timeline_place_get_state (RisalahTimelinePlace *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_PLACE (self), NULL);
  return self->state;
}

/**
 * risalah_timeline_place_show_view:
 * @self: the place
 * @view: "picture", "table" or "review"
 */
void
risalah_timeline_place_show_view (RisalahTimelinePlace *self, const char *view)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_PLACE (self));
  gtk_stack_set_visible_child_name (self->views, view);
}

/**
 * risalah_timeline_place_set_folded:
 * @self: the place
 * @folded: whether the bars have to do with little room
 *
 * Folded, the filters are all behind their button.
 */
void
risalah_timeline_place_set_folded (RisalahTimelinePlace *self, gboolean folded)
{
  GtkWidget *choices[] = { GTK_WIDGET (self->review_filter), GTK_WIDGET (self->kind),
                           GTK_WIDGET (self->status) };
  GtkWidget *before = NULL;

  g_return_if_fail (RISALAH_IS_TIMELINE_PLACE (self));

  if (self->is_folded == folded)
    return;
  self->is_folded = folded;
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  risalah_event_strip_set_folded (self->strip, folded);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GtkWidget) choice = g_object_ref (choices[i]);

      if (folded)
        {
          gtk_widget_unparent (choice);
          gtk_widget_insert_after (choice, self->folded_filters, before);
        }
      else
        {
          gtk_box_remove (GTK_BOX (self->folded_filters), choice);
          gtk_widget_insert_before (choice, self->bar, GTK_WIDGET (self->count));
        }
      before = choice;
    }
  risalah_timeline_picture_set_folded (RISALAH_TIMELINE_PICTURE (adw_bin_get_child (self->picture)),
                                       folded);
}
