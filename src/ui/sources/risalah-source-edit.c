/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job for all small writes: which change, of what, to what. The library's signals then bring
 * what changed back to every widget that shows it. */

#include "risalah-source-edit.h"

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-redating.h"
#include "risalah-reprints.h"
#include "risalah-tags.h"

typedef enum
{
  CHANGE_METADATA,
  CHANGE_RELIABILITY,
  CHANGE_NOTES,
  CHANGE_TAG,
  CHANGE_REPRINT,
  CHANGE_DELETE,
} Change;

typedef struct
{
  Change change;
  gint64 id;
  RisalahMetadata which;
  char *value;
  char grade;
  gboolean flag;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->value);
  g_free (edit);
}

static gboolean
run_edit (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  switch (edit->change)
    {
    case CHANGE_METADATA:
      return risalah_sources_set_metadata (connection, edit->id, edit->which, edit->value, error);
    case CHANGE_RELIABILITY:
      return risalah_sources_set_reliability (connection, edit->id, edit->grade, error);
    case CHANGE_NOTES:
      return risalah_sources_set_notes (connection, edit->id, edit->value, error);
    case CHANGE_TAG:
      return edit->flag ? risalah_tags_add (connection, edit->id, edit->value, error)
                        : risalah_tags_remove (connection, edit->id, edit->value, error);
    case CHANGE_REPRINT:
      return risalah_reprints_split (connection, edit->id, error);
    case CHANGE_DELETE:
      return edit->flag ? risalah_sources_delete (connection, edit->id, error)
                        : risalah_sources_restore (connection, edit->id, error);
    }
  g_return_val_if_reached (FALSE);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (widget, error);
}

static void
start (GtkWidget *widget, RisalahLibrary *library, const Edit *wanted)
{
  Edit *edit = g_new (Edit, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (RISALAH_IS_LIBRARY (library));

  *edit = *wanted;
  edit->value = g_strdup (wanted->value);
  risalah_library_write_async (library, RISALAH_PRIORITY_ANALYST, run_edit, edit, edit_free, NULL,
                               edited_cb, g_object_ref (widget));
}

/**
 * risalah_source_edit_metadata:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 * @which: what is corrected
 * @value: (nullable): its value, %NULL or "" for unknown
 */
void
risalah_source_edit_metadata (GtkWidget *widget,
                              RisalahLibrary *library,
                              gint64 source,
                              RisalahMetadata which,
                              const char *value)
{
  start (widget, library,
         &(Edit){
             .change = CHANGE_METADATA, .id = source, .which = which, .value = (char *)value });
}

static void
redated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  int n_changed = risalah_session_set_published_finish (RISALAH_SESSION (source), result, &error);

  if (n_changed < 0)
    risalah_messages_show_error (widget, error);
  if (n_changed <= 0)
    return;
  message = g_strdup_printf (ngettext ("%d date in the article was counted anew.",
                                       "%d dates in the article were counted anew.", n_changed),
                             n_changed);
  risalah_messages_show (widget, message);
}

/**
 * risalah_source_edit_published:
 * @widget: a widget in the window, for messages
 * @session: the session
 * @source: a source's number
 * @edtf: when it was published, "" for unknown
 *
 * The article's relative dates follow, and the analyst is told how many.
 */
void
risalah_source_edit_published (GtkWidget *widget,
                               RisalahSession *session,
                               gint64 source,
                               const char *edtf)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  risalah_session_set_published_async (session, source, edtf, NULL, redated_cb,
                                       g_object_ref (widget));
}

/**
 * risalah_source_edit_reliability:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 * @reliability: 'A' to 'F', 0 for not graded
 */
void
risalah_source_edit_reliability (GtkWidget *widget,
                                 RisalahLibrary *library,
                                 gint64 source,
                                 char reliability)
{
  start (widget, library,
         &(Edit){ .change = CHANGE_RELIABILITY, .id = source, .grade = reliability });
}

/**
 * risalah_source_edit_notes:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 * @notes: the analyst's notes
 */
void
risalah_source_edit_notes (GtkWidget *widget,
                           RisalahLibrary *library,
                           gint64 source,
                           const char *notes)
{
  start (widget, library,
         &(Edit){ .change = CHANGE_NOTES, .id = source, .value = (char *)notes });
}

/**
 * risalah_source_edit_tag:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 * @tag: a tag
 * @present: whether the source shall have it
 */
void
risalah_source_edit_tag (GtkWidget *widget,
                         RisalahLibrary *library,
                         gint64 source,
                         const char *tag,
                         gboolean present)
{
  start (widget, library,
         &(Edit){ .change = CHANGE_TAG, .id = source, .value = (char *)tag, .flag = present });
}

/**
 * risalah_source_edit_reprint:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 *
 * Takes the source out of its group of reprints.
 */
void
risalah_source_edit_reprint (GtkWidget *widget, RisalahLibrary *library, gint64 source)
{
  start (widget, library, &(Edit){ .change = CHANGE_REPRINT, .id = source });
}

/**
 * risalah_source_edit_delete:
 * @widget: a widget in the window, for messages
 * @library: the library
 * @source: a source's number
 * @deleted: taken out, or brought back
 */
void
risalah_source_edit_delete (GtkWidget *widget,
                            RisalahLibrary *library,
                            gint64 source,
                            gboolean deleted)
{
  start (widget, library, &(Edit){ .change = CHANGE_DELETE, .id = source, .flag = deleted });
}
