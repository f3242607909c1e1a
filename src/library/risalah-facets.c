/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a source's facets: one place for those that are counted in the library's own table
 * and those that a search counts. */

#include "risalah-facets-private.h"

#include <string.h>

#include "risalah-edtf.h"

enum
{
  COLUMN_ID,
  COLUMN_EARLIEST,
  COLUMN_PUBLISHER,
  COLUMN_RELIABILITY,
  COLUMN_LANGUAGE,
  COLUMN_TYPE,
  COLUMN_COUNTRIES,
  COLUMN_KINDS,
  COLUMN_TOPICS,
};

static void
tell_one (RisalahStatement *row,
          int column,
          RisalahField field,
          RisalahFacetFunc func,
          gpointer data)
{
  const char *value = risalah_statement_get_text (row, column, NULL);

  func (field, value != NULL && *value != '\0' ? value : RISALAH_FACET_NONE, data);
}

/* Keys between blanks: " PK TR ". */
static void
tell_each (RisalahStatement *row,
           int column,
           RisalahField field,
           RisalahFacetFunc func,
           gpointer data)
{
  const char *at = risalah_statement_get_text (row, column, NULL);

  while (at != NULL && *at != '\0')
    {
      gsize length = strcspn (at, " ");

      if (length > 0)
        {
          g_autofree char *key = g_strndup (at, length);
          func (field, key, data);
        }
      at += length;
      at += strspn (at, " ");
    }
}

/**
 * risalah_facets_for_each:
 * @row: a statement at a row that begins with %RISALAH_FACET_COLUMNS
 * @func: called for each value
 * @data: for @func
 */
void
risalah_facets_for_each (RisalahStatement *row, RisalahFacetFunc func, gpointer data)
{
  char year[24] = RISALAH_FACET_NONE;

  if (!risalah_statement_is_null (row, COLUMN_EARLIEST))
    {
      gint64 number;
      int month, day;

      risalah_day_to_date (risalah_statement_get_int64 (row, COLUMN_EARLIEST), &number, &month,
                           &day);
      g_snprintf (year, sizeof year, "%" G_GINT64_FORMAT, number);
    }
  func (RISALAH_FIELD_DATE, year, data);
  tell_one (row, COLUMN_PUBLISHER, RISALAH_FIELD_PUBLISHER, func, data);
  tell_one (row, COLUMN_RELIABILITY, RISALAH_FIELD_GRADE, func, data);
  tell_one (row, COLUMN_LANGUAGE, RISALAH_FIELD_LANGUAGE, func, data);
  tell_one (row, COLUMN_TYPE, RISALAH_FIELD_TYPE, func, data);
  tell_each (row, COLUMN_COUNTRIES, RISALAH_FIELD_COUNTRY, func, data);
  tell_each (row, COLUMN_KINDS, RISALAH_FIELD_KIND, func, data);
  tell_each (row, COLUMN_TOPICS, RISALAH_FIELD_TOPIC, func, data);
}

static gboolean
tell_names (RisalahConnection *connection,
            const char *sql,
            gint64 source,
            RisalahField field,
            RisalahFacetFunc func,
            gpointer data,
            GError **error)
{
  g_autoptr (RisalahStatement) names =
      risalah_connection_query (connection, error, sql, "i", source);
  RisalahStep step;

  if (names == NULL)
    return FALSE;
  while ((step = risalah_statement_step (names, error)) == RISALAH_STEP_ROW)
    func (field, risalah_statement_get_text (names, 0, NULL), data);
  return step == RISALAH_STEP_DONE;
}

/**
 * risalah_facets_for_each_shelf:
 * @connection: a connection
 * @source: a source
 * @func: called for each of its tags and dossiers
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
risalah_facets_for_each_shelf (RisalahConnection *connection,
                               gint64 source,
                               RisalahFacetFunc func,
                               gpointer data,
                               GError **error)
{
  return tell_names (connection,
                     "SELECT t.name FROM source_tag st JOIN tag t ON t.id = st.tag"
                     " WHERE st.source = ? ORDER BY t.folded",
                     source, RISALAH_FIELD_TAG, func, data, error)
         && tell_names (connection,
                        "SELECT d.name FROM dossier_source ds JOIN dossier d ON d.id = ds.dossier"
                        " WHERE ds.source = ? AND d.deleted_at IS NULL ORDER BY d.folded",
                        source, RISALAH_FIELD_DOSSIER, func, data, error);
}
