/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a translation pair: what one brief has and the other lacks. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-check-private.h"

/* One side of the pair: what it has → where, as the index of a sentence, use or block. */
typedef struct
{
  RisalahCheck check;
  GHashTable *sections;
  GHashTable *quotations;
  GHashTable *numbers;
  GHashTable *likelihoods;
  GHashTable *labels; /* section or quotation → what to call it */
} Side;

/* So many characters of a quotation tell which one it is. */
#define LABEL_LENGTH 40

/* A number as both languages would write it: 1.250,5 and 1,250.5 are 12505. */
static char *
dup_plain_number (const char *number)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = number; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (plain, *at);
  return g_string_free (plain, FALSE);
}

static gboolean
note_likelihood_cb (RisalahDocument *document,
                    const RisalahPosition *at,
                    const RisalahMark *mark,
                    gpointer user_data)
{
  if (mark->kind == RISALAH_MARK_LIKELIHOOD)
    g_hash_table_insert (user_data, g_strdup (risalah_likelihood_to_string (mark->likelihood)),
                         GUINT_TO_POINTER (at->block));
  return TRUE;
}

static char *
dup_beginning (const char *words)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (words, -1) <= LABEL_LENGTH)
    return g_strdup (words);
  beginning = g_utf8_substring (words, 0, LABEL_LENGTH);
  return g_strconcat (beginning, "…", NULL);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
collect_sections (Side *self)
{
  RisalahDocument *document = self->check.document;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);
      const char *section = risalah_brief_block_get_section (block);

      if (section == NULL)
        continue;
      g_hash_table_insert (self->sections, g_strdup (section), GUINT_TO_POINTER (i));
      g_hash_table_insert (self->labels, g_strdup (section),
                           risalah_rich_text_dup_words (risalah_brief_block_get_text (block)));
    }
}

static void
collect_quotations (Side *self)
{
  for (guint i = 0; i < self->check.uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->check.uses, RisalahCheckUse, i);
      const RisalahQuotation *quotation;

      if (use->quotation == NULL)
        continue;
      quotation = risalah_quotation_use_get_quotation (use->quotation);
      g_hash_table_insert (self->quotations, g_strdup (quotation->uid),
                           GUINT_TO_POINTER (use->at.block));
      g_hash_table_insert (self->labels, g_strdup (quotation->uid),
                           dup_beginning (quotation->exact));
    }
}

static void
collect_numbers (Side *self)
{
  for (guint i = 0; i < self->check.sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->check.sentences, RisalahCheckSentence, i);
      g_autoptr (GPtrArray) numbers = risalah_check_get_numbers (sentence->words);

      for (guint j = 0; j < numbers->len; j++)
        if (strlen (numbers->pdata[j]) > 1)
          g_hash_table_insert (self->numbers, dup_plain_number (numbers->pdata[j]),
                               GUINT_TO_POINTER (sentence->block));
    }
}

static void
side_init (Side *self, RisalahDocument *document, const RisalahCheckFacts *facts)
{
  self->check = (RisalahCheck){ .document = document, .facts = facts };
  self->sections = new_set ();
  self->quotations = new_set ();
  self->numbers = new_set ();
  self->likelihoods = new_set ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  risalah_check_collect (&self->check);
  collect_sections (self);
  collect_quotations (self);
  collect_numbers (self);
  risalah_document_foreach_mark (document, note_likelihood_cb, self->likelihoods);
}

static void
side_clear (Side *self)
{
  risalah_check_clear (&self->check);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->quotations);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->likelihoods);
  g_hash_table_unref (self->labels);
}

static const char *
get_label (const Side *self, const char *key)
{
  const char *label = g_hash_table_lookup (self->labels, key);

  return label != NULL ? label : key;
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Reports what @has holds and @lacks does not, in a fixed order. @message has one %s. */
static void
report (GPtrArray *findings,
        const Side *side,
        GHashTable *has,
        GHashTable *lacks,
        const char *rule,
        const char *message)
{
  guint n_keys;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (has, &n_keys);

  qsort (keys, n_keys, sizeof *keys, compare_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      RisalahCheck check = side->check;
      RisalahPosition at = { 0, RISALAH_PART_BODY, 0 };

      if (g_hash_table_contains (lacks, keys[i]))
        continue;
      at.block = GPOINTER_TO_UINT (g_hash_table_lookup (has, keys[i]));
      check.findings = findings;
      check.rule = rule;
      check.severity = RISALAH_SEVERITY_WARNING;
      risalah_check_set_fix (
          risalah_check_add (&check, at,
                             risalah_rich_text_get_length (
                                 risalah_document_get_part (check.document, &at)),
                             g_strdup_printf (message, get_label (side, keys[i]))),
          RISALAH_FIX_NONE, keys[i]);
    }
}

/* What the other side has is reported at the beginning of the brief that lacks it. */
static void
report_missing (GPtrArray *findings,
                const Side *other_side,
                GHashTable *has,
                GHashTable *other,
                const char *rule,
                const char *message)
{
  guint n_keys;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (other, &n_keys);

  qsort (keys, n_keys, sizeof *keys, compare_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      RisalahCheck check = { .findings = findings, .rule = rule };

      check.severity = RISALAH_SEVERITY_WARNING;
      if (!g_hash_table_contains (has, keys[i]))
        risalah_check_set_fix (risalah_check_add (&check, (RisalahPosition){ 0 }, 0,
                                                  g_strdup_printf (message, get_label (other_side,
                                                                                       keys[i]))),
                               RISALAH_FIX_NONE, keys[i]);
    }
}

/**
 * risalah_check_pair:
 * @document: a brief
 * @other: the same brief in the other language
 * @facts: what the check of @document was given; of it only the lexicon is used
 *
 * Compares sections, quotations, numbers (and so dates) and likelihood words.
 *
 * Returns: (transfer full) (element-type RisalahFinding): what one has and the other lacks; what
 *   @document lacks stands at its beginning
 */
GPtrArray *
risalah_check_pair (RisalahDocument *document,
                    RisalahDocument *other,
                    const RisalahCheckFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_finding_free);
  Side a, b;

  g_return_val_if_fail (document != NULL && other != NULL && facts != NULL, findings);

  side_init (&a, document, facts);
  side_init (&b, other, facts);
  report (findings, &a, a.sections, b.sections, "pair-section",
          _ ("The other version lacks the section “%s”."));
  report_missing (findings, &b, a.sections, b.sections, "pair-section",
                  _ ("The other version has a section “%s” that this one lacks."));
  report (findings, &a, a.quotations, b.quotations, "pair-quotation",
          _ ("The other version lacks the quotation “%s”."));
  report_missing (findings, &b, a.quotations, b.quotations, "pair-quotation",
                  _ ("The other version has the quotation “%s”, which this one lacks."));
  report (findings, &a, a.numbers, b.numbers, "pair-number",
          _ ("The other version lacks the number %s."));
  report_missing (findings, &b, a.numbers, b.numbers, "pair-number",
                  _ ("The other version has the number %s, which this one lacks."));
  report (findings, &a, a.likelihoods, b.likelihoods, "pair-likelihood",
          _ ("The other version lacks the likelihood “%s”."));
  report_missing (findings, &b, a.likelihoods, b.likelihoods, "pair-likelihood",
                  _ ("The other version has the likelihood “%s”, which this one lacks."));
  side_clear (&a);
  side_clear (&b);
  return findings;
}
