/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the settings without ending the program where the schema is missing, as g_settings_new()
 * would: first the installed schema (or GSETTINGS_SCHEMA_DIR), then the build folder's. */

#include "risalah-settings.h"

#include "risalah-config.h"

#define SCHEMA "org.risalah.Risalah"

static GSettingsSchema *
look_up_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SCHEMA, TRUE);
  if (schema == NULL)
    {
      g_autoptr (GSettingsSchemaSource) built = g_settings_schema_source_new_from_directory (
          RISALAH_BUILD_DIR "/data", installed, FALSE, NULL);

      if (built != NULL)
        schema = g_settings_schema_source_lookup (built, SCHEMA, FALSE);
    }
  return schema;
}

/**
 * risalah_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, %NULL where their schema is not installed
 */
GSettings *
risalah_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = look_up_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * risalah_settings_get_string:
 * @settings: (nullable): the settings
 * @key: a key of type "s"
 *
 * Returns: (transfer full): the value, "" without settings
 */
char *
risalah_settings_get_string (GSettings *settings, const char *key)
{
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);
  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * risalah_settings_bind:
 * @settings: (nullable): the settings
 * @key: a key
 * @object: an object
 * @property: its property, readable and writable, of the key's type
 *
 * Keeps the key and the property alike, beginning with the key. Does nothing without settings.
 */
void
risalah_settings_bind (GSettings *settings, const char *key, gpointer object, const char *property)
{
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));
  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * risalah_settings_dup_brief_defaults:
 * @settings: the settings
 *
 * Returns: (transfer full): what they say of new briefs
 */
RisalahBriefDefaults *
risalah_settings_dup_brief_defaults (GSettings *settings)
{
  RisalahBriefDefaults *defaults;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  defaults = risalah_brief_defaults_new ();
  defaults->language = g_settings_get_string (settings, "brief-language");
  defaults->citation_style = g_settings_get_string (settings, "citation-style");
  defaults->page_design = g_settings_get_string (settings, "page-design");
  defaults->paper = g_settings_get_string (settings, "paper-size");
  defaults->author = g_settings_get_string (settings, "author");
  defaults->unit = g_settings_get_string (settings, "unit");
  defaults->institution = g_settings_get_string (settings, "institution");
  defaults->address = g_settings_get_string (settings, "address");
  defaults->logo = g_settings_get_string (settings, "logo");
  return defaults;
}
