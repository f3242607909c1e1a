/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of dossiers above the list, and that of each row: by the second button of the mouse, by
 * the menu key and by Shift+F10. */

#include "risalah-sources-place-private.h"

#include <glib/gi18n.h>

#include "risalah-source-card.h"
#include "risalah-widget.h"

/* --- above the list ---------------------------------------------------------------------- */

/* An underline in a name is no mnemonic. */
static char *
dup_menu_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* What can be done with the articles that were found, and how many they are. */
static void
append_found (GMenu *menu, guint n, const char *const *dossiers)
{
  g_autofree char *add = g_strdup_printf (ngettext ("Add the %'u Article _Found to a Dossier…",
                                                    "Add All %'u Articles _Found to a Dossier…", n),
                                          n);
  g_autofree char *name = dossiers[0] != NULL ? dup_menu_name (dossiers[0]) : NULL;
  g_autofree char *take = NULL;

  g_menu_append (menu, add, "win.add-results-to-dossier");
  if (name == NULL || dossiers[1] != NULL)
    return;
  /* Translators: how many articles, and the name of a dossier */
  take = g_strdup_printf (ngettext ("_Take the %'u Article Found Out of “%s”",
                                    "_Take All %'u Articles Found Out of “%s”", n),
                          n, name);
  g_menu_append (menu, take, "win.take-results-out");
}

/* The menu above the list follows what was found. */
void
risalah_sources_place_show_menu (RisalahSourcesPlace *self)
{
  RisalahSearchResult *result = risalah_source_search_get_result (self->search);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) articles = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  g_menu_append (articles, _ ("Add the _Article to a Dossier…"), "win.add-to-dossier");
  if (result != NULL && result->ids->len > 0)
    append_found (articles, result->ids->len,
                  risalah_source_search_get_filters (self->search, RISALAH_FIELD_DOSSIER));
  g_menu_append (all, _ ("_Dossiers…"), "win.show-dossiers");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (articles));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_menu_button_set_menu_model (self->dossier_button, G_MENU_MODEL (menu));
}

/* --- of a row ---------------------------------------------------------------------------- */

/* The card in the list's row that holds @widget; %NULL beside the rows. */
static GtkWidget *
find_card (GtkWidget *widget)
{
  GtkWidget *card =
      widget != NULL ? gtk_widget_get_ancestor (widget, RISALAH_TYPE_SOURCE_CARD) : NULL;
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  return card != NULL || !RISALAH_IS_SOURCE_CARD (child) ? card : child;
}

static void
append_target (GMenu *menu, const char *label, const char *action, gint64 source)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", source);
  g_menu_append_item (menu, item);
}

static void
popup_row_menu (RisalahSourcesPlace *self, GtkWidget *card, const GdkRectangle *where)
{
  gint64 source = card != NULL ? risalah_lazy_row_get_id (RISALAH_LAZY_ROW (card)) : 0;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (source == 0)
    return;
  append_target (menu, _ ("_Open"), "win.open-source", source);
  append_target (menu, _ ("Add to a _Dossier…"), "win.add-source-to-dossier", source);
  risalah_widget_popup_menu (GTK_WIDGET (self), G_MENU_MODEL (menu), where);
}

/* The second button of the mouse, or a long press. */
static void
pressed (RisalahSourcesPlace *self, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  double place_x, place_y;

  gtk_widget_translate_coordinates (list, GTK_WIDGET (self), x, y, &place_x, &place_y);
  popup_row_menu (self, find_card (gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT)),
                  &(GdkRectangle){ (int)place_x, (int)place_y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  pressed (user_data, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, gpointer user_data)
{
  pressed (user_data, x, y);
}

static void
row_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahSourcesPlace *self = RISALAH_SOURCES_PLACE (widget);
  GtkWidget *card = find_card (gtk_widget_get_focus_child (GTK_WIDGET (self->list)));
  double x, y;

  if (card == NULL)
    return;
  gtk_widget_translate_coordinates (card, widget, 0, 0, &x, &y);
  popup_row_menu (self, card,
                  &(GdkRectangle){ (int)x, (int)y, gtk_widget_get_width (card),
                                   gtk_widget_get_height (card) });
}

static gboolean
row_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *list = GTK_WIDGET (RISALAH_SOURCES_PLACE (widget)->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, list)
         && gtk_widget_activate_action (widget, "sources.row-menu", NULL);
}

/* The menu of the row that has the focus. */
void
risalah_sources_place_install_row_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sources.row-menu", NULL, row_menu_cb);
}

/* Gives the rows their menu. The search entry, which takes what is typed over the list, would take
 * the menu key too: it is asked for before it comes to the list. */
void
risalah_sources_place_watch_rows (RisalahSourcesPlace *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (row_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (press));
}
