/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that compares two versions of a brief by words: how many words came and went, each
 * change by button or key, and one act on the version that is not the brief's own. */

#include "risalah-comparison-window.h"

#include <glib/gi18n.h>

#include "risalah-comparison-view.h"
#include "risalah-sheet.h"

struct _RisalahComparisonWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  RisalahComparisonView *view;
  GtkLabel *status_label;
  GtkWidget *bar;
  GtkButton *act_button;
};

G_DEFINE_FINAL_TYPE (RisalahComparisonWindow, risalah_comparison_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
visit (RisalahComparisonWindow *self, int by)
{
  g_autofree char *change = risalah_comparison_view_go_to (self->view, by);

  if (change != NULL)
    gtk_label_set_text (self->status_label, change);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  visit (RISALAH_COMPARISON_WINDOW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  visit (RISALAH_COMPARISON_WINDOW (widget), -1);
}

/* The act may close the window that this one belongs to, which it must not outlive. */
static void
act_clicked_cb (RisalahComparisonWindow *self)
{
  g_object_ref (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  g_signal_emit (self, signals[SIGNAL_ACT], 0);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
risalah_comparison_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_COMPARISON_WINDOW);

  G_OBJECT_CLASS (risalah_comparison_window_parent_class)->dispose (object);
}

static void
risalah_comparison_window_class_init (RisalahComparisonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_comparison_window_dispose;

  /**
   * RisalahComparisonWindow::act:
   *
   * The analyst takes the other version.
   */
  signals[SIGNAL_ACT] = g_signal_new ("act", RISALAH_TYPE_COMPARISON_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RISALAH_TYPE_COMPARISON_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-comparison-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahComparisonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahComparisonWindow, view);
  gtk_widget_class_bind_template_child (widget_class, RisalahComparisonWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahComparisonWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahComparisonWindow, act_button);
  gtk_widget_class_bind_template_callback (widget_class, act_clicked_cb);
  gtk_widget_class_install_action (widget_class, "comparison.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "comparison.previous", NULL, previous_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "comparison.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "comparison.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "comparison.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "comparison.previous", NULL);
}

static void
risalah_comparison_window_init (RisalahComparisonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_counts (RisalahComparisonWindow *self)
{
  guint n_added = risalah_comparison_view_get_n_added (self->view);
  guint n_removed = risalah_comparison_view_get_n_removed (self->view);
  g_autofree char *added
      = g_strdup_printf (ngettext ("%u word added", "%u words added", n_added), n_added);
  g_autofree char *removed
      = g_strdup_printf (ngettext ("%u word removed", "%u words removed", n_removed), n_removed);
  g_autofree char *counts = g_strdup_printf ("%s, %s", added, removed);
  gboolean differ = risalah_comparison_view_get_n_changes (self->view) > 0;

  adw_window_title_set_subtitle (self->title, counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), counts);
  gtk_label_set_text (self->status_label,
                      differ ? _ ("Added words are underlined, removed ones struck out")
                             : _ ("Both versions have the same words"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.next", differ);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.previous", differ);
}

/**
 * risalah_comparison_window_new:
 * @parent: the window that it belongs to
 * @what: what is compared, as its title
 * @before: the earlier version
 * @after: the later one
 * @act: (nullable): what the button says that takes the other version, %NULL for none
 *
 * Returns: (transfer none): a window, not yet presented
 */
RisalahComparisonWindow *
risalah_comparison_window_new (GtkWindow *parent,
                               const char *what,
                               RisalahDocument *before,
                               RisalahDocument *after,
                               const char *act)
{
  RisalahComparisonWindow *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_COMPARISON_WINDOW, "transient-for", parent, NULL);
  adw_window_title_set_title (self->title, what);
  gtk_window_set_title (GTK_WINDOW (self), what);
  gtk_widget_set_visible (self->bar, act != NULL);
  if (act != NULL)
    gtk_button_set_label (self->act_button, act);
  risalah_comparison_view_show (self->view, before, after);
  show_counts (self);
  return self;
}
