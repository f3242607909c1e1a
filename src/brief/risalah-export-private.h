/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file written beside its place. */
#pragma once

#include "risalah-export.h"
#include "risalah-layout.h"
#include "risalah-story.h"

G_BEGIN_DECLS

/**
 * RisalahOutput:
 *
 * A temporary file in the folder of its target, which takes the target's place when it is
 * complete, and is gone when it is not.
 */
typedef struct _RisalahOutput RisalahOutput;

RisalahOutput *risalah_output_open   (const char     *path,
                                      GError        **error);
gboolean       risalah_output_write  (RisalahOutput  *self,
                                      const void     *data,
                                      gsize           length);
gboolean       risalah_output_commit (RisalahOutput  *self,
                                      GError        **error);
void           risalah_output_free   (RisalahOutput  *self);
gboolean       risalah_export_text   (const char     *path,
                                      const char     *text,
                                      gssize          length,
                                      GCancellable   *cancellable,
                                      GError        **error);
gboolean       risalah_export_lay_out (RisalahLayout *layout,
                                      RisalahExportProgressFunc progress,
                                      gpointer        user_data,
                                      GCancellable   *cancellable,
                                      GError        **error);
void           risalah_export_report_fill (RisalahExportReport *report,
                                      const GPtrArray *problems);
char          *risalah_export_dup_keywords (const RisalahStory *story);
char          *risalah_export_dup_date (const RisalahEdition *edition);
const char    *risalah_export_get_classification (const RisalahEdition *edition,
                                      gboolean       *alert);
const char    *risalah_export_get_urgency        (const RisalahEdition *edition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOutput, risalah_output_free)

G_END_DECLS
