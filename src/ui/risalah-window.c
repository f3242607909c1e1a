/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wide, the brief stands beside the places. In a medium window it takes the list's room while it is
 * shown, so that there is always an article to quote from. In a narrow one it is a page of its
 * own. */

#include <glib/gi18n.h>

#include "risalah-brief-keys.h"
#include "risalah-import-summary.h"
#include "risalah-large-text.h"
#include "risalah-paths.h"
#include "risalah-settings.h"
#include "risalah-toast.h"
#include "risalah-widget.h"
#include "risalah-window-private.h"

G_DEFINE_FINAL_TYPE (RisalahWindow, risalah_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the brief needs at least, by the room that there is. */
static const int dock_widths[] = {
  [RISALAH_ROOM_NARROW] = 320,
  [RISALAH_ROOM_MEDIUM] = 370,
  [RISALAH_ROOM_WIDE] = 430,
};

/* --- layout ------------------------------------------------------------------------------ */

static gboolean
is_narrow (RisalahWindow *self)
{
  return risalah_adaptive_bin_get_room (self->bin) == RISALAH_ROOM_NARROW;
}

/* An empty library has nothing to quote from yet: the welcome has the window to itself. */
static gboolean
is_welcome (RisalahWindow *self)
{
  return self->sources != NULL && risalah_sources_place_is_welcome (self->sources)
         && risalah_brief_dock_get_brief (self->dock) == NULL
         && g_strcmp0 (adw_view_stack_get_visible_child_name (self->places), "sources") == 0;
}

/* Whether the brief is shown, beside the places or instead of them. */
gboolean
risalah_window_is_dock_visible (RisalahWindow *self)
{
  if (self->dock == NULL || is_welcome (self))
    return FALSE;
  return is_narrow (self) ? self->dock_page : self->dock_visible;
}

static void
update_header (RisalahWindow *self)
{
  gboolean narrow = is_narrow (self);

  gtk_stack_set_visible_child_name (self->title_stack, narrow ? "title" : "switcher");
  adw_header_bar_set_centering_policy (self->header, narrow ? ADW_CENTERING_POLICY_LOOSE
                                                            : ADW_CENTERING_POLICY_STRICT);
  gtk_widget_set_visible (self->search_button, !narrow);
  adw_header_bar_set_decoration_layout (self->header, narrow ? ":close" : NULL);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow && self->session != NULL);
}

/* What stands beside it needs more room with larger text too. */
static int
get_dock_width (RisalahWindow *self)
{
  RisalahRoom room = risalah_adaptive_bin_get_room (self->bin);
  double scale = MAX (risalah_large_text_get_scale (GTK_WIDGET (self)), 1);

  return dock_widths[room] * (room == RISALAH_ROOM_NARROW ? 1 : 0.6 + 0.4 * scale);
}

static void
update_layout (RisalahWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-brief");
  gboolean dock_shown = risalah_window_is_dock_visible (self);
  gboolean narrow = is_narrow (self);

  update_header (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->dock_bin), get_dock_width (self), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->dock_bin), dock_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->places), !narrow || !dock_shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (dock_shown));
  if (self->sources != NULL)
    risalah_sources_place_set_folded (
        self->sources,
        narrow
            || (risalah_adaptive_bin_get_room (self->bin) == RISALAH_ROOM_MEDIUM && dock_shown));
  if (self->timeline != NULL)
    risalah_timeline_place_set_folded (self->timeline, narrow);
  risalah_window_fold (self);
}

/* The button back, and the action, where something hides the list. */
void
risalah_window_fold (RisalahWindow *self)
{
  gboolean dock_alone = is_narrow (self) && risalah_window_is_dock_visible (self);
  gboolean reading = self->sources != NULL
                     && g_strcmp0 (adw_view_stack_get_visible_child_name (self->places),
                                   "sources") == 0
                     && risalah_sources_place_can_go_back (self->sources);
  GAction *back = g_action_map_lookup_action (G_ACTION_MAP (self), "back");

  gtk_widget_set_visible (self->back_button, dock_alone || reading);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (back), dock_alone || reading);
}

static void
layout_changed_cb (RisalahWindow *self)
{
  self->dock_page = FALSE;
  update_layout (self);
}

static void
place_changed_cb (RisalahWindow *self)
{
  const char *place = adw_view_stack_get_visible_child_name (self->places);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "place");

  if (self->session == NULL || place == NULL)
    return;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (place));
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "place", place);
  update_layout (self);
}

/* Shows or hides the brief. */
void
risalah_window_set_dock_visible (RisalahWindow *self, gboolean visible)
{
  if (is_narrow (self))
    self->dock_page = visible;
  else
    {
      self->dock_visible = visible;
      if (self->settings != NULL)
        g_settings_set_boolean (self->settings, "dock-visible", visible);
    }
  update_layout (self);
}

/* Goes to sources, timeline or briefs; in a narrow window away from the brief. */
void
risalah_window_show_place (RisalahWindow *self, const char *place)
{
  if (adw_view_stack_get_child_by_name (self->places, place) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->places, place);
  if (is_narrow (self) && self->dock_page)
    risalah_window_set_dock_visible (self, FALSE);
}

/* --- between reader and brief ------------------------------------------------------------ */

static void
quoted_cb (RisalahWindow *self, const RisalahQuotation *quotation)
{
  risalah_window_take_passage (self, quotation, FALSE);
}

static void
cited_cb (RisalahWindow *self, const RisalahQuotation *passage)
{
  risalah_window_take_passage (self, passage, TRUE);
}

static void
brief_opened_cb (RisalahWindow *self)
{
  if (!self->dock_visible && !is_narrow (self)
      && risalah_brief_dock_get_brief (self->dock) != NULL)
    risalah_window_set_dock_visible (self, TRUE);
  update_layout (self);
}

/* --- import ------------------------------------------------------------------------------ */

static void
import_finished_cb (RisalahWindow *self, GPtrArray *results)
{
  risalah_import_summary_show (GTK_WINDOW (self), self->toasts, self->session, self->names,
                               results);
}

/* --- closing ----------------------------------------------------------------------------- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!risalah_brief_dock_save_finish (RISALAH_BRIEF_DOCK (source), result, &error))
    {
      /* The window stays, with what could not be saved. */
      risalah_toast_show (self->toasts, adw_toast_new (error->message), NULL);
      return;
    }
  self->is_saved = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
risalah_window_close_request (GtkWindow *window)
{
  RisalahWindow *self = RISALAH_WINDOW (window);

  if (self->dock != NULL && risalah_brief_dock_holds_text (self->dock) && !self->is_saved)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
      risalah_brief_dock_save_async (self->dock, NULL, saved_cb, g_object_ref (self));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (risalah_window_parent_class)->close_request (window);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_window_dispose (GObject *object)
{
  RisalahWindow *self = RISALAH_WINDOW (object);

  if (self->backups != NULL)
    risalah_backup_schedule_stop (self->backups);
  g_clear_object (&self->backups);
  g_clear_weak_pointer (&self->event_toast);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_window_parent_class)->dispose (object);
}

static void
risalah_window_class_init (RisalahWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_ADAPTIVE_BIN);
  G_OBJECT_CLASS (klass)->dispose = risalah_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = risalah_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/risalah/Risalah/ui/risalah-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, header);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, body);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, split);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, places);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, dock_bin);
  gtk_widget_class_bind_template_child (widget_class, RisalahWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
risalah_window_init (RisalahWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_widget_rest_handle (self->split);
  risalah_window_accept_drops (self);
  risalah_window_actions_install (self);
  gtk_spinner_start (self->opening_spinner);
}

static void
restore_state (RisalahWindow *self)
{
  int width, height;

  self->dock_visible = self->settings == NULL
                       || g_settings_get_boolean (self->settings, "dock-visible");
  if (self->settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1280, 840);
      return;
    }
  g_settings_get (self->settings, "window-width", "i", &width);
  g_settings_get (self->settings, "window-height", "i", &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  risalah_settings_bind (self->settings, "window-width", self, "default-width");
  risalah_settings_bind (self->settings, "window-height", self, "default-height");
  risalah_settings_bind (self->settings, "window-maximized", self, "maximized");
}

/**
 * risalah_window_new:
 * @application: the application
 * @settings: (nullable): where its state is kept
 *
 * Returns: (transfer none): a window that says that the library is being opened
 */
RisalahWindow *
risalah_window_new (GtkApplication *application, GSettings *settings)
{
  RisalahWindow *self = g_object_new (RISALAH_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->settings, settings);
  restore_state (self);
  update_layout (self);
  return self;
}

static void
add_place (RisalahWindow *self,
           GtkWidget *place,
           const char *name,
           const char *title,
           const char *icon)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->places, place, name, title);

  adw_view_stack_page_set_icon_name (page, icon);
}

static void
add_places (RisalahWindow *self)
{
  RisalahReader *reader;

  self->sources = RISALAH_SOURCES_PLACE (
      risalah_sources_place_new (self->session, self->names, self->settings));
  self->timeline = RISALAH_TIMELINE_PLACE (risalah_timeline_place_new (
      self->session, self->names, risalah_sources_place_get_search (self->sources)));
  self->briefs = RISALAH_BRIEFS_PLACE (risalah_briefs_place_new (self->session));
  add_place (self, GTK_WIDGET (self->sources), "sources", _ ("Sources"),
             "risalah-sources-symbolic");
  add_place (self, GTK_WIDGET (self->timeline), "timeline", _ ("Timeline"),
             "risalah-timeline-symbolic");
  add_place (self, GTK_WIDGET (self->briefs), "briefs", _ ("Briefs"), "risalah-briefs-symbolic");
  g_menu_prepend_section (G_MENU (gtk_menu_button_get_menu_model (self->menu_button)), NULL,
                          risalah_briefs_place_get_recent_menu (self->briefs));

  reader = risalah_sources_place_get_reader (self->sources);
  g_signal_connect_object (self->sources, "notify::can-go-back", G_CALLBACK (risalah_window_fold),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources, "notify::welcome", G_CALLBACK (update_layout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "quoted", G_CALLBACK (quoted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "cited", G_CALLBACK (cited_cb), self, G_CONNECT_SWAPPED);
  risalah_window_dossiers_install (self);
  risalah_window_events_install (self);
}

static void
add_dock (RisalahWindow *self)
{
  self->dock = RISALAH_BRIEF_DOCK (risalah_brief_dock_new (self->session));
  risalah_brief_dock_set_recent_menu (self->dock,
                                      risalah_briefs_place_get_recent_menu (self->briefs));
  adw_bin_set_child (self->dock_bin, GTK_WIDGET (self->dock));
  /* The place of the briefs begins and leaves briefs through the same actions. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "brief",
                                  risalah_brief_dock_get_actions (self->dock));
  risalah_brief_keys_go_first (GTK_WIDGET (self),
                               GTK_WIDGET (risalah_brief_dock_get_editor (self->dock)),
                               GTK_WIDGET (self->dock));
  g_signal_connect_object (self->dock, "notify::brief", G_CALLBACK (brief_opened_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
settings_changed_cb (RisalahWindow *self)
{
  g_autoptr (RisalahBriefDefaults) defaults = NULL;

  if (self->session == NULL || self->settings == NULL)
    return;
  defaults = risalah_settings_dup_brief_defaults (self->settings);
  risalah_session_set_brief_defaults (self->session, defaults);
}

/* New briefs and backups are as the settings say. */
static void
follow_settings (RisalahWindow *self)
{
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (self);
  self->backups = risalah_backup_schedule_new (self->session, self->settings, GTK_WIDGET (self));
}

/**
 * risalah_window_set_session:
 * @self: a window that has no session yet
 * @session: the session, its library open
 *
 * Fills the window with the places and the dock.
 */
void
risalah_window_set_session (RisalahWindow *self, RisalahSession *session)
{
  g_autofree char *documents = risalah_paths_get_document_dir ();
  g_autofree char *place = NULL;

  g_return_if_fail (RISALAH_IS_WINDOW (self));
  g_return_if_fail (RISALAH_IS_SESSION (session) && self->session == NULL);

  place = risalah_settings_get_string (self->settings, "place");
  self->session = g_object_ref (session);
  self->names = risalah_names_new (risalah_session_get_lexicon (session), documents,
                                   risalah_names_own_language ());
  self->banner = RISALAH_IMPORT_BANNER (risalah_import_banner_new (session, self->settings));
  g_signal_connect_object (self->banner, "finished", G_CALLBACK (import_finished_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->banners, GTK_WIDGET (self->banner));
  add_places (self);
  add_dock (self);
  follow_settings (self);
  gtk_spinner_stop (self->opening_spinner);
  gtk_stack_set_visible_child_name (self->body, "library");
  risalah_large_text_wrap_buttons (GTK_WIDGET (self->body));
  risalah_window_actions_enable (self);
  risalah_window_show_place (self, *place != '\0' ? place : "sources");
  update_layout (self);
}

/**
 * risalah_window_show_failure:
 * @self: the window
 * @error: why the library could not be opened
 */
void
risalah_window_show_failure (RisalahWindow *self, const GError *error)
{
  g_return_if_fail (RISALAH_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  gtk_spinner_stop (self->opening_spinner);
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->body, "failed");
}

/**
 * risalah_window_get_toasts:
 * @self: the window
 *
 * Returns: (transfer none): where its toasts are shown
 */
AdwToastOverlay *
risalah_window_get_toasts (RisalahWindow *self)
{
  g_return_val_if_fail (RISALAH_IS_WINDOW (self), NULL);
  return self->toasts;
}

/**
 * risalah_window_add_toast:
 * @self: the window
 * @toast: (transfer full): a toast
 */
void
risalah_window_add_toast (RisalahWindow *self, AdwToast *toast)
{
  g_return_if_fail (RISALAH_IS_WINDOW (self));
  risalah_toast_show (self->toasts, toast, NULL);
}

/**
 * risalah_window_import:
 * @self: the window, with a session
 * @files: #GFiles to take in
 */
void
risalah_window_import (RisalahWindow *self, GListModel *files)
{
  g_autoptr (GListStore) copy = g_list_store_new (G_TYPE_FILE);

  g_return_if_fail (RISALAH_IS_WINDOW (self) && self->banner != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_list_store_append (copy, file);
    }
  risalah_import_banner_add_files (self->banner, G_LIST_MODEL (copy));
}
