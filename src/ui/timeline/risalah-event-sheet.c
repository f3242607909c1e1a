/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyst makes or changes is accepted at once. Without a date it goes among those that
 * need one; a date that no evidence states is the analyst's own. */

#include "risalah-event-sheet.h"

#include <glib/gi18n.h>

#include "risalah-edtf-check.h"
#include "risalah-event-acting.h"
#include "risalah-event-proposal.h"
#include "risalah-event-words.h"
#include "risalah-large-text.h"
#include "risalah-sheet.h"

struct _RisalahEventSheet
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkEditable *what;
  GtkEditable *date;
  GtkLabel *date_words;
  GtkEditable *date_reason;
  GtkEditable *parties;
  GtkLabel *parties_words;
  GtkEditable *place;
  AdwComboRow *kind;
  AdwComboRow *status;
  GtkEditable *note;
  GtkWidget *evidence_group;
  GtkLabel *evidence;

  RisalahSession *session;
  RisalahNames *names;
  RisalahEvent *event; /* as it was when the sheet was opened */
};

G_DEFINE_FINAL_TYPE (RisalahEventSheet, risalah_event_sheet, ADW_TYPE_WINDOW)

static char *
typed (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* What is typed, %NULL for nothing. */
static char *
typed_or_null (GtkEditable *row)
{
  g_autofree char *text = typed (row);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* --- parties ----------------------------------------------------------------------------- */

/* The party of the event that the sheet was opened with, by the name it is shown under. */
static const RisalahParty *
find_party (RisalahEventSheet *self, const char *name)
{
  for (guint i = 0; i < self->event->parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (self->event->parties, i);
      g_autofree char *known = risalah_names_party (self->names, party);

      if (g_str_equal (known, name))
        return party;
    }
  return NULL;
}

/* A name that is no country's is kept as an organisation's; returns whether it was one. */
static gboolean
add_party (RisalahEventSheet *self, RisalahEvent *event, const char *name)
{
  const RisalahParty *known = find_party (self, name);
  g_autofree char *code = NULL;

  if (known != NULL)
    {
      risalah_event_add_party (event, known->kind, known->key, known->name);
      return TRUE;
    }
  code = risalah_names_find_country (self->names, name);
  if (code != NULL)
    risalah_event_add_party (event, "country", code, NULL);
  else
    risalah_event_add_party (event, "organisation", name, name);
  return code != NULL;
}

/* Adds the parties that are typed; returns the names that are no countries. */
static char *
add_parties (RisalahEventSheet *self, RisalahEvent *event)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->parties), ",", -1);
  g_autoptr (GString) others = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0' && !add_party (self, event, *part))
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", *part);
  return g_string_free (g_steal_pointer (&others), FALSE);
}

static char *
dup_parties (RisalahEventSheet *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->event->parties->len; i++)
    g_ptr_array_add (names, risalah_names_party (self->names,
                                                 g_ptr_array_index (self->event->parties, i)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static void
show_parties_words (RisalahEventSheet *self)
{
  g_autoptr (RisalahEvent) probe = risalah_event_new ();
  g_autofree char *others = add_parties (self, probe);
  g_autofree char *text = NULL;

  /* Translators: %s is a name that the analyst typed among the parties */
  text = g_strdup_printf (_ ("Not a country: %s. It is kept as an organisation."), others);
  gtk_label_set_text (self->parties_words, *others != '\0' ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->parties_words), *others != '\0');
}

/* --- the date ---------------------------------------------------------------------------- */

/* Whether some evidence of the event states this date. */
static gboolean
is_stated (RisalahEventSheet *self, const char *edtf)
{
  for (guint i = 0; i < self->event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (self->event->evidence, i);

      if (g_str_equal (evidence->field, "date") && g_strcmp0 (evidence->value, edtf) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the date that is typed is the analyst's own, and so needs a reason. */
static gboolean
is_own_date (RisalahEventSheet *self, const char *edtf)
{
  if (*edtf == '\0')
    return FALSE;
  if (g_strcmp0 (self->event->edtf, edtf) == 0)
    return self->event->date_by_analyst;
  return !is_stated (self, edtf);
}

static void
changed_cb (RisalahEventSheet *self)
{
  g_autofree char *what = typed (self->what);
  g_autofree char *date = typed (self->date);
  gboolean date_is_right;

  if (self->event == NULL)
    return;
  date_is_right = risalah_edtf_check (self->date, self->date_words, self->names);
  gtk_widget_set_visible (GTK_WIDGET (self->date_words),
                          *gtk_label_get_text (self->date_words) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->date_reason), is_own_date (self, date));
  show_parties_words (self);
  risalah_edtf_mark (self->what, *what != '\0');
  gtk_widget_set_sensitive (self->save, *what != '\0' && date_is_right);
}

/* --- saving ------------------------------------------------------------------------------ */

static void
take_date (RisalahEventSheet *self, RisalahEvent *event)
{
  g_autofree char *date = typed (self->date);
  gboolean is_other = g_strcmp0 (event->edtf != NULL ? event->edtf : "", date) != 0;

  event->date_by_analyst = is_own_date (self, date);
  if (is_other)
    event->mod = RISALAH_EDTF_MOD_NONE;
  g_free (event->edtf);
  g_free (event->date_reason);
  event->edtf = *date != '\0' ? g_steal_pointer (&date) : NULL;
  event->date_reason = event->date_by_analyst ? typed_or_null (self->date_reason) : NULL;
}

static RisalahEvent *
make_event (RisalahEventSheet *self)
{
  RisalahEvent *event = risalah_event_copy (self->event);
  g_autofree char *others = NULL;

  g_free (event->title);
  g_free (event->place);
  g_free (event->kind);
  g_free (event->note);
  event->title = typed (self->what);
  event->place = typed_or_null (self->place);
  event->kind = g_strdup (risalah_names_get_kind (adw_combo_row_get_selected (self->kind)));
  event->status = adw_combo_row_get_selected (self->status);
  event->note = typed_or_null (self->note);
  event->review = RISALAH_REVIEW_ACCEPTED;
  take_date (self, event);
  g_ptr_array_set_size (event->parties, 0);
  others = add_parties (self, event);
  return event;
}

static void
save_cb (RisalahEventSheet *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (RisalahEvent) event = make_event (self);

  risalah_event_acting_do (GTK_WIDGET (parent), self->session,
                           event->id != 0 ? risalah_event_act_new_change (event)
                                          : risalah_event_act_new_add (event));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the sheet --------------------------------------------------------------------------- */

static void
fill_choices (RisalahEventSheet *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);

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

  g_clear_object (&self->session);
  g_clear_object (&self->names);
  g_clear_pointer (&self->event, risalah_event_free);

  G_OBJECT_CLASS (risalah_event_sheet_parent_class)->dispose (object);
}

static void
risalah_event_sheet_class_init (RisalahEventSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_event_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, save);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, what);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, date_words);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, date_reason);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, parties);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, parties_words);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, place);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, note);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventSheet, evidence);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_event_sheet_init (RisalahEventSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_large_text_explain_rows (GTK_WIDGET (self));
  fill_choices (self);
}

static guint
find_kind (const char *kind)
{
  guint position = 0;

  while (risalah_names_get_kind (position) != NULL
         && g_strcmp0 (risalah_names_get_kind (position), kind) != 0)
    position++;
  /* The last one is "other". */
  return risalah_names_get_kind (position) != NULL ? position : position - 1;
}

static void
show_fields (RisalahEventSheet *self)
{
  const RisalahEvent *event = self->event;
  g_autofree char *parties = dup_parties (self);

  gtk_editable_set_text (self->what, event->title != NULL ? event->title : "");
  gtk_editable_set_text (self->date, event->edtf != NULL ? event->edtf : "");
  gtk_editable_set_text (self->date_reason, event->date_reason != NULL ? event->date_reason : "");
  gtk_editable_set_text (self->parties, parties);
  gtk_editable_set_text (self->place, event->place != NULL ? event->place : "");
  gtk_editable_set_text (self->note, event->note != NULL ? event->note : "");
  adw_combo_row_set_selected (self->kind, find_kind (event->kind));
  adw_combo_row_set_selected (self->status, event->status);
}

/* @event is taken. */
static GtkWidget *
open_sheet (GtkWindow *parent,
            RisalahSession *session,
            RisalahNames *names,
            RisalahEvent *event,
            const char *evidence)
{
  RisalahEventSheet *self = g_object_new (RISALAH_TYPE_EVENT_SHEET, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->event = event;
  gtk_label_set_text (self->evidence, evidence != NULL ? evidence : "");
  gtk_widget_set_visible (self->evidence_group, evidence != NULL);
  show_fields (self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * risalah_event_sheet_show:
 * @parent: the window
 * @session: the session
 * @names: how things are called
 * @open: the article
 * @passage: the words that prove the event
 *
 * Returns: (transfer none): the sheet, filled with what the passage says
 */
GtkWidget *
risalah_event_sheet_show (GtkWindow *parent,
                          RisalahSession *session,
                          RisalahNames *names,
                          const RisalahOpenSource *open,
                          const RisalahQuotation *passage)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (open != NULL && passage != NULL, NULL);

  return open_sheet (parent, session, names, risalah_event_propose (open, passage), passage->exact);
}

/**
 * risalah_event_sheet_begin:
 * @parent: the window
 * @session: the session
 * @names: how things are called
 * @edtf: (nullable): when
 *
 * Returns: (transfer none): the sheet of a new event that no source tells yet
 */
GtkWidget *
risalah_event_sheet_begin (GtkWindow *parent,
                           RisalahSession *session,
                           RisalahNames *names,
                           const char *edtf)
{
  RisalahEvent *event;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);

  event = risalah_event_new ();
  event->edtf = g_strdup (edtf);
  event->date_by_analyst = edtf != NULL;
  return open_sheet (parent, session, names, event, NULL);
}

/**
 * risalah_event_sheet_edit:
 * @parent: the window
 * @session: the session
 * @names: how things are called
 * @event: an event with its evidence; copied
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_event_sheet_edit (GtkWindow *parent,
                          RisalahSession *session,
                          RisalahNames *names,
                          const RisalahEvent *event)
{
  const RisalahEvidence *evidence;
  GtkWidget *sheet;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (event != NULL, NULL);

  evidence = risalah_event_words_get_main (event);
  sheet = open_sheet (parent, session, names, risalah_event_copy (event),
                      evidence != NULL ? evidence->exact : NULL);
  gtk_window_set_title (GTK_WINDOW (sheet), _ ("Edit Event"));
  return sheet;
}
