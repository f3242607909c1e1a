/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Soft: quotations that briefs hold keep their source. */

#include "risalah-removal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-source-edit.h"
#include "risalah-window.h"

typedef struct
{
  GtkWidget *window;
  RisalahLibrary *library;
  gint64 source;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->window);
  g_object_unref (removal->library);
  g_free (removal);
}

static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  Removal *removal = user_data;

  risalah_source_edit_delete (removal->window, removal->library, removal->source, FALSE);
}

/**
 * risalah_removal_remove_source:
 * @widget: a widget in the window
 * @library: the library
 * @source: a source's number
 * @label: how it is called
 *
 * Takes the source out of every list; the toast brings it back.
 */
void
risalah_removal_remove_source (GtkWidget *widget,
                               RisalahLibrary *library,
                               gint64 source,
                               const char *label)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = NULL, *escaped = NULL;
  Removal *removal;
  AdwToast *toast;

  g_return_if_fail (RISALAH_IS_WINDOW (root));

  risalah_source_edit_delete (widget, library, source, TRUE);
  removal = g_new0 (Removal, 1);
  removal->window = GTK_WIDGET (g_object_ref (root));
  removal->library = g_object_ref (library);
  removal->source = source;
  escaped = g_markup_escape_text (label, -1);
  /* Translators: %s is the title of an article */
  title = g_strdup_printf (_ ("“%s” removed"), escaped);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, removal_free, 0);
  risalah_window_add_toast (RISALAH_WINDOW (root), toast);
}
