/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads word/styles.xml. An identifier is in the language of the Word that wrote it ("Judul1"), the
 * name of a built-in style is always English ("heading 1"), and a style of the author's own says
 * what it is based on. */

#include "risalah-docx-style-sheet.h"

#include <string.h>

/* A chain of styles is no longer, unless it is a circle. */
#define MAX_CHAIN 32

#define UNKNOWN (-1)

typedef struct
{
  char *name;
  char *based_on;
  gint outline;   /* from 0, 9 is body text */
  gint numbering; /* 0 is none */
  gint depth;     /* in its list, from 0 */
  gint hidden;
} Style;

struct _RisalahDocxStyles
{
  GHashTable *styles; /* id → Style */
  Style *current;     /* (nullable): the one that is being read */
};

static void
style_free (gpointer data)
{
  Style *self = data;

  g_free (self->name);
  g_free (self->based_on);
  g_free (self);
}

/**
 * risalah_docx_styles_new:
 *
 * Returns: (transfer full): styles of which none is known
 */
RisalahDocxStyles *
risalah_docx_styles_new (void)
{
  RisalahDocxStyles *self = g_new0 (RisalahDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  return self;
}

/**
 * risalah_docx_styles_free:
 * @self: (transfer full) (nullable): styles
 */
void
risalah_docx_styles_free (RisalahDocxStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_free (self);
}

static void
begin_style (RisalahDocxStyles *self, const RisalahOfficeAttributes *attributes)
{
  char *id = risalah_office_attributes_dup (attributes, "w:styleId");

  self->current = g_new0 (Style, 1);
  self->current->outline = UNKNOWN;
  self->current->numbering = UNKNOWN;
  self->current->depth = UNKNOWN;
  self->current->hidden = UNKNOWN;
  g_hash_table_replace (self->styles, id != NULL ? id : g_strdup (""), self->current);
}

static gboolean
start_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  RisalahDocxStyles *self = data;
  Style *style = self->current;

  if (strcmp (name, "w:style") == 0)
    begin_style (self, attributes);
  else if (style == NULL)
    return strcmp (name, "w:styles") == 0;
  else if (strcmp (name, "w:name") == 0 && style->name == NULL)
    style->name = risalah_office_attributes_dup (attributes, "w:val");
  else if (strcmp (name, "w:basedOn") == 0 && style->based_on == NULL)
    style->based_on = risalah_office_attributes_dup (attributes, "w:val");
  else if (strcmp (name, "w:outlineLvl") == 0)
    style->outline = risalah_office_attributes_get_number (attributes, "w:val", UNKNOWN);
  else if (strcmp (name, "w:numId") == 0)
    style->numbering = risalah_office_attributes_get_number (attributes, "w:val", UNKNOWN);
  else if (strcmp (name, "w:ilvl") == 0)
    style->depth = risalah_office_attributes_get_number (attributes, "w:val", UNKNOWN);
  else if (strcmp (name, "w:vanish") == 0)
    style->hidden = risalah_office_attributes_is_on (attributes);
  /* What a style is inside a table's first row is another matter, and so is what it was before. */
  return strcmp (name, "w:tblStylePr") != 0 && !g_str_has_suffix (name, "Change");
}

static void
end_cb (gpointer data, const char *name)
{
  RisalahDocxStyles *self = data;

  if (strcmp (name, "w:style") == 0)
    self->current = NULL;
}

/**
 * risalah_docx_styles_read:
 * @self: styles
 * @package: a Word document
 * @part: its part with the styles
 * @error: return location for a #RisalahTextError
 *
 * Returns: whether the part could be read
 */
gboolean
risalah_docx_styles_read (RisalahDocxStyles *self,
                          RisalahOfficePackage *package,
                          const char *part,
                          GError **error)
{
  static const RisalahOfficeHandler handler = { .start = start_cb, .end = end_cb };

  g_return_val_if_fail (self != NULL && package != NULL && part != NULL, FALSE);
  return risalah_office_package_read (package, part, &handler, self, error);
}

/* What a built-in style's name alone says; %FALSE where it says nothing. */
static gboolean
read_name (const char *name, RisalahOfficeParagraph *paragraph)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (lower, "heading ") && lower[8] >= '1' && lower[8] <= '9')
    {
      paragraph->type = RISALAH_BLOCK_HEADING;
      paragraph->level = MIN (lower[8] - '0', 6);
    }
  else if (strcmp (lower, "title") == 0)
    {
      paragraph->type = RISALAH_BLOCK_HEADING;
      paragraph->level = 1;
      paragraph->is_title = TRUE;
    }
  else if (strcmp (lower, "quote") == 0 || strcmp (lower, "intense quote") == 0)
    paragraph->type = RISALAH_BLOCK_QUOTE;
  else if (strcmp (lower, "caption") == 0)
    paragraph->type = RISALAH_BLOCK_CAPTION;
  else if (g_str_has_prefix (lower, "toc ") || strcmp (lower, "table of figures") == 0)
    paragraph->dropped = TRUE;
  else
    return FALSE;
  return TRUE;
}

/**
 * risalah_docx_styles_look_up:
 * @self: styles
 * @id: a style's identifier
 * @style: (inout): what it makes of a paragraph; where it says nothing the value stays
 *
 * Looks a style up, and what it is based on.
 */
void
risalah_docx_styles_look_up (const RisalahDocxStyles *self, const char *id, RisalahDocxStyle *style)
{
  gboolean named = FALSE;
  gint outline = UNKNOWN;
  gint numbering = UNKNOWN;
  gint depth = UNKNOWN;
  gint hidden = UNKNOWN;

  g_return_if_fail (self != NULL && id != NULL && style != NULL);

  for (guint n = 0; id != NULL && n < MAX_CHAIN; n++)
    {
      const Style *found = g_hash_table_lookup (self->styles, id);

      if (found == NULL)
        break;
      /* A name counts unless a style nearer says which outline level it has. */
      if (!named && outline == UNKNOWN && found->name != NULL)
        named = read_name (found->name, &style->paragraph);
      outline = outline == UNKNOWN ? found->outline : outline;
      numbering = numbering == UNKNOWN ? found->numbering : numbering;
      depth = depth == UNKNOWN ? found->depth : depth;
      hidden = hidden == UNKNOWN ? found->hidden : hidden;
      id = found->based_on;
    }
  if (!named && outline >= 0 && outline < 9)
    {
      style->paragraph.type = RISALAH_BLOCK_HEADING;
      style->paragraph.level = MIN (outline + 1, 6);
    }
  style->in_list |= numbering > 0;
  if (depth != UNKNOWN)
    style->list_level = CLAMP (depth, 0, 5) + 1;
  style->is_hidden |= hidden == TRUE;
}
