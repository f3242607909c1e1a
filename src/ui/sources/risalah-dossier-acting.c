/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toast stands where it can be reached: in the sheet that the act came from, and when that is
 * closed, in the window. */

#include "risalah-dossier-acting.h"

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-toast.h"
#include "risalah-window.h"

typedef struct
{
  GtkWidget *widget; /* where the act came from */
  RisalahWindow *window;
  RisalahLibrary *library;
  RisalahDossierAct *act;
  gboolean is_offered; /* to be undone */
} Acting;

static void
acting_clear (gpointer data)
{
  Acting *acting = data;

  g_object_unref (acting->widget);
  g_object_unref (acting->window);
  g_object_unref (acting->library);
  risalah_dossier_act_unref (acting->act);
}

static void
acting_release (gpointer data)
{
  g_rc_box_release_full (data, acting_clear);
}

/* The window, also from within a sheet that stands before it. */
static RisalahWindow *
find_window (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && !RISALAH_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return (RisalahWindow *)window;
}

/* A filter of the search goes with the dossier that it names. */
static void
follow (Acting *acting, const char *before, const char *after)
{
  if (before != NULL && g_strcmp0 (before, after) != 0)
    gtk_widget_activate_action (GTK_WIDGET (acting->window), "win.follow-dossier", "(ss)", before,
                                after != NULL ? after : "");
}

/* --- messages ---------------------------------------------------------------------------- */

static void offer_undo (Acting *acting);

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Acting *acting = user_data;
  g_autoptr (GError) error = NULL;

  if (risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    follow (acting, risalah_dossier_act_get_after (acting->act),
            risalah_dossier_act_get_before (acting->act));
  else
    risalah_messages_show_error (GTK_WIDGET (acting->window), error);
  acting_release (acting);
}

static void
undo_cb (AdwToast *toast)
{
  Acting *acting = g_object_get_data (G_OBJECT (toast), "acting");

  risalah_dossier_act_undo_async (acting->act, acting->library, NULL, undone_cb,
                                  g_rc_box_acquire (acting));
  acting->is_offered = FALSE;
  adw_toast_set_button_label (toast, NULL);
}

/* What can still be undone is offered once more, in the window. */
static void
sheet_closed_cb (AdwToast *toast, GtkWidget *sheet)
{
  Acting *acting = g_object_steal_data (G_OBJECT (toast), "acting");

  if (acting == NULL)
    return;
  if (acting->is_offered)
    offer_undo (acting);
  acting_release (acting);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The toast of @root, one at a time, however fast the keys come: while it is shown it says what was
 * done last. */
static AdwToast *
get_toast (GObject *root, gboolean *is_new)
{
  GWeakRef *last = g_object_get_data (root, "dossier-toast");
  AdwToast *toast = last != NULL ? g_weak_ref_get (last) : NULL;

  *is_new = toast == NULL;
  if (toast != NULL)
    return toast;
  toast = adw_toast_new ("");
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), NULL);
  last = g_new0 (GWeakRef, 1);
  g_weak_ref_init (last, toast);
  g_object_set_data_full (root, "dossier-toast", last, weak_ref_free);
  return toast;
}

/* That of the sheet where the act came from, while it is there, else the window's. */
static AdwToastOverlay *
find_overlay (const Acting *acting)
{
  GtkWidget *overlay = gtk_widget_get_mapped (acting->widget)
                           ? gtk_widget_get_ancestor (acting->widget, ADW_TYPE_TOAST_OVERLAY)
                           : NULL;

  return overlay != NULL ? ADW_TOAST_OVERLAY (overlay) : risalah_window_get_toasts (acting->window);
}

static void
offer_undo (Acting *acting)
{
  AdwToastOverlay *overlay = find_overlay (acting);
  GObject *root = G_OBJECT (gtk_widget_get_root (GTK_WIDGET (overlay)));
  g_autofree char *text = risalah_dossier_act_describe (acting->act);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (AdwToast) toast = NULL;
  gboolean is_new;

  /* The window may have been closed since. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (acting->window)))
    return;
  toast = get_toast (root, &is_new);
  g_object_set_data_full (G_OBJECT (toast), "acting", g_rc_box_acquire (acting), acting_release);
  acting->is_offered = risalah_dossier_act_has_changed (acting->act);
  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, acting->is_offered ? _ ("_Undo") : NULL);
  if (!is_new)
    {
      risalah_toast_fit (toast, overlay, NULL);
      return;
    }
  risalah_toast_show (overlay, g_object_ref (toast), NULL);
  if (!RISALAH_IS_WINDOW (root))
    g_signal_connect_object (root, "unmap", G_CALLBACK (sheet_closed_cb), toast, G_CONNECT_SWAPPED);
}

/* --- acting ------------------------------------------------------------------------------ */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Acting *acting = user_data;
  g_autoptr (GError) error = NULL;

  if (risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    {
      follow (acting, risalah_dossier_act_get_before (acting->act),
              risalah_dossier_act_get_after (acting->act));
      offer_undo (acting);
    }
  else
    risalah_messages_show_error (GTK_WIDGET (acting->window), error);
  acting_release (acting);
}

/**
 * risalah_dossier_acting_do:
 * @widget: a widget in the window, or in a sheet before it
 * @library: the library
 * @act: (transfer full): what to do
 *
 * Does it and says so, with a button that undoes it.
 */
void
risalah_dossier_acting_do (GtkWidget *widget, RisalahLibrary *library, RisalahDossierAct *act)
{
  RisalahWindow *window;
  Acting *acting;

  g_return_if_fail (GTK_IS_WIDGET (widget) && RISALAH_IS_LIBRARY (library) && act != NULL);
  window = find_window (widget);
  g_return_if_fail (window != NULL);

  acting = g_rc_box_new0 (Acting);
  acting->widget = g_object_ref (widget);
  acting->window = g_object_ref (window);
  acting->library = g_object_ref (library);
  acting->act = act;
  risalah_dossier_act_do_async (act, library, NULL, done_cb, acting);
}
