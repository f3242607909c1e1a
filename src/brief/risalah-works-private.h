/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The works that a brief may cite, in the order of its bibliography and told apart. */
#pragma once

#include "risalah-citation-private.h"

G_BEGIN_DECLS

typedef struct
{
  const RisalahReference *reference;
  RisalahReferenceType type; /* as it is cited */
  char *sort_key;
  char letter[4]; /* "a" of 2025a, or "" */
  gboolean with_initials;
  gboolean cited;
} RisalahWork;

struct _RisalahCitations
{
  const RisalahCitationStyle *style;
  RisalahTerms *terms;
  GPtrArray *references;
  GPtrArray *works;   /* (element-type RisalahWork): in the order of the bibliography */
  GHashTable *by_uid; /* uid → RisalahWork */
};

void     risalah_works_gather                    (RisalahCitations       *self);
gboolean risalah_reference_publisher_is_author   (const RisalahReference *reference);
gboolean risalah_reference_title_leads           (const RisalahReference *reference);
char    *risalah_work_list_authors               (RisalahCitations       *self,
                                                  const RisalahReference *reference);
char    *risalah_work_name                       (RisalahCitations       *self,
                                                  const RisalahWork      *work,
                                                  gboolean                full);
void     risalah_work_fill_parts                 (RisalahCitations       *self,
                                                  const RisalahWork      *work,
                                                  gboolean                entry,
                                                  char                  **parts);
void     risalah_citation_clear_parts            (char                  **parts);
char    *risalah_citation_capitalise             (char                   *words);

G_END_DECLS
