/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of detail: clusters with counts where it is dense, then marks, then labels that never
 * overlap. Its work follows what is seen, not how many events there are. */

#include "risalah-timeline-layout.h"

#include <math.h>

/* In font sizes. */
#define AXIS        3.2
#define HEADING     1.7
#define ROW         1.5
#define SYMBOL      0.9
#define LANE_GAP    0.5
#define FADE        3.6
#define CLUSTER     3.0
#define GAP         0.4
#define LEAST_LABEL 2.5
#define MOST_LABEL  34.0
/* Of a row's height. */
#define MARK (2.0 / 3)
/* A letter's usual width, in font sizes. */
#define LETTER 0.55
/* The thinnest band. */
#define LEAST_BAND  2.0
#define MOST_LABELS 400

typedef struct
{
  double mark_end;
  double label_end;
  int last; /* position of its last mark, −1 without */
} Row;

typedef struct
{
  const RisalahTimelineIndex *index;
  const RisalahTimelineView *view;
  RisalahTimelineLayout *layout;
  Row *rows;
  guint lane;
  guint n_used; /* rows */
  guint n_labels;
  guint n_left; /* entries without room */
  guint left;   /* the first of them */
  const RisalahTimelineEntry *entries; /* of the lane */
  guint n_entries;
  double row_height;
  double mark_height;
  gint64 from;  /* the first day of the view, with the room of fading ends */
  double y;     /* of the first row */
} Placing;

/**
 * risalah_timeline_item_dup_label:
 * @item: an item
 *
 * Returns: (transfer full): its number in the table of events, where it has one, and its title
 */
char *
risalah_timeline_item_dup_label (const RisalahTimelineItem *item)
{
  return item->number > 0 ? g_strdup_printf ("%u  %s", item->number, item->title)
                          : g_strdup (item->title);
}

/* The painters cut what is wider than it was thought to be. */
static double
estimate_width (const RisalahTimelineItem *item, double font_size)
{
  double letters = item->number > 0 ? 3 + log10 (item->number) : 0;

  for (const char *at = item->title; *at != '\0' && letters * LETTER < MOST_LABEL;
       at = g_utf8_next_char (at))
    letters += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return MIN (letters * LETTER, MOST_LABEL) * font_size;
}

/* A point stands at the middle of its day; a band covers all its days. */
static void
measure (const Placing *self, const RisalahTimelineItem *item, RisalahTimelineMark *mark)
{
  const RisalahTimelineScale *scale = &self->view->scale;
  double size = self->layout->symbol;

  mark->height = self->mark_height;
  if ((item->flags & RISALAH_TIMELINE_POINT) != 0)
    {
      mark->width = size;
      mark->x = risalah_timeline_scale_get_x (scale, item->first + 0.5) - size / 2;
      mark->symbol_x = mark->x + size / 2;
    }
  else
    {
      mark->x = risalah_timeline_scale_get_x (scale, item->first);
      mark->width =
          MAX (risalah_timeline_scale_get_x (scale, item->last + 1) - mark->x, LEAST_BAND);
    }
}

/* A row with room for the mark beside the words before it, else one where those are cut. */
static Row *
choose_row (Placing *self, double start)
{
  for (guint i = 0; i < self->view->n_rows; i++)
    if (self->rows[i].label_end <= start)
      return &self->rows[i];
  for (guint i = 0; i < self->view->n_rows; i++)
    if (self->rows[i].mark_end <= start)
      return &self->rows[i];
  return NULL;
}

static void
cut_label (Placing *self, const Row *row, double start)
{
  RisalahTimelineMark *before;

  if (row->last < 0 || row->label_end <= start)
    return;
  before = &g_array_index (self->layout->marks, RisalahTimelineMark, row->last);
  before->label_width = start - self->view->font_size * GAP - before->label_x;
  if (before->label_width >= self->view->font_size * LEAST_LABEL)
    return;
  before->label_width = 0;
  if (before->symbol_x > before->x + before->width
      && before->symbol_x + self->layout->symbol / 2 + self->view->font_size * GAP > start)
    before->symbol_x = 0;
}

/* A wide band has its words inside, where the view begins, and one that leaves more room there than
 * behind it; others have them behind. A band's symbol stands before them. */
static void
place_label (Placing *self, const RisalahTimelineItem *item, RisalahTimelineMark *mark, double end)
{
  double gap = self->view->font_size * GAP;
  double wanted = estimate_width (item, self->view->font_size);
  gboolean is_band = (item->flags & RISALAH_TIMELINE_POINT) == 0;
  double before = is_band ? self->layout->symbol + gap : 0;
  double inside = MAX (mark->x, 0) + gap, behind = MAX (end, 0) + gap;
  double room = MIN (mark->x + mark->width, self->view->scale.width) - inside - gap;

  if (self->n_labels >= MOST_LABELS)
    return;
  if (!is_band
      || (room < before + wanted && room < self->view->scale.width - behind))
    {
      inside = behind;
      room = self->view->scale.width - behind;
    }
  mark->label_x = inside + before;
  mark->label_width = MIN (wanted, room - before);
  if (mark->label_width < self->view->font_size * LEAST_LABEL)
    {
      mark->label_width = 0;
      return;
    }
  if (is_band)
    mark->symbol_x = inside + self->layout->symbol / 2;
  self->n_labels++;
}

static gboolean
place_mark (Placing *self, const RisalahTimelineEntry *entry)
{
  const RisalahTimelineItem *item =
      risalah_timeline_items_get (risalah_timeline_index_get_items (self->index), entry->item);
  RisalahTimelineMark mark = { entry->item, self->lane };
  double fade = self->layout->fade;
  double gap = self->view->font_size * GAP;
  double start, end;
  Row *row;

  measure (self, item, &mark);
  start = mark.x - ((item->flags & RISALAH_TIMELINE_OPEN_START) != 0 ? fade : 0);
  end = mark.x + mark.width + ((item->flags & RISALAH_TIMELINE_OPEN_END) != 0 ? fade : 0);
  if (end < 0 || start > self->view->scale.width)
    return TRUE;
  row = choose_row (self, start);
  if (row == NULL)
    return FALSE;
  cut_label (self, row, start);
  place_label (self, item, &mark, end);
  mark.y = self->y + (row - self->rows) * self->row_height
           + (self->row_height - self->mark_height) / 2;
  row->last = self->layout->marks->len;
  row->mark_end = end + gap;
  row->label_end = MAX (row->mark_end, mark.label_x + mark.label_width + gap);
  self->n_used = MAX (self->n_used, row - self->rows + 1);
  g_array_append_val (self->layout->marks, mark);
  return TRUE;
}

static void
add_cluster (Placing *self, double x, guint entry, guint count)
{
  const RisalahTimelineCluster cluster = {
    self->lane, entry, count, x, self->view->font_size * CLUSTER, 0, self->mark_height,
  };

  g_array_append_val (self->layout->clusters, cluster);
}

static gboolean
place_across_cb (const RisalahTimelineEntry *entry, gpointer user_data)
{
  Placing *self = user_data;

  if (entry->first < self->from && !place_mark (self, entry) && self->n_left++ == 0)
    self->left = (guint)(entry - self->entries);
  return TRUE;
}

/* What began before the view and reaches into it. */
static void
place_across (Placing *self)
{
  guint count = risalah_timeline_index_count_across (self->index, self->lane, self->from);

  self->n_left = self->left = 0;
  if (count > self->view->n_rows * 4)
    self->n_left = count;
  else if (count > 0)
    risalah_timeline_index_foreach (self->index, self->lane, self->from, self->from,
                                    place_across_cb, self);
  if (self->n_left > 0)
    add_cluster (self, -self->view->font_size * CLUSTER / 2, self->left,
                 self->n_left);
}

/* Bins lie on whole multiples of their width from day 0, so that a cluster stays while the view
 * is panned. */
static void
place_bins (Placing *self)
{
  const RisalahTimelineScale *scale = &self->view->scale;
  double days = self->view->font_size * CLUSTER / scale->pixels_per_day;
  double end = risalah_timeline_scale_get_day (scale, scale->width + self->layout->fade);
  guint at = risalah_timeline_index_find (self->index, self->lane, self->from);

  while (at < self->n_entries && (double)self->entries[at].first <= end)
    {
      double bin = floor (self->entries[at].first / days);
      guint next = risalah_timeline_index_find (self->index, self->lane, (bin + 1) * days);

      next = MAX (next, at + 1);
      self->n_left = 0;
      self->left = at;
      if (next - at > self->view->n_rows)
        self->n_left = next - at;
      else
        for (guint i = at; i < next; i++)
          if (!place_mark (self, &self->entries[i]) && self->n_left++ == 0)
            self->left = i;
      if (self->n_left > 0)
        add_cluster (self, risalah_timeline_scale_get_x (scale, bin * days), self->left,
                     self->n_left);
      at = next;
    }
}

static void
place_lane (Placing *self)
{
  double size = self->view->font_size;
  guint n_clusters = self->layout->clusters->len;
  RisalahTimelineLane lane = { self->layout->height, 0 };

  if (risalah_timeline_index_get_grouping (self->index) != RISALAH_TIMELINE_BY_NOTHING)
    lane.height += size * HEADING;
  self->y = lane.y + lane.height;
  self->entries = risalah_timeline_index_get_entries (self->index, self->lane, &self->n_entries);
  self->n_used = 0;
  for (guint i = 0; i < self->view->n_rows; i++)
    self->rows[i] = (Row){ -G_MAXDOUBLE, -G_MAXDOUBLE, -1 };
  place_across (self);
  place_bins (self);
  lane.height += self->n_used * self->row_height;
  for (guint i = n_clusters; i < self->layout->clusters->len; i++)
    g_array_index (self->layout->clusters, RisalahTimelineCluster, i).y
        = lane.y + lane.height + (self->row_height - self->mark_height) / 2;
  if (self->layout->clusters->len > n_clusters)
    lane.height += self->row_height;
  lane.height += size * LANE_GAP;
  self->layout->height += lane.height;
  g_array_append_val (self->layout->lanes, lane);
}

/**
 * risalah_timeline_layout_new:
 * @index: the events
 * @view: what is shown of them
 *
 * Returns: (transfer full): what to draw, with its upper left corner at 0, 0
 */
RisalahTimelineLayout *
risalah_timeline_layout_new (const RisalahTimelineIndex *index, const RisalahTimelineView *view)
{
  RisalahTimelineLayout *self = g_new0 (RisalahTimelineLayout, 1);
  g_autofree Row *rows = g_new (Row, view->n_rows);
  Placing placing = { index, view, self, rows };

  placing.row_height = view->row_height > 0 ? view->row_height : view->font_size * ROW;
  placing.mark_height = placing.row_height * MARK;
  self->ticks = risalah_timeline_scale_get_ticks (&view->scale, view->font_size, view->lookup,
                                                  view->user_data);
  self->wholes = risalah_timeline_scale_get_wholes (&view->scale, view->font_size, view->lookup,
                                                    view->user_data);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (RisalahTimelineLane));
  self->marks = g_array_new (FALSE, FALSE, sizeof (RisalahTimelineMark));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (RisalahTimelineCluster));
  self->fade = view->font_size * FADE;
  self->symbol = view->font_size * SYMBOL;
  self->axis_height = view->font_size * AXIS;
  self->height = self->axis_height;
  placing.from = (gint64)floor (risalah_timeline_scale_get_day (&view->scale, -self->fade));
  for (guint i = 0; i < risalah_timeline_index_get_n_lanes (index); i++)
    {
      placing.lane = i;
      place_lane (&placing);
    }
  return self;
}

/**
 * risalah_timeline_layout_free:
 * @self: (transfer full): a layout
 */
void
risalah_timeline_layout_free (RisalahTimelineLayout *self)
{
  g_array_unref (self->ticks);
  g_array_unref (self->wholes);
  g_array_unref (self->lanes);
  g_array_unref (self->marks);
  g_array_unref (self->clusters);
  g_free (self);
}

/**
 * risalah_timeline_cluster_get_item:
 * @self: a cluster
 * @index: what its layout was made of
 *
 * Returns: the position of its first item
 */
guint
risalah_timeline_cluster_get_item (const RisalahTimelineCluster *self,
                                   const RisalahTimelineIndex *index)
{
  guint n_entries;

  return risalah_timeline_index_get_entries (index, self->lane, &n_entries)[self->entry].item;
}

/**
 * risalah_timeline_cluster_holds:
 * @self: a cluster
 * @index: what its layout was made of
 * @scale: what part of the axis it shows
 * @item: the position of an item that has no mark in it
 *
 * Returns: whether the cluster stands for the item
 */
gboolean
risalah_timeline_cluster_holds (const RisalahTimelineCluster *self,
                                const RisalahTimelineIndex *index,
                                const RisalahTimelineScale *scale,
                                guint item)
{
  const RisalahTimelineItem *wanted
      = risalah_timeline_items_get (risalah_timeline_index_get_items (index), item);
  double x = risalah_timeline_scale_get_x (scale, wanted->first);
  const RisalahTimelineEntry *entries;
  guint n_entries;

  if ((wanted->flags & RISALAH_TIMELINE_DATED) == 0 || x < self->x || x >= self->x + self->width)
    return FALSE;
  entries = risalah_timeline_index_get_entries (index, self->lane, &n_entries);
  for (guint i = self->entry; i < n_entries && entries[i].first <= wanted->first; i++)
    if (entries[i].item == item)
      return TRUE;
  return FALSE;
}

static gboolean
is_inside (double x, double y, double left, double top, double width, double height)
{
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/**
 * risalah_timeline_layout_hit:
 * @self: a layout
 * @x: a place
 * @y: a place
 * @position: (out): which of its marks or clusters
 *
 * Marks come before words, so that a mark can be hit whatever is printed beside it.
 *
 * Returns: what is there
 */
RisalahTimelineHit
risalah_timeline_layout_hit (const RisalahTimelineLayout *self, double x, double y, guint *position)
{
  const double slack = 2;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (self->marks, RisalahTimelineMark, i);

      *position = i;
      if (is_inside (x, y, mark->x - slack, mark->y - slack, mark->width + 2 * slack,
                     mark->height + 2 * slack))
        return RISALAH_TIMELINE_HIT_MARK;
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const RisalahTimelineCluster *cluster =
          &g_array_index (self->clusters, RisalahTimelineCluster, i);

      *position = i;
      if (is_inside (x, y, cluster->x, cluster->y, cluster->width, cluster->height))
        return RISALAH_TIMELINE_HIT_CLUSTER;
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (self->marks, RisalahTimelineMark, i);

      *position = i;
      if (mark->label_width > 0
          && is_inside (x, y, mark->symbol_x - self->symbol / 2, mark->y,
                        mark->label_x + mark->label_width - mark->symbol_x + self->symbol / 2,
                        mark->height))
        return RISALAH_TIMELINE_HIT_MARK;
    }
  return RISALAH_TIMELINE_HIT_NOTHING;
}

static void
dump_flags (GString *out, guint flags)
{
  static const char *const names[] = { NULL,       "point",     "soft",     "dashed",
                                       "open-start", "open-end", "suggested", "reported" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if ((flags & (1u << i)) != 0)
      g_string_append_printf (out, " %s", names[i]);
}

static void
dump_ticks (GString *out, const char *name, GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const RisalahTimelineTick *tick = &g_array_index (ticks, RisalahTimelineTick, i);

      if (tick->label != NULL)
        g_string_append_printf (out, "%s %.1f %s\n", name, tick->x, tick->label);
    }
}

/**
 * risalah_timeline_layout_dump:
 * @self: a layout
 * @index: what it was made of
 *
 * Returns: (transfer full): one line for each tick with words, lane, mark and cluster, in tenths
 */
char *
risalah_timeline_layout_dump (const RisalahTimelineLayout *self, const RisalahTimelineIndex *index)
{
  RisalahTimelineItems *items = risalah_timeline_index_get_items (index);
  GString *out = g_string_new (NULL);

  dump_ticks (out, "whole", self->wholes);
  dump_ticks (out, "tick", self->ticks);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const RisalahTimelineLane *lane = &g_array_index (self->lanes, RisalahTimelineLane, i);

      g_string_append_printf (out, "lane %.1f+%.1f \"%s\"\n", lane->y, lane->height,
                              risalah_timeline_index_get_key (index, i));
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (self->marks, RisalahTimelineMark, i);
      const RisalahTimelineItem *item = risalah_timeline_items_get (items, mark->item);

      g_string_append_printf (out, "mark %.1f+%.1f %.1f symbol %.1f label %.1f+%.1f", mark->x,
                              mark->width, mark->y, mark->symbol_x, mark->label_x,
                              mark->label_width);
      dump_flags (out, item->flags);
      g_string_append_printf (out, " %s\n", item->title);
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const RisalahTimelineCluster *cluster =
          &g_array_index (self->clusters, RisalahTimelineCluster, i);

      g_string_append_printf (out, "cluster %.1f+%.1f %.1f ×%u\n", cluster->x, cluster->width,
                              cluster->y, cluster->count);
    }
  return g_string_free (out, FALSE);
}
