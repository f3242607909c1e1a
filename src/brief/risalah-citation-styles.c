/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citation styles as tables. A third style is one more row.
 *
 * APA: Publication Manual of the American Psychological Association, 7th ed. (2020), chapters 8
 * to 10. Chicago: The Chicago Manual of Style, 18th ed. (2024), chapters 13 and 14. */

#include "risalah-citation-private.h"

static const RisalahCitationStyle styles[] = {
  {
    .name = "notes",
    .title = "Chicago 18",
    .has_notes = TRUE,
    .most_listed = 6,
    .listed_when_cut = 3,
    .most_named = 2,
    .and_key = "citation.and",
    .second_hand_key = "citation.quoted-in",
    .accessed_key = "citation.accessed",
    .separator = "; ",
    .patterns = {
      [RISALAH_REFERENCE_NEWS] = {
        .entry = "[{author}.] [{title:q}.][{description}.] [{translated}.] "
                 "[{publisher:i}, {date}.|{publisher:i}.|{date}.] [{original}.] [{accessed}.] "
                 "[{pages}.] [{url}.][{copy}.]",
        .note = "[{name}, ][{title:q}, ][{description}, ][{translated}, ][{publisher:i}, ]"
                "[{date}, ][{original}, ][{locator}, ][{accessed}, ][{url}][{copy}]",
        .again = "[{name}, ][{short:q}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_RELEASE] = {
        .entry = "[{author}.] [{title:q}.][{description}.] [{translated}.] "
                 "[{genre}, {publisher}, {date}.|{genre}, {date}.|{genre}, {publisher}.|{genre}.] "
                 "[{original}.] [{accessed}.] [{url}.][{copy}.]",
        .note = "[{name}, ][{title:q}, ][{description}, ][{translated}, ][{genre}, ]"
                "[{publisher}, ][{date}, ][{original}, ][{locator}, ][{accessed}, ]"
                "[{url}][{copy}]",
        .again = "[{name}, ][{short:q}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_EXPLAINER] = {
        .entry = "[{author}.] [{title:q}.][{description}.] [{translated}.] [{publisher}, "
                 "{date}.|{publisher}.|{date}.] [{original}.] [{accessed}.] [{url}.][{copy}.]",
        .note = "[{name}, ][{title:q}, ][{description}, ][{translated}, ][{publisher}, ]"
                "[{date}, ][{original}, ][{locator}, ][{accessed}, ][{url}][{copy}]",
        .again = "[{name}, ][{short:q}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_REPORT] = {
        .entry = "[{author}.] [{title:i}.][{description}.] [{translated}.] [{number}.] "
                 "[{publisher}, {date}.|{publisher}.|{date}.] [{accessed}.] [{url}.][{copy}.]",
        .note = "[{name}, ][{title:i}][{description}][ {translated}][, {number}]"
                "[ ({publisher}, {date})| ({publisher})| ({date})][, {locator}][, {accessed}][, "
                "{url}][, {copy}]",
        .again = "[{name}, ][{short:i}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_BOOK] = {
        .entry = "[{author}.] [{title:i}.][{description}.] [{translated}.] [{publisher}, "
                 "{date}.|{publisher}.|{date}.] [{url}.]",
        .note = "[{name}, ][{title:i}][{description}][ {translated}][ ({publisher}, {date})| "
                "({publisher})| ({date})]"
                "[, {locator}][, {url}]",
        .again = "[{name}, ][{short:i}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_LAW] = {
        .entry = "[{title}.][{description}.] [{number}.] [{publisher}, "
                 "{date}.|{publisher}.|{date}.] [{accessed}.] "
                 "[{url}.][{copy}.]",
        .no_author = "[{title}.][{description}.] [{number}.] [{publisher}, "
                     "{date}.|{publisher}.|{date}.] "
                     "[{accessed}.] [{url}.][{copy}.]",
        .note = "[{title}][{description}][, {number}][, {date}][, {locator}][, {accessed}]"
                "[, {url}][, {copy}]",
        .again = "[{short}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_TREATY] = {
        .entry = "[{title}.][{description}.] [{number}.] [{date}.] [{accessed}.] [{url}.]"
                 "[{copy}.]",
        .no_author = "[{title}.][{description}.] [{number}.] [{date}.] [{accessed}.] [{url}.]"
                     "[{copy}.]",
        .note = "[{title}][{description}][, {number}][, {date}][, {locator}][, {accessed}]"
                "[, {url}][, {copy}]",
        .again = "[{short}][{description}][, {locator}]",
      },
      [RISALAH_REFERENCE_SPEECH] = {
        .entry = "[{author}.] [{title:q}.][{description}.] [{translated}.] "
                 "[{genre}, {place}, {date}.|{genre}, {date}.|{genre}, {place}.|{genre}.] "
                 "[{accessed}.] [{url}.][{copy}.]",
        .note = "[{name}, ][{title:q}, ][{description}, ][{translated}, ][{genre}, ][{place}, ]"
                "[{date}, ][{locator}, ][{accessed}, ][{url}][{copy}]",
        .again = "[{name}, ][{short:q}][{description}][, {locator}]",
      },
    },
  },
  {
    .name = "author-date",
    .title = "APA 7",
    .initials = TRUE,
    .inverts_all = TRUE,
    .year_first = TRUE,
    .most_listed = 20,
    .listed_when_cut = 19,
    .most_named = 2,
    .and_key = "citation.ampersand",
    .second_hand_key = "citation.as-cited-in",
    .accessed_key = "citation.retrieved",
    .separator = "; ",
    .patterns = {
      [RISALAH_REFERENCE_NEWS] = {
        .entry = "{author}. {date}. [{title:i}][{description}][ {translated}]. [{publisher}.] "
                 "[{original}.] [{accessed} ][{url}][{copy}.]",
        .no_author = "[{title:i}][{description}][ {translated}]. {date}. [{publisher}.] "
                     "[{original}.] [{accessed} ][{url}][{copy}.]",
        .again = "[{name}|{short:i}|{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_RELEASE] = {
        .entry = "{author}. {date}. [{title:i}][{description}][ {translated}][ {genre}]. "
                 "[{publisher}.] [{original}.] [{accessed} ][{url}][{copy}.]",
        .no_author = "[{title:i}][{description}][ {translated}][ {genre}]. {date}. "
                     "[{publisher}.] [{original}.] [{accessed} ][{url}][{copy}.]",
        .again = "[{name}|{short:i}|{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_REPORT] = {
        .entry = "{author}. {date}. [{title:i}][{description}][ {translated}][ ({number})]. "
                 "[{publisher}.] [{accessed} ][{url}][{copy}.]",
        .no_author = "[{title:i}][{description}][ {translated}][ ({number})]. {date}. "
                     "[{publisher}.] [{accessed} ][{url}][{copy}.]",
        .again = "[{name}|{short:i}|{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_BOOK] = {
        .entry = "{author}. {date}. [{title:i}][{description}][ {translated}]. [{publisher}.] "
                 "[{url}]",
        .no_author = "[{title:i}][{description}][ {translated}]. {date}. [{publisher}.] [{url}]",
        .again = "[{name}|{short:i}|{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_LAW] = {
        .entry = "[{title}][{description}][, {number}] ({year}). [{publisher}.] [{url}][{copy}.]",
        .no_author = "[{title}][{description}][, {number}] ({year}). [{publisher}.] [{url}]"
                     "[{copy}.]",
        .again = "[{title}][{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_TREATY] = {
        .entry = "[{title}][{description}][, {number}][, {day}][, {url}][, {copy}]",
        .no_author = "[{title}][{description}][, {number}][, {day}][, {url}][, {copy}]",
        .again = "[{title}][{description}][, {year}][, {locator}]",
      },
      [RISALAH_REFERENCE_SPEECH] = {
        .entry = "{author}. {date}. [{title:i}][{description}][ {translated}][ {genre}]. "
                 "[{place}.] [{accessed} ][{url}][{copy}.]",
        .no_author = "[{title:i}][{description}][ {translated}][ {genre}]. {date}. [{place}.] "
                     "[{accessed} ][{url}][{copy}.]",
        .again = "[{name}|{short:i}|{description}][, {year}][, {locator}]",
      },
    },
  },
};

/**
 * risalah_citation_style_find:
 * @name: (nullable): "notes" or "author-date", as a document names them
 *
 * Returns: (transfer none) (nullable): the style, %NULL where there is none of that name
 */
const RisalahCitationStyle *
risalah_citation_style_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (name, styles[i].name) == 0)
      return &styles[i];
  return NULL;
}

/**
 * risalah_citation_style_get_nth:
 * @index: from 0
 *
 * Returns: (transfer none): a style; the first is the one used where a document names none
 */
const RisalahCitationStyle *
risalah_citation_style_get_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (styles), NULL);

  return &styles[index];
}

/**
 * risalah_citation_style_has_notes:
 * @self: a style
 *
 * Returns: whether citations are numbered notes, rather than words in parentheses
 */
gboolean
risalah_citation_style_has_notes (const RisalahCitationStyle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_notes;
}
