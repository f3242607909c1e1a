/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two groups of reprints become one. What is undone is taken from the smaller of the two, so that
 * groups which were there before stand again as they were. */

#include "risalah-joining.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-reprints.h"
#include "risalah-sheet-header.h"
#include "risalah-sheet.h"
#include "risalah-source-card.h"
#include "risalah-source-search.h"
#include "risalah-window.h"

/* Shared by the job, its answer and the toast. */
typedef struct
{
  GtkWidget *window;
  RisalahLibrary *library;
  gint64 source;
  gint64 other;
  GArray *apart; /* of gint64: the smaller group before; %NULL where the two were one already */
} Joining;

static void
joining_clear (gpointer data)
{
  Joining *joining = data;

  g_object_unref (joining->window);
  g_object_unref (joining->library);
  g_clear_pointer (&joining->apart, g_array_unref);
}

static void
joining_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, joining_clear);
}

static void
closure_release (gpointer data, GClosure *closure)
{
  joining_release (data);
}

/* --- joining and undoing ----------------------------------------------------------------- */

static gboolean
run_join (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Joining *joining = data;
  g_autoptr (GArray) group = risalah_reprints_get_group (connection, joining->source, error);
  g_autoptr (GArray) other = NULL;

  g_clear_pointer (&joining->apart, g_array_unref);
  other = group != NULL ? risalah_reprints_get_group (connection, joining->other, error) : NULL;
  if (other == NULL)
    return FALSE;
  for (guint i = 0; i < group->len; i++)
    if (g_array_index (group, gint64, i) == joining->other)
      return TRUE;
  joining->apart = g_array_ref (group->len <= other->len ? group : other);
  return risalah_reprints_join (connection, joining->source, joining->other, error);
}

static gboolean
run_undo (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const GArray *apart = ((Joining *)data)->apart;

  for (guint i = 0; i < apart->len; i++)
    if (!risalah_reprints_split (connection, g_array_index (apart, gint64, i), error))
      return FALSE;
  for (guint i = 1; i < apart->len; i++)
    if (!risalah_reprints_join (connection, g_array_index (apart, gint64, i),
                                g_array_index (apart, gint64, 0), error))
      return FALSE;
  return TRUE;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (window, error);
}

static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  Joining *joining = user_data;

  risalah_library_write_async (joining->library, RISALAH_PRIORITY_ANALYST, run_undo,
                               g_atomic_rc_box_acquire (joining), joining_release, NULL, undone_cb,
                               g_object_ref (joining->window));
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Joining *joining = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (joining->window, error);
  else if (joining->apart == NULL)
    risalah_messages_show (joining->window, _ ("These articles are counted as one already."));
  else
    {
      toast = adw_toast_new (_ ("Counted as the same story"));
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb),
                             g_atomic_rc_box_acquire (joining), closure_release, 0);
      risalah_window_add_toast (RISALAH_WINDOW (joining->window), toast);
    }
  joining_release (joining);
}

/**
 * risalah_joining_join:
 * @widget: a widget in the window
 * @library: the library
 * @source: a source's number
 * @other: another's
 *
 * Makes one group of reprints of the two and of what was grouped with them; the toast undoes it.
 */
void
risalah_joining_join (GtkWidget *widget, RisalahLibrary *library, gint64 source, gint64 other)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Joining *joining;

  g_return_if_fail (RISALAH_IS_WINDOW (root));
  g_return_if_fail (RISALAH_IS_LIBRARY (library));
  g_return_if_fail (source != other);

  joining = g_atomic_rc_box_new0 (Joining);
  joining->window = GTK_WIDGET (g_object_ref (root));
  joining->library = g_object_ref (library);
  joining->source = source;
  joining->other = other;
  risalah_library_write_async (library, RISALAH_PRIORITY_ANALYST, run_join,
                               g_atomic_rc_box_acquire (joining), joining_release, NULL, joined_cb,
                               joining);
}

/* --- choosing the other ------------------------------------------------------------------ */

typedef struct
{
  GtkWindow *sheet;
  GtkWidget *widget;
  RisalahLibrary *library;
  RisalahSourceSearch *search;
  gint64 source;
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *chooser = data;

  g_object_unref (chooser->widget);
  g_object_unref (chooser->library);
  g_object_unref (chooser->search);
  g_free (chooser);
}

static void
typed_cb (GtkEditable *entry, gpointer user_data)
{
  Chooser *chooser = user_data;

  risalah_source_search_set_text (chooser->search, gtk_editable_get_text (entry));
}

static void
chosen_cb (GtkListView *list, guint position, gpointer user_data)
{
  Chooser *chooser = user_data;
  gint64 other = risalah_lazy_list_get_id (risalah_source_search_get_list (chooser->search),
                                           position);

  /* An article tells its own story anyhow. */
  if (other == 0 || other == chooser->source)
    {
      gtk_widget_error_bell (GTK_WIDGET (list));
      return;
    }
  risalah_joining_join (chooser->widget, chooser->library, chooser->source, other);
  gtk_window_destroy (chooser->sheet);
}

static GtkWidget *
list_new (Chooser *chooser, RisalahNames *names)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListModel *model = G_LIST_MODEL (g_object_ref (risalah_source_search_get_list (chooser->search)));
  GtkWidget *list
      = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)),
                           risalah_lazy_row_factory_new (RISALAH_TYPE_SOURCE_CARD, names));

  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sources"), -1);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  g_signal_connect (list, "activate", G_CALLBACK (chosen_cb), chooser);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
entry_new (Chooser *chooser)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search all articles"), -1);
  g_object_set (entry, "placeholder-text", _ ("Search all articles"), NULL);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_top (entry, 12);
  gtk_widget_set_margin_bottom (entry, 6);
  g_signal_connect (entry, "search-changed", G_CALLBACK (typed_cb), chooser);
  return entry;
}

static gboolean
escape_cb (GtkWidget *sheet, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (sheet));
  return TRUE;
}

static void
close_on_escape (GtkWidget *sheet)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (sheet, keys);
}

/**
 * risalah_joining_choose:
 * @widget: a widget in the window
 * @library: the library
 * @names: how things are called
 * @source: a source's number
 *
 * Asks which article tells the same story, and joins the two.
 *
 * Returns: (transfer none): the sheet, with all sources and a search
 */
GtkWidget *
risalah_joining_choose (GtkWidget *widget,
                        RisalahLibrary *library,
                        RisalahNames *names,
                        gint64 source)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Chooser *chooser;
  GtkWidget *entry;

  g_return_val_if_fail (RISALAH_IS_WINDOW (root), NULL);
  g_return_val_if_fail (RISALAH_IS_LIBRARY (library) && RISALAH_IS_NAMES (names), NULL);

  chooser = g_new0 (Chooser, 1);
  chooser->widget = GTK_WIDGET (g_object_ref (root));
  chooser->library = g_object_ref (library);
  chooser->search = risalah_source_search_new (library);
  chooser->source = source;
  chooser->sheet
      = GTK_WINDOW (risalah_sheet_new (GTK_WINDOW (root), _ ("Same Story As"), 480, 560));
  g_object_set_data_full (G_OBJECT (chooser->sheet), "chooser", chooser, chooser_free);
  entry = entry_new (chooser);
  gtk_box_append (GTK_BOX (box),
                  risalah_sheet_header_new (ADW_HEADER_BAR (adw_header_bar_new ())));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), list_new (chooser, names));
  adw_window_set_content (ADW_WINDOW (chooser->sheet), box);
  close_on_escape (GTK_WIDGET (chooser->sheet));
  gtk_window_present (chooser->sheet);
  gtk_widget_grab_focus (entry);
  return GTK_WIDGET (chooser->sheet);
}
