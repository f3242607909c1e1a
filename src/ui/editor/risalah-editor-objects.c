/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that are not text, as widgets in the line: page breaks, generated parts, and what a newer
 * version put there. */

#include "risalah-editor-private.h"

#include <glib/gi18n.h>

#include "risalah-figure-block.h"
#include "risalah-part-view.h"
#include "risalah-table-block.h"

#define ANCHOR "risalah-anchor" /* of an object, where it stands */

static const char *
describe_generated (RisalahGenerated generated)
{
  switch (generated)
    {
    case RISALAH_GENERATED_REFERENCES:
      return _ ("References are listed here when the brief is printed or exported.");
    case RISALAH_GENERATED_SOURCE_ANNEX:
      return _ ("The source annex stands here when the brief is printed or exported.");
    case RISALAH_GENERATED_EVENT_TABLE:
      return _ ("The table of events stands here when the brief is printed or exported.");
    default:
      g_assert_not_reached ();
    }
}

static const char *
describe (RisalahBriefBlock *block)
{
  switch (risalah_brief_block_get_kind (block))
    {
    case RISALAH_BRIEF_BLOCK_PAGE_BREAK:
      return _ ("Page break");
    case RISALAH_BRIEF_BLOCK_GENERATED:
      return describe_generated (risalah_brief_block_get_generated (block));
    case RISALAH_BRIEF_BLOCK_TABLE:
      return _ ("Table");
    case RISALAH_BRIEF_BLOCK_FIGURE:
      return _ ("Figure");
    case RISALAH_BRIEF_BLOCK_UNKNOWN:
    case RISALAH_BRIEF_BLOCK_TITLE:
    case RISALAH_BRIEF_BLOCK_SUBTITLE:
    case RISALAH_BRIEF_BLOCK_HEADING:
    case RISALAH_BRIEF_BLOCK_PARAGRAPH:
    case RISALAH_BRIEF_BLOCK_BULLET:
    case RISALAH_BRIEF_BLOCK_NUMBERED:
    case RISALAH_BRIEF_BLOCK_QUOTATION:
    default:
      return _ ("A part made with a newer version of Risalah. It is kept as it is.");
    }
}

static GtkWidget *
create_note (RisalahBriefBlock *block)
{
  GtkWidget *label = gtk_label_new (describe (block));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "brief-object");
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_PAGE_BREAK)
    gtk_widget_add_css_class (label, "page-break");
  return label;
}

/* Gives an object the width of the text where it stands: less in the box of key messages. */
static void
fit_width (RisalahEditor *self, GtkWidget *widget)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view)
              - gtk_text_view_get_right_margin (view);

  if (gtk_widget_has_css_class (widget, "in-box"))
    width -= 2 * RISALAH_EDITOR_BOX_PADDING;
  gtk_widget_set_size_request (widget, MAX (width, 1), -1);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_box (RisalahEditor *self, GtkWidget *widget, RisalahBriefBlock *block)
{
  set_css_class (widget, "in-box", risalah_brief_block_is_boxed (block));
  fit_width (self, widget);
}

/*
 * risalah_editor_objects_create:
 * @anchor: where it stands
 * @block: an object
 *
 * Returns: (transfer floating): the widget that shows it
 */
GtkWidget *
risalah_editor_objects_create (RisalahEditor *self,
                               GtkTextChildAnchor *anchor,
                               RisalahBriefBlock *block)
{
  GtkWidget *widget;

  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TABLE)
    {
      widget = risalah_table_block_new (self, anchor);
      risalah_table_block_set_block (RISALAH_TABLE_BLOCK (widget), block);
    }
  else if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE)
    {
      widget = risalah_figure_block_new (self, anchor);
      risalah_figure_block_set_block (RISALAH_FIGURE_BLOCK (widget), block);
    }
  else
    widget = create_note (block);
  g_object_set_data_full (G_OBJECT (widget), ANCHOR, g_object_ref (anchor), g_object_unref);
  show_box (self, widget, block);
  return widget;
}

/*
 * risalah_editor_objects_find_around:
 * @widget: something in the editor
 * @place: (out): where the object that it is in, or is, stands in the buffer
 *
 * Returns: (nullable) (transfer none): the object; NULL where it is in none
 */
GtkWidget *
risalah_editor_objects_find_around (RisalahEditor *self, GtkWidget *widget, GtkTextIter *place)
{
  GtkTextChildAnchor *anchor = NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      anchor = g_object_get_data (G_OBJECT (widget), ANCHOR);
      if (anchor != NULL)
        break;
    }
  if (anchor == NULL || gtk_text_child_anchor_get_deleted (anchor))
    return NULL;
  gtk_text_buffer_get_iter_at_child_anchor (self->buffer, place, anchor);
  return widget;
}

/* The widgets of the object in @line, to be freed; there is one. */
static GtkWidget **
get_widgets (RisalahEditor *self, guint line, guint *n_widgets)
{
  GtkTextChildAnchor *anchor;
  GtkTextIter iter;

  *n_widgets = 0;
  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  anchor = gtk_text_iter_get_child_anchor (&iter);
  return anchor != NULL ? gtk_text_child_anchor_get_widgets (anchor, n_widgets) : NULL;
}

/*
 * risalah_editor_objects_update:
 * @line: the line of an object
 * @block: what it is now; of the same kind as before
 */
void
risalah_editor_objects_update (RisalahEditor *self, guint line, RisalahBriefBlock *block)
{
  guint n_widgets;
  g_autofree GtkWidget **widgets = get_widgets (self, line, &n_widgets);

  for (guint i = 0; i < n_widgets; i++)
    {
      if (RISALAH_IS_TABLE_BLOCK (widgets[i]))
        risalah_table_block_set_block (RISALAH_TABLE_BLOCK (widgets[i]), block);
      else if (RISALAH_IS_FIGURE_BLOCK (widgets[i]))
        risalah_figure_block_set_block (RISALAH_FIGURE_BLOCK (widgets[i]), block);
      else
        gtk_label_set_text (GTK_LABEL (widgets[i]), describe (block));
      show_box (self, widgets[i], block);
    }
}

/* The part's view at or under @widget, NULL where there is none. */
static GtkWidget *
find_part (GtkWidget *widget, guint part)
{
  GtkWidget *found = NULL;

  if (RISALAH_IS_PART_VIEW (widget))
    return risalah_part_view_get_part (RISALAH_PART_VIEW (widget)) == part ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, part);
  return found;
}

/*
 * risalah_editor_objects_find_part:
 * @at: a place in a caption or cell
 *
 * Returns: (transfer none) (nullable): the view that shows it
 */
GtkWidget *
risalah_editor_objects_find_part (RisalahEditor *self, const RisalahPosition *at)
{
  guint n_widgets;
  g_autofree GtkWidget **widgets = get_widgets (self, at->block, &n_widgets);
  GtkWidget *found = NULL;

  for (guint i = 0; i < n_widgets && found == NULL; i++)
    found = find_part (widgets[i], at->part);
  return found;
}

/*
 * risalah_editor_objects_number:
 * @line: the line of an object
 * @number: (inout): the number of the last note before it; of its last one then
 *
 * Numbers the citations in its caption and cells.
 */
void
risalah_editor_objects_number (RisalahEditor *self, guint line, guint *number)
{
  RisalahBriefBlock *block = risalah_document_get_block (self->document, line);

  for (guint part = RISALAH_PART_CAPTION; part < risalah_brief_block_get_n_parts (block); part++)
    {
      const RisalahPosition at = { line, part, 0 };
      GtkWidget *view = risalah_editor_objects_find_part (self, &at);

      if (view != NULL)
        risalah_part_view_number (RISALAH_PART_VIEW (view), number);
    }
}

static gboolean
is_object (GtkWidget *widget)
{
  return RISALAH_IS_TABLE_BLOCK (widget) || RISALAH_IS_FIGURE_BLOCK (widget)
         || gtk_widget_has_css_class (widget, "brief-object");
}

static gboolean
stands_at (GtkWidget *widget, GtkTextChildAnchor *anchor)
{
  guint n_widgets;
  g_autofree GtkWidget **widgets = gtk_text_child_anchor_get_widgets (anchor, &n_widgets);

  for (guint i = 0; i < n_widgets; i++)
    if (widgets[i] == widget)
      return TRUE;
  return FALSE;
}

/*
 * risalah_editor_objects_show_cursor:
 *
 * Shows at which object the cursor stands: a caret as high as a table would be a beam.
 */
void
risalah_editor_objects_show_cursor (RisalahEditor *self)
{
  GtkTextChildAnchor *anchor;
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_iter_set_line_offset (&cursor, 0);
  anchor = gtk_text_iter_get_child_anchor (&cursor);
  set_css_class (GTK_WIDGET (self), "at-object", anchor != NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_object (child))
      set_css_class (child, "current-object", anchor != NULL && stands_at (child, anchor));
}

static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);

  self->fitting = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_object (child))
      fit_width (self, child);
  return G_SOURCE_REMOVE;
}

/*
 * risalah_editor_objects_fit:
 *
 * Gives objects the width of the text, in the next tick: a size cannot be asked for while sizes
 * are being given.
 */
void
risalah_editor_objects_fit (RisalahEditor *self)
{
  if (self->fitting == 0)
    self->fitting = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}
