/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each keystroke cancels the search before it. While words are typed only the newest matches are
 * ranked; when the analyst pauses, the same query is run once more in full. What other acts change
 * in the library shows up as a difference in the same list. */

#include "risalah-source-search.h"

#include "risalah-messages.h"
#include "risalah-source-rows.h"

#define PAUSE_MS 400

struct _RisalahSourceSearch
{
  GObject parent_instance;

  RisalahLibrary *library;
  RisalahLazyList *list;
  char *text;
  GPtrArray *filters[RISALAH_FIELD_N]; /* NULL-terminated */
  RisalahSort sort;

  GCancellable *running;
  RisalahQuery *query; /* of the rows that are shown */
  RisalahSearchResult *result;
  gint64 n_sources;
  GError *error;
  guint pause;
};

/* A search on its way to the library's thread and back. */
typedef struct
{
  char *text;
  GPtrArray *filters[RISALAH_FIELD_N];
  RisalahSort sort;
  RisalahSearchFlags flags;
  gboolean is_update;
  RisalahSearchResult *result;
  gint64 n_sources;
} Search;

enum
{
  CHANGING,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahSourceSearch, risalah_source_search, G_TYPE_OBJECT)

static GPtrArray *
strings_new (void)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (strings, NULL);
  return strings;
}

static GPtrArray *
strings_copy (GPtrArray *strings)
{
  return g_ptr_array_copy (strings, (GCopyFunc)(void (*) (void))g_strdup, NULL);
}

static void
load_rows_cb (RisalahLazyList *list, const gint64 *ids, guint n_ids, gpointer data)
{
  RisalahSourceSearch *self = data;

  risalah_source_rows_load_async (self->library, self->query, list, ids, n_ids);
}

/* --- searching --------------------------------------------------------------------------- */

static void
search_free (gpointer data)
{
  Search *search = data;

  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    g_ptr_array_unref (search->filters[i]);
  g_clear_pointer (&search->result, risalah_search_result_unref);
  g_free (search->text);
  g_free (search);
}

static gboolean
run_search (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  g_autoptr (RisalahQuery) query = NULL;

  query = risalah_query_parse (search->text, !(search->flags & RISALAH_SEARCH_COMPLETE), error);
  if (query == NULL)
    return FALSE;
  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    for (guint i = 0; i + 1 < search->filters[field]->len; i++)
      if (!risalah_query_add_filter (query, field, g_ptr_array_index (search->filters[field], i),
                                     FALSE, error))
        return FALSE;
  search->n_sources = risalah_sources_count (connection, error);
  if (search->n_sources < 0)
    return FALSE;
  search->result =
      risalah_search_run (connection, query, search->sort, search->flags, cancellable, error);
  return search->result != NULL;
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahSourceSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  Search *search = risalah_library_get_job_data (result);
  gboolean found = risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error);

  if (!found && risalah_messages_was_cancelled (error))
    return;
  g_clear_error (&self->error);
  g_clear_object (&self->running);
  if (!found)
    self->error = g_steal_pointer (&error);
  else
    {
      g_clear_pointer (&self->result, risalah_search_result_unref);
      g_clear_pointer (&self->query, risalah_query_unref);
      self->result = g_steal_pointer (&search->result);
      self->query = risalah_query_ref (self->result->query);
      self->n_sources = search->n_sources;
      g_signal_emit (self, signals[CHANGING], 0);
      if (search->is_update)
        risalah_lazy_list_update (self->list, self->result->ids);
      else
        risalah_lazy_list_replace (self->list, self->result->ids);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_search (RisalahSourceSearch *self, gboolean is_typing, gboolean is_update)
{
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();

  search->text = g_strdup (self->text);
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    search->filters[i] = strings_copy (self->filters[i]);
  search->sort = self->sort;
  search->flags = RISALAH_SEARCH_FACETS | (is_typing ? 0 : RISALAH_SEARCH_COMPLETE);
  search->is_update = is_update;
  risalah_library_read_async (self->library, RISALAH_LANE_SEARCH, run_search, search, search_free,
                              self->running, searched_cb, g_object_ref (self));
}

static void
sources_changed_cb (RisalahSourceSearch *self)
{
  start_search (self, FALSE, TRUE);
}

static gboolean
paused_cb (gpointer user_data)
{
  RisalahSourceSearch *self = user_data;

  self->pause = 0;
  start_search (self, FALSE, TRUE);
  return G_SOURCE_REMOVE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
risalah_source_search_dispose (GObject *object)
{
  RisalahSourceSearch *self = RISALAH_SOURCE_SEARCH (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->list != NULL)
    risalah_lazy_list_replace (self->list, NULL);

  G_OBJECT_CLASS (risalah_source_search_parent_class)->dispose (object);
}

static void
risalah_source_search_finalize (GObject *object)
{
  RisalahSourceSearch *self = RISALAH_SOURCE_SEARCH (object);

  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    g_clear_pointer (&self->filters[i], g_ptr_array_unref);
  g_clear_pointer (&self->result, risalah_search_result_unref);
  g_clear_pointer (&self->query, risalah_query_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_error (&self->error);
  g_clear_object (&self->list);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (risalah_source_search_parent_class)->finalize (object);
}

static void
risalah_source_search_class_init (RisalahSourceSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = risalah_source_search_dispose;
  object_class->finalize = risalah_source_search_finalize;

  /**
   * RisalahSourceSearch::changing:
   *
   * The list is about to change.
   */
  signals[CHANGING] = g_signal_new ("changing", RISALAH_TYPE_SOURCE_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RisalahSourceSearch::changed:
   *
   * Another result stands, or an error instead of one.
   */
  signals[CHANGED] = g_signal_new ("changed", RISALAH_TYPE_SOURCE_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
risalah_source_search_init (RisalahSourceSearch *self)
{
  self->text = g_strdup ("");
  self->sort = RISALAH_SORT_PUBLISHED;
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    self->filters[i] = strings_new ();
}

/**
 * risalah_source_search_new:
 * @library: the library
 *
 * Returns: (transfer full): a search for everything, already under way
 */
RisalahSourceSearch *
risalah_source_search_new (RisalahLibrary *library)
{
  RisalahSourceSearch *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);

  self = g_object_new (RISALAH_TYPE_SOURCE_SEARCH, NULL);
  self->library = g_object_ref (library);
  self->list = risalah_lazy_list_new (load_rows_cb, self, risalah_source_row_free);
  g_signal_connect_object (library, "sources-changed", G_CALLBACK (sources_changed_cb), self,
                           G_CONNECT_SWAPPED);
  start_search (self, FALSE, FALSE);
  return self;
}

/**
 * risalah_source_search_get_list:
 * @self: a search
 *
 * Returns: (transfer none): what was found; its rows are #RisalahSourceRow
 */
RisalahLazyList *
risalah_source_search_get_list (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), NULL);
  return self->list;
}

/**
 * risalah_source_search_set_text:
 * @self: a search
 * @text: what is typed
 */
void
risalah_source_search_set_text (RisalahSourceSearch *self, const char *text)
{
  g_return_if_fail (RISALAH_IS_SOURCE_SEARCH (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  start_search (self, TRUE, FALSE);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/**
 * risalah_source_search_get_text:
 * @self: a search
 *
 * Returns: (transfer none): what is typed
 */
const char *
risalah_source_search_get_text (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), NULL);
  return self->text;
}

/**
 * risalah_source_search_set_sort:
 * @self: a search
 * @sort: the order
 */
void
risalah_source_search_set_sort (RisalahSourceSearch *self, RisalahSort sort)
{
  g_return_if_fail (RISALAH_IS_SOURCE_SEARCH (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  start_search (self, FALSE, FALSE);
}

static int
find_filter (RisalahSourceSearch *self, RisalahField field, const char *value)
{
  for (guint i = 0; i + 1 < self->filters[field]->len; i++)
    if (g_str_equal (g_ptr_array_index (self->filters[field], i), value))
      return i;
  return -1;
}

/**
 * risalah_source_search_set_filter:
 * @self: a search
 * @field: a field
 * @value: one of its values
 * @active: whether only sources with it are wanted
 */
void
risalah_source_search_set_filter (RisalahSourceSearch *self,
                                  RisalahField field,
                                  const char *value,
                                  gboolean active)
{
  int position;

  g_return_if_fail (RISALAH_IS_SOURCE_SEARCH (self));
  g_return_if_fail (field < RISALAH_FIELD_N && value != NULL);

  position = find_filter (self, field, value);
  if ((position >= 0) == !!active)
    return;
  if (active)
    g_ptr_array_insert (self->filters[field], self->filters[field]->len - 1, g_strdup (value));
  else
    g_ptr_array_remove_index (self->filters[field], position);
  start_search (self, FALSE, FALSE);
}

/**
 * risalah_source_search_has_filter:
 * @self: a search
 * @field: a field
 * @value: one of its values
 *
 * Returns: whether only sources with it are wanted
 */
gboolean
risalah_source_search_has_filter (RisalahSourceSearch *self, RisalahField field, const char *value)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), FALSE);
  return find_filter (self, field, value) >= 0;
}

/**
 * risalah_source_search_get_filters:
 * @self: a search
 * @field: a field
 *
 * Returns: (transfer none) (array zero-terminated=1): the values that are wanted
 */
const char *const *
risalah_source_search_get_filters (RisalahSourceSearch *self, RisalahField field)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), NULL);
  return (const char *const *)self->filters[field]->pdata;
}

/**
 * risalah_source_search_clear:
 * @self: a search
 *
 * Takes words and filters away.
 */
void
risalah_source_search_clear (RisalahSourceSearch *self)
{
  g_return_if_fail (RISALAH_IS_SOURCE_SEARCH (self));

  if (!risalah_source_search_is_narrowed (self))
    return;
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    g_ptr_array_set_size (self->filters[i], 0), g_ptr_array_add (self->filters[i], NULL);
  g_free (self->text);
  self->text = g_strdup ("");
  start_search (self, FALSE, FALSE);
}

/**
 * risalah_source_search_is_narrowed:
 * @self: a search
 *
 * Returns: whether anything less than everything is wanted
 */
gboolean
risalah_source_search_is_narrowed (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), FALSE);

  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    if (self->filters[i]->len > 1)
      return TRUE;
  return *self->text != '\0';
}

/**
 * risalah_source_search_is_settled:
 * @self: a search
 *
 * Returns: whether the last result is all of what is wanted now, with no other on its way
 */
gboolean
risalah_source_search_is_settled (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), FALSE);
  return self->running == NULL && self->pause == 0;
}

/**
 * risalah_source_search_get_result:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): the last result, %NULL before the first
 */
RisalahSearchResult *
risalah_source_search_get_result (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), NULL);
  return self->result;
}

/**
 * risalah_source_search_get_n_sources:
 * @self: a search
 *
 * Returns: how many sources the library has
 */
gint64
risalah_source_search_get_n_sources (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), 0);
  return self->n_sources;
}

/**
 * risalah_source_search_get_error:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): why the last search found nothing
 */
const GError *
risalah_source_search_get_error (RisalahSourceSearch *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (self), NULL);
  return self->error;
}
