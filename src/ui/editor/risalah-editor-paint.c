/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside and behind the text and is no character of it: bullets and numbers, the bar
 * of a block quotation, the box around key messages. */

#include "risalah-editor-private.h"

#define BAR_WIDTH 3
#define BOX_RADIUS 8

typedef struct
{
  RisalahEditor *editor;
  GtkSnapshot *snapshot;
  float left;  /* the text's edges, buffer coordinates */
  float right;
} Painting;

static RisalahBriefBlock *
block_at (RisalahEditor *self, guint line)
{
  return risalah_document_get_block (self->document, line);
}

static gboolean
is_boxed (RisalahEditor *self, guint line)
{
  return line < risalah_document_get_n_blocks (self->document)
         && risalah_brief_block_is_boxed (block_at (self, line));
}

/* The number of a numbered item: how many of its level stand before it in the same list, and it. */
static guint
item_number (RisalahEditor *self, guint line)
{
  guint level = risalah_brief_block_get_level (block_at (self, line));
  guint number = 1;

  while (line-- > 0)
    {
      RisalahBriefBlock *block = block_at (self, line);
      guint its_level = risalah_brief_block_get_level (block);

      if (!risalah_brief_block_is_list_item (block) || its_level < level)
        break;
      if (its_level == level)
        {
          if (risalah_brief_block_get_kind (block) != RISALAH_BRIEF_BLOCK_NUMBERED)
            break;
          number++;
        }
    }
  return number;
}

static void
paint_item_sign (Painting *painting, guint line, const char *sign, const GdkRectangle *first)
{
  RisalahEditor *self = painting->editor;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (painting->snapshot);
  gtk_snapshot_translate (painting->snapshot, &GRAPHENE_POINT_INIT (first->x - width - 8, first->y));
  gtk_snapshot_append_layout (painting->snapshot, layout, &self->foreground);
  gtk_snapshot_restore (painting->snapshot);
}

static void
paint_item (Painting *painting, guint line, const GtkTextIter *iter)
{
  static const char *const bullets[] = { "•", "◦", "▪" };
  RisalahEditor *self = painting->editor;
  RisalahBriefBlock *block = block_at (self, line);
  guint level = MAX (risalah_brief_block_get_level (block), 1);
  GdkRectangle first;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &first);
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_NUMBERED)
    {
      g_autofree char *number = g_strdup_printf ("%u.", item_number (self, line));

      paint_item_sign (painting, line, number, &first);
    }
  else
    paint_item_sign (painting, line, bullets[(level - 1) % G_N_ELEMENTS (bullets)], &first);
}

static void
paint_quotation (Painting *painting, float y, float height)
{
  GdkRGBA tint = painting->editor->accent;
  float top = y + 2, bottom = y + height - 9;
  GskRoundedRect shape;

  tint.alpha = 0.07;
  gsk_rounded_rect_init_from_rect (
      &shape,
      &GRAPHENE_RECT_INIT (painting->left, top, painting->right - painting->left, bottom - top), 5);
  gtk_snapshot_push_rounded_clip (painting->snapshot, &shape);
  gtk_snapshot_append_color (painting->snapshot, &tint, &shape.bounds);
  gtk_snapshot_append_color (painting->snapshot, &painting->editor->accent,
                             &GRAPHENE_RECT_INIT (painting->left, top, BAR_WIDTH, bottom - top));
  gtk_snapshot_pop (painting->snapshot);
}

/* A boxed line paints its part of the box: the corners are rounded where the box ends. */
static void
paint_box (Painting *painting, guint line, float y, float height)
{
  gboolean begins = line == 0 || !is_boxed (painting->editor, line - 1);
  gboolean ends = !is_boxed (painting->editor, line + 1);
  graphene_size_t top = GRAPHENE_SIZE_INIT (begins ? BOX_RADIUS : 0, begins ? BOX_RADIUS : 0);
  graphene_size_t bottom = GRAPHENE_SIZE_INIT (ends ? BOX_RADIUS : 0, ends ? BOX_RADIUS : 0);
  GdkRGBA tint = painting->editor->foreground;
  GskRoundedRect shape;

  tint.alpha *= 0.06;
  gsk_rounded_rect_init (&shape,
                         &GRAPHENE_RECT_INIT (painting->left, y, painting->right - painting->left,
                                              height + (ends ? 4 : 0)),
                         &top, &top, &bottom, &bottom);
  gtk_snapshot_push_rounded_clip (painting->snapshot, &shape);
  gtk_snapshot_append_color (painting->snapshot, &tint, &shape.bounds);
  gtk_snapshot_pop (painting->snapshot);
}

static void
paint_line (Painting *painting, guint line, const GtkTextIter *iter, float y, float height)
{
  RisalahBriefBlock *block = block_at (painting->editor, line);

  if (risalah_brief_block_is_boxed (block))
    paint_box (painting, line, y, height);
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_QUOTATION)
    paint_quotation (painting, y, height);
  else if (risalah_brief_block_is_list_item (block))
    paint_item (painting, line, iter);
}

/*
 * risalah_editor_paint_layer:
 * @view: the editor
 * @layer: below or above the text
 * @snapshot: in buffer coordinates
 */
void
risalah_editor_paint_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  RisalahEditor *self = RISALAH_EDITOR (view);
  Painting painting = { self, snapshot, 0, 0 };
  GdkRectangle visible;
  GtkTextIter iter;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->document == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  if (visible.y != self->spelled_y)
    {
      self->spelled_y = visible.y;
      risalah_editor_spelling_touch (self);
    }
  painting.left = gtk_text_view_get_left_margin (view);
  painting.right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      int y, height;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height)
        break;
      paint_line (&painting, gtk_text_iter_get_line (&iter), &iter, y, height);
    }
  while (gtk_text_iter_forward_line (&iter));
}
