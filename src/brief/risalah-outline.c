/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a document. */

#include "risalah-outline.h"

static gboolean
is_heading (RisalahDocument *document, guint index)
{
  return risalah_brief_block_get_kind (risalah_document_get_block (document, index))
         == RISALAH_BRIEF_BLOCK_HEADING;
}

static guint
count_block_words (RisalahBriefBlock *block)
{
  guint n_words = 0;

  for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
    n_words += risalah_rich_text_count_words (risalah_brief_block_get_part (block, part));
  return n_words;
}

/**
 * risalah_outline_find_section_end:
 * @document: a document
 * @heading: index of a heading
 *
 * Returns: the index of the block after its section's last
 */
guint
risalah_outline_find_section_end (RisalahDocument *document, guint heading)
{
  guint n_blocks, level, end = heading + 1;

  g_return_val_if_fail (document != NULL, 0);

  n_blocks = risalah_document_get_n_blocks (document);
  level = risalah_brief_block_get_level (risalah_document_get_block (document, heading));
  while (
      end < n_blocks
      && !(is_heading (document, end)
           && risalah_brief_block_get_level (risalah_document_get_block (document, end)) <= level))
    end++;
  return end;
}

/* Adds the words of one block to all sections that hold it. */
static void
add_words (GArray *outline, guint index, guint n_words)
{
  for (guint i = outline->len; i-- > 0;)
    {
      RisalahOutlineEntry *entry = &g_array_index (outline, RisalahOutlineEntry, i);

      if (index < entry->end)
        entry->n_words += n_words;
      if (entry->level == 1)
        return;
    }
}

/**
 * risalah_document_get_outline:
 * @document: a document
 *
 * Returns: (transfer full) (element-type RisalahOutlineEntry): its headings in order
 */
GArray *
risalah_document_get_outline (RisalahDocument *document)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (RisalahOutlineEntry));
  guint n_blocks;

  g_return_val_if_fail (document != NULL, outline);

  n_blocks = risalah_document_get_n_blocks (document);
  for (guint i = 0; i < n_blocks; i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (is_heading (document, i))
        {
          RisalahOutlineEntry entry = {
            .block = i,
            .end = risalah_outline_find_section_end (document, i),
            .level = risalah_brief_block_get_level (block),
            .title = risalah_rich_text_get_text (risalah_brief_block_get_text (block)),
            .section = risalah_brief_block_get_section (block),
          };

          if (entry.level > 1)
            add_words (outline, i, count_block_words (block));
          g_array_append_val (outline, entry);
        }
      else if (outline->len > 0)
        {
          guint n_words = count_block_words (block);

          g_array_index (outline, RisalahOutlineEntry, outline->len - 1).n_own_words += n_words;
          add_words (outline, i, n_words);
        }
    }
  return outline;
}
