/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the element that holds the article the way of Readability (Arc90, Mozilla): paragraphs give
 * points to the elements around them; then decides block by block by link density. */

#include "risalah-html-main.h"

#include <string.h>

#include "risalah-html-classes.h"
#include "risalah-lines.h"

/* A paragraph gives points from this length on; a full one is sentence and body, in bytes. */
#define MIN_PARAGRAPH  25
#define FULL_PARAGRAPH 80

/* A block, and a box of blocks, with a larger share of links than this is a list of links. */
#define MAX_BLOCK_LINKS 0.6
#define MAX_BOX_LINKS   0.45
#define MAX_BOX_LENGTH  2500

/* A block with names like "byline" or "date" is no longer than this. */
#define MAX_SHORT 180

/* So many steps from blocks to the elements around them are worth taking. */
#define MAX_WORK (4 * 1000 * 1000)

/* A longer body of JSON-LD is not searched for, in bytes. */
#define MAX_BODY (256 * 1024)

/* Points reach so many elements above a paragraph. */
#define MAX_LEVELS 5

typedef struct
{
  xmlNode *element;
  double points;
  gsize length; /* of all text below */
  gsize link_length;
  gsize full;    /* of full paragraphs below that nothing drops */
  guint n_links; /* blocks that are mostly links */
} Score;

typedef struct
{
  GArray *blocks;    /* (element-type RisalahHtmlBlock) */
  GPtrArray *scores; /* (element-type Score): each is its element's _private */
  GHashTable *kept;  /* (element-type xmlNode): dropping elements that hold most of the page */
} Page;

static RisalahHtmlBlock *
get_block (const Page *page, guint i)
{
  return &g_array_index (page->blocks, RisalahHtmlBlock, i);
}

static double
link_share (gsize link_length, gsize length)
{
  return length > 0 ? (double)link_length / length : 0;
}

static gboolean
is_full (const RisalahHtmlBlock *block)
{
  return block->length >= FULL_PARAGRAPH && block->type != RISALAH_BLOCK_HEADING
         && block->type != RISALAH_BLOCK_TABLE
         && link_share (block->link_length, block->length) < 0.3
         && risalah_line_ends_sentence (block->text, block->length);
}

static Score *
get_score (Page *page, xmlNode *element)
{
  Score *score = element->_private;

  if (score == NULL)
    {
      score = g_new0 (Score, 1);
      score->element = element;
      element->_private = score;
      g_ptr_array_add (page->scores, score);
    }
  return score;
}

static gboolean
is_within (const xmlNode *element, const xmlNode *ancestor)
{
  while (element != NULL && element != ancestor)
    element = element->parent;
  return element != NULL;
}

/* Where nearly all full paragraphs of a page stand in an element whose names say "drop", the names
 * are wrong. */
static void
find_wrongly_dropping (Page *page)
{
  g_autoptr (GHashTable) full = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer element;
  gpointer length;
  gsize all = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RisalahHtmlBlock *block = get_block (page, i);

      if (!is_full (block))
        continue;
      all += block->length;
      if (block->dropping != NULL)
        {
          gsize before = GPOINTER_TO_SIZE (g_hash_table_lookup (full, block->dropping));

          g_hash_table_insert (full, block->dropping, GSIZE_TO_POINTER (before + block->length));
        }
    }
  g_hash_table_iter_init (&iter, full);
  while (g_hash_table_iter_next (&iter, &element, &length))
    if (GPOINTER_TO_SIZE (length) * 2 > all)
      g_hash_table_add (page->kept, element);
}

static gboolean
is_dropping (const Page *page, const xmlNode *element)
{
  return element != NULL && !g_hash_table_contains (page->kept, element);
}

static double
count_commas (const char *text)
{
  guint n = 0;

  for (; (text = strchr (text, ',')) != NULL; text++)
    n++;
  return n;
}

/* A block's points: one, one for each comma, one for each hundred bytes up to three. */
static double
get_points (const RisalahHtmlBlock *block)
{
  double points;

  if (block->length < MIN_PARAGRAPH || block->type == RISALAH_BLOCK_HEADING
      || block->type == RISALAH_BLOCK_CAPTION || block->type == RISALAH_BLOCK_TABLE)
    return 0;
  points = 1 + MIN (count_commas (block->text), 12) + MIN (block->length / 100, 3);
  if (!risalah_line_ends_sentence (block->text, block->length))
    points *= 0.4;
  return points * (1 - link_share (block->link_length, block->length));
}

/* Gives each element the points and lengths of what is below it. */
static void
score_elements (Page *page)
{
  /* All levels, unless a hostile page has thousands of blocks below thousands of elements. */
  guint reach = MAX (MAX_WORK / MAX (page->blocks->len, 1), 64);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RisalahHtmlBlock *block = get_block (page, i);
      gboolean dropped = is_dropping (page, block->dropping);
      double points = dropped ? 0 : get_points (block);
      gboolean links = link_share (block->link_length, block->length) > MAX_BLOCK_LINKS;
      gboolean full = !dropped && is_full (block);
      guint level = 0;

      for (xmlNode *element = block->container;
           element != NULL && element->type == XML_ELEMENT_NODE; element = element->parent, level++)
        {
          Score *score = get_score (page, element);

          score->length += block->length;
          score->link_length += block->link_length;
          score->n_links += links;
          score->full += full ? block->length : 0;
          if (level < MAX_LEVELS)
            score->points += level == 0 ? points : level == 1 ? points / 2 : points / (level * 3);
          if (level >= reach)
            break;
        }
    }
}

/* An element with the most points, weighted by how little of it is links. */
static xmlNode *
find_best (Page *page)
{
  xmlNode *best = NULL;
  double best_points = 0;

  for (guint i = 0; i < page->scores->len; i++)
    {
      const Score *score = g_ptr_array_index (page->scores, i);
      double points = score->points * (1 - link_share (score->link_length, score->length));

      if (points > best_points)
        {
          best = score->element;
          best_points = points;
        }
    }
  return best;
}

/* Climbs while an element further out has clearly more full paragraphs: an article may be cut into
 * several parts by what stands between them. */
static xmlNode *
climb (Page *page, xmlNode *best)
{
  xmlNode *root = best;

  for (xmlNode *element = best->parent; element != NULL && element->type == XML_ELEMENT_NODE;
       element = element->parent)
    {
      const Score *inner = root->_private;
      const Score *outer = element->_private;
      gsize more;
      gsize more_links;

      if (outer == NULL || strcmp ((const char *)element->name, "html") == 0)
        break;
      more = outer->length - inner->length;
      more_links = outer->link_length - inner->link_length;
      if (outer->full > inner->full + inner->full / 10 && link_share (more_links, more) < 0.35
          && (outer->full - inner->full) * 2 > more)
        root = element;
    }
  return root;
}

/* Whether an element below @root and around the block is a box of links: "Related", tags, cards. */
static gboolean
is_in_link_box (Page *page, const RisalahHtmlBlock *block, const xmlNode *root)
{
  guint level = 0;

  for (xmlNode *element = block->container; element != NULL && element != root && level < 200;
       element = element->parent, level++)
    {
      const Score *score = element->_private;

      if (score != NULL && score->n_links >= 2 && score->length < MAX_BOX_LENGTH
          && link_share (score->link_length, score->length) > MAX_BOX_LINKS)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_main (Page *page, const RisalahHtmlBlock *block, const xmlNode *root)
{
  double links = link_share (block->link_length, block->length);

  if (!is_within (block->container, root))
    return FALSE;
  if (is_dropping (page, block->dropping) && block->dropping != root
      && is_within (block->dropping, root))
    return FALSE;
  if (links > MAX_BLOCK_LINKS && block->type != RISALAH_BLOCK_TABLE && block->length < 400)
    return FALSE;
  if ((block->kinds & RISALAH_HTML_CLASS_SHORT || block->is_time) && block->length < MAX_SHORT
      && block->type != RISALAH_BLOCK_HEADING && !is_full (block))
    return FALSE;
  return !is_in_link_box (page, block, root);
}

/* The words of @text in lower case, marks left out, to compare headlines by. */
static char *
fold_words (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/* The headline: of the headings that the page's title speaks of, or else of the first level, the
 * last before the article's first paragraph. */
static guint
find_headline (const Page *page, const char *title, const gboolean *main, guint first)
{
  g_autofree char *wanted = title != NULL ? fold_words (title) : NULL;
  guint found = page->blocks->len;
  guint of_first_level = page->blocks->len;
  guint n_first_level = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RisalahHtmlBlock *block = get_block (page, i);
      g_autofree char *words = NULL;

      if (i > first && found < page->blocks->len)
        break;
      if (i > first + 2 || block->length < 8 || block->length > 400)
        continue;
      if (block->type == RISALAH_BLOCK_HEADING && block->level == 1)
        {
          of_first_level = i;
          n_first_level++;
        }
      if (wanted == NULL
          || (block->type != RISALAH_BLOCK_HEADING && block->type != RISALAH_BLOCK_PARAGRAPH))
        continue;
      words = fold_words (block->text);
      if (*words == '\0')
        continue;
      if (strcmp (words, wanted) == 0
          || (block->type == RISALAH_BLOCK_HEADING && strlen (words) >= 12
              && (strstr (wanted, words) != NULL
                  || (strlen (wanted) >= 12 && strstr (words, wanted) != NULL))))
        found = i;
    }
  if (found < page->blocks->len)
    return found;
  return n_first_level == 1 || wanted == NULL ? of_first_level : page->blocks->len;
}

/* Between headline and body stand a standfirst and the caption of a picture, maybe outside @root.
 */
static void
add_between (const Page *page, gboolean *main, guint headline, guint first)
{
  for (guint i = headline + 1; i < first && first < page->blocks->len; i++)
    {
      const RisalahHtmlBlock *block = get_block (page, i);
      gboolean lead = (block->kinds & RISALAH_HTML_CLASS_LEAD) != 0;

      if (is_dropping (page, block->dropping)
          || link_share (block->link_length, block->length) > 0.3
          || block->kinds & RISALAH_HTML_CLASS_SHORT || block->is_time)
        continue;
      if (block->type == RISALAH_BLOCK_CAPTION ? block->length >= MIN_PARAGRAPH
                                               : lead || is_full (block))
        main[i] = TRUE;
    }
}

/* A heading over nothing that is left is none of the article's. */
static void
drop_bare_headings (const Page *page, gboolean *main, guint headline)
{
  gboolean something = FALSE;

  for (guint i = page->blocks->len; i-- > 0;)
    {
      const RisalahHtmlBlock *block = get_block (page, i);

      if (!main[i])
        continue;
      if (block->type != RISALAH_BLOCK_HEADING || i == headline)
        {
          something = TRUE;
          continue;
        }
      if (!something)
        main[i] = FALSE;
      else
        {
          /* What follows a heading directly must not all be dropped. */
          guint next = i + 1;

          while (next < page->blocks->len && !main[next])
            next++;
          if (next > i + 1 && next < page->blocks->len
              && get_block (page, next)->type == RISALAH_BLOCK_HEADING
              && get_block (page, next)->level <= block->level && next - i > 2)
            main[i] = FALSE;
        }
    }
}

/* What JSON-LD gives as the article's body finds the element where the points do not: the one whose
 * text is nearest to it. */
static xmlNode *
find_by_body (Page *page, const char *body)
{
  g_autofree char *wanted =
      body != NULL && strlen (body) > 200 && strlen (body) < MAX_BODY ? fold_words (body) : NULL;
  xmlNode *common = NULL;
  guint found = 0;

  if (wanted == NULL)
    return NULL;
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RisalahHtmlBlock *block = get_block (page, i);
      g_autofree char *words = block->length >= FULL_PARAGRAPH ? fold_words (block->text) : NULL;

      if (words == NULL || strstr (wanted, words) == NULL)
        continue;
      found++;
      if (common == NULL)
        common = block->container;
      while (common != NULL && !is_within (block->container, common))
        common = common->parent;
    }
  return found >= 2 && common != NULL && common->type == XML_ELEMENT_NODE ? common : NULL;
}

/**
 * risalah_html_find_main:
 * @blocks: (element-type RisalahHtmlBlock): a page's blocks
 * @title: (nullable): the page's title
 * @body: (nullable): the article's text as the page's own data give it
 * @headline: (out): the headline's block, or the number of blocks where there is none
 *
 * Returns: (transfer full) (array): for each block whether it is the article's
 */
gboolean *
risalah_html_find_main (GArray *blocks, const char *title, const char *body, guint *headline)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_direct_hash, g_direct_equal);
  Page page = { .blocks = blocks, .scores = scores, .kept = kept };
  gboolean *main = g_new0 (gboolean, blocks->len + 1);
  guint first = blocks->len;
  xmlNode *root;

  find_wrongly_dropping (&page);
  score_elements (&page);
  root = find_by_body (&page, body);
  if (root == NULL && (root = find_best (&page)) != NULL)
    root = climb (&page, root);

  for (guint i = 0; i < blocks->len && root != NULL; i++)
    main[i] = is_main (&page, get_block (&page, i), root);
  for (guint i = 0; i < blocks->len && first == blocks->len; i++)
    if (main[i] && get_block (&page, i)->type != RISALAH_BLOCK_HEADING)
      first = i;
  for (guint i = first; i < blocks->len; i++)
    if (main[i] && is_full (get_block (&page, i)))
      {
        first = i;
        break;
      }

  *headline = find_headline (&page, title, main, first);
  if (*headline < blocks->len)
    {
      main[*headline] = TRUE;
      add_between (&page, main, *headline, first);
      /* What stands before the headline is the page's. */
      for (guint i = 0; i < *headline && *headline < first; i++)
        main[i] = FALSE;
    }
  drop_bare_headings (&page, main, *headline);
  for (guint i = 0; i < scores->len; i++)
    ((Score *)g_ptr_array_index (scores, i))->element->_private = NULL;
  return main;
}
