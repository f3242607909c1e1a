/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief's headings, each with the words of its section and, where the template gives one, its
 * budget. Enter jumps there, Alt+Up and Alt+Down move the section, and a row can be dragged. */

#include "risalah-outline.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

#include <glib/gi18n.h>

/* Of a title, beside the number of its words. */
#define LEAST_CHARS 13

struct _RisalahOutline
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *total_label;

  RisalahEditor *editor;           /* borrowed: a sibling in the same dock */
  const RisalahTemplate *template; /* (nullable) borrowed from the session */
  RisalahDocument *shown;
  GArray *headings; /* guint: blocks */
};

G_DEFINE_FINAL_TYPE (RisalahOutline, risalah_outline, GTK_TYPE_WIDGET)

static gboolean
is_heading (RisalahBriefBlock *block)
{
  return risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_HEADING;
}

static guint
block_of_row (RisalahOutline *self, GtkListBoxRow *row)
{
  return g_array_index (self->headings, guint, gtk_list_box_row_get_index (row));
}

/* The block after the section that begins at @heading: at the next heading of its level or above. */
static guint
section_end (RisalahDocument *document, guint heading)
{
  guint level = risalah_brief_block_get_level (risalah_document_get_block (document, heading));
  guint i = heading + 1;

  for (; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (is_heading (block) && risalah_brief_block_get_level (block) <= level)
        break;
    }
  return i;
}

static guint
section_words (RisalahDocument *document, guint heading)
{
  guint end = section_end (document, heading), words = 0;

  for (guint i = heading + 1; i < end; i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
        words += risalah_rich_text_count_words (risalah_brief_block_get_part (block, part));
    }
  return words;
}

static guint
section_budget (RisalahOutline *self, RisalahBriefBlock *heading)
{
  const char *section = risalah_brief_block_get_section (heading);
  const RisalahTemplatePart *part;

  if (self->template == NULL || section == NULL)
    return 0;
  part = risalah_template_find_part (self->template, section);
  return part != NULL ? part->words : 0;
}

static char *
describe_words (guint words, guint budget)
{
  if (budget > 0)
    return g_strdup_printf (_ ("%u of %u words"), words, budget);
  return g_strdup_printf (ngettext ("%u word", "%u words", words), words);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (row));
}

static void
move_section (RisalahOutline *self, guint heading, guint before)
{
  g_auto (RisalahEdit) edit
      = risalah_edit_move_section (risalah_editor_get_document (self->editor), heading, before);

  risalah_editor_apply (self->editor, &edit);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListBoxRow *row)
{
  RisalahOutline *self
      = RISALAH_OUTLINE (gtk_widget_get_ancestor (GTK_WIDGET (row), RISALAH_TYPE_OUTLINE));
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  int dragged = g_value_get_int (value);
  guint before = block_of_row (self, row);

  if (dragged < 0 || (guint)dragged >= self->headings->len)
    return FALSE;
  if (y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0)
    before = section_end (document, before);
  move_section (self, g_array_index (self->headings, guint, dragged), before);
  return TRUE;
}

static GtkWidget *
create_row (RisalahOutline *self, RisalahDocument *document, guint index)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, index);
  g_autofree char *title = risalah_rich_text_dup_words (risalah_brief_block_get_text (block));
  guint budget = section_budget (self, block), words = section_words (document, index);
  g_autofree char *count = describe_words (words, budget);
  g_autofree char *name = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = g_object_new (RISALAH_TYPE_WRAP_BOX, "spacing", 12, NULL);
  GtkWidget *label = gtk_label_new (*title != '\0' ? title : _ ("Untitled section"));
  GtkWidget *counter = gtk_label_new (count);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 16 * (MAX (risalah_brief_block_get_level (block), 1) - 1));
  if (risalah_brief_block_get_level (block) <= 1)
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (counter, "caption");
  gtk_widget_add_css_class (counter, budget > 0 && words > budget ? "warning" : "dim-label");
  gtk_widget_set_parent (label, box);
  gtk_widget_set_parent (counter, box);
  g_object_set (box, "yields", label, NULL);
  gtk_widget_add_css_class (box, "outline-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (GTK_LABEL (label)), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return row;
}

static void
show_total (RisalahOutline *self, RisalahDocument *document)
{
  guint words = risalah_document_count_words (document);
  g_autofree char *text = describe_words (
      words, self->template != NULL ? risalah_template_get_words (self->template) : 0);

  gtk_label_set_text (self->total_label, text);
}

static void
refresh (RisalahOutline *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  GtkWidget *child;

  if (document == self->shown)
    return;
  g_clear_pointer (&self->shown, risalah_document_unref);
  self->shown = risalah_document_ref (document);
  g_array_set_size (self->headings, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    if (is_heading (risalah_document_get_block (document, i)))
      {
        g_array_append_val (self->headings, i);
        gtk_list_box_append (self->list, create_row (self, document, i));
      }
  if (index >= 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  gtk_stack_set_visible_child_name (self->stack, self->headings->len > 0 ? "list" : "empty");
  show_total (self, document);
}

static void
changed_cb (RisalahOutline *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RisalahOutline *self)
{
  const RisalahPosition at = { block_of_row (self, row), RISALAH_PART_BODY, 0 };

  gtk_widget_activate_action (GTK_WIDGET (self), "brief.show", "s", "text");
  risalah_editor_show_position (self->editor, &at);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* Selects the row of the heading that now stands at @block, and gives it the focus back. */
static void
select_block (RisalahOutline *self, guint block)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (g_array_index (self->headings, guint, i) == block)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

        gtk_list_box_select_row (self->list, row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

/* Among its neighbours of the same level: up goes before the one above, down after the one below. */
static gboolean
move_selected (RisalahOutline *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  RisalahBriefBlock *moved;
  guint heading, end, level;

  if (row == NULL)
    return FALSE;
  heading = block_of_row (self, row);
  moved = risalah_document_get_block (document, heading);
  level = risalah_brief_block_get_level (moved);
  end = section_end (document, heading);
  if (by > 0)
    {
      if (end >= risalah_document_get_n_blocks (document)
          || !is_heading (risalah_document_get_block (document, end)))
        return FALSE;
      move_section (self, heading, section_end (document, end));
    }
  else
    {
      guint before = heading;

      while (before-- > 0)
        if (is_heading (risalah_document_get_block (document, before))
            && risalah_brief_block_get_level (risalah_document_get_block (document, before))
                   <= level)
          {
            move_section (self, heading, before);
            break;
          }
    }
  refresh (self);
  document = risalah_editor_get_document (self->editor);
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    if (risalah_document_get_block (document, i) == moved)
      select_block (self, i);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return move_selected (RISALAH_OUTLINE (widget), g_variant_get_int32 (parameter));
}

static void
risalah_outline_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (risalah_outline_parent_class)->map (widget);
  if (RISALAH_OUTLINE (widget)->editor != NULL)
    refresh (RISALAH_OUTLINE (widget));
}

static void
risalah_outline_dispose (GObject *object)
{
  RISALAH_OUTLINE (object)->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_OUTLINE);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_outline_parent_class)->dispose (object);
}

static void
risalah_outline_finalize (GObject *object)
{
  RisalahOutline *self = RISALAH_OUTLINE (object);

  g_array_unref (self->headings);
  g_clear_pointer (&self->shown, risalah_document_unref);

  G_OBJECT_CLASS (risalah_outline_parent_class)->finalize (object);
}

static void
risalah_outline_class_init (RisalahOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_outline_finalize;
  widget_class->map = risalah_outline_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahOutline, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahOutline, total_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
risalah_outline_init (RisalahOutline *self)
{
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_outline_set_editor:
 * @self: an outline
 * @editor: whose headings are shown; a sibling, not kept alive
 */
void
risalah_outline_set_editor (RisalahOutline *self, RisalahEditor *editor)
{
  g_return_if_fail (RISALAH_IS_OUTLINE (self));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  self->editor = editor;
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * risalah_outline_set_template:
 * @self: an outline
 * @template: (nullable): the brief's template, for its word budgets; must outlive the outline
 */
void
risalah_outline_set_template (RisalahOutline *self, const RisalahTemplate *template)
{
  g_return_if_fail (RISALAH_IS_OUTLINE (self));

  self->template = template;
}
