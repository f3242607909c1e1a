/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row is bound to one key of the settings and acts at once, but for the interface language,
 * which says that it acts at the next start. */

#include "risalah-preferences.h"

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-options.h"
#include "risalah-own-words-sheet.h"

static const RisalahOption interface_languages[] = {
  { "", N_ ("As the desktop") },
  { "id", N_ ("Indonesian") },
  { "en", N_ ("English") },
  { NULL },
};

static const RisalahOption page_designs[] = {
  { "", N_ ("As the template") },
  { "plain", N_ ("Plain") },
  { "institutional", N_ ("Institutional") },
  { "naskah-dinas", N_ ("Official document") },
  { NULL },
};

static const RisalahOption paper_sizes[] = {
  { "", N_ ("As the template") },
  { "a4", N_ ("A4") },
  { "f4", N_ ("F4") },
  { "letter", N_ ("Letter") },
  { NULL },
};

static gboolean
value_to_position (GValue *position, GVariant *value, gpointer user_data)
{
  g_value_set_uint (position,
                    risalah_options_find (user_data, g_variant_get_string (value, NULL)));
  return TRUE;
}

static GVariant *
position_to_value (const GValue *position, const GVariantType *type, gpointer user_data)
{
  const RisalahOption *options = user_data;

  return g_variant_new_string (options[g_value_get_uint (position)].value);
}

static void
add_row (GtkWidget *group, GtkWidget *row, GSettings *settings)
{
  gtk_widget_set_sensitive (row, settings != NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_choice (GtkWidget *group,
            GSettings *settings,
            const char *key,
            const char *title,
            const char *subtitle,
            const RisalahOption *options)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GListModel) labels = risalah_options_create_model (options);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), labels);
  if (settings != NULL)
    g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                  value_to_position, position_to_value, (gpointer)options, NULL);
  add_row (group, row, settings);
}

/* A row with words on its left and @control, which it is named for, on its right. */
static void
add_control (GtkWidget *group,
             GSettings *settings,
             GtkWidget *control,
             const char *title,
             const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  add_row (group, row, settings);
}

static void
add_switch (GtkWidget *group,
            GSettings *settings,
            const char *key,
            const char *title,
            const char *subtitle)
{
  GtkWidget *control = gtk_switch_new ();

  if (settings != NULL)
    g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);
  add_control (group, settings, control, title, subtitle);
}

static void
add_entry (GtkWidget *group, GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (settings != NULL)
    g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);
  add_row (group, row, settings);
}

static void
add_number (GtkWidget *group,
            GSettings *settings,
            const char *key,
            const char *title,
            const char *subtitle)
{
  GtkWidget *control = gtk_spin_button_new_with_range (0, 365, 1);

  if (settings != NULL)
    g_settings_bind (settings, key, control, "value", G_SETTINGS_BIND_DEFAULT);
  add_control (group, settings, control, title, subtitle);
}

/* --- the backup folder ------------------------------------------------------------------- */

static void
show_folder_cb (GSettings *settings, const char *key, gpointer row)
{
  g_autofree char *folder = g_settings_get_string (settings, "backup-folder");

  adw_action_row_set_subtitle (row, *folder != '\0' ? folder : _ ("Beside the library"));
}

static void
folder_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) folder = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (folder);

  if (path != NULL)
    g_settings_set_string (owner, "backup-folder", path);
}

static void
choose_folder_cb (GtkButton *button, gpointer user_data)
{
  risalah_dialogs_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))),
                          RISALAH_CHOICE_FOLDER, _ ("Folder for Backups"), NULL,
                          folder_chosen_cb, user_data);
}

static void
add_folder (GtkWidget *group, GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Backup folder"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a folder for backups"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (settings != NULL)
    {
      g_signal_connect (button, "clicked", G_CALLBACK (choose_folder_cb), settings);
      g_signal_connect_object (settings, "changed::backup-folder", G_CALLBACK (show_folder_cb),
                               row, 0);
      show_folder_cb (settings, NULL, row);
    }
  add_row (group, row, settings);
}

/* --- the analyst's own words ------------------------------------------------------------- */

static void
edit_words_cb (AdwActionRow *row)
{
  risalah_own_words_sheet_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));
}

static void
add_own_words (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Words that mean the same"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Your own glossary: a search for one word finds the others"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (edit_words_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

/**
 * risalah_preferences_new:
 * @settings: (nullable): the settings; without them every row is insensitive
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
risalah_preferences_new (GSettings *settings)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  group = add_group (page, _ ("New Briefs"));
  add_choice (group, settings, "brief-language", _ ("Language"), NULL, risalah_options_language);
  add_choice (group, settings, "citation-style", _ ("Citations"), NULL,
              risalah_options_citation_style);
  add_choice (group, settings, "page-design", _ ("Page design"), NULL, page_designs);
  add_choice (group, settings, "paper-size", _ ("Paper"), NULL, paper_sizes);
  add_entry (group, settings, "author", _ ("Author"));
  add_entry (group, settings, "unit", _ ("Unit or office"));
  add_entry (group, settings, "institution", _ ("Institution"));
  add_entry (group, settings, "address", _ ("Address"));

  group = add_group (page, _ ("Reading and Writing"));
  add_switch (group, settings, "analyse-on-import", _ ("Analyse on import"),
              _ ("Find dates, countries, quotations and events as articles come in"));
  add_own_words (group);
  add_switch (group, settings, "check-spelling", _ ("Check spelling"),
              _ ("Underline misspelt words in the brief"));
  add_choice (group, settings, "interface-language", _ ("Language of the window"),
              _ ("Takes effect when Risalah is started again"), interface_languages);

  group = add_group (page, _ ("Backups"));
  add_folder (group, settings);
  add_number (group, settings, "backup-days", _ ("Days between backups"),
              _ ("With 0, none is made automatically"));
  return page;
}
