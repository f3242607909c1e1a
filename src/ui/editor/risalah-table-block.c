/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the brief, as it stands in the text. Tab goes from cell to cell; rows and columns come
 * and go by its menu, each one step to undo. */

#include "risalah-table-block.h"

#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-part-view.h"
#include "risalah-widget.h"

/* In characters. */
#define LEAST_COLUMN 12

struct _RisalahTableBlock
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  GtkWidget *scroller;
  GtkWidget *caption;
  GtkWidget *menu_button;

  RisalahEditor *editor;      /* borrowed: the widget that this one stands in */
  GtkTextChildAnchor *anchor;
  RisalahBriefBlock *block;
};

G_DEFINE_FINAL_TYPE (RisalahTableBlock, risalah_table_block, GTK_TYPE_WIDGET)

static guint
get_line (RisalahTableBlock *self)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_child_anchor (self->editor->buffer, &place, self->anchor);
  return gtk_text_iter_get_line (&place);
}

/* The cell that has the focus, or had it last; the first one where none had. */
static void
get_cell (RisalahTableBlock *self, guint *row, guint *column)
{
  GtkWidget *part = self->editor->part;
  guint columns = risalah_brief_block_get_n_columns (self->block), cell = 0;

  if (part != NULL && gtk_widget_get_parent (part) == GTK_WIDGET (self->grid))
    cell = risalah_part_view_get_part (RISALAH_PART_VIEW (part)) - RISALAH_PART_FIRST_CELL;
  *row = cell / columns;
  *column = cell % columns;
}

static void
insert_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  guint row, column;

  get_cell (self, &row, &column);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_rows (self->editor->document, get_line (self),
                                    row + g_variant_get_uint32 (parameter), 1);

    risalah_editor_take (self->editor, &edit);
  }
}

static void
insert_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  guint row, column;

  get_cell (self, &row, &column);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_columns (self->editor->document, get_line (self),
                                       column + g_variant_get_uint32 (parameter), 1);

    risalah_editor_take (self->editor, &edit);
  }
}

static void
remove_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  guint row, column;

  get_cell (self, &row, &column);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_remove_rows (self->editor->document, get_line (self), row, 1);

    risalah_editor_take (self->editor, &edit);
  }
}

static void
remove_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  guint row, column;

  get_cell (self, &row, &column);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_remove_columns (self->editor->document, get_line (self), column, 1);

    risalah_editor_take (self->editor, &edit);
  }
}

static void
switch_header_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  g_auto (RisalahEdit) edit
      = risalah_edit_set_header (self->editor->document, get_line (self),
                                 !risalah_brief_block_has_header (self->block));

  risalah_editor_take (self->editor, &edit);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (widget);
  RisalahEditor *editor = self->editor;
  g_auto (RisalahEdit) edit = risalah_edit_remove_block (editor->document, get_line (self));

  gtk_widget_grab_focus (GTK_WIDGET (editor));
  risalah_editor_take (editor, &edit);
}

static GMenuModel *
create_menu (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("Insert Row _Above"), "table.insert-row(uint32 0)" },
    { N_ ("Insert Row _Below"), "table.insert-row(uint32 1)" },
    { N_ ("Insert Column B_efore"), "table.insert-column(uint32 0)" },
    { N_ ("Insert Column A_fter"), "table.insert-column(uint32 1)" },
    { N_ ("Delete _Row"), "table.remove-row" },
    { N_ ("Delete _Column"), "table.remove-column" },
    { N_ ("_Header Row"), "table.switch-header" },
    { N_ ("_Delete Table"), "table.remove" },
  };
  GMenu *menu = g_menu_new (), *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (i % 2 == 0)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_append (section, _ (items[i].label), items[i].action);
    }
  g_clear_object (&section);
  return G_MENU_MODEL (menu);
}

static void
clear_grid (RisalahTableBlock *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
name_cell (GtkWidget *cell, guint row, guint column, gboolean is_header)
{
  g_autofree char *name = g_strdup_printf (_ ("Row %u, column %u"), row + 1, column + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_header)
    gtk_widget_add_css_class (cell, "header");
  else
    gtk_widget_remove_css_class (cell, "header");
}

/* A column of which a usual word fills a line; where there is not the room, the table scrolls. */
static int
get_least_width (RisalahTableBlock *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (
      gtk_widget_get_pango_context (GTK_WIDGET (self->editor)), NULL, NULL);
  int width = LEAST_COLUMN * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width;
}

static void
fill_grid (RisalahTableBlock *self)
{
  guint rows = risalah_brief_block_get_n_rows (self->block);
  guint columns = risalah_brief_block_get_n_columns (self->block);

  clear_grid (self);
  for (guint i = 0; i < rows * columns; i++)
    {
      GtkWidget *cell
          = risalah_part_view_new (self->editor, self->anchor, RISALAH_PART_FIRST_CELL + i);

      gtk_widget_set_size_request (cell, get_least_width (self), -1);
      gtk_grid_attach (self->grid, cell, i % columns, i / columns, 1, 1);
    }
}

static void
show_texts (RisalahTableBlock *self)
{
  guint rows = risalah_brief_block_get_n_rows (self->block);
  guint columns = risalah_brief_block_get_n_columns (self->block);
  gboolean has_header = risalah_brief_block_has_header (self->block);

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        GtkWidget *cell = gtk_grid_get_child_at (self->grid, column, row);

        risalah_part_view_show (RISALAH_PART_VIEW (cell),
                                risalah_brief_block_get_cell (self->block, row, column));
        name_cell (cell, row, column, has_header && row == 0);
      }
  risalah_part_view_show (RISALAH_PART_VIEW (self->caption),
                          risalah_brief_block_get_caption (self->block));
}

static void
risalah_table_block_dispose (GObject *object)
{
  RisalahTableBlock *self = RISALAH_TABLE_BLOCK (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->anchor);
  g_clear_pointer (&self->block, risalah_brief_block_unref);

  G_OBJECT_CLASS (risalah_table_block_parent_class)->dispose (object);
}

static void
risalah_table_block_class_init (RisalahTableBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_table_block_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tableblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_install_action (widget_class, "table.insert-row", "u", insert_row_cb);
  gtk_widget_class_install_action (widget_class, "table.insert-column", "u", insert_column_cb);
  gtk_widget_class_install_action (widget_class, "table.remove-row", NULL, remove_row_cb);
  gtk_widget_class_install_action (widget_class, "table.remove-column", NULL, remove_column_cb);
  gtk_widget_class_install_action (widget_class, "table.switch-header", NULL, switch_header_cb);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, remove_cb);
}

static void
risalah_table_block_init (RisalahTableBlock *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "brief-table");
  gtk_widget_set_overflow (GTK_WIDGET (self->grid), GTK_OVERFLOW_HIDDEN);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * risalah_table_block_new:
 * @editor: the editor in which it stands
 * @anchor: where
 *
 * Returns: (transfer floating): a table without content
 */
GtkWidget *
risalah_table_block_new (RisalahEditor *editor, GtkTextChildAnchor *anchor)
{
  RisalahTableBlock *self;
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *line;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), NULL);

  self = g_object_new (RISALAH_TYPE_TABLE_BLOCK, NULL);
  self->editor = editor;
  self->anchor = g_object_ref (anchor);
  self->caption = risalah_part_view_new_caption (editor, anchor);
  self->menu_button = risalah_widget_new_menu_button (_ ("Rows and columns"), menu);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (line), self->caption);
  gtk_box_append (GTK_BOX (line), self->menu_button);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  return GTK_WIDGET (self);
}

/**
 * risalah_table_block_set_block:
 * @self: a table
 * @block: the table's block now
 *
 * Shows it; cells that did not change keep their cursor.
 */
void
risalah_table_block_set_block (RisalahTableBlock *self, RisalahBriefBlock *block)
{
  gboolean same_shape;

  g_return_if_fail (RISALAH_IS_TABLE_BLOCK (self));
  g_return_if_fail (block != NULL);

  same_shape = self->block != NULL
               && risalah_brief_block_get_n_rows (self->block)
                      == risalah_brief_block_get_n_rows (block)
               && risalah_brief_block_get_n_columns (self->block)
                      == risalah_brief_block_get_n_columns (block);
  risalah_brief_block_ref (block);
  g_clear_pointer (&self->block, risalah_brief_block_unref);
  self->block = block;
  if (!same_shape)
    fill_grid (self);
  show_texts (self);
}
