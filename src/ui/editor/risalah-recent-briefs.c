/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A submenu of a few briefs by their titles, and no submenu where there are no briefs. */

#include "risalah-recent-briefs.h"

#include <glib/gi18n.h>

#include "risalah-brief-row.h"

#define MOST_BRIEFS 5

/* A menu's items do not wrap: longer titles would pass the edge of a narrow window. */
#define MOST_CHARACTERS 32

/* The title as a menu's label: short, and with no letter taken for a mnemonic. */
static char *
make_label (const char *title)
{
  GString *label;

  if (*title == '\0')
    return g_strdup (_ ("Untitled brief"));
  if (g_utf8_strlen (title, -1) > MOST_CHARACTERS)
    {
      g_autofree char *begin = g_utf8_substring (title, 0, MOST_CHARACTERS - 1);

      label = g_string_new (g_strchomp (begin));
      g_string_append (label, "…");
    }
  else
    label = g_string_new (title);
  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}

/**
 * risalah_recent_briefs_fill:
 * @menu: the menu that holds the submenu and nothing else
 * @briefs: (element-type RisalahBriefItem): the briefs, the latest changed first
 *
 * Fills @menu with a submenu of the first of @briefs, which opens them with win.open-brief.
 */
void
risalah_recent_briefs_fill (GMenu *menu, GPtrArray *briefs)
{
  g_autoptr (GMenu) recent = g_menu_new ();

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (briefs != NULL);

  for (guint i = 0; i < MIN (briefs->len, MOST_BRIEFS); i++)
    {
      const RisalahBriefRecord *record = risalah_brief_item_get_record (briefs->pdata[i]);
      g_autofree char *label = make_label (record->title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-brief", "x", record->id);
      g_menu_append_item (recent, item);
    }
  g_menu_remove_all (menu);
  if (briefs->len > 0)
    g_menu_append_submenu (menu, _ ("_Recent Briefs"), G_MENU_MODEL (recent));
}
