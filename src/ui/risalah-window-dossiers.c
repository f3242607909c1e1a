/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers from anywhere in the window: the article that is read and all that a search found go
 * into them, and the search goes into one. */

#include <glib/gi18n.h>

#include "risalah-dossier-acting.h"
#include "risalah-dossier-sheet.h"
#include "risalah-messages.h"
#include "risalah-window-private.h"

static RisalahLibrary *
get_library (RisalahWindow *self)
{
  return risalah_session_get_library (self->session);
}

static void
add_source (RisalahWindow *self, gint64 source)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (sources, source);
  risalah_dossier_sheet_choose (GTK_WINDOW (self), get_library (self), sources);
}

static void
add_source_to_dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add_source (user_data, g_variant_get_int64 (parameter));
}

static void
add_to_dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  gint64 source = risalah_reader_get_source (risalah_sources_place_get_reader (self->sources));

  if (source != 0)
    add_source (self, source);
  else
    risalah_messages_show (GTK_WIDGET (self), _ ("Open an article first"));
}

/* --- what was found ---------------------------------------------------------------------- */

/* Whether all is found that is searched for; else @func is called once there is more. */
static gboolean
await_results (RisalahWindow *self, GCallback func)
{
  RisalahSourceSearch *search = risalah_sources_place_get_search (self->sources);
  RisalahSearchResult *result = risalah_source_search_get_result (search);

  g_signal_handlers_disconnect_by_func (search, func, self);
  if (risalah_source_search_is_settled (search))
    return result != NULL && result->ids->len > 0;
  g_signal_connect_object (search, "changed", func, self, G_CONNECT_SWAPPED);
  return FALSE;
}

static GArray *
get_results (RisalahWindow *self)
{
  return risalah_source_search_get_result (risalah_sources_place_get_search (self->sources))->ids;
}

static void
add_results (RisalahWindow *self)
{
  if (await_results (self, G_CALLBACK (add_results)))
    risalah_dossier_sheet_choose (GTK_WINDOW (self), get_library (self), get_results (self));
}

static void
add_results_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add_results (user_data);
}

static void
take_results_out (RisalahWindow *self)
{
  RisalahSourceSearch *search = risalah_sources_place_get_search (self->sources);
  const char *dossier = risalah_source_search_get_filters (search, RISALAH_FIELD_DOSSIER)[0];
  const GArray *ids;

  if (dossier == NULL || !await_results (self, G_CALLBACK (take_results_out)))
    return;
  ids = get_results (self);
  risalah_dossier_acting_do (GTK_WIDGET (self), get_library (self),
                             risalah_dossier_act_new_take_out (0, dossier,
                                                               (const gint64 *)ids->data,
                                                               ids->len));
}

static void
take_results_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  take_results_out (user_data);
}

/* --- all dossiers ------------------------------------------------------------------------ */

static void
show_dossiers_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  risalah_dossier_sheet_show (user_data, get_library (user_data));
}

static void
show_dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;

  risalah_window_show_place (self, "sources");
  gtk_widget_activate_action (GTK_WIDGET (self->sources), "sources.clear", NULL);
  risalah_source_search_set_filter (risalah_sources_place_get_search (self->sources),
                                    RISALAH_FIELD_DOSSIER, g_variant_get_string (parameter, NULL),
                                    TRUE);
}

/* A filter by a dossier is renamed with it, and goes with it. */
static void
follow_dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RisalahWindow *self = user_data;
  RisalahSourceSearch *search = risalah_sources_place_get_search (self->sources);
  const char *before, *after;

  g_variant_get (parameter, "(&s&s)", &before, &after);
  if (!risalah_source_search_has_filter (search, RISALAH_FIELD_DOSSIER, before))
    return;
  risalah_source_search_set_filter (search, RISALAH_FIELD_DOSSIER, before, FALSE);
  if (*after != '\0')
    risalah_source_search_set_filter (search, RISALAH_FIELD_DOSSIER, after, TRUE);
}

static const GActionEntry actions[] = {
  { "add-results-to-dossier", add_results_cb },
  { "add-source-to-dossier", add_source_to_dossier_cb, "x" },
  { "add-to-dossier", add_to_dossier_cb },
  { "follow-dossier", follow_dossier_cb, "(ss)" },
  { "show-dossier", show_dossier_cb, "s" },
  { "show-dossiers", show_dossiers_cb },
  { "take-results-out", take_results_out_cb },
};

/*
 * risalah_window_dossiers_install:
 * @self: a window with its places
 */
void
risalah_window_dossiers_install (RisalahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
