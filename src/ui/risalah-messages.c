/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the action win.toast, so that no widget needs to know the window. */

#include "risalah-messages.h"

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-library-error.h"

/* A toast shows one line; what is longer is a sheet that waits until it is read. */
#define LONGEST_TOAST 70

/**
 * risalah_messages_was_cancelled:
 * @error: (nullable): an error
 *
 * Returns: whether it only says that the work was stopped on purpose
 */
gboolean
risalah_messages_was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CANCELLED);
}

/**
 * risalah_messages_show:
 * @widget: a widget in the window
 * @text: what to say, translated
 */
void
risalah_messages_show (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

/**
 * risalah_messages_show_error:
 * @widget: a widget in the window
 * @error: (nullable): an error; none and a cancelled one say nothing
 */
void
risalah_messages_show_error (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (error == NULL || risalah_messages_was_cancelled (error))
    return;
  if (g_utf8_strlen (error->message, -1) <= LONGEST_TOAST || !GTK_IS_WINDOW (root))
    risalah_messages_show (widget, error->message);
  else
    risalah_dialogs_tell (GTK_WINDOW (root), _ ("That Did Not Work"), error->message);
}
