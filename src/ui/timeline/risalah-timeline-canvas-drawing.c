/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas drawn: laid out for its size and font, in the colours of the window. */

#include "risalah-timeline-canvas-private.h"

#include <math.h>

/* Of the window's font. */
#define LABEL 0.92
/* In font sizes. */
#define ROW        2.0
#define MARGIN     0.7
#define HEADING    3.0 /* what a lane needs beside its rows */
#define LEAST_ROWS 5
#define MOST_ROWS  14

/* The words of the terms that are handed to it. */
const char *
risalah_timeline_canvas_look_up_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

static double
get_font_size (RisalahTimelineCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size * LABEL;
  return size * LABEL * pango_cairo_context_get_resolution (context) / 72;
}

/* One lane fills the height, several share it. */
static guint
choose_rows (RisalahTimelineCanvas *self, double size)
{
  guint n_lanes = MAX (risalah_timeline_index_get_n_lanes (self->index), 1);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - size * HEADING * (n_lanes + 1);

  return CLAMP ((int)(height / n_lanes / (size * ROW)), LEAST_ROWS, MOST_ROWS);
}

static RisalahTimelineView
make_view (RisalahTimelineCanvas *self)
{
  double size = get_font_size (self);

  return (RisalahTimelineView){
    .scale = self->scale,
    .font_size = size,
    .row_height = round (size * ROW),
    .n_rows = choose_rows (self, size),
    .lookup = risalah_timeline_canvas_look_up_cb,
    .user_data = self->terms,
  };
}

/* (nullable) (transfer none): what is shown now, NULL while there is nothing to show. */
RisalahTimelineLayout *
risalah_timeline_canvas_get_layout (RisalahTimelineCanvas *self)
{
  RisalahTimelineView view;

  if (self->index == NULL || self->terms == NULL || !self->is_placed)
    return NULL;
  if (self->layout == NULL)
    {
      view = make_view (self);
      self->layout = risalah_timeline_layout_new (self->index, &view);
    }
  return self->layout;
}

static RisalahTimelineColour
from_rgba (const GdkRGBA *colour)
{
  return (RisalahTimelineColour){ colour->red, colour->green, colour->blue, colour->alpha };
}

static void
look_up_colour (GtkStyleContext *context, const char *name, RisalahTimelineColour *colour)
{
  GdkRGBA rgba;

  if (gtk_style_context_lookup_color (context, name, &rgba))
    *colour = from_rgba (&rgba);
}

static void
make_palette (RisalahTimelineCanvas *self, RisalahTimelinePalette *palette)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_dark = adw_style_manager_get_dark (style);
  gboolean is_high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA text;

  risalah_timeline_palette_init_paper (palette);
  gtk_style_context_get_color (context, &text);
  palette->text = palette->dim = from_rgba (&text);
  palette->dim.alpha *= is_high_contrast ? 0.9f : 0.65f;
  look_up_colour (context, "view_bg_color", &palette->surface);
  look_up_colour (context, "accent_color", &palette->accent);
  palette->lift = is_dark ? 0.38f : 0;
  palette->tint = is_high_contrast ? 0.3f : is_dark ? 0.26f : 0.16f;
  palette->line = is_high_contrast ? 0.4f : is_dark ? 0.14f : 0.10f;
}

/* Draws what is shown now. */
void
risalah_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RisalahTimelineCanvas *self = RISALAH_TIMELINE_CANVAS (widget);
  RisalahTimelineLayout *layout = risalah_timeline_canvas_get_layout (self);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (RisalahTimelineDrawing) drawing = NULL;
  RisalahTimelineLook look = { .terms = self->terms, .height = height, .today = self->today,
                               .selected = self->selected, .hovered = self->hovered };
  const RisalahTimelineElement *elements;
  RisalahTimelineFont font;
  RisalahTimelineView view;
  float offset;

  if (layout == NULL)
    return;
  offset = roundf (gtk_adjustment_get_value (self->vertical));
  view = make_view (self);
  make_palette (self, &look.palette);
  look.margin = view.font_size * MARGIN;
  look.height += offset;
  drawing = risalah_timeline_drawing_new (self->index, &view, layout, &look);
  elements = (const RisalahTimelineElement *)drawing->elements->data;
  font = (RisalahTimelineFont){ gtk_widget_get_pango_context (widget), NULL, view.font_size };
  risalah_timeline_nodes_set_scale (self->nodes, gtk_widget_get_scale_factor (widget));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -offset));
  risalah_timeline_nodes_snapshot (self->nodes, snapshot, elements, drawing->n_body,
                                   &GRAPHENE_RECT_INIT (0, offset, width, height), &font);
  gtk_snapshot_restore (snapshot);
  risalah_timeline_nodes_snapshot (self->nodes, snapshot, elements + drawing->n_body,
                                   drawing->elements->len - drawing->n_body,
                                   &GRAPHENE_RECT_INIT (0, 0, width, height), &font);
  gtk_snapshot_pop (snapshot);
}
