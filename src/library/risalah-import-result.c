/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import gives back, and what an analysis hands to it. */

#include "risalah-events.h"
#include "risalah-import-private.h"
#include "risalah-mentions.h"

static const char *const status_names[RISALAH_IMPORT_N] = {
  [RISALAH_IMPORT_IMPORTED] = "imported", [RISALAH_IMPORT_DUPLICATE] = "duplicate",
  [RISALAH_IMPORT_REVISION] = "revision", [RISALAH_IMPORT_REPRINT] = "reprint",
  [RISALAH_IMPORT_FAILED] = "failed",
};

/**
 * risalah_import_status_to_string:
 * @status: what became of a file
 *
 * Returns: (transfer none): its name in the CLI's JSON
 */
const char *
risalah_import_status_to_string (RisalahImportStatus status)
{
  g_return_val_if_fail (status < RISALAH_IMPORT_N, NULL);
  return status_names[status];
}

/**
 * risalah_import_result_new:
 * @path: the file
 * @status: what became of it
 *
 * Returns: (transfer full): a result
 */
RisalahImportResult *
risalah_import_result_new (const char *path, RisalahImportStatus status)
{
  RisalahImportResult *self = g_new0 (RisalahImportResult, 1);

  self->path = g_strdup (path);
  self->status = status;
  return self;
}

/**
 * risalah_import_result_free:
 * @self: (transfer full) (nullable): a result
 */
void
risalah_import_result_free (RisalahImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->title);
  g_free (self->reason);
  g_free (self);
}

/**
 * risalah_analysis_new:
 *
 * Returns: (transfer full): an analysis that found nothing yet
 */
RisalahAnalysis *
risalah_analysis_new (void)
{
  RisalahAnalysis *self = g_new0 (RisalahAnalysis, 1);

  self->mentions = g_array_new (FALSE, FALSE, sizeof (RisalahMention));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_event_free);
  return self;
}

/**
 * risalah_analysis_free:
 * @self: (transfer full) (nullable): an analysis
 */
void
risalah_analysis_free (RisalahAnalysis *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}
