/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of values with their names, shared by the preferences and the sheets about a brief. */

#include "risalah-options.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

const RisalahOption risalah_options_language[] = {
  { "id", N_ ("Indonesian") },
  { "en", N_ ("English") },
  { NULL },
};

const RisalahOption risalah_options_citation_style[] = {
  { "notes", N_ ("Numbered notes") },
  { "author-date", N_ ("Author and date") },
  { NULL },
};

const RisalahOption risalah_options_page_design[] = {
  { "plain", N_ ("Plain") },
  { "institutional", N_ ("Institutional") },
  { "naskah-dinas", N_ ("Official document") },
  { NULL },
};

const RisalahOption risalah_options_paper[] = {
  { "a4", N_ ("A4") },
  { "f4", N_ ("F4") },
  { "letter", N_ ("Letter") },
  { NULL },
};

const RisalahOption risalah_options_contents[] = {
  { "automatic", N_ ("From five pages on") },
  { "never", N_ ("Never") },
  { "always", N_ ("Always") },
  { NULL },
};

const RisalahOption risalah_options_classification[] = {
  { "", N_ ("None") },
  { "open", N_ ("Unclassified") },
  { "restricted", N_ ("Restricted") },
  { "confidential", N_ ("Confidential") },
  { "secret", N_ ("Top secret") },
  { NULL },
};

const RisalahOption risalah_options_urgency[] = {
  { "", N_ ("None") },
  { "normal", N_ ("Normal") },
  { "urgent", N_ ("Urgent") },
  { "very-urgent", N_ ("Very urgent") },
  { NULL },
};

const RisalahOption risalah_options_format[] = {
  { "pdf", N_ ("PDF") },
  { "docx", N_ ("Word (DOCX)") },
  { "odt", N_ ("OpenDocument (ODT)") },
  { "html", N_ ("Web page (HTML)") },
  { "md", N_ ("Markdown") },
  { NULL },
};

/**
 * risalah_options_create_model:
 * @options: a list of options
 *
 * Returns: (transfer full): their names, translated, for a row or a drop-down
 */
GListModel *
risalah_options_create_model (const RisalahOption *options)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; options[i].value != NULL; i++)
    gtk_string_list_append (labels, gettext (options[i].label));
  return G_LIST_MODEL (labels);
}

/**
 * risalah_options_find:
 * @options: a list of options
 * @value: a value
 *
 * Returns: where @value stands in the list, 0 where it does not
 */
guint
risalah_options_find (const RisalahOption *options, const char *value)
{
  for (guint i = 0; options[i].value != NULL; i++)
    if (g_strcmp0 (options[i].value, value) == 0)
      return i;
  return 0;
}
