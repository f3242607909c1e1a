/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline needs of very many events: little of each, read quickly. */
#pragma once

#include "risalah-events.h"

G_BEGIN_DECLS

/**
 * RisalahEventOutline:
 * @id: the event
 * @title: what happened
 * @kind: its kind
 * @edtf: (nullable): when
 * @mod: early, mid, late, before or after
 * @status: where it stands
 * @review: what has been decided
 * @groups: (nullable): the countries or dossiers asked for, with a tab between two
 * @is_reported: it has no day, but a source of it has: @reported
 * @reported: the Julian day on which the first source told of it
 *
 * Its strings last until the next one is read.
 */
typedef struct
{
  gint64 id;
  const char *title;
  const char *kind;
  const char *edtf;
  RisalahEdtfMod mod;
  RisalahEventStatus status;
  RisalahReview review;
  const char *groups;
  gboolean is_reported;
  gint64 reported;
} RisalahEventOutline;

/**
 * RisalahEventGroups:
 *
 * What groups are read with an outline.
 */
typedef enum
{
  RISALAH_EVENT_GROUPS_NONE,
  RISALAH_EVENT_GROUPS_COUNTRIES,
  RISALAH_EVENT_GROUPS_DOSSIERS,
} RisalahEventGroups;

typedef void (*RisalahEventOutlineFunc) (const RisalahEventOutline *outline, gpointer user_data);

gboolean risalah_event_outlines_read (RisalahConnection       *connection,
                                      const gint64            *ids,
                                      gsize                    n_ids,
                                      RisalahEventGroups       groups,
                                      RisalahEventOutlineFunc  func,
                                      gpointer                 user_data,
                                      GError                 **error);

G_END_DECLS
