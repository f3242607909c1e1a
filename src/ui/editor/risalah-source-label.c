/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a source is called, asked of the library by its UUID, off the main thread. */

#include "risalah-source-label.h"

#include "risalah-sources.h"

typedef struct
{
  char *uid;
  char *label;
  RisalahSourceLabelFunc func;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->uid);
  g_free (request->label);
  g_free (request);
}

static gboolean
label_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  gint64 id = risalah_sources_find_uid (connection, request->uid, error);
  g_autoptr (RisalahSource) source = NULL;
  const char *publisher;

  if (id <= 0)
    return id == 0;
  source = risalah_sources_get (connection, id, error);
  if (source == NULL)
    return FALSE;
  publisher = source->metadata[RISALAH_METADATA_PUBLISHER];
  request->label = publisher != NULL ? g_strdup_printf ("%s · %s", source->label, publisher)
                                     : g_strdup (source->label);
  return TRUE;
}

/* A source that cannot be read keeps no name here; the check says why. */
static void
labelled_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GObject) owner = data;
  Request *request = risalah_library_get_job_data (result);

  if (risalah_library_read_finish (RISALAH_LIBRARY (library), result, NULL)
      && request->label != NULL)
    request->func (owner, request->uid, request->label);
}

/**
 * risalah_source_label_fetch:
 * @library: the library
 * @uid: UUID of a source
 * @func: called in this thread, if the library knows the source
 * @owner: (type GObject): handed to @func and kept until then
 */
void
risalah_source_label_fetch (RisalahLibrary *library,
                            const char *uid,
                            RisalahSourceLabelFunc func,
                            gpointer owner)
{
  Request *request;

  g_return_if_fail (RISALAH_IS_LIBRARY (library));
  g_return_if_fail (uid != NULL && func != NULL && G_IS_OBJECT (owner));

  request = g_new0 (Request, 1);
  request->uid = g_strdup (uid);
  request->func = func;
  risalah_library_read_async (library, RISALAH_LANE_ROWS, label_job, request, request_free, NULL,
                              labelled_cb, g_object_ref (owner));
}
