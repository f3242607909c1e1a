/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row writes its own value when it is applied or left; nothing waits for a button. */

#include "risalah-metadata-form.h"

#include <glib/gi18n.h>

#include "risalah-large-text.h"
#include "risalah-messages.h"
#include "risalah-source-edit.h"

/* The rows that are typed, in order. */
static const struct
{
  RisalahMetadata which;
  const char *title;
} entries[] = {
  { RISALAH_METADATA_TITLE, N_ ("Title") },
  { RISALAH_METADATA_PUBLISHER, N_ ("Publisher") },
  { RISALAH_METADATA_PUBLISHED, N_ ("Published (2025-07-28, 2025-07, 2025)") },
  { RISALAH_METADATA_BYLINE, N_ ("Written by") },
  { RISALAH_METADATA_PLACE, N_ ("Place") },
  { RISALAH_METADATA_URL, N_ ("Address on the web") },
};

static const char *const languages[] = { "", "id", "en", "ms", NULL };
static const char *const types[] = { "",       "news", "release", "opinion", "explainer",
                                     "report", "law",  "treaty",  "speech",  NULL };
static const char grades[] = { 0, 'A', 'B', 'C', 'D', 'E', 'F' };

struct _RisalahMetadataForm
{
  AdwBin parent_instance;

  GtkWidget *rows[G_N_ELEMENTS (entries)];
  GtkWidget *language;
  GtkWidget *type;
  GtkWidget *reliability;

  RisalahSession *session;
  RisalahNames *names;
  RisalahSource *source;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RisalahMetadataForm, risalah_metadata_form, ADW_TYPE_BIN)

static const char *
known (RisalahMetadataForm *self, RisalahMetadata which)
{
  return self->source->metadata[which] != NULL ? self->source->metadata[which] : "";
}

static RisalahLibrary *
library_of (RisalahMetadataForm *self)
{
  return risalah_session_get_library (self->session);
}

/* --- writing ----------------------------------------------------------------------------- */

static gboolean
is_date (const char *text)
{
  g_autoptr (RisalahEdtf) date = *text != '\0' ? risalah_edtf_parse (text, NULL) : NULL;

  return *text == '\0' || date != NULL;
}

/* %FALSE where the row holds what cannot be written; the analyst is told. */
static gboolean
apply_entry (RisalahMetadataForm *self, guint i)
{
  g_autofree char *text = NULL;

  if (self->source == NULL || self->showing)
    return TRUE;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))));
  if (g_str_equal (text, known (self, entries[i].which)))
    return TRUE;
  if (entries[i].which == RISALAH_METADATA_PUBLISHED && !is_date (text))
    {
      gtk_widget_add_css_class (self->rows[i], "error");
      risalah_messages_show (GTK_WIDGET (self),
                             _ ("That is not a date. Write 2025-07-28, 2025-07, 2025 or 2025~."));
      return FALSE;
    }
  gtk_widget_remove_css_class (self->rows[i], "error");
  if (entries[i].which == RISALAH_METADATA_PUBLISHED)
    risalah_source_edit_published (GTK_WIDGET (self), self->session, self->source->id, text);
  else
    risalah_source_edit_metadata (GTK_WIDGET (self), library_of (self), self->source->id,
                                  entries[i].which, text);
  return TRUE;
}

static void
entry_apply_cb (RisalahMetadataForm *self, GtkWidget *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (self->rows[i] == row)
      apply_entry (self, i);
}

static void
choice_cb (RisalahMetadataForm *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint position = adw_combo_row_get_selected (row);

  if (self->source == NULL || self->showing)
    return;
  if (GTK_WIDGET (row) == self->language)
    risalah_source_edit_metadata (GTK_WIDGET (self), library_of (self), self->source->id,
                                  RISALAH_METADATA_LANGUAGE, languages[position]);
  else if (GTK_WIDGET (row) == self->type)
    risalah_source_edit_metadata (GTK_WIDGET (self), library_of (self), self->source->id,
                                  RISALAH_METADATA_TYPE, types[position]);
  else
    risalah_source_edit_reliability (GTK_WIDGET (self), library_of (self), self->source->id,
                                     grades[position]);
}

/* --- the form ---------------------------------------------------------------------------- */

static GtkWidget *
add_combo (RisalahMetadataForm *self, GtkWidget *group, const char *title, GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_object_unref (labels);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (choice_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkStringList *
named (const char *const *values, const char *(*name) (const char *))
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (; *values != NULL; values++)
    gtk_string_list_append (labels, **values == '\0' ? _ ("Not known") : name (*values));
  return labels;
}

static GtkStringList *
graded (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    gtk_string_list_append (labels, risalah_names_reliability (grades[i]));
  return labels;
}

static guint
position_of (const char *const *values, const char *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (g_strcmp0 (values[i], value) == 0)
      return i;
  return 0;
}

static void
risalah_metadata_form_dispose (GObject *object)
{
  RisalahMetadataForm *self = RISALAH_METADATA_FORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->names);
  g_clear_pointer (&self->source, risalah_source_unref);

  G_OBJECT_CLASS (risalah_metadata_form_parent_class)->dispose (object);
}

static void
risalah_metadata_form_class_init (RisalahMetadataFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_metadata_form_dispose;
}

static void
risalah_metadata_form_init (RisalahMetadataForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      self->rows[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]),
                                     gettext (entries[i].title));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), TRUE);
      g_signal_connect_swapped (self->rows[i], "apply", G_CALLBACK (entry_apply_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  self->language
      = add_combo (self, group, _ ("Language"), named (languages, risalah_names_language));
  self->type = add_combo (self, group, _ ("Type"), named (types, risalah_names_source_type));
  self->reliability = add_combo (self, group, _ ("Reliability of the source"), graded ());
  risalah_large_text_explain_rows (group);
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * risalah_metadata_form_set_session:
 * @self: the form
 * @session: where corrections go
 * @names: how things are called
 */
void
risalah_metadata_form_set_session (RisalahMetadataForm *self,
                                   RisalahSession *session,
                                   RisalahNames *names)
{
  g_return_if_fail (RISALAH_IS_METADATA_FORM (self));

  g_set_object (&self->session, session);
  g_set_object (&self->names, names);
}

static void
show_entries (RisalahMetadataForm *self, const RisalahSource *before)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *row = self->rows[i];
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
      const char *value = before != NULL ? before->metadata[entries[i].which] : NULL;

      /* What was typed is not overwritten by another correction coming back. */
      if (before != NULL && !g_str_equal (typed, value != NULL ? value : ""))
        continue;
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (row), known (self, entries[i].which));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      gtk_widget_remove_css_class (row, "error");
    }
}

/**
 * risalah_metadata_form_show:
 * @self: the form
 * @source: a source
 */
void
risalah_metadata_form_show (RisalahMetadataForm *self, RisalahSource *source)
{
  g_autoptr (RisalahSource) before = NULL;

  g_return_if_fail (RISALAH_IS_METADATA_FORM (self));
  g_return_if_fail (source != NULL);

  before = g_steal_pointer (&self->source);
  self->source = risalah_source_ref (source);
  self->showing = TRUE;
  show_entries (self, before != NULL && before->id == source->id ? before : NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language),
                              position_of (languages, known (self, RISALAH_METADATA_LANGUAGE)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->type),
                              position_of (types, known (self, RISALAH_METADATA_TYPE)));
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    if (grades[i] == source->reliability)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->reliability), i);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->reliability),
                               source->reliability_is_default ? _ ("As its publisher is graded")
                                                              : "");
  self->showing = FALSE;
}

/**
 * risalah_metadata_form_apply:
 * @self: the form
 *
 * Writes what was typed and not yet applied.
 *
 * Returns: whether all of it could be; else the first row that could not has the focus
 */
gboolean
risalah_metadata_form_apply (RisalahMetadataForm *self)
{
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (RISALAH_IS_METADATA_FORM (self), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!apply_entry (self, i) && wrong == NULL)
      wrong = self->rows[i];
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);
  return wrong == NULL;
}

/**
 * risalah_metadata_form_focus:
 * @self: the form
 *
 * Puts the focus into the first row that is empty, else into the title.
 */
void
risalah_metadata_form_focus (RisalahMetadataForm *self)
{
  g_return_if_fail (RISALAH_IS_METADATA_FORM (self));

  for (guint i = 0; i < 3; i++)
    if (*gtk_editable_get_text (GTK_EDITABLE (self->rows[i])) == '\0')
      {
        gtk_widget_grab_focus (self->rows[i]);
        return;
      }
  gtk_widget_grab_focus (self->rows[0]);
}
