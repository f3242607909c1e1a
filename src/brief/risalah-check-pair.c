/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a translation pair: what one brief has and the other lacks. */

#include <glib/gi18n-lib.h>

#include "risalah-check-private.h"
#include "risalah-pair-side-private.h"

static const struct
{
  const char *rule;
  const char *lacking; /* %s: what the other version lacks */
  const char *more;    /* %s: what it has besides */
} kinds[RISALAH_PAIR_N_KINDS] = {
  [RISALAH_PAIR_SECTION] = { "pair-section", N_ ("The other version lacks the section “%s”."),
                             N_ ("The other version has a section “%s” that this one lacks.") },
  [RISALAH_PAIR_QUOTATION]
  = { "pair-quotation", N_ ("The other version lacks the quotation “%s”."),
      N_ ("The other version has the quotation “%s”, which this one lacks.") },
  [RISALAH_PAIR_DATE] = { "pair-date", N_ ("The other version lacks the date “%s”."),
                          N_ ("The other version has the date “%s”, which this one lacks.") },
  [RISALAH_PAIR_NUMBER] = { "pair-number", N_ ("The other version lacks the number %s."),
                            N_ ("The other version has the number %s, which this one lacks.") },
  [RISALAH_PAIR_NAME] = { "pair-name", N_ ("The other version lacks the name “%s”."),
                          N_ ("The other version has the name “%s”, which this one lacks.") },
  [RISALAH_PAIR_LIKELIHOOD]
  = { "pair-likelihood", N_ ("The other version lacks the likelihood “%s”."),
      N_ ("The other version has the likelihood “%s”, which this one lacks.") },
};

static void
report (GPtrArray *findings,
        RisalahPairKind kind,
        const char *message,
        const RisalahPairFact *fact,
        RisalahPosition at,
        guint end)
{
  RisalahCheck check = { .findings = findings,
                         .rule = kinds[kind].rule,
                         .severity = RISALAH_SEVERITY_WARNING };

  risalah_check_set_fix (
      risalah_check_add (&check, at, end, g_strdup_printf (_ (message), fact->label)),
      RISALAH_FIX_NONE, fact->key);
}

/* What this version lacks is reported where it would stand: at its section, or at the beginning. */
static void
report_more (GPtrArray *findings,
             RisalahPairKind kind,
             const RisalahPairSide *side,
             const RisalahPairFact *fact)
{
  gint heading = risalah_pair_side_find_section (side, fact->section);
  RisalahPosition at = { (guint)MAX (heading, 0), RISALAH_PART_BODY, 0 };
  RisalahRichText *text = risalah_document_get_part (side->document, &at);

  report (findings, kind, kinds[kind].more, fact, at,
          heading >= 0 ? risalah_rich_text_get_length (text) : 0);
}

/**
 * risalah_check_pair:
 * @document: a brief
 * @other: the same brief in the other language
 * @facts: what the check of @document was given; of it only the lexicon is used
 *
 * Compares sections and quotations, dates by their EDTF value, numbers by value ("1,5 juta" is
 * "1.5 million"), countries, organisations and persons by identity, and likelihood words.
 *
 * Returns: (transfer full) (element-type RisalahFinding): what one has and the other lacks; what
 *   @document lacks stands at the section where the other has it, or at its beginning
 */
GPtrArray *
risalah_check_pair (RisalahDocument *document,
                    RisalahDocument *other,
                    const RisalahCheckFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_finding_free);
  RisalahPairSide ours, theirs;

  g_return_val_if_fail (document != NULL && other != NULL && facts != NULL, findings);

  risalah_pair_side_init (&ours, document, facts->lexicon);
  risalah_pair_side_init (&theirs, other, facts->lexicon);
  for (guint kind = 0; kind < RISALAH_PAIR_N_KINDS; kind++)
    {
      for (guint i = 0; i < ours.facts[kind]->len; i++)
        {
          const RisalahPairFact *fact = ours.facts[kind]->pdata[i];

          if (!risalah_pair_side_has (&theirs, kind, fact->key))
            report (findings, kind, kinds[kind].lacking, fact, fact->at, fact->end);
        }
      for (guint i = 0; i < theirs.facts[kind]->len; i++)
        {
          const RisalahPairFact *fact = theirs.facts[kind]->pdata[i];

          if (!risalah_pair_side_has (&ours, kind, fact->key))
            report_more (findings, kind, &ours, fact);
        }
    }
  risalah_pair_side_clear (&ours);
  risalah_pair_side_clear (&theirs);
  return findings;
}
