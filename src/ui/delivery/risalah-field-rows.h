/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a sheet that each say one of a brief's fields. */
#pragma once

#include <adwaita.h>

#include "risalah-document.h"
#include "risalah-options.h"

G_BEGIN_DECLS

/**
 * RisalahFieldRow:
 * @field: the field
 * @options: what it can be
 * @row: offset of the #AdwComboRow's pointer in the sheet's structure
 *
 * A row in which a field is chosen.
 */
typedef struct
{
  RisalahDocumentField field;
  const RisalahOption *options;
  gsize row;
} RisalahFieldRow;

void             risalah_field_rows_set_up (const RisalahFieldRow *rows,
                                            guint                  n_rows,
                                            gpointer               sheet);
void             risalah_field_rows_fill   (const RisalahFieldRow *rows,
                                            guint                  n_rows,
                                            gpointer               sheet,
                                            RisalahDocument       *document);
RisalahDocument *risalah_field_rows_read   (const RisalahFieldRow *rows,
                                            guint                  n_rows,
                                            gpointer               sheet,
                                            RisalahDocument       *document);
RisalahDocument *risalah_field_rows_set    (RisalahDocument       *document,
                                            RisalahDocumentField   field,
                                            const char            *value);

G_END_DECLS
