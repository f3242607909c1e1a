/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader looks: the size of its text, the length of its lines, its colours. */

#include "risalah-reader-private.h"
#include "risalah-reader-text.h"

/* Characters in a line of text, for the eye to find the next line's beginning. */
#define MEASURE 68

/* Keeps the lines as long as an eye can follow. */
void
risalah_reader_look_measure (RisalahReader *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  int width;

  /* Mean of the letters of running text, spaces included. */
  pango_layout_set_text (layout, "kerja sama pertahanan dan keamanan antara kedua negara itu", -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  width = width * MEASURE / 57 + gtk_text_view_get_left_margin (self->view)
          + gtk_text_view_get_right_margin (self->view);
  adw_clamp_scrollable_set_maximum_size (self->clamp, width);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, width);
}

/* Follows the size that the analyst chose. */
void
risalah_reader_look_resize (RisalahReader *self)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.2f", 1.08 * self->text_size);
  css = g_strdup_printf (".reader-text { font-size: %sem; }", size);
  gtk_css_provider_load_from_data (self->size_provider, css, -1);
  risalah_reader_look_measure (self);
}

/* Follows the desktop, and whether marks are shown. */
void
risalah_reader_look_colour (RisalahReader *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  risalah_reader_text_set_dark (gtk_text_view_get_buffer (self->view),
                                adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
  risalah_reader_text_show_marks (gtk_text_view_get_buffer (self->view), self->show_marks);
}

void
risalah_reader_look_init (RisalahReader *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->size_provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self->view)),
                                  GTK_STYLE_PROVIDER (self->size_provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (risalah_reader_look_colour), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (risalah_reader_look_colour), self, G_CONNECT_SWAPPED);
  risalah_reader_look_resize (self);
}
