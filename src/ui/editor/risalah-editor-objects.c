/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that are not text, as widgets in the line: page breaks, generated parts, and what a newer
 * version put there. */

#include "risalah-editor-private.h"

#include <glib/gi18n.h>

static const char *
describe_generated (RisalahGenerated generated)
{
  switch (generated)
    {
    case RISALAH_GENERATED_REFERENCES:
      return _ ("References are listed here when the brief is printed or exported.");
    case RISALAH_GENERATED_SOURCE_ANNEX:
      return _ ("The source annex stands here when the brief is printed or exported.");
    case RISALAH_GENERATED_EVENT_TABLE:
      return _ ("The table of events stands here when the brief is printed or exported.");
    default:
      g_assert_not_reached ();
    }
}

static const char *
describe (RisalahBriefBlock *block)
{
  switch (risalah_brief_block_get_kind (block))
    {
    case RISALAH_BRIEF_BLOCK_PAGE_BREAK:
      return _ ("Page break");
    case RISALAH_BRIEF_BLOCK_GENERATED:
      return describe_generated (risalah_brief_block_get_generated (block));
    case RISALAH_BRIEF_BLOCK_TABLE:
      return _ ("Table");
    case RISALAH_BRIEF_BLOCK_FIGURE:
      return _ ("Figure");
    case RISALAH_BRIEF_BLOCK_UNKNOWN:
    case RISALAH_BRIEF_BLOCK_TITLE:
    case RISALAH_BRIEF_BLOCK_SUBTITLE:
    case RISALAH_BRIEF_BLOCK_HEADING:
    case RISALAH_BRIEF_BLOCK_PARAGRAPH:
    case RISALAH_BRIEF_BLOCK_BULLET:
    case RISALAH_BRIEF_BLOCK_NUMBERED:
    case RISALAH_BRIEF_BLOCK_QUOTATION:
    default:
      return _ ("A part made with a newer version of Risalah. It is kept as it is.");
    }
}

static GtkWidget *
create_note (RisalahBriefBlock *block)
{
  GtkWidget *label = gtk_label_new (describe (block));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "brief-object");
  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_PAGE_BREAK)
    gtk_widget_add_css_class (label, "page-break");
  return label;
}

/*
 * risalah_editor_objects_create:
 * @block: an object
 *
 * Returns: (transfer floating): the widget that shows it
 */
GtkWidget *
risalah_editor_objects_create (RisalahEditor *self, RisalahBriefBlock *block)
{
  return create_note (block);
}

/*
 * risalah_editor_objects_update:
 * @line: the line of an object
 * @block: what it is now; of the same kind as before
 */
void
risalah_editor_objects_update (RisalahEditor *self, guint line, RisalahBriefBlock *block)
{
}
