/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the open brief: keep one under a name, go back to one. */
#pragma once

#include "risalah-brief-dock.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_VERSIONS_DIALOG (risalah_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RisalahVersionsDialog, risalah_versions_dialog, RISALAH, VERSIONS_DIALOG, AdwWindow)

void risalah_versions_dialog_present (RisalahBriefDock *dock);

G_END_DECLS
