/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a brief: small rules over the document and what is known about its sources. */
#pragma once

#include "risalah-document.h"
#include "risalah-lexicon.h"
#include "risalah-template.h"

G_BEGIN_DECLS

/**
 * RisalahSeverity:
 * @RISALAH_SEVERITY_ERROR: the brief says what its sources do not
 * @RISALAH_SEVERITY_WARNING: a reader will ask about it
 * @RISALAH_SEVERITY_NOTE: worth a look
 */
typedef enum
{
  RISALAH_SEVERITY_ERROR,
  RISALAH_SEVERITY_WARNING,
  RISALAH_SEVERITY_NOTE,
} RisalahSeverity;

/**
 * RisalahFix:
 *
 * What can be done about a finding in place; @subject of the finding says to what.
 * @RISALAH_FIX_NONE: only the analyst knows
 * @RISALAH_FIX_MOVE_QUOTATION: take the quotation from where its words stand now (a quotation's uid)
 * @RISALAH_FIX_CITE: put a citation at the end of the finding's range
 * @RISALAH_FIX_EDIT_SOURCE: open the source's date, publisher and grade (a source's uid)
 * @RISALAH_FIX_REVIEW_EVENT: review the suggested event (an event's uid)
 * @RISALAH_FIX_ADD_SECTION: put in the missing section (its name)
 * @RISALAH_FIX_SPLIT_SENTENCE: put the confidence into a sentence of its own
 * @RISALAH_FIX_REMOVE_LINK: take the link away
 * @RISALAH_FIX_COMPARE_TRANSLATION: mark the translation as looked at (a quotation's uid)
 * @RISALAH_FIX_DESCRIBE_FIGURE: write the figure's alternative text
 * @RISALAH_FIX_SWITCH_ON: switch the rule on again (its name)
 */
typedef enum
{
  RISALAH_FIX_NONE,
  RISALAH_FIX_MOVE_QUOTATION,
  RISALAH_FIX_CITE,
  RISALAH_FIX_EDIT_SOURCE,
  RISALAH_FIX_REVIEW_EVENT,
  RISALAH_FIX_ADD_SECTION,
  RISALAH_FIX_SPLIT_SENTENCE,
  RISALAH_FIX_REMOVE_LINK,
  RISALAH_FIX_COMPARE_TRANSLATION,
  RISALAH_FIX_DESCRIBE_FIGURE,
  RISALAH_FIX_SWITCH_ON,
} RisalahFix;

/**
 * RisalahFinding:
 * @severity: how grave it is
 * @rule: the rule's name, a static string: "uncited-figure"
 * @message: what was found and why it matters, in the window's language
 * @start: where it is; of a finding about the whole, the beginning
 * @end: where it ends, in the same part
 * @fix: what can be done in place
 * @subject: (nullable): what the fix is about: a uid, a section, a rule
 */
typedef struct
{
  RisalahSeverity severity;
  const char *rule;
  char *message;
  RisalahPosition start;
  RisalahPosition end;
  RisalahFix fix;
  char *subject;
} RisalahFinding;

/**
 * RisalahSourceFacts:
 * @uid: UUID of the source
 * @title: (nullable): its title
 * @publisher: (nullable): its publisher
 * @published: (nullable): EDTF
 * @published_day: latest Julian day of @published, 0 where it has none
 * @grade: reliability 'A' to 'F', 0 where not yet graded
 * @origin: (nullable): what tells independent sources apart: equal for all reprints of one text;
 *   %NULL where the source stands alone
 * @n_words: words of its text, 0 where that is not known
 *
 * What the check needs to know of a source.
 */
typedef struct
{
  const char *uid;
  const char *title;
  const char *publisher;
  const char *published;
  gint published_day;
  char grade;
  const char *origin;
  guint n_words;
} RisalahSourceFacts;

/**
 * RisalahCheckRule:
 * @name: as in findings, on the command line and in the document: "uncited-figure"
 * @title: (transfer none): what it looks for, translated into the window's language
 * @severity: of its findings
 */
typedef struct
{
  const char *name;
  const char *title;
  RisalahSeverity severity;
} RisalahCheckRule;

/**
 * RisalahCheckFacts:
 *
 * What the session knows and the document does not; filled by the session, then read by the check
 * on any thread. Strings are copied.
 */
typedef struct _RisalahCheckFacts RisalahCheckFacts;

RisalahCheckFacts *risalah_check_facts_new             (gint                       today);
void               risalah_check_facts_free            (RisalahCheckFacts         *self);
void               risalah_check_facts_set_lexicon     (RisalahCheckFacts         *self,
                                                        RisalahLexicon            *lexicon);
void               risalah_check_facts_set_template    (RisalahCheckFacts         *self,
                                                        RisalahTemplates          *templates,
                                                        const RisalahTemplate     *template,
                                                        RisalahTerms              *terms);
void               risalah_check_facts_set_old_months  (RisalahCheckFacts         *self,
                                                        guint                      months);
void               risalah_check_facts_add_source      (RisalahCheckFacts         *self,
                                                        const RisalahSourceFacts  *source);
void               risalah_check_facts_add_verdict     (RisalahCheckFacts         *self,
                                                        const char                *quotation_uid,
                                                        RisalahVerdict             verdict);
void               risalah_check_facts_add_passage     (RisalahCheckFacts         *self,
                                                        const char                *citation_id,
                                                        const char                *passage);
void               risalah_check_facts_add_suggested   (RisalahCheckFacts         *self,
                                                        const char                *citation_id,
                                                        const char                *event_uid,
                                                        const char                *event_title);

GPtrArray         *risalah_check_document              (RisalahDocument           *document,
                                                        const RisalahCheckFacts   *facts);
GPtrArray         *risalah_check_pair                  (RisalahDocument           *document,
                                                        RisalahDocument           *other,
                                                        const RisalahCheckFacts   *facts);
RisalahCheckRule   risalah_check_get_rule              (guint                      index);
guint              risalah_check_get_n_rules           (void);
const char        *risalah_severity_to_string          (RisalahSeverity            severity);
void               risalah_finding_free                (RisalahFinding            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahFinding, risalah_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahCheckFacts, risalah_check_facts_free)

G_END_DECLS
