/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a note: asked for when one is put in, shown when one is clicked. Where nothing is
 * changed, marks and citations within a note stay as they are. */

#include "risalah-note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-large-text.h"

typedef struct
{
  RisalahEditor *editor;
  RisalahPosition at;
  gboolean is_new;
  char *before;
  GtkWidget *entry;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->editor);
  g_free (asking->before);
  g_free (asking);
}

static void
take_text (Asking *asking, const char *text)
{
  g_autoptr (RisalahRichText) note = risalah_rich_text_new_plain (text);
  RisalahDocument *document = risalah_editor_get_document (asking->editor);
  g_auto (RisalahEdit) edit = asking->is_new
                                  ? risalah_edit_insert_note (document, &asking->at, note)
                                  : risalah_edit_set_note (document, &asking->at, note);

  risalah_editor_apply (asking->editor, &edit);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (asking->entry));

  if (g_str_equal (response, "keep") && *text != '\0' && g_strcmp0 (text, asking->before) != 0)
    take_text (asking, text);
  risalah_editor_focus (asking->editor);
}

static void
ask (Asking *asking)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (asking->editor));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Note"), NULL);

  asking->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (asking->entry), TRUE);
  gtk_widget_set_size_request (asking->entry,
                               risalah_large_text_get_dialog_width (GTK_WIDGET (root), 300), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the note"), -1);
  if (asking->before != NULL)
    gtk_editable_set_text (GTK_EDITABLE (asking->entry), asking->before);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), asking->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
                                    asking->is_new ? _ ("_Insert") : _ ("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), asking);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * risalah_note_dialog_insert:
 * @editor: an editor
 *
 * Asks for the text of a note and puts it in at the cursor.
 */
void
risalah_note_dialog_insert (RisalahEditor *editor)
{
  Asking *asking;
  RisalahPosition from;

  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  asking = g_new0 (Asking, 1);
  asking->editor = g_object_ref (editor);
  asking->is_new = TRUE;
  risalah_editor_get_selection (editor, &from, &asking->at);
  ask (asking);
}

/**
 * risalah_note_dialog_edit:
 * @editor: an editor
 * @at: where a note stands
 *
 * Shows the text of the note, to be changed.
 */
void
risalah_note_dialog_edit (RisalahEditor *editor, const RisalahPosition *at)
{
  const RisalahMark *mark;
  RisalahRichText *text;
  Asking *asking;

  g_return_if_fail (RISALAH_IS_EDITOR (editor));
  g_return_if_fail (at != NULL);

  text = risalah_document_get_part (risalah_editor_get_document (editor), at);
  mark = text != NULL ? risalah_rich_text_find_mark (text, RISALAH_MARK_NOTE, at->offset) : NULL;
  if (mark == NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->editor = g_object_ref (editor);
  asking->at = *at;
  asking->before = risalah_rich_text_dup_words (mark->note->text);
  ask (asking);
}
