/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures come in from files, from the clipboard, by dragging, and as excerpts of the timeline. A
 * picture is in the library before the brief names it. */

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-editor-private.h"
#include "risalah-figure-block.h"
#include "risalah-figures.h"
#include "risalah-form-dialog.h"
#include "risalah-messages.h"

static const char *const groups[] = { NULL, "country", "kind" };

typedef struct
{
  RisalahEditor *editor;
  RisalahPosition at;
  char *name;
} Coming;

static void
coming_free (Coming *coming)
{
  g_object_unref (coming->editor);
  g_free (coming->name);
  g_free (coming);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Coming, coming_free)

static Coming *
coming_new (RisalahEditor *editor, const RisalahPosition *at, const char *name)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->editor = g_object_ref (editor);
  coming->at = *at;
  coming->name = g_strdup (name);
  return coming;
}

static void
insert_figure (RisalahEditor *editor, const RisalahPosition *at, const RisalahFigure *figure)
{
  g_autoptr (RisalahRichText) caption = risalah_rich_text_new_plain ("");
  g_autoptr (RisalahBriefBlock) block = risalah_brief_block_new_figure (figure, caption);
  g_auto (RisalahEdit) edit = risalah_edit_insert_block (editor->document, at, block);

  risalah_editor_apply (editor, &edit);
}

static void
stored_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash
      = risalah_session_add_picture_finish (RISALAH_SESSION (session), result, &error);
  RisalahFigure figure = { .media = hash };

  if (coming->editor->buffer == NULL)
    return;
  if (hash == NULL)
    risalah_messages_show_error (GTK_WIDGET (coming->editor), error);
  else
    insert_figure (coming->editor, &coming->at, &figure);
}

/**
 * risalah_figure_insert_bytes:
 * @editor: an editor with a session
 * @at: where
 * @bytes: a PNG or JPEG file
 * @name: what it is called
 *
 * Stores the picture and puts it in as a figure, once it is stored.
 */
void
risalah_figure_insert_bytes (RisalahEditor *editor,
                             const RisalahPosition *at,
                             GBytes *bytes,
                             const char *name)
{
  g_return_if_fail (RISALAH_IS_EDITOR (editor) && at != NULL && bytes != NULL && name != NULL);

  if (editor->session != NULL)
    risalah_session_add_picture_async (editor->session, bytes, name, NULL, stored_cb,
                                       coming_new (editor, at, name));
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);

  if (coming->editor->buffer == NULL)
    return;
  if (bytes == NULL)
    risalah_messages_show_error (GTK_WIDGET (coming->editor), error);
  else
    risalah_figure_insert_bytes (coming->editor, &coming->at, bytes, coming->name);
}

/**
 * risalah_figure_insert_file:
 * @editor: an editor with a session
 * @at: where
 * @file: a picture
 *
 * Reads the file, stores the picture and puts it in as a figure.
 */
void
risalah_figure_insert_file (RisalahEditor *editor, const RisalahPosition *at, GFile *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && at != NULL && G_IS_FILE (file));

  name = g_file_get_basename (file);
  g_file_load_bytes_async (file, NULL, loaded_cb, coming_new (editor, at, name));
}

static void
chosen_cb (gpointer owner, GListModel *files)
{
  RisalahEditor *editor = RISALAH_EDITOR (owner);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      risalah_figure_insert_file (editor, &to, file);
    }
}

/**
 * risalah_figure_choose_file:
 * @editor: an editor with a session
 *
 * Asks for a picture and puts it in after the block of the cursor.
 */
void
risalah_figure_choose_file (RisalahEditor *editor)
{
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  risalah_dialogs_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (editor))),
                          RISALAH_CHOICE_FILES, _ ("Insert a Picture"), NULL, chosen_cb, editor);
}

/* (nullable): as a figure keeps it. */
static char *
dup_field (RisalahFormDialog *form, const char *name)
{
  char *text = g_strstrip (g_strdup (risalah_form_dialog_get_text (form, name)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
add_timeline_fields (RisalahFormDialog *form, const RisalahFigure *figure)
{
  const char *const choices[]
      = { _ ("Nothing"), _ ("Country"), _ ("Kind of event"), NULL };
  guint chosen = 0;

  for (guint i = 1; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (figure->group, groups[i]) == 0)
      chosen = i;
  risalah_form_dialog_add_text (form, "from", _ ("From, as 2025 or 2025-07"), figure->from);
  risalah_form_dialog_add_text (form, "to", _ ("To"), figure->to);
  risalah_form_dialog_add_choice (form, "group", _ ("Rows by"), choices, chosen);
}

/* The figure that the form describes; its strings are the caller's. */
static RisalahFigure
read_form (RisalahFormDialog *form, const RisalahFigure *before)
{
  RisalahFigure figure = *before;

  figure.alternative = dup_field (form, "alternative");
  figure.from = before->media == NULL ? dup_field (form, "from") : NULL;
  figure.to = before->media == NULL ? dup_field (form, "to") : NULL;
  if (before->media == NULL)
    figure.group = (char *)groups[risalah_form_dialog_get_number (form, "group")];
  else
    figure.width = risalah_form_dialog_get_number (form, "width");
  return figure;
}

static void
clear_read (RisalahFigure *figure)
{
  g_free (figure->alternative);
  g_free (figure->from);
  g_free (figure->to);
}

static void
insert_timeline_cb (RisalahFormDialog *form,
                    RisalahEditor *editor,
                    const RisalahPosition *from,
                    const RisalahPosition *to)
{
  const RisalahFigure none = { NULL };
  RisalahFigure figure = read_form (form, &none);

  insert_figure (editor, to, &figure);
  clear_read (&figure);
}

/**
 * risalah_figure_insert_timeline:
 * @editor: an editor
 *
 * Asks for an excerpt of the timeline and puts it in after the block of the cursor.
 */
void
risalah_figure_insert_timeline (RisalahEditor *editor)
{
  const RisalahFigure none = { NULL };
  RisalahFormDialog *form;

  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  form = risalah_form_dialog_new (editor, _ ("Timeline"),
                                  _ ("The accepted events of the brief’s sources are drawn."),
                                  _ ("_Insert"), insert_timeline_cb);
  add_timeline_fields (form, &none);
  risalah_form_dialog_add_text (form, "alternative", _ ("Description for those who cannot see it"),
                                NULL);
  risalah_form_dialog_present (form);
}

/**
 * risalah_figure_insert_view:
 * @editor: an editor
 * @figure: what the analyst sees of the timeline
 *
 * Puts the excerpt in after the block of the cursor.
 */
void
risalah_figure_insert_view (RisalahEditor *editor, const RisalahFigure *figure)
{
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && figure != NULL);

  risalah_editor_get_selection (editor, &from, &to);
  insert_figure (editor, &to, figure);
}

static void
keep_cb (RisalahFormDialog *form,
         RisalahEditor *editor,
         const RisalahPosition *from,
         const RisalahPosition *to)
{
  RisalahBriefBlock *block = NULL;
  RisalahFigure figure;

  if (from->block < risalah_document_get_n_blocks (editor->document))
    block = risalah_document_get_block (editor->document, from->block);
  if (block == NULL || risalah_brief_block_get_kind (block) != RISALAH_BRIEF_BLOCK_FIGURE)
    return;
  figure = read_form (form, risalah_brief_block_get_figure (block));
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_figure (editor->document, from->block, &figure);

    risalah_editor_apply (editor, &edit);
  }
  clear_read (&figure);
}

/**
 * risalah_figure_edit:
 * @editor: an editor
 * @block: a figure
 *
 * Asks for the figure's description and size, of a timeline for its bounds.
 *
 * Returns: %FALSE where the block is no figure
 */
gboolean
risalah_figure_edit (RisalahEditor *editor, guint block)
{
  const RisalahPosition at = { block, RISALAH_PART_BODY, 0 };
  const RisalahFigure *figure;
  RisalahFormDialog *form;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), FALSE);

  if (risalah_brief_block_get_kind (risalah_document_get_block (editor->document, block))
      != RISALAH_BRIEF_BLOCK_FIGURE)
    return FALSE;
  figure
      = risalah_brief_block_get_figure (risalah_document_get_block (editor->document, block));
  form = risalah_form_dialog_new (editor, _ ("Figure"), NULL, _ ("_Keep"), keep_cb);
  risalah_form_dialog_set_range (form, &at, &at);
  risalah_form_dialog_add_text (form, "alternative", _ ("Description for those who cannot see it"),
                                figure->alternative);
  if (figure->media == NULL)
    add_timeline_fields (form, figure);
  else
    risalah_form_dialog_add_number (form, "width", _ ("Width, in percent of the text"),
                                    figure->width > 0 ? figure->width : 100, 10, 100);
  risalah_form_dialog_present (form);
  return TRUE;
}
