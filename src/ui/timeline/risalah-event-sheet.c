/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst makes is accepted at once. Without a date it goes among those that need one. */

#include "risalah-event-sheet.h"

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-sheet.h"

#define LONGEST_PROPOSAL 90

struct _RisalahEventSheet
{
  AdwWindow parent_instance;

  GtkWidget *add;
  GtkEditable *what;
  GtkEditable *date;
  GtkEditable *countries;
  GtkEditable *place;
  AdwComboRow *kind;
  AdwComboRow *status;
  GtkLabel *evidence;

  RisalahLibrary *library;
  RisalahNames *names;
  gint64 text;
  gint64 start;
  gint64 end;
};

G_DEFINE_FINAL_TYPE (RisalahEventSheet, risalah_event_sheet, ADW_TYPE_WINDOW)

static char *
typed (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* (nullable): codes of the countries typed; %NULL where one of them is none. */
static GPtrArray *
typed_countries (RisalahEventSheet *self)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->countries), ",", -1);
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (char **part = parts; *part != NULL; part++)
    {
      char *code;

      if (*g_strstrip (*part) == '\0')
        continue;
      code = risalah_names_find_country (self->names, *part);
      if (code == NULL)
        return NULL;
      g_ptr_array_add (codes, code);
    }
  return g_steal_pointer (&codes);
}

static void
mark (GtkEditable *row, gboolean is_right)
{
  if (is_right)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
changed_cb (RisalahEventSheet *self)
{
  g_autofree char *what = typed (self->what);
  g_autofree char *date = typed (self->date);
  g_autoptr(RisalahEdtf) edtf = *date != '\0' ? risalah_edtf_parse (date, NULL) : NULL;
  g_autoptr(GPtrArray) codes = self->names != NULL ? typed_countries (self) : NULL;
  gboolean date_is_right = *date == '\0' || edtf != NULL;

  mark (self->date, date_is_right);
  mark (self->countries, codes != NULL);
  gtk_widget_set_sensitive (self->add, *what != '\0' && date_is_right && codes != NULL);
}

/* --- adding ------------------------------------------------------------------------------ */

static gboolean
store_event (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return risalah_events_add (connection, data, error) != 0;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) parent = user_data;
  g_autoptr(GError) error = NULL;

  if (risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show (parent, _ ("The event is on the timeline"));
  else
    risalah_messages_show_error (parent, error);
}

static RisalahEvent *
make_event (RisalahEventSheet *self)
{
  RisalahEvent *event = risalah_event_new ();
  g_autoptr(GPtrArray) codes = typed_countries (self);
  RisalahEvidence *evidence;

  event->title = typed (self->what);
  event->edtf = typed (self->date);
  if (*event->edtf == '\0')
    g_clear_pointer (&event->edtf, g_free);
  event->place = typed (self->place);
  event->kind = g_strdup (risalah_names_get_kind (adw_combo_row_get_selected (self->kind)));
  event->status = adw_combo_row_get_selected (self->status);
  event->review = RISALAH_REVIEW_ACCEPTED;
  for (guint i = 0; i < codes->len; i++)
    risalah_event_add_party (event, "country", g_ptr_array_index (codes, i), NULL);
  evidence = risalah_event_add_evidence (event, self->text, self->start, self->end, "trigger");
  g_free (evidence->joined_by);
  evidence->joined_by = g_strdup ("analyst");
  return event;
}

static void
add_cb (RisalahEventSheet *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  risalah_library_write_async (self->library, RISALAH_PRIORITY_ANALYST, store_event,
                               make_event (self), (GDestroyNotify)risalah_event_free, NULL,
                               stored_cb, g_object_ref (parent));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the sheet --------------------------------------------------------------------------- */

static void
fill_choices (RisalahEventSheet *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) statuses = gtk_string_list_new (NULL);

  for (guint i = 0; risalah_names_get_kind (i) != NULL; i++)
    gtk_string_list_append (kinds, risalah_names_kind (risalah_names_get_kind (i)));
  for (guint i = RISALAH_EVENT_HELD; i <= RISALAH_EVENT_CANCELLED; i++)
    gtk_string_list_append (statuses, risalah_names_status (i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->status, G_LIST_MODEL (statuses));
}

static void
risalah_event_sheet_dispose (GObject *object)
{
  RisalahEventSheet *self = RISALAH_EVENT_SHEET (object);

  g_clear_object (&self->library);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_event_sheet_parent_class)->dispose (object);
}

static void
risalah_event_sheet_class_init (RisalahEventSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_event_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, add);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, what);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, countries);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, place);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, evidence);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_event_sheet_init (RisalahEventSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

static char *
propose_title (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  if (g_utf8_strlen (line, -1) <= LONGEST_PROPOSAL)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, LONGEST_PROPOSAL) = '\0';
  if (strrchr (line, ' ') != NULL)
    *strrchr (line, ' ') = '\0';
  return g_strconcat (line, "…", NULL);
}

/* The first date that the passage itself states. */
static const char *
propose_date (const RisalahOpenSource *open, const RisalahQuotation *passage)
{
  for (guint i = 0; open->mentions != NULL && i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);

      if (mention->kind == RISALAH_MENTION_DATE && mention->start >= passage->start
          && mention->end <= passage->end)
        return mention->key;
    }
  return "";
}

static char *
propose_countries (RisalahNames *names,
                   const RisalahOpenSource *open,
                   const RisalahQuotation *passage)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; open->mentions != NULL && i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);
      g_autofree char *name = NULL;

      if (mention->kind != RISALAH_MENTION_COUNTRY || mention->start < passage->start
          || mention->end > passage->end)
        continue;
      name = risalah_names_country (names, mention->key);
      if (!g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
        g_ptr_array_add (found, g_steal_pointer (&name));
    }
  g_ptr_array_add (found, NULL);
  return g_strjoinv (", ", (char **)found->pdata);
}

/**
 * risalah_event_sheet_show:
 * @parent: the window
 * @library: where the event goes
 * @names: how things are called
 * @open: the article
 * @passage: the words that prove the event
 *
 * Returns: (transfer none): the sheet, filled with what the passage says
 */
GtkWidget *
risalah_event_sheet_show (GtkWindow *parent,
                          RisalahLibrary *library,
                          RisalahNames *names,
                          const RisalahOpenSource *open,
                          const RisalahQuotation *passage)
{
  RisalahEventSheet *self;
  g_autofree char *title = NULL, *countries = NULL;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (open != NULL && passage != NULL, NULL);

  title = propose_title (passage->exact);
  countries = propose_countries (names, open, passage);
  self = g_object_new (RISALAH_TYPE_EVENT_SHEET, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->names = g_object_ref (names);
  self->text = open->text->id;
  self->start = passage->start;
  self->end = passage->end;
  gtk_label_set_text (self->evidence, passage->exact);
  gtk_editable_set_text (self->what, title);
  gtk_editable_set_text (self->date, propose_date (open, passage));
  gtk_editable_set_text (self->countries, countries);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
