/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishers, each with the reliability that its sources have until one is graded itself. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahPublisher:
 * @id: its number in this library
 * @name: its name
 * @reliability: 'A' to 'F', 0 where not yet graded
 * @n_sources: how many sources it has
 */
typedef struct
{
  gint64 id;
  char *name;
  char reliability;
  guint n_sources;
} RisalahPublisher;

void       risalah_publisher_free            (RisalahPublisher   *self);

/* (element-type RisalahPublisher): by name. */
GPtrArray *risalah_publishers_list           (RisalahConnection  *connection,
                                              GError            **error);
gboolean   risalah_publishers_set_reliability (RisalahConnection *connection,
                                              gint64              id,
                                              char                reliability,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahPublisher, risalah_publisher_free)

G_END_DECLS
