/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events are wanted and in which order: constant parts of SQL, put together by what a filter
 * asks; every value is bound. */

#include "risalah-event-filter.h"

#include <string.h>

#include "risalah-events-private.h"

/**
 * risalah_event_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a copy with arrays and words of its own
 */
RisalahEventFilter *
risalah_event_filter_copy (const RisalahEventFilter *self)
{
  RisalahEventFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->countries = g_strdup (self->countries);
  copy->kinds = g_strdup (self->kinds);
  copy->sources = self->sources != NULL ? g_array_copy (self->sources) : NULL;
  return copy;
}

/**
 * risalah_event_filter_free:
 * @self: (transfer full) (nullable): a copy
 */
void
risalah_event_filter_free (RisalahEventFilter *self)
{
  if (self == NULL)
    return;
  g_free ((char *)self->countries);
  g_free ((char *)self->kinds);
  g_clear_pointer (&self->sources, g_array_unref);
  g_free (self);
}

#define OF_SOURCES                                                                                 \
  " FROM evidence e JOIN source_text t ON t.id = e.source_text JOIN source s ON s.id = t.source"   \
  " WHERE e.event = v.id AND e.deleted_at IS NULL"

static void
add_conditions (GString *sql, const RisalahEventFilter *filter)
{
  if (filter->review != 0)
    g_string_append (sql, " AND (?1 >> CASE v.review WHEN 'suggested' THEN 0 WHEN 'accepted' THEN 1"
                          " ELSE 2 END) & 1");
  if (filter->status != 0)
    g_string_append (sql, " AND (?2 >> CASE v.status WHEN 'held' THEN 0 WHEN 'planned' THEN 1"
                          " WHEN 'proposed' THEN 2 ELSE 3 END) & 1");
  if (filter->has_from)
    g_string_append (sql, " AND (v.earliest IS NOT NULL OR v.latest IS NOT NULL)"
                          " AND coalesce (v.latest, 9223372036854775807) >= ?3");
  if (filter->has_to)
    g_string_append (sql, " AND (v.earliest IS NOT NULL OR v.latest IS NOT NULL)"
                          " AND coalesce (v.earliest, -9223372036854775807) <= ?4");
  if (filter->dated > 0)
    g_string_append (sql, " AND (v.earliest IS NOT NULL OR v.latest IS NOT NULL)");
  if (filter->dated < 0)
    g_string_append (sql, " AND v.earliest IS NULL AND v.latest IS NULL");
  if (filter->kinds != NULL)
    g_string_append (sql, " AND instr (' ' || ?8 || ' ', ' ' || v.kind || ' ') > 0");
  if (!filter->with_talk)
    g_string_append (sql, " AND v.is_talk = 0");
}

/* What other tables say of the event. */
static void
add_joined_conditions (GString *sql, const RisalahEventFilter *filter)
{
  if (filter->source != 0)
    g_string_append (sql, " AND EXISTS (SELECT 1" OF_SOURCES " AND t.source = ?5)");
  if (filter->dossier != 0)
    g_string_append (sql, " AND EXISTS (SELECT 1" OF_SOURCES " AND t.source IN"
                          " (SELECT d.source FROM dossier_source d WHERE d.dossier = ?6))");
  if (filter->sources != NULL)
    g_string_append (sql, " AND EXISTS (SELECT 1" OF_SOURCES " AND t.source IN"
                          " (SELECT value FROM json_each (?10)))");
  if (filter->countries != NULL)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM event_party p WHERE p.event = v.id"
                          " AND instr (' ' || ?7 || ' ', ' ' || p.key || ' ') > 0)");
  if (filter->min_credibility != 0)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM evidence e WHERE e.event = v.id"
                          " AND e.deleted_at IS NULL AND e.credibility <= ?9)");
  /* Groups of reprints and sources alone are numbered apart. */
  if (filter->min_origins > 0)
    g_string_append (sql,
                     " AND (SELECT count (DISTINCT coalesce (s.reprint_group, -s.id))" OF_SOURCES
                     " AND s.deleted_at IS NULL) >= ?11");
  /* Evidence of nothing but deleted sources holds up no suggestion. */
  g_string_append (sql, " AND (v.review <> 'suggested' OR EXISTS (SELECT 1" OF_SOURCES
                        " AND s.deleted_at IS NULL))");
}

#define BY_DATE "coalesce (v.earliest, v.latest)"
#define ARTICLE "(SELECT min (t.source)" OF_SOURCES " AND s.deleted_at IS NULL)"
/* Of all its events, so that an article stays where it is while its events are decided. */
#define SUREST_OF_ARTICLE                                                                          \
  "(SELECT max (o.score) FROM source_text ot JOIN evidence oe ON oe.source_text = ot.id"           \
  " JOIN event o ON o.id = oe.event WHERE ot.source = " ARTICLE ")"

static void
add_order (GString *sql, const RisalahEventFilter *filter)
{
  static const char *const keys[] = {
    [RISALAH_EVENT_SORT_DATE] = BY_DATE,
    [RISALAH_EVENT_SORT_TITLE] = "v.title COLLATE risalah_titles",
    [RISALAH_EVENT_SORT_KIND] = "v.kind",
    [RISALAH_EVENT_SORT_PARTIES] = "(SELECT group_concat (p.key) FROM (SELECT key FROM event_party"
                                   " WHERE event = v.id ORDER BY key) p)",
    [RISALAH_EVENT_SORT_STATUS] = "CASE v.status WHEN 'held' THEN 0 WHEN 'planned' THEN 1"
                                  " WHEN 'proposed' THEN 2 ELSE 3 END",
    [RISALAH_EVENT_SORT_REVIEW] = "CASE v.review WHEN 'suggested' THEN 0 WHEN 'accepted' THEN 1"
                                  " ELSE 2 END",
    [RISALAH_EVENT_SORT_ORIGINS] =
        "(SELECT count (DISTINCT coalesce (s.reprint_group, -s.id))" OF_SOURCES
        " AND s.deleted_at IS NULL)",
    [RISALAH_EVENT_SORT_ARTICLE] = NULL,
  };
  const char *direction = filter->descending ? " DESC" : "";

  if (filter->sort == RISALAH_EVENT_SORT_ARTICLE)
    g_string_append (sql, " ORDER BY " SUREST_OF_ARTICLE " DESC, " ARTICLE ", v.score DESC, v.id");
  else
    g_string_append_printf (sql, " ORDER BY %s%s%s, " BY_DATE " IS NULL, " BY_DATE "%s, v.id",
                            filter->sort == RISALAH_EVENT_SORT_DATE ? BY_DATE " IS NULL, " : "",
                            keys[filter->sort], direction, direction);
}

/* "[1,2,3]": how a list of numbers is bound as one value. */
static char *
dup_numbers (const GArray *numbers)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (numbers, gint64, i));
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/**
 * risalah_events_list:
 * @connection: a connection
 * @filter: (nullable): which ones and in which order, %NULL for all but talk by date
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the events
 */
GArray *
risalah_events_list (RisalahConnection *connection,
                     const RisalahEventFilter *filter,
                     GError **error)
{
  static const RisalahEventFilter all = { 0 };
  g_autoptr (GString) sql = g_string_new ("SELECT v.id FROM event v WHERE v.deleted_at IS NULL"
                                          " AND v.merged_into IS NULL");
  g_autofree char *sources = NULL;
  g_autoptr (RisalahStatement) rows = NULL;

  if (filter == NULL)
    filter = &all;
  add_conditions (sql, filter);
  add_joined_conditions (sql, filter);
  /* So that every value has its place in every query. */
  g_string_append (sql, " AND ?11 >= 0");
  add_order (sql, filter);
  sources = dup_numbers (filter->sources);
  rows = risalah_connection_query (connection, error, sql->str, "iiiiiittiti",
                                   (gint64)filter->review, (gint64)filter->status, filter->from,
                                   filter->to, filter->source, filter->dossier, filter->countries,
                                   filter->kinds, (gint64)filter->min_credibility, sources,
                                   (gint64)filter->min_origins);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}

/**
 * risalah_events_get_articles:
 * @connection: a connection
 * @ids: (element-type gint64): events
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): for each of them the source that
 *   RISALAH_EVENT_SORT_ARTICLE puts it under, 0 where it has none
 */
GArray *
risalah_events_get_articles (RisalahConnection *connection, const GArray *ids, GError **error)
{
  g_autoptr (GArray) articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 article;

      if (!risalah_connection_read_int64 (connection, &article, error,
                                          "SELECT " ARTICLE " FROM event v WHERE v.id = ?", "i",
                                          g_array_index (ids, gint64, i)))
        return NULL;
      g_array_append_val (articles, article);
    }
  return g_steal_pointer (&articles);
}

/**
 * risalah_events_find_similar:
 * @connection: a connection
 * @id: an event
 * @limit: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): what it might be merged into: events
 * of the same kind, or with the very same parties, that share a party and whose days overlap, or of
 *   which one has no day; those that share most first, then accepted ones
 */
GArray *
risalah_events_find_similar (RisalahConnection *connection, gint64 id, guint limit, GError **error)
{
  g_autoptr (RisalahStatement) rows = risalah_connection_query (
      connection, error,
      "SELECT o.id FROM event v JOIN event_party p ON p.event = v.id"
      " JOIN event_party q ON q.key = p.key AND q.kind = p.kind AND q.event <> v.id"
      " JOIN event o ON o.id = q.event"
      " WHERE v.id = ?1 AND o.deleted_at IS NULL AND o.merged_into IS NULL"
      " AND o.review <> 'rejected' AND o.is_talk = v.is_talk"
      " AND (v.earliest IS NULL OR o.latest IS NULL OR v.earliest <= o.latest + 3)"
      " AND (o.earliest IS NULL OR v.latest IS NULL OR o.earliest <= v.latest + 3)"
      " GROUP BY o.id"
      " HAVING o.kind = v.kind OR count (*) = (SELECT count (*) FROM event_party"
      "   WHERE event = v.id)"
      " ORDER BY (o.kind = v.kind) DESC, count (*) DESC,"
      " (o.earliest IS NOT NULL AND v.earliest IS NOT NULL) DESC,"
      " (o.review = 'accepted') DESC, o.id LIMIT ?2",
      "ii", id, (gint64)limit);
  return rows != NULL ? risalah_connection_read_ids (rows, error) : NULL;
}
