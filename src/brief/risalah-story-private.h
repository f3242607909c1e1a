/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition being told: what the builder's files share. */
#pragma once

#include "risalah-story.h"

G_BEGIN_DECLS

typedef struct
{
  RisalahEdition *edition;
  RisalahStory *story;
  RisalahCitations *citations;
  GHashTable *exhibits; /* quotation uid → RisalahExhibit */
  const char *language;
  guint n_tables;
  guint n_figures;
  guint n_headings;
  guint counters[10]; /* of numbered lists, by level */
  gboolean in_note;
  gboolean has_annex;
  gboolean has_references;
  gboolean has_events;
} RisalahTeller;

void risalah_teller_add_text       (RisalahTeller    *self,
                                    RisalahStoryText *text,
                                    RisalahRichText  *rich);
void risalah_teller_add_runs       (RisalahTeller    *self,
                                    RisalahStoryText *text,
                                    const RisalahRuns *runs);
void risalah_teller_cite           (RisalahTeller    *self,
                                    RisalahStoryText *text,
                                    const RisalahCiting *citings,
                                    guint             n_citings);
void risalah_teller_add_events     (RisalahTeller    *self);
void risalah_teller_ensure_heading (RisalahTeller    *self,
                                    const char       *key);
gboolean risalah_teller_has_letter (const RisalahTeller *self);
void risalah_teller_fill_letter    (RisalahTeller    *self,
                                    RisalahStoryBlock *table);
void risalah_teller_add_signature  (RisalahTeller    *self,
                                    const RisalahBriefBlock *block);
void risalah_teller_add_references (RisalahTeller    *self);
void risalah_teller_add_annex      (RisalahTeller    *self);
void risalah_teller_add_heading    (RisalahTeller    *self,
                                    guint             level,
                                    const char       *key);

G_END_DECLS
