/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary at the cursor: the other terms of the same meaning, in both languages. The longest
 * term around the cursor is the one that is meant. */

#include "risalah-term-menu.h"

#include <glib/gi18n.h>

#include "risalah-editor-menu.h"
#include "risalah-glossary.h"
#include "risalah-messages.h"
#include "risalah-words.h"

/* A word of the text, in characters. */
typedef struct
{
  guint start;
  guint end;
} Word;

/* The words of @text, folded in @folded. */
static GArray *
cut_words (const char *text, GPtrArray *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint offset = 0;

  for (const char *at = text; *at != '\0';)
    {
      const char *start = at;
      Word word = { offset, offset };

      for (; g_unichar_isalnum (g_utf8_get_char (at)); at = g_utf8_next_char (at))
        offset++;
      if (at == start)
        {
          at = g_utf8_next_char (at);
          offset++;
          continue;
        }
      word.end = offset;
      g_array_append_val (words, word);
      g_ptr_array_add (folded, risalah_words_fold (start, at - start));
    }
  return words;
}

/* The other terms for the longest term that holds or touches the cursor, and where it stands. */
static GPtrArray *
find_terms (RisalahEditor *editor, RisalahPosition *start, RisalahPosition *end)
{
  RisalahSession *session = risalah_editor_get_session (editor);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) words = NULL;
  RisalahPosition cursor;

  risalah_editor_get_selection (editor, start, &cursor);
  words = cut_words (risalah_rich_text_get_text (risalah_document_get_part (
                         risalah_editor_get_document (editor), &cursor)),
                     folded);
  for (guint i = 0; session != NULL && i < words->len; i++)
    {
      guint n = 0;
      g_autoptr (GPtrArray) terms = NULL;

      if (g_array_index (words, Word, i).start > cursor.offset)
        break;
      terms = risalah_glossary_match (risalah_session_get_lexicon (session),
                                      (const char *const *)folded->pdata + i, folded->len - i, &n);
      if (terms == NULL || g_array_index (words, Word, i + n - 1).end < cursor.offset)
        continue;
      *start = *end = cursor;
      start->offset = g_array_index (words, Word, i).start;
      end->offset = g_array_index (words, Word, i + n - 1).end;
      return g_steal_pointer (&terms);
    }
  return NULL;
}

/**
 * risalah_term_menu_popup:
 * @editor: an editor with a session
 * @parent: a widget around it that has the group "brief"
 *
 * Offers the other terms for the one at the cursor.
 */
void
risalah_term_menu_popup (RisalahEditor *editor, GtkWidget *parent)
{
  RisalahPosition start, end;
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && GTK_IS_WIDGET (parent));

  terms = find_terms (editor, &start, &end);
  if (terms == NULL)
    {
      risalah_messages_show (GTK_WIDGET (editor), _ ("The glossary has no term here"));
      return;
    }
  for (guint i = 0; i < terms->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (terms->pdata[i], NULL);

      g_menu_item_set_action_and_target (item, "brief.term", "s", terms->pdata[i]);
      g_menu_append_item (menu, item);
    }
  risalah_editor_menu_popup (editor, parent, G_MENU_MODEL (menu));
}

/**
 * risalah_term_menu_insert:
 * @editor: an editor with a session
 * @term: a term of the glossary
 *
 * Puts the term in the place of the one at the cursor.
 */
void
risalah_term_menu_insert (RisalahEditor *editor, const char *term)
{
  RisalahPosition start, end;
  g_autoptr (GPtrArray) terms = NULL;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && term != NULL);

  terms = find_terms (editor, &start, &end);
  if (terms != NULL)
    {
      g_auto (RisalahEdit) edit = risalah_edit_replace_range (
          risalah_editor_get_document (editor), &start, &end, term);

      risalah_editor_apply (editor, &edit);
    }
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}
