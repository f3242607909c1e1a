/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads tables and figures as risalah_document_to_xhtml() writes them; any others are kept as they
 * are. */

#include "risalah-xhtml-private.h"

/* Reads the rows of a table's section; whether they are all as our tables have them. */
static gboolean
read_rows (xmlNode *section,
           const char *cell_name,
           GPtrArray *cells,
           guint *n_rows,
           guint *n_columns)
{
  for (xmlNode *row = section->children; row != NULL; row = row->next)
    {
      guint n_cells = 0;

      if (risalah_xhtml_is_ignorable (row))
        continue;
      if (!risalah_xhtml_is (row, "tr") || row->properties != NULL)
        return FALSE;
      for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        {
          if (risalah_xhtml_is_ignorable (cell))
            continue;
          if (!risalah_xhtml_is (cell, cell_name) || cell->properties != NULL)
            return FALSE;
          g_ptr_array_add (cells, risalah_xhtml_read_inline (cell, NULL));
          n_cells++;
        }
      if (n_cells == 0 || (*n_rows > 0 && n_cells != *n_columns))
        return FALSE;
      *n_columns = n_cells;
      (*n_rows)++;
    }
  return TRUE;
}

/* Reads a table; NULL where it is not as ours are. */
RisalahBriefBlock *
risalah_xhtml_read_table (xmlNode *table)
{
  g_autoptr (GPtrArray) cells =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_rich_text_unref);
  g_autoptr (RisalahRichText) caption = NULL;
  guint n_rows = 0, n_columns = 0, n_header = 0;

  for (xmlNode *part = table->children; part != NULL; part = part->next)
    {
      if (risalah_xhtml_is_ignorable (part))
        continue;
      if (part->properties != NULL)
        return NULL;
      if (risalah_xhtml_is (part, "caption") && caption == NULL && n_rows == 0)
        caption = risalah_xhtml_read_inline (part, NULL);
      else if (risalah_xhtml_is (part, "thead") && n_rows == 0
               && read_rows (part, "th", cells, &n_rows, &n_columns))
        n_header = n_rows;
      else if (!risalah_xhtml_is (part, "tbody")
               || !read_rows (part, "td", cells, &n_rows, &n_columns))
        return NULL;
    }
  if (n_rows == 0 || n_header > 1)
    return NULL;
  return risalah_brief_block_new_table (n_rows, n_columns, n_header == 1,
                                        (RisalahRichText *const *)cells->pdata, caption);
}

/* Reads a figure; NULL where it is not as ours are. */
RisalahBriefBlock *
risalah_xhtml_read_figure (xmlNode *node)
{
  g_autoptr (RisalahRichText) caption = NULL;
  RisalahBriefBlock *block;
  RisalahFigure figure = { 0 };

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (risalah_xhtml_is_ignorable (child))
        continue;
      if (!risalah_xhtml_is (child, "figcaption") || child->properties != NULL || caption != NULL)
        return NULL;
      caption = risalah_xhtml_read_inline (child, NULL);
    }
  figure.media = risalah_xhtml_get_attribute (node, "data-media");
  if (figure.media == NULL && !risalah_xhtml_has_class (node, "timeline"))
    return NULL;
  figure.alternative = risalah_xhtml_get_attribute (node, "data-alternative");
  figure.from = risalah_xhtml_get_attribute (node, "data-from");
  figure.to = risalah_xhtml_get_attribute (node, "data-to");
  figure.filter = risalah_xhtml_get_attribute (node, "data-filter");
  figure.group = risalah_xhtml_get_attribute (node, "data-group");
  figure.width = CLAMP (risalah_xhtml_get_number (node, "data-width", 0), 0, 100);
  block = risalah_brief_block_new_figure (&figure, caption);
  g_free (figure.media);
  g_free (figure.alternative);
  g_free (figure.from);
  g_free (figure.to);
  g_free (figure.filter);
  g_free (figure.group);
  return block;
}
