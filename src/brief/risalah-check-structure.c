/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check rules: required parts, word budgets, cross-references, likelihood and confidence. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-check-private.h"
#include "risalah-outline.h"

/* Over this share of its budget a part is reported, in percent. */
#define BUDGET_TOLERANCE 110

/* Longer expressions before those they hold. */
static const char *const likelihood_words[] = {
  "hampir mustahil",     "sangat kecil kemungkinan",
  "kecil kemungkinan",   "kemungkinan berimbang",
  "kemungkinan besar",   "sangat besar kemungkinan",
  "hampir pasti",        "almost no chance",
  "very unlikely",       "unlikely",
  "roughly even chance", "likely",
  "very likely",         "almost certain",
  "almost certainly",    NULL,
};

static const char *const confidence_words[] = {
  "tingkat keyakinan", "keyakinan rendah", "keyakinan sedang",
  "keyakinan tinggi",  "low confidence",   "moderate confidence",
  "high confidence",   "confidence level", NULL,
};

/* A likelihood and a confidence level in one sentence, which ICD 203 forbids. */
void
risalah_check_likelihoods (RisalahCheck *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);

      if (!risalah_check_has_word (sentence->words, confidence_words)
          || (!sentence->likelihood && !risalah_check_has_word (sentence->words, likelihood_words)))
        continue;
      risalah_check_set_fix (
          risalah_check_add_sentence (
              self, sentence,
              g_strdup (_ ("A likelihood and a level of confidence stand in one sentence."))),
          RISALAH_FIX_SPLIT_SENTENCE, NULL);
    }
}

/* Whether anything of substance stands in a block. */
static gboolean
has_content (RisalahBriefBlock *block)
{
  RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);
  const char *role = risalah_brief_block_get_role (block);

  if (kind == RISALAH_BRIEF_BLOCK_GENERATED || kind == RISALAH_BRIEF_BLOCK_FIGURE
      || kind == RISALAH_BRIEF_BLOCK_UNKNOWN)
    return TRUE;
  if (kind == RISALAH_BRIEF_BLOCK_HEADING || kind == RISALAH_BRIEF_BLOCK_PAGE_BREAK
      || g_strcmp0 (role, "signature") == 0)
    return FALSE;
  for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
    if (risalah_rich_text_count_words (risalah_brief_block_get_part (block, part)) > 0)
      return TRUE;
  return FALSE;
}

/* The heading that opens @section, -1 where there is none. */
static gint
find_section (const RisalahCheck *self, const char *section)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (self->document); i++)
    if (g_strcmp0 (risalah_brief_block_get_section (risalah_document_get_block (self->document, i)),
                   section)
        == 0)
      return (gint)i;
  return -1;
}

static gboolean
is_section_empty (const RisalahCheck *self, guint heading)
{
  guint end = risalah_outline_find_section_end (self->document, heading);

  for (guint i = heading + 1; i < end; i++)
    if (has_content (risalah_document_get_block (self->document, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_role (const RisalahCheck *self, const char *role)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (self->document); i++)
    if (g_strcmp0 (risalah_brief_block_get_role (risalah_document_get_block (self->document, i)),
                   role)
        == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_part_name (const RisalahCheck *self, const RisalahTemplatePart *part)
{
  if (self->facts->terms == NULL || part->level == 0)
    return g_strdup (part->section);
  return risalah_template_dup_heading (self->facts->template, self->facts->terms, part->section);
}

static void
check_required_part (RisalahCheck *self, const RisalahTemplatePart *part)
{
  g_autofree char *name = dup_part_name (self, part);
  RisalahPosition start = { 0, RISALAH_PART_BODY, 0 };
  gint heading = find_section (self, part->section);

  if (part->level == 0 ? has_role (self, part->section)
                       : heading >= 0 && !is_section_empty (self, (guint)heading))
    return;
  if (heading < 0)
    {
      risalah_check_set_fix (
          risalah_check_add (self, start, 0,
                             g_strdup_printf (_ ("The required part “%s” is missing."), name)),
          RISALAH_FIX_ADD_SECTION, part->section);
      return;
    }
  start.block = (guint)heading;
  risalah_check_add (self, start,
                     risalah_rich_text_get_length (
                         risalah_document_get_part (self->document, &start)),
                     g_strdup_printf (_ ("The required part “%s” is empty."), name));
}

/* A part that the template requires, missing or empty. */
void
risalah_check_required_parts (RisalahCheck *self)
{
  const RisalahTemplatePart *parts;
  guint n_parts;

  if (self->facts->template == NULL)
    return;
  parts = risalah_template_get_parts (self->facts->template, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].required)
      check_required_part (self, &parts[i]);
}

static void
add_budget (RisalahCheck *self, guint block, guint n_words, guint budget)
{
  RisalahPosition start = { block, RISALAH_PART_BODY, 0 };

  risalah_check_add (
      self, start,
      risalah_rich_text_get_length (risalah_document_get_part (self->document, &start)),
      g_strdup_printf (ngettext ("This has %u words; %u word is planned for it.",
                                 "This has %u words; %u words are planned for it.", budget),
                       n_words, budget));
}

/* A section, or the whole brief, longer than planned. */
void
risalah_check_word_budgets (RisalahCheck *self)
{
  g_autoptr (GArray) outline = NULL;
  guint n_words, budget;

  if (self->facts->template == NULL)
    return;
  outline = risalah_document_get_outline (self->document);
  for (guint i = 0; i < outline->len; i++)
    {
      const RisalahOutlineEntry *entry = &g_array_index (outline, RisalahOutlineEntry, i);
      const RisalahTemplatePart *part =
          entry->section != NULL
              ? risalah_template_find_part (self->facts->template, entry->section)
              : NULL;

      if (part != NULL && part->words > 0 && entry->n_words * 100 > part->words * BUDGET_TOLERANCE)
        add_budget (self, entry->block, entry->n_words, part->words);
    }
  n_words = risalah_document_count_words (self->document);
  budget = risalah_template_get_words (self->facts->template);
  if (budget > 0 && n_words * 100 > budget * BUDGET_TOLERANCE)
    add_budget (self, 0, n_words, budget);
}

static gboolean
check_link_cb (RisalahDocument *document,
               const RisalahPosition *at,
               const RisalahMark *mark,
               gpointer user_data)
{
  RisalahCheck *self = user_data;

  if (mark->kind != RISALAH_MARK_LINK || mark->href[0] != '#'
      || risalah_document_find_id (document, mark->href + 1) >= 0)
    return TRUE;
  risalah_check_set_fix (risalah_check_add (self, *at, mark->end,
                                            g_strdup (_ ("This cross-reference leads nowhere."))),
                         RISALAH_FIX_REMOVE_LINK, mark->href);
  return TRUE;
}

/* A cross-reference to what is not there. */
void
risalah_check_references (RisalahCheck *self)
{
  risalah_document_foreach_mark (self->document, check_link_cb, self);
}

/* A figure without a text for those who cannot see it. */
void
risalah_check_figures (RisalahCheck *self)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (self->document); i++)
    {
      const RisalahFigure *figure =
          risalah_brief_block_get_figure (risalah_document_get_block (self->document, i));

      if (figure != NULL && figure->media != NULL
          && (figure->alternative == NULL || *figure->alternative == '\0'))
        risalah_check_set_fix (
            risalah_check_add (self, (RisalahPosition){ i, RISALAH_PART_BODY, 0 }, 1,
                               g_strdup (_ ("This figure has no text for those who cannot see "
                                            "it."))),
            RISALAH_FIX_DESCRIBE_FIGURE, NULL);
    }
}
