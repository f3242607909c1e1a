/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters over the columns in memory. */

#include "risalah-filters-private.h"

#include <string.h>

#include "risalah-edtf.h"
#include "risalah-facets-private.h"
#include "risalah-sources-private.h"

/* Days that a source's publication must touch, one of several. */
typedef struct
{
  RisalahField field;
  gboolean none; /* of those without a date */
  gint64 earliest;
  gint64 latest;
} Days;

struct _RisalahFilters
{
  RisalahColumns *columns;
  gboolean active;
  /* Per field: of each value whether it is asked for; NULL where none is. The second: excluded. */
  guint8 *wanted[RISALAH_FIELD_N][2];
  GArray *days[2]; /* (element-type Days) */
};

static gboolean
is_value (RisalahField field, const char *known, const char *asked)
{
  g_autofree char *folded_known = NULL;
  g_autofree char *folded_asked = NULL;

  if (g_ascii_strcasecmp (known, asked) == 0)
    return TRUE;
  if (field != RISALAH_FIELD_PUBLISHER && field != RISALAH_FIELD_TAG
      && field != RISALAH_FIELD_DOSSIER)
    return FALSE;
  folded_known = risalah_fold_name (known);
  folded_asked = risalah_fold_name (asked);
  return field == RISALAH_FIELD_PUBLISHER ? strstr (folded_known, folded_asked) != NULL
                                          : strcmp (folded_known, folded_asked) == 0;
}

/* "Turki" is TR: a name of the vocabulary's table of countries, else what was typed. */
static const char *
find_country (const RisalahLexicon *lexicon, const char *asked)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "countries");
  g_autofree char *folded = risalah_fold_name (asked);

  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    {
      const char *name = risalah_table_get (table, i, 1);
      g_autofree char *known = name != NULL ? risalah_fold_name (name) : NULL;

      if (g_strcmp0 (known, folded) == 0)
        return risalah_table_get (table, i, 0);
    }
  return asked;
}

static guint8 *
make_wanted (RisalahColumns *columns,
             const RisalahLexicon *lexicon,
             RisalahField field,
             const char *const *asked)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  guint n = risalah_columns_get_n_values (columns, field);
  guint8 *wanted;

  if (asked[0] == NULL)
    return NULL;
  for (guint j = 0; asked[j] != NULL; j++)
    g_ptr_array_add (values, (gpointer)(field == RISALAH_FIELD_COUNTRY && strlen (asked[j]) > 2
                                            ? find_country (lexicon, asked[j])
                                            : asked[j]));
  wanted = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < values->len && !wanted[i]; j++)
      wanted[i] = is_value (field, risalah_columns_get_value (columns, field, i),
                            g_ptr_array_index (values, j));
  return wanted;
}

static void
add_days (GArray *days, RisalahField field, const char *const *asked)
{
  for (guint i = 0; asked[i] != NULL; i++)
    {
      Days range = { field, strcmp (asked[i], RISALAH_FACET_NONE) == 0, G_MININT64, G_MAXINT64 };
      gboolean has_earliest, has_latest;
      gint64 earliest, latest;

      if (!range.none
          && risalah_edtf_get_bounds (asked[i], &earliest, &has_earliest, &latest, &has_latest,
                                      NULL))
        {
          if (has_earliest && field != RISALAH_FIELD_BEFORE)
            range.earliest = earliest;
          if (has_latest && field != RISALAH_FIELD_AFTER)
            range.latest = latest;
        }
      g_array_append_val (days, range);
    }
}

/**
 * risalah_filters_new:
 * @columns: the columns, which must stay as they are
 * @lexicon: what knows countries by name
 * @query: a query
 *
 * Returns: (transfer full): its filters
 */
RisalahFilters *
risalah_filters_new (RisalahColumns *columns,
                     const RisalahLexicon *lexicon,
                     const RisalahQuery *query)
{
  RisalahFilters *self = g_new0 (RisalahFilters, 1);

  self->columns = columns;
  for (guint excluded = 0; excluded < 2; excluded++)
    {
      self->days[excluded] = g_array_new (FALSE, FALSE, sizeof (Days));
      for (guint field = 0; field < RISALAH_FIELD_N; field++)
        {
          const char *const *asked = risalah_query_get_filters (query, field, excluded);

          if (field == RISALAH_FIELD_AFTER || field == RISALAH_FIELD_BEFORE
              || field == RISALAH_FIELD_DATE)
            add_days (self->days[excluded], field, asked);
          else
            self->wanted[field][excluded] = make_wanted (columns, lexicon, field, asked);
          self->active = self->active || asked[0] != NULL;
        }
    }
  return self;
}

/**
 * risalah_filters_free:
 * @self: (transfer full): filters
 */
void
risalah_filters_free (RisalahFilters *self)
{
  for (guint excluded = 0; excluded < 2; excluded++)
    {
      g_array_unref (self->days[excluded]);
      for (guint field = 0; field < RISALAH_FIELD_N; field++)
        g_free (self->wanted[field][excluded]);
    }
  g_free (self);
}

static gboolean
touches (const RisalahColumnsRow *row, const Days *days)
{
  gboolean dated = row->earliest != G_MAXINT32 || row->latest != G_MININT32;

  if (days->none || !dated)
    return days->none && !dated;
  /* An open end reaches as far as it is asked for. */
  return (row->latest == G_MININT32 || row->latest >= days->earliest)
         && (row->earliest == G_MAXINT32 || row->earliest <= days->latest);
}

/* Of the ranges of one field one must be touched, of each field that has any. */
static gboolean
admit_days (const GArray *days, const RisalahColumnsRow *row)
{
  gboolean asked[RISALAH_FIELD_N] = { FALSE }, held[RISALAH_FIELD_N] = { FALSE };

  for (guint i = 0; i < days->len; i++)
    {
      const Days *range = &g_array_index (days, Days, i);

      asked[range->field] = TRUE;
      held[range->field] = held[range->field] || touches (row, range);
    }
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    if (asked[i] && !held[i])
      return FALSE;
  return TRUE;
}

/**
 * risalah_filters_admit:
 * @self: filters
 * @row: a source
 *
 * Returns: whether the source has what is asked for, and nothing of what is excluded
 */
gboolean
risalah_filters_admit (const RisalahFilters *self, const RisalahColumnsRow *row)
{
  const guint32 *codes;
  guint missing = 0;

  if (!self->active)
    return TRUE;
  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    if (self->wanted[field][0] != NULL)
      missing |= 1u << field;
  codes = risalah_columns_get_codes (self->columns, row);
  for (guint i = 0; i < row->n_codes; i++)
    {
      RisalahField field = RISALAH_CODE_FIELD (codes[i]);
      guint number = RISALAH_CODE_NUMBER (codes[i]);

      if (self->wanted[field][1] != NULL && self->wanted[field][1][number])
        return FALSE;
      if (self->wanted[field][0] != NULL && self->wanted[field][0][number])
        missing &= ~(1u << field);
    }
  if (missing != 0 || !admit_days (self->days[0], row))
    return FALSE;
  for (guint i = 0; i < self->days[1]->len; i++)
    if (touches (row, &g_array_index (self->days[1], Days, i)))
      return FALSE;
  return TRUE;
}
