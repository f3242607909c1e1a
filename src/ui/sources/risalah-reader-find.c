/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works on the buffer's tags "found" and "found-current". */

#include "risalah-reader-find.h"
#include "risalah-widget.h"

#include <glib/gi18n.h>

/* More are not marked: a letter in a long text would only cost time. */
#define MAX_FOUND 2000

typedef struct
{
  int start;
  int end;
} Found;

struct _RisalahReaderFind
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  GtkTextView *view;
  GArray *found;
  int current; /* -1 where nothing is found */
};

G_DEFINE_FINAL_TYPE (RisalahReaderFind, risalah_reader_find, GTK_TYPE_WIDGET)

static void
clear_tags (RisalahReaderFind *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, to;

  if (self->view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->view);
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found") == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "found", &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "found-current", &from, &to);
}

static void
show_count (RisalahReaderFind *self)
{
  g_autofree char *text = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    text = g_strdup ("");
  else if (self->current < 0)
    text = g_strdup (_ ("Not found"));
  else
    /* Translators: which occurrence of how many is shown: "2 of 7" */
    text = g_strdup_printf (_ ("%d of %u"), self->current + 1, self->found->len);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->previous, self->found->len > 1);
  gtk_widget_set_sensitive (self->next, self->found->len > 1);
}

static void
go_to (RisalahReaderFind *self, int which)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const Found *found;
  GtkTextIter from, to;

  self->current = -1;
  if (self->found->len > 0)
    {
      self->current = (which + self->found->len) % self->found->len;
      found = &g_array_index (self->found, Found, self->current);
      gtk_text_buffer_get_bounds (buffer, &from, &to);
      gtk_text_buffer_remove_tag_by_name (buffer, "found-current", &from, &to);
      gtk_text_buffer_get_iter_at_offset (buffer, &from, found->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, found->end);
      gtk_text_buffer_apply_tag_by_name (buffer, "found-current", &from, &to);
      gtk_text_buffer_place_cursor (buffer, &from);
      gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.2, FALSE, 0,
                                    0);
    }
  show_count (self);
}

static void
search_changed_cb (RisalahReaderFind *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkTextBuffer *buffer;
  GtkTextIter at, from, to;

  if (self->view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->view);
  clear_tags (self);
  g_array_set_size (self->found, 0);
  gtk_text_buffer_get_start_iter (buffer, &at);
  while (*words != '\0' && self->found->len < MAX_FOUND
         && gtk_text_iter_forward_search (&at, words,
                                          GTK_TEXT_SEARCH_CASE_INSENSITIVE
                                              | GTK_TEXT_SEARCH_VISIBLE_ONLY,
                                          &from, &to, NULL))
    {
      Found found = { gtk_text_iter_get_offset (&from), gtk_text_iter_get_offset (&to) };

      gtk_text_buffer_apply_tag_by_name (buffer, "found", &from, &to);
      g_array_append_val (self->found, found);
      at = to;
    }
  go_to (self, 0);
}

static void
next_cb (RisalahReaderFind *self)
{
  if (self->view != NULL)
    go_to (self, self->current + 1);
}

static void
previous_cb (RisalahReaderFind *self)
{
  if (self->view != NULL)
    go_to (self, self->current - 1);
}

static void
mode_changed_cb (RisalahReaderFind *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    clear_tags (self);
}

static void
risalah_reader_find_dispose (GObject *object)
{
  RisalahReaderFind *self = RISALAH_READER_FIND (object);

  g_clear_weak_pointer (&self->view);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_reader_find_parent_class)->dispose (object);
}

static void
risalah_reader_find_finalize (GObject *object)
{
  g_array_unref (RISALAH_READER_FIND (object)->found);

  G_OBJECT_CLASS (risalah_reader_find_parent_class)->finalize (object);
}

static void
risalah_reader_find_class_init (RisalahReaderFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_reader_find_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_reader_find_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-reader-find.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahReaderFind, bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahReaderFind, entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahReaderFind, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahReaderFind, previous);
  gtk_widget_class_bind_template_child (widget_class, RisalahReaderFind, next);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, risalah_reader_find_close);
}

static void
risalah_reader_find_init (RisalahReaderFind *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  show_count (self);
}

/**
 * risalah_reader_find_set_view:
 * @self: the bar
 * @view: (nullable): the text view to find in
 *
 * Finds in @view from now on. Call it again when the view has another buffer.
 */
void
risalah_reader_find_set_view (RisalahReaderFind *self, GtkTextView *view)
{
  g_return_if_fail (RISALAH_IS_READER_FIND (self));

  g_set_weak_pointer (&self->view, view);
  g_array_set_size (self->found, 0);
  self->current = -1;
  if (gtk_search_bar_get_search_mode (self->bar))
    search_changed_cb (self);
}

/**
 * risalah_reader_find_open:
 * @self: the bar
 *
 * Shows the bar and puts the focus in it.
 */
void
risalah_reader_find_open (RisalahReaderFind *self)
{
  g_return_if_fail (RISALAH_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  search_changed_cb (self);
}

/**
 * risalah_reader_find_close:
 * @self: the bar
 */
void
risalah_reader_find_close (RisalahReaderFind *self)
{
  g_return_if_fail (RISALAH_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
