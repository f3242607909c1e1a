/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analyst's changes to a source, each one write to the library; failures are said in passing. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-library.h"
#include "risalah-session.h"
#include "risalah-sources.h"

G_BEGIN_DECLS

void risalah_source_edit_metadata    (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source,
                                      RisalahMetadata  which,
                                      const char      *value);
void risalah_source_edit_published   (GtkWidget       *widget,
                                      RisalahSession  *session,
                                      gint64           source,
                                      const char      *edtf);
void risalah_source_edit_reliability (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source,
                                      char             reliability);
void risalah_source_edit_notes       (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source,
                                      const char      *notes);
void risalah_source_edit_tag         (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source,
                                      const char      *tag,
                                      gboolean         present);
void risalah_source_edit_reprint     (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source);
void risalah_source_edit_delete      (GtkWidget       *widget,
                                      RisalahLibrary  *library,
                                      gint64           source,
                                      gboolean         deleted);

G_END_DECLS
