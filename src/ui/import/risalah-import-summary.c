/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Failures first, with their reason; then reprints with the article that they repeat; then what was
 * there already. From here the analyst goes on to correct titles, publishers and dates. */

#include "risalah-import-summary.h"

#include <glib/gi18n.h>

#include "risalah-importer.h"
#include "risalah-large-text.h"
#include "risalah-library.h"
#include "risalah-metadata-sheet.h"
#include "risalah-sheet-header.h"
#include "risalah-sheet.h"
#include "risalah-sources.h"
#include "risalah-toast.h"

/* So many rows of one group are shown; a folder of ten thousand files would stall the window. */
#define MAX_ROWS 200

typedef struct
{
  GtkWindow *parent; /* not held: a toast does not outlive its window */
  RisalahSession *session;
  RisalahNames *names;
  GPtrArray *results;
  GArray *new_sources; /* of gint64 */
  GPtrArray *origins;  /* of RisalahSource: what was repeated */
  guint counts[RISALAH_IMPORT_N];
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  g_clear_weak_pointer (&summary->parent);
  g_object_unref (summary->session);
  g_object_unref (summary->names);
  g_ptr_array_unref (summary->results);
  g_array_unref (summary->new_sources);
  g_clear_pointer (&summary->origins, g_ptr_array_unref);
  g_free (summary);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  summary_free (data);
}

static const char *
group_title (RisalahImportStatus status)
{
  switch (status)
    {
    case RISALAH_IMPORT_FAILED:
      return _ ("Could Not Be Added");
    case RISALAH_IMPORT_REPRINT:
      return _ ("Reprints");
    case RISALAH_IMPORT_REVISION:
      return _ ("New Versions of Articles");
    case RISALAH_IMPORT_DUPLICATE:
      return _ ("Already in the Library");
    case RISALAH_IMPORT_IMPORTED:
      return _ ("Added");
    case RISALAH_IMPORT_N:
      break;
    }
  g_return_val_if_reached ("");
}

static const char *
origin_label (const Summary *summary, gint64 id)
{
  for (guint i = 0; summary->origins != NULL && i < summary->origins->len; i++)
    {
      const RisalahSource *source = g_ptr_array_index (summary->origins, i);

      if (source->id == id)
        return source->label;
    }
  return NULL;
}

static char *
row_subtitle (const Summary *summary, const RisalahImportResult *result)
{
  const char *origin = origin_label (summary, result->of);

  if (result->status == RISALAH_IMPORT_FAILED)
    return g_strdup (result->reason != NULL ? result->reason : "");
  if (origin == NULL)
    return g_strdup ("");
  if (result->status == RISALAH_IMPORT_REPRINT)
    /* Translators: %s is the title of the article that this one repeats */
    return g_strdup_printf (_ ("Tells the same as “%s”"), origin);
  return g_strdup (origin);
}

static void
add_row (AdwPreferencesGroup *group, const Summary *summary, const RisalahImportResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (result->path != NULL ? result->path : "");
  g_autofree char *subtitle = row_subtitle (summary, result);
  gboolean has_title = result->title != NULL && *result->title != '\0';

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), has_title ? result->title : name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_group (GtkWidget *page, const Summary *summary, RisalahImportStatus status)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint shown = 0;

  if (summary->counts[status] == 0)
    return;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), group_title (status));
  for (guint i = 0; i < summary->results->len && shown < MAX_ROWS; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (summary->results, i);

      if (result->status != status)
        continue;
      add_row (ADW_PREFERENCES_GROUP (group), summary, result);
      shown++;
    }
  if (summary->counts[status] > shown)
    {
      guint more = summary->counts[status] - shown;
      g_autofree char *text
          = g_strdup_printf (ngettext ("and %'u more", "and %'u more", more), more);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static char *
count_text (const Summary *summary)
{
  guint added = summary->new_sources->len;

  return g_strdup_printf (ngettext ("%'u article added", "%'u articles added", added), added);
}

static void
correct_cb (const Summary *summary)
{
  if (summary->parent == NULL)
    return;
  risalah_metadata_sheet_show (summary->parent, summary->session,
                               summary->names, summary->new_sources);
}

static void
button_correct_cb (GtkButton *button, gpointer user_data)
{
  correct_cb (user_data);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
}

static void
toast_correct_cb (AdwToast *toast, gpointer user_data)
{
  correct_cb (user_data);
}

/* --- the sheet --------------------------------------------------------------------------- */

static GtkWidget *
header_new (Summary *summary)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *correct = gtk_button_new_with_mnemonic (_ ("_Correct Details…"));

  g_signal_connect (correct, "clicked", G_CALLBACK (button_correct_cb), summary);
  gtk_widget_set_visible (correct, summary->new_sources->len > 0);
  risalah_large_text_wrap_buttons (correct);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), correct);
  return risalah_sheet_header_new (ADW_HEADER_BAR (header));
}

static void
show_sheet (Summary *summary)
{
  static const RisalahImportStatus order[] = {
    RISALAH_IMPORT_FAILED,    RISALAH_IMPORT_REPRINT,  RISALAH_IMPORT_REVISION,
    RISALAH_IMPORT_DUPLICATE, RISALAH_IMPORT_IMPORTED,
  };
  g_autofree char *title = count_text (summary);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  AdwWindow *window = risalah_sheet_new (summary->parent, title, 600, 560);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_group (page, summary, order[i]);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header_new (summary));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (window, box);
  g_object_set_data_full (G_OBJECT (window), "summary", summary, summary_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_toast (Summary *summary, AdwToastOverlay *toasts)
{
  g_autofree char *title = count_text (summary);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Correct Details…"));
  adw_toast_set_timeout (toast, 12);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_correct_cb), summary,
                         closure_free, 0);
  risalah_toast_show (toasts, toast, NULL);
}

static gboolean
load_origins (RisalahConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Summary *summary = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < summary->results->len; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (summary->results, i);

      if (result->of != 0)
        g_array_append_val (ids, result->of);
    }
  summary->origins
      = risalah_sources_get_many (connection, (const gint64 *)ids->data, ids->len, error);
  return summary->origins != NULL;
}

static void
origins_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Summary *summary = user_data;

  /* Without them the sheet says less, but says it. */
  risalah_library_read_finish (RISALAH_LIBRARY (source), result, NULL);
  if (summary->parent != NULL)
    show_sheet (summary);
  else
    summary_free (summary);
}

/**
 * risalah_import_summary_show:
 * @parent: the window
 * @toasts: its toasts
 * @session: the session
 * @names: how things are called
 * @results: (element-type RisalahImportResult): what became of each file
 */
void
risalah_import_summary_show (GtkWindow *parent,
                             AdwToastOverlay *toasts,
                             RisalahSession *session,
                             RisalahNames *names,
                             GPtrArray *results)
{
  Summary *summary;

  g_return_if_fail (GTK_IS_WINDOW (parent) && ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (results != NULL);

  if (results->len == 0)
    {
      risalah_toast_show (toasts, adw_toast_new (_ ("No articles were found there")), NULL);
      return;
    }
  summary = g_new0 (Summary, 1);
  g_set_weak_pointer (&summary->parent, parent);
  summary->session = g_object_ref (session);
  summary->names = g_object_ref (names);
  summary->results = g_ptr_array_ref (results);
  summary->new_sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < results->len; i++)
    {
      const RisalahImportResult *result = g_ptr_array_index (results, i);

      summary->counts[result->status]++;
      if (result->status == RISALAH_IMPORT_IMPORTED || result->status == RISALAH_IMPORT_REPRINT)
        g_array_append_val (summary->new_sources, result->source);
    }
  if (summary->counts[RISALAH_IMPORT_IMPORTED] == results->len)
    show_toast (summary, toasts);
  else
    risalah_library_read_async (risalah_session_get_library (session), RISALAH_LANE_ROWS,
                                load_origins, summary, NULL, NULL, origins_loaded_cb, summary);
}
