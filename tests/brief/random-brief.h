/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that holds every kind of block and mark, unknown ones of a newer version among them,
 * and random places, words and things for it. */
#pragma once

#include "risalah-document.h"

/* The text that all random quotations are taken from. */
extern const char random_brief_source[];

RisalahDocument     *random_brief_new (void);
guint                random_below     (GRand                 *random,
                                       guint                  n);
const char          *random_words     (GRand                 *random);
RisalahPosition      random_place     (GRand                 *random,
                                       RisalahDocument       *document);
RisalahPosition      random_behind    (const RisalahPosition *at,
                                       guint                  n_characters);
RisalahPosition      random_end       (GRand                 *random,
                                       RisalahDocument       *document,
                                       const RisalahPosition *start);
RisalahPosition      random_mark      (GRand                 *random,
                                       RisalahDocument       *document,
                                       RisalahMarkKind        kind);
guint                random_block_of  (GRand                 *random,
                                       RisalahDocument       *document,
                                       RisalahBriefBlockKind  kind);
guint                random_table     (GRand                 *random,
                                       RisalahDocument       *document);
RisalahQuotation    *random_quotation (GRand                 *random);
RisalahCitationAtom *random_citation  (GRand                 *random);
RisalahBriefBlock   *random_object    (GRand                 *random);
