/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date in EDTF: the value, its printing, and how two of them stand to each other. */

#include "risalah-edtf-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (RisalahEdtf, risalah_edtf, risalah_edtf_ref, risalah_edtf_unref)

static const char *const mod_names[] = {
  [RISALAH_EDTF_MOD_EARLY] = "early", [RISALAH_EDTF_MOD_MID] = "mid",
  [RISALAH_EDTF_MOD_LATE] = "late",   [RISALAH_EDTF_MOD_BEFORE] = "before",
  [RISALAH_EDTF_MOD_AFTER] = "after",
};

static const char *const qualifier_signs[] = { "", "?", "~", "%" };

/**
 * risalah_edtf_ref:
 * @self: a date
 *
 * Returns: (transfer full): @self
 */
RisalahEdtf *
risalah_edtf_ref (RisalahEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_edtf_unref:
 * @self: (transfer full): a date
 */
void
risalah_edtf_unref (RisalahEdtf *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->items);
  g_free (self);
}

/* All qualifiers on any part. */
guint
risalah_edtf_date_get_qualifier (const EdtfDate *date)
{
  guint qualifier = EDTF_EXACT;

  for (guint i = 0; i < EDTF_N_PARTS; i++)
    qualifier |= date->before[i] | date->after[i];
  return qualifier;
}

static void
append_year (const EdtfDate *date, GString *out)
{
  if (date->is_long)
    {
      g_string_append_printf (out, "Y%" G_GINT64_FORMAT, date->mantissa);
      if (date->exponent > 0)
        g_string_append_printf (out, "E%u", date->exponent);
    }
  else
    g_string_append_printf (out, "%s%s", date->negative ? "-" : "", date->year);
  if (date->significant > 0)
    g_string_append_printf (out, "S%u", date->significant);
}

/* Appends the date as EDTF writes it. */
void
risalah_edtf_date_append (const EdtfDate *date, GString *out)
{
  const char *parts[EDTF_N_PARTS] = { "", date->month, date->day };

  for (guint i = 0; i < EDTF_N_PARTS; i++)
    {
      if (i > EDTF_YEAR && parts[i][0] == '\0')
        break;
      if (i > EDTF_YEAR)
        g_string_append_c (out, '-');
      g_string_append (out, qualifier_signs[date->before[i]]);
      if (i == EDTF_YEAR)
        append_year (date, out);
      else
        g_string_append (out, parts[i]);
      g_string_append (out, qualifier_signs[date->after[i]]);
    }
  if (date->time[0] != '\0')
    g_string_append_printf (out, "T%s", date->time);
}

static void
append_end (const EdtfEnd *end, GString *out)
{
  if (end->type == EDTF_END_DATE)
    risalah_edtf_date_append (&end->date, out);
  else if (end->type == EDTF_END_OPEN)
    g_string_append (out, "..");
}

static void
append_member (const EdtfItem *item, GString *out)
{
  if (item->start.type == EDTF_END_DATE)
    risalah_edtf_date_append (&item->start.date, out);
  if (!item->is_range)
    return;
  g_string_append (out, "..");
  if (item->end.type == EDTF_END_DATE)
    risalah_edtf_date_append (&item->end.date, out);
}

/**
 * risalah_edtf_to_string:
 * @self: a date
 *
 * Returns: (transfer full): the EDTF string, which risalah_edtf_parse() reads to an equal value
 */
char *
risalah_edtf_to_string (const RisalahEdtf *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case RISALAH_EDTF_DATE:
    case RISALAH_EDTF_INTERVAL:
      append_end (&self->items[0].start, out);
      if (self->items[0].is_range)
        {
          g_string_append_c (out, '/');
          append_end (&self->items[0].end, out);
        }
      break;
    case RISALAH_EDTF_ONE_OF:
    case RISALAH_EDTF_ALL_OF:
      for (guint i = 0; i < self->n_items; i++)
        {
          g_string_append_c (out, i > 0 ? ',' : self->kind == RISALAH_EDTF_ONE_OF ? '[' : '{');
          append_member (&self->items[i], out);
        }
      g_string_append_c (out, self->kind == RISALAH_EDTF_ONE_OF ? ']' : '}');
      break;
    }
  return g_string_free (out, FALSE);
}

/**
 * risalah_edtf_equal:
 * @self: a date
 * @other: another
 *
 * Returns: whether both are written the same
 */
gboolean
risalah_edtf_equal (const RisalahEdtf *self, const RisalahEdtf *other)
{
  g_autofree char *one = risalah_edtf_to_string (self);
  g_autofree char *two = risalah_edtf_to_string (other);

  return g_strcmp0 (one, two) == 0;
}

static int
compare_days (gint64 one, gint64 other)
{
  return (one > other) - (one < other);
}

/**
 * risalah_edtf_compare:
 * @self: a date
 * @other: another
 *
 * A total order: by the earliest day, an open beginning first; then by the latest, an open end
 * last; dates outside time (XXXX-07-28) after all others; then as they are written.
 *
 * Returns: less than, equal to or greater than 0
 */
int
risalah_edtf_compare (const RisalahEdtf *self, const RisalahEdtf *other)
{
  const EdtfBounds *a = &self->bounds;
  const EdtfBounds *b = &other->bounds;
  gboolean a_timeless = !a->has_earliest && !a->has_latest;
  gboolean b_timeless = !b->has_earliest && !b->has_latest;
  int order = a_timeless - b_timeless;

  if (order == 0)
    order = a->has_earliest - b->has_earliest;
  if (order == 0 && a->has_earliest)
    order = compare_days (a->earliest, b->earliest);
  if (order == 0)
    order = b->has_latest - a->has_latest;
  if (order == 0 && a->has_latest)
    order = compare_days (a->latest, b->latest);
  if (order == 0)
    {
      g_autofree char *one = risalah_edtf_to_string (self);
      g_autofree char *two = risalah_edtf_to_string (other);

      order = strcmp (one, two);
    }
  return order;
}

/**
 * risalah_edtf_overlaps:
 * @self: a date
 * @other: another
 *
 * Open and unknown ends reach as far as time does. A date of no year overlaps nothing.
 *
 * Returns: whether there is a day that lies between the bounds of both
 */
gboolean
risalah_edtf_overlaps (const RisalahEdtf *self, const RisalahEdtf *other)
{
  const EdtfBounds *a = &self->bounds;
  const EdtfBounds *b = &other->bounds;

  if ((!a->has_earliest && !a->has_latest) || (!b->has_earliest && !b->has_latest))
    return FALSE;
  if (a->has_latest && b->has_earliest && a->latest < b->earliest)
    return FALSE;
  return !(b->has_latest && a->has_earliest && b->latest < a->earliest);
}

/**
 * risalah_edtf_get_kind:
 * @self: a date
 *
 * Returns: whether it is one date, an interval or a set
 */
RisalahEdtfKind
risalah_edtf_get_kind (const RisalahEdtf *self)
{
  g_return_val_if_fail (self != NULL, RISALAH_EDTF_DATE);
  return self->kind;
}

/* Level 1 knows unspecified digits from the right of a year, whole months and whole days. */
static gboolean
unspecified_is_level_1 (const EdtfDate *date)
{
  gboolean year_whole = strchr (date->year, 'X') == NULL;

  if (date->day[0] != '\0')
    return year_whole && (strchr (date->day, 'X') == NULL || strcmp (date->day, "XX") == 0)
           && (strchr (date->month, 'X') == NULL
               || (strcmp (date->month, "XX") == 0 && strcmp (date->day, "XX") == 0));
  if (date->month[0] != '\0')
    return year_whole && (strchr (date->month, 'X') == NULL || strcmp (date->month, "XX") == 0);
  return g_ascii_isdigit (date->year[0]) && g_ascii_isdigit (date->year[1])
         && !(date->year[2] == 'X' && date->year[3] != 'X');
}

/* Level 1 knows one qualifier, after the whole date. */
static gboolean
qualifier_is_level_1 (const EdtfDate *date)
{
  guint last = date->day[0] != '\0' ? EDTF_DAY : date->month[0] != '\0' ? EDTF_MONTH : EDTF_YEAR;

  for (guint i = 0; i < EDTF_N_PARTS; i++)
    if (date->before[i] != EDTF_EXACT || (i != last && date->after[i] != EDTF_EXACT))
      return FALSE;
  return TRUE;
}

static int
date_level (const EdtfDate *date)
{
  gboolean unspecified = strchr (date->year, 'X') != NULL || strchr (date->month, 'X') != NULL
                         || strchr (date->day, 'X') != NULL;
  int subyear = risalah_edtf_date_get_subyear (date);

  if (date->exponent > 0 || date->significant > 0 || subyear > 24 || !qualifier_is_level_1 (date)
      || (unspecified && !unspecified_is_level_1 (date)))
    return 2;
  return date->is_long || date->negative || unspecified || subyear != 0
         || risalah_edtf_date_get_qualifier (date) != EDTF_EXACT;
}

/**
 * risalah_edtf_get_level:
 * @self: a date
 *
 * Returns: the lowest level of EDTF that has all of it, 0 to 2
 */
int
risalah_edtf_get_level (const RisalahEdtf *self)
{
  const EdtfItem *item = self->items;
  int level = 0;

  if (self->kind == RISALAH_EDTF_ONE_OF || self->kind == RISALAH_EDTF_ALL_OF)
    return 2;
  level = item->start.type == EDTF_END_DATE ? date_level (&item->start.date) : 1;
  if (item->is_range)
    level = MAX (level, item->end.type == EDTF_END_DATE ? date_level (&item->end.date) : 1);
  return level;
}

static gboolean
has_qualifier (const RisalahEdtf *self, guint qualifier)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      const EdtfItem *item = &self->items[i];

      if (((risalah_edtf_date_get_qualifier (&item->start.date)
            | risalah_edtf_date_get_qualifier (&item->end.date))
           & qualifier)
          != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_edtf_is_uncertain:
 * @self: a date
 *
 * Returns: whether any part is marked “?” or “%”
 */
gboolean
risalah_edtf_is_uncertain (const RisalahEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return has_qualifier (self, EDTF_UNCERTAIN);
}

/**
 * risalah_edtf_is_approximate:
 * @self: a date
 *
 * Returns: whether any part is marked “~” or “%”
 */
gboolean
risalah_edtf_is_approximate (const RisalahEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return has_qualifier (self, EDTF_APPROXIMATE);
}

/**
 * risalah_edtf_get_earliest:
 * @self: a date
 * @day: (out) (optional): the first day that it can mean, a Julian day number
 *
 * Returns: %FALSE where there is none: an open or unknown beginning, a date of no year
 */
gboolean
risalah_edtf_get_earliest (const RisalahEdtf *self, gint64 *day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (day != NULL)
    *day = self->bounds.earliest;
  return self->bounds.has_earliest;
}

/**
 * risalah_edtf_get_latest:
 * @self: a date
 * @day: (out) (optional): the last day that it can mean, a Julian day number
 *
 * Returns: %FALSE where there is none: an open or unknown end, a date of no year
 */
gboolean
risalah_edtf_get_latest (const RisalahEdtf *self, gint64 *day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (day != NULL)
    *day = self->bounds.latest;
  return self->bounds.has_latest;
}

/**
 * risalah_edtf_get_bounds:
 * @text: an EDTF string
 * @earliest: (out): the first day, where there is one
 * @has_earliest: (out): whether there is
 * @latest: (out): the last day, where there is one
 * @has_latest: (out): whether there is
 *
 * The two day numbers that are stored beside a date.
 *
 * Returns: %TRUE, or %FALSE with %RISALAH_TEXT_ERROR_EDTF
 */
gboolean
risalah_edtf_get_bounds (const char *text,
                         gint64 *earliest,
                         gboolean *has_earliest,
                         gint64 *latest,
                         gboolean *has_latest,
                         GError **error)
{
  g_autoptr (RisalahEdtf) self = risalah_edtf_parse (text, error);

  if (self == NULL)
    return FALSE;
  *has_earliest = risalah_edtf_get_earliest (self, earliest);
  *has_latest = risalah_edtf_get_latest (self, latest);
  return TRUE;
}

/**
 * risalah_edtf_mod_to_string:
 * @mod: a mod
 *
 * Returns: (transfer none) (nullable): its name, %NULL for none
 */
const char *
risalah_edtf_mod_to_string (RisalahEdtfMod mod)
{
  g_return_val_if_fail (mod < G_N_ELEMENTS (mod_names), NULL);
  return mod_names[mod];
}

/**
 * risalah_edtf_mod_from_string:
 * @name: (nullable): a name; %NULL and "" are none
 * @mod: (out): the mod
 *
 * Returns: whether @name is a mod's
 */
gboolean
risalah_edtf_mod_from_string (const char *name, RisalahEdtfMod *mod)
{
  *mod = RISALAH_EDTF_MOD_NONE;
  if (name == NULL || name[0] == '\0')
    return TRUE;
  for (guint i = RISALAH_EDTF_MOD_EARLY; i < G_N_ELEMENTS (mod_names); i++)
    if (strcmp (name, mod_names[i]) == 0)
      {
        *mod = i;
        return TRUE;
      }
  return FALSE;
}
