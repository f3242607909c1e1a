/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A citation's locator and the words around it; the passage that it stands for is shown above. */

#include "risalah-citation-dialog.h"

#include <glib/gi18n.h>

#include "risalah-form-dialog.h"

static const RisalahMark *
find_citation (RisalahEditor *editor, const RisalahPosition *at, RisalahPosition *place)
{
  RisalahRichText *text = risalah_document_get_part (risalah_editor_get_document (editor), at);
  const RisalahMark *mark = NULL;

  *place = *at;
  if (text == NULL)
    return NULL;
  mark = risalah_rich_text_find_mark (text, RISALAH_MARK_CITATION, place->offset);
  if (mark == NULL && place->offset > 0)
    mark = risalah_rich_text_find_mark (text, RISALAH_MARK_CITATION, --place->offset);
  return mark;
}

/* (nullable): as a citation keeps it. */
static const char *
get_detail (RisalahFormDialog *form, const char *name)
{
  const char *text = risalah_form_dialog_get_text (form, name);

  return *text != '\0' ? text : NULL;
}

static void
keep_cb (RisalahFormDialog *form,
         RisalahEditor *editor,
         const RisalahPosition *from,
         const RisalahPosition *to)
{
  RisalahPosition place;
  const RisalahMark *mark = find_citation (editor, from, &place);
  g_autoptr (RisalahCitationAtom) citation = NULL;

  if (mark == NULL)
    return;
  citation = risalah_citation_atom_with_details (mark->citation, get_detail (form, "locator"),
                                                 get_detail (form, "prefix"),
                                                 get_detail (form, "suffix"));
  if (risalah_citation_atom_equal (citation, mark->citation))
    return;
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_citation (risalah_editor_get_document (editor), &place, citation);

    risalah_editor_apply (editor, &edit);
  }
}

static char *
describe (RisalahEditor *editor, const RisalahCitationAtom *citation)
{
  RisalahPassages *passages = risalah_editor_get_passages (editor);
  const RisalahPassage *passage
      = passages != NULL ? risalah_passages_find_citation (passages, citation->id) : NULL;

  if (passage == NULL || passage->source == NULL)
    return NULL;
  return passage->words != NULL ? g_strdup_printf ("%s\n“%s”", passage->source, passage->words)
                                : g_strdup (passage->source);
}

/**
 * risalah_citation_dialog_edit:
 * @editor: an editor
 * @at: before or after a citation
 *
 * Asks for the locator, and the words before and after the citation.
 *
 * Returns: %FALSE where no citation stands there
 */
gboolean
risalah_citation_dialog_edit (RisalahEditor *editor, const RisalahPosition *at)
{
  RisalahPosition place;
  const RisalahMark *mark;
  g_autofree char *about = NULL;
  RisalahFormDialog *form;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor) && at != NULL, FALSE);

  mark = find_citation (editor, at, &place);
  if (mark == NULL)
    return FALSE;
  about = describe (editor, mark->citation);
  form = risalah_form_dialog_new (editor, _ ("Citation"), about, _ ("_Keep"), keep_cb);
  risalah_form_dialog_set_range (form, &place, &place);
  risalah_form_dialog_add_text (form, "locator", _ ("Page, article or paragraph"),
                                mark->citation->locator);
  risalah_form_dialog_add_text (form, "prefix", _ ("Words before it, as “see”"),
                                mark->citation->prefix);
  risalah_form_dialog_add_text (form, "suffix", _ ("Words after it"), mark->citation->suffix);
  risalah_form_dialog_present (form);
  return TRUE;
}
