/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, leaving and saving the dock's brief, and what is put into it from elsewhere. A brief is
 * in the library before another one takes its place. */

#include "risalah-brief-dock-private.h"

#include "risalah-event-composing.h"
#include "risalah-messages.h"

#define FIRST_TEMPLATE "T1"

static void
insert_awaited (RisalahBriefDock *self)
{
  g_autoptr (RisalahQuotation) quotation = g_steal_pointer (&self->awaited);
  g_autoptr (RisalahEvent) event = g_steal_pointer (&self->awaited_event);

  if (event != NULL)
    risalah_brief_dock_insert_event (self, event);
  if (quotation == NULL)
    return;
  if (self->awaited_is_citation)
    risalah_brief_dock_insert_citation (self, quotation);
  else
    risalah_brief_dock_insert_quotation (self, quotation);
}

/* Where a quotation goes in a brief that nobody has written in: the first empty paragraph. */
static void
place_cursor_for_writing (RisalahBriefDock *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);
      const RisalahPosition at = { i, RISALAH_PART_BODY, 0 };

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_PARAGRAPH
          && risalah_rich_text_get_length (risalah_brief_block_get_text (block)) == 0)
        {
          risalah_editor_select (self->editor, &at, &at);
          return;
        }
    }
}

/*
 * risalah_brief_dock_show_brief:
 * @brief: an open brief
 *
 * Shows another brief; what was typed in the one before is on its way to the library.
 */
void
risalah_brief_dock_show_brief (RisalahBriefDock *self, RisalahOpenBrief *brief)
{
  RisalahDocument *document = risalah_open_brief_get_document (brief);

  if (self->saver != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->saver, self);
      risalah_brief_saver_save_async (self->saver, NULL, NULL, NULL);
      g_clear_object (&self->saver);
    }
  g_set_object (&self->brief, brief);
  risalah_outline_set_template (
      self->outline,
      risalah_templates_find (risalah_session_get_templates (self->session),
                              risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE)));
  risalah_brief_dock_forget_passages (self);
  risalah_editor_set_document (self->editor, document);
  risalah_brief_dock_read_passages (self);
  self->saver = risalah_brief_saver_new (self->session, brief, document);
  g_signal_connect_swapped (self->saver, "changed",
                            G_CALLBACK (risalah_brief_dock_update_status), self);
  g_signal_connect_swapped (self->saver, "saved-over", G_CALLBACK (risalah_brief_dock_saved_over),
                            self);
  risalah_brief_dock_forget_changes (self);
  risalah_check_panel_set_session (self->check, self->session);
  risalah_check_panel_check_now (self->check);
  gtk_stack_set_visible_child_name (self->stack, "brief");
  place_cursor_for_writing (self);
  risalah_brief_dock_update (self);
  risalah_brief_dock_update_status (self);
  g_object_notify (G_OBJECT (self), "brief");
  insert_awaited (self);
  if (self->awaits_title)
    risalah_brief_dock_edit_title (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) brief
      = g_async_result_is_tagged (result, risalah_session_new_brief_async)
            ? risalah_session_new_brief_finish (RISALAH_SESSION (source), result, &error)
            : risalah_session_open_brief_finish (RISALAH_SESSION (source), result, &error);

  if (brief == NULL)
    {
      if (risalah_messages_was_cancelled (error))
        return;
      g_clear_object (&self->opening);
      g_clear_pointer (&self->awaited, risalah_quotation_free);
      g_clear_pointer (&self->awaited_event, risalah_event_free);
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_object (&self->opening);
  risalah_brief_dock_show_brief (self, brief);
}

/* Which brief is to be shown next: a stored one, or one that begins. */
typedef struct
{
  RisalahBriefDock *dock;
  GCancellable *cancellable;
  gint64 id;
  char *template_id; /* (nullable): NULL opens @id */
  char *title;
  char *language;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->dock);
  g_object_unref (opening->cancellable);
  g_free (opening->template_id);
  g_free (opening->title);
  g_free (opening->language);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
run_opening (Opening *opening)
{
  RisalahBriefDock *self = opening->dock;

  if (self->session == NULL)
    return;
  if (opening->template_id != NULL)
    risalah_session_new_brief_async (self->session, opening->template_id, opening->title,
                                     opening->language, opening->cancellable, opened_cb,
                                     g_object_ref (self));
  else
    risalah_session_open_brief_async (self->session, opening->id, opening->cancellable, opened_cb,
                                      g_object_ref (self));
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (g_cancellable_is_cancelled (opening->cancellable))
    return;
  if (risalah_brief_saver_save_finish (RISALAH_BRIEF_SAVER (source), result, &error))
    {
      run_opening (opening);
      return;
    }
  /* The brief that could not be saved stays open. */
  g_clear_object (&opening->dock->opening);
  risalah_messages_show_error (GTK_WIDGET (opening->dock), error);
}

/* Opens what @opening says once the open brief is in the library, so that whoever comes back to it
 * finds what was typed last. */
static void
begin_opening (RisalahBriefDock *self, Opening *opening)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  opening->dock = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  if (self->saver != NULL)
    risalah_brief_saver_save_async (self->saver, NULL, left_cb, opening);
  else
    {
      run_opening (opening);
      opening_free (opening);
    }
}

static void
recent_changed_cb (RisalahBriefDock *self, int position, int removed, int added, GMenuModel *menu)
{
  g_autoptr (GMenuModel) briefs = NULL;

  if (g_menu_model_get_n_items (menu) > 0)
    briefs = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SUBMENU);
  gtk_menu_button_set_menu_model (self->recent_button, briefs);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_button), briefs != NULL);
}

/**
 * risalah_brief_dock_set_recent_menu:
 * @self: a dock
 * @menu: a menu whose submenu opens the latest briefs, empty while there are none
 *
 * What is offered where no brief is open.
 */
void
risalah_brief_dock_set_recent_menu (RisalahBriefDock *self, GMenuModel *menu)
{
  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  g_signal_connect_object (menu, "items-changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self, 0, 0, 0, menu);
}

/**
 * risalah_brief_dock_open:
 * @self: a dock
 * @id: a brief
 *
 * Opens a stored brief instead of the one that is open.
 */
void
risalah_brief_dock_open (RisalahBriefDock *self, gint64 id)
{
  Opening *opening;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (self->session != NULL);

  if ((self->brief != NULL && risalah_open_brief_get_id (self->brief) == id)
      || risalah_brief_dock_present_pair (self, id))
    return;
  opening = g_new0 (Opening, 1);
  opening->id = id;
  begin_opening (self, opening);
}

/**
 * risalah_brief_dock_begin:
 * @self: a dock
 * @template_id: "T1" to "T5"
 * @title: (nullable): its title
 * @language: (nullable): "id" or "en", %NULL for what the settings say
 *
 * Begins a brief from a template and opens it.
 */
void
risalah_brief_dock_begin (RisalahBriefDock *self,
                          const char *template_id,
                          const char *title,
                          const char *language)
{
  Opening *opening;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (template_id != NULL);
  g_return_if_fail (self->session != NULL);

  opening = g_new0 (Opening, 1);
  opening->template_id = g_strdup (template_id);
  opening->title = g_strdup (title);
  opening->language = g_strdup (language);
  begin_opening (self, opening);
}

/**
 * risalah_brief_dock_close:
 * @self: a dock
 *
 * Closes the open brief; what was typed is on its way to the library.
 */
void
risalah_brief_dock_close (RisalahBriefDock *self)
{
  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));

  if (self->brief == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->saver, self);
  risalah_brief_saver_save_async (self->saver, NULL, NULL, NULL);
  g_clear_object (&self->saver);
  g_clear_object (&self->brief);
  risalah_brief_dock_forget_passages (self);
  risalah_find_bar_close (self->find_bar);
  risalah_check_panel_set_session (self->check, NULL);
  risalah_brief_dock_forget_changes (self);
  risalah_outline_set_template (self->outline, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  g_object_notify (G_OBJECT (self), "brief");
}

/* Keeps what is to be inserted until a brief is there. Returns whether it has to wait. */
static gboolean
wait_for_brief (RisalahBriefDock *self, const RisalahQuotation *quotation, gboolean is_citation)
{
  if (self->brief != NULL)
    return FALSE;
  g_clear_pointer (&self->awaited, risalah_quotation_free);
  self->awaited = risalah_quotation_copy (quotation);
  self->awaited_is_citation = is_citation;
  if (self->opening == NULL)
    risalah_brief_dock_begin (self, FIRST_TEMPLATE, NULL, NULL);
  return TRUE;
}

/**
 * risalah_brief_dock_insert_quotation:
 * @self: a dock
 * @quotation: a stored quotation
 *
 * Puts the quotation in at the cursor, with its citation; begins a brief where none is open.
 */
void
risalah_brief_dock_insert_quotation (RisalahBriefDock *self, const RisalahQuotation *quotation)
{
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (quotation != NULL);

  if (wait_for_brief (self, quotation, FALSE))
    return;
  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_quotation (
        risalah_editor_get_document (self->editor), &to, quotation);

    risalah_editor_apply (self->editor, &edit);
  }
}

/**
 * risalah_brief_dock_insert_citation:
 * @self: a dock
 * @passage: the passage that a sentence of the brief rests on
 *
 * Puts in a citation that keeps its span and not its words.
 */
void
risalah_brief_dock_insert_citation (RisalahBriefDock *self, const RisalahQuotation *passage)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (RisalahCitationAtom) citation = NULL;
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (passage != NULL);

  if (wait_for_brief (self, passage, TRUE))
    return;
  citation = risalah_citation_atom_new (id, passage->source_uid, passage->text_uid, passage->start,
                                        passage->end, NULL);
  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_citation (
        risalah_editor_get_document (self->editor), &to, citation);

    risalah_editor_apply (self->editor, &edit);
  }
}

/**
 * risalah_brief_dock_insert_event:
 * @self: a dock
 * @event: an event with its evidence
 *
 * Puts in a paragraph that says what happened, with its citations; begins a brief where none is
 * open.
 */
void
risalah_brief_dock_insert_event (RisalahBriefDock *self, const RisalahEvent *event)
{
  g_autoptr (RisalahBriefBlock) block = NULL;
  g_autoptr (GError) error = NULL;
  RisalahDocument *document;
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (event != NULL);

  if (self->brief == NULL)
    {
      risalah_event_free (self->awaited_event);
      self->awaited_event = risalah_event_copy (event);
      if (self->opening == NULL)
        risalah_brief_dock_begin (self, FIRST_TEMPLATE, NULL, NULL);
      return;
    }
  document = risalah_editor_get_document (self->editor);
  block = risalah_session_compose_event (
      self->session, event, risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE), &error);
  if (block == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_block (document, &to, block);

    risalah_editor_apply (self->editor, &edit);
  }
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;

  if (risalah_brief_saver_save_finish (RISALAH_BRIEF_SAVER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * risalah_brief_dock_save_async:
 * @self: a dock
 * @cancellable: (nullable): to stop waiting
 * @callback: called when everything that was typed is in the library, or could not be put there
 * @user_data: for @callback
 *
 * For closing the window.
 */
void
risalah_brief_dock_save_async (RisalahBriefDock *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, risalah_brief_dock_save_async);
  if (self->pair != NULL)
    risalah_brief_dock_save_pair (self, g_steal_pointer (&task));
  else if (self->saver == NULL)
    g_task_return_boolean (task, TRUE);
  else
    risalah_brief_saver_save_async (self->saver, cancellable, saved_cb, g_steal_pointer (&task));
}

/**
 * risalah_brief_dock_save_finish:
 * @self: a dock
 * @result: what the callback was given
 * @error: (nullable): why it could not be saved
 *
 * Returns: whether everything is saved
 */
gboolean
risalah_brief_dock_save_finish (RisalahBriefDock *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
