/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief to be written in the other language: the same blocks, with the template's words in that
 * language; quotations stay as their sources have them. */

#include "risalah-template.h"

/* The block of the template that plays the same part, in the other language. */
static RisalahBriefBlock *
find_in_role (RisalahDocument *fresh, const char *role)
{
  for (guint i = 0; fresh != NULL && i < risalah_document_get_n_blocks (fresh); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (fresh, i);

      if (g_strcmp0 (risalah_brief_block_get_role (block), role) == 0)
        return block;
    }
  return NULL;
}

/* A table of the template, such as a letter's, with the labels in its first column translated. */
static RisalahBriefBlock *
translate_labels (RisalahBriefBlock *block, RisalahBriefBlock *fresh)
{
  guint n_columns = risalah_brief_block_get_n_columns (block);
  RisalahBriefBlock *translated = risalah_brief_block_ref (block);

  for (guint row = 0; row < MIN (risalah_brief_block_get_n_rows (block),
                                 risalah_brief_block_get_n_rows (fresh));
       row++)
    {
      g_autoptr (RisalahBriefBlock) before = translated;

      translated = risalah_brief_block_with_part (before,
                                                  RISALAH_PART_FIRST_CELL + row * n_columns,
                                                  risalah_brief_block_get_cell (fresh, row, 0));
    }
  return translated;
}

/* Likelihood words become the other language's for the same likelihood. */
static RisalahRichText *
translate_likelihoods (RisalahRichText *text, RisalahTerms *terms)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);
  RisalahRichText *translated = risalah_rich_text_ref (text);

  for (guint i = n_marks; i-- > 0;)
    {
      g_autofree char *key = NULL;
      RisalahMark mark = marks[i];

      if (mark.kind != RISALAH_MARK_LIKELIHOOD)
        continue;
      key = g_strdup_printf ("likelihood.%s", risalah_likelihood_to_string (mark.likelihood));
      {
        g_autoptr (RisalahRichText) before = translated;
        g_autoptr (RisalahRichText) plain
            = risalah_rich_text_new_plain (risalah_terms_get (terms, key));
        g_autoptr (RisalahRichText) words = NULL;

        mark.start = 0;
        mark.end = risalah_rich_text_get_length (plain);
        words = risalah_rich_text_with_mark (plain, &mark);
        translated = risalah_rich_text_replace (before, marks[i].start, marks[i].end, words);
      }
    }
  return translated;
}

static RisalahBriefBlock *
with_words (RisalahBriefBlock *block, const char *words)
{
  g_autoptr (RisalahRichText) text = risalah_rich_text_new_plain (words);

  return risalah_brief_block_with_part (block, RISALAH_PART_BODY, text);
}

static RisalahBriefBlock *
translate_block (RisalahBriefBlock *block,
                 const RisalahTemplate *self,
                 RisalahDocument *fresh,
                 RisalahTerms *terms)
{
  const char *section = risalah_brief_block_get_section (block);
  const char *role = risalah_brief_block_get_role (block);
  RisalahBriefBlock *own = role != NULL ? find_in_role (fresh, role) : NULL;
  g_autoptr (RisalahRichText) text = NULL;

  if (section != NULL && self != NULL && risalah_template_find_part (self, section) != NULL)
    {
      g_autofree char *heading = risalah_template_dup_heading (self, terms, section);

      return with_words (block, heading);
    }
  if (own != NULL
      && risalah_brief_block_get_kind (own) == risalah_brief_block_get_kind (block))
    return risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TABLE
               ? translate_labels (block, own)
               : risalah_brief_block_with_part (block, RISALAH_PART_BODY,
                                                risalah_brief_block_get_text (own));
  if (risalah_brief_block_is_object (block))
    return risalah_brief_block_ref (block);
  text = translate_likelihoods (risalah_brief_block_get_text (block), terms);
  return risalah_brief_block_with_part (block, RISALAH_PART_BODY, text);
}

/**
 * risalah_template_translate_document:
 * @self: (nullable): the template of the brief
 * @terms: the words of the other language
 * @document: a brief
 * @uid: the UUID of @document's brief
 *
 * Makes the brief that is to become @document in the language of @terms: the headings, labels and
 * likelihood words are in that language already, the rest stands to be translated in its place.
 *
 * Returns: (transfer full): a draft, marked as the other version of @uid
 */
RisalahDocument *
risalah_template_translate_document (const RisalahTemplate *self,
                                     RisalahTerms *terms,
                                     RisalahDocument *document,
                                     const char *uid)
{
  g_autoptr (RisalahDocument) fresh = NULL;
  g_autoptr (RisalahDocument) translated = NULL;
  g_autoptr (RisalahDocument) in_language = NULL;
  g_autoptr (RisalahDocument) draft = NULL;
  g_autoptr (GPtrArray) blocks
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);

  g_return_val_if_fail (terms != NULL && document != NULL && uid != NULL, NULL);

  if (self != NULL)
    fresh = risalah_template_new_document (self, terms, NULL, NULL);
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    g_ptr_array_add (blocks, translate_block (risalah_document_get_block (document, i), self, fresh,
                                              terms));
  translated = risalah_document_splice (document, 0, risalah_document_get_n_blocks (document),
                                        (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  in_language = risalah_document_with_field (translated, RISALAH_DOCUMENT_LANGUAGE,
                                             risalah_terms_get_language (terms));
  draft = risalah_document_with_field (in_language, RISALAH_DOCUMENT_STATUS, "draft");
  return risalah_document_with_field (draft, RISALAH_DOCUMENT_TRANSLATION_PAIR, uid);
}
