/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing as a file of its own. */
#pragma once

#include "risalah-edition.h"

G_BEGIN_DECLS

/**
 * RisalahPictureFormat:
 *
 * What a drawing is written as.
 */
typedef enum
{
  RISALAH_PICTURE_PNG,
  RISALAH_PICTURE_SVG,
  RISALAH_PICTURE_PDF,
} RisalahPictureFormat;

gboolean risalah_picture_format_from_path (const char            *path,
                                           RisalahPictureFormat  *format);
gboolean risalah_plate_write              (const RisalahPlate    *self,
                                           const char            *path,
                                           RisalahPictureFormat   format,
                                           GError               **error);

G_END_DECLS
