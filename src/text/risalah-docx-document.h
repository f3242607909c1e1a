/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Word document. For the office reader. */
#pragma once

#include "risalah-office-flow.h"
#include "risalah-office-package.h"

G_BEGIN_DECLS

gboolean risalah_docx_document_read (RisalahOfficePackage *package,
                                     const char           *part,
                                     RisalahOfficeFlow    *flow,
                                     GError              **error);

G_END_DECLS
