/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign HTML: its tree, its tables and lists. */
#pragma once

#include <libxml/tree.h>

#include "risalah-document.h"

G_BEGIN_DECLS

xmlDoc    *risalah_html_tree_parse      (const char      *html);
char      *risalah_html_get_attribute   (xmlNode         *node,
                                         const char      *name);
char      *risalah_html_dup_list_marker (xmlNode         *paragraph);
GPtrArray *risalah_html_get_rows        (xmlNode         *table);
gboolean   risalah_html_is_header       (const GPtrArray *row);
GPtrArray *risalah_html_read_blocks     (xmlNode         *parent);

G_END_DECLS
