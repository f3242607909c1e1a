/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what the list of sources shows of each: the source, and where the words were found in it.
 */

#include "risalah-source-rows.h"

typedef struct
{
  gint64 *ids;
  guint n_ids;
  RisalahQuery *query;
  GPtrArray *sources;
  GPtrArray *snippets;
} Load;

/**
 * risalah_source_row_free:
 * @data: (transfer full): a #RisalahSourceRow
 */
void
risalah_source_row_free (gpointer data)
{
  RisalahSourceRow *row = data;

  risalah_source_unref (row->source);
  g_clear_pointer (&row->snippet, risalah_snippet_free);
  g_free (row);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->sources, g_ptr_array_unref);
  g_clear_pointer (&load->snippets, g_ptr_array_unref);
  g_clear_pointer (&load->query, risalah_query_unref);
  g_free (load->ids);
  g_free (load);
}

static gboolean
load_rows (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->sources = risalah_sources_get_many (connection, load->ids, load->n_ids, error);
  if (load->sources == NULL)
    return FALSE;
  if (load->query == NULL || !risalah_query_has_words (load->query))
    return TRUE;
  load->snippets =
      risalah_search_get_snippets (connection, load->query, load->ids, load->n_ids, error);
  return load->snippets != NULL;
}

static RisalahSnippet *
steal_snippet (Load *load, gint64 source)
{
  for (guint i = 0; load->snippets != NULL && i < load->snippets->len; i++)
    {
      RisalahSnippet *snippet = g_ptr_array_index (load->snippets, i);

      if (snippet != NULL && snippet->source == source)
        return g_ptr_array_steal_index (load->snippets, i);
    }
  return NULL;
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahLazyList) list = user_data;
  g_autoptr (GError) error = NULL;
  Load *load = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    return;
  for (guint i = 0; i < load->sources->len; i++)
    {
      RisalahSource *found = g_ptr_array_index (load->sources, i);
      RisalahSourceRow *row = g_new0 (RisalahSourceRow, 1);

      row->source = risalah_source_ref (found);
      row->snippet = steal_snippet (load, found->id);
      risalah_lazy_list_take_row (list, found->id, row);
    }
}

/**
 * risalah_source_rows_load_async:
 * @library: the library
 * @query: (nullable): what was looked for
 * @list: the list that takes the rows, as #RisalahSourceRow
 * @ids: (array length=n_ids): whose rows are wanted
 * @n_ids: how many
 *
 * Hands the rows over to @list once they are read. One that cannot be read stays empty; the search
 * itself tells what is wrong.
 */
void
risalah_source_rows_load_async (RisalahLibrary *library,
                                RisalahQuery *query,
                                RisalahLazyList *list,
                                const gint64 *ids,
                                guint n_ids)
{
  Load *load;

  g_return_if_fail (RISALAH_IS_LIBRARY (library) && RISALAH_IS_LAZY_LIST (list));

  load = g_new0 (Load, 1);
  load->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  load->n_ids = n_ids;
  load->query = query != NULL ? risalah_query_ref (query) : NULL;
  risalah_library_read_async (library, RISALAH_LANE_ROWS, load_rows, load, load_free, NULL,
                              rows_loaded_cb, g_object_ref (list));
}
