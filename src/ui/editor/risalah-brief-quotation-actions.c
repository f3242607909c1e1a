/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the group "brief" that are about passages: the honest edits of a quotation, whose
 * words it holds, its translation, and what stands at the cursor. */

#include <glib/gi18n.h>

#include "risalah-brief-actions.h"
#include "risalah-citation-dialog.h"
#include "risalah-figure-block.h"
#include "risalah-messages.h"
#include "risalah-names.h"
#include "risalah-note-dialog.h"

static const RisalahVoice voices[] = {
  RISALAH_VOICE_DIRECT,  RISALAH_VOICE_REPORTED,    RISALAH_VOICE_PUBLISHER,
  RISALAH_VOICE_OPINION, RISALAH_VOICE_SECOND_HAND,
};

/* The mark of @kind around the cursor, or the one that ends there. */
static const RisalahMark *
find_mark (RisalahEditor *editor, RisalahMarkKind kind, RisalahPosition *at)
{
  RisalahPosition to;
  RisalahRichText *text;
  const RisalahMark *mark;

  risalah_editor_get_selection (editor, at, &to);
  text = risalah_document_get_part (risalah_editor_get_document (editor), at);
  if (text == NULL)
    return NULL;
  mark = risalah_rich_text_find_mark (text, kind, at->offset);
  if (mark == NULL && at->offset > 0)
    mark = risalah_rich_text_find_mark (text, kind, at->offset - 1);
  if (mark != NULL && mark->kind != RISALAH_MARK_QUOTATION)
    at->offset = mark->start;
  return mark;
}

static void
apply (RisalahEditor *editor, RisalahEdit *edit)
{
  risalah_editor_apply (editor, edit);
  risalah_editor_focus (editor);
}

static void
leave_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_elide (risalah_editor_get_document (editor), &from, &to);

    apply (editor, &edit);
  }
}

static void
sic_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_sic (risalah_editor_get_document (editor), &to);

    apply (editor, &edit);
  }
}

static void
take_back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_take_back_change (risalah_editor_get_document (editor), &from);

    apply (editor, &edit);
  }
}

/* The voices in turn; what it is now is said, since the text looks the same. */
static void
next_voice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition at;
  const RisalahMark *mark = find_mark (editor, RISALAH_MARK_QUOTATION, &at);
  g_autoptr (RisalahQuotation) quotation = NULL;
  g_autofree char *message = NULL;
  guint next = 0;

  if (mark == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (editor));
      return;
    }
  quotation = risalah_quotation_copy (risalah_quotation_use_get_quotation (mark->quotation));
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    if (voices[i] == quotation->voice)
      next = (i + 1) % G_N_ELEMENTS (voices);
  quotation->voice = voices[next];
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_quotation (risalah_editor_get_document (editor), &at, quotation);

    apply (editor, &edit);
  }
  /* Translators: %s is one of Direct speech, Reported speech, The publisher’s words … */
  message = g_strdup_printf (_ ("Whose words: %s"), risalah_names_voice (quotation->voice));
  risalah_messages_show (GTK_WIDGET (editor), message);
}

static void
edit_here_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition at;

  if (find_mark (editor, RISALAH_MARK_CITATION, &at) != NULL)
    risalah_citation_dialog_edit (editor, &at);
  else if (find_mark (editor, RISALAH_MARK_NOTE, &at) != NULL)
    risalah_note_dialog_edit (editor, &at);
  else if (find_mark (editor, RISALAH_MARK_QUOTATION, &at) != NULL)
    g_signal_emit_by_name (editor, "refused");
  else if (find_mark (editor, RISALAH_MARK_LINK, &at) != NULL)
    risalah_link_dialog_edit (editor);
  else if (!risalah_figure_edit (editor, at.block))
    gtk_widget_error_bell (GTK_WIDGET (editor));
}

static void
show_source_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition at, to;

  risalah_editor_get_selection (editor, &at, &to);
  if (risalah_editor_show_source (editor, &at))
    return;
  if (at.offset > 0)
    at.offset--;
  if (!risalah_editor_show_source (editor, &at))
    gtk_widget_error_bell (GTK_WIDGET (editor));
}

/* Takes a moved quotation from where its words stand now. */
static void
move_quotation_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPassages *passages = risalah_editor_get_passages (editor);
  const RisalahPassage *passage = NULL;
  RisalahPosition from, to;

  if (passages != NULL)
    passage = risalah_passages_find_quotation (passages, g_variant_get_string (parameter, NULL));
  if (passage == NULL || passage->moved == NULL)
    return;
  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_move_quotation (risalah_editor_get_document (editor), &from, passage->moved);

    apply (editor, &edit);
  }
}

static void
change_translations_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RisalahEditor *editor = RISALAH_EDITOR (data);
  RisalahPosition from, to;

  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_show_translations (
        risalah_editor_get_document (editor), &from, g_variant_get_boolean (state));

    apply (editor, &edit);
  }
}

/**
 * risalah_brief_quotation_actions_add:
 * @map: the group "brief"
 * @editor: the editor, which must outlive it
 *
 * Adds the actions that are about passages.
 */
void
risalah_brief_quotation_actions_add (GActionMap *map, RisalahEditor *editor)
{
  static const GActionEntry entries[] = {
    { "leave-out", leave_out_cb },
    { "sic", sic_cb },
    { "take-back", take_back_cb },
    { "next-voice", next_voice_cb },
    { "edit-here", edit_here_cb },
    { "show-source", show_source_cb },
    { "move-quotation", move_quotation_cb, "s" },
    { "translations-shown", NULL, NULL, "true", change_translations_cb },
  };

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), editor);
}

/**
 * risalah_brief_quotation_actions_update:
 * @map: the group "brief"
 * @editor: its editor
 *
 * Sets what is enabled and switched on, after the cursor or the document changed.
 */
void
risalah_brief_quotation_actions_update (GActionMap *map, RisalahEditor *editor)
{
  static const char *const of_quotation[] = { "leave-out", "sic", "take-back", "next-voice" };
  const char *shown = risalah_document_get_field (risalah_editor_get_document (editor),
                                                  RISALAH_DOCUMENT_TRANSLATION_SHOWN);
  RisalahPosition at;
  gboolean is_quotation = find_mark (editor, RISALAH_MARK_QUOTATION, &at) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_quotation); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (map, of_quotation[i])), is_quotation);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (map, "translations-shown")),
      g_variant_new_boolean (!g_str_equal (shown, "original")));
}
