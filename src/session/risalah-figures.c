/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures go into the library's media before a brief names them; a figure is drawn for the editor
 * by what draws it on the page. */

#include "risalah-figures.h"

#include <glib/gi18n-lib.h>

#include "risalah-brief-error.h"
#include "risalah-delivery.h"
#include "risalah-library.h"
#include "risalah-media.h"
#include "risalah-session-private.h"

/* Enough to be decoded once: a file that cannot be read is refused before it is stored. */
#define PROBE_SIZE 64

typedef struct
{
  GBytes *bytes;
  char *name;
  char *hash; /* the result */
} PictureRequest;

typedef struct
{
  RisalahDocument *document;
  RisalahBriefBlock *block; /* holds the figure */
  double width;
  GBytes *bytes; /* of a stored picture */
} FigureRequest;

static void
picture_request_free (gpointer data)
{
  PictureRequest *request = data;

  g_bytes_unref (request->bytes);
  g_free (request->name);
  g_free (request->hash);
  g_free (request);
}

static PictureRequest *
picture_request_new (GBytes *bytes, const char *name)
{
  PictureRequest *request = g_new0 (PictureRequest, 1);

  request->bytes = g_bytes_ref (bytes);
  request->name = g_strdup (name);
  return request;
}

static gboolean
add_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  PictureRequest *request = data;
  g_autofree char *type = NULL;
  gsize length;
  const guchar *bytes = g_bytes_get_data (request->bytes, &length);

  type = g_content_type_guess (NULL, bytes, length, NULL);
  request->hash = risalah_media_add (connection, request->bytes, type, request->name, error);
  return request->hash != NULL;
}

static gpointer
add_work (RisalahSession *self, gpointer data, GError **error)
{
  PictureRequest *request = data;
  g_autoptr (RisalahPlate) plate =
      risalah_plate_new_picture (request->bytes, PROBE_SIZE, PROBE_SIZE, NULL);

  if (plate == NULL)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                   _ ("“%s” is no picture that can be read (PNG or JPEG); the brief was left as "
                      "it is."),
                   request->name);
      return NULL;
    }
  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   add_in_transaction, request, NULL, error))
    return NULL;
  return g_steal_pointer (&request->hash);
}

/**
 * risalah_session_add_picture:
 * @self: a session
 * @bytes: a PNG or JPEG file
 * @name: what the analyst calls it: the file's name
 *
 * Stores a picture, once. Blocks.
 *
 * Returns: (transfer full): the hash by which a figure names it, or %NULL with an error
 */
char *
risalah_session_add_picture (RisalahSession *self, GBytes *bytes, const char *name, GError **error)
{
  PictureRequest *request;
  char *hash;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && bytes != NULL && name != NULL, NULL);

  request = picture_request_new (bytes, name);
  hash = add_work (self, request, error);
  picture_request_free (request);
  return hash;
}

/**
 * risalah_session_add_picture_async:
 * @self: a session
 * @bytes: a PNG or JPEG file
 * @name: what the analyst calls it
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_add_picture() on a worker thread.
 */
void
risalah_session_add_picture_async (RisalahSession *self,
                                   GBytes *bytes,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && bytes != NULL && name != NULL);
  risalah_session_run_async (self, risalah_session_add_picture_async, add_work,
                             picture_request_new (bytes, name), picture_request_free, g_free,
                             cancellable, callback, user_data);
}

/**
 * risalah_session_add_picture_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the hash, or %NULL with an error
 */
char *
risalah_session_add_picture_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_add_picture_async, result, error);
}

static void
figure_request_free (gpointer data)
{
  FigureRequest *request = data;

  risalah_document_unref (request->document);
  risalah_brief_block_unref (request->block);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

static FigureRequest *
figure_request_new (RisalahDocument *document, const RisalahFigure *figure, double width)
{
  FigureRequest *request = g_new0 (FigureRequest, 1);
  g_autoptr (RisalahRichText) caption = risalah_rich_text_new_plain ("");

  request->document = risalah_document_ref (document);
  request->block = risalah_brief_block_new_figure (figure, caption);
  request->width = width;
  return request;
}

static gboolean
get_in_transaction (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  FigureRequest *request = data;

  request->bytes =
      risalah_media_get (connection, risalah_brief_block_get_figure (request->block)->media, NULL,
                         error);
  return request->bytes != NULL;
}

/* The events of a timeline are those of the brief's own sources. */
static RisalahPlate *
draw_timeline (RisalahSession *self, FigureRequest *request, GError **error)
{
  g_autoptr (RisalahDocument) document =
      risalah_document_splice (request->document, 0, 0, &request->block, 1);
  g_autoptr (RisalahEdition) edition = risalah_session_create_edition (self, document, NULL, error);
  RisalahPlate *plate;

  if (edition == NULL)
    return NULL;
  plate = edition->make_plate (risalah_brief_block_get_figure (request->block), request->width,
                               edition->user_data);
  if (plate == NULL)
    g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_IMAGE,
                         _ ("No accepted event with a date stands in the brief’s sources."));
  return plate;
}

static gpointer
draw_work (RisalahSession *self, gpointer data, GError **error)
{
  FigureRequest *request = data;

  if (risalah_brief_block_get_figure (request->block)->media == NULL)
    return draw_timeline (self, request, error);
  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  get_in_transaction, request, NULL, error))
    return NULL;
  return risalah_plate_new_picture (request->bytes, request->width, request->width * 2, error);
}

/**
 * risalah_session_draw_figure:
 * @self: a session
 * @document: the brief that it stands in
 * @figure: a picture, or a timeline excerpt
 * @width: how wide it may be, in points
 *
 * What a figure shows. Blocks; the drawing needs the library no more.
 *
 * Returns: (transfer full): its drawing, or %NULL with an error
 */
RisalahPlate *
risalah_session_draw_figure (RisalahSession *self,
                             RisalahDocument *document,
                             const RisalahFigure *figure,
                             double width,
                             GError **error)
{
  FigureRequest *request;
  RisalahPlate *plate;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);
  g_return_val_if_fail (document != NULL && figure != NULL, NULL);

  request = figure_request_new (document, figure, width);
  plate = draw_work (self, request, error);
  figure_request_free (request);
  return plate;
}

/**
 * risalah_session_draw_figure_async:
 * @self: a session
 * @document: the brief that it stands in
 * @figure: a picture, or a timeline excerpt
 * @width: how wide it may be, in points
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_draw_figure() on a worker thread.
 */
void
risalah_session_draw_figure_async (RisalahSession *self,
                                   RisalahDocument *document,
                                   const RisalahFigure *figure,
                                   double width,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL && figure != NULL);
  risalah_session_run_async (self, risalah_session_draw_figure_async, draw_work,
                             figure_request_new (document, figure, width), figure_request_free,
                             (GDestroyNotify)risalah_plate_free, cancellable, callback, user_data);
}

/**
 * risalah_session_draw_figure_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): its drawing, or %NULL with an error
 */
RisalahPlate *
risalah_session_draw_figure_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_draw_figure_async, result, error);
}
