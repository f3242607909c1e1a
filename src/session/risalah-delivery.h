/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document to what is printed: its sources as references, its quotations as exhibits, its
 * pictures and paragraph numbers, gathered from the library in one reading. */
#pragma once

#include "risalah-edition.h"
#include "risalah-export.h"
#include "risalah-session.h"

G_BEGIN_DECLS

/**
 * RisalahFormat:
 *
 * What a brief can be exported as.
 */
typedef enum
{
  RISALAH_FORMAT_PDF,
  RISALAH_FORMAT_DOCX,
  RISALAH_FORMAT_ODT,
  RISALAH_FORMAT_HTML,
  RISALAH_FORMAT_MARKDOWN,
  RISALAH_FORMAT_XHTML,
} RisalahFormat;

/**
 * RisalahDelivery:
 * @style: (nullable): a citation style's name; %NULL for the document's own
 * @design: (nullable): a page design's name; %NULL for the document's own
 * @paper: (nullable): "a4", "f4" or "letter"; %NULL for the document's own
 * @contents: (nullable): "automatic", "never" or "always": a table of contents; %NULL for the
 *   document's own
 * @annex: whether the source annex is printed, also where the document does not ask for it
 * @date: seconds since 1970 UTC that the file carries; 0 is now
 *
 * What the analyst chose for one delivery.
 */
typedef struct
{
  const char *style;
  const char *design;
  const char *paper;
  const char *contents;
  gboolean annex;
  gint64 date;
} RisalahDelivery;

RisalahEdition *risalah_session_create_edition        (RisalahSession              *self,
                                                       RisalahDocument             *document,
                                                       const RisalahDelivery       *delivery,
                                                       GError                     **error);
void            risalah_session_create_edition_async  (RisalahSession              *self,
                                                       RisalahDocument             *document,
                                                       const RisalahDelivery       *delivery,
                                                       GCancellable                *cancellable,
                                                       GAsyncReadyCallback          callback,
                                                       gpointer                     user_data);
RisalahEdition *risalah_session_create_edition_finish (RisalahSession              *self,
                                                       GAsyncResult                *result,
                                                       GError                     **error);

gboolean        risalah_edition_export                (RisalahEdition              *edition,
                                                       RisalahFormat                format,
                                                       const char                  *path,
                                                       RisalahExportReport         *report,
                                                       RisalahExportProgressFunc    progress,
                                                       gpointer                     user_data,
                                                       GCancellable                *cancellable,
                                                       GError                     **error);
gboolean        risalah_format_from_string            (const char                  *name,
                                                       RisalahFormat               *format);
const char     *risalah_format_to_string              (RisalahFormat                format);

G_END_DECLS
