/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure shows is drawn by what draws it on the page, away from the main thread. It stands
 * on white as on paper, in a dark window, too. */

#include "risalah-figure-block.h"

#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-figures.h"
#include "risalah-messages.h"
#include "risalah-part-view.h"
#include "risalah-widget.h"

/* How wide a figure is asked for, in points: the text of an A4 page. */
#define PAGE_WIDTH 468
#define PIXELS_PER_POINT (96.0 / 72)

struct _RisalahFigureBlock
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *area;
  GtkWidget *missing; /* says why nothing is drawn */
  GtkWidget *caption;
  GtkWidget *menu_button;

  RisalahEditor *editor;      /* borrowed: the widget that this one stands in */
  GtkTextChildAnchor *anchor;
  RisalahBriefBlock *block;
  RisalahPlate *plate;        /* (nullable) */
  GCancellable *drawing;      /* (nullable) */
  int fitted_width;           /* that the drawing was last fitted to */
  guint fitting;              /* the tick in which it is fitted */
};

G_DEFINE_FINAL_TYPE (RisalahFigureBlock, risalah_figure_block, GTK_TYPE_WIDGET)

static guint
get_line (RisalahFigureBlock *self)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_child_anchor (self->editor->buffer, &place, self->anchor);
  return gtk_text_iter_get_line (&place);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (data);
  double scale;

  if (self->plate == NULL)
    return;
  scale = MIN (width / self->plate->width, height / self->plate->height);
  cairo_translate (cr, (width - self->plate->width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  self->plate->draw (self->plate, cr);
}

/* The picture's own size, or the share of the text's width that the analyst gave it. */
static void
fit (RisalahFigureBlock *self)
{
  const RisalahFigure *figure = risalah_brief_block_get_figure (self->block);
  int available = gtk_widget_get_width (GTK_WIDGET (self));
  double width;

  if (self->plate == NULL)
    return;
  width = self->plate->width * PIXELS_PER_POINT;
  if (figure->width > 0 && figure->width < 100)
    width = width * figure->width / 100;
  if (available > 0)
    width = MIN (width, available);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), 1);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       width * self->plate->height / self->plate->width);
  gtk_widget_queue_draw (self->area);
}

static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (widget);

  self->fitting = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* In the next tick: a size cannot be asked for while sizes are being given. */
static void
fit_soon (RisalahFigureBlock *self)
{
  if (self->fitting == 0)
    self->fitting = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

static void
show_drawing (RisalahFigureBlock *self, const char *problem)
{
  gtk_widget_set_visible (self->area, self->plate != NULL);
  gtk_widget_set_visible (self->missing, self->plate == NULL);
  gtk_label_set_text (GTK_LABEL (self->missing), problem);
  fit_soon (self);
}

static void
drawn_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahFigureBlock) self = RISALAH_FIGURE_BLOCK (data);
  g_autoptr (GError) error = NULL;
  RisalahPlate *plate
      = risalah_session_draw_figure_finish (RISALAH_SESSION (session), result, &error);

  if (risalah_messages_was_cancelled (error) || self->block == NULL)
    {
      g_clear_pointer (&plate, risalah_plate_free);
      return;
    }
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->plate, risalah_plate_free);
  self->plate = plate;
  show_drawing (self, error != NULL ? error->message : "");
}

static void
request_drawing (RisalahFigureBlock *self)
{
  RisalahSession *session = self->editor->session;
  const RisalahFigure *figure = risalah_brief_block_get_figure (self->block);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  if (session == NULL)
    {
      show_drawing (self, figure->media != NULL ? _ ("Picture") : _ ("Timeline"));
      return;
    }
  self->drawing = g_cancellable_new ();
  risalah_session_draw_figure_async (session, self->editor->document, figure, PAGE_WIDTH,
                                     self->drawing, drawn_cb, g_object_ref (self));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (widget);

  risalah_figure_edit (self->editor, get_line (self));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (widget);
  RisalahEditor *editor = self->editor;
  g_auto (RisalahEdit) edit = risalah_edit_remove_block (editor->document, get_line (self));

  gtk_widget_grab_focus (GTK_WIDGET (editor));
  risalah_editor_take (editor, &edit);
}

static void
redraw_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  request_drawing (RISALAH_FIGURE_BLOCK (widget));
}

static void
risalah_figure_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (width != self->fitted_width)
    {
      self->fitted_width = width;
      fit_soon (self);
    }
}

static void
risalah_figure_block_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (RISALAH_FIGURE_BLOCK (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
risalah_figure_block_dispose (GObject *object)
{
  RisalahFigureBlock *self = RISALAH_FIGURE_BLOCK (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->anchor);
  g_clear_pointer (&self->block, risalah_brief_block_unref);
  g_clear_pointer (&self->plate, risalah_plate_free);

  G_OBJECT_CLASS (risalah_figure_block_parent_class)->dispose (object);
}

static void
risalah_figure_block_class_init (RisalahFigureBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_figure_block_dispose;
  widget_class->measure = risalah_figure_block_measure;
  widget_class->size_allocate = risalah_figure_block_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "figureblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "figure.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "figure.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "figure.redraw", NULL, redraw_cb);
}

static void
risalah_figure_block_init (RisalahFigureBlock *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->area
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  self->missing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->missing), TRUE);
  gtk_widget_add_css_class (self->missing, "dim-label");
  gtk_widget_add_css_class (card, "figure-card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (card), self->area);
  gtk_box_append (GTK_BOX (card), self->missing);
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("_Describe…"), "figure.edit");
  g_menu_append (section, _ ("Draw _Again"), "figure.redraw");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_clear_object (&section);
  section = g_menu_new ();
  g_menu_append (section, _ ("De_lete Figure"), "figure.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

/**
 * risalah_figure_block_new:
 * @editor: the editor in which it stands
 * @anchor: where
 *
 * Returns: (transfer floating): a figure without content
 */
GtkWidget *
risalah_figure_block_new (RisalahEditor *editor, GtkTextChildAnchor *anchor)
{
  RisalahFigureBlock *self;
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *line;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), NULL);

  self = g_object_new (RISALAH_TYPE_FIGURE_BLOCK, NULL);
  self->editor = editor;
  self->anchor = g_object_ref (anchor);
  self->caption = risalah_part_view_new_caption (editor, anchor);
  self->menu_button = risalah_widget_new_menu_button (_ ("Figure"), menu);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (line), self->caption);
  gtk_box_append (GTK_BOX (line), self->menu_button);
  gtk_box_append (GTK_BOX (self->box), line);
  return GTK_WIDGET (self);
}

static gboolean
same_figure (const RisalahFigure *a, const RisalahFigure *b)
{
  return g_strcmp0 (a->media, b->media) == 0 && g_strcmp0 (a->from, b->from) == 0
         && g_strcmp0 (a->to, b->to) == 0 && g_strcmp0 (a->filter, b->filter) == 0
         && g_strcmp0 (a->group, b->group) == 0;
}

/**
 * risalah_figure_block_set_block:
 * @self: a figure
 * @block: the figure's block now
 *
 * Shows it; it is drawn anew where what it shows is another thing.
 */
void
risalah_figure_block_set_block (RisalahFigureBlock *self, RisalahBriefBlock *block)
{
  const RisalahFigure *figure;
  gboolean same;

  g_return_if_fail (RISALAH_IS_FIGURE_BLOCK (self));
  g_return_if_fail (block != NULL);

  figure = risalah_brief_block_get_figure (block);
  same = self->block != NULL && same_figure (risalah_brief_block_get_figure (self->block), figure);
  risalah_brief_block_ref (block);
  g_clear_pointer (&self->block, risalah_brief_block_unref);
  self->block = block;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
      figure->alternative != NULL ? figure->alternative : _ ("A picture without a description"),
      -1);
  risalah_part_view_show (RISALAH_PART_VIEW (self->caption),
                          risalah_brief_block_get_caption (block));
  if (!same)
    request_drawing (self);
  fit_soon (self);
}

/**
 * risalah_figure_block_is_drawn:
 * @self: a figure
 *
 * Returns: whether its picture is there
 */
gboolean
risalah_figure_block_is_drawn (RisalahFigureBlock *self)
{
  g_return_val_if_fail (RISALAH_IS_FIGURE_BLOCK (self), FALSE);

  return self->plate != NULL;
}
