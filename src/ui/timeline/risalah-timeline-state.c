/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the place Sources narrows the events too: its words and filters by the articles that
 * they find, its countries and kinds by the event itself. */

#include "risalah-timeline-state.h"

#include <string.h>

struct _RisalahTimelineState
{
  GObject parent_instance;

  RisalahSourceSearch *search;
  RisalahEventFilter *filter;
  char *kind; /* (nullable): chosen here; the search's kinds are alternatives to each other */
  gint64 selected;
};

enum
{
  PROP_SELECTED = 1,
};

enum
{
  FILTER_CHANGED,
  N_SIGNALS,
};

static GParamSpec *selected_property;
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahTimelineState, risalah_timeline_state, G_TYPE_OBJECT)

/* The search's filters of a field as keys between blanks; %NULL without one. */
static char *
dup_keys (RisalahTimelineState *self, RisalahField field)
{
  const char *const *values = risalah_source_search_get_filters (self->search, field);

  return *values != NULL ? g_strjoinv (" ", (char **)values) : NULL;
}

static void
replace_words (const char **words, char *with)
{
  g_free ((char *)*words);
  *words = with;
}

static void
follow_search (RisalahTimelineState *self)
{
  const RisalahSearchResult *result = risalah_source_search_get_result (self->search);

  replace_words (&self->filter->countries, dup_keys (self, RISALAH_FIELD_COUNTRY));
  replace_words (&self->filter->kinds, self->kind != NULL ? g_strdup (self->kind)
                                                          : dup_keys (self, RISALAH_FIELD_KIND));
  g_clear_pointer (&self->filter->sources, g_array_unref);
  if (result != NULL && risalah_source_search_is_narrowed (self->search))
    self->filter->sources = g_array_copy (result->ids);
}

static void
changed (RisalahTimelineState *self)
{
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static gboolean
is_same (const GArray *first, const GArray *second)
{
  if (first == NULL || second == NULL)
    return first == second;
  return first->len == second->len
         && (first->len == 0
             || memcmp (first->data, second->data, first->len * sizeof (gint64)) == 0);
}

/* The search also changes while articles come in, which is nothing new here. */
static void
searched_cb (RisalahTimelineState *self)
{
  g_autoptr (RisalahEventFilter) before = risalah_event_filter_copy (self->filter);

  follow_search (self);
  if (!is_same (before->sources, self->filter->sources)
      || g_strcmp0 (before->countries, self->filter->countries) != 0
      || g_strcmp0 (before->kinds, self->filter->kinds) != 0)
    changed (self);
}

static void
risalah_timeline_state_get_property (GObject *object,
                                     guint property,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  g_assert (property == PROP_SELECTED);
  g_value_set_int64 (value, RISALAH_TIMELINE_STATE (object)->selected);
}

static void
risalah_timeline_state_finalize (GObject *object)
{
  RisalahTimelineState *self = RISALAH_TIMELINE_STATE (object);

  g_clear_pointer (&self->filter, risalah_event_filter_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (risalah_timeline_state_parent_class)->finalize (object);
}

static void
risalah_timeline_state_class_init (RisalahTimelineStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = risalah_timeline_state_get_property;
  object_class->finalize = risalah_timeline_state_finalize;

  /**
   * RisalahTimelineState:selected:
   *
   * The event that is selected, 0 for none.
   */
  selected_property = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SELECTED, selected_property);

  /**
   * RisalahTimelineState::filter-changed:
   *
   * Other events are wanted.
   */
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", RISALAH_TYPE_TIMELINE_STATE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
risalah_timeline_state_init (RisalahTimelineState *self)
{
  static const RisalahEventFilter all
      = { .review = 1 << RISALAH_REVIEW_ACCEPTED | 1 << RISALAH_REVIEW_SUGGESTED };

  self->filter = risalah_event_filter_copy (&all);
}

/**
 * risalah_timeline_state_new:
 * @search: what is looked for in the place Sources
 *
 * Returns: (transfer full): accepted and suggested events, with nothing selected
 */
RisalahTimelineState *
risalah_timeline_state_new (RisalahSourceSearch *search)
{
  RisalahTimelineState *self;

  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (search), NULL);

  self = g_object_new (RISALAH_TYPE_TIMELINE_STATE, NULL);
  self->search = g_object_ref (search);
  follow_search (self);
  g_signal_connect_object (search, "changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * risalah_timeline_state_get_search:
 * @self: the state
 *
 * Returns: (transfer none): the search that it follows
 */
RisalahSourceSearch *
risalah_timeline_state_get_search (RisalahTimelineState *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (self), NULL);
  return self->search;
}

/**
 * risalah_timeline_state_get_filter:
 * @self: the state
 *
 * Returns: (transfer none): which events are wanted
 */
const RisalahEventFilter *
risalah_timeline_state_get_filter (RisalahTimelineState *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (self), NULL);
  return self->filter;
}

/**
 * risalah_timeline_state_is_narrowed:
 * @self: the state
 *
 * Returns: whether something keeps events out beside their review
 */
gboolean
risalah_timeline_state_is_narrowed (RisalahTimelineState *self)
{
  const RisalahEventFilter *filter;

  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (self), FALSE);

  filter = self->filter;
  return filter->status != 0 || filter->has_from || filter->has_to || filter->countries != NULL
         || filter->kinds != NULL || filter->sources != NULL || filter->min_origins > 1;
}

/**
 * risalah_timeline_state_set_review:
 * @self: the state
 * @review: bits (1 << #RisalahReview)
 */
void
risalah_timeline_state_set_review (RisalahTimelineState *self, guint review)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (self));

  if (self->filter->review == review)
    return;
  self->filter->review = review;
  changed (self);
}

/**
 * risalah_timeline_state_set_status:
 * @self: the state
 * @status: bits (1 << #RisalahEventStatus), 0 for all
 */
void
risalah_timeline_state_set_status (RisalahTimelineState *self, guint status)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (self));

  if (self->filter->status == status)
    return;
  self->filter->status = status;
  changed (self);
}

/**
 * risalah_timeline_state_set_kind:
 * @self: the state
 * @kind: (nullable): the one kind that is wanted
 */
void
risalah_timeline_state_set_kind (RisalahTimelineState *self, const char *kind)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (self));

  if (g_strcmp0 (self->kind, kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  follow_search (self);
  changed (self);
}

static gboolean
read_day (const char *edtf, gboolean is_first, gboolean *has_day, gint64 *day, GError **error)
{
  gint64 earliest = 0, latest = 0;
  gboolean has_earliest = FALSE, has_latest = FALSE;

  if (edtf != NULL && *edtf != '\0'
      && !risalah_edtf_get_bounds (edtf, &earliest, &has_earliest, &latest, &has_latest, error))
    return FALSE;
  *has_day = is_first ? has_earliest : has_latest;
  *day = is_first ? earliest : latest;
  return TRUE;
}

/**
 * risalah_timeline_state_set_period:
 * @self: the state
 * @from: (nullable): EDTF; only events that end then or later
 * @to: (nullable): EDTF; only events that begin then or before
 * @error: return location for an error
 *
 * Returns: whether both are dates; nothing changes where one is none
 */
gboolean
risalah_timeline_state_set_period (RisalahTimelineState *self,
                                   const char *from,
                                   const char *to,
                                   GError **error)
{
  RisalahEventFilter *filter;
  RisalahEventFilter period = { 0 };

  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (self), FALSE);

  filter = self->filter;
  if (!read_day (from, TRUE, &period.has_from, &period.from, error)
      || !read_day (to, FALSE, &period.has_to, &period.to, error))
    return FALSE;
  if (period.has_from == filter->has_from && period.has_to == filter->has_to
      && period.from == filter->from && period.to == filter->to)
    return TRUE;
  filter->has_from = period.has_from;
  filter->has_to = period.has_to;
  filter->from = period.from;
  filter->to = period.to;
  changed (self);
  return TRUE;
}

/**
 * risalah_timeline_state_set_min_origins:
 * @self: the state
 * @n_origins: how many independent sources must tell an event, 0 for any
 */
void
risalah_timeline_state_set_min_origins (RisalahTimelineState *self, guint n_origins)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (self));

  if (self->filter->min_origins == n_origins)
    return;
  self->filter->min_origins = n_origins;
  changed (self);
}

/**
 * risalah_timeline_state_get_selected:
 * @self: the state
 *
 * Returns: the event that is selected, 0 for none
 */
gint64
risalah_timeline_state_get_selected (RisalahTimelineState *self)
{
  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (self), 0);
  return self->selected;
}

/**
 * risalah_timeline_state_select:
 * @self: the state
 * @event: an event, 0 for none
 */
void
risalah_timeline_state_select (RisalahTimelineState *self, gint64 event)
{
  g_return_if_fail (RISALAH_IS_TIMELINE_STATE (self));

  if (self->selected == event)
    return;
  self->selected = event;
  g_object_notify_by_pspec (G_OBJECT (self), selected_property);
}
