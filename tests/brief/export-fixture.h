/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for exported files, and other people's tools to look at them. */
#pragma once

#include "brief-fixture.h"

int         export_fixture_run_tests       (void);
const char *export_fixture_get_folder      (void);
char       *export_fixture_path_of         (const char     *name);
char       *export_fixture_run             (const char     *first,
                                            ...) G_GNUC_NULL_TERMINATED;
char       *export_fixture_export_pdf      (RisalahEdition *edition,
                                            const char     *name,
                                            guint          *n_pages);
GBytes     *export_fixture_make_picture    (int             width,
                                            int             height);
GBytes     *export_fixture_get_media_cb    (const char     *hash,
                                            gpointer        user_data);
RisalahEdition *
            export_fixture_new_edition_with_pictures (const char *hashes);
char       *export_fixture_squeeze         (const char     *text);
void        export_fixture_assert_contains (const char     *text,
                                            const char     *words);
