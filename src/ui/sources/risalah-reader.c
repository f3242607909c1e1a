/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with its marks, its details and its own way of searching. What is done with words that
 * are selected, with marks, and how an article comes here stands in files of their own. */

#include "risalah-reader.h"

#include "risalah-reader-private.h"
#include "risalah-reader-text.h"
#include "risalah-removal.h"
#include "risalah-settings.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

typedef enum
{
  PROP_DETAILS = 1,
  PROP_MARKS,
  PROP_DROPPED,
  PROP_TEXT_SIZE,
} RisalahReaderProperty;

static GParamSpec *properties[PROP_TEXT_SIZE + 1];
guint risalah_reader_signals[RISALAH_READER_N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahReader, risalah_reader, GTK_TYPE_WIDGET)

static void
update_details (RisalahReader *self)
{
  gboolean folded = risalah_adaptive_bin_get_room (self->bin) == RISALAH_ROOM_NARROW;

  gtk_widget_set_visible (GTK_WIDGET (self->details), self->show_details);
  gtk_widget_set_visible (self->details_separator, self->show_details && !folded);
  gtk_widget_set_visible (self->scroller, !self->show_details || !folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->details), folded);
}

static void
layout_changed_cb (RisalahReader *self)
{
  update_details (self);
}

/* --- actions ----------------------------------------------------------------------------- */

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_reader_find (RISALAH_READER (widget));
}

static void
current_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_reader_load_current (RISALAH_READER (widget));
}

static void
show_original_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);

  if (self->open != NULL)
    risalah_source_details_show_original (self->details);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);

  if (self->open == NULL)
    return;
  risalah_removal_remove_source (widget, risalah_session_get_library (self->session),
                                 self->open->source->id, self->open->source->label);
  risalah_reader_close (self);
}

static void
set_text_size (RisalahReader *self, double size)
{
  size = CLAMP (size, 0.7, 2.5);
  if (self->text_size == size)
    return;
  self->text_size = size;
  risalah_reader_look_resize (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SIZE]);
}

static void
size_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahReader *self = RISALAH_READER (widget);

  if (g_str_equal (name, "reader.larger"))
    set_text_size (self, self->text_size * 1.1);
  else if (g_str_equal (name, "reader.smaller"))
    set_text_size (self, self->text_size / 1.1);
  else
    set_text_size (self, 1.0);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_reader_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (risalah_reader_parent_class)->css_changed (widget, change);
  risalah_reader_look_measure (RISALAH_READER (widget));
}

static void
risalah_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RisalahReader *self = RISALAH_READER (object);

  switch ((RisalahReaderProperty)id)
    {
    case PROP_DETAILS:
      g_value_set_boolean (value, self->show_details);
      break;
    case PROP_MARKS:
      g_value_set_boolean (value, self->show_marks);
      break;
    case PROP_DROPPED:
      g_value_set_boolean (value, self->show_dropped);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_double (value, self->text_size);
      break;
    }
}

static void
set_flag (RisalahReader *self, gboolean *flag, const GValue *value, RisalahReaderProperty property)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = !*flag;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
risalah_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RisalahReader *self = RISALAH_READER (object);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  switch ((RisalahReaderProperty)id)
    {
    case PROP_DETAILS:
      set_flag (self, &self->show_details, value, PROP_DETAILS);
      update_details (self);
      break;
    case PROP_MARKS:
      set_flag (self, &self->show_marks, value, PROP_MARKS);
      risalah_reader_text_show_marks (buffer, self->show_marks);
      break;
    case PROP_DROPPED:
      set_flag (self, &self->show_dropped, value, PROP_DROPPED);
      risalah_reader_text_show_dropped (buffer, self->show_dropped);
      break;
    case PROP_TEXT_SIZE:
      set_text_size (self, g_value_get_double (value));
      break;
    }
}

static void
risalah_reader_dispose (GObject *object)
{
  RisalahReader *self = RISALAH_READER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->flash, g_source_remove);
  risalah_reader_selection_dispose (self);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->open, risalah_open_source_free);
  g_clear_pointer (&self->map, risalah_offset_map_free);
  g_clear_pointer (&self->query, risalah_query_unref);
  g_clear_object (&self->size_provider);
  g_clear_object (&self->session);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_reader_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DETAILS] = g_param_spec_boolean ("details", NULL, NULL, FALSE, flags);
  properties[PROP_MARKS] = g_param_spec_boolean ("marks", NULL, NULL, TRUE, flags);
  properties[PROP_DROPPED] = g_param_spec_boolean ("dropped", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SIZE] = g_param_spec_double ("text-size", NULL, NULL, 0.7, 2.5, 1.0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
install_signals (void)
{
  static const char *const names[] = {
    [RISALAH_READER_QUOTED] = "quoted",
    [RISALAH_READER_CITED] = "cited",
    [RISALAH_READER_EVENT_WANTED] = "event-wanted",
  };

  for (guint i = 0; i < RISALAH_READER_N_SIGNALS; i++)
    risalah_reader_signals[i] =
        g_signal_new (names[i], RISALAH_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, RISALAH_TYPE_QUOTATION | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "reader.current-text", NULL, current_text_cb);
  gtk_widget_class_install_action (widget_class, "reader.show-original", NULL, show_original_cb);
  gtk_widget_class_install_action (widget_class, "reader.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "reader.larger", NULL, size_cb);
  gtk_widget_class_install_action (widget_class, "reader.smaller", NULL, size_cb);
  gtk_widget_class_install_action (widget_class, "reader.usual-size", NULL, size_cb);
  gtk_widget_class_install_property_action (widget_class, "reader.details", "details");
  gtk_widget_class_install_property_action (widget_class, "reader.marks", "marks");
  gtk_widget_class_install_property_action (widget_class, "reader.dropped", "dropped");
  risalah_reader_selection_class_init (widget_class);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/risalah/Risalah/ui/sources/risalah-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, bin);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, failed_page);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, earlier);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, find);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, clamp);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, view);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, details_separator);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, details);
  gtk_widget_class_bind_template_child (widget_class, RisalahReader, selection_popover);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
}

static void
risalah_reader_class_init (RisalahReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RISALAH_TYPE_READER_FIND);
  g_type_ensure (RISALAH_TYPE_SOURCE_DETAILS);
  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  object_class->dispose = risalah_reader_dispose;
  object_class->get_property = risalah_reader_get_property;
  object_class->set_property = risalah_reader_set_property;
  widget_class->css_changed = risalah_reader_css_changed;
  install_properties (object_class);
  install_signals ();
  bind_template (widget_class);
  risalah_reader_marks_class_init (widget_class);
  install_actions (widget_class);
}

static void
risalah_reader_init (RisalahReader *self)
{
  self->show_marks = TRUE;
  self->text_size = 1.0;
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_reader_look_init (self);
  risalah_reader_selection_init (self);
  risalah_reader_marks_init (self);
  update_details (self);
}

/**
 * risalah_reader_set_session:
 * @self: the reader, which has none yet
 * @session: the session
 * @names: how things are called
 * @settings: (nullable): where its state is kept
 */
void
risalah_reader_set_session (RisalahReader *self,
                            RisalahSession *session,
                            RisalahNames *names,
                            GSettings *settings)
{
  RisalahLibrary *library;

  g_return_if_fail (RISALAH_IS_READER (self));
  g_return_if_fail (self->session == NULL && RISALAH_IS_SESSION (session));

  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  library = risalah_session_get_library (session);
  risalah_source_details_set_session (self->details, session, names);
  g_signal_connect_object (library, "sources-changed", G_CALLBACK (risalah_reader_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "events-changed", G_CALLBACK (risalah_reader_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "quotations-changed", G_CALLBACK (risalah_reader_reload), self,
                           G_CONNECT_SWAPPED);
  risalah_settings_bind (settings, "details-visible", self, "details");
  risalah_settings_bind (settings, "show-marks", self, "marks");
  risalah_settings_bind (settings, "reader-text-size", self, "text-size");
}

/**
 * risalah_reader_get_source:
 * @self: the reader
 *
 * Returns: the number of the source that is open or about to be, 0 for none
 */
gint64
risalah_reader_get_source (RisalahReader *self)
{
  g_return_val_if_fail (RISALAH_IS_READER (self), 0);
  return self->wanted;
}

/**
 * risalah_reader_get_open:
 * @self: the reader
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const RisalahOpenSource *
risalah_reader_get_open (RisalahReader *self)
{
  g_return_val_if_fail (RISALAH_IS_READER (self), NULL);
  return self->open;
}

/**
 * risalah_reader_get_view:
 * @self: the reader
 *
 * Returns: (transfer none): the view of the text
 */
GtkTextView *
risalah_reader_get_view (RisalahReader *self)
{
  g_return_val_if_fail (RISALAH_IS_READER (self), NULL);
  return self->view;
}

/**
 * risalah_reader_select:
 * @self: the reader, with an article open
 * @start: first character of the stored text
 * @end: character after the last
 *
 * Selects the words, as the analyst would.
 */
void
risalah_reader_select (RisalahReader *self, gint64 start, gint64 end)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, to;

  g_return_if_fail (RISALAH_IS_READER (self));
  g_return_if_fail (self->open != NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  risalah_reader_text_get_iters (buffer, self->map, start, end, &from, &to);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

/**
 * risalah_reader_focus:
 * @self: the reader
 *
 * Puts the focus into the text.
 */
void
risalah_reader_focus (RisalahReader *self)
{
  g_return_if_fail (RISALAH_IS_READER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * risalah_reader_find:
 * @self: the reader
 *
 * Opens the bar to find words in the article.
 */
void
risalah_reader_find (RisalahReader *self)
{
  g_return_if_fail (RISALAH_IS_READER (self));
  if (self->open != NULL)
    risalah_reader_find_open (self->find);
}
