/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a Word document belong together. For the office reader. */
#pragma once

#include "risalah-office-package.h"

G_BEGIN_DECLS

typedef struct _RisalahDocxRelations RisalahDocxRelations;

RisalahDocxRelations *risalah_docx_relations_new  (RisalahOfficePackage       *package,
                                                   const char                 *part);
void                  risalah_docx_relations_free (RisalahDocxRelations       *self);
const char           *risalah_docx_relations_find (const RisalahDocxRelations *self,
                                                   const char                 *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahDocxRelations, risalah_docx_relations_free)

G_END_DECLS
