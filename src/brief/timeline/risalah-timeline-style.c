/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and shapes of the kinds, which no two share together. */

#include "risalah-timeline-style.h"

#include <string.h>

/* Colours of Okabe and Ito, Color Universal Design (2008), which colour-blind readers tell apart;
 * no two kinds share both colour and shape. */
#define BLUE       0.0, 0.447, 0.698
#define ORANGE     0.835, 0.369, 0.0
#define GREEN      0.0, 0.620, 0.451
#define PURPLE     0.698, 0.373, 0.561
#define DARK_AMBER 0.620, 0.439, 0.0
#define GREY       0.35, 0.35, 0.35

typedef struct
{
  const char *kind;
  RisalahTimelineShape shape;
  float red;
  float green;
  float blue;
} Style;

static const Style styles[] = {
  { "meeting", RISALAH_TIMELINE_CIRCLE, BLUE },
  { "visit", RISALAH_TIMELINE_TRIANGLE, BLUE },
  { "agreement", RISALAH_TIMELINE_SQUARE, GREEN },
  { "exercise", RISALAH_TIMELINE_DIAMOND, ORANGE },
  { "training", RISALAH_TIMELINE_TRIANGLE, ORANGE },
  { "procurement", RISALAH_TIMELINE_SQUARE, PURPLE },
  { "technology-transfer", RISALAH_TIMELINE_DIAMOND, PURPLE },
  { "joint-production", RISALAH_TIMELINE_CIRCLE, PURPLE },
  { "exchange", RISALAH_TIMELINE_DIAMOND, BLUE },
  { "aid", RISALAH_TIMELINE_REVERSED_TRIANGLE, GREEN },
  { "intelligence-sharing", RISALAH_TIMELINE_REVERSED_TRIANGLE, DARK_AMBER },
  { "working-group", RISALAH_TIMELINE_CIRCLE, GREEN },
  { "conference-exhibition", RISALAH_TIMELINE_SQUARE, DARK_AMBER },
  { "statement", RISALAH_TIMELINE_CIRCLE, DARK_AMBER },
  { "other", RISALAH_TIMELINE_CIRCLE, GREY },
};

/**
 * risalah_timeline_palette_init_paper:
 * @self: (out caller-allocates): black on white, for a page
 */
void
risalah_timeline_palette_init_paper (RisalahTimelinePalette *self)
{
  *self = (RisalahTimelinePalette){
    .text = { 0, 0, 0, 1 },
    .dim = { 0.25f, 0.25f, 0.25f, 1 },
    .surface = { 1, 1, 1, 1 },
    .accent = { BLUE, 1 },
    .tint = 0.2f,
    .line = 0.12f,
  };
}

/**
 * risalah_timeline_get_term:
 * @terms: the words of the language
 * @group: "kind", "status" or "date"
 * @name: which
 *
 * Returns: (transfer none): how the timeline calls it, @name where the terms have no word
 */
const char *
risalah_timeline_get_term (const RisalahTerms *terms, const char *group, const char *name)
{
  g_autofree char *key = g_strdup_printf ("timeline.%s.%s", group, name);

  return risalah_terms_has (terms, key) ? risalah_terms_get (terms, key) : name;
}

static const Style *
find_style (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (styles[i].kind, kind) == 0)
      return &styles[i];
  return &styles[G_N_ELEMENTS (styles) - 1];
}

static RisalahTimelineColour
lift_colour (const Style *style, float lift)
{
  return (RisalahTimelineColour){ style->red + (1 - style->red) * lift,
                                  style->green + (1 - style->green) * lift,
                                  style->blue + (1 - style->blue) * lift, 1 };
}

/**
 * risalah_timeline_get_colour:
 * @item: an item
 * @palette: the colours
 *
 * Returns: the colour of its kind
 */
RisalahTimelineColour
risalah_timeline_get_colour (const RisalahTimelineItem *item, const RisalahTimelinePalette *palette)
{
  return lift_colour (find_style (item->kind), palette->lift);
}

/**
 * risalah_timeline_get_symbol:
 * @symbol: (out caller-allocates): the symbol, without its place
 * @item: an item
 * @palette: the colours
 *
 * Held is full, planned half full, proposed has a dot, cancelled is crossed out; what is not yet
 * reviewed is hollow.
 */
void
risalah_timeline_get_symbol (RisalahTimelineElement *symbol,
                             const RisalahTimelineItem *item,
                             const RisalahTimelinePalette *palette)
{
  const Style *style = find_style (item->kind);
  gboolean is_reported = (item->flags & RISALAH_TIMELINE_REPORTED) != 0;

  *symbol = (RisalahTimelineElement){
    .kind = RISALAH_TIMELINE_SYMBOL,
    .colour = is_reported ? palette->dim : lift_colour (style, palette->lift),
    .back = palette->surface,
    .line = 1,
    .shape = is_reported ? RISALAH_TIMELINE_BAR : style->shape,
    .status = item->status,
    .hollow = (item->flags & RISALAH_TIMELINE_SUGGESTED) != 0,
    .dashed = (item->flags & RISALAH_TIMELINE_DASHED) != 0,
  };
}
