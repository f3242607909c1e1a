/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about a finding in place. What changes the text is one step to undo; what needs
 * the analyst's words leads to where they are typed. */

#include "risalah-check-fixes.h"

#include <glib/gi18n.h>

#include "risalah-edit.h"
#include "risalah-events.h"
#include "risalah-figure-block.h"
#include "risalah-library.h"
#include "risalah-messages.h"

/**
 * risalah_check_fix_get_label:
 * @finding: a finding
 *
 * Returns: (transfer none) (nullable): what its button says, %NULL where only the analyst knows
 */
const char *
risalah_check_fix_get_label (const RisalahFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  switch (finding->fix)
    {
    case RISALAH_FIX_MOVE_QUOTATION:
      return _ ("Take from New Place");
    case RISALAH_FIX_CITE:
      return _ ("Find a Source");
    case RISALAH_FIX_EDIT_SOURCE:
      if (g_str_equal (finding->rule, "undated-source"))
        return _ ("Set Date");
      if (g_str_equal (finding->rule, "no-publisher"))
        return _ ("Set Publisher");
      return g_str_equal (finding->rule, "ungraded-source") ? _ ("Grade") : _ ("Show Source");
    case RISALAH_FIX_REVIEW_EVENT:
      return _ ("Accept Event");
    case RISALAH_FIX_ADD_SECTION:
      return _ ("Add Part");
    case RISALAH_FIX_REMOVE_LINK:
      return _ ("Remove Reference");
    case RISALAH_FIX_COMPARE_TRANSLATION:
      return _ ("Still Right");
    case RISALAH_FIX_DESCRIBE_FIGURE:
      return _ ("Describe…");
    case RISALAH_FIX_SWITCH_ON:
      return _ ("Switch On");
    case RISALAH_FIX_NONE:
    case RISALAH_FIX_SPLIT_SENTENCE:
    default:
      return NULL;
    }
}

static void
apply (RisalahEditor *editor, RisalahEdit edit)
{
  g_auto (RisalahEdit) done = edit;

  risalah_editor_apply (editor, &done);
}

/* The cursor goes where the citation is to stand, and the quotations to choose from are shown. */
static void
find_source (GtkWidget *widget, RisalahEditor *editor, const RisalahFinding *finding)
{
  gtk_widget_activate_action (widget, "brief.show", "s", "text");
  risalah_editor_show_position (editor, &finding->end);
  gtk_widget_activate_action (widget, "brief.show", "s", "shelf");
}

static void
add_section (RisalahEditor *editor, RisalahSession *session, const RisalahFinding *finding)
{
  RisalahDocument *document = risalah_editor_get_document (editor);
  const RisalahTemplate *template = risalah_templates_find (
      risalah_session_get_templates (session),
      risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE));
  g_autoptr (RisalahTerms) terms = risalah_session_get_terms (
      session, risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE), NULL);
  RisalahEdit edit = { .outcome = RISALAH_EDIT_DONE, .step = RISALAH_EDIT_STEP_ACT };

  if (template == NULL || terms == NULL)
    return;
  risalah_editor_get_selection (editor, &edit.from, &edit.from);
  edit.document = risalah_template_add_part (template, terms, document, finding->subject,
                                             &edit.cursor.block);
  if (edit.document != NULL)
    apply (editor, edit);
}

static void
keep_translation (RisalahEditor *editor, const RisalahFinding *finding)
{
  RisalahDocument *document = risalah_editor_get_document (editor);
  const RisalahMark *mark = risalah_rich_text_find_mark (
      risalah_document_get_part (document, &finding->start), RISALAH_MARK_QUOTATION,
      finding->start.offset);

  if (mark != NULL)
    apply (editor,
           risalah_edit_set_translation (
               document, &finding->start, risalah_quotation_use_get_translation (mark->quotation),
               risalah_quotation_use_shows_translation (mark->quotation), FALSE));
}

static gboolean
accept_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = risalah_events_find_uid (connection, data, error);

  return id > 0 && risalah_events_set_review (connection, id, RISALAH_REVIEW_ACCEPTED, error);
}

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (data);
  g_autoptr (GError) error = NULL;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (widget, error);
  else
    gtk_widget_activate_action (widget, "check.now", NULL);
}

/**
 * risalah_check_fix_run:
 * @widget: a widget of the dock, for its actions
 * @editor: the editor, which shows the document that was checked
 * @session: the session
 * @finding: what is put right
 */
void
risalah_check_fix_run (GtkWidget *widget,
                       RisalahEditor *editor,
                       RisalahSession *session,
                       const RisalahFinding *finding)
{
  RisalahDocument *document = risalah_editor_get_document (editor);

  g_return_if_fail (GTK_IS_WIDGET (widget) && RISALAH_IS_EDITOR (editor) && finding != NULL);

  switch (finding->fix)
    {
    case RISALAH_FIX_MOVE_QUOTATION:
      gtk_widget_activate_action (widget, "brief.move-quotation", "s", finding->subject);
      break;
    case RISALAH_FIX_CITE:
      find_source (widget, editor, finding);
      break;
    case RISALAH_FIX_EDIT_SOURCE:
      gtk_widget_activate_action (widget, "win.edit-source", "s", finding->subject);
      break;
    case RISALAH_FIX_REVIEW_EVENT:
      risalah_library_write_async (risalah_session_get_library (session),
                                   RISALAH_PRIORITY_ANALYST, accept_job,
                                   g_strdup (finding->subject), g_free, NULL, accepted_cb,
                                   g_object_ref (widget));
      break;
    case RISALAH_FIX_ADD_SECTION:
      add_section (editor, session, finding);
      break;
    case RISALAH_FIX_REMOVE_LINK:
      apply (editor, risalah_edit_set_link (document, &finding->start, &finding->end, NULL));
      break;
    case RISALAH_FIX_COMPARE_TRANSLATION:
      keep_translation (editor, finding);
      break;
    case RISALAH_FIX_DESCRIBE_FIGURE:
      risalah_figure_edit (editor, finding->start.block);
      break;
    case RISALAH_FIX_SWITCH_ON:
      gtk_widget_activate_action (widget, "check.switch-rule", "(ss)", finding->subject, "");
      break;
    case RISALAH_FIX_NONE:
    case RISALAH_FIX_SPLIT_SENTENCE:
    default:
      break;
    }
}
