/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed with a citation, and where a link leads. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

gboolean risalah_citation_dialog_edit (RisalahEditor         *editor,
                                       const RisalahPosition *at);
void     risalah_link_dialog_edit     (RisalahEditor         *editor);

G_END_DECLS
