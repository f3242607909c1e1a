/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks narrow, medium or wide from the width it is given and the size of the text, and tells so in
 * the next tick, when the layout may change again. It never asks for more than its own minimum, so
 * that a window whose panes need more than it has can still be made smaller: the child is cut off
 * for one frame, until the new layout stands. */

#include "risalah-adaptive-bin.h"

#include "risalah-large-text.h"

#define MINIMUM_WIDTH 320

struct _RisalahAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int medium_width;
  int wide_width;
  RisalahRoom room;
  RisalahRoom next_room;
  guint tick;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_MEDIUM_WIDTH,
  PROP_WIDE_WIDTH,
  PROP_ROOM,
} RisalahAdaptiveBinProperty;

static GParamSpec *properties[PROP_ROOM + 1];

G_DEFINE_ENUM_TYPE (RisalahRoom,
                    risalah_room,
                    G_DEFINE_ENUM_VALUE (RISALAH_ROOM_NARROW, "narrow"),
                    G_DEFINE_ENUM_VALUE (RISALAH_ROOM_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (RISALAH_ROOM_WIDE, "wide"))
G_DEFINE_FINAL_TYPE (RisalahAdaptiveBin, risalah_adaptive_bin, GTK_TYPE_WIDGET)

/* By how much a layout needs more room than with text of the usual size: about half of a pane's
 * width is text. */
static double
get_scale (RisalahAdaptiveBin *self)
{
  return MAX (0.5 + risalah_large_text_get_scale (GTK_WIDGET (self)) / 2, 1);
}

static RisalahRoom
room_for_width (RisalahAdaptiveBin *self, int width)
{
  double scale = get_scale (self);

  if (width >= self->wide_width * scale)
    return RISALAH_ROOM_WIDE;
  if (width >= self->medium_width * scale)
    return RISALAH_ROOM_MEDIUM;
  return RISALAH_ROOM_NARROW;
}

static gboolean
apply_room_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (widget);

  self->tick = 0;
  if (self->room != self->next_room)
    {
      self->room = self->next_room;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
    }
  return G_SOURCE_REMOVE;
}

static void
risalah_adaptive_bin_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (widget);
  int child_minimum = 0, child_natural = 0;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    {
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
        {
          int width;

          gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                              NULL);
          for_size = MAX (for_size, width);
        }
      gtk_widget_measure (self->child, orientation, for_size, &child_minimum, &child_natural,
                          NULL, NULL);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    child_minimum = MIN (child_minimum, MINIMUM_WIDTH);
  *minimum = child_minimum;
  *natural = MAX (child_minimum, child_natural);
  *minimum_baseline = *natural_baseline = -1;
}

static void
risalah_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (widget);
  int child_width, child_height;

  self->next_room = room_for_width (self, width);
  if (self->next_room != self->room && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, apply_room_cb, NULL, NULL);

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
  child_width = MAX (width, child_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL,
                      NULL, NULL);
  gtk_widget_allocate (self->child, child_width, MAX (height, child_height), baseline, NULL);
}

static void
risalah_adaptive_bin_dispose (GObject *object)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (risalah_adaptive_bin_parent_class)->dispose (object);
}

static void
risalah_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (object);

  switch ((RisalahAdaptiveBinProperty) id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MEDIUM_WIDTH:
      g_value_set_int (value, self->medium_width);
      break;
    case PROP_WIDE_WIDTH:
      g_value_set_int (value, self->wide_width);
      break;
    case PROP_ROOM:
      g_value_set_enum (value, self->room);
      break;
    }
}

static void
risalah_adaptive_bin_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  RisalahAdaptiveBin *self = RISALAH_ADAPTIVE_BIN (object);

  switch ((RisalahAdaptiveBinProperty) id)
    {
    case PROP_CHILD:
      risalah_adaptive_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_MEDIUM_WIDTH:
      self->medium_width = g_value_get_int (value);
      break;
    case PROP_WIDE_WIDTH:
      self->wide_width = g_value_get_int (value);
      break;
    case PROP_ROOM:
      break;
    }
}

static void
risalah_adaptive_bin_class_init (RisalahAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags constructed
      = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = risalah_adaptive_bin_dispose;
  object_class->get_property = risalah_adaptive_bin_get_property;
  object_class->set_property = risalah_adaptive_bin_set_property;
  widget_class->measure = risalah_adaptive_bin_measure;
  widget_class->size_allocate = risalah_adaptive_bin_size_allocate;

  properties[PROP_CHILD]
      = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEDIUM_WIDTH]
      = g_param_spec_int ("medium-width", NULL, NULL, 0, G_MAXINT, 700, constructed);
  properties[PROP_WIDE_WIDTH]
      = g_param_spec_int ("wide-width", NULL, NULL, 0, G_MAXINT, 1100, constructed);
  properties[PROP_ROOM]
      = g_param_spec_enum ("room", NULL, NULL, RISALAH_TYPE_ROOM, RISALAH_ROOM_WIDE,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "adaptivebin");
}

static void
risalah_adaptive_bin_init (RisalahAdaptiveBin *self)
{
  self->room = self->next_room = RISALAH_ROOM_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * risalah_adaptive_bin_get_room:
 * @self: an adaptive bin
 *
 * Returns: the room that its children lay themselves out for; wide until it was first allocated
 */
RisalahRoom
risalah_adaptive_bin_get_room (RisalahAdaptiveBin *self)
{
  g_return_val_if_fail (RISALAH_IS_ADAPTIVE_BIN (self), RISALAH_ROOM_WIDE);
  return self->room;
}

/**
 * risalah_adaptive_bin_get_child:
 * @self: an adaptive bin
 *
 * Returns: (transfer none) (nullable): its child
 */
GtkWidget *
risalah_adaptive_bin_get_child (RisalahAdaptiveBin *self)
{
  g_return_val_if_fail (RISALAH_IS_ADAPTIVE_BIN (self), NULL);
  return self->child;
}

/**
 * risalah_adaptive_bin_set_child:
 * @self: an adaptive bin
 * @child: (nullable): a widget without a parent
 */
void
risalah_adaptive_bin_set_child (RisalahAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (RISALAH_IS_ADAPTIVE_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
