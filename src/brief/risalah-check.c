/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a brief: the facts it needs, the rules in order, and the findings. */

#include <glib/gi18n-lib.h>

#include "risalah-check-private.h"

#define OLD_MONTHS 24

static const struct
{
  const char *name;
  const char *title;
  RisalahSeverity severity;
  RisalahRuleFunc check;
} rules[] = {
  { "quotation-not-exact", N_ ("Quotations that differ from their source"), RISALAH_SEVERITY_ERROR,
    risalah_check_exact_quotations },
  { "unknown-source", N_ ("Sources that are not in the library"), RISALAH_SEVERITY_ERROR,
    risalah_check_unknown_sources },
  { "unsourced-quotation", N_ ("Quotation marks without a source"), RISALAH_SEVERITY_WARNING,
    risalah_check_unsourced_quotations },
  { "uncited-figure", N_ ("Figures and dates without a citation"), RISALAH_SEVERITY_WARNING,
    risalah_check_uncited_figures },
  { "passage-lacks-figure", N_ ("Figures that the cited passage lacks"), RISALAH_SEVERITY_WARNING,
    risalah_check_passages },
  { "voice", N_ ("Words presented as somebody’s own that are not"), RISALAH_SEVERITY_WARNING,
    risalah_check_voices },
  { "one-origin", N_ ("Sections that rest on one origin"), RISALAH_SEVERITY_WARNING,
    risalah_check_single_origins },
  { "undated-source", N_ ("Sources without a date"), RISALAH_SEVERITY_WARNING,
    risalah_check_undated_sources },
  { "no-publisher", N_ ("Sources without a publisher"), RISALAH_SEVERITY_WARNING,
    risalah_check_unpublished_sources },
  { "ungraded-source", N_ ("Sources that are not yet graded"), RISALAH_SEVERITY_NOTE,
    risalah_check_ungraded_sources },
  { "old-source", N_ ("Old sources behind claims about the present"), RISALAH_SEVERITY_WARNING,
    risalah_check_old_sources },
  { "suggested-evidence", N_ ("Events that nobody has reviewed"), RISALAH_SEVERITY_WARNING,
    risalah_check_suggested_evidence },
  { "likelihood-and-confidence", N_ ("Likelihood and confidence in one sentence"),
    RISALAH_SEVERITY_WARNING, risalah_check_likelihoods },
  { "long-quotation", N_ ("Sources quoted for more than a quarter"), RISALAH_SEVERITY_WARNING,
    risalah_check_long_quotations },
  { "translation", N_ ("Translations to compare again"), RISALAH_SEVERITY_WARNING,
    risalah_check_translations },
  { "required-part", N_ ("Required parts that are missing or empty"), RISALAH_SEVERITY_WARNING,
    risalah_check_required_parts },
  { "broken-reference", N_ ("Cross-references that lead nowhere"), RISALAH_SEVERITY_WARNING,
    risalah_check_references },
  { "word-budget", N_ ("Parts longer than planned"), RISALAH_SEVERITY_NOTE,
    risalah_check_word_budgets },
  { "figure-text", N_ ("Figures without an alternative text"), RISALAH_SEVERITY_NOTE,
    risalah_check_figures },
};

static void
source_free (gpointer data)
{
  RisalahSourceFacts *source = data;

  g_free ((char *)source->uid);
  g_free ((char *)source->title);
  g_free ((char *)source->publisher);
  g_free ((char *)source->published);
  g_free ((char *)source->origin);
  g_free (source);
}

/**
 * risalah_check_facts_new:
 * @today: the Julian day that counts as today
 *
 * Returns: (transfer full): facts about nothing yet
 */
RisalahCheckFacts *
risalah_check_facts_new (gint today)
{
  RisalahCheckFacts *self = g_new0 (RisalahCheckFacts, 1);

  self->today = today;
  self->old_months = OLD_MONTHS;
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, source_free);
  self->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->suggested =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  return self;
}

/**
 * risalah_check_facts_free:
 * @self: (transfer full) (nullable): facts
 */
void
risalah_check_facts_free (RisalahCheckFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  g_clear_pointer (&self->templates, risalah_templates_unref);
  g_clear_pointer (&self->terms, risalah_terms_unref);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->verdicts);
  g_hash_table_unref (self->passages);
  g_hash_table_unref (self->suggested);
  g_free (self);
}

/**
 * risalah_check_facts_set_lexicon:
 * @self: facts
 * @lexicon: what knows where sentences end; without it, each block is taken for one
 */
void
risalah_check_facts_set_lexicon (RisalahCheckFacts *self, RisalahLexicon *lexicon)
{
  g_return_if_fail (self != NULL && lexicon != NULL);

  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  self->lexicon = risalah_lexicon_ref (lexicon);
}

/**
 * risalah_check_facts_set_template:
 * @self: facts
 * @templates: what @template belongs to
 * @template: (nullable): the brief's template, %NULL where it has none of ours
 * @terms: (nullable): the words of the brief's language, to name its parts
 */
void
risalah_check_facts_set_template (RisalahCheckFacts *self,
                                  RisalahTemplates *templates,
                                  const RisalahTemplate *template,
                                  RisalahTerms *terms)
{
  g_return_if_fail (self != NULL && templates != NULL);

  g_clear_pointer (&self->templates, risalah_templates_unref);
  g_clear_pointer (&self->terms, risalah_terms_unref);
  self->templates = risalah_templates_ref (templates);
  self->template = template;
  self->terms = terms != NULL ? risalah_terms_ref (terms) : NULL;
}

/**
 * risalah_check_facts_set_old_months:
 * @self: facts
 * @months: after how many months a source is old for a claim about the present
 */
void
risalah_check_facts_set_old_months (RisalahCheckFacts *self, guint months)
{
  g_return_if_fail (self != NULL);
  self->old_months = months;
}

/**
 * risalah_check_facts_add_source:
 * @self: facts
 * @source: what is known of a source; copied
 */
void
risalah_check_facts_add_source (RisalahCheckFacts *self, const RisalahSourceFacts *source)
{
  RisalahSourceFacts *copy;

  g_return_if_fail (self != NULL && source != NULL && source->uid != NULL);

  copy = g_new (RisalahSourceFacts, 1);
  *copy = *source;
  copy->uid = g_strdup (source->uid);
  copy->title = g_strdup (source->title);
  copy->publisher = g_strdup (source->publisher);
  copy->published = g_strdup (source->published);
  copy->origin = g_strdup (source->origin);
  g_hash_table_replace (self->sources, (gpointer)copy->uid, copy);
}

/**
 * risalah_check_facts_add_verdict:
 * @self: facts
 * @quotation_uid: a quotation
 * @verdict: what comparing it with its source gave; one without a verdict is passed over
 */
void
risalah_check_facts_add_verdict (RisalahCheckFacts *self,
                                 const char *quotation_uid,
                                 RisalahVerdict verdict)
{
  g_return_if_fail (self != NULL && quotation_uid != NULL);
  g_hash_table_replace (self->verdicts, g_strdup (quotation_uid), GINT_TO_POINTER (verdict + 1));
}

/**
 * risalah_check_facts_add_passage:
 * @self: facts
 * @citation_id: a citation
 * @passage: the words of the source that it cites
 */
void
risalah_check_facts_add_passage (RisalahCheckFacts *self,
                                 const char *citation_id,
                                 const char *passage)
{
  g_return_if_fail (self != NULL && citation_id != NULL && passage != NULL);
  g_hash_table_replace (self->passages, g_strdup (citation_id), g_strdup (passage));
}

/**
 * risalah_check_facts_add_suggested:
 * @self: facts
 * @citation_id: a citation whose passage is evidence of a suggested event and of no reviewed one
 * @event_uid: that event
 * @event_title: its title
 */
void
risalah_check_facts_add_suggested (RisalahCheckFacts *self,
                                   const char *citation_id,
                                   const char *event_uid,
                                   const char *event_title)
{
  char **event;

  g_return_if_fail (self != NULL && citation_id != NULL);
  g_return_if_fail (event_uid != NULL && event_title != NULL);

  event = g_new0 (char *, 3);
  event[0] = g_strdup (event_uid);
  event[1] = g_strdup (event_title);
  g_hash_table_replace (self->suggested, g_strdup (citation_id), event);
}

/* Adds a finding of the rule at work; takes @message. */
RisalahFinding *
risalah_check_add (RisalahCheck *self, RisalahPosition start, guint end, char *message)
{
  RisalahFinding *finding = g_new0 (RisalahFinding, 1);

  finding->severity = self->severity;
  finding->rule = self->rule;
  finding->message = message;
  finding->start = start;
  finding->end = start;
  finding->end.offset = end;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

RisalahFinding *
risalah_check_add_sentence (RisalahCheck *self, const RisalahCheckSentence *sentence, char *message)
{
  RisalahPosition start = { sentence->block, RISALAH_PART_BODY, sentence->start };

  return risalah_check_add (self, start, sentence->end, message);
}

void
risalah_check_set_fix (RisalahFinding *finding, RisalahFix fix, const char *subject)
{
  finding->fix = fix;
  finding->subject = g_strdup (subject);
}

const RisalahSourceFacts *
risalah_check_find_source (const RisalahCheck *self, const char *uid)
{
  return g_hash_table_lookup (self->facts->sources, uid);
}

/* What to call a source in a message. */
char *
risalah_check_dup_name (const RisalahSourceFacts *source)
{
  if (source->title != NULL && *source->title != '\0')
    return g_strdup_printf (_ ("“%s”"), source->title);
  if (source->publisher != NULL && *source->publisher != '\0')
    return g_strdup_printf (_ ("an untitled source of %s"), source->publisher);
  return g_strdup (_ ("an untitled source"));
}

static const RisalahSwitchedOffRule *
find_switched_off (RisalahDocument *document, const char *rule)
{
  guint n_rules;
  const RisalahSwitchedOffRule *switched_off =
      risalah_document_get_switched_off (document, &n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (g_str_equal (switched_off[i].rule, rule))
      return &switched_off[i];
  return NULL;
}

static gint
compare_findings (gconstpointer first, gconstpointer second)
{
  const RisalahFinding *a = *(const RisalahFinding *const *)first;
  const RisalahFinding *b = *(const RisalahFinding *const *)second;

  if (a->severity != b->severity)
    return (gint)a->severity - (gint)b->severity;
  return risalah_position_compare (&a->start, &b->start);
}

/**
 * risalah_check_document:
 * @document: a brief
 * @facts: what is known about its sources
 *
 * Applies every rule that is not switched off in this brief; for each that is, one note keeps
 * saying so, with the reason. One cause is one finding.
 *
 * Returns: (transfer full) (element-type RisalahFinding): what was found, the gravest first, then
 *   in the order of the text
 */
GPtrArray *
risalah_check_document (RisalahDocument *document, const RisalahCheckFacts *facts)
{
  RisalahCheck check = { .document = document, .facts = facts };

  g_return_val_if_fail (document != NULL && facts != NULL, NULL);

  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_finding_free);
  risalah_check_collect (&check);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const RisalahSwitchedOffRule *off = find_switched_off (document, rules[i].name);

      check.rule = rules[i].name;
      check.severity = off != NULL ? RISALAH_SEVERITY_NOTE : rules[i].severity;
      if (off != NULL)
        risalah_check_set_fix (
            risalah_check_add (&check, (RisalahPosition){ 0 }, 0,
                               g_strdup_printf (_ ("Switched off in this brief: %s (%s)."),
                                                _ (rules[i].title), off->reason)),
            RISALAH_FIX_SWITCH_ON, rules[i].name);
      else
        rules[i].check (&check);
    }
  risalah_check_clear (&check);
  g_ptr_array_sort (check.findings, compare_findings);
  return check.findings;
}

/**
 * risalah_check_get_n_rules:
 *
 * Returns: how many rules there are
 */
guint
risalah_check_get_n_rules (void)
{
  return G_N_ELEMENTS (rules);
}

/**
 * risalah_check_get_rule:
 * @index: which one
 *
 * Returns: that rule
 */
RisalahCheckRule
risalah_check_get_rule (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rules), (RisalahCheckRule){ 0 });
  return (RisalahCheckRule){ rules[index].name, _ (rules[index].title), rules[index].severity };
}

/**
 * risalah_severity_to_string:
 * @severity: a severity
 *
 * Returns: (transfer none): its name on the command line: "error", "warning", "note"
 */
const char *
risalah_severity_to_string (RisalahSeverity severity)
{
  switch (severity)
    {
    case RISALAH_SEVERITY_ERROR:
      return "error";
    case RISALAH_SEVERITY_WARNING:
      return "warning";
    case RISALAH_SEVERITY_NOTE:
      break;
    }
  return "note";
}

/**
 * risalah_finding_free:
 * @self: (transfer full) (nullable): a finding
 */
void
risalah_finding_free (RisalahFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->message);
  g_free (self->subject);
  g_free (self);
}
