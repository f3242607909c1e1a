/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions: the one table of what can be done in it, from menus, keys and widgets. */

#include <glib/gi18n.h>

#include "risalah-backup.h"
#include "risalah-context.h"
#include "risalah-dialogs.h"
#include "risalah-figure-block.h"
#include "risalah-messages.h"
#include "risalah-paste-sheet.h"
#include "risalah-restoring.h"
#include "risalah-shortcuts-sheet.h"
#include "risalah-window-private.h"

/* --- adding ------------------------------------------------------------------------------ */

static void
files_chosen_cb (gpointer owner, GListModel *files)
{
  risalah_window_import (owner, files);
}

static void
add_files_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_dialogs_choose (user_data, RISALAH_CHOICE_FILES, _ ("Add Articles"), NULL,
                          files_chosen_cb, user_data);
}

static void
add_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_dialogs_choose (user_data, RISALAH_CHOICE_FOLDER, _ ("Add a Folder of Articles"), NULL,
                          files_chosen_cb, user_data);
}

static void
add_pasted_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_paste_sheet_show (GTK_WINDOW (self), self->banner);
}

static void
add_example_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_import_banner_add_example (RISALAH_WINDOW (user_data)->banner);
}

/* --- a copy of the library --------------------------------------------------------------- */

typedef struct
{
  RisalahLibrary *library;
  char *path;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->library);
  g_free (copying->path);
  g_free (copying);
}

static gpointer
back_up (GTask *task, gpointer data, GError **error)
{
  const Copying *copying = data;

  return GINT_TO_POINTER (
      risalah_library_backup (copying->library, copying->path, NULL, NULL, NULL, NULL, error));
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    risalah_messages_show (GTK_WIDGET (source), _ ("The copy is saved"));
  else
    risalah_messages_show_error (GTK_WIDGET (source), error);
}

static void
copy_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (g_file_peek_path (file) == NULL)
    {
      risalah_messages_show (owner, _ ("A copy can only be saved in a folder of this computer."));
      return;
    }
  copying = g_new0 (Copying, 1);
  copying->library = g_object_ref (risalah_session_get_library (RISALAH_WINDOW (owner)->session));
  copying->path = g_file_get_path (file);
  task = g_task_new (owner, NULL, backed_up_cb, NULL);
  g_task_set_source_tag (task, copy_chosen_cb);
  g_task_set_task_data (task, copying, copying_free);
  risalah_context_run_task (task, back_up, NULL);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: the proposed name of a copy of the library; %s is a date */
  g_autofree char *name = g_strdup_printf (_ ("Risalah library %s.risalah"), date);

  risalah_dialogs_choose (user_data, RISALAH_CHOICE_SAVE, _ ("Save a Copy of the Library"), name,
                          copy_chosen_cb, user_data);
}

static void
backup_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  risalah_restoring_offer (owner, file);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_dialogs_choose (user_data, RISALAH_CHOICE_LIBRARY, _ ("Go Back to a Backup"), NULL,
                          backup_chosen_cb, user_data);
}

/* --- going places ------------------------------------------------------------------------ */

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_window_show_place (self, "sources");
  risalah_sources_place_focus_search (self->sources);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  /* In the brief, it is the brief's words that are looked for. */
  if (focus != NULL && self->dock != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->dock)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->dock), "brief.find", NULL);
      return;
    }
  risalah_window_show_place (self, "sources");
  risalah_sources_place_find (self->sources);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  if (self->dock_page)
    risalah_window_set_dock_visible (self, FALSE);
  else
    risalah_sources_place_go_back (self->sources);
}

static void
change_show_brief_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  risalah_window_set_dock_visible (user_data, g_variant_get_boolean (state));
}

static void
change_place_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  risalah_window_show_place (user_data, g_variant_get_string (state, NULL));
}

static void
show_passage_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  const char *source, *text;
  gint64 start, end;

  g_variant_get (parameter, "(&s&sxx)", &source, &text, &start, &end);
  risalah_window_show_place (self, "sources");
  risalah_sources_place_show_passage (self->sources, source, text, start, end);
}

/* The source with its details beside it, where its date, publisher and grade are typed. */
static void
edit_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_window_show_place (self, "sources");
  risalah_sources_place_show_passage (self->sources, g_variant_get_string (parameter, NULL), "",
                                      -1, -1);
  g_object_set (risalah_sources_place_get_reader (self->sources), "details", TRUE, NULL);
}

static void
show_span_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  gint64 source, text, start, end;

  g_variant_get (parameter, "(xxxx)", &source, &text, &start, &end);
  risalah_window_show_place (self, "sources");
  risalah_sources_place_show_span (self->sources, source, text, start, end);
}

static void
open_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_window_show_place (self, "sources");
  risalah_sources_place_open (self->sources, g_variant_get_int64 (parameter));
}

static void
open_brief_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_brief_dock_open (self->dock, g_variant_get_int64 (parameter));
  risalah_window_set_dock_visible (self, TRUE);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *text = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  risalah_window_add_toast (user_data, adw_toast_new (text));
}

/* --- the reader's, for the keys ---------------------------------------------------------- */

static void
quote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_window_quote (user_data, FALSE);
}

static void
cite_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_window_quote (user_data, TRUE);
}

static void
reader_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *window;
    const char *reader;
  } names[] = {
    { "show-details", "reader.details" },
    { "show-original", "reader.show-original" },
  };
  RisalahWindow *self = user_data;
  RisalahReader *reader = risalah_sources_place_get_reader (self->sources);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), names[i].window))
      gtk_widget_activate_action (GTK_WIDGET (reader), names[i].reader, NULL);
}

/* The words and filters of the search as one could type them, "" for everything. */
static char *
dup_query (RisalahSourceSearch *search)
{
  GString *query = g_string_new (risalah_source_search_get_text (search));

  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    for (const char *const *value = risalah_source_search_get_filters (search, field);
         *value != NULL; value++)
      g_string_append_printf (query, "%s%s:\"%s\"", query->len > 0 ? " " : "",
                              risalah_field_to_name (field, risalah_names_own_language ()), *value);
  return g_string_free (query, FALSE);
}

/* The timeline as it is shown, with what the sources' search chooses, becomes a figure. */
static void
insert_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahWindow *self = data;
  g_autofree char *filter = dup_query (risalah_sources_place_get_search (self->sources));
  RisalahFigure figure = { .filter = *filter != '\0' ? filter : NULL };
  const char *group;

  if (risalah_brief_dock_get_brief (self->dock) == NULL)
    {
      risalah_messages_show (GTK_WIDGET (self), _ ("Open a brief first, then insert the view"));
      return;
    }
  g_variant_get (parameter, "(ss&s)", &figure.from, &figure.to, &group);
  figure.group = *group != '\0' ? (char *)group : NULL;
  risalah_figure_insert_view (risalah_brief_dock_get_editor (self->dock), &figure);
  risalah_messages_show (GTK_WIDGET (self), _ ("The view is a figure in the brief"));
  g_free (figure.from);
  g_free (figure.to);
}

static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_shortcuts_sheet_show (user_data);
}

static const GActionEntry actions[] = {
  { "add-example", add_example_cb },
  { "add-files", add_files_cb },
  { "add-folder", add_folder_cb },
  { "add-pasted", add_pasted_cb },
  { "back", back_cb },
  { "cite", cite_cb },
  { "edit-source", edit_source_cb, "s" },
  { "find", find_cb },
  { "insert-view", insert_view_cb, "(sss)" },
  { "open-brief", open_brief_cb, "x" },
  { "open-source", open_source_cb, "x" },
  { "place", NULL, "s", "'sources'", change_place_cb },
  { "quote", quote_cb },
  { "restore", restore_cb },
  { "save-copy", save_copy_cb },
  { "search", search_cb },
  { "show-brief", NULL, NULL, "true", change_show_brief_cb },
  { "show-details", reader_cb },
  { "show-original", reader_cb },
  { "show-passage", show_passage_cb, "(ssxx)" },
  { "show-shortcuts", show_shortcuts_cb },
  { "show-span", show_span_cb, "(xxxx)" },
  { "toast", toast_cb, "s" },
};

/* Those that need a library; the others work from the beginning. */
static void
set_enabled (RisalahWindow *self, gboolean enabled)
{
  static const char *const others[] = { "back", "show-shortcuts", "toast", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!g_strv_contains (others, actions[i].name))
      g_simple_action_set_enabled (
          G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
          enabled);
}

/* Adds the actions, those that need a library insensitive. */
void
risalah_window_actions_install (RisalahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_enabled (self, FALSE);
}

/* The library is open. */
void
risalah_window_actions_enable (RisalahWindow *self)
{
  set_enabled (self, TRUE);
}
