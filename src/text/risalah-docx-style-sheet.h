/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of a Word document make of its paragraphs and words. For the office reader. */
#pragma once

#include "risalah-office-flow.h"
#include "risalah-office-package.h"

G_BEGIN_DECLS

typedef struct _RisalahDocxStyles RisalahDocxStyles;

/**
 * RisalahDocxStyle:
 * @paragraph: what a paragraph of the style is
 * @in_list: whether it is numbered or has a bullet
 * @list_level: from 1
 * @is_hidden: whether words of the style are not shown
 */
typedef struct
{
  RisalahOfficeParagraph paragraph;
  gboolean in_list;
  guint8 list_level;
  gboolean is_hidden;
} RisalahDocxStyle;

RisalahDocxStyles *risalah_docx_styles_new     (void);
void               risalah_docx_styles_free    (RisalahDocxStyles       *self);
gboolean           risalah_docx_styles_read    (RisalahDocxStyles       *self,
                                                RisalahOfficePackage    *package,
                                                const char              *part,
                                                GError                 **error);
void               risalah_docx_styles_look_up (const RisalahDocxStyles *self,
                                                const char              *id,
                                                RisalahDocxStyle        *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahDocxStyles, risalah_docx_styles_free)

G_END_DECLS
