/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the table boilerplate.tsv, for what marks blocks by them. */
#pragma once

#include "risalah-boilerplate.h"

G_BEGIN_DECLS

typedef enum
{
  RISALAH_BOILERPLATE_LINE,
  RISALAH_BOILERPLATE_EDGE,
  RISALAH_BOILERPLATE_OPENER,
  RISALAH_BOILERPLATE_REST,
  RISALAH_BOILERPLATE_SUMMARY,
  RISALAH_BOILERPLATE_KEY,
  RISALAH_BOILERPLATE_N
} RisalahBoilerplateWhere;

/* A line as the rules see it: marks around it taken off, its characters counted. */
typedef struct
{
  char *bare;
  gsize count;
} RisalahBoilerplateLine;

void     risalah_boilerplate_line_clear   (RisalahBoilerplateLine       *line);
RisalahBoilerplateLine risalah_boilerplate_line_make (const char        *text,
                                           gsize                         length);
gboolean risalah_boilerplate_line_matches (GPtrArray                    *rules,
                                           RisalahBoilerplateWhere       where,
                                           const RisalahBoilerplateLine *line);
gboolean risalah_boilerplate_matches      (GPtrArray                    *rules,
                                           RisalahBoilerplateWhere       where,
                                           const char                   *text,
                                           gsize                         length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahBoilerplateLine, risalah_boilerplate_line_clear)

G_END_DECLS
