/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wide, the contents stand beside the page; in a narrow window one of the two is shown. What is
 * asked for before the pages are read is shown when they are. */

#include "risalah-help-window.h"

#include <glib/gi18n.h>

#include "risalah-adaptive-bin.h"
#include "risalah-help-book.h"
#include "risalah-help-view.h"
#include "risalah-paths.h"
#include "risalah-sheet-header.h"

#define FIRST_PAGE "index"

struct _RisalahHelpWindow
{
  AdwWindow parent_instance;

  RisalahAdaptiveBin *bin;
  AdwWindowTitle *title;
  GtkToggleButton *contents_button;
  GtkWidget *contents;
  GtkWidget *separator;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkWidget *nothing; /* shown where the search finds no page */
  RisalahHelpView *view;

  GCancellable *opening;
  RisalahHelpBook *book; /* (nullable): until it is read */
  GPtrArray *visited;    /* (element-type utf8): links, the one that is shown last */
};

G_DEFINE_FINAL_TYPE (RisalahHelpWindow, risalah_help_window, ADW_TYPE_WINDOW)

/* --- contents ---------------------------------------------------------------------------- */

static const RisalahHelpPage *
page_of_row (gpointer row)
{
  return g_object_get_data (row, "page");
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  RisalahHelpWindow *self = user_data;

  return risalah_help_page_matches (page_of_row (row),
                                    gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  RisalahHelpWindow *self = user_data;
  const char *group, *previous;
  GtkWidget *label = NULL;

  if (self->book == NULL) /* the window is going, and its rows one by one */
    return;
  group = risalah_help_book_get_group (self->book, page_of_row (row));
  previous = before != NULL ? risalah_help_book_get_group (self->book, page_of_row (before)) : NULL;
  if (group != NULL && g_strcmp0 (group, previous) != 0)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_markup (GTK_LABEL (label), group);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "help-group");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
add_row (RisalahHelpWindow *self, const RisalahHelpPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), page->title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer)page);
  gtk_list_box_append (self->list, row);
}

static void
search_changed_cb (RisalahHelpWindow *self)
{
  gboolean is_found = FALSE;

  gtk_list_box_invalidate_filter (self->list);
  for (int i = 0; !is_found && gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    is_found = filter_row (gtk_list_box_get_row_at_index (self->list, i), self);
  gtk_widget_set_visible (self->nothing, !is_found);
}

static void
search_activated_cb (RisalahHelpWindow *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (filter_row (row, self))
        {
          risalah_help_window_show (self, page_of_row (row)->id);
          return;
        }
    }
}

/* --- layout ------------------------------------------------------------------------------ */

static void
update_layout (RisalahHelpWindow *self)
{
  gboolean is_narrow = risalah_adaptive_bin_get_room (self->bin) == RISALAH_ROOM_NARROW;
  gboolean contents = !is_narrow || gtk_toggle_button_get_active (self->contents_button);

  gtk_widget_set_visible (GTK_WIDGET (self->contents_button), is_narrow);
  gtk_widget_set_visible (self->contents, contents);
  gtk_widget_set_hexpand (self->contents, is_narrow);
  gtk_widget_set_visible (self->separator, !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !is_narrow || !contents);
}

/* --- going to pages ---------------------------------------------------------------------- */

static void
show_current (RisalahHelpWindow *self)
{
  const char *link = g_ptr_array_index (self->visited, self->visited->len - 1);
  const RisalahHelpPage *page;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->visited->len > 1);
  if (self->book == NULL)
    return;
  page = risalah_help_book_find (self->book, link);
  if (page == NULL)
    return;
  risalah_help_view_show (self->view, self->book, link);
  adw_window_title_set_subtitle (self->title, page->title);
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (page_of_row (row) == page)
        gtk_list_box_select_row (self->list, row);
    }
  gtk_toggle_button_set_active (self->contents_button, FALSE);
  update_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
row_activated_cb (RisalahHelpWindow *self, GtkListBoxRow *row)
{
  risalah_help_window_show (self, page_of_row (row)->id);
}

static void
link_cb (RisalahHelpWindow *self, const char *target)
{
  risalah_help_window_show (self, target);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahHelpWindow *self = RISALAH_HELP_WINDOW (widget);

  g_ptr_array_set_size (self->visited, (int)self->visited->len - 1);
  show_current (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahHelpWindow *self = RISALAH_HELP_WINDOW (widget);

  gtk_toggle_button_set_active (self->contents_button, TRUE);
  update_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahHelpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RisalahHelpBook *book = risalah_help_book_open_finish (result, &error);
  GPtrArray *pages;

  if (book == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_window_title_set_subtitle (self->title, error->message);
      return;
    }
  self->book = book;
  pages = risalah_help_book_get_pages (book);
  for (guint i = 0; i < pages->len; i++)
    add_row (self, g_ptr_array_index (pages, i));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  show_current (self);
}

/* --- the window -------------------------------------------------------------------------- */

static void
risalah_help_window_dispose (GObject *object)
{
  RisalahHelpWindow *self = RISALAH_HELP_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->visited, g_ptr_array_unref);

  G_OBJECT_CLASS (risalah_help_window_parent_class)->dispose (object);
}

static void
risalah_help_window_finalize (GObject *object)
{
  g_clear_object (&RISALAH_HELP_WINDOW (object)->book);

  G_OBJECT_CLASS (risalah_help_window_parent_class)->finalize (object);
}

static void
risalah_help_window_class_init (RisalahHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RISALAH_TYPE_HELP_VIEW);
  g_type_ensure (RISALAH_TYPE_SHEET_HEADER);
  G_OBJECT_CLASS (klass)->dispose = risalah_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_help_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/help/risalah-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, contents_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, RisalahHelpWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
risalah_help_window_init (RisalahHelpWindow *self)
{
  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->opening = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", FALSE);
  update_layout (self);
}

/**
 * risalah_help_window_new:
 * @application: (nullable): the application, whose keys work in the window too
 *
 * Returns: (transfer none): a window that reads the help in the language of the interface
 */
GtkWidget *
risalah_help_window_new (GtkApplication *application)
{
  g_autofree char *folder = risalah_paths_get_help_dir ();
  RisalahHelpWindow *self
      = g_object_new (RISALAH_TYPE_HELP_WINDOW, "application", application, NULL);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  /* A sheet that waits for an answer leaves windows of other groups alone: it can be read about. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  risalah_help_book_open_async (folder, g_get_language_names (), self->opening, opened_cb,
                                g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * risalah_help_window_show:
 * @self: the window
 * @link: (nullable): "page" or "page#section"; %NULL for the contents
 *
 * Goes to a page, remembering where it came from.
 */
void
risalah_help_window_show (RisalahHelpWindow *self, const char *link)
{
  g_return_if_fail (RISALAH_IS_HELP_WINDOW (self));

  if (link == NULL)
    link = FIRST_PAGE;
  if (self->visited->len == 0
      || !g_str_equal (g_ptr_array_index (self->visited, self->visited->len - 1), link))
    g_ptr_array_add (self->visited, g_strdup (link));
  show_current (self);
}

/**
 * risalah_help_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): where it was asked to go last; %NULL until the pages are
 *   read
 */
const char *
risalah_help_window_get_page (RisalahHelpWindow *self)
{
  g_return_val_if_fail (RISALAH_IS_HELP_WINDOW (self), NULL);
  if (self->book == NULL || self->visited->len == 0)
    return NULL;
  return g_ptr_array_index (self->visited, self->visited->len - 1);
}
