/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding widgets by what an analyst sees of them. Each function gives the first one at or under a
 * widget, %NULL where there is none. */
#pragma once

#include <adwaita.h>

typedef gboolean (*UiTestMatch) (GtkWidget *widget, gconstpointer wanted);

static inline GtkWidget *
ui_test_find_match (GtkWidget *widget, UiTestMatch match, gconstpointer wanted)
{
  GtkWidget *found = NULL;

  if (match (widget, wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_test_find_match (child, match, wanted);
  return found;
}

static inline gboolean
ui_test_has_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *)type);
}

static inline GtkWidget *
ui_test_find (GtkWidget *widget, GType type)
{
  return ui_test_find_match (widget, ui_test_has_type, &type);
}

static inline gboolean
ui_test_label_holds (GtkWidget *widget, gconstpointer part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

/* A label whose text holds @part. */
static inline GtkWidget *
ui_test_find_label (GtkWidget *widget, const char *part)
{
  return ui_test_find_match (widget, ui_test_label_holds, part);
}

static inline gboolean
ui_test_button_says (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* A button with this label, as written in the source. */
static inline GtkWidget *
ui_test_find_button (GtkWidget *widget, const char *label)
{
  return ui_test_find_match (widget, ui_test_button_says, label);
}

static inline gboolean
ui_test_button_does (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

/* A button for this action. */
static inline GtkWidget *
ui_test_find_action (GtkWidget *widget, const char *action)
{
  return ui_test_find_match (widget, ui_test_button_does, action);
}

static inline gboolean
ui_test_has_css_class (GtkWidget *widget, gconstpointer css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

/* The button that the sheet suggests. */
static inline GtkWidget *
ui_test_find_suggested (GtkWidget *widget)
{
  return ui_test_find_match (widget, ui_test_has_css_class, "suggested-action");
}

static inline gboolean
ui_test_row_holds (GtkWidget *widget, gconstpointer part)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), part) != NULL;
}

/* A row whose title holds @part. */
static inline GtkWidget *
ui_test_find_row (GtkWidget *widget, const char *part)
{
  return ui_test_find_match (widget, ui_test_row_holds, part);
}

static inline gboolean
ui_test_has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* A widget with this tooltip. */
static inline GtkWidget *
ui_test_find_tooltip (GtkWidget *widget, const char *text)
{
  return ui_test_find_match (widget, ui_test_has_tooltip, text);
}

static inline gboolean
ui_test_is_open_popover (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

/* A popover that is open. */
static inline GtkWidget *
ui_test_find_popover (GtkWidget *widget)
{
  return ui_test_find_match (widget, ui_test_is_open_popover, NULL);
}

/* The shown window of @type that was made last. */
static inline GtkWidget *
ui_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/* The shown window that was made last, %NULL where none is shown. */
static inline GtkWidget *
ui_test_newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint n = g_list_model_get_n_items (windows); n > 0; n--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, n - 1);

      if (gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}
