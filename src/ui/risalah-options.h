/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that a brief's fields and the settings can have, and what the window calls them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RisalahOption:
 * @value: as settings and documents name it
 * @label: what the window calls it, to be translated
 *
 * One of a list, which ends with a %NULL value.
 */
typedef struct
{
  const char *value;
  const char *label;
} RisalahOption;

extern const RisalahOption risalah_options_language[];
extern const RisalahOption risalah_options_citation_style[];
extern const RisalahOption risalah_options_page_design[];
extern const RisalahOption risalah_options_paper[];
extern const RisalahOption risalah_options_contents[];
extern const RisalahOption risalah_options_classification[];
extern const RisalahOption risalah_options_urgency[];
extern const RisalahOption risalah_options_format[];

GListModel *risalah_options_create_model (const RisalahOption *options);
guint       risalah_options_find         (const RisalahOption *options,
                                          const char          *value);

G_END_DECLS
