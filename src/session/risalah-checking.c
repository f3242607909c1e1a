/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers from the library what the check's rules need to know, in one reading. */

#include "risalah-checking.h"

#include "risalah-briefs.h"
#include "risalah-document-xhtml.h"
#include "risalah-events.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"
#include "risalah-reprints.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

typedef struct
{
  RisalahDocument *document;
  RisalahCheckFacts *facts;
  RisalahConnection *connection; /* while the library is read */
  GHashTable *sources;           /* set of source uids that are known already */
  GHashTable *texts;             /* text uid → RisalahSourceText */
  GPtrArray *suggested;          /* (element-type RisalahEvent): events not yet reviewed */
  char *other;                   /* (nullable): the other version of a translation pair, as XHTML */
} Gathering;

typedef struct
{
  gint64 brief;
  int n_problems;
} BriefNote;

/* All reprints of one text have the same origin: the uid of its earliest member. */
static char *
dup_origin (RisalahConnection *connection, const RisalahSource *source)
{
  g_autoptr (GArray) group = NULL;
  g_autoptr (RisalahSource) origin = NULL;

  if (source->reprint_group == 0)
    return NULL;
  group = risalah_reprints_get_group (connection, source->id, NULL);
  if (group == NULL || group->len == 0)
    return NULL;
  origin = risalah_sources_get (connection, g_array_index (group, gint64, 0), NULL);
  return origin != NULL ? g_strdup (origin->uid) : NULL;
}

static void
add_source (Gathering *gathering, const char *uid)
{
  gint64 id;
  g_autoptr (RisalahSource) source = NULL;
  g_autofree char *origin = NULL;
  RisalahSourceFacts facts = { NULL };

  if (!g_hash_table_add (gathering->sources, g_strdup (uid)))
    return;
  id = risalah_sources_find_uid (gathering->connection, uid, NULL);
  source = id > 0 ? risalah_sources_get (gathering->connection, id, NULL) : NULL;
  if (source == NULL)
    return;
  origin = dup_origin (gathering->connection, source);
  facts.uid = source->uid;
  facts.title = source->metadata[RISALAH_METADATA_TITLE];
  facts.publisher = source->metadata[RISALAH_METADATA_PUBLISHER];
  facts.published = source->metadata[RISALAH_METADATA_PUBLISHED];
  facts.published_day = source->has_latest ? source->latest : 0;
  facts.grade = source->reliability;
  facts.origin = origin;
  facts.n_words = source->words;
  risalah_check_facts_add_source (gathering->facts, &facts);
}

static RisalahSourceText *
get_text (Gathering *gathering, const char *uid)
{
  RisalahSourceText *text;

  if (uid == NULL)
    return NULL;
  text = g_hash_table_lookup (gathering->texts, uid);
  if (text == NULL)
    {
      text = risalah_source_texts_get_by_uid (gathering->connection, uid, NULL);
      if (text != NULL)
        g_hash_table_insert (gathering->texts, g_strdup (uid), text);
    }
  return text;
}

static void
add_quotation (Gathering *gathering, const RisalahQuotation *quotation)
{
  RisalahSourceText *text = get_text (gathering, quotation->text_uid);

  add_source (gathering, quotation->source_uid);
  risalah_check_facts_add_verdict (gathering->facts, quotation->uid,
                                   risalah_quotation_verify (quotation,
                                                             text != NULL ? text->text : NULL,
                                                             NULL));
}

/* A passage that only supports events nobody has reviewed yet. */
static void
add_suggested (Gathering *gathering, const RisalahCitationAtom *citation, gint64 text)
{
  for (guint i = 0; i < gathering->suggested->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (gathering->suggested, i);

      for (guint j = 0; j < event->evidence->len; j++)
        {
          const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, j);

          if (evidence->text == text && evidence->start < citation->end
              && citation->start < evidence->end)
            {
              risalah_check_facts_add_suggested (gathering->facts, citation->id, event->uid,
                                                 event->title);
              return;
            }
        }
    }
}

static void
add_citation (Gathering *gathering, const RisalahCitationAtom *citation)
{
  RisalahSourceText *text = get_text (gathering, citation->text_uid);
  g_autofree char *passage = NULL;

  add_source (gathering, citation->source_uid);
  if (text == NULL || citation->start < 0 || citation->end > text->n_characters)
    return;
  passage = g_utf8_substring (text->text, citation->start, citation->end);
  risalah_check_facts_add_passage (gathering->facts, citation->id, passage);
  if (citation->quotation_uid == NULL)
    add_suggested (gathering, citation, text->id);
}

static gboolean
note_mark_cb (RisalahDocument *document,
              const RisalahPosition *at,
              const RisalahMark *mark,
              gpointer user_data)
{
  if (mark->kind == RISALAH_MARK_QUOTATION)
    add_quotation (user_data, risalah_quotation_use_get_quotation (mark->quotation));
  else if (mark->kind == RISALAH_MARK_CITATION)
    add_citation (user_data, mark->citation);
  return TRUE;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

static gboolean
note_cited_cb (RisalahDocument *document,
               const RisalahPosition *at,
               const RisalahMark *mark,
               gpointer user_data)
{
  if (mark->kind == RISALAH_MARK_CITATION)
    g_hash_table_add (user_data, mark->citation->source_uid);
  return TRUE;
}

/* The numbers of the sources that the document cites, sorted. */
static GArray *
list_cited (RisalahConnection *connection, RisalahDocument *document)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer uid;

  risalah_document_foreach_mark (document, note_cited_cb, uids);
  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      gint64 id = risalah_sources_find_uid (connection, uid, NULL);

      if (id > 0)
        g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

/* The brief that @document is marked as the other-language version of, NULL where it is of none,
 * or of one that is no longer there. */
static char *
dup_other_version (RisalahConnection *connection, RisalahDocument *document)
{
  const char *uid = risalah_document_get_field (document, RISALAH_DOCUMENT_TRANSLATION_PAIR);
  gint64 id = *uid != '\0' ? risalah_briefs_find_uid (connection, uid, NULL) : 0;
  g_autoptr (RisalahBriefRecord) record = id > 0 ? risalah_briefs_get (connection, id, NULL) : NULL;

  return record != NULL ? g_strdup (record->body) : NULL;
}

static gboolean
gather_in_transaction (RisalahConnection *connection,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Gathering *gathering = data;
  g_autoptr (GArray) cited = list_cited (connection, gathering->document);
  const RisalahEventFilter filter = { .review = 1u << RISALAH_REVIEW_SUGGESTED, .sources = cited };
  g_autoptr (GArray) ids = risalah_events_list (connection, &filter, error);

  if (ids == NULL)
    return FALSE;
  gathering->suggested =
      risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE, error);
  if (gathering->suggested == NULL)
    return FALSE;
  gathering->connection = connection;
  gathering->other = dup_other_version (connection, gathering->document);
  risalah_document_foreach_mark (gathering->document, note_mark_cb, gathering);
  return TRUE;
}

static gint
today_as_day (RisalahSession *self)
{
  gint64 earliest = 0, latest;
  gboolean has_earliest, has_latest;

  risalah_edtf_get_bounds (risalah_session_get_today (self), &earliest, &has_earliest, &latest,
                           &has_latest, NULL);
  return earliest;
}

static RisalahCheckFacts *
gather (RisalahSession *self, RisalahDocument *document, char **other, GError **error)
{
  g_autoptr (RisalahCheckFacts) facts = risalah_check_facts_new (today_as_day (self));
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify)risalah_source_text_unref);
  g_autoptr (GPtrArray) suggested = NULL;
  Gathering gathering = { document, facts, NULL, sources, texts, NULL, NULL };
  gboolean gathered =
      risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_SEARCH,
                                 gather_in_transaction, &gathering, NULL, error);

  suggested = gathering.suggested;
  *other = gathering.other;
  return gathered ? g_steal_pointer (&facts) : NULL;
}

/* Adds what the two versions of a translation pair have one without the other. */
static void
compare_pair (RisalahDocument *document,
              const char *other,
              const RisalahCheckFacts *facts,
              GPtrArray *findings)
{
  g_autoptr (RisalahDocument) version = risalah_document_from_xhtml (other, -1, NULL);

  if (version != NULL)
    g_ptr_array_extend_and_steal (findings, risalah_check_pair (document, version, facts));
}

static gpointer
check_work (RisalahSession *self, gpointer data, GError **error)
{
  RisalahDocument *document = data;
  const char *language = risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE);
  RisalahTemplates *templates = risalah_session_get_templates (self);
  g_autoptr (RisalahTerms) terms =
      risalah_session_get_terms (self, *language != '\0' ? language : "id", error);
  g_autoptr (RisalahCheckFacts) facts = NULL;
  g_autofree char *other = NULL;
  GPtrArray *findings;

  if (terms == NULL)
    return NULL;
  facts = gather (self, document, &other, error);
  if (facts == NULL)
    return NULL;
  risalah_check_facts_set_lexicon (facts, risalah_session_get_lexicon (self));
  risalah_check_facts_set_template (
      facts, templates,
      risalah_templates_find (templates,
                              risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE)),
      terms);
  findings = risalah_check_document (document, facts);
  if (other != NULL)
    compare_pair (document, other, facts, findings);
  return findings;
}

static gboolean
note_problems_in_transaction (RisalahConnection *connection,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error)
{
  const BriefNote *note = data;

  return risalah_briefs_set_problems (connection, note->brief, note->n_problems, error);
}

/**
 * risalah_session_check_document:
 * @self: a session
 * @document: a brief's document
 *
 * Runs every rule of the check. Blocks.
 *
 * Returns: (transfer full) (element-type RisalahFinding): what was found, or %NULL with an error
 */
GPtrArray *
risalah_session_check_document (RisalahSession *self, RisalahDocument *document, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);
  return check_work (self, document, error);
}

/**
 * risalah_session_check_document_async:
 * @self: a session
 * @document: a brief's document
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_check_document() on a worker thread.
 */
void
risalah_session_check_document_async (RisalahSession *self,
                                      RisalahDocument *document,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL);
  risalah_session_run_async (self, risalah_session_check_document_async, check_work,
                             risalah_document_ref (document),
                             (GDestroyNotify)risalah_document_unref,
                             (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * risalah_session_check_document_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type RisalahFinding): what was found, or %NULL with an error
 */
GPtrArray *
risalah_session_check_document_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_check_document_async, result, error);
}

/**
 * risalah_session_check_brief:
 * @self: a session
 * @brief: a brief's number in the library
 *
 * Checks a stored brief, and stores how many problems it has, notes aside. Blocks.
 *
 * Returns: (transfer full) (element-type RisalahFinding): what was found, or %NULL with an error
 */
GPtrArray *
risalah_session_check_brief (RisalahSession *self, gint64 brief, GError **error)
{
  g_autoptr (RisalahOpenBrief) open = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  BriefNote note = { .brief = brief };

  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  open = risalah_session_open_brief (self, brief, error);
  if (open == NULL)
    return NULL;
  findings = risalah_session_check_document (self, risalah_open_brief_get_document (open), error);
  if (findings == NULL)
    return NULL;
  for (guint i = 0; i < findings->len; i++)
    if (((RisalahFinding *)g_ptr_array_index (findings, i))->severity != RISALAH_SEVERITY_NOTE)
      note.n_problems++;
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   note_problems_in_transaction, &note, NULL, error))
    return NULL;
  return g_steal_pointer (&findings);
}
