/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the session's files about briefs share. */
#pragma once

#include "risalah-briefs.h"
#include "risalah-document.h"
#include "risalah-open-brief.h"

G_BEGIN_DECLS

struct _RisalahOpenBrief
{
  GObject parent_instance;

  gint64 id;
  char *uid;
  gint64 revision;
  gint64 modified; /* microseconds since 1970 UTC */
  RisalahDocument *document;
  RisalahOpenBrief *conflict; /* (nullable) what the last save was written over */
};

RisalahOpenBrief *risalah_open_brief_new   (gint64             id,
                                            const char        *uid,
                                            gint64             revision,
                                            gint64             modified,
                                            RisalahDocument   *document);
gint64            risalah_open_brief_store (RisalahConnection *connection,
                                            const char        *uid,
                                            RisalahDocument   *document,
                                            GError           **error);

G_END_DECLS
