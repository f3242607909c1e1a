/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short piece of text in runs of one face each, as citations and bibliographies come out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahRun:
 * @text: the words
 * @italic: whether they are set in italics
 * @uri: (nullable): where they lead
 */
typedef struct
{
  char *text;
  gboolean italic;
  char *uri;
} RisalahRun;

typedef struct _RisalahRuns RisalahRuns;

RisalahRuns      *risalah_runs_new       (void);
void              risalah_runs_free      (RisalahRuns       *self);
void              risalah_runs_append    (RisalahRuns       *self,
                                          const char        *text,
                                          gboolean           italic,
                                          const char        *uri);
guint             risalah_runs_get_n     (const RisalahRuns *self);
const RisalahRun *risalah_runs_get       (const RisalahRuns *self,
                                          guint              index);
char             *risalah_runs_to_plain  (const RisalahRuns *self);
char             *risalah_runs_to_marked (const RisalahRuns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahRuns, risalah_runs_free)

G_END_DECLS
