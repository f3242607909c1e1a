/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The private font configuration, the fonts that were met, and the characters without a glyph. */

#include "risalah-fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "risalah-brief-error.h"

#define MOST_MISSING 40

struct _RisalahFonts
{
  PangoFontMap *map;
  PangoContext *context;
  GPtrArray *fonts;    /* (element-type PangoFont): owned */
  GHashTable *indices; /* PangoFont → index + 1 */
  GHashTable *known;   /* key → what was measured once */
  GArray *missing;     /* (element-type gunichar): sorted, each once */
};

/* Only the faces in @font_dir, read without a cache: they are few, and a cache would want a folder
 * to write in. */
static FcConfig *
open_configuration (const char *font_dir, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (font_dir, 0, NULL);
  FcConfig *configuration = FcConfigCreate ();
  guint n_faces = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (font_dir, name, NULL);

      if ((g_str_has_suffix (name, ".ttf") || g_str_has_suffix (name, ".otf"))
          && FcConfigAppFontAddFile (configuration, (const FcChar8 *)path))
        n_faces++;
    }
  if (n_faces > 0)
    return configuration;
  FcConfigDestroy (configuration);
  g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_FONT,
               _ ("Risalah’s own fonts could not be opened in “%s”. Nothing was written."),
               font_dir);
  return NULL;
}

/**
 * risalah_fonts_new:
 * @font_dir: the folder of the bundled faces
 * @error: RISALAH_BRIEF_ERROR_FONT where no face stands there
 *
 * Returns: (transfer full): the faces, for use by this thread alone
 */
RisalahFonts *
risalah_fonts_new (const char *font_dir, GError **error)
{
  RisalahFonts *self;
  FcConfig *configuration;
  cairo_font_options_t *options;

  g_return_val_if_fail (font_dir != NULL, NULL);

  configuration = open_configuration (font_dir, error);
  if (configuration == NULL)
    return NULL;
  self = g_new0 (RisalahFonts, 1);
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), configuration);
  FcConfigDestroy (configuration);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->fonts = g_ptr_array_new_with_free_func (g_object_unref);
  self->indices = g_hash_table_new (NULL, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
  return self;
}

/**
 * risalah_fonts_free:
 * @self: (transfer full): the faces
 */
void
risalah_fonts_free (RisalahFonts *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->missing);
  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->fonts);
  g_object_unref (self->context);
  /* Pango 1.50 does not let go of a configuration by itself, and its caches hold the map. */
  pango_fc_font_map_shutdown (PANGO_FC_FONT_MAP (self->map));
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), NULL);
  g_object_unref (self->map);
  g_free (self);
}

/**
 * risalah_fonts_get_context:
 * @self: the faces
 *
 * Returns: (transfer none): a context in points (one Pango unit is 1/1024 pt), unhinted
 */
PangoContext *
risalah_fonts_get_context (RisalahFonts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

/**
 * risalah_fonts_add:
 * @self: the faces
 * @font: a font of the context
 *
 * Returns: a small number that stands for @font from now on
 */
guint
risalah_fonts_add (RisalahFonts *self, PangoFont *font)
{
  guint index;

  g_return_val_if_fail (self != NULL && PANGO_IS_FONT (font), 0);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, font));
  if (index != 0)
    return index - 1;
  g_ptr_array_add (self->fonts, g_object_ref (font));
  g_hash_table_insert (self->indices, font, GUINT_TO_POINTER (self->fonts->len));
  return self->fonts->len - 1;
}

/**
 * risalah_fonts_get:
 * @self: the faces
 * @index: what risalah_fonts_add() returned
 *
 * Returns: (transfer none): the font
 */
PangoFont *
risalah_fonts_get (const RisalahFonts *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->fonts->len, NULL);

  return g_ptr_array_index (self->fonts, index);
}

/**
 * risalah_fonts_recall:
 * @self: the faces
 * @key: what was measured
 *
 * Returns: (transfer none) (nullable): what risalah_fonts_remember() was given for @key
 */
gconstpointer
risalah_fonts_recall (const RisalahFonts *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->known, key);
}

/**
 * risalah_fonts_remember:
 * @self: the faces
 * @key: what was measured
 * @value: (transfer full): the measures, one block of memory
 */
void
risalah_fonts_remember (RisalahFonts *self, const char *key, gpointer value)
{
  g_return_if_fail (self != NULL && key != NULL && value != NULL);

  g_hash_table_insert (self->known, g_strdup (key), value);
}

/**
 * risalah_fonts_note_missing:
 * @self: the faces
 * @character: one that none of them can show
 */
void
risalah_fonts_note_missing (RisalahFonts *self, gunichar character)
{
  guint at = 0;

  g_return_if_fail (self != NULL);

  while (at < self->missing->len && g_array_index (self->missing, gunichar, at) < character)
    at++;
  if (at == self->missing->len || g_array_index (self->missing, gunichar, at) != character)
    g_array_insert_val (self->missing, at, character);
}

/**
 * risalah_fonts_dup_missing:
 * @self: the faces
 *
 * Returns: (transfer full) (nullable): the characters without a glyph, at most 40 of them apart
 *   by spaces, or %NULL where all could be shown
 */
char *
risalah_fonts_dup_missing (const RisalahFonts *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->missing->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (self->missing->len, MOST_MISSING); i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_unichar (text, g_array_index (self->missing, gunichar, i));
    }
  if (self->missing->len > MOST_MISSING)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}
