/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set here is the analyst's own date: marked so, printed in brackets, and never without a
 * reason. */

#include "risalah-date-sheet.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-edtf-check.h"
#include "risalah-event-acting.h"
#include "risalah-event-words.h"
#include "risalah-large-text.h"
#include "risalah-sheet.h"

typedef enum
{
  MODE_ON,
  MODE_RANGE,
  MODE_NOT_BEFORE,
  MODE_NOT_AFTER,
  N_MODES,
} Mode;

static const char *const modes[N_MODES] = {
  [MODE_ON] = N_ ("On a day, or in a month or year"),
  [MODE_RANGE] = N_ ("From one day until another"),
  [MODE_NOT_BEFORE] = N_ ("Not before"),
  [MODE_NOT_AFTER] = N_ ("Not after"),
};

struct _RisalahDateSheet
{
  AdwWindow parent_instance;

  GtkWidget *set;
  GtkLabel *title;
  GtkLabel *found;
  GtkLabel *evidence;
  AdwComboRow *mode;
  GtkEditable *first;
  GtkEditable *last;
  GtkLabel *words;
  GtkEditable *reason;

  RisalahSession *session;
  RisalahNames *names;
  gint64 event;
};

G_DEFINE_FINAL_TYPE (RisalahDateSheet, risalah_date_sheet, ADW_TYPE_WINDOW)

static char *
typed (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* (nullable): EDTF of what is chosen and typed; %NULL while something is missing. */
static char *
make_edtf (RisalahDateSheet *self)
{
  g_autofree char *first = typed (self->first);
  g_autofree char *last = typed (self->last);

  if (*first == '\0')
    return NULL;
  switch ((Mode)adw_combo_row_get_selected (self->mode))
    {
    case MODE_ON:
      return g_steal_pointer (&first);
    case MODE_RANGE:
      return *last != '\0' ? g_strconcat (first, "/", last, NULL) : NULL;
    case MODE_NOT_BEFORE:
      return g_strconcat (first, "/..", NULL);
    case MODE_NOT_AFTER:
      return g_strconcat ("../", first, NULL);
    case N_MODES:
      break;
    }
  return NULL;
}

/* Whether the whole is a date with a day, in words below the fields. */
static gboolean
check_whole (RisalahDateSheet *self)
{
  g_autofree char *edtf = make_edtf (self);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 earliest, latest;
  gboolean has_earliest, has_latest;

  if (edtf == NULL)
    return FALSE;
  if (!risalah_edtf_get_bounds (edtf, &earliest, &has_earliest, &latest, &has_latest, &error))
    {
      gtk_label_set_text (self->words, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
      return FALSE;
    }
  words = risalah_names_date (self->names, edtf, RISALAH_EDTF_MOD_NONE);
  gtk_label_set_text (self->words, words);
  return has_earliest || has_latest;
}

static void
changed_cb (RisalahDateSheet *self)
{
  g_autofree char *reason = typed (self->reason);
  gboolean is_range = adw_combo_row_get_selected (self->mode) == MODE_RANGE;
  gboolean is_right;

  if (self->names == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->last), is_range);
  is_right = risalah_edtf_check (self->first, self->words, self->names)
             && (!is_range || risalah_edtf_check (self->last, self->words, self->names));
  is_right = is_right && check_whole (self);
  gtk_widget_set_sensitive (self->set, is_right && *reason != '\0');
}

static void
set_cb (RisalahDateSheet *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *edtf = make_edtf (self);
  g_autofree char *reason = typed (self->reason);

  risalah_event_acting_do (GTK_WIDGET (parent), self->session,
                           risalah_event_act_new_date (self->event, edtf, RISALAH_EDTF_MOD_NONE,
                                                       reason));
  gtk_window_close (GTK_WINDOW (self));
}

static void
risalah_date_sheet_dispose (GObject *object)
{
  RisalahDateSheet *self = RISALAH_DATE_SHEET (object);

  g_clear_object (&self->session);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_date_sheet_parent_class)->dispose (object);
}

static void
risalah_date_sheet_class_init (RisalahDateSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_date_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-date-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, set);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, found);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, evidence);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, mode);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, first);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, last);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, words);
  gtk_widget_class_bind_template_child (widget_class, RisalahDateSheet, reason);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_date_sheet_init (RisalahDateSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_large_text_explain_rows (GTK_WIDGET (self));
  for (guint i = 0; i < N_MODES; i++)
    gtk_string_list_append (names, gettext (modes[i]));
  adw_combo_row_set_model (self->mode, G_LIST_MODEL (names));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->set);
}

static void
show_event (RisalahDateSheet *self, const RisalahEvent *event)
{
  const RisalahEvidence *evidence = risalah_event_words_get_main (event);
  const char *reported = risalah_corroboration_get_reported (event);
  g_autofree char *when = risalah_event_words_date (self->names, event);
  g_autofree char *marked
      = evidence != NULL ? risalah_event_words_marked (event, evidence) : g_strdup ("");

  gtk_label_set_text (self->title, event->title);
  gtk_label_set_text (self->found, when);
  gtk_label_set_markup (self->evidence, marked);
  if (event->edtf != NULL && event->has_earliest)
    gtk_editable_set_text (self->first, event->edtf);
  else if (reported != NULL)
    {
      /* What is reported has happened: the least that the source says. */
      adw_combo_row_set_selected (self->mode, MODE_NOT_AFTER);
      gtk_editable_set_text (self->first, reported);
    }
  gtk_editable_set_text (self->reason, event->date_reason != NULL ? event->date_reason : "");
}

/**
 * risalah_date_sheet_show:
 * @parent: the window
 * @session: the session
 * @names: how things are called
 * @event: an event with its evidence
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_date_sheet_show (GtkWindow *parent,
                         RisalahSession *session,
                         RisalahNames *names,
                         const RisalahEvent *event)
{
  RisalahDateSheet *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (event != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_DATE_SHEET, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->event = event->id;
  show_event (self, event);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
  return GTK_WIDGET (self);
}
