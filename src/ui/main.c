/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's program: its language, then the application. */

#include <glib/gi18n.h>
#include <locale.h>

#include "risalah-application.h"
#include "risalah-config.h"
#include "risalah-paths.h"
#include "risalah-settings.h"

/* The language set in Preferences wins over the desktop's. LANGUAGE does it for gettext alone, so
 * that numbers and dates stay the desktop's. */
static void
choose_language (void)
{
  g_autoptr (GSettings) settings = risalah_settings_new ();
  g_autofree char *language = risalah_settings_get_string (settings, "interface-language");
  g_autofree char *folder = risalah_paths_get_locale_dir ();

  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (RisalahApplication) application = NULL;

  choose_language ();
  g_set_prgname (RISALAH_APPLICATION_ID);
  application = risalah_application_new (G_APPLICATION_HANDLES_OPEN);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
