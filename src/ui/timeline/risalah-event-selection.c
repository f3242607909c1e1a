/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each view of the Timeline has a list and a selection of its own; only the one in sight tells what was
 * selected, and those that show all events follow it. */

#include "risalah-event-selection.h"

/**
 * risalah_event_selection_new:
 * @events: the events of a view
 * @always: whether one of them is always selected
 *
 * Returns: (transfer full): their selection
 */
GtkSingleSelection *
risalah_event_selection_new (RisalahEventList *events, gboolean always)
{
  GtkSingleSelection *self;

  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (events), NULL);

  self = gtk_single_selection_new (
      G_LIST_MODEL (g_object_ref (risalah_event_list_get_list (events))));
  gtk_single_selection_set_autoselect (self, always);
  gtk_single_selection_set_can_unselect (self, !always);
  return self;
}

/**
 * risalah_event_selection_tell:
 * @self: (nullable): a view's selection; a view that ends has none any more
 * @view: the view
 * @state: what the Timeline has selected
 *
 * Selects in @state what is selected in @view, where it is in sight.
 */
void
risalah_event_selection_tell (GtkSingleSelection *self, GtkWidget *view, RisalahTimelineState *state)
{
  RisalahLazyItem *item = self != NULL ? gtk_single_selection_get_selected_item (self) : NULL;

  if (item != NULL && gtk_widget_get_mapped (view))
    risalah_timeline_state_select (state, risalah_lazy_item_get_id (item));
}

/**
 * risalah_event_selection_follow:
 * @self: a view's selection
 * @events: its events
 * @state: what the Timeline has selected
 *
 * Selects what @state has selected, or nothing where @events lack it.
 *
 * Returns: the position that was selected anew, %GTK_INVALID_LIST_POSITION for none
 */
guint
risalah_event_selection_follow (GtkSingleSelection *self,
                                RisalahEventList *events,
                                RisalahTimelineState *state)
{
  gint64 event = risalah_timeline_state_get_selected (state);
  guint position = event != 0 ? risalah_lazy_list_find (risalah_event_list_get_list (events), event)
                              : GTK_INVALID_LIST_POSITION;

  if (position == gtk_single_selection_get_selected (self))
    return GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self, position);
  return position;
}
