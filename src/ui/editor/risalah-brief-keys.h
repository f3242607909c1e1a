/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the brief: which key does which action of the group "brief". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RisalahBriefKey:
 * @key: as gtk_accelerator_parse() reads it
 * @action: the action, with its group
 * @target: (nullable): the string that it is given
 */
typedef struct
{
  const char *key;
  const char *action;
  const char *target;
} RisalahBriefKey;

const RisalahBriefKey *risalah_brief_keys_get     (guint          *n_keys);
void                   risalah_brief_keys_install (GtkWidgetClass *widget_class);
void                   risalah_brief_keys_go_first (GtkWidget     *window,
                                                   GtkWidget      *editor,
                                                   GtkWidget      *dock);

G_END_DECLS
