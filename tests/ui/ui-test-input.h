/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real keys and clicks, through the X server: GTK 4 has no events of a test's own making. */
#pragma once

#include <gdk/x11/gdkx.h>

#include "ui-test.h"

static inline void
ui_test_run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* Presses keys, "a" or "ctrl+z", in a window that is or becomes the active one. A sheet that closes
 * leaves the keyboard to nobody for a moment, hence it is given to the window by its number. */
static inline void
ui_test_press (GtkWidget *window, const char *keys)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *number = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  const char *const command[] = { "xdotool", "windowfocus", "--sync", number, "key",
                                  "--clearmodifiers", keys, NULL };

  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  ui_test_frames (window, 2);
  ui_test_run_xdotool (command);
}

/* The middle of a widget in its window once it stands still: a toast slides in. */
static inline void
ui_test_get_middle (GtkWidget *widget, double *x, double *y)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  double before_x = -1, before_y = -1;

  for (*x = *y = 0; *x != before_x || *y != before_y;)
    {
      before_x = *x;
      before_y = *y;
      ui_test_frames (window, 2);
      g_assert_true (gtk_widget_translate_coordinates (widget, window,
                                                       gtk_widget_get_width (widget) / 2.0,
                                                       gtk_widget_get_height (widget) / 2.0, x, y));
    }
}

/* Clicks in the middle of a widget of the window that is active. */
static inline void
ui_test_click (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  double x, y, shadow_x, shadow_y;
  g_autofree char *at_x = NULL, *at_y = NULL;

  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  ui_test_wait_until (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);
  ui_test_get_middle (widget, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &shadow_x, &shadow_y);
  at_x = g_strdup_printf ("%d", (int)(x + shadow_x));
  at_y = g_strdup_printf ("%d", (int)(y + shadow_y));
  {
    const char *const command[] = { "xdotool", "getactivewindow", "mousemove", "--window", "%1",
                                    at_x, at_y, "click", "1", NULL };

    ui_test_run_xdotool (command);
  }
}
