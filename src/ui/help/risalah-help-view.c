/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label for each paragraph: they wrap at any width, speak for themselves to a screen reader, and
 * their links take the focus. */

#include "risalah-help-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-widget.h"

#define INDENTATION 24

struct _RisalahHelpView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *content;
  GCancellable *loading; /* the page's pictures */
  GHashTable *sections;  /* identifier → heading, weak */
  char *wanted;          /* (nullable): the section to scroll to */
};

G_DEFINE_FINAL_TYPE (RisalahHelpView, risalah_help_view, GTK_TYPE_WIDGET)

enum
{
  LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the parts of a page ----------------------------------------------------------------- */

static gboolean
activate_link_cb (GtkLabel *label, const char *target, RisalahHelpView *self)
{
  g_signal_emit (self, signals[LINK], 0, target);
  return TRUE;
}

static GtkWidget *
create_text (RisalahHelpView *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), self);
  return label;
}

static GtkWidget *
create_heading (RisalahHelpView *self, const char *markup, guint level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int)level, -1);
  gtk_widget_add_css_class (label, level == 1 ? "title-1" : level == 2 ? "title-3" : "title-4");
  gtk_widget_set_margin_top (label, level == 1 ? 0 : 12);
  return label;
}

static GtkWidget *
create_paragraph (RisalahHelpView *self, const RisalahHelpBlock *block)
{
  GtkWidget *text = create_text (self, block->markup);
  GtkWidget *box, *marker;

  if (block->level == 0)
    return text;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  marker = gtk_label_new (block->marker);
  gtk_widget_set_size_request (marker, INDENTATION, -1);
  gtk_label_set_xalign (GTK_LABEL (marker), 0);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, (int)(block->level - 1) * INDENTATION);
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
create_note (RisalahHelpView *self, const RisalahHelpBlock *block)
{
  GtkWidget *text = create_text (self, block->markup);

  gtk_widget_add_css_class (text, "card");
  gtk_widget_add_css_class (text, "help-note");
  return text;
}

static GtkWidget *
create_table (RisalahHelpView *self, const RisalahHelpBlock *block)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                  "column-spacing", 18,
                                  "row-spacing", 8,
                                  NULL);

  for (guint y = 0; y < block->rows->len; y++)
    {
      const char *const *cells = g_ptr_array_index (block->rows, y);

      for (guint x = 0; cells[x] != NULL; x++)
        {
          GtkWidget *cell = create_text (self, cells[x]);

          if (y == 0)
            gtk_widget_add_css_class (cell, "heading");
          gtk_grid_attach (GTK_GRID (grid), cell, (int)x, (int)y, 1, 1);
        }
    }
  gtk_widget_add_css_class (grid, "help-table");
  return grid;
}

static void
picture_loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPicture) picture = user_data;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, NULL);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  /* The alternative text stays where there is no picture. */
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
}

static GtkWidget *
create_picture (RisalahHelpView *self, const RisalahHelpBlock *block, const char *folder)
{
  GtkWidget *picture = gtk_picture_new ();
  g_autofree char *path = g_build_filename (folder, block->picture, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->markup, -1);
  gtk_widget_add_css_class (picture, "help-picture");
  g_file_load_bytes_async (file, self->loading, picture_loaded_cb, g_object_ref_sink (picture));
  return picture;
}

static GtkWidget *
create_block (RisalahHelpView *self, const RisalahHelpBlock *block, const char *folder)
{
  switch (block->kind)
    {
    case RISALAH_HELP_BLOCK_HEADING:
      return create_heading (self, block->markup, block->level);
    case RISALAH_HELP_BLOCK_PARAGRAPH:
      return create_paragraph (self, block);
    case RISALAH_HELP_BLOCK_NOTE:
      return create_note (self, block);
    case RISALAH_HELP_BLOCK_PICTURE:
      return create_picture (self, block, folder);
    case RISALAH_HELP_BLOCK_TABLE:
      return create_table (self, block);
    }
  g_return_val_if_reached (NULL);
}

/* The pages that a guide's section lists. */
static void
add_topics (RisalahHelpView *self, RisalahHelpBook *book, const RisalahHelpPage *guide,
            const char *section)
{
  g_autofree char *place = g_strdup_printf ("%s#%s", guide->id, section);
  GPtrArray *pages = risalah_help_book_get_pages (book);

  for (guint i = 0; i < pages->len; i++)
    {
      const RisalahHelpPage *page = g_ptr_array_index (pages, i);
      g_autofree char *markup = NULL;

      if (g_strcmp0 (page->guide, place) != 0)
        continue;
      markup = g_strdup_printf ("<a href=\"%s\">%s</a>\n<small>%s</small>", page->id, page->title,
                                page->summary != NULL ? page->summary : "");
      gtk_box_append (self->content, create_text (self, markup));
    }
}

/* --- scrolling --------------------------------------------------------------------------- */

static gboolean
scroll_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  RisalahHelpView *self = RISALAH_HELP_VIEW (widget);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  int direction;

  g_variant_get (arguments, "(i)", &direction);
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                                + direction * gtk_adjustment_get_step_increment (adjustment));
  return TRUE;
}

/* Once the page has its sizes. */
static gboolean
scroll_to_section_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RisalahHelpView *self = RISALAH_HELP_VIEW (widget);
  GtkWidget *heading = self->wanted != NULL
                           ? g_hash_table_lookup (self->sections, self->wanted)
                           : NULL;
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double y = 0;

  if (heading != NULL)
    gtk_widget_translate_coordinates (heading, GTK_WIDGET (self->content), 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, y);
  g_clear_pointer (&self->wanted, g_free);
  return G_SOURCE_REMOVE;
}

/* --- the widget -------------------------------------------------------------------------- */

static gboolean
risalah_help_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RISALAH_HELP_VIEW (widget)->scroller);
}

static void
risalah_help_view_dispose (GObject *object)
{
  RisalahHelpView *self = RISALAH_HELP_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_help_view_parent_class)->dispose (object);
}

static void
risalah_help_view_class_init (RisalahHelpViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_help_view_dispose;
  risalah_widget_set_grab_focus (widget_class, risalah_help_view_grab_focus);
  signals[LINK] = g_signal_new ("link", RISALAH_TYPE_HELP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "helpview");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_cb, "(i)", 1);
}

static void
risalah_help_view_init (RisalahHelpView *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->content = GTK_BOX (content);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_DOCUMENT,
                                 "focusable", TRUE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER,
                                 NULL);
  gtk_widget_add_css_class (content, "help-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  /* A picture has no height of its own but the one that its width asks for. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))),
      GTK_SCROLL_NATURAL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
clear (RisalahHelpView *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_hash_table_remove_all (self->sections);
  g_clear_pointer (&self->wanted, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

/**
 * risalah_help_view_show:
 * @self: a view
 * @book: the help
 * @link: a page's identifier, with a "#" and a section's where that is what to show
 *
 * Shows the page from its beginning or from the section. Does nothing where there is no such page.
 */
void
risalah_help_view_show (RisalahHelpView *self, RisalahHelpBook *book, const char *link)
{
  const RisalahHelpPage *page;
  const char *section;

  g_return_if_fail (RISALAH_IS_HELP_VIEW (self));
  g_return_if_fail (RISALAH_IS_HELP_BOOK (book) && link != NULL);

  page = risalah_help_book_find (book, link);
  if (page == NULL)
    return;
  clear (self);
  gtk_box_append (self->content, create_heading (self, page->title, 1));
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RisalahHelpBlock *block = g_ptr_array_index (page->blocks, i);
      GtkWidget *widget = create_block (self, block, risalah_help_book_get_folder (book));

      gtk_box_append (self->content, widget);
      if (block->id == NULL)
        continue;
      g_hash_table_insert (self->sections, g_strdup (block->id), widget);
      add_topics (self, book, page, block->id);
    }
  section = strchr (link, '#');
  self->wanted = section != NULL ? g_strdup (section + 1) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  page->title, -1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_section_cb, NULL, NULL);
}
