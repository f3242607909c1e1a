/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open brief's version in the other language: begun or chosen, and shown beside it. While both
 * are side by side, the dock itself has no brief open. */

#include "risalah-brief-dock-private.h"

#include "risalah-briefs.h"
#include "risalah-messages.h"
#include "risalah-pair-window.h"
#include "risalah-translating.h"
#include "risalah-translation-dialog.h"

static void
show_pair (RisalahBriefDock *self, RisalahOpenBrief *other)
{
  g_autoptr (RisalahOpenBrief) ours = g_object_ref (self->brief);

  risalah_brief_dock_close (self);
  g_set_weak_pointer (&self->pair, GTK_WIDGET (risalah_pair_window_new (self, ours, other)));
  gtk_window_present (GTK_WINDOW (self->pair));
}

static void
pair_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) other
      = risalah_session_open_pair_finish (RISALAH_SESSION (source), result, &error);

  if (other == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->brief != NULL)
    show_pair (self, other);
}

static void
saved_for_pair_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (source);
  g_autoptr (GError) error = NULL;

  if (!risalah_brief_dock_save_finish (self, result, &error))
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->brief != NULL)
    risalah_session_open_pair_async (self->session, risalah_editor_get_document (self->editor),
                                     NULL, pair_opened_cb, g_object_ref (self));
}

/* Both briefs are in the library before they are opened beside each other. */
static void
open_side_by_side (RisalahBriefDock *self)
{
  risalah_brief_dock_save_async (self, NULL, saved_for_pair_cb, NULL);
}

/* The mark is a step of the text like any other. */
static void
mark_as_version_of (RisalahBriefDock *self, const char *uid)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_field (risalah_editor_get_document (self->editor), &from,
                                  RISALAH_DOCUMENT_TRANSLATION_PAIR, uid);

    risalah_editor_apply (self->editor, &edit);
  }
  open_side_by_side (self);
}

static void
translated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) translation
      = risalah_session_new_translation_finish (RISALAH_SESSION (source), result, &error);

  if (translation == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->brief != NULL)
    mark_as_version_of (self, risalah_open_brief_get_uid (translation));
}

static void
paired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;

  g_autoptr (RisalahOpenBrief) other
      = risalah_session_pair_brief_finish (RISALAH_SESSION (source), result, &error);

  if (other == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->brief != NULL)
    mark_as_version_of (self, risalah_open_brief_get_uid (other));
}

static void
version_chosen_cb (gpointer owner, gint64 brief, const char *uid)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (owner);
  const char *ours;

  if (self->brief == NULL)
    return;
  ours = risalah_open_brief_get_uid (self->brief);
  if (brief == 0)
    risalah_session_new_translation_async (self->session, ours,
                                           risalah_editor_get_document (self->editor), NULL,
                                           translated_cb, g_object_ref (self));
  else
    risalah_session_pair_brief_async (self->session, brief, ours, NULL, paired_cb,
                                      g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) briefs
      = risalah_library_list_finish (RISALAH_LIBRARY (source), result, &error);

  if (briefs == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->brief != NULL)
    risalah_translation_dialog_present (
        GTK_WIDGET (self),
        risalah_document_get_field (risalah_editor_get_document (self->editor),
                                    RISALAH_DOCUMENT_LANGUAGE),
        g_steal_pointer (&briefs), version_chosen_cb, self);
}

/* Asks for the other version where none is known yet. */
static void
side_by_side_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);
  RisalahDocument *document;

  if (self->brief == NULL || GTK_IS_WINDOW (self->pair))
    return;
  document = risalah_editor_get_document (self->editor);
  if (*risalah_document_get_field (document, RISALAH_DOCUMENT_TRANSLATION_PAIR) != '\0')
    open_side_by_side (self);
  else
    risalah_library_list_async (risalah_session_get_library (self->session), risalah_briefs_list,
                                NULL, listed_cb, g_object_ref (self));
}

/**
 * risalah_brief_dock_holds_text:
 * @self: a dock
 *
 * Returns: whether a brief is open in the dock, or beside its other version in a window of theirs,
 *   and so may have something to save
 */
gboolean
risalah_brief_dock_holds_text (RisalahBriefDock *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (self), FALSE);

  return self->brief != NULL || self->pair != NULL;
}

/*
 * risalah_brief_dock_present_pair:
 * @id: a brief
 *
 * A brief is open once: where it is in the window with both versions, that one is shown.
 *
 * Returns: whether it is
 */
gboolean
risalah_brief_dock_present_pair (RisalahBriefDock *self, gint64 id)
{
  for (guint i = 0; self->pair != NULL && i < 2; i++)
    {
      RisalahBriefDock *side
          = risalah_pair_window_get_dock (RISALAH_PAIR_WINDOW (self->pair), i);

      if (side != NULL && side->brief != NULL && risalah_open_brief_get_id (side->brief) == id
          && gtk_widget_get_visible (self->pair))
        {
          gtk_window_present (GTK_WINDOW (self->pair));
          return TRUE;
        }
    }
  return FALSE;
}

static void
pair_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;

  if (risalah_pair_window_save_finish (RISALAH_PAIR_WINDOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/*
 * risalah_brief_dock_save_pair:
 * @task: (transfer full): is told when both versions are saved
 */
void
risalah_brief_dock_save_pair (RisalahBriefDock *self, GTask *task)
{
  risalah_pair_window_save_async (RISALAH_PAIR_WINDOW (self->pair),
                                  g_task_get_cancellable (task), pair_saved_cb, task);
}

/*
 * risalah_brief_dock_add_pair:
 *
 * Adds the action "side-by-side".
 */
void
risalah_brief_dock_add_pair (RisalahBriefDock *self)
{
  static const GActionEntry entries[] = {
    { "side-by-side", side_by_side_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
