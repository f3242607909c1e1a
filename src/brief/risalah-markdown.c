/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Markdown: cmark-gfm makes HTML of it, the HTML reader a document. */

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

#include "risalah-document-xhtml.h"

static char *
to_html (const char *markdown)
{
  static const char *const extensions[] = { "table", "autolink" };
  cmark_parser *parser;
  cmark_node *tree;
  char *html, *copy;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension (extensions[i]));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  tree = cmark_parser_finish (parser);
  html = cmark_render_html (tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions (parser));
  copy = g_strdup (html);
  cmark_get_default_mem_allocator ()->free (html);
  cmark_node_free (tree);
  cmark_parser_free (parser);
  return copy;
}

static gboolean
is_heading (RisalahDocument *document, guint index, guint level)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, index);

  return risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_HEADING
         && risalah_brief_block_get_level (block) == level;
}

/* A file whose first line is its only heading of the first level: that is its title, and the other
 * headings stand one level higher. */
static RisalahDocument *
promote_title (RisalahDocument *document)
{
  RisalahDocument *promoted = risalah_document_ref (document);

  if (!is_heading (document, 0, 1))
    return promoted;
  for (guint i = 1; i < risalah_document_get_n_blocks (document); i++)
    if (is_heading (document, i, 1))
      return promoted;
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);
      g_autoptr (RisalahBriefBlock) changed = NULL;
      g_autoptr (RisalahDocument) before = NULL;

      if (risalah_brief_block_get_kind (block) != RISALAH_BRIEF_BLOCK_HEADING)
        continue;
      changed = i == 0 ? risalah_brief_block_with_kind (block, RISALAH_BRIEF_BLOCK_TITLE, 0)
                       : risalah_brief_block_with_kind (block, RISALAH_BRIEF_BLOCK_HEADING,
                                                        risalah_brief_block_get_level (block) - 1);
      before = promoted;
      promoted = risalah_document_splice (before, i, 1, &changed, 1);
    }
  return promoted;
}

/**
 * risalah_document_from_markdown:
 * @markdown: Markdown as GitHub writes it
 * @length: its bytes, -1 where it ends with NUL
 * @language: the language of the document that is made
 *
 * HTML within it is left out. Where the first line is the only heading of the first level, it
 * becomes the title.
 *
 * Returns: (transfer full): a document
 */
RisalahDocument *
risalah_document_from_markdown (const char *markdown, gssize length, const char *language)
{
  g_autoptr (RisalahDocument) document = NULL;
  g_autofree char *valid = NULL, *html = NULL;

  g_return_val_if_fail (markdown != NULL && language != NULL, NULL);

  valid = g_utf8_make_valid (markdown, length);
  html = to_html (valid);
  document = risalah_document_from_html (html, -1, language);
  return promote_title (document);
}
