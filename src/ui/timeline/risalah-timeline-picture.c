/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events are read and indexed on the library's thread, when they are seen. */

#include "risalah-timeline-picture.h"

#include <glib/gi18n.h>
#include <math.h>

#include "risalah-messages.h"
#include "risalah-timeline-events.h"
#include "risalah-timeline-export.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

struct _RisalahTimelinePicture
{
  GtkWidget parent_instance;

  RisalahTimelineCanvas *canvas;
  GtkScrollbar *scrollbar;
  GtkDropDown *lanes;
  GtkLabel *period;

  RisalahSession *session;
  RisalahNames *names;
  RisalahEventList *events;
  GCancellable *running;
  gboolean is_stale; /* what is shown is not what the list has */
};

G_DEFINE_FINAL_TYPE (RisalahTimelinePicture, risalah_timeline_picture, GTK_TYPE_WIDGET)

typedef struct
{
  GArray *ids;
  RisalahTimelineGrouping grouping;
  RisalahTimelineIndex *index;
} Job;

/* A figure's lanes go by the same names; it has none by dossier. */
static const struct
{
  const char *name;
  const char *group;
  RisalahTimelineGrouping grouping;
} groupings[] = {
  { N_ ("Lanes by country"), "country", RISALAH_TIMELINE_BY_COUNTRY },
  { N_ ("Lanes by kind"), "kind", RISALAH_TIMELINE_BY_KIND },
  { N_ ("Lanes by status"), "status", RISALAH_TIMELINE_BY_STATUS },
  { N_ ("Lanes by dossier"), "", RISALAH_TIMELINE_BY_DOSSIER },
  { N_ ("One lane"), "", RISALAH_TIMELINE_BY_NOTHING },
};

/* --- reading ----------------------------------------------------------------------------- */

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->index, risalah_timeline_index_free);
  g_array_unref (job->ids);
  g_free (job);
}

static gboolean
run_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (RisalahTimelineItems) items =
      risalah_timeline_events_read (connection, (const gint64 *)job->ids->data, job->ids->len,
                                    job->grouping, TRUE, error);

  if (items == NULL)
    return FALSE;
  job->index = risalah_timeline_index_new (items, job->grouping);
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahTimelinePicture) self = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);

  if (risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      g_clear_object (&self->running);
      risalah_timeline_canvas_set_index (self->canvas, g_steal_pointer (&job->index));
    }
  else if (!risalah_messages_was_cancelled (error))
    {
      g_clear_object (&self->running);
      risalah_messages_show_error (GTK_WIDGET (self), error);
    }
}

static void
start (RisalahTimelinePicture *self)
{
  RisalahLazyList *list = risalah_event_list_get_list (self->events);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  Job *job = g_new0 (Job, 1);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  self->is_stale = FALSE;
  job->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  for (guint i = 0; i < n; i++)
    {
      const gint64 id = risalah_lazy_list_get_id (list, i);

      g_array_append_val (job->ids, id);
    }
  job->grouping = groupings[gtk_drop_down_get_selected (self->lanes)].grouping;
  risalah_library_read_async (risalah_session_get_library (self->session), RISALAH_LANE_SEARCH,
                              run_job, job, job_free, self->running, read_cb, g_object_ref (self));
}

/* What nobody sees is read when somebody does. */
static void
events_changed_cb (RisalahTimelinePicture *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
  else
    self->is_stale = TRUE;
}

static void
lanes_changed_cb (RisalahTimelinePicture *self)
{
  if (self->events != NULL)
    events_changed_cb (self);
}

/* An article came into a dossier, or its name is another. */
static void
shelves_changed_cb (RisalahTimelinePicture *self)
{
  if (groupings[gtk_drop_down_get_selected (self->lanes)].grouping == RISALAH_TIMELINE_BY_DOSSIER)
    events_changed_cb (self);
}

static void
risalah_timeline_picture_map (GtkWidget *widget)
{
  RisalahTimelinePicture *self = RISALAH_TIMELINE_PICTURE (widget);
  g_autoptr (RisalahEdtf) today =
      risalah_edtf_parse (risalah_session_get_today (self->session), NULL);
  gint64 day;

  GTK_WIDGET_CLASS (risalah_timeline_picture_parent_class)->map (widget);
  if (today != NULL && risalah_edtf_get_earliest (today, &day))
    risalah_timeline_canvas_set_today (self->canvas, day + 0.5);
  if (self->is_stale)
    start (self);
}

/* --- what is shown ----------------------------------------------------------------------- */

static char *
dup_day (RisalahTimelinePicture *self, double day)
{
  g_autofree char *edtf = risalah_day_to_edtf ((gint64)floor (day));

  return risalah_names_date (self->names, edtf, RISALAH_EDTF_MOD_NONE);
}

/* The canvas and its adjustment still tell of changes while the template is taken apart. */
static void
period_changed_cb (RisalahTimelinePicture *self)
{
  const RisalahTimelineScale *scale;
  g_autofree char *first = NULL, *last = NULL, *text = NULL;

  if (self->names == NULL)
    return;
  scale = risalah_timeline_canvas_get_scale (self->canvas);
  if (scale->pixels_per_day <= 0)
    return;
  first = dup_day (self, scale->start);
  last = dup_day (self, risalah_timeline_scale_get_day (scale, scale->width) - 0.01);
  text = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  gtk_label_set_text (self->period, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->period), text);
}

static void
vertical_changed_cb (RisalahTimelinePicture *self, GtkAdjustment *vertical)
{
  if (self->scrollbar == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar),
                          gtk_adjustment_get_upper (vertical)
                              > gtk_adjustment_get_page_size (vertical) + 1);
}

static void
activate_on_canvas (RisalahTimelinePicture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL);
}

static void
zoom_in_cb (RisalahTimelinePicture *self)
{
  activate_on_canvas (self, "timeline.zoom-in");
}

static void
zoom_out_cb (RisalahTimelinePicture *self)
{
  activate_on_canvas (self, "timeline.zoom-out");
}

static void
fit_cb (RisalahTimelinePicture *self)
{
  activate_on_canvas (self, "timeline.fit");
}

/* --- acts -------------------------------------------------------------------------------- */

static void
export_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_timeline_export_choose (RISALAH_TIMELINE_PICTURE (widget)->canvas, FALSE);
}

static void
export_whole_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_timeline_export_choose (RISALAH_TIMELINE_PICTURE (widget)->canvas, TRUE);
}

/* The period and the lanes go along; the window knows what the search chooses. */
static void
insert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTimelinePicture *self = RISALAH_TIMELINE_PICTURE (widget);
  const RisalahTimelineScale *scale = risalah_timeline_canvas_get_scale (self->canvas);
  g_autofree char *from = NULL, *to = NULL;

  if (scale->pixels_per_day <= 0)
    return;
  from = risalah_day_to_edtf ((gint64)floor (scale->start));
  to = risalah_day_to_edtf ((gint64)floor (risalah_timeline_scale_get_day (scale, scale->width) - 0.01));
  gtk_widget_activate_action (widget, "win.insert-view", "(sss)", from, to,
                              groupings[gtk_drop_down_get_selected (self->lanes)].group);
}

/* --- the object -------------------------------------------------------------------------- */

static void
risalah_timeline_picture_dispose (GObject *object)
{
  RisalahTimelinePicture *self = RISALAH_TIMELINE_PICTURE (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->events);
  g_clear_object (&self->names);
  g_clear_object (&self->session);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_timeline_picture_parent_class)->dispose (object);
}

static void
risalah_timeline_picture_class_init (RisalahTimelinePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_timeline_picture_dispose;
  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  widget_class->map = risalah_timeline_picture_map;
  gtk_widget_class_install_action (widget_class, "picture.export-view", NULL, export_view_cb);
  gtk_widget_class_install_action (widget_class, "picture.export-whole", NULL, export_whole_cb);
  gtk_widget_class_install_action (widget_class, "picture.insert", NULL, insert_cb);
  g_type_ensure (RISALAH_TYPE_TIMELINE_CANVAS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-timeline-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePicture, canvas);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePicture, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePicture, lanes);
  gtk_widget_class_bind_template_child (widget_class, RisalahTimelinePicture, period);
  gtk_widget_class_bind_template_callback (widget_class, lanes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
}

static void
risalah_timeline_picture_init (RisalahTimelinePicture *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkAdjustment *vertical;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    gtk_string_list_append (names, gettext (groupings[i].name));
  gtk_drop_down_set_model (self->lanes, G_LIST_MODEL (names));
  vertical = risalah_timeline_canvas_get_vertical (self->canvas);
  gtk_scrollbar_set_adjustment (self->scrollbar, vertical);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (vertical_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * risalah_timeline_picture_new:
 * @session: the session
 * @names: how things are called
 * @events: what is shown
 *
 * Returns: (transfer floating): the picture of the events
 */
GtkWidget *
risalah_timeline_picture_new (RisalahSession *session,
                              RisalahNames *names,
                              RisalahEventList *events)
{
  RisalahTimelinePicture *self;
  g_autoptr (RisalahTerms) terms = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (events), NULL);

  self = g_object_new (RISALAH_TYPE_TIMELINE_PICTURE, NULL);
  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->events = g_object_ref (events);
  terms = risalah_session_get_terms (session, risalah_names_own_language (), &error);
  if (terms != NULL)
    risalah_timeline_canvas_set_terms (self->canvas, terms);
  else
    g_warning ("No words for the timeline: %s", error->message);
  g_signal_connect_object (events, "changed", G_CALLBACK (events_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (risalah_session_get_library (session), "shelves-changed",
                           G_CALLBACK (shelves_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * risalah_timeline_picture_get_canvas:
 * @self: the picture
 *
 * Returns: (transfer none): its canvas
 */
RisalahTimelineCanvas *
risalah_timeline_picture_get_canvas (RisalahTimelinePicture *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_PICTURE (self), NULL);
  return self->canvas;
}

/**
 * risalah_timeline_picture_set_folded:
 * @self: the picture
 * @folded: whether its bar has to do with little room
 *
 * Folded, the axis alone tells the period.
 */
void
risalah_timeline_picture_set_folded (RisalahTimelinePicture *self, gboolean folded)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_PICTURE (self));
  gtk_widget_set_visible (GTK_WIDGET (self->period), !folded);
}
