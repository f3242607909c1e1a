/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a paragraph may break, and where it does: the breaks with the least sum of demerits over
 * the whole paragraph (D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software:
 * Practice and Experience 11, 1981), with the rule of the house that a line of fewer than three
 * word spaces is not justified. */

#include "risalah-shaping-private.h"

#include <math.h>
#include <string.h>

#define LEAST_SPACES     3
#define WORST            G_MAXDOUBLE
#define TOLERANCE_STRICT 1.2
#define TOLERANCE_LOOSE  2.4

typedef struct
{
  const RisalahShaped *shaped;
  RisalahHyphenation *hyphenation;
  const char *language;
  GArray *breaks;
  guint32 *spaces; /* word spaces before each byte */
  guint item;
} Search;

static gboolean
is_space (gunichar character)
{
  return character == ' ' || character == 0xA0;
}

static gboolean
is_trimmed (gunichar character)
{
  return character == ' ' || character == 0x2028 || character == '\n' || character == '\t';
}

static guint32 *
count_spaces (const RisalahShaped *shaped)
{
  guint32 *spaces = g_new0 (guint32, shaped->length + 1);
  guint32 n = 0;

  for (guint32 at = 0; at < shaped->length;)
    {
      gunichar character = g_utf8_get_char (shaped->text + at);
      guint32 next = at + g_utf8_skip[(guchar)shaped->text[at]];

      for (guint32 i = at; i < next && i < shaped->length; i++)
        spaces[i] = n;
      if (is_space (character))
        n++;
      at = next;
    }
  spaces[shaped->length] = n;
  return spaces;
}

static RisalahFace
face_before (Search *search, guint32 at)
{
  const GArray *items = search->shaped->items;

  while (search->item > 0 && g_array_index (items, RisalahShapedItem, search->item).start >= at)
    search->item--;
  while (search->item + 1 < items->len
         && g_array_index (items, RisalahShapedItem, search->item).end < at)
    search->item++;
  return g_array_index (items, RisalahShapedItem, search->item).face;
}

static void
add_break (Search *search, guint32 at, RisalahBreakKind kind)
{
  const RisalahShaped *shaped = search->shaped;
  RisalahBreak place = { 0 };
  guint32 end = at;

  if (!shaped->cluster[at])
    return;
  while (end > 0)
    {
      const char *before = g_utf8_find_prev_char (shaped->text, shaped->text + end);

      if (before == NULL || !is_trimmed (g_utf8_get_char (before)))
        break;
      end = before - shaped->text;
    }
  place.end = end;
  place.next = at;
  place.x_end = shaped->x[end];
  place.x_next = shaped->x[at];
  place.spaces_end = search->spaces[end];
  place.spaces_next = search->spaces[at];
  place.kind = kind;
  g_array_append_val (search->breaks, place);
}

/* A word of 5,000 letters has to break somewhere. */
static void
break_anywhere (Search *search, guint32 from, guint32 to, guint character, gint32 narrowest)
{
  const RisalahShaped *shaped = search->shaped;

  if (shaped->x[to] - shaped->x[from] <= narrowest)
    return;
  for (guint32 at = from; at < to; character++)
    {
      if (at > from && shaped->attributes[character].is_char_break)
        add_break (search, at, RISALAH_BREAK_ANYWHERE);
      at += g_utf8_skip[(guchar)shaped->text[at]];
    }
}

static void
divide_word (Search *search, guint32 from, guint32 to)
{
  const char *text = search->shaped->text;
  guint64 places;
  RisalahFace face;

  if (to - from < 5 || (from > 0 && text[from - 1] == '-') || text[to] == '-')
    return;
  face = face_before (search, to);
  if ((face & (RISALAH_FACE_VERBATIM | RISALAH_FACE_ADDRESS | RISALAH_FACE_RAISED)) != 0)
    return;
  places =
      risalah_hyphenation_divide (search->hyphenation, search->language, text + from, to - from);
  for (guint32 i = 0; places != 0; i++, places >>= 1)
    if ((places & 1) != 0)
      add_break (search, from + i, RISALAH_BREAK_HYPHEN);
}

/* Hyphens within what stands between two other breaks, in the order of the text. */
static void
divide_words (Search *search, guint32 from, guint32 to)
{
  const char *text = search->shaped->text;
  guint32 start = from;

  for (guint32 at = from; at <= to;)
    {
      gboolean letter = at < to && g_unichar_isalpha (g_utf8_get_char (text + at));

      if (!letter && at > start)
        divide_word (search, start, at);
      if (at == to)
        break;
      at += g_utf8_skip[(guchar)text[at]];
      if (!letter)
        start = at;
    }
}

static gboolean
breaks_address (Search *search, guint32 at)
{
  const char *text = search->shaped->text;

  if (at == 0 || strchr ("/._?&=%#", text[at - 1]) == NULL || text[at] == '/')
    return FALSE;
  if (at > 1 && text[at - 1] == '/' && strchr (":/", text[at - 2]) != NULL)
    return FALSE;
  return (face_before (search, at) & RISALAH_FACE_ADDRESS) != 0;
}

static gboolean
may_break (Search *search, guint32 at, const PangoLogAttr *attribute)
{
  RisalahFace before, after;

  if (attribute->is_mandatory_break || breaks_address (search, at))
    return TRUE;
  if (!attribute->is_line_break)
    return FALSE;
  if (search->shaped->text[at - 1] == ' ')
    return TRUE;
  after = face_before (search, at + 1);
  before = face_before (search, at);
  if ((after & RISALAH_FACE_RAISED) != 0)
    return FALSE;
  /* A break after a hyphen or a dash would be copied from the PDF as a space. */
  return (before & (RISALAH_FACE_ADDRESS | RISALAH_FACE_VERBATIM)) == 0;
}

static RisalahBreakKind
kind_of_break (Search *search, guint32 at, const PangoLogAttr *attribute)
{
  char before = search->shaped->text[at - 1];

  if (attribute->is_mandatory_break)
    return RISALAH_BREAK_FORCED;
  if (before == ' ')
    return RISALAH_BREAK_SPACE;
  return before != '/' && breaks_address (search, at) ? RISALAH_BREAK_ADDRESS : RISALAH_BREAK_SIGN;
}

/*
 * Finds every place where the text may break, in order; the first is its beginning, the last its
 * end. Words are divided where @hyphenation is not NULL; what is wider than @narrowest without a
 * break may break anywhere.
 */
GArray *
risalah_breaks_find (const RisalahShaped *shaped,
                     RisalahHyphenation *hyphenation,
                     const char *language,
                     gint32 narrowest)
{
  g_autofree guint32 *spaces = count_spaces (shaped);
  Search search = { shaped, hyphenation, language, NULL, spaces, 0 };
  guint32 previous = 0, at = 0;
  guint previous_character = 0;

  search.breaks = g_array_new (FALSE, FALSE, sizeof (RisalahBreak));
  add_break (&search, 0, RISALAH_BREAK_FORCED);
  for (guint i = 1; i <= shaped->n_characters; i++)
    {
      at += g_utf8_skip[(guchar)shaped->text[at]];
      if (at < shaped->length && !may_break (&search, at, &shaped->attributes[i]))
        continue;
      if (shaped->x[at] - shaped->x[previous] > narrowest)
        break_anywhere (&search, previous, at, previous_character, narrowest);
      else if (hyphenation != NULL)
        divide_words (&search, previous, at);
      add_break (&search, at,
                 at == shaped->length ? RISALAH_BREAK_FORCED
                                      : kind_of_break (&search, at, &shaped->attributes[i]));
      previous = at;
      previous_character = i;
    }
  return search.breaks;
}

static double
penalty_of (RisalahBreakKind kind)
{
  static const double penalties[] = {
    [RISALAH_BREAK_SPACE] = 0,     [RISALAH_BREAK_HYPHEN] = 90,     [RISALAH_BREAK_SIGN] = 20,
    [RISALAH_BREAK_ADDRESS] = 250, [RISALAH_BREAK_ANYWHERE] = 5000, [RISALAH_BREAK_FORCED] = 0,
  };

  return penalties[kind];
}

/* How badly @slack is spread, 100 being the most that looks right; negative where it cannot be. */
static double
badness_of (const RisalahMeasure *measure,
            gint32 slack,
            guint n_spaces,
            gint32 width,
            gboolean last,
            double tolerance)
{
  double ratio;

  if (slack < 0)
    {
      if (measure->alignment != RISALAH_ALIGNMENT_JUSTIFIED
          || -slack > (gint64)n_spaces * measure->shrink)
        return -1;
      ratio = -slack / ((double)n_spaces * measure->shrink);
      return 100 * ratio * ratio * ratio;
    }
  if (measure->alignment != RISALAH_ALIGNMENT_JUSTIFIED)
    {
      if (last && measure->alignment != RISALAH_ALIGNMENT_CENTRED)
        return 0;
      ratio = slack / (0.15 * width);
      return 100 * ratio * ratio;
    }
  if (last)
    return 0;
  if (n_spaces < LEAST_SPACES)
    return tolerance < WORST ? -1 : 2000 + 5000.0 * slack / width;
  ratio = slack / ((double)n_spaces * measure->stretch);
  return ratio <= tolerance ? MIN (100 * ratio * ratio * ratio, 1e5) : -1;
}

static double
demerits_of (const RisalahBreak *from,
             const RisalahBreak *to,
             const RisalahMeasure *measure,
             gint32 width,
             double tolerance,
             gboolean adjacent,
             gboolean *too_long)
{
  gint32 natural =
      to->x_end - from->x_next + (to->kind == RISALAH_BREAK_HYPHEN ? measure->hyphen : 0);
  guint n_spaces = to->spaces_end > from->spaces_next ? to->spaces_end - from->spaces_next : 0;
  gboolean last = to->kind == RISALAH_BREAK_FORCED;
  double badness, demerits;

  badness = badness_of (measure, width - natural, n_spaces, width, last, tolerance);
  *too_long = natural > width && badness < 0;
  if (badness < 0)
    {
      if (!*too_long || !adjacent || tolerance < WORST)
        return WORST;
      badness = 1e6;
    }
  demerits = 1 + badness + penalty_of (to->kind);
  demerits *= demerits;
  if (from->kind == RISALAH_BREAK_HYPHEN && (to->kind == RISALAH_BREAK_HYPHEN || last))
    demerits += 16000;
  if (last && natural < width / 12 && from->kind != RISALAH_BREAK_FORCED)
    demerits += 4000;
  return demerits;
}

static GArray *
follow (const guint *best, guint last)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = last; at > 0; at = best[at])
    g_array_prepend_val (chosen, at);
  return chosen;
}

static GArray *
choose (const GArray *breaks, const RisalahMeasure *measure, double tolerance)
{
  guint n = breaks->len;
  g_autofree double *sums = g_new (double, n);
  g_autofree guint *best = g_new0 (guint, n);
  guint floor = 0;

  sums[0] = 0;
  for (guint to = 1; to < n; to++)
    {
      const RisalahBreak *end = &g_array_index (breaks, RisalahBreak, to);

      sums[to] = WORST;
      for (guint from = to; from-- > floor;)
        {
          const RisalahBreak *start = &g_array_index (breaks, RisalahBreak, from);
          gboolean too_long;
          double demerits;

          demerits =
              demerits_of (start, end, measure, from == 0 ? measure->first_width : measure->width,
                           tolerance, from + 1 == to, &too_long);
          if (demerits < WORST && sums[from] < WORST && sums[from] + demerits < sums[to])
            {
              sums[to] = sums[from] + demerits;
              best[to] = from;
            }
          if (too_long)
            break;
        }
      if (end->kind == RISALAH_BREAK_FORCED)
        floor = to;
    }
  return sums[n - 1] < WORST ? follow (best, n - 1) : NULL;
}

/*
 * Chooses the breaks at which lines end, as indices into @breaks, the last one always among them.
 * Returns NULL where the lines would be looser than they should, unless @tolerant.
 */
GArray *
risalah_breaks_choose (const GArray *breaks, const RisalahMeasure *measure, gboolean tolerant)
{
  GArray *chosen;

  chosen = choose (breaks, measure, tolerant ? TOLERANCE_LOOSE : TOLERANCE_STRICT);
  if (chosen == NULL && tolerant)
    chosen = choose (breaks, measure, WORST);
  return chosen;
}
