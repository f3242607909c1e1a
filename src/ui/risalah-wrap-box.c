/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children stand beside each other as wide as they like; the one that would not fit begins another
 * line, unless one that yields gives it the room. What a line has left goes to its children that
 * expand, else stays free at its end. */

#include "risalah-wrap-box.h"

#include "risalah-widget.h"

/* Pixels that a popover leaves free of its window, which it is to be no wider than. */
#define AROUND_POPOVER 48

struct _RisalahWrapBox
{
  GtkWidget parent_instance;

  int spacing;       /* pixels, between children and between lines */
  GtkWidget *yields; /* (nullable), borrowed */
};

typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first of the next line, or NULL */
  int width;      /* pixels, of its children and what is between them */
  int height;     /* pixels */
  int slack;      /* pixels that the one that yields could give */
  int given;      /* pixels that it does */
  guint n_expanding;
} Line;

enum
{
  PROP_SPACING = 1,
  PROP_YIELDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RisalahWrapBox, risalah_wrap_box, GTK_TYPE_WIDGET)

/* As wide as it likes, if the line has the room. */
static int
measure_child (GtkWidget *child, int available, int *minimum)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &natural, NULL, NULL);
  return MAX (*minimum, MIN (natural, available));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* How wide @child stands in its line, before what is left is shared out. */
static int
get_width (RisalahWrapBox *self, const Line *line, GtkWidget *child, int available)
{
  int minimum, width = measure_child (child, available, &minimum);

  return child == self->yields ? MAX (width - line->given, minimum) : width;
}

/* Takes the children from @first on that stand in a line of @available pixels. */
static Line
take_line (RisalahWrapBox *self, GtkWidget *first, int available)
{
  Line line = { .first = first };
  int n_children = 0;

  for (line.end = first; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int minimum, width, slack, before = n_children > 0 ? self->spacing : 0;

      if (!gtk_widget_should_layout (line.end))
        continue;
      width = measure_child (line.end, available, &minimum);
      slack = line.end == self->yields ? width - minimum : line.slack;
      if (n_children > 0 && line.width + before + width - slack > available)
        break;
      line.slack = slack;
      line.width += before + width;
      line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
      n_children++;
    }
  line.given = MAX (line.width - available, 0);
  line.width -= line.given;
  for (GtkWidget *child = first; child != line.end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      line.height
          = MAX (line.height, measure_height (child, get_width (self, &line, child, available)));
  return line;
}

static void
measure_widths (RisalahWrapBox *self, int *minimum, int *natural)
{
  int n_children = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least, width = measure_child (child, G_MAXINT, &least);

        *minimum = MAX (*minimum, least);
        *natural += width + (n_children++ > 0 ? self->spacing : 0);
      }
  if (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER) != NULL)
    *natural = CLAMP (gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))))
                          - AROUND_POPOVER,
                      *minimum, *natural);
}

static int
measure_lines (RisalahWrapBox *self, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height = 0, n_lines = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      if (line.height > 0)
        height += line.height + (n_lines++ > 0 ? self->spacing : 0);
      child = line.end;
    }
  return height;
}

static void
risalah_wrap_box_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  RisalahWrapBox *self = RISALAH_WRAP_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (self, minimum, natural);
  else
    {
      int least, all;

      measure_widths (self, &least, &all);
      *minimum = *natural = measure_lines (self, for_size < 0 ? all : MAX (for_size, least));
    }
}

static void
place_line (RisalahWrapBox *self, const Line *line, int width, int y)
{
  gboolean right_to_left
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, left = MAX (width - line->width, 0);
  guint n_expanding = line->n_expanding;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { .x = x, .y = y, .height = line->height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_width (self, line, child, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = left / (int)n_expanding--;

          place.width += share;
          left -= share;
        }
      x += place.width + self->spacing;
      if (right_to_left)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
risalah_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahWrapBox *self = RISALAH_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      place_line (self, &line, width, y);
      if (line.height > 0)
        y += line.height + self->spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
risalah_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
risalah_wrap_box_get_property (GObject *object, guint property_id, GValue *value,
                               GParamSpec *pspec)
{
  RisalahWrapBox *self = RISALAH_WRAP_BOX (object);

  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_YIELDS:
      g_value_set_object (value, self->yields);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
risalah_wrap_box_set_property (GObject *object, guint property_id, const GValue *value,
                               GParamSpec *pspec)
{
  RisalahWrapBox *self = RISALAH_WRAP_BOX (object);

  switch (property_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_YIELDS:
      self->yields = g_value_get_object (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
risalah_wrap_box_dispose (GObject *object)
{
  RISALAH_WRAP_BOX (object)->yields = NULL;
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_wrap_box_parent_class)->dispose (object);
}

static void
risalah_wrap_box_class_init (RisalahWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = risalah_wrap_box_dispose;
  object_class->get_property = risalah_wrap_box_get_property;
  object_class->set_property = risalah_wrap_box_set_property;
  widget_class->get_request_mode = risalah_wrap_box_get_request_mode;
  widget_class->measure = risalah_wrap_box_measure;
  widget_class->size_allocate = risalah_wrap_box_size_allocate;

  /**
   * RisalahWrapBox:spacing:
   *
   * Pixels between its children, and between its lines.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * RisalahWrapBox:yields:
   *
   * The child that becomes narrower, down to its minimum, before a line breaks.
   */
  properties[PROP_YIELDS]
      = g_param_spec_object ("yields", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
risalah_wrap_box_init (RisalahWrapBox *self)
{
}
