/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same brief saved by somebody else while it is open here. Both texts are kept whatever the
 * analyst chooses: the one that does not stay is a version. */

#include "risalah-brief-dock-private.h"

#include <glib/gi18n.h>

#include "risalah-comparison-window.h"
#include "risalah-messages.h"
#include "risalah-versions.h"

static void
hide_bar (RisalahBriefDock *self)
{
  gtk_revealer_set_reveal_child (self->changes_bar, FALSE);
  g_clear_object (&self->theirs);
}

static void look (RisalahBriefDock *self);

static void
show_bar (RisalahBriefDock *self, RisalahOpenBrief *theirs)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (
      risalah_open_brief_get_modified (theirs) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));
  g_autofree char *text
      = g_strdup_printf (_ ("This brief was also saved elsewhere (%s). Both texts are kept."), when);

  g_set_object (&self->theirs, theirs);
  gtk_label_set_text (self->changes_label, text);
  gtk_revealer_set_reveal_child (self->changes_bar, TRUE);
}

/* What is found may be our own save, made while we looked; that one asks for itself. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) theirs
      = risalah_session_find_changes_finish (RISALAH_SESSION (source), result, &error);

  self->is_looking = FALSE;
  if (self->must_look_again)
    {
      look (self);
      return;
    }
  if (error != NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  if (theirs == NULL || self->brief == NULL
      || risalah_open_brief_get_id (theirs) != risalah_open_brief_get_id (self->brief)
      || risalah_open_brief_get_revision (self->brief) != self->looked_from
      || risalah_brief_saver_get_state (self->saver) == RISALAH_SAVE_STATE_WRITING)
    return;
  show_bar (self, theirs);
}

/* Only a brief at rest is looked after: a save tells by itself what it was written over. */
static void
look (RisalahBriefDock *self)
{
  self->must_look_again = self->is_looking;
  if (self->saver == NULL || self->is_looking
      || risalah_brief_saver_get_state (self->saver) != RISALAH_SAVE_STATE_SAVED)
    return;
  self->is_looking = TRUE;
  self->looked_from = risalah_open_brief_get_revision (self->brief);
  risalah_session_find_changes_async (self->session, self->brief, NULL, found_cb,
                                      g_object_ref (self));
}

/*
 * risalah_brief_dock_saved_over:
 *
 * The last save was written over somebody else's.
 */
void
risalah_brief_dock_saved_over (RisalahBriefDock *self)
{
  RisalahOpenBrief *theirs = risalah_open_brief_get_conflict (self->brief);

  if (theirs != NULL
      && (self->refused == NULL
          || !risalah_document_equal (risalah_open_brief_get_document (theirs), self->refused)))
    show_bar (self, theirs);
}

/*
 * risalah_brief_dock_follow_library:
 * @library: (nullable): the library to listen to from now on
 */
void
risalah_brief_dock_follow_library (RisalahBriefDock *self, RisalahLibrary *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, look, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_swapped (library, "briefs-changed", G_CALLBACK (look), self);
}

/*
 * risalah_brief_dock_forget_changes:
 *
 * Another brief is open, or none.
 */
void
risalah_brief_dock_forget_changes (RisalahBriefDock *self)
{
  hide_bar (self);
  g_clear_pointer (&self->refused, risalah_document_unref);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;

  if (!risalah_session_keep_version_finish (RISALAH_SESSION (source), result, &error))
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

/* Ours becomes a version, theirs the text: a step that can be undone. */
static void
take_theirs (RisalahBriefDock *self)
{
  g_autoptr (RisalahOpenBrief) theirs = NULL;

  if (self->theirs == NULL || self->brief == NULL)
    return;
  theirs = g_object_ref (self->theirs);
  hide_bar (self);
  risalah_session_keep_version_async (
      self->session, risalah_open_brief_get_id (self->brief),
      risalah_editor_get_document (self->editor),
      _ ("Before the text saved elsewhere was taken"), NULL, kept_cb, g_object_ref (self));
  if (risalah_brief_saver_get_state (self->saver) != RISALAH_SAVE_STATE_WRITING
      && risalah_open_brief_get_revision (theirs) > risalah_open_brief_get_revision (self->brief))
    risalah_open_brief_follow (self->brief, theirs);
  risalah_editor_replace_document (self->editor, risalah_open_brief_get_document (theirs));
  risalah_messages_show (GTK_WIDGET (self),
                         _ ("The text saved elsewhere was taken; Undo brings yours back"));
}

static void
take_changes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  take_theirs (RISALAH_BRIEF_DOCK (data));
}

/* Where ours is not yet saved over theirs, it is now; theirs becomes a version by that. */
static void
refuse_changes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);
  gboolean is_saved;

  if (self->theirs == NULL || self->saver == NULL)
    return;
  is_saved = risalah_open_brief_get_revision (self->theirs)
             < risalah_open_brief_get_revision (self->brief);
  g_clear_pointer (&self->refused, risalah_document_unref);
  self->refused = risalah_document_ref (risalah_open_brief_get_document (self->theirs));
  hide_bar (self);
  if (!is_saved)
    risalah_brief_saver_save_again (self->saver);
}

static void
compared_act_cb (RisalahComparisonWindow *window, RisalahBriefDock *self)
{
  take_theirs (self);
}

static void
compare_changes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);
  RisalahComparisonWindow *window;

  if (self->theirs == NULL)
    return;
  window = risalah_comparison_window_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Saved elsewhere → here"),
      risalah_open_brief_get_document (self->theirs), risalah_editor_get_document (self->editor),
      _ ("Use the _Other Text"));
  g_signal_connect_object (window, "act", G_CALLBACK (compared_act_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/*
 * risalah_brief_dock_add_changes:
 *
 * Adds the actions of the bar.
 */
void
risalah_brief_dock_add_changes (RisalahBriefDock *self)
{
  static const GActionEntry entries[] = {
    { "take-changes", take_changes_cb },
    { "refuse-changes", refuse_changes_cb },
    { "compare-changes", compare_changes_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
