/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of keys. While the brief is written in they go before the window's own, which mean
 * something else elsewhere: Ctrl+K is a link here and the search there. */

#include "risalah-brief-keys.h"

static const RisalahBriefKey keys[] = {
  { "<Control>z", "brief.undo" },
  { "<Control><Shift>z", "brief.redo" },
  { "<Control>y", "brief.redo" },
  { "<Control>b", "brief.bold" },
  { "<Control>i", "brief.italic" },
  { "<Control><Shift>p", "brief.superscript" },
  { "<Control>k", "brief.link" },
  { "<Control><Alt>0", "brief.heading", "0" },
  { "<Control><Alt>1", "brief.heading", "1" },
  { "<Control><Alt>2", "brief.heading", "2" },
  { "<Control><Alt>3", "brief.heading", "3" },
  { "<Control><Alt>4", "brief.style", "title" },
  { "<Control><Alt>5", "brief.style", "subtitle" },
  { "<Control><Shift>k", "brief.style", "key-messages" },
  { "<Control><Alt>7", "brief.numbered-list" },
  { "<Control><Alt>8", "brief.bullet-list" },
  { "<Control><Shift>l", "brief.choose-likelihood" },
  { "<Control><Alt>g", "brief.choose-term" },
  { "<Control><Alt>f", "brief.insert-note" },
  { "<Control><Shift>t", "brief.insert-table" },
  { "<Control><Shift>g", "brief.insert-figure" },
  { "<Control><Shift>m", "brief.insert-timeline" },
  { "<Control>Return", "brief.insert-page-break" },
  { "F2", "brief.edit-here" },
  { "<Control><Shift>Return", "brief.show-source" },
  { "<Control><Alt>e", "brief.leave-out" },
  { "<Control><Alt>s", "brief.sic" },
  { "<Control><Alt>z", "brief.take-back" },
  { "<Control><Alt>w", "brief.next-voice" },
  { "<Control><Shift>v", "brief.paste-plain" },
  { "<Control>f", "brief.find" },
  { "<Control>h", "brief.find" },
  { "F3", "brief.find-next" },
  { "<Shift>F3", "brief.find-previous" },
  { "<Control>1", "brief.show", "text" },
  { "<Control>2", "brief.show", "shelf" },
  { "<Control>3", "brief.show", "outline" },
  { "<Control>4", "brief.show", "check" },
  { "<Control>n", "brief.new" },
  { "<Control><Alt>h", "brief.versions" },
  { "<Control>p", "brief.print" },
  { "<Control><Shift>e", "brief.export", "" },
};

/**
 * risalah_brief_keys_get:
 * @n_keys: (out): how many
 *
 * Returns: (transfer none) (array length=n_keys): the keys
 */
const RisalahBriefKey *
risalah_brief_keys_get (guint *n_keys)
{
  g_return_val_if_fail (n_keys != NULL, NULL);

  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

/**
 * risalah_brief_keys_install:
 * @widget_class: the class of the widget that has the group "brief"
 */
void
risalah_brief_keys_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (keys[i].key, &key, &modifiers))
        g_assert_not_reached ();
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, keys[i].action,
                                           keys[i].target != NULL ? "s" : NULL, keys[i].target);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                GtkWidget *dock)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *editor = g_object_get_data (G_OBJECT (controller), "editor");
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && (focus == editor || gtk_widget_is_ancestor (focus, editor))
         && gtk_event_controller_key_forward (controller, dock);
}

/**
 * risalah_brief_keys_go_first:
 * @window: the window, whose own keys go before those of any widget
 * @editor: the editor, or what is in the place of the text
 * @dock: the widget that has the keys; all three live equally long
 *
 * Gives the brief its keys before the window has its own, while it is written in.
 */
void
risalah_brief_keys_go_first (GtkWidget *window, GtkWidget *editor, GtkWidget *dock)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WINDOW (window) && GTK_IS_WIDGET (editor) && GTK_IS_WIDGET (dock));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_object_set_data (G_OBJECT (controller), "editor", editor);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), dock);
  gtk_widget_add_controller (window, controller);
}
