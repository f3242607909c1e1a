/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the check share: the facts, the document taken apart, findings. */
#pragma once

#include "risalah-check.h"

G_BEGIN_DECLS

struct _RisalahCheckFacts
{
  gint today; /* Julian day */
  guint old_months;
  RisalahLexicon *lexicon;
  RisalahTemplates *templates;
  const RisalahTemplate *template;
  RisalahTerms *terms;
  GHashTable *sources;   /* uid → RisalahSourceFacts */
  GHashTable *verdicts;  /* quotation uid → RisalahVerdict + 1 */
  GHashTable *passages;  /* citation id → text */
  GHashTable *suggested; /* citation id → char *[2]: event uid, event title */
};

/**
 * RisalahCheckSentence:
 * @block: where it stands
 * @start: its first character in the block's text
 * @end: the character after its last, citations directly behind it included
 * @words: (owned): its words; locked quotations and atoms are blanks
 * @section: (nullable): the template's part that it stands in
 * @cited: whether it holds a citation, or a note
 * @quotes: whether it holds a locked quotation, or part of one
 * @likelihood: whether it holds a marked likelihood word
 */
typedef struct
{
  guint block;
  guint start;
  guint end;
  char *words;
  const char *section;
  gboolean cited;
  gboolean quotes;
  gboolean likelihood;
} RisalahCheckSentence;

/**
 * RisalahCheckUse:
 * @at: where it begins
 * @end: the character after its last
 * @heading: index of the heading of the first level that it stands under, -1 for none
 * @quotation: (nullable): a locked quotation
 * @citation: (nullable): a citation
 * @source_uid: the source of either
 */
typedef struct
{
  RisalahPosition at;
  guint end;
  gint heading;
  RisalahQuotationUse *quotation;
  RisalahCitationAtom *citation;
  const char *source_uid;
} RisalahCheckUse;

/* A stretch of bytes. */
typedef struct
{
  gsize start;
  gsize end;
} RisalahCheckSpan;

typedef struct
{
  RisalahDocument *document;
  const RisalahCheckFacts *facts;
  GArray *sentences; /* (element-type RisalahCheckSentence): of paragraphs, items, quotations */
  GArray *uses;      /* (element-type RisalahCheckUse): in the order of the text */
  GPtrArray *findings;
  const char *rule;  /* the one that is at work */
  RisalahSeverity severity;
} RisalahCheck;

typedef void (*RisalahRuleFunc) (RisalahCheck *self);

/* Taking apart: risalah-check-sentences.c */
void            risalah_check_collect        (RisalahCheck               *self);
void            risalah_check_clear          (RisalahCheck               *self);
gboolean        risalah_check_has_word       (const char                 *words,
                                              const char * const         *wanted);
gboolean        risalah_check_has_figure     (const char                 *words,
                                              gboolean                    percent_too);
GPtrArray      *risalah_check_get_numbers    (const char                 *words);
GArray         *risalah_check_find_numbers   (const char                 *words);
char           *risalah_check_dup_own_words  (RisalahRichText            *text,
                                              guint                       start,
                                              guint                       end);

/* Findings: risalah-check.c */
RisalahFinding *risalah_check_add            (RisalahCheck               *self,
                                              RisalahPosition             start,
                                              guint                       end,
                                              char                       *message);
void            risalah_check_set_fix        (RisalahFinding             *finding,
                                              RisalahFix                  fix,
                                              const char                 *subject);
RisalahFinding *risalah_check_add_sentence   (RisalahCheck               *self,
                                              const RisalahCheckSentence *sentence,
                                              char                       *message);
const RisalahSourceFacts *
                risalah_check_find_source    (const RisalahCheck         *self,
                                              const char                 *uid);
char           *risalah_check_dup_name       (const RisalahSourceFacts   *source);

/* The rules */
void risalah_check_exact_quotations     (RisalahCheck *self);
void risalah_check_unsourced_quotations (RisalahCheck *self);
void risalah_check_voices               (RisalahCheck *self);
void risalah_check_long_quotations      (RisalahCheck *self);
void risalah_check_translations         (RisalahCheck *self);
void risalah_check_uncited_figures      (RisalahCheck *self);
void risalah_check_passages             (RisalahCheck *self);
void risalah_check_undated_sources      (RisalahCheck *self);
void risalah_check_unpublished_sources  (RisalahCheck *self);
void risalah_check_ungraded_sources     (RisalahCheck *self);
void risalah_check_unknown_sources      (RisalahCheck *self);
void risalah_check_old_sources          (RisalahCheck *self);
void risalah_check_single_origins       (RisalahCheck *self);
void risalah_check_suggested_evidence   (RisalahCheck *self);
void risalah_check_likelihoods          (RisalahCheck *self);
void risalah_check_required_parts       (RisalahCheck *self);
void risalah_check_word_budgets         (RisalahCheck *self);
void risalah_check_references           (RisalahCheck *self);
void risalah_check_figures              (RisalahCheck *self);

G_END_DECLS
