/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Risalah's own files stand: in the source and build folders for a program that was started
 * from the build folder, else where they were installed. RISALAH_DATA_DIR overrides, for tests. */

#include "risalah-paths.h"

#include "risalah-config.h"

static gboolean
runs_from_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, RISALAH_BUILD_DIR G_DIR_SEPARATOR_S);
}

/**
 * risalah_paths_get_data_dir:
 *
 * Returns: (transfer full) (type filename): the folder that holds vocabulary/, document/, fonts/,
 *   dictionaries/ and example/
 */
char *
risalah_paths_get_data_dir (void)
{
  const char *named = g_getenv ("RISALAH_DATA_DIR");

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  if (runs_from_build_folder ())
    return g_build_filename (RISALAH_SOURCE_DIR, "data", NULL);
  return g_strdup (RISALAH_PKGDATADIR);
}

static char *
get_data_folder (const char *name)
{
  g_autofree char *data = risalah_paths_get_data_dir ();

  return g_build_filename (data, name, NULL);
}

/**
 * risalah_paths_get_vocabulary_dirs:
 *
 * The program's own tables, then the analyst's, where there are any: a folder "vocabulary" in the
 * user's data folder for Risalah.
 *
 * Returns: (transfer full) (array zero-terminated=1): folders for risalah_lexicon_open()
 */
char **
risalah_paths_get_vocabulary_dirs (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *own = get_data_folder ("vocabulary");
  g_autofree char *analysts =
      g_build_filename (g_get_user_data_dir (), "risalah", "vocabulary", NULL);

  g_strv_builder_add (builder, own);
  if (g_file_test (analysts, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (builder, analysts);
  return g_strv_builder_end (builder);
}

/**
 * risalah_paths_get_dictionary_dir:
 *
 * Returns: (transfer full) (type filename): where the spelling and hyphenation dictionaries stand
 */
char *
risalah_paths_get_dictionary_dir (void)
{
  return get_data_folder ("dictionaries");
}

/**
 * risalah_paths_get_document_dir:
 *
 * Returns: (transfer full) (type filename): where the words that are printed in briefs stand
 */
char *
risalah_paths_get_document_dir (void)
{
  return get_data_folder ("document");
}

/**
 * risalah_paths_get_font_dir:
 *
 * Returns: (transfer full) (type filename): where the fonts that pages are set in stand
 */
char *
risalah_paths_get_font_dir (void)
{
  return get_data_folder ("fonts");
}

/**
 * risalah_paths_get_example_dir:
 *
 * Returns: (transfer full) (type filename): where the example dossier stands
 */
char *
risalah_paths_get_example_dir (void)
{
  return get_data_folder ("example");
}

/**
 * risalah_paths_get_help_dir:
 *
 * Returns: (transfer full) (type filename): where the user's help stands, a folder for each
 * language
 */
char *
risalah_paths_get_help_dir (void)
{
  const char *named = g_getenv ("RISALAH_DATA_DIR");

  if ((named != NULL && *named != '\0') || runs_from_build_folder ())
    return get_data_folder ("help");
  return g_strdup (RISALAH_HELPDIR);
}

/**
 * risalah_paths_get_locale_dir:
 *
 * Returns: (transfer full) (type filename): where the window's translations stand
 */
char *
risalah_paths_get_locale_dir (void)
{
  if (runs_from_build_folder ())
    return g_build_filename (RISALAH_BUILD_DIR, "po", NULL);
  return g_strdup (RISALAH_LOCALEDIR);
}

/**
 * risalah_paths_get_reader_program:
 *
 * Returns: (transfer full) (type filename): the program that reads hostile bytes
 */
char *
risalah_paths_get_reader_program (void)
{
  if (runs_from_build_folder ())
    return g_build_filename (RISALAH_BUILD_DIR, "src", "reader", "risalah-reader", NULL);
  return g_build_filename (RISALAH_LIBEXECDIR, "risalah-reader", NULL);
}

/**
 * risalah_paths_get_default_library:
 *
 * Returns: (transfer full) (type filename): the library that opens where no other is named
 */
char *
risalah_paths_get_default_library (void)
{
  return g_build_filename (g_get_user_data_dir (), "risalah", "library.risalah", NULL);
}
