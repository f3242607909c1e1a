/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that are not text, as widgets in the line: page breaks, generated parts, and what a newer
 * version put there. */

#include "risalah-editor-private.h"

#include <glib/gi18n.h>

#include "risalah-table-block.h"

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

static int
text_width (RisalahEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  return gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view)
         - gtk_text_view_get_right_margin (view);
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
  else
    widget = create_note (block);
  gtk_widget_set_size_request (widget, MAX (text_width (self), 1), -1);
  return widget;
}

/*
 * risalah_editor_objects_update:
 * @line: the line of an object
 * @block: what it is now; of the same kind as before
 */
void
risalah_editor_objects_update (RisalahEditor *self, guint line, RisalahBriefBlock *block)
{
  GtkTextChildAnchor *anchor;
  g_autofree GtkWidget **widgets = NULL;
  GtkTextIter iter;
  guint n_widgets;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  anchor = gtk_text_iter_get_child_anchor (&iter);
  g_assert (anchor != NULL);
  widgets = gtk_text_child_anchor_get_widgets (anchor, &n_widgets);
  for (guint i = 0; i < n_widgets; i++)
    if (RISALAH_IS_TABLE_BLOCK (widgets[i]))
      risalah_table_block_set_block (RISALAH_TABLE_BLOCK (widgets[i]), block);
    else
      gtk_label_set_text (GTK_LABEL (widgets[i]), describe (block));
}

static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  int width = MAX (text_width (self), 1);

  self->fitting = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (RISALAH_IS_TABLE_BLOCK (child) || gtk_widget_has_css_class (child, "brief-object"))
      gtk_widget_set_size_request (child, width, -1);
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
