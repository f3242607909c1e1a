/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief and its version in the other language, side by side, each in a dock of its own; in a
 * narrow window one at a time. When it closes, the brief goes back to where it came from. */

#include "risalah-pair-window.h"

#include <glib/gi18n.h>

#include "risalah-adaptive-bin.h"
#include "risalah-brief-dock-private.h"
#include "risalah-messages.h"
#include "risalah-section-link.h"

struct _RisalahPairWindow
{
  AdwWindow parent_instance;

  GtkWidget *sides;
  GtkToggleButton *first_button;
  GtkToggleButton *second_button;
  GtkWidget *section_buttons;
  GtkToggleButton *link_button;
  RisalahAdaptiveBin *bin;

  GtkWidget *docks[2];
  RisalahSectionLink *link;
  RisalahBriefDock *home; /* weak: where the first brief was open before */
  gint64 brief;
  gboolean is_saved;
};

G_DEFINE_FINAL_TYPE (RisalahPairWindow, risalah_pair_window, ADW_TYPE_WINDOW)

static void
show_sides (RisalahPairWindow *self)
{
  gboolean narrow = risalah_adaptive_bin_get_room (self->bin) == RISALAH_ROOM_NARROW;
  gboolean first = gtk_toggle_button_get_active (self->first_button);

  if (self->docks[0] == NULL)
    return;
  gtk_widget_set_visible (self->sides, narrow);
  gtk_widget_set_visible (self->docks[0], !narrow || first);
  gtk_widget_set_visible (self->docks[1], !narrow || !first);
  /* What moves both is of no use while one is seen; the keys stay. */
  gtk_widget_set_visible (self->section_buttons, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), !narrow);
}

static void
room_changed_cb (RisalahPairWindow *self)
{
  show_sides (self);
}

static void
side_toggled_cb (RisalahPairWindow *self)
{
  show_sides (self);
}

static void
link_toggled_cb (RisalahPairWindow *self)
{
  if (self->link != NULL)
    risalah_section_link_set_active (self->link, gtk_toggle_button_get_active (self->link_button));
}

static void
next_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_section_link_step (RISALAH_PAIR_WINDOW (widget)->link, 1);
}

static void
previous_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_section_link_step (RISALAH_PAIR_WINDOW (widget)->link, -1);
}

static void
closing_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RisalahPairWindow *self = RISALAH_PAIR_WINDOW (source);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!risalah_pair_window_save_finish (self, result, &error))
    {
      /* The window stays, with what could not be saved. */
      risalah_messages_show_error (GTK_WIDGET (self->bin), error);
      return;
    }
  self->is_saved = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
risalah_pair_window_close_request (GtkWindow *window)
{
  RisalahPairWindow *self = RISALAH_PAIR_WINDOW (window);

  if (!self->is_saved)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
      risalah_pair_window_save_async (self, NULL, closing_saved_cb, NULL);
      return TRUE;
    }
  if (self->home != NULL)
    {
      g_clear_weak_pointer (&self->home->pair);
      risalah_brief_dock_open (self->home, self->brief);
    }
  return GTK_WINDOW_CLASS (risalah_pair_window_parent_class)->close_request (window);
}

static void
risalah_pair_window_dispose (GObject *object)
{
  RisalahPairWindow *self = RISALAH_PAIR_WINDOW (object);

  g_clear_object (&self->link);
  g_clear_weak_pointer (&self->home);
  self->docks[0] = self->docks[1] = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_PAIR_WINDOW);

  G_OBJECT_CLASS (risalah_pair_window_parent_class)->dispose (object);
}

static void
risalah_pair_window_class_init (RisalahPairWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_pair_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = risalah_pair_window_close_request;

  g_type_ensure (RISALAH_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-pair-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, sides);
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, first_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, second_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, section_buttons);
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, link_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahPairWindow, bin);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_toggled_cb);
  gtk_widget_class_install_action (widget_class, "pair.next-section", NULL, next_section_cb);
  gtk_widget_class_install_action (widget_class, "pair.previous-section", NULL,
                                   previous_section_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "pair.next-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "pair.previous-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
risalah_pair_window_init (RisalahPairWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
language_name (RisalahOpenBrief *brief)
{
  const char *language = risalah_document_get_field (risalah_open_brief_get_document (brief),
                                                     RISALAH_DOCUMENT_LANGUAGE);

  return g_str_equal (language, "en") ? _ ("English") : _ ("Indonesian");
}

static void
add_docks (RisalahPairWindow *self, RisalahSession *session, RisalahOpenBrief *briefs[2])
{
  GtkToggleButton *buttons[] = { self->first_button, self->second_button };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      self->docks[i] = risalah_brief_dock_new (session);
      gtk_widget_set_hexpand (self->docks[i], TRUE);
      gtk_widget_set_size_request (self->docks[i], 340, -1);
      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
      gtk_box_append (GTK_BOX (box), self->docks[i]);
      gtk_button_set_label (GTK_BUTTON (buttons[i]), language_name (briefs[i]));
      risalah_brief_dock_show_brief (RISALAH_BRIEF_DOCK (self->docks[i]), briefs[i]);
    }
  risalah_adaptive_bin_set_child (self->bin, box);
}

/**
 * risalah_pair_window_new:
 * @dock: the dock in which @first was open; it opens it again when the window closes
 * @first: a brief
 * @second: its version in the other language
 *
 * Returns: (transfer none): a window, not yet presented
 */
RisalahPairWindow *
risalah_pair_window_new (RisalahBriefDock *dock, RisalahOpenBrief *first, RisalahOpenBrief *second)
{
  RisalahOpenBrief *briefs[] = { first, second };
  RisalahPairWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (dock), NULL);
  g_return_val_if_fail (RISALAH_IS_OPEN_BRIEF (first) && RISALAH_IS_OPEN_BRIEF (second), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (dock));
  self = g_object_new (RISALAH_TYPE_PAIR_WINDOW, "transient-for", root, NULL);
  self->brief = risalah_open_brief_get_id (first);
  g_set_weak_pointer (&self->home, dock);
  if (G_IS_ACTION_GROUP (root))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (root));
  add_docks (self, risalah_brief_dock_get_session (dock), briefs);
  self->link = risalah_section_link_new (
      risalah_brief_dock_get_editor (RISALAH_BRIEF_DOCK (self->docks[0])),
      risalah_brief_dock_get_editor (RISALAH_BRIEF_DOCK (self->docks[1])));
  show_sides (self);
  gtk_window_set_focus (
      GTK_WINDOW (self),
      GTK_WIDGET (risalah_brief_dock_get_editor (RISALAH_BRIEF_DOCK (self->docks[0]))));
  return self;
}

/**
 * risalah_pair_window_get_dock:
 * @self: a pair window
 * @index: 0 or 1
 *
 * Returns: (transfer none): the dock of one side
 */
RisalahBriefDock *
risalah_pair_window_get_dock (RisalahPairWindow *self, guint index)
{
  g_return_val_if_fail (RISALAH_IS_PAIR_WINDOW (self) && index < 2, NULL);

  return RISALAH_BRIEF_DOCK (self->docks[index]);
}

static void
second_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;

  if (risalah_brief_dock_save_finish (RISALAH_BRIEF_DOCK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
first_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  RisalahPairWindow *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!risalah_brief_dock_save_finish (RISALAH_BRIEF_DOCK (source), result, &error))
    g_task_return_error (task, error);
  else if (self->docks[1] == NULL)
    g_task_return_boolean (task, TRUE);
  else
    risalah_brief_dock_save_async (RISALAH_BRIEF_DOCK (self->docks[1]),
                                   g_task_get_cancellable (task), second_saved_cb,
                                   g_object_ref (task));
}

/**
 * risalah_pair_window_save_async:
 * @self: a pair window
 * @cancellable: (nullable): to stop waiting
 * @callback: called when both versions are saved, or could not be
 * @user_data: for @callback
 *
 * Writes what was typed in either version.
 */
void
risalah_pair_window_save_async (RisalahPairWindow *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RISALAH_IS_PAIR_WINDOW (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, risalah_pair_window_save_async);
  risalah_brief_dock_save_async (RISALAH_BRIEF_DOCK (self->docks[0]), cancellable, first_saved_cb,
                                 task);
}

/**
 * risalah_pair_window_save_finish:
 * @self: a pair window
 * @result: what the callback was given
 * @error: (nullable): why one could not be saved
 *
 * Returns: whether both are saved
 */
gboolean
risalah_pair_window_save_finish (RisalahPairWindow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
