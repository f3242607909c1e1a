/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a document: its headings, what each section reaches over, and how long it is. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

/**
 * RisalahOutlineEntry:
 * @block: index of the heading
 * @end: index of the block after its section's last: the next heading of its level or a higher one
 * @level: 1 to 3
 * @n_words: words of the section without its own heading, sections within it included
 * @n_own_words: words up to the next heading of any level
 * @title: (transfer none): the heading's words; belongs to the document
 * @section: (transfer none) (nullable): the template's part that it opens
 */
typedef struct
{
  guint block;
  guint end;
  guint level;
  guint n_words;
  guint n_own_words;
  const char *title;
  const char *section;
} RisalahOutlineEntry;

GArray *risalah_document_get_outline     (RisalahDocument *document);
guint   risalah_outline_find_section_end (RisalahDocument *document,
                                          guint            heading);

G_END_DECLS
