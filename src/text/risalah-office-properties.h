/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office file's properties say of its article. For the office reader. */
#pragma once

#include "risalah-article.h"
#include "risalah-lexicon.h"
#include "risalah-office-package.h"

G_BEGIN_DECLS

void risalah_office_properties_read (RisalahOfficePackage *package,
                                     const char           *part,
                                     RisalahArticle       *article,
                                     const RisalahLexicon *lexicon);

G_END_DECLS
