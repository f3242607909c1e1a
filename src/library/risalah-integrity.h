/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a library still holds what was put into it. */
#pragma once

#include <gio/gio.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahProblem:
 * @rule: "page", "reference", "text", "original", "media", "brief", "version", "quotation", "index"
 * @message: a sentence for the analyst
 * @where: (nullable): the uid or name of what it concerns
 */
typedef struct
{
  char *rule;
  char *message;
  char *where;
} RisalahProblem;

void       risalah_problem_free     (RisalahProblem     *self);

/* (transfer full) (element-type RisalahProblem): every SHA-256, every reference, every quotation's
 * words, the pages of the file, the fingerprint of the index; empty where all is well. */
GPtrArray *risalah_integrity_check  (RisalahConnection  *connection,
                                     GCancellable       *cancellable,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahProblem, risalah_problem_free)

G_END_DECLS
