/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dark style and high contrast need beside style.css. AdwApplication would load style-dark.css
 * and style-hc.css by itself, but from libadwaita 1.8 on it warns of them, in favour of media queries
 * that GTK 4.8 does not know. */

#include "risalah-style.h"

#include <adwaita.h>

static void
follow (AdwStyleManager *manager, const char *property, const char *resource)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);
  GtkStyleProvider *provider = g_object_get_data (G_OBJECT (manager), resource);
  gboolean wanted;

  g_object_get (manager, property, &wanted, NULL);
  if (provider == NULL)
    {
      provider = GTK_STYLE_PROVIDER (gtk_css_provider_new ());
      gtk_css_provider_load_from_resource (GTK_CSS_PROVIDER (provider), resource);
      g_object_set_data_full (G_OBJECT (manager), resource, provider, g_object_unref);
    }
  if (wanted)
    gtk_style_context_add_provider_for_display (display, provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

static void
dark_cb (AdwStyleManager *manager)
{
  follow (manager, "dark", "/org/risalah/Risalah/dark.css");
}

static void
high_contrast_cb (AdwStyleManager *manager)
{
  follow (manager, "high-contrast", "/org/risalah/Risalah/high-contrast.css");
}

/**
 * risalah_style_follow:
 * @display: the display; its style manager is followed from now on
 *
 * Adds to the application's style sheet what the dark style and high contrast need, whenever the desktop
 * or the analyst asks for them.
 */
void
risalah_style_follow (GdkDisplay *display)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);

  g_signal_connect (manager, "notify::dark", G_CALLBACK (dark_cb), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (high_contrast_cb), NULL);
  dark_cb (manager);
  high_contrast_cb (manager);
}
