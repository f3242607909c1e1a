/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the tree of a parsed page once, without recursion. */

#include "risalah-html-page.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "risalah-html-classes.h"
#include "risalah-html-elements.h"
#include "risalah-lines.h"
#include "risalah-mojibake.h"
#include "risalah-text-error.h"

/* Real pages nest some dozens of elements, broken ones some thousands. */
#define MAX_DEPTH 20000

/* A table whose cells are longer than this, on average and in bytes, lays out a page. */
#define MAX_MEAN_CELL 120
#define MAX_CELL      400

/* Where the walk is; what an element adds when it is entered is taken off when it is left. */
typedef struct
{
  const RisalahLexicon *lexicon;
  GHashTable *class_cache; /* class names → RisalahHtmlClass */
  GArray *blocks;
  GString *text; /* of the block that is being read */
  gsize link_length;
  gsize time_length;
  gboolean blank; /* a blank is due before the next word */
  guint depth;
  guint links;
  guint lists;
  guint items;
  guint quotes;
  guint captions;
  guint preformatted;
  guint times;
  guint heading;       /* its level, or 0 */
  GPtrArray *dropping; /* (element-type xmlNode) */
  GArray *kinds;       /* (element-type guint): of each element around, innermost last */
} Walk;

/* An attribute's value without a copy; attributes of HTML have one text child at most. */
static const char *
get_attribute (const xmlNode *element, const char *name)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (strcmp ((const char *)attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *)attribute->children->content
                 : "";
  return NULL;
}

static guint
look_up (Walk *walk, const char *names)
{
  gpointer found;

  if (g_hash_table_lookup_extended (walk->class_cache, names, NULL, &found))
    return GPOINTER_TO_UINT (found);
  found = GUINT_TO_POINTER (risalah_html_classes_look_up (walk->lexicon, names));
  g_hash_table_insert (walk->class_cache, (gpointer)names, found);
  return GPOINTER_TO_UINT (found);
}

static gboolean
is_hidden (const char *name, const char *value)
{
  if (strcmp (name, "hidden") == 0)
    return TRUE;
  if (strcmp (name, "aria-hidden") == 0)
    return strcmp (value, "true") == 0;
  return strcmp (name, "style") == 0
         && (strstr (value, "display:none") != NULL || strstr (value, "display: none") != NULL);
}

/* What an element's names and kind say; hidden ones are dropped like navigation is. */
static guint
classify (Walk *walk, const xmlNode *element, RisalahHtmlElement kind)
{
  const char *name = (const char *)element->name;
  gboolean whole = strcmp (name, "body") == 0 || strcmp (name, "html") == 0
                   || strcmp (name, "article") == 0 || strcmp (name, "main") == 0;
  guint kinds = kind == RISALAH_HTML_ASIDE ? RISALAH_HTML_CLASS_DROP : 0;

  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    {
      const char *key = (const char *)attribute->name;
      const char *value = attribute->children != NULL && attribute->children->content != NULL
                              ? (const char *)attribute->children->content
                              : "";

      if (strcmp (key, "class") == 0 || strcmp (key, "id") == 0 || strcmp (key, "role") == 0
          || strcmp (key, "itemprop") == 0)
        kinds |= look_up (walk, value);
      else if (is_hidden (key, value))
        kinds |= RISALAH_HTML_CLASS_DROP;
      if (strcmp (key, "itemprop") == 0 && strcmp (value, "articleBody") == 0)
        whole = TRUE;
    }
  return whole ? kinds & RISALAH_HTML_CLASS_KEEP : kinds;
}

/* Ends the block that is being read; @element is where it ended. */
static void
flush (Walk *walk, xmlNode *element)
{
  RisalahHtmlBlock block = { .type = RISALAH_BLOCK_PARAGRAPH };
  gsize length = walk->text->len;
  gsize time_length = walk->time_length;

  walk->time_length = 0;
  walk->blank = FALSE;
  if (length == 0)
    return;
  block.text = risalah_repair_text (g_strndup (walk->text->str, length), &length);
  block.length = risalah_line_tidy (block.text, FALSE);
  block.link_length = MIN (walk->link_length, block.length);
  g_string_truncate (walk->text, 0);
  walk->link_length = 0;
  if (block.length == 0)
    {
      g_free (block.text);
      return;
    }

  if (walk->heading > 0)
    block.type = RISALAH_BLOCK_HEADING;
  else if (walk->captions > 0)
    block.type = RISALAH_BLOCK_CAPTION;
  else if (walk->items > 0)
    block.type = RISALAH_BLOCK_LIST_ITEM;
  else if (walk->quotes > 0)
    block.type = RISALAH_BLOCK_QUOTE;
  block.level = block.type == RISALAH_BLOCK_HEADING     ? walk->heading
                : block.type == RISALAH_BLOCK_LIST_ITEM ? MAX (MIN (walk->lists, 6), 1)
                                                        : 0;
  block.container = element;
  block.dropping =
      walk->dropping->len > 0 ? g_ptr_array_index (walk->dropping, walk->dropping->len - 1) : NULL;
  for (guint i = walk->kinds->len, n = 0; i-- > 0 && n < 3; n++)
    block.kinds |=
        g_array_index (walk->kinds, guint, i)
        & (RISALAH_HTML_CLASS_SHORT | RISALAH_HTML_CLASS_LEAD | RISALAH_HTML_CLASS_CAPTION);
  if (block.kinds & RISALAH_HTML_CLASS_CAPTION && block.type == RISALAH_BLOCK_PARAGRAPH)
    block.type = RISALAH_BLOCK_CAPTION;
  block.is_time = time_length * 2 >= block.length;
  g_array_append_val (walk->blocks, block);
}

/* Adds a text node's words, blanks collapsed. */
static void
add_text (Walk *walk, xmlNode *node)
{
  const char *p = (const char *)node->content;

  while (p != NULL && *p != '\0')
    {
      gsize blanks = strspn (p, " \t\r\n\f");
      gsize word;

      if (blanks > 0 && walk->preformatted > 0 && memchr (p, '\n', blanks) != NULL)
        flush (walk, node->parent);
      if (blanks > 0)
        walk->blank = walk->text->len > 0;
      p += blanks;
      word = strcspn (p, " \t\r\n\f");
      if (word == 0)
        break;
      if (walk->blank)
        g_string_append_c (walk->text, ' ');
      g_string_append_len (walk->text, p, word);
      if (walk->links > 0)
        walk->link_length += word + walk->blank;
      if (walk->times > 0)
        walk->time_length += word + walk->blank;
      walk->blank = FALSE;
      p += word;
    }
}

/* The rows of a table, its cells apart by tabs; %NULL where it lays out the page rather than holds
 * data: it nests, has one column or long cells. */
static GString *
read_data_table (xmlNode *table)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint rows = 0;
  guint cells = 0;
  gsize words = 0;
  gboolean first = TRUE;

  for (xmlNode *node = risalah_html_next_node (table, table, FALSE); node != NULL;)
    {
      gboolean cell = FALSE;

      if (node->type == XML_ELEMENT_NODE)
        {
          const char *name = (const char *)node->name;

          if (strcmp (name, "table") == 0 || g_str_has_prefix (name, "h1")
              || strcmp (name, "article") == 0)
            return NULL;
          if (strcmp (name, "tr") == 0)
            {
              rows++;
              if (out->len > 0 && out->str[out->len - 1] != '\n')
                g_string_append_c (out, '\n');
              first = TRUE;
            }
          cell = strcmp (name, "td") == 0 || strcmp (name, "th") == 0;
          if (cell)
            {
              g_autofree char *text = risalah_html_get_words (node, MAX_CELL);
              gsize length;

              if (text == NULL)
                return NULL;
              length = strlen (text);
              cells++;
              words += length;
              if (!first)
                g_string_append_c (out, '\t');
              g_string_append (out, text);
              first = FALSE;
            }
        }
      node = risalah_html_next_node (node, table, cell);
    }
  if (rows < 2 || cells < 2 * rows || words > cells * MAX_MEAN_CELL)
    return NULL;
  return g_steal_pointer (&out);
}

/* Adds a data table as one block; whether @table was one. */
static gboolean
add_table (Walk *walk, xmlNode *table)
{
  g_autoptr (GString) rows = read_data_table (table);

  if (rows == NULL)
    return FALSE;
  flush (walk, table->parent);
  g_strchomp (rows->str);
  if (*rows->str != '\0')
    {
      RisalahHtmlBlock block = { .type = RISALAH_BLOCK_TABLE,
                                 .length = strlen (rows->str),
                                 .container = table->parent };

      block.dropping = walk->dropping->len > 0
                           ? g_ptr_array_index (walk->dropping, walk->dropping->len - 1)
                           : NULL;
      block.text = g_strdup (rows->str);
      g_array_append_val (walk->blocks, block);
    }
  return TRUE;
}

/* Counts an element in or out; @by is 1 or -1. */
static void
count (Walk *walk, const xmlNode *element, RisalahHtmlElement kind, int by)
{
  switch (kind)
    {
    case RISALAH_HTML_HEADING:
      walk->heading = by > 0 ? (guint)(element->name[1] - '0') : 0;
      break;
    case RISALAH_HTML_ITEM:
      walk->items += by;
      break;
    case RISALAH_HTML_LIST:
      walk->lists += by;
      break;
    case RISALAH_HTML_QUOTE:
      walk->quotes += by;
      break;
    case RISALAH_HTML_CAPTION:
      walk->captions += by;
      break;
    case RISALAH_HTML_PREFORMATTED:
      walk->preformatted += by;
      break;
    case RISALAH_HTML_TIME:
      walk->times += by;
      break;
    case RISALAH_HTML_LINK:
      {
        const char *address = get_attribute (element, "href");

        if (address != NULL && *address != '#')
          walk->links += by;
        break;
      }
    case RISALAH_HTML_INLINE:
    case RISALAH_HTML_BLOCK:
    case RISALAH_HTML_BREAK:
    case RISALAH_HTML_SKIP:
    case RISALAH_HTML_TABLE:
    case RISALAH_HTML_ASIDE:
    default:
      break;
    }
}

static gboolean
breaks_line (RisalahHtmlElement kind)
{
  return kind != RISALAH_HTML_INLINE && kind != RISALAH_HTML_LINK && kind != RISALAH_HTML_TIME
         && kind != RISALAH_HTML_SKIP;
}

/* Enters an element; whether to go on below it. */
static gboolean
enter (Walk *walk, xmlNode *element)
{
  RisalahHtmlElement kind = risalah_html_get_element (element);
  guint kinds;

  if (kind == RISALAH_HTML_SKIP || (kind == RISALAH_HTML_TABLE && add_table (walk, element)))
    return FALSE;
  if (breaks_line (kind))
    flush (walk, element->parent);
  if (kind == RISALAH_HTML_BREAK)
    return FALSE;

  kinds = element->properties != NULL || kind == RISALAH_HTML_ASIDE ? classify (walk, element, kind)
                                                                    : 0;
  element->_private = GUINT_TO_POINTER (kind + 1);
  if (kinds & RISALAH_HTML_CLASS_DROP)
    g_ptr_array_add (walk->dropping, element);
  g_array_append_val (walk->kinds, kinds);
  count (walk, element, kind, 1);
  walk->depth++;
  return TRUE;
}

static void
leave (Walk *walk, xmlNode *element)
{
  RisalahHtmlElement kind = GPOINTER_TO_UINT (element->_private) - 1;

  element->_private = NULL;
  if (breaks_line (kind))
    flush (walk, strcmp ((const char *)element->name, "p") == 0 || kind == RISALAH_HTML_HEADING
                     ? element->parent
                     : element);
  count (walk, element, kind, -1);
  if (walk->dropping->len > 0
      && g_ptr_array_index (walk->dropping, walk->dropping->len - 1) == element)
    g_ptr_array_set_size (walk->dropping, walk->dropping->len - 1);
  g_array_set_size (walk->kinds, walk->kinds->len - 1);
  walk->depth--;
}

static void
clear_block (gpointer block)
{
  g_free (((RisalahHtmlBlock *)block)->text);
}

/* Walks the tree; %FALSE where it is nested beyond reason. */
static gboolean
walk_tree (Walk *walk, xmlNode *top)
{
  xmlNode *node = top;

  while (node != NULL && walk->depth < MAX_DEPTH)
    {
      gboolean below = FALSE;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text (walk, node);
      else if (node->type == XML_ELEMENT_NODE)
        {
          below = enter (walk, node);
          if (below && node->children != NULL)
            {
              node = node->children;
              continue;
            }
          if (below)
            leave (walk, node);
        }
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          leave (walk, node);
        }
      node = node != top ? node->next : NULL;
    }
  return node == NULL;
}

/**
 * risalah_html_get_blocks:
 * @document: a page
 * @name: what to call it in an error
 * @lexicon: what the text floor knows
 * @error: return location for a #RisalahTextError
 *
 * Returns: (transfer full) (element-type RisalahHtmlBlock): all text of the page in order, or %NULL
 *   with %RISALAH_TEXT_ERROR_MALFORMED where its elements nest too deep
 */
GArray *
risalah_html_get_blocks (xmlDoc *document,
                         const char *name,
                         const RisalahLexicon *lexicon,
                         GError **error)
{
  g_autoptr (GHashTable) cache = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) dropping = g_ptr_array_new ();
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (RisalahHtmlBlock));
  xmlNode *root = xmlDocGetRootElement (document);
  Walk walk = { .lexicon = lexicon,
                .class_cache = cache,
                .blocks = blocks,
                .text = text,
                .dropping = dropping,
                .kinds = kinds };

  g_array_set_clear_func (blocks, clear_block);
  if (root != NULL && !walk_tree (&walk, root))
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_MALFORMED,
                   _ ("The elements of “%s” are nested too deep. It was not read."), name);
      return NULL;
    }
  if (root != NULL)
    flush (&walk, root);
  return g_steal_pointer (&blocks);
}
