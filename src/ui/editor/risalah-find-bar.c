/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find and replace in the brief. What is inside a locked quotation is found, and never replaced. */

#include "risalah-find-bar.h"
#include "risalah-widget.h"

#include <glib/gi18n.h>

struct _RisalahFindBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkEditable *replace_entry;
  GtkLabel *count_label;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;

  RisalahEditor *editor; /* borrowed: a sibling in the same dock */
  GArray *matches;       /* RisalahDocumentMatch */
  RisalahDocument *searched;
};

G_DEFINE_FINAL_TYPE (RisalahFindBar, risalah_find_bar, GTK_TYPE_WIDGET)

static const RisalahDocumentMatch *
match_at (RisalahFindBar *self, guint index)
{
  return &g_array_index (self->matches, RisalahDocumentMatch, index);
}

static gboolean
is_open (RisalahFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* The match that is selected in the editor, -1 where none is. */
static int
selected_match (RisalahFindBar *self)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (self->editor, &from, &to);
  for (guint i = 0; i < self->matches->len; i++)
    if (risalah_position_compare (&match_at (self, i)->start, &from) == 0
        && risalah_position_compare (&match_at (self, i)->end, &to) == 0)
      return i;
  return -1;
}

static void
show_count (RisalahFindBar *self)
{
  g_autofree char *text = NULL;
  int selected = selected_match (self);
  gboolean has_words = *gtk_editable_get_text (self->entry) != '\0';

  if (!has_words)
    text = g_strdup ("");
  else if (self->matches->len == 0)
    text = g_strdup (_ ("Not found"));
  else if (selected >= 0)
    text = g_strdup_printf (_ ("%d of %u"), selected + 1, self->matches->len);
  else
    text = g_strdup_printf ("%u", self->matches->len);
  gtk_label_set_text (self->count_label, text);
  if (has_words && self->matches->len == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_sensitive (self->replace_button,
                            selected >= 0 && !match_at (self, selected)->locked);
  gtk_widget_set_sensitive (self->replace_all_button, self->matches->len > 0);
}

static void
search (RisalahFindBar *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  const char *words = gtk_editable_get_text (self->entry);

  g_clear_pointer (&self->searched, risalah_document_unref);
  self->searched = risalah_document_ref (document);
  g_array_unref (self->matches);
  if (*words != '\0')
    self->matches = risalah_document_find (document, words, FALSE, FALSE);
  else
    self->matches = g_array_new (FALSE, FALSE, sizeof (RisalahDocumentMatch));
  risalah_editor_show_matches (self->editor, self->matches);
}

static void
search_if_changed (RisalahFindBar *self)
{
  if (self->searched != risalah_editor_get_document (self->editor))
    search (self);
}

static void
select_match (RisalahFindBar *self, guint index)
{
  const RisalahDocumentMatch *match = match_at (self, index);

  risalah_editor_show_position (self->editor, &match->start);
  risalah_editor_select (self->editor, &match->start, &match->end);
  show_count (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, RisalahFindBar *self)
{
  RisalahPosition from, to;

  if (self->editor == NULL || !is_open (self))
    return;
  search (self);
  risalah_editor_get_selection (self->editor, &from, &to);
  for (guint i = 0; i < self->matches->len; i++)
    if (risalah_position_compare (&match_at (self, i)->start, &from) >= 0)
      {
        select_match (self, i);
        return;
      }
  if (self->matches->len > 0)
    select_match (self, 0);
  show_count (self);
}

static void
next_cb (RisalahFindBar *self)
{
  risalah_find_bar_next (self, TRUE);
}

static void
previous_cb (RisalahFindBar *self)
{
  risalah_find_bar_next (self, FALSE);
}

static void
close_cb (RisalahFindBar *self)
{
  risalah_find_bar_close (self);
}

static void
replace_cb (RisalahFindBar *self)
{
  int selected;

  search_if_changed (self);
  selected = selected_match (self);
  if (selected >= 0 && !match_at (self, selected)->locked)
    {
      RisalahDocumentMatch match = *match_at (self, selected);
      g_auto (RisalahEdit) edit
          = risalah_edit_replace_range (risalah_editor_get_document (self->editor), &match.start,
                                        &match.end, gtk_editable_get_text (self->replace_entry));

      risalah_editor_apply (self->editor, &edit);
    }
  risalah_find_bar_next (self, TRUE);
}

static void
replace_all_cb (RisalahFindBar *self)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_replace_all (
        risalah_editor_get_document (self->editor), &from, gtk_editable_get_text (self->entry),
        gtk_editable_get_text (self->replace_entry), FALSE, FALSE);

    risalah_editor_apply (self->editor, &edit);
  }
  search (self);
  show_count (self);
}

static void
risalah_find_bar_dispose (GObject *object)
{
  RisalahFindBar *self = RISALAH_FIND_BAR (object);

  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_FIND_BAR);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_find_bar_parent_class)->dispose (object);
}

static void
risalah_find_bar_finalize (GObject *object)
{
  RisalahFindBar *self = RISALAH_FIND_BAR (object);

  g_array_unref (self->matches);
  g_clear_pointer (&self->searched, risalah_document_unref);

  G_OBJECT_CLASS (risalah_find_bar_parent_class)->finalize (object);
}

static void
risalah_find_bar_class_init (RisalahFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_find_bar_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahFindBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
risalah_find_bar_init (RisalahFindBar *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (RisalahDocumentMatch));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_find_bar_set_editor:
 * @self: a find bar
 * @editor: the editor to search in; a sibling, not kept alive
 */
void
risalah_find_bar_set_editor (RisalahFindBar *self, RisalahEditor *editor)
{
  g_return_if_fail (RISALAH_IS_FIND_BAR (self));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  self->editor = editor;
}

/**
 * risalah_find_bar_open:
 * @self: a find bar
 *
 * Shows the bar and takes the keyboard focus; selected words of one line are searched for.
 */
void
risalah_find_bar_open (RisalahFindBar *self)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (RISALAH_IS_FIND_BAR (self));

  selected = risalah_editor_dup_selected_words (self->editor);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (selected != NULL)
    gtk_editable_set_text (self->entry, selected);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  search (self);
  show_count (self);
}

/**
 * risalah_find_bar_close:
 * @self: a find bar
 *
 * Hides the bar and gives the focus back to the text.
 */
void
risalah_find_bar_close (RisalahFindBar *self)
{
  g_return_if_fail (RISALAH_IS_FIND_BAR (self));

  if (!is_open (self))
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_array_set_size (self->matches, 0);
  risalah_editor_show_matches (self->editor, self->matches);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/**
 * risalah_find_bar_next:
 * @self: a find bar
 * @forward: whether to go on, or back
 *
 * Selects the next match after the cursor, from the other end where there is none.
 */
void
risalah_find_bar_next (RisalahFindBar *self, gboolean forward)
{
  RisalahPosition from, to;
  guint n;

  g_return_if_fail (RISALAH_IS_FIND_BAR (self));

  search_if_changed (self);
  n = self->matches->len;
  if (n == 0)
    {
      show_count (self);
      return;
    }
  risalah_editor_get_selection (self->editor, &from, &to);
  for (guint i = 0; i < n; i++)
    {
      guint index = forward ? i : n - 1 - i;

      if (forward ? risalah_position_compare (&match_at (self, index)->start, &to) >= 0
                  : risalah_position_compare (&match_at (self, index)->end, &from) <= 0)
        {
          select_match (self, index);
          return;
        }
    }
  select_match (self, forward ? 0 : n - 1);
}
