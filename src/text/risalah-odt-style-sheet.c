/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the styles of styles.xml and the automatic ones of content.xml (ISO/IEC 26300-3, 16). The
 * names of LibreOffice's own styles are English in every language. */

#include "risalah-odt-style-sheet.h"

#include <string.h>

/* A chain of styles is no longer, unless it is a circle. */
#define MAX_CHAIN 32

typedef struct
{
  char *parent;
  gint outline; /* from 1; 0 where it has none */
  gboolean is_hidden;
} Style;

struct _RisalahOdtStyles
{
  GHashTable *styles; /* family, space, name → Style */
  Style *current;     /* (nullable): the one that began last */
};

static void
style_free (gpointer data)
{
  g_free (((Style *)data)->parent);
  g_free (data);
}

/**
 * risalah_odt_styles_new:
 *
 * Returns: (transfer full): styles of which none is known
 */
RisalahOdtStyles *
risalah_odt_styles_new (void)
{
  RisalahOdtStyles *self = g_new0 (RisalahOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  return self;
}

/**
 * risalah_odt_styles_free:
 * @self: (transfer full) (nullable): styles
 */
void
risalah_odt_styles_free (RisalahOdtStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_free (self);
}

/**
 * risalah_odt_styles_start:
 * @self: styles
 * @name: an element that begins
 * @attributes: its own
 *
 * Learns from an element of a style.
 *
 * Returns: whether what it holds may say more of a style
 */
gboolean
risalah_odt_styles_start (RisalahOdtStyles *self,
                          const char *name,
                          const RisalahOfficeAttributes *attributes)
{
  g_autofree char *family = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && name != NULL && attributes != NULL, FALSE);

  if (strcmp (name, "style:text-properties") == 0 && self->current != NULL)
    self->current->is_hidden |= risalah_office_attributes_has (attributes, "text:display", "none");
  if (strcmp (name, "style:style") != 0)
    return strcmp (name, "office:styles") == 0 || strcmp (name, "office:automatic-styles") == 0
           || strcmp (name, "office:document-styles") == 0;
  family = risalah_office_attributes_dup (attributes, "style:family");
  id = risalah_office_attributes_dup (attributes, "style:name");
  self->current = g_new0 (Style, 1);
  self->current->parent = risalah_office_attributes_dup (attributes, "style:parent-style-name");
  self->current->outline =
      risalah_office_attributes_get_number (attributes, "style:default-outline-level", 0);
  g_hash_table_replace (self->styles,
                        g_strconcat (family != NULL ? family : "", " ", id != NULL ? id : "", NULL),
                        self->current);
  return TRUE;
}

static const Style *
find_style (const RisalahOdtStyles *self, const char *family, const char *name)
{
  g_autofree char *key = g_strconcat (family, " ", name, NULL);

  return g_hash_table_lookup (self->styles, key);
}

/* What the name of a style alone says; %FALSE where it says nothing. */
static gboolean
read_name (const char *name, RisalahOfficeParagraph *paragraph)
{
  if (strcmp (name, "Title") == 0)
    {
      paragraph->type = RISALAH_BLOCK_HEADING;
      paragraph->level = 1;
      paragraph->is_title = TRUE;
    }
  else if (strcmp (name, "Quotations") == 0)
    paragraph->type = RISALAH_BLOCK_QUOTE;
  else if (strcmp (name, "Caption") == 0)
    paragraph->type = RISALAH_BLOCK_CAPTION;
  else
    return FALSE;
  return TRUE;
}

/**
 * risalah_odt_styles_judge:
 * @self: styles
 * @style: (nullable): a paragraph's style
 * @paragraph: (inout): what it makes of the paragraph; where it says nothing the value stays
 */
void
risalah_odt_styles_judge (const RisalahOdtStyles *self,
                          const char *style,
                          RisalahOfficeParagraph *paragraph)
{
  g_return_if_fail (self != NULL && paragraph != NULL);

  for (guint n = 0; style != NULL && n < MAX_CHAIN; n++)
    {
      const Style *found = find_style (self, "paragraph", style);

      if (read_name (style, paragraph) || found == NULL)
        return;
      if (found->outline > 0)
        {
          paragraph->type = RISALAH_BLOCK_HEADING;
          paragraph->level = MIN (found->outline, 6);
          return;
        }
      style = found->parent;
    }
}

/**
 * risalah_odt_styles_is_hidden:
 * @self: styles
 * @family: "paragraph" or "text"
 * @style: (nullable): a style's name
 *
 * Returns: whether words of the style are not shown
 */
gboolean
risalah_odt_styles_is_hidden (const RisalahOdtStyles *self, const char *family, const char *style)
{
  g_return_val_if_fail (self != NULL && family != NULL, FALSE);

  for (guint n = 0; style != NULL && n < MAX_CHAIN; n++)
    {
      const Style *found = find_style (self, family, style);

      if (found == NULL || found->is_hidden)
        return found != NULL;
      style = found->parent;
    }
  return FALSE;
}
