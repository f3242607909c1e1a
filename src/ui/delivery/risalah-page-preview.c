/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page, drawn by the brief's layout on a thread, with ways to the others. While another edition
 * is laid out, the page that was there stays. */

#include "risalah-page-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "risalah-page-maker.h"
#include "risalah-widget.h"

/* Around the page, in pixels. */
#define MARGIN 18

/* A4's, until the first page says what it is. */
#define USUAL_RATIO 1.414

/* How much nearer the page is when it is looked at closely. */
#define NEAR 2.0

static const RisalahKeyBinding keys[] = {
  { "Page_Up|Left|BackSpace", "preview.previous" },
  { "Page_Down|Right|space", "preview.next" },
  { "Home", "preview.first" },
  { "End", "preview.last" },
  { "<Control>plus|<Control>minus", "preview.zoom" },
};

struct _RisalahPagePreview
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkDrawingArea *canvas;
  GtkLabel *position_label;
  GtkProgressBar *progress_bar;

  RisalahPageMaker *maker; /* (nullable) */
  cairo_surface_t *surface; /* (nullable) the page that is shown */
  guint page;               /* the one that is wanted, from 0 */
  double ratio;             /* of the page's height to its width */
  gboolean is_near;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahPagePreview, risalah_page_preview, GTK_TYPE_WIDGET)

/* How wide the page stands in a canvas of that size, in the window's pixels. */
static double
fit_width (RisalahPagePreview *self, int width, int height)
{
  double room = MAX (width - 2 * MARGIN, 1), by_height = (height - 2 * MARGIN) / self->ratio;

  return self->is_near ? room : floor (CLAMP (by_height, 1, room));
}

static void
ask (RisalahPagePreview *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  int width = gtk_widget_get_width (canvas), height = gtk_widget_get_height (canvas);
  double wanted = fit_width (self, width, height) * gtk_widget_get_scale_factor (canvas);

  if (self->maker == NULL || width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;
  risalah_page_maker_draw (self->maker, self->page, (int)wanted);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RisalahPagePreview *self = RISALAH_PAGE_PREVIEW (data);
  double page_width = fit_width (self, width, height), page_height = page_width * self->ratio;
  double x = floor ((width - page_width) / 2), y = floor (MAX ((height - page_height) / 2, MARGIN));
  double scale;

  for (int i = 4; i > 0; i--)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.035);
      cairo_rectangle (cr, x - i, y - i + 1, page_width + 2 * i, page_height + 2 * i);
      cairo_fill (cr);
    }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, page_width, page_height);
  cairo_fill (cr);
  if (self->surface == NULL)
    return;
  scale = page_width / cairo_image_surface_get_width (self->surface);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
}

/* "Page 3 of 12", to be read and to be heard. */
static void
show_position (RisalahPagePreview *self)
{
  guint n_pages = risalah_page_preview_get_n_pages (self);
  gboolean is_complete = risalah_page_preview_is_complete (self);
  g_autofree char *text = NULL;

  if (n_pages == 0)
    text = g_strdup (_ ("Laying out…"));
  else if (is_complete)
    text = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages);
  else
    text = g_strdup_printf (_ ("Page %u of %u…"), self->page + 1, n_pages);
  gtk_label_set_text (self->position_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.first", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < n_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.last", self->page + 1 < n_pages);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar),
                          self->maker != NULL && !is_complete && n_pages > 0 ? 1 : 0);
  if (self->maker != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   risalah_page_maker_get_fraction (self->maker));
}

static void
progress_cb (RisalahPagePreview *self)
{
  show_position (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drawn_cb (RisalahPagePreview *self, guint page, cairo_surface_t *surface)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_surface_reference (surface);
  if (risalah_page_preview_is_complete (self))
    self->page = MIN (self->page, risalah_page_preview_get_n_pages (self) - 1);
  self->ratio = (double)cairo_image_surface_get_height (surface)
                / cairo_image_surface_get_width (surface);
  show_position (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
failed_cb (RisalahPagePreview *self, const GError *error)
{
  gtk_label_set_text (self->position_label, "");
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
resized_cb (RisalahPagePreview *self)
{
  ask (self);
}

static void
go_to (RisalahPagePreview *self, guint page)
{
  guint n_pages = risalah_page_preview_get_n_pages (self);

  if (n_pages == 0)
    return;
  self->page = MIN (page, n_pages - 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_position (self);
  ask (self);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahPagePreview *self = RISALAH_PAGE_PREVIEW (widget);

  if (g_str_equal (name, "preview.previous"))
    go_to (self, MAX (self->page, 1) - 1);
  else if (g_str_equal (name, "preview.next"))
    go_to (self, self->page + 1);
  else
    go_to (self, g_str_equal (name, "preview.first") ? 0 : G_MAXUINT - 1);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahPagePreview *self = RISALAH_PAGE_PREVIEW (widget);
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  double fit = fit_width (self, width, gtk_widget_get_height (GTK_WIDGET (self->scroller)));

  self->is_near = !self->is_near;
  width = self->is_near ? (int)(fit * NEAR) : 0;
  gtk_drawing_area_set_content_width (self->canvas, width > 0 ? width + 2 * MARGIN : 0);
  gtk_drawing_area_set_content_height (
      self->canvas, width > 0 ? (int)(width * self->ratio) + 2 * MARGIN : 0);
}

/* A wheel turns pages as long as the page is seen whole. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RisalahPagePreview *self)
{
  if (self->is_near || dy == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), dy > 0 ? "preview.next" : "preview.previous",
                              NULL);
  return TRUE;
}

static void
pressed_cb (RisalahPagePreview *self, int n_press)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "preview.zoom", NULL);
}

static void
risalah_page_preview_dispose (GObject *object)
{
  RisalahPagePreview *self = RISALAH_PAGE_PREVIEW (object);

  risalah_page_preview_set_edition (self, NULL);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_PAGE_PREVIEW);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_page_preview_parent_class)->dispose (object);
}

static void
risalah_page_preview_class_init (RisalahPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_page_preview_dispose;

  /**
   * RisalahPagePreview::changed:
   *
   * Another page is shown, or more of them are there.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RISALAH_TYPE_PAGE_PREVIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RisalahPagePreview::failed:
   * @error: why there are no pages
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RISALAH_TYPE_PAGE_PREVIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/delivery/risalah-page-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahPagePreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, RisalahPagePreview, canvas);
  gtk_widget_class_bind_template_child (widget_class, RisalahPagePreview, position_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahPagePreview, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagepreview");
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom", NULL, zoom_cb);
  risalah_widget_bind_keys (widget_class, keys, G_N_ELEMENTS (keys));
}

static void
risalah_page_preview_init (RisalahPagePreview *self)
{
  self->ratio = USUAL_RATIO;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->canvas, draw_cb, self, NULL);
  show_position (self);
}

/**
 * risalah_page_preview_set_edition:
 * @self: a preview
 * @edition: (nullable): what is laid out; it must not change any more
 *
 * Shows another edition's pages, from the page on that is shown.
 */
void
risalah_page_preview_set_edition (RisalahPagePreview *self, RisalahEdition *edition)
{
  g_return_if_fail (RISALAH_IS_PAGE_PREVIEW (self));

  if (self->maker != NULL)
    g_signal_handlers_disconnect_by_data (self->maker, self);
  g_clear_object (&self->maker);
  if (edition == NULL)
    return;
  self->maker = risalah_page_maker_new (edition);
  g_signal_connect_swapped (self->maker, "progress", G_CALLBACK (progress_cb), self);
  g_signal_connect_swapped (self->maker, "drawn", G_CALLBACK (drawn_cb), self);
  g_signal_connect_swapped (self->maker, "failed", G_CALLBACK (failed_cb), self);
  ask (self);
}

/**
 * risalah_page_preview_get_page:
 * @self: a preview
 *
 * Returns: the page that is shown, from 0
 */
guint
risalah_page_preview_get_page (RisalahPagePreview *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

/**
 * risalah_page_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages there are so far
 */
guint
risalah_page_preview_get_n_pages (RisalahPagePreview *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_PREVIEW (self), 0);

  return self->maker != NULL ? risalah_page_maker_get_n_pages (self->maker) : 0;
}

/**
 * risalah_page_preview_is_complete:
 * @self: a preview
 *
 * Returns: whether all pages are there
 */
gboolean
risalah_page_preview_is_complete (RisalahPagePreview *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_PREVIEW (self), FALSE);

  return self->maker != NULL && risalah_page_maker_is_complete (self->maker);
}

/**
 * risalah_page_preview_get_problems:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what the pages could not show, a sentence each
 */
const char *const *
risalah_page_preview_get_problems (RisalahPagePreview *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_PREVIEW (self), NULL);

  return self->maker != NULL ? risalah_page_maker_get_problems (self->maker) : NULL;
}
