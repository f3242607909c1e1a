/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG, SVG or PDF by the ending of the name, drawn as the brief draws its figures. */

#include "risalah-timeline-export.h"

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-messages.h"
#include "risalah-timeline-events.h"
#include "risalah-timeline-output.h"

/* Of the span of all events: the room before the first and after the last. */
#define AIR       0.03
#define LEAST_AIR 10.0

/**
 * risalah_timeline_export_write:
 * @canvas: the canvas
 * @whole: whether all its time is drawn, not only what is seen
 * @path: (type filename): the file; one that does not end like a picture is a PNG
 * @error: why it was not written
 *
 * Returns: whether the file is written
 */
gboolean
risalah_timeline_export_write (RisalahTimelineCanvas *canvas,
                               gboolean whole,
                               const char *path,
                               GError **error)
{
  RisalahTimelineIndex *index = risalah_timeline_canvas_get_index (canvas);
  const RisalahTimelineScale *scale = risalah_timeline_canvas_get_scale (canvas);
  RisalahPictureFormat format = RISALAH_PICTURE_PNG;
  double start = scale->start, end = risalah_timeline_scale_get_day (scale, scale->width);
  gint64 first, last;
  g_autoptr (RisalahPlate) plate = NULL;

  g_return_val_if_fail (index != NULL, FALSE);

  if (whole && risalah_timeline_index_get_span (index, &first, &last))
    {
      double air = MAX (LEAST_AIR, (last - first) * AIR);

      start = first - air;
      end = last + 1 + 3 * air;
    }
  risalah_picture_format_from_path (path, &format);
  plate = risalah_timeline_events_draw (index, start, end,
                                        risalah_timeline_canvas_get_terms (canvas), error);
  return plate != NULL && risalah_plate_write (plate, path, format, error);
}

static void
write_chosen (RisalahTimelineCanvas *canvas, gboolean whole, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("The picture can only be written to a folder of this computer."));
  else if (risalah_timeline_export_write (canvas, whole, path, &error))
    risalah_messages_show_file (GTK_WIDGET (canvas), _ ("The picture is written"), file);
  if (error != NULL)
    risalah_messages_show_error (GTK_WIDGET (canvas), error);
}

static void
view_chosen_cb (gpointer owner, GListModel *files)
{
  write_chosen (owner, FALSE, files);
}

static void
whole_chosen_cb (gpointer owner, GListModel *files)
{
  write_chosen (owner, TRUE, files);
}

/**
 * risalah_timeline_export_choose:
 * @canvas: the canvas
 * @whole: whether all its time is drawn, not only what is seen
 *
 * Asks for a file and writes it.
 */
void
risalah_timeline_export_choose (RisalahTimelineCanvas *canvas, gboolean whole)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_CANVAS (canvas));

  if (risalah_timeline_canvas_get_index (canvas) == NULL)
    return;
  risalah_dialogs_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (canvas))),
                          RISALAH_CHOICE_SAVE, _ ("Export Picture (PNG, SVG or PDF)"),
                          _ ("Timeline.png"), whole ? whole_chosen_cb : view_chosen_cb, canvas);
}
