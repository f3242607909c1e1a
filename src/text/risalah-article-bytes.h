/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as bytes, between risalah-reader and the program that asked it. */
#pragma once

#include "risalah-article.h"

G_BEGIN_DECLS

GBytes         *risalah_article_to_bytes   (const RisalahArticle *article);
RisalahArticle *risalah_article_from_bytes (GBytes               *bytes,
                                            GError              **error);

G_END_DECLS
