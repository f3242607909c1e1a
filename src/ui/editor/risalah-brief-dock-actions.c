/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "brief" that are about the whole brief: begin, close, find, show a
 * part of the dock. */

#include "risalah-brief-dock-private.h"
#include "risalah-template-dialog.h"

static void
template_chosen_cb (gpointer owner, const char *template_id, const char *title, const char *language)
{
  risalah_brief_dock_begin (RISALAH_BRIEF_DOCK (owner), template_id, title, language);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->session != NULL)
    risalah_template_dialog_present (GTK_WIDGET (self), template_chosen_cb, self);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_brief_dock_close (RISALAH_BRIEF_DOCK (data));
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, "text");
  risalah_find_bar_open (self->find_bar);
}

static void
find_next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_find_bar_next (RISALAH_BRIEF_DOCK (data)->find_bar, TRUE);
}

static void
find_previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_find_bar_next (RISALAH_BRIEF_DOCK (data)->find_bar, FALSE);
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);
  const char *page = g_variant_get_string (parameter, NULL);

  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  if (g_str_equal (page, "text"))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/*
 * risalah_brief_dock_add_actions:
 *
 * Adds the actions that are about the whole brief.
 */
void
risalah_brief_dock_add_actions (RisalahBriefDock *self)
{
  static const GActionEntry entries[] = {
    { "new", new_cb },           { "close", close_cb },
    { "find", find_cb },         { "find-next", find_next_cb },
    { "show", show_cb, "s" },    { "find-previous", find_previous_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
