/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes between risalah-reader and the program that asked it: two numbers of 32 bits, little
 * endian, then the parts whose lengths they are. */
#pragma once

#include <glib.h>

#include "risalah-reading.h"

G_BEGIN_DECLS

/* A request is the lengths of its options and its bytes, an answer its status and its length. */
#define RISALAH_FRAME_BYTES 8

/* The statuses of an answer: an article's bytes, or an error's code and message. */
#define RISALAH_FRAME_ARTICLE 0
#define RISALAH_FRAME_ERROR   1

/* The reading of one file may take this much; see risalah_reader_get_cpu_seconds(). */
#define RISALAH_READER_MEMORY_BYTES (512 * 1024 * 1024)
#define RISALAH_READER_CPU_SECONDS 30

guint     risalah_reader_get_cpu_seconds (void);
void      risalah_frame_write            (guint8                    frame[RISALAH_FRAME_BYTES],
                                          guint32                   first,
                                          guint32                   second);
void      risalah_frame_read             (const guint8              frame[RISALAH_FRAME_BYTES],
                                          guint32                  *first,
                                          guint32                  *second);
GVariant *risalah_frame_new_options      (const char               *name,
                                          const RisalahReadOptions *options);
gboolean  risalah_frame_get_options      (GVariant                 *variant,
                                          const char              **name,
                                          RisalahReadOptions       *options);
GVariant *risalah_frame_new_error        (const GError             *error);
GError   *risalah_frame_get_error        (GVariant                 *variant);

G_END_DECLS
