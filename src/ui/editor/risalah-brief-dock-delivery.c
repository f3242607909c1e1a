/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open brief's way out: the sheets that print and export it, and its details. */

#include "risalah-brief-details.h"
#include "risalah-brief-dock-private.h"
#include "risalah-delivery-sheet.h"

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL)
    risalah_delivery_sheet_present (self, FALSE, g_variant_get_string (parameter, NULL));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL)
    risalah_delivery_sheet_present (self, TRUE, NULL);
}

static void
details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL)
    risalah_brief_details_present (
        self, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL);
}

/**
 * risalah_brief_dock_show_finding:
 * @self: a dock with an open brief
 * @checked: the document that was checked
 * @finding: what was found in it
 *
 * Selects the finding's place in the text.
 */
void
risalah_brief_dock_show_finding (RisalahBriefDock *self,
                                 RisalahDocument *checked,
                                 const RisalahFinding *finding)
{
  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));
  g_return_if_fail (checked != NULL && finding != NULL);

  if (self->brief != NULL)
    risalah_check_panel_show_finding (self->check, checked, finding);
}

/*
 * risalah_brief_dock_add_delivery:
 *
 * Adds the actions that print and export.
 */
void
risalah_brief_dock_add_delivery (RisalahBriefDock *self)
{
  static const GActionEntry entries[] = {
    { "print", print_cb },
    { "export", export_cb, "s" },
    { "details", details_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
