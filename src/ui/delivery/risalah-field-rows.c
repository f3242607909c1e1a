/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the rows of a sheet and the fields of a document, by a table. */

#include "risalah-field-rows.h"

static AdwComboRow *
get_row (const RisalahFieldRow *row, gpointer sheet)
{
  return G_STRUCT_MEMBER (AdwComboRow *, sheet, row->row);
}

/**
 * risalah_field_rows_set_up:
 * @rows: a table of rows
 * @n_rows: how many
 * @sheet: the sheet that has them
 *
 * Puts into each row what can be chosen there.
 */
void
risalah_field_rows_set_up (const RisalahFieldRow *rows, guint n_rows, gpointer sheet)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GListModel) labels = risalah_options_create_model (rows[i].options);

      adw_combo_row_set_model (get_row (&rows[i], sheet), labels);
    }
}

/**
 * risalah_field_rows_fill:
 * @rows: a table of rows
 * @n_rows: how many
 * @sheet: the sheet that has them
 * @document: a document
 *
 * Selects in each row what the document says.
 */
void
risalah_field_rows_fill (const RisalahFieldRow *rows,
                         guint n_rows,
                         gpointer sheet,
                         RisalahDocument *document)
{
  for (guint i = 0; i < n_rows; i++)
    adw_combo_row_set_selected (
        get_row (&rows[i], sheet),
        risalah_options_find (rows[i].options,
                              risalah_document_get_field (document, rows[i].field)));
}

/**
 * risalah_field_rows_set:
 * @document: (transfer full): a document
 * @field: a field
 * @value: what it is to be
 *
 * Returns: (transfer full): the document with that field
 */
RisalahDocument *
risalah_field_rows_set (RisalahDocument *document, RisalahDocumentField field, const char *value)
{
  RisalahDocument *changed;

  g_return_val_if_fail (document != NULL && value != NULL, document);

  if (g_str_equal (risalah_document_get_field (document, field), value))
    return document;
  changed = risalah_document_with_field (document, field, value);
  risalah_document_unref (document);
  return changed;
}

/**
 * risalah_field_rows_read:
 * @rows: a table of rows
 * @n_rows: how many
 * @sheet: the sheet that has them
 * @document: (transfer full): a document
 *
 * What nobody touched stays as it is, said or not.
 *
 * Returns: (transfer full): the document as the rows say
 */
RisalahDocument *
risalah_field_rows_read (const RisalahFieldRow *rows,
                         guint n_rows,
                         gpointer sheet,
                         RisalahDocument *document)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const char *value = risalah_document_get_field (document, rows[i].field);
      guint selected = adw_combo_row_get_selected (get_row (&rows[i], sheet));

      if (selected != risalah_options_find (rows[i].options, value))
        document
            = risalah_field_rows_set (document, rows[i].field, rows[i].options[selected].value);
    }
  return document;
}
