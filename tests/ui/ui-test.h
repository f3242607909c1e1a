/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Window tests in one process: real widgets under Xvfb, waits that are conditions with a deadline,
 * never sleeps. */
#pragma once

#include <adwaita.h>
#include <locale.h>

#include "ui-test-find.h"

GResource *risalah_ui_get_resource (void);

/* Seconds, far more than needed, so that a slow machine fails nothing. */
static inline guint
ui_test_get_patience (void)
{
  const char *multiplier = g_getenv ("RISALAH_TIMEOUT_MULTIPLIER");

  return 20 * (multiplier != NULL ? MAX (atoi (multiplier), 1) : 3);
}

static inline gboolean
ui_test_second_cb (gpointer data)
{
  (*(guint *)data)++;
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds; after too long the test fails. Seconds are counted, the
 * clock is not asked: where the whole machine stood still for minutes, one has passed. */
#define ui_test_wait_until(condition)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint ui_test_seconds = 0;                                                                     \
    guint ui_test_timer = g_timeout_add (1000, ui_test_second_cb, &ui_test_seconds);               \
                                                                                                   \
    while (!(condition) && ui_test_seconds < ui_test_get_patience ())                              \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (ui_test_timer);                                                               \
    if (!(condition))                                                                              \
      g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition);                   \
  }                                                                                                \
  G_STMT_END

static inline void
ui_test_painted_cb (GdkFrameClock *clock, gpointer data)
{
  (*(guint *)data)++;
}

/* Waits until @widget's window has been painted @n times. */
static inline void
ui_test_frames (GtkWidget *widget, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint seen = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (ui_test_painted_cb), &seen);

  for (guint i = 1; i <= n; i++)
    {
      gtk_widget_queue_draw (widget);
      ui_test_wait_until (seen >= i);
    }
  g_signal_handler_disconnect (clock, handler);
}

static inline void
ui_test_present (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_mapped (window));
  ui_test_frames (window, 1);
}

/* The window of @type, once it is shown. */
static inline GtkWidget *
ui_test_wait_for_window (GType type)
{
  ui_test_wait_until (ui_test_find_window (type) != NULL);
  return ui_test_find_window (type);
}

/* Every warning is fatal but three of newer toolkits' own: GDK's of the first popover with no
 * compositor, that of an entry row whose libadwaita measures its title a pixel too low, and that of
 * a scroll bar beside a text view, which lays out its lines while it is drawn. */
static inline GLogWriterOutput
ui_test_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length == -1
        && (g_str_has_prefix (fields[i].value, "gdk_frame_timings_submitted() called")
            || g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel")
            || g_str_has_prefix (fields[i].value, "Trying to snapshot GtkGizmo")))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

static inline void
ui_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (ui_test_log_cb, NULL, NULL);
  gtk_disable_setlocale ();
  /* gtk_test_init() wants a locale that a bare machine lacks; a test may have chosen its own. */
  if (g_str_equal (setlocale (LC_ALL, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  g_resources_register (risalah_ui_get_resource ());
}
