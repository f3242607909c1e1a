/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a link leads: to an address, or to a section of the brief. */

#include <glib/gi18n.h>

#include "risalah-citation-dialog.h"
#include "risalah-form-dialog.h"

static const RisalahMark *
find_link (RisalahEditor *editor, const RisalahPosition *at)
{
  RisalahRichText *text = risalah_document_get_part (risalah_editor_get_document (editor), at);
  const RisalahMark *mark = NULL;

  if (text != NULL)
    mark = risalah_rich_text_find_mark (text, RISALAH_MARK_LINK, at->offset);
  if (text != NULL && mark == NULL && at->offset > 0)
    mark = risalah_rich_text_find_mark (text, RISALAH_MARK_LINK, at->offset - 1);
  return mark;
}

/* The blocks that can be led to: the headings. */
static GArray *
list_headings (RisalahDocument *document)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    if (risalah_brief_block_get_kind (risalah_document_get_block (document, i))
        == RISALAH_BRIEF_BLOCK_HEADING)
      g_array_append_val (headings, i);
  return headings;
}

/* The document in which the heading has an id, which is given in @href. */
static RisalahDocument *
with_id (RisalahDocument *document, guint heading, char **href)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, heading);
  const char *id = risalah_brief_block_get_id (block);
  g_autofree char *new_id = NULL;
  g_autoptr (RisalahBriefBlock) named = NULL;

  if (id != NULL)
    {
      *href = g_strconcat ("#", id, NULL);
      return risalah_document_ref (document);
    }
  new_id = g_uuid_string_random ();
  named = risalah_brief_block_with_id (block, new_id);
  *href = g_strconcat ("#", new_id, NULL);
  return risalah_document_splice (document, heading, 1, &named, 1);
}

/* What was typed, as an address: one without a scheme is taken for one of the web. */
static char *
dup_address (const char *typed)
{
  g_autofree char *address = g_strstrip (g_strdup (typed));
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (*address == '\0')
    return NULL;
  if (scheme == NULL && *address != '#')
    return g_strconcat ("https://", address, NULL);
  return g_steal_pointer (&address);
}

static RisalahEdit
set_link (RisalahDocument *document,
          const RisalahPosition *from,
          const RisalahPosition *to,
          const char *words,
          const char *href)
{
  g_auto (RisalahEdit) typed = { 0 };
  RisalahEdit edit;

  if (risalah_position_compare (from, to) != 0 || href == NULL)
    return risalah_edit_set_link (document, from, to, href);
  typed = risalah_edit_insert_text (document, from, *words != '\0' ? words : href);
  if (typed.outcome != RISALAH_EDIT_DONE)
    {
      edit = typed;
      memset (&typed, 0, sizeof typed);
      return edit;
    }
  return risalah_edit_set_link (typed.document, from, &typed.cursor, href);
}

static void
keep_cb (RisalahFormDialog *form,
         RisalahEditor *editor,
         const RisalahPosition *from,
         const RisalahPosition *to)
{
  RisalahDocument *document = risalah_editor_get_document (editor);
  g_autoptr (GArray) headings = list_headings (document);
  guint chosen = risalah_form_dialog_get_number (form, "section");
  g_autofree char *href = dup_address (risalah_form_dialog_get_text (form, "address"));
  g_autoptr (RisalahDocument) named = NULL;

  if (chosen > 0 && chosen <= headings->len)
    {
      g_free (href);
      named = with_id (document, g_array_index (headings, guint, chosen - 1), &href);
    }
  {
    g_auto (RisalahEdit) edit
        = set_link (named != NULL ? named : document, from, to,
                    risalah_position_compare (from, to) == 0
                        ? risalah_form_dialog_get_text (form, "words")
                        : "",
                    href);

    risalah_editor_apply (editor, &edit);
  }
}

/* Adds the sections of the brief; the one that @href leads to is chosen. */
static void
add_sections (RisalahFormDialog *form, RisalahDocument *document, const char *href)
{
  g_autoptr (GArray) headings = list_headings (document);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;
  guint chosen = 0;

  g_strv_builder_add (titles, _ ("None"));
  for (guint i = 0; i < headings->len; i++)
    {
      RisalahBriefBlock *block
          = risalah_document_get_block (document, g_array_index (headings, guint, i));
      const char *id = risalah_brief_block_get_id (block);
      g_autofree char *title
          = risalah_rich_text_dup_words (risalah_brief_block_get_text (block));

      g_strv_builder_add (titles, *title != '\0' ? title : _ ("Untitled section"));
      if (href != NULL && *href == '#' && g_strcmp0 (href + 1, id) == 0)
        chosen = i + 1;
    }
  choices = g_strv_builder_end (titles);
  risalah_form_dialog_add_choice (form, "section", _ ("Or a section of this brief"),
                                  (const char *const *)choices, chosen);
}

/**
 * risalah_link_dialog_edit:
 * @editor: an editor
 *
 * Asks where the selected words lead, or the link at the cursor; with neither, for words as well.
 * No address takes the link away.
 */
void
risalah_link_dialog_edit (RisalahEditor *editor)
{
  RisalahPosition from, to;
  const RisalahMark *mark;
  const char *href;
  RisalahFormDialog *form;

  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  risalah_editor_get_selection (editor, &from, &to);
  mark = find_link (editor, &from);
  href = mark != NULL ? mark->href : NULL;
  if (mark != NULL)
    {
      to = from;
      from.offset = mark->start;
      to.offset = mark->end;
    }
  form = risalah_form_dialog_new (editor, _ ("Link"), NULL, _ ("_Keep"), keep_cb);
  risalah_form_dialog_set_range (form, &from, &to);
  if (risalah_position_compare (&from, &to) == 0)
    risalah_form_dialog_add_text (form, "words", _ ("Words"), NULL);
  risalah_form_dialog_add_text (form, "address", _ ("Address"),
                                href != NULL && *href != '#' ? href : NULL);
  add_sections (form, risalah_editor_get_document (editor), href);
  risalah_form_dialog_present (form);
}
