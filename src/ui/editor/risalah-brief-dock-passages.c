/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the sources hold where the open brief quotes and cites them: when it is opened, when a
 * quotation or citation came, and before it leaves. */

#include "risalah-brief-dock-private.h"
#include "risalah-messages.h"

/* After the last change; a quotation that was just put in was just read. */
#define PAUSE_MS 400

static gboolean
add_mark_cb (RisalahDocument *document,
             const RisalahPosition *at,
             const RisalahMark *mark,
             gpointer data)
{
  GString *all = data;

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (mark->quotation);

      g_string_append_printf (all, "%s %s %" G_GINT64_FORMAT "\n", quotation->uid,
                              quotation->text_uid, quotation->start);
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    g_string_append_printf (all, "%s\n", mark->citation->id);
  return TRUE;
}

/* What the document leads back to: the same sum, the same passages. */
static char *
dup_sum (RisalahDocument *document)
{
  g_autoptr (GString) all = g_string_new (NULL);

  risalah_document_foreach_mark (document, add_mark_cb, all);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, all->len);
}

static void
read_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefDock) self = RISALAH_BRIEF_DOCK (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahPassages) passages
      = risalah_session_read_passages_finish (RISALAH_SESSION (session), result, &error);

  if (risalah_messages_was_cancelled (error) || self->brief == NULL)
    return;
  g_clear_object (&self->reading);
  if (passages == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else
    risalah_editor_set_passages (self->editor, passages);
}

/*
 * risalah_brief_dock_read_passages:
 *
 * Reads the passages of the document as it stands, unless these were read last.
 */
void
risalah_brief_dock_read_passages (RisalahBriefDock *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  g_autofree char *sum = dup_sum (document);

  g_clear_handle_id (&self->passages_timer, g_source_remove);
  if (self->brief == NULL || g_strcmp0 (sum, self->passages_sum) == 0)
    return;
  g_free (self->passages_sum);
  self->passages_sum = g_steal_pointer (&sum);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  risalah_session_read_passages_async (self->session, document, self->reading, read_cb,
                                       g_object_ref (self));
}

static gboolean
pause_cb (gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  self->passages_timer = 0;
  risalah_brief_dock_read_passages (self);
  return G_SOURCE_REMOVE;
}

/*
 * risalah_brief_dock_passages_changed:
 *
 * The document is another one: its passages are read once typing pauses.
 */
void
risalah_brief_dock_passages_changed (RisalahBriefDock *self)
{
  g_clear_handle_id (&self->passages_timer, g_source_remove);
  self->passages_timer = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/*
 * risalah_brief_dock_forget_passages:
 *
 * The brief is closed, or another one is shown.
 */
void
risalah_brief_dock_forget_passages (RisalahBriefDock *self)
{
  g_clear_handle_id (&self->passages_timer, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->passages_sum, g_free);
}
