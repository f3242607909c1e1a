/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new brief begins with where nobody says otherwise: the analyst's preferences. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

/**
 * RisalahBriefDefaults:
 * @language: (nullable): "id" or "en"; %NULL is "id"
 * @citation_style: (nullable): as the citations name them
 * @page_design: (nullable): "plain", "institutional" or "naskah-dinas"
 * @paper: (nullable): "a4", "f4" or "letter"
 * @author: (nullable): as printed
 * @unit: (nullable): the author's unit, as printed
 * @institution: (nullable): the letterhead's first line
 * @address: (nullable): its last line
 * @logo: (nullable): SHA-256 of its picture
 *
 * Where one is %NULL or empty, a new brief has what its template gives.
 */
struct _RisalahBriefDefaults
{
  char *language;
  char *citation_style;
  char *page_design;
  char *paper;
  char *author;
  char *unit;
  char *institution;
  char *address;
  char *logo;
};

RisalahBriefDefaults *risalah_brief_defaults_new  (void);
RisalahBriefDefaults *risalah_brief_defaults_copy (const RisalahBriefDefaults *self);
void                  risalah_brief_defaults_free (RisalahBriefDefaults       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahBriefDefaults, risalah_brief_defaults_free)

G_END_DECLS
