/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two briefs side by side: where one shows a section, the other shows the same, as far into it.
 * Sections are the same by the template's name, else by their number. */

#include "risalah-section-link.h"

struct _RisalahSectionLink
{
  GObject parent_instance;

  RisalahEditor *editors[2]; /* borrowed: the window that owns the link owns them */
  gboolean is_active;
  gboolean is_following; /* the other one is being scrolled by us */
};

G_DEFINE_FINAL_TYPE (RisalahSectionLink, risalah_section_link, G_TYPE_OBJECT)

static gboolean
is_heading (RisalahDocument *document, guint block)
{
  return risalah_brief_block_get_kind (risalah_document_get_block (document, block))
         == RISALAH_BRIEF_BLOCK_HEADING;
}

static const char *
section_at (RisalahDocument *document, guint block)
{
  return risalah_brief_block_get_section (risalah_document_get_block (document, block));
}

/* How many headings stand before @block. */
static guint
count_headings (RisalahDocument *document, guint block)
{
  guint n = 0;

  for (guint i = 0; i < block; i++)
    n += is_heading (document, i);
  return n;
}

/**
 * risalah_section_link_match:
 * @from: a brief
 * @heading: a heading in it
 * @to: its other version
 *
 * Returns: the block of the same section's heading in @to, -1 where there is none
 */
gint
risalah_section_link_match (RisalahDocument *from, guint heading, RisalahDocument *to)
{
  const char *section = section_at (from, heading);
  guint number = count_headings (from, heading);

  for (guint i = 0; i < risalah_document_get_n_blocks (to); i++)
    if (is_heading (to, i)
        && (section != NULL ? g_strcmp0 (section_at (to, i), section) == 0
                            : count_headings (to, i) == number))
      return (gint)i;
  return -1;
}

/* The heading at or above @block; -1 above the first. */
static gint
heading_above (RisalahDocument *document, guint block)
{
  for (gint i = (gint)block; i >= 0; i--)
    if (is_heading (document, (guint)i))
      return i;
  return -1;
}

static guint
next_heading (RisalahDocument *document, gint heading)
{
  guint i = (guint)(heading + 1);

  while (i < risalah_document_get_n_blocks (document) && !is_heading (document, i))
    i++;
  return i;
}

/* The top of a block in the text, in pixels; one after the last is the text's end. */
static int
block_top (RisalahEditor *editor, guint block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  GtkTextIter iter;
  int y, height;

  if (block < risalah_document_get_n_blocks (risalah_editor_get_document (editor)))
    {
      gtk_text_buffer_get_iter_at_line (buffer, &iter, (int)block);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (editor), &iter, &y, &height);
      return y;
    }
  gtk_text_buffer_get_end_iter (buffer, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (editor), &iter, &y, &height);
  return y + height;
}

static guint
block_at_top (RisalahEditor *editor)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (editor), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (editor), &iter, visible.y, NULL);
  return (guint)gtk_text_iter_get_line (&iter);
}

static GtkAdjustment *
adjustment_of (RisalahEditor *editor)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (editor));
}

/* Scrolls @to as far into its section as @from is in the same one. */
static void
follow (RisalahSectionLink *self, RisalahEditor *from, RisalahEditor *to)
{
  RisalahDocument *ours = risalah_editor_get_document (from);
  RisalahDocument *theirs = risalah_editor_get_document (to);
  gint heading = heading_above (ours, block_at_top (from)), other = -1;
  double y = gtk_adjustment_get_value (adjustment_of (from)), start, end, part;

  if (heading >= 0)
    {
      other = risalah_section_link_match (ours, (guint)heading, theirs);
      if (other < 0)
        return;
    }
  start = heading >= 0 ? block_top (from, (guint)heading) : 0;
  end = block_top (from, next_heading (ours, heading));
  part = end > start ? CLAMP ((y - start) / (end - start), 0, 1) : 0;
  start = other >= 0 ? block_top (to, (guint)other) : 0;
  end = block_top (to, next_heading (theirs, other));
  self->is_following = TRUE;
  gtk_adjustment_set_value (adjustment_of (to), start + part * (end - start));
  self->is_following = FALSE;
}

static void
scrolled_cb (GtkAdjustment *adjustment, RisalahSectionLink *self)
{
  guint first = adjustment == adjustment_of (self->editors[0]) ? 0 : 1;

  if (self->is_active && !self->is_following && gtk_widget_get_mapped (GTK_WIDGET (self->editors[0]))
      && gtk_widget_get_mapped (GTK_WIDGET (self->editors[1])))
    follow (self, self->editors[first], self->editors[1 - first]);
}

static void
risalah_section_link_class_init (RisalahSectionLinkClass *klass)
{
}

static void
risalah_section_link_init (RisalahSectionLink *self)
{
  self->is_active = TRUE;
}

/**
 * risalah_section_link_new:
 * @first: an editor within a scrolled window
 * @second: another; both must outlive the link
 *
 * Returns: (transfer full): an active link
 */
RisalahSectionLink *
risalah_section_link_new (RisalahEditor *first, RisalahEditor *second)
{
  RisalahSectionLink *self;

  g_return_val_if_fail (RISALAH_IS_EDITOR (first) && RISALAH_IS_EDITOR (second), NULL);

  self = g_object_new (RISALAH_TYPE_SECTION_LINK, NULL);
  self->editors[0] = first;
  self->editors[1] = second;
  for (guint i = 0; i < 2; i++)
    g_signal_connect_object (adjustment_of (self->editors[i]), "value-changed",
                             G_CALLBACK (scrolled_cb), self, 0);
  return self;
}

/**
 * risalah_section_link_set_active:
 * @self: a link
 * @active: whether one brief follows the other
 */
void
risalah_section_link_set_active (RisalahSectionLink *self, gboolean active)
{
  g_return_if_fail (RISALAH_IS_SECTION_LINK (self));

  self->is_active = active;
}

/* The one that is written in leads, else the first. */
static guint
leader (const RisalahSectionLink *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->editors[1])) ? 1 : 0;
}

/**
 * risalah_section_link_step:
 * @self: a link
 * @by: 1 for the next section, -1 for the one before
 *
 * Goes there in both briefs.
 */
void
risalah_section_link_step (RisalahSectionLink *self, int by)
{
  RisalahEditor *first, *second;
  RisalahDocument *document;
  RisalahPosition from, to;
  gint heading, other;

  g_return_if_fail (RISALAH_IS_SECTION_LINK (self));

  first = self->editors[leader (self)];
  second = self->editors[1 - leader (self)];
  document = risalah_editor_get_document (first);
  risalah_editor_get_selection (first, &from, &to);
  heading = heading_above (document, from.block);
  if (by > 0)
    heading = (gint)next_heading (document, heading);
  else if (heading > 0)
    heading = heading_above (document, (guint)heading - 1);
  if (heading < 0 || heading >= (gint)risalah_document_get_n_blocks (document))
    return;
  other = risalah_section_link_match (document, (guint)heading,
                                      risalah_editor_get_document (second));
  risalah_editor_show_position (first, &(RisalahPosition){ (guint)heading, 0, 0 });
  if (other >= 0)
    risalah_editor_show_position (second, &(RisalahPosition){ (guint)other, 0, 0 });
}
