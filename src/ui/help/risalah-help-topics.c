/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the focus outwards, the first part of the window that has a page of its own; where none has,
 * the place that is shown. */

#include "risalah-help-topics.h"

#include <adwaita.h>

#include "risalah-brief-details.h"
#include "risalah-brief-dock.h"
#include "risalah-briefs-place.h"
#include "risalah-check-panel.h"
#include "risalah-delivery-sheet.h"
#include "risalah-dossier-form.h"
#include "risalah-dossier-sheet.h"
#include "risalah-event-sheet.h"
#include "risalah-import-banner.h"
#include "risalah-metadata-sheet.h"
#include "risalah-paste-sheet.h"
#include "risalah-quote-shelf.h"
#include "risalah-reader.h"
#include "risalah-shortcuts-sheet.h"
#include "risalah-source-details.h"
#include "risalah-sources-place.h"
#include "risalah-template-dialog.h"
#include "risalah-timeline-place.h"
#include "risalah-versions-dialog.h"

static const char *
topic_of_type (GType type)
{
  const struct
  {
    GType type;
    const char *topic;
  } topics[] = {
    { RISALAH_TYPE_BRIEF_DETAILS, "export" },
    { RISALAH_TYPE_BRIEF_DOCK, "writing" },
    { RISALAH_TYPE_BRIEFS_PLACE, "templates" },
    { RISALAH_TYPE_CHECK_PANEL, "check" },
    { RISALAH_TYPE_DELIVERY_SHEET, "export" },
    { RISALAH_TYPE_DOSSIER_FORM, "search" },
    { RISALAH_TYPE_DOSSIER_SHEET, "search" },
    { RISALAH_TYPE_EVENT_SHEET, "timeline" },
    { RISALAH_TYPE_IMPORT_BANNER, "sources" },
    { RISALAH_TYPE_METADATA_SHEET, "dates" },
    { RISALAH_TYPE_PASTE_SHEET, "sources" },
    { RISALAH_TYPE_QUOTE_SHELF, "quoting" },
    { RISALAH_TYPE_READER, "quoting" },
    { RISALAH_TYPE_SHORTCUTS_SHEET, "keyboard" },
    { RISALAH_TYPE_SOURCE_DETAILS, "grades" },
    { RISALAH_TYPE_SOURCES_PLACE, "search" },
    { RISALAH_TYPE_TEMPLATE_DIALOG, "templates" },
    { RISALAH_TYPE_TIMELINE_PLACE, "timeline" },
    { RISALAH_TYPE_VERSIONS_DIALOG, "backup" },
    { ADW_TYPE_PREFERENCES_WINDOW, "preferences" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (topics[i].type == type)
      return topics[i].topic;
  return NULL;
}

static const char *
topic_of_place (GtkWindow *window)
{
  g_autoptr (GVariant) place = NULL;
  const char *name;

  if (!G_IS_ACTION_GROUP (window)
      || !g_action_group_has_action (G_ACTION_GROUP (window), "place"))
    return NULL;
  place = g_action_group_get_action_state (G_ACTION_GROUP (window), "place");
  name = g_variant_get_string (place, NULL);
  if (g_str_equal (name, "timeline"))
    return "timeline";
  return g_str_equal (name, "briefs") ? "templates" : "sources";
}

/**
 * risalah_help_topics_find:
 * @window: (nullable): the window that the analyst is at
 *
 * Returns: (transfer none) (nullable): the page's identifier; %NULL where only the contents help
 */
const char *
risalah_help_topics_find (GtkWindow *window)
{
  if (window == NULL)
    return NULL;
  for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      const char *topic = topic_of_type (G_OBJECT_TYPE (widget));

      if (topic != NULL)
        return topic;
    }
  if (topic_of_type (G_OBJECT_TYPE (window)) != NULL)
    return topic_of_type (G_OBJECT_TYPE (window));
  return topic_of_place (window);
}
