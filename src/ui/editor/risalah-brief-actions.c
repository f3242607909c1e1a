/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "brief" that change the text. Each is one edit command on the editor's
 * document, and so one step to undo. */

#include "risalah-brief-actions.h"

#include <glib/gi18n.h>

#include "risalah-citation-dialog.h"
#include "risalah-figure-block.h"
#include "risalah-form-dialog.h"
#include "risalah-likelihood-menu.h"
#include "risalah-note-dialog.h"
#include "risalah-term-menu.h"

static const struct
{
  const char *name;
  RisalahBriefBlockKind kind;
  guint level;
} styles[] = {
  { "paragraph", RISALAH_BRIEF_BLOCK_PARAGRAPH, 0 },
  { "heading-1", RISALAH_BRIEF_BLOCK_HEADING, 1 },
  { "heading-2", RISALAH_BRIEF_BLOCK_HEADING, 2 },
  { "heading-3", RISALAH_BRIEF_BLOCK_HEADING, 3 },
  { "bullet", RISALAH_BRIEF_BLOCK_BULLET, 1 },
  { "numbered", RISALAH_BRIEF_BLOCK_NUMBERED, 1 },
  { "title", RISALAH_BRIEF_BLOCK_TITLE, 0 },
  { "subtitle", RISALAH_BRIEF_BLOCK_SUBTITLE, 0 },
};

static RisalahBriefBlock *
block_at_cursor (RisalahEditor *editor)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  return risalah_document_get_block (risalah_editor_get_document (editor), from.block);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_undo (RISALAH_EDITOR (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_redo (RISALAH_EDITOR (data));
}

static void
bold_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_switch_mark (RISALAH_EDITOR (data), RISALAH_MARK_BOLD);
}

static void
italic_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_switch_mark (RISALAH_EDITOR (data), RISALAH_MARK_ITALIC);
}

static void
superscript_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_switch_mark (RISALAH_EDITOR (data), RISALAH_MARK_SUPERSCRIPT);
}

static void
set_kind (RisalahEditor *editor, RisalahBriefBlockKind kind, guint level)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_kind (risalah_editor_get_document (editor), &from, &to, kind, level);

    if (risalah_editor_apply (editor, &edit))
      risalah_editor_select (editor, &from, &to);
  }
  risalah_editor_focus (editor);
}

static void
switch_box (RisalahEditor *editor)
{
  gboolean boxed = risalah_brief_block_is_boxed (block_at_cursor (editor));
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_boxed (risalah_editor_get_document (editor), &from, &to, !boxed);

    risalah_editor_apply (editor, &edit);
  }
  risalah_editor_focus (editor);
}

static void
style_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *style = g_variant_get_string (parameter, NULL);

  if (g_str_equal (style, "key-messages"))
    {
      switch_box (RISALAH_EDITOR (data));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i].name))
      set_kind (RISALAH_EDITOR (data), styles[i].kind, styles[i].level);
}

static void
heading_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint level = g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);

  if (level == 0)
    set_kind (RISALAH_EDITOR (data), RISALAH_BRIEF_BLOCK_PARAGRAPH, 0);
  else
    set_kind (RISALAH_EDITOR (data), RISALAH_BRIEF_BLOCK_HEADING, MIN (level, 3));
}

/* A list button pressed within such a list makes plain paragraphs again. */
static void
switch_list (RisalahEditor *editor, RisalahBriefBlockKind kind)
{
  RisalahBriefBlock *block = block_at_cursor (editor);

  if (risalah_brief_block_get_kind (block) == kind)
    set_kind (editor, RISALAH_BRIEF_BLOCK_PARAGRAPH, 0);
  else
    set_kind (editor, kind, MAX (risalah_brief_block_get_level (block), 1));
}

static void
bullet_list_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  switch_list (RISALAH_EDITOR (data), RISALAH_BRIEF_BLOCK_BULLET);
}

static void
numbered_list_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  switch_list (RISALAH_EDITOR (data), RISALAH_BRIEF_BLOCK_NUMBERED);
}

static void
create_table_cb (RisalahFormDialog *form,
                 RisalahEditor *editor,
                 const RisalahPosition *from,
                 const RisalahPosition *to)
{
  g_auto (RisalahEdit) edit = risalah_edit_insert_table (
      risalah_editor_get_document (editor), to, risalah_form_dialog_get_number (form, "rows"),
      risalah_form_dialog_get_number (form, "columns"),
      risalah_form_dialog_get_number (form, "header"));

  risalah_editor_apply (editor, &edit);
}

static void
insert_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahFormDialog *form = risalah_form_dialog_new (RISALAH_EDITOR (data), _ ("Table"), NULL,
                                                     _ ("_Insert"), create_table_cb);

  risalah_form_dialog_add_number (form, "rows", _ ("Rows"), 3, 1, 200);
  risalah_form_dialog_add_number (form, "columns", _ ("Columns"), 3, 1, 12);
  risalah_form_dialog_add_switch (form, "header", _ ("The first row is a heading"), TRUE);
  risalah_form_dialog_present (form);
}

static void
insert_figure_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_figure_choose_file (RISALAH_EDITOR (data));
}

static void
insert_timeline_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_figure_insert_timeline (RISALAH_EDITOR (data));
}

/* A part that is made when the brief is laid out: references, the source annex, events. */
static void
insert_generated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  g_autoptr (RisalahBriefBlock) block = NULL;
  RisalahGenerated generated;
  RisalahPosition from, to;

  if (!risalah_generated_from_string (g_variant_get_string (parameter, NULL), &generated))
    return;
  block = risalah_brief_block_new_generated (generated);
  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_block (risalah_editor_get_document (editor), &to, block);

    risalah_editor_apply (editor, &edit);
  }
  risalah_editor_focus (editor);
}

static void
link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_link_dialog_edit (RISALAH_EDITOR (data));
}

static void
choose_likelihood_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (data));

  risalah_likelihood_menu_popup (RISALAH_EDITOR (data), gtk_widget_get_parent (scroller));
}

static void
choose_term_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (data));

  risalah_term_menu_popup (RISALAH_EDITOR (data), gtk_widget_get_parent (scroller));
}

static void
term_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_term_menu_insert (RISALAH_EDITOR (data), g_variant_get_string (parameter, NULL));
}

static void
likelihood_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahLikelihood likelihood;

  if (risalah_likelihood_from_string (g_variant_get_string (parameter, NULL), &likelihood))
    risalah_likelihood_menu_insert (RISALAH_EDITOR (data), likelihood);
}

static void
insert_page_break_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_page_break (risalah_editor_get_document (editor), &to);

    risalah_editor_apply (editor, &edit);
  }
  risalah_editor_focus (editor);
}

static void
insert_note_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_note_dialog_insert (RISALAH_EDITOR (data));
}

static void
paste_plain_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  risalah_editor_paste_plain (RISALAH_EDITOR (data));
}

/**
 * risalah_brief_actions_add:
 * @map: the group "brief"
 * @editor: the editor, which must outlive it
 *
 * Adds the actions that change the text.
 */
void
risalah_brief_actions_add (GActionMap *map, RisalahEditor *editor)
{
  static const GActionEntry entries[] = {
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "bold", bold_cb, NULL, "false", NULL },
    { "italic", italic_cb, NULL, "false", NULL },
    { "superscript", superscript_cb, NULL, "false", NULL },
    { "style", style_cb, "s", "'paragraph'", NULL },
    { "heading", heading_cb, "s" },
    { "bullet-list", bullet_list_cb },
    { "numbered-list", numbered_list_cb },
    { "insert-table", insert_table_cb },
    { "insert-figure", insert_figure_cb },
    { "insert-timeline", insert_timeline_cb },
    { "insert-generated", insert_generated_cb, "s" },
    { "insert-page-break", insert_page_break_cb },
    { "link", link_cb },
    { "choose-likelihood", choose_likelihood_cb },
    { "likelihood", likelihood_cb, "s" },
    { "choose-term", choose_term_cb },
    { "term", term_cb, "s" },
    { "insert-note", insert_note_cb },
    { "paste-plain", paste_plain_cb },
  };

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), editor);
  risalah_brief_quotation_actions_add (map, editor);
}

static void
set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

static void
set_switched (GActionMap *map, const char *name, gboolean on)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)),
                             g_variant_new_boolean (on));
}

/**
 * risalah_brief_actions_style:
 * @editor: an editor
 *
 * Returns: the paragraph style at the cursor, as a state of the action "style"; "quotation" and
 *   "object" where it cannot be chosen
 */
const char *
risalah_brief_actions_style (RisalahEditor *editor)
{
  RisalahBriefBlock *block;
  guint level;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), "paragraph");

  block = block_at_cursor (editor);
  level = risalah_brief_block_get_level (block);
  if (risalah_brief_block_is_object (block))
    return "object";
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (risalah_brief_block_get_kind (block) == styles[i].kind
        && (styles[i].kind != RISALAH_BRIEF_BLOCK_HEADING || styles[i].level == level))
      return styles[i].name;
  return "quotation";
}

/**
 * risalah_brief_actions_update:
 * @map: the group "brief"
 * @editor: its editor
 *
 * Sets what is enabled and switched on, after the cursor or the document changed.
 */
void
risalah_brief_actions_update (GActionMap *map, RisalahEditor *editor)
{
  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  set_enabled (map, "undo", risalah_editor_can_undo (editor));
  set_enabled (map, "redo", risalah_editor_can_redo (editor));
  set_switched (map, "bold", risalah_editor_has_mark (editor, RISALAH_MARK_BOLD));
  set_switched (map, "italic", risalah_editor_has_mark (editor, RISALAH_MARK_ITALIC));
  set_switched (map, "superscript", risalah_editor_has_mark (editor, RISALAH_MARK_SUPERSCRIPT));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "style")),
                             g_variant_new_string (risalah_brief_actions_style (editor)));
  risalah_brief_quotation_actions_update (map, editor);
}
