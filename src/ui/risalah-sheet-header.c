/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A header bar whose title goes below its buttons where it would be cut off between them, as in a
 * narrow window or with large text. */

#include "risalah-sheet-header.h"

#include "risalah-widget.h"

struct _RisalahSheetHeader
{
  GtkWidget parent_instance;

  AdwHeaderBar *bar;
  GtkWidget *title;     /* an AdwWindowTitle */
  GtkWidget *within;    /* the bar: it holds the title, and asks for no room */
  GtkWidget *below;     /* the same title, over as many lines as it takes */
  gboolean follows_root; /* the bar came without a title: it has the window's own */
  GBinding *root_title; /* (nullable) */
};

enum
{
  PROP_BAR = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RisalahSheetHeader, risalah_sheet_header, GTK_TYPE_WIDGET)

static gboolean
has_room (RisalahSheetHeader *self, int width)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return width < 0 || natural <= width;
}

static void
risalah_sheet_header_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (widget);
  int least = 0, usual = 0;

  gtk_widget_measure (GTK_WIDGET (self->bar), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->below, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, *minimum);
    }
  else if (!has_room (self, for_size))
    {
      gtk_widget_measure (self->below, orientation, for_size, &least, &usual, NULL, NULL);
      *minimum += least;
      *natural += usual;
    }
}

static void
risalah_sheet_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (widget);
  gboolean is_wide = has_room (self, width);
  int bar_height = height;

  gtk_widget_set_child_visible (self->within, is_wide);
  gtk_widget_set_child_visible (self->below, !is_wide);
  if (!is_wide)
    {
      gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_VERTICAL, width, NULL,
                          &bar_height, NULL, NULL);
      gtk_widget_size_allocate (self->below,
                                &(GtkAllocation){ 0, bar_height, width,
                                                  MAX (height - bar_height, 0) },
                                -1);
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->bar), &(GtkAllocation){ 0, 0, width, bar_height },
                            -1);
}

static GtkSizeRequestMode
risalah_sheet_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
risalah_sheet_header_root (GtkWidget *widget)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (widget);

  GTK_WIDGET_CLASS (risalah_sheet_header_parent_class)->root (widget);
  if (self->follows_root)
    self->root_title = g_object_bind_property (gtk_widget_get_root (widget), "title", self->title,
                                               "title", G_BINDING_SYNC_CREATE);
}

static void
risalah_sheet_header_unroot (GtkWidget *widget)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (widget);

  g_clear_pointer (&self->root_title, g_binding_unbind);
  GTK_WIDGET_CLASS (risalah_sheet_header_parent_class)->unroot (widget);
}

static gboolean
is_said_cb (GBinding *binding, const GValue *text, GValue *is_said, gpointer user_data)
{
  const char *string = g_value_get_string (text);

  g_value_set_boolean (is_said, string != NULL && *string != '\0');
  return TRUE;
}

static void
add_line (RisalahSheetHeader *self, const char *property, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->below), label);
  g_object_bind_property (self->title, property, label, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->title, property, label, "visible", G_BINDING_SYNC_CREATE,
                               is_said_cb, NULL, NULL, NULL);
}

static void
set_bar (RisalahSheetHeader *self, AdwHeaderBar *bar)
{
  self->bar = bar;
  self->title = adw_header_bar_get_title_widget (bar);
  self->follows_root = self->title == NULL;
  if (self->follows_root)
    self->title = adw_window_title_new ("", "");
  g_object_ref_sink (self->title);
  adw_header_bar_set_title_widget (bar, NULL);
  self->within = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->within), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->within), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->within), self->title);
  gtk_widget_set_can_focus (self->within, FALSE);
  adw_header_bar_set_title_widget (bar, self->within);
  if (gtk_widget_has_css_class (GTK_WIDGET (bar), "flat"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->below, "title-below");
  add_line (self, "title", "heading");
  add_line (self, "subtitle", "caption");
  gtk_widget_set_parent (GTK_WIDGET (bar), GTK_WIDGET (self));
  gtk_widget_set_parent (self->below, GTK_WIDGET (self));
}

static void
risalah_sheet_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (object);

  switch (id)
    {
    case PROP_BAR:
      g_value_set_object (value, self->bar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
risalah_sheet_header_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  RisalahSheetHeader *self = RISALAH_SHEET_HEADER (object);

  switch (id)
    {
    case PROP_BAR:
      set_bar (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
risalah_sheet_header_dispose (GObject *object)
{
  g_clear_object (&RISALAH_SHEET_HEADER (object)->title);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_sheet_header_parent_class)->dispose (object);
}

static void
risalah_sheet_header_class_init (RisalahSheetHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = risalah_sheet_header_dispose;
  object_class->get_property = risalah_sheet_header_get_property;
  object_class->set_property = risalah_sheet_header_set_property;
  widget_class->get_request_mode = risalah_sheet_header_get_request_mode;
  widget_class->measure = risalah_sheet_header_measure;
  widget_class->size_allocate = risalah_sheet_header_size_allocate;
  widget_class->root = risalah_sheet_header_root;
  widget_class->unroot = risalah_sheet_header_unroot;

  /**
   * RisalahSheetHeader:bar:
   *
   * The header bar. Its title is an AdwWindowTitle of its own, or the window's title.
   */
  properties[PROP_BAR]
      = g_param_spec_object ("bar", NULL, NULL, ADW_TYPE_HEADER_BAR,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "sheetheader");
}

static void
risalah_sheet_header_init (RisalahSheetHeader *self)
{
}

/**
 * risalah_sheet_header_new:
 * @bar: (transfer floating): the header bar, without a title or with an AdwWindowTitle
 *
 * Returns: (transfer floating): the header of a sheet
 */
GtkWidget *
risalah_sheet_header_new (AdwHeaderBar *bar)
{
  g_return_val_if_fail (ADW_IS_HEADER_BAR (bar), NULL);

  return g_object_new (RISALAH_TYPE_SHEET_HEADER, "bar", bar, NULL);
}
