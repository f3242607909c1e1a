/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an article as a GVariant and reads it back without trusting a byte of it. */

#include "risalah-article-bytes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-text-error.h"

/* Text; blocks of type, level, dropped, page, start, end, language; metadata of which, value and
 * origin. */
#define ARTICLE_FORMAT "(sa(yybutts)a(ysy))"

/**
 * risalah_article_to_bytes:
 * @article: an article
 *
 * Returns: (transfer full): all of it, in a form for risalah_article_from_bytes()
 */
GBytes *
risalah_article_to_bytes (const RisalahArticle *article)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder blocks;
  GVariantBuilder known;
  const RisalahBlock *block;
  guint n_blocks;

  g_return_val_if_fail (article != NULL, NULL);

  g_variant_builder_init (&blocks, G_VARIANT_TYPE ("a(yybutts)"));
  block = risalah_article_get_blocks (article, &n_blocks);
  for (guint i = 0; i < n_blocks; i++, block++)
    g_variant_builder_add (&blocks, "(yybutts)", (guchar)block->type, block->level, block->dropped,
                           block->page, (guint64)block->start, (guint64)block->end,
                           block->language);

  g_variant_builder_init (&known, G_VARIANT_TYPE ("a(ysy)"));
  for (guint which = 0; which < RISALAH_METADATA_N; which++)
    if (risalah_article_get_metadata (article, which) != NULL)
      g_variant_builder_add (&known, "(ysy)", (guchar)which,
                             risalah_article_get_metadata (article, which),
                             (guchar)risalah_article_get_origin (article, which));

  variant = g_variant_ref_sink (
      g_variant_new (ARTICLE_FORMAT, risalah_article_get_text (article, NULL), &blocks, &known));
  return g_variant_get_data_as_bytes (variant);
}

/* The blocks, or %NULL where they do not fit a text of @length bytes. */
static GArray *
read_blocks (GVariantIter *iter, const char *text, gsize length)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, TRUE, sizeof (RisalahBlock));
  guchar type;
  guchar level;
  gboolean dropped;
  guint page;
  guint64 start;
  guint64 end;
  const char *language;
  gsize before = 0;

  while (g_variant_iter_next (iter, "(yybutt&s)", &type, &level, &dropped, &page, &start, &end,
                              &language))
    {
      RisalahBlock block = {
        .type = type, .level = level, .dropped = dropped, .page = page, .start = start, .end = end
      };

      if (type > RISALAH_BLOCK_CAPTION || start < before || end < start || end > length
          || ((guchar)text[start] & 0xc0) == 0x80 || ((guchar)text[end] & 0xc0) == 0x80)
        return NULL;
      g_strlcpy (block.language, language, sizeof block.language);
      g_array_append_val (blocks, block);
      before = end;
    }
  return g_steal_pointer (&blocks);
}

/**
 * risalah_article_from_bytes:
 * @bytes: what may be an article's bytes
 * @error: return location for a #RisalahTextError
 *
 * Returns: (transfer full): the article, or %NULL with %RISALAH_TEXT_ERROR_MALFORMED
 */
RisalahArticle *
risalah_article_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariantIter) blocks = NULL;
  g_autoptr (GVariantIter) known = NULL;
  g_autoptr (GArray) read = NULL;
  const char *text;
  const char *value;
  guchar which;
  guchar origin;
  RisalahArticle *article;

  g_return_val_if_fail (bytes != NULL, NULL);

  variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ARTICLE_FORMAT), bytes, FALSE));
  if (g_variant_is_normal_form (variant))
    {
      g_variant_get (variant, "(&sa(yybutts)a(ysy))", &text, &blocks, &known);
      read = read_blocks (blocks, text, strlen (text));
    }
  if (read == NULL)
    {
      g_set_error_literal (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_MALFORMED,
                           _ ("The reading program gave an answer that is no article. Nothing of "
                              "it was kept."));
      return NULL;
    }
  article = risalah_article_new (g_strdup (text), g_steal_pointer (&read));
  while (g_variant_iter_next (known, "(y&sy)", &which, &value, &origin))
    if (which < RISALAH_METADATA_N && origin <= RISALAH_ORIGIN_UNKNOWN)
      risalah_article_set_metadata (article, which, value, origin);
  return article;
}
