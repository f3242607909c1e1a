/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through all of a document: its marks, its ids, its words. */

#include "risalah-document.h"

/* Visits the marks of one text; those of a note stand where the note does. */
static gboolean
visit_marks (RisalahDocument *self,
             RisalahRichText *text,
             const RisalahPosition *place,
             gboolean in_note,
             RisalahMarkVisitor visitor,
             gpointer user_data)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      RisalahPosition at = *place;

      if (!in_note)
        at.offset = marks[i].start;
      if (!visitor (self, &at, &marks[i], user_data))
        return FALSE;
      if (marks[i].kind == RISALAH_MARK_NOTE
          && !visit_marks (self, marks[i].note->text, &at, TRUE, visitor, user_data))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_document_foreach_mark:
 * @self: a document
 * @visitor: (scope call): called for each mark
 * @user_data: for @visitor
 *
 * Visits all marks in the order of the text: bodies, captions, cells, and what stands in notes.
 * The one character of an object block is not a mark.
 */
void
risalah_document_foreach_mark (RisalahDocument *self,
                               RisalahMarkVisitor visitor,
                               gpointer user_data)
{
  g_return_if_fail (self != NULL && visitor != NULL);

  for (guint i = 0; i < risalah_document_get_n_blocks (self); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self, i);
      guint n_parts = risalah_brief_block_get_n_parts (block);

      for (guint part = risalah_brief_block_is_object (block) ? 1 : 0; part < n_parts; part++)
        {
          RisalahPosition place = { i, part, 0 };

          if (!visit_marks (self, risalah_brief_block_get_part (block, part), &place, FALSE,
                            visitor, user_data))
            return;
        }
    }
}

/**
 * risalah_document_find_id:
 * @self: a document
 * @id: a block's id, without "#"
 *
 * Returns: the index of the block, -1 where there is none
 */
gint
risalah_document_find_id (const RisalahDocument *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  for (guint i = 0; i < risalah_document_get_n_blocks (self); i++)
    if (g_strcmp0 (risalah_brief_block_get_id (risalah_document_get_block (self, i)), id) == 0)
      return (gint)i;
  return -1;
}

/**
 * risalah_document_count_words:
 * @self: a document
 *
 * Returns: how many words it has, captions and cells included, notes and generated parts not
 */
guint
risalah_document_count_words (const RisalahDocument *self)
{
  guint n_words = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < risalah_document_get_n_blocks (self); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self, i);

      for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
        n_words += risalah_rich_text_count_words (risalah_brief_block_get_part (block, part));
    }
  return n_words;
}
