/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Risalah's own files stand, installed or in the build folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *risalah_paths_get_data_dir         (void);
char **risalah_paths_get_vocabulary_dirs  (void);
char  *risalah_paths_get_dictionary_dir   (void);
char  *risalah_paths_get_document_dir     (void);
char  *risalah_paths_get_font_dir         (void);
char  *risalah_paths_get_example_dir      (void);
char  *risalah_paths_get_help_dir         (void);
char  *risalah_paths_get_locale_dir       (void);
char  *risalah_paths_get_reader_program   (void);
char  *risalah_paths_get_default_library  (void);

G_END_DECLS
