/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template holds. */
#pragma once

#include "risalah-template.h"

G_BEGIN_DECLS

struct _RisalahTemplate
{
  char *name;
  guint words;
  char **fields; /* "name=value" */
  GArray *parts; /* (element-type RisalahTemplatePart) */
};

G_END_DECLS
