/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From event to event in the order of their days, by keys: the canvas is one stop of Tab, and arrows
 * go on within. What they come to is told to a screen reader. */

#include "risalah-timeline-canvas-private.h"

#include <glib/gi18n.h>

#define PAGE 0.9 /* of the view's width */

/* --- the order --------------------------------------------------------------------------- */

static int
compare_items (gconstpointer a, gconstpointer b, gpointer items)
{
  guint one = *(const guint *)a, other = *(const guint *)b;
  const RisalahTimelineItem *first = risalah_timeline_items_get (items, one);
  const RisalahTimelineItem *second = risalah_timeline_items_get (items, other);

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* (transfer none): the positions of what has a day, by their days; made when first asked for. */
static GArray *
get_order (RisalahTimelineCanvas *self)
{
  RisalahTimelineItems *items;

  if (self->order != NULL)
    return self->order;
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->index == NULL)
    return self->order;
  items = risalah_timeline_index_get_items (self->index);
  for (guint i = 0; i < risalah_timeline_items_get_n (items); i++)
    if ((risalah_timeline_items_get (items, i)->flags & RISALAH_TIMELINE_DATED) != 0)
      g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_items, items);
  return self->order;
}

/* The place of an item in the order, RISALAH_TIMELINE_NONE where it has none. */
static guint
find_rank (RisalahTimelineCanvas *self, guint item)
{
  GArray *order = get_order (self);

  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, guint, i) == item)
      return i;
  return RISALAH_TIMELINE_NONE;
}

static const RisalahTimelineItem *
get_ranked (RisalahTimelineCanvas *self, guint rank)
{
  return risalah_timeline_canvas_get_item (self, g_array_index (self->order, guint, rank));
}

/* The first event that begins within @scale, or the last; RISALAH_TIMELINE_NONE without one. */
static guint
find_rank_in (RisalahTimelineCanvas *self, const RisalahTimelineScale *scale, gboolean forward)
{
  double end = risalah_timeline_scale_get_day (scale, scale->width);
  guint found = RISALAH_TIMELINE_NONE;

  for (guint i = 0; i < get_order (self)->len && get_ranked (self, i)->first < end; i++)
    if (get_ranked (self, i)->first >= scale->start)
      {
        found = i;
        if (forward)
          break;
      }
  return found;
}

static void
select_rank (RisalahTimelineCanvas *self, guint rank)
{
  guint item = g_array_index (get_order (self), guint, rank);

  risalah_timeline_canvas_select_item (self, item);
  if (self->is_placed)
    risalah_timeline_canvas_bring_into_view (self, risalah_timeline_canvas_get_item (self, item));
}

/* --- what is told ------------------------------------------------------------------------ */

static char *
dup_day (RisalahTimelineCanvas *self, gint64 day)
{
  g_autofree char *edtf = risalah_day_to_edtf (day);
  g_autoptr (RisalahEdtf) date = risalah_edtf_parse (edtf, NULL);

  return date != NULL ? risalah_edtf_to_words (date, RISALAH_EDTF_MOD_NONE, risalah_timeline_canvas_look_up_cb, self->terms)
                      : g_steal_pointer (&edtf);
}

/* What is selected, when it was, and its place among all. */
static char *
describe_selected (RisalahTimelineCanvas *self)
{
  const RisalahTimelineItem *item;
  g_autofree char *first = NULL, *last = NULL, *when = NULL;
  guint rank = self->selected != RISALAH_TIMELINE_NONE ? find_rank (self, self->selected)
                                                       : RISALAH_TIMELINE_NONE;

  if (rank == RISALAH_TIMELINE_NONE || self->terms == NULL)
    return g_strdup (self->selected != RISALAH_TIMELINE_NONE
                         ? risalah_timeline_canvas_get_item (self, self->selected)->title
                         : "");
  item = risalah_timeline_canvas_get_item (self, self->selected);
  first = dup_day (self, item->first);
  last = dup_day (self, item->last);
  when = item->first == item->last ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  /* Translators: an event, its date, and the how manieth of all it is */
  return g_strdup_printf (_ ("%s, %s, %'u of %'u"), item->title, when, rank + 1,
                          self->order->len);
}

/* Tells a screen reader what there is, and what of it is selected. */
void
risalah_timeline_canvas_describe (RisalahTimelineCanvas *self)
{
  guint n = self->index != NULL
                ? risalah_timeline_items_get_n (risalah_timeline_index_get_items (self->index))
                : 0;
  g_autofree char *label = g_strdup_printf (
      ngettext ("Timeline with %'u event; the table shows it too",
                "Timeline with %'u events; the table shows them too", n), n);
  g_autofree char *selected = describe_selected (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, selected, -1);
}

/* --- the steps --------------------------------------------------------------------------- */

/* To the next event or the one before; from none to the first in the view, or the last. */
static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  gboolean forward = g_variant_get_boolean (parameter);
  guint n = get_order (self)->len, rank = find_rank (self, self->selected);

  if (n == 0)
    return;
  if (rank != RISALAH_TIMELINE_NONE)
    rank = forward ? MIN (rank + 1, n - 1) : rank - MIN (rank, 1);
  else if (self->is_placed)
    rank = find_rank_in (self, &self->scale, forward);
  select_rank (self, rank != RISALAH_TIMELINE_NONE ? rank : forward ? 0 : n - 1);
}

/* To the first or the last event; it comes to the middle, and what is shown stays as wide. */
static void
go_to_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  gboolean forward = g_variant_get_boolean (parameter);
  RisalahTimelineScale to = self->scale;
  guint n = get_order (self)->len, rank = forward ? n - 1 : 0;

  if (!self->is_placed || n == 0)
    return;
  to.start = (forward ? get_ranked (self, rank)->last : get_ranked (self, rank)->first)
             - to.width / 2 / to.pixels_per_day;
  risalah_timeline_canvas_move_to (self, &to);
  select_rank (self, rank);
}

/* A view further or back, to what begins there. */
static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  gboolean forward = g_variant_get_boolean (parameter);
  RisalahTimelineScale to = self->animation != NULL ? self->to : self->scale;
  guint rank;

  if (!self->is_placed)
    return;
  risalah_timeline_scale_pan (&to, to.width * (forward ? PAGE : -PAGE));
  risalah_timeline_canvas_move_to (self, &to);
  rank = find_rank_in (self, &to, forward);
  if (rank != RISALAH_TIMELINE_NONE)
    risalah_timeline_canvas_select_item (self, g_array_index (self->order, guint, rank));
}

/* The actions of the class that go from event to event. */
void
risalah_timeline_canvas_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.step", "b", step_cb);
  gtk_widget_class_install_action (widget_class, "timeline.go-to-end", "b", go_to_end_cb);
  gtk_widget_class_install_action (widget_class, "timeline.page", "b", page_cb);
}
