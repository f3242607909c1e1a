/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped on the window becomes articles: files, folders, and text. */

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-messages.h"
#include "risalah-window-private.h"

/* A link alone is no article, and Risalah goes to no network. */
static gboolean
take_text (RisalahWindow *self, const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);
  g_autoptr (GBytes) bytes = NULL;

  if (scheme != NULL && strpbrk (text, " \n") == NULL)
    {
      risalah_messages_show (GTK_WIDGET (self),
                             _ ("That is only a link. Save the page and add the file."));
      return FALSE;
    }
  bytes = g_bytes_new (text, strlen (text));
  risalah_import_banner_add_bytes (self->banner, bytes, "text/plain");
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  RisalahWindow *self = user_data;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (self->banner == NULL)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    return take_text (self, g_value_get_string (value));
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  risalah_import_banner_add_files (self->banner, G_LIST_MODEL (files));
  return TRUE;
}

/* From now on, things can be dropped on the window. */
void
risalah_window_accept_drops (RisalahWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
