/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "brief" that are about the whole brief: begin, close, find, show a
 * part of the dock. */

#include "risalah-brief-dock-private.h"
#include "risalah-brief-defaults.h"
#include "risalah-template-dialog.h"
#include "risalah-versions-dialog.h"

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
    risalah_template_dialog_present (
        GTK_WIDGET (self), risalah_session_get_brief_defaults (self->session)->language,
        template_chosen_cb, self);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_brief_dock_close (RISALAH_BRIEF_DOCK (data));
}

static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL)
    risalah_versions_dialog_present (self);
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

/* A brief that is being deleted elsewhere is closed first, so that it is not written again. */
static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL
      && risalah_open_brief_get_id (self->brief) == g_variant_get_int64 (parameter))
    risalah_brief_dock_close (self);
}

static void
edit_title_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->opening != NULL)
    self->awaits_title = TRUE;
  else
    risalah_brief_dock_edit_title (self);
}

/*
 * risalah_brief_dock_edit_title:
 *
 * Selects the title in the text, to be typed over.
 */
void
risalah_brief_dock_edit_title (RisalahBriefDock *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);

  self->awaits_title = FALSE;
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TITLE)
        {
          guint length = risalah_rich_text_get_length (risalah_brief_block_get_text (block));
          const RisalahPosition start = { i, RISALAH_PART_BODY, 0 };
          const RisalahPosition end = { i, RISALAH_PART_BODY, length };

          gtk_stack_set_visible_child_name (self->pages, "text");
          risalah_editor_show_position (self->editor, &start);
          risalah_editor_select (self->editor, &start, &end);
          gtk_widget_grab_focus (GTK_WIDGET (self->editor));
          return;
        }
    }
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
    { "versions", versions_cb },
    { "leave", leave_cb, "x" },  { "edit-title", edit_title_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
