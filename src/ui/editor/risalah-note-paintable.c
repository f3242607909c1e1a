/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The raised number of a citation or note, as it stands in the line of the editor. One value for
 * ever: another number is another paintable, since a text view keeps what it once drew. */

#include "risalah-note-paintable.h"

#define SCALE 0.72
#define PADDING 1

struct _RisalahNotePaintable
{
  GObject parent_instance;

  GtkWidget *widget; /* weak: whose font and colours are used */
  guint number;
  PangoLayout *layout;
  int width, height;
};

static void paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RisalahNotePaintable, risalah_note_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init))

/* The line's own height is kept: the paintable is as tall as the font's ascent and no taller. */
static void
measure (RisalahNotePaintable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  g_autofree char *text = g_strdup_printf ("%u", self->number);
  int text_width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  self->layout = pango_layout_new (context);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &text_width, NULL);
  self->width = text_width + 2 * PADDING;
  self->height = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));
  pango_font_metrics_unref (metrics);
  pango_attr_list_unref (attributes);
}

static void
risalah_note_paintable_snapshot (GdkPaintable *paintable,
                                 GtkSnapshot *snapshot,
                                 double width,
                                 double height)
{
  RisalahNotePaintable *self = RISALAH_NOTE_PAINTABLE (paintable);
  GtkStyleContext *style;
  GdkRGBA colour;

  if (self->widget == NULL)
    return;
  style = gtk_widget_get_style_context (self->widget);
  if (!gtk_style_context_lookup_color (style, "accent_color", &colour))
    gtk_style_context_get_color (style, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static int
risalah_note_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  return RISALAH_NOTE_PAINTABLE (paintable)->width;
}

static int
risalah_note_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  return RISALAH_NOTE_PAINTABLE (paintable)->height;
}

static GdkPaintableFlags
risalah_note_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = risalah_note_paintable_snapshot;
  iface->get_intrinsic_width = risalah_note_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = risalah_note_paintable_get_intrinsic_height;
  iface->get_flags = risalah_note_paintable_get_flags;
}

static void
risalah_note_paintable_dispose (GObject *object)
{
  RisalahNotePaintable *self = RISALAH_NOTE_PAINTABLE (object);

  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (risalah_note_paintable_parent_class)->dispose (object);
}

static void
risalah_note_paintable_class_init (RisalahNotePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_note_paintable_dispose;
}

static void
risalah_note_paintable_init (RisalahNotePaintable *self)
{
}

/**
 * risalah_note_paintable_new:
 * @widget: whose font and colours are used; not kept alive
 * @number: what it shows
 *
 * Returns: (transfer full): the paintable
 */
RisalahNotePaintable *
risalah_note_paintable_new (GtkWidget *widget, guint number)
{
  RisalahNotePaintable *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (RISALAH_TYPE_NOTE_PAINTABLE, NULL);
  g_set_weak_pointer (&self->widget, widget);
  self->number = number;
  measure (self);
  return self;
}

/**
 * risalah_note_paintable_get_number:
 * @self: a note paintable
 *
 * Returns: the number it shows
 */
guint
risalah_note_paintable_get_number (RisalahNotePaintable *self)
{
  g_return_val_if_fail (RISALAH_IS_NOTE_PAINTABLE (self), 0);

  return self->number;
}
