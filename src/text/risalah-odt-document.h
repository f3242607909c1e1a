/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument file. For the office reader. */
#pragma once

#include "risalah-office-flow.h"
#include "risalah-office-package.h"

G_BEGIN_DECLS

#define RISALAH_ODT_CONTENT "content.xml"

gboolean risalah_odt_document_read (RisalahOfficePackage *package,
                                    const char           *name,
                                    RisalahOfficeFlow    *flow,
                                    GError              **error);

G_END_DECLS
