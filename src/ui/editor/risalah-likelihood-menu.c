/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seven expressions with the chance that each stands for (ICD 203, 2015, D.6.e.2.a), as they are
 * printed: the words of the brief's language, not of the window's. */

#include "risalah-likelihood-menu.h"

#include "risalah-editor-menu.h"
#include "risalah-messages.h"

/* In percent. */
static const char *const chances[RISALAH_LIKELIHOOD_N] = {
  "1–5 %", "5–20 %", "20–45 %", "45–55 %", "55–80 %", "80–95 %", "95–99 %",
};

/* The brief's words, NULL with an error where they cannot be read. */
static RisalahTerms *
get_terms (RisalahEditor *editor, GError **error)
{
  const char *language = risalah_document_get_field (risalah_editor_get_document (editor),
                                                     RISALAH_DOCUMENT_LANGUAGE);

  return risalah_session_get_terms (risalah_editor_get_session (editor),
                                    *language != '\0' ? language : "id", error);
}

static const char *
get_words (RisalahTerms *terms, RisalahLikelihood likelihood)
{
  g_autofree char *key
      = g_strconcat ("likelihood.", risalah_likelihood_to_string (likelihood), NULL);

  return risalah_terms_get (terms, key);
}

static GMenuModel *
create_menu (RisalahTerms *terms)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < RISALAH_LIKELIHOOD_N; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s, %s", get_words (terms, i), chances[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "brief.likelihood", "s",
                                         risalah_likelihood_to_string (i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * risalah_likelihood_menu_popup:
 * @editor: an editor with a session
 * @parent: a widget around it that has the group "brief"
 *
 * Offers the expressions at the cursor.
 */
void
risalah_likelihood_menu_popup (RisalahEditor *editor, GtkWidget *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahTerms) terms = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (RISALAH_IS_EDITOR (editor) && GTK_IS_WIDGET (parent));

  if (risalah_editor_get_session (editor) == NULL)
    return;
  terms = get_terms (editor, &error);
  if (terms == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (editor), error);
      return;
    }
  menu = create_menu (terms);
  risalah_editor_menu_popup (editor, parent, menu);
}

/**
 * risalah_likelihood_menu_insert:
 * @editor: an editor with a session
 * @likelihood: one of the expressions
 *
 * Puts the expression in the place of what is selected, marked as what it is.
 */
void
risalah_likelihood_menu_insert (RisalahEditor *editor, RisalahLikelihood likelihood)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahTerms) terms = NULL;
  RisalahPosition from, to;

  g_return_if_fail (RISALAH_IS_EDITOR (editor));
  g_return_if_fail (likelihood < RISALAH_LIKELIHOOD_N);

  if (risalah_editor_get_session (editor) == NULL)
    return;
  terms = get_terms (editor, &error);
  if (terms == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (editor), error);
      return;
    }
  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_likelihood (
        risalah_editor_get_document (editor), &from, &to, likelihood,
        get_words (terms, likelihood));

    risalah_editor_apply (editor, &edit);
  }
  risalah_editor_focus (editor);
}
