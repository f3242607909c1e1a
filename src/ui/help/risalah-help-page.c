/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a page as http://projectmallard.org/1.0/ defines it: title, section, p, list, steps, terms,
 * table, note, media, and em, gui, guiseq, key, keyseq, code and link within the words. Anything
 * else is an error, so that no page loses words unseen. */

#include "risalah-help-page.h"

#include <string.h>

#include <glib/gi18n.h>

typedef struct
{
  gboolean is_numbered;
  guint n_items;
  gboolean is_begun; /* the item's first paragraph has its marker */
} List;

typedef struct
{
  RisalahHelpPage *page;
  GString *words; /* (nullable): markup being collected */
  GString *text;
  GArray *lists;  /* (element-type List) */
  GPtrArray *row; /* (nullable): cells of a table's row */
  GPtrArray *rows;
  char *section;  /* (nullable): identifier of the section that begins */
  char *picture;  /* (nullable): file of the picture that is being described */
  guint depth;    /* of sections */
  guint n_parts;  /* of a key or menu sequence */
  gboolean in_information;
  gboolean in_note;
  gboolean is_order; /* the title is there to sort by */
} Reading;

/* The marks within words: element, and the markup that stands for it. */
static const struct
{
  const char *element;
  const char *start;
  const char *end;
} marks[] = {
  { "em", "<i>", "</i>" },
  { "gui", "<b>", "</b>" },
  { "key", "<b>", "</b>" },
  { "code", "<tt>", "</tt>" },
};

/* What only holds others. */
static const char *const holders[] = { "desc", "guiseq", "item",    "keyseq", "list", "note",
                                       "page", "steps",  "section", "td",     "terms" };

static void
block_free (gpointer data)
{
  RisalahHelpBlock *block = data;

  g_free (block->id);
  g_free (block->marker);
  g_free (block->markup);
  g_free (block->picture);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static RisalahHelpBlock *
add_block (Reading *reading, RisalahHelpBlockKind kind, guint level)
{
  RisalahHelpBlock *block = g_new0 (RisalahHelpBlock, 1);

  block->kind = kind;
  block->level = level;
  g_ptr_array_add (reading->page->blocks, block);
  return block;
}

static List *
current_list (Reading *reading)
{
  return reading->lists->len > 0 ? &g_array_index (reading->lists, List, reading->lists->len - 1)
                                 : NULL;
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static const char *
parent_of (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack->next != NULL ? stack->next->data : "";
}

/* A run of blanks is one, as in every markup. */
static void
append_collapsed (GString *string, const char *text, gsize length, gboolean escape)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      if (g_ascii_isspace (*at))
        {
          if (string->len > 0 && string->str[string->len - 1] != ' ')
            g_string_append_c (string, ' ');
        }
      else if (escape && (*at == '&' || *at == '<' || *at == '>'))
        g_string_append (string, *at == '&' ? "&amp;" : *at == '<' ? "&lt;" : "&gt;");
      else
        g_string_append_len (string, at, g_utf8_next_char (at) - at);
    }
}

static void
start_link (Reading *reading, const char **names, const char **values)
{
  const char *target = find_attribute (names, values, "xref");
  g_autofree char *escaped = NULL;

  if (reading->in_information)
    {
      if (g_strcmp0 (find_attribute (names, values, "type"), "guide") == 0)
        {
          g_free (reading->page->guide);
          reading->page->guide = g_strdup (target);
        }
      return;
    }
  if (target == NULL || reading->words == NULL)
    return;
  escaped = g_markup_escape_text (target, -1);
  g_string_append_printf (reading->words, "<a href=\"%s\">", escaped);
  g_ptr_array_add (reading->page->links, g_strdup (target));
}

/* Between the parts of "Ctrl+Shift+Q" and of "Menu › Entry". */
static void
start_part (Reading *reading, const char *parent)
{
  gboolean is_key = g_str_equal (parent, "keyseq");

  if ((is_key || g_str_equal (parent, "guiseq")) && reading->n_parts++ > 0)
    g_string_append (reading->words, is_key ? "+" : " › ");
}

static void
start_list (Reading *reading, gboolean is_numbered)
{
  List list = { .is_numbered = is_numbered };

  g_array_append_val (reading->lists, list);
}

/* Elements that hold others. */
static void
start_holder (Reading *reading, const char *element, const char **names, const char **values)
{
  if (g_str_equal (element, "page"))
    reading->page->id = g_strdup (find_attribute (names, values, "id"));
  else if (g_str_equal (element, "section"))
    {
      reading->depth++;
      g_free (reading->section);
      reading->section = g_strdup (find_attribute (names, values, "id"));
    }
  else if (g_str_equal (element, "list") || g_str_equal (element, "steps")
           || g_str_equal (element, "terms"))
    start_list (reading, g_str_equal (element, "steps"));
  else if (g_str_equal (element, "item") && current_list (reading) != NULL)
    {
      current_list (reading)->n_items++;
      current_list (reading)->is_begun = FALSE;
    }
  else if (g_str_equal (element, "note"))
    reading->in_note = TRUE;
  else if (g_str_equal (element, "guiseq") || g_str_equal (element, "keyseq"))
    reading->n_parts = 0;
  else if (g_str_equal (element, "desc"))
    reading->words = g_string_new (NULL);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  Reading *reading = data;

  if (g_str_equal (element, "info"))
    reading->in_information = TRUE;
  else if (g_str_equal (element, "title") || g_str_equal (element, "p"))
    {
      reading->words = g_string_new (NULL);
      reading->is_order = g_strcmp0 (find_attribute (names, values, "type"), "sort") == 0;
    }
  else if (g_str_equal (element, "link"))
    start_link (reading, names, values);
  else if (g_str_equal (element, "table"))
    reading->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  else if (g_str_equal (element, "tr"))
    reading->row = g_ptr_array_new ();
  else if (g_str_equal (element, "media"))
    reading->picture = g_strdup (find_attribute (names, values, "src"));
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (g_str_equal (element, marks[i].element) && reading->words != NULL)
          {
            start_part (reading, parent_of (context));
            g_string_append (reading->words, marks[i].start);
            return;
          }
      for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
        if (g_str_equal (element, holders[i]))
          {
            start_holder (reading, element, names, values);
            return;
          }
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                   _ ("The help knows no element <%s> here."), element);
    }
}

static void
end_title (Reading *reading, const char *parent, char *markup)
{
  if (reading->is_order)
    reading->page->order = markup;
  else if (g_str_equal (parent, "page"))
    reading->page->title = markup;
  else
    {
      gboolean is_term = g_str_equal (parent, "item");
      RisalahHelpBlock *block = add_block (reading,
                                           is_term ? RISALAH_HELP_BLOCK_PARAGRAPH
                                                   : RISALAH_HELP_BLOCK_HEADING,
                                           is_term ? reading->lists->len - 1 : reading->depth + 1);

      block->markup = is_term ? g_strdup_printf ("<b>%s</b>", markup) : g_strdup (markup);
      block->id = is_term ? NULL : g_steal_pointer (&reading->section);
      if (is_term)
        current_list (reading)->is_begun = TRUE;
      g_free (markup);
    }
}

static void
end_paragraph (Reading *reading, const char *parent, char *markup)
{
  List *list = current_list (reading);
  RisalahHelpBlock *block;

  if (g_str_equal (parent, "td"))
    {
      g_ptr_array_add (reading->row, markup);
      return;
    }
  if (g_str_equal (parent, "media"))
    {
      block = add_block (reading, RISALAH_HELP_BLOCK_PICTURE, 0);
      block->picture = g_steal_pointer (&reading->picture);
    }
  else
    block = add_block (reading,
                       reading->in_note ? RISALAH_HELP_BLOCK_NOTE : RISALAH_HELP_BLOCK_PARAGRAPH,
                       reading->lists->len);
  block->markup = markup;
  if (list != NULL && !list->is_begun)
    {
      block->marker = list->is_numbered ? g_strdup_printf ("%u.", list->n_items) : g_strdup ("•");
      list->is_begun = TRUE;
    }
}

static void
end_words (Reading *reading, const char *element, const char *parent)
{
  g_autoptr (GString) words = g_steal_pointer (&reading->words);
  char *markup;

  g_string_append_c (reading->text, '\n');
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  markup = g_strdup (words->str);
  if (g_str_equal (element, "desc"))
    reading->page->summary = markup;
  else if (g_str_equal (element, "title"))
    end_title (reading, parent, markup);
  else
    end_paragraph (reading, parent, markup);
}

static void
end_table_part (Reading *reading, const char *element)
{
  if (g_str_equal (element, "tr"))
    {
      g_ptr_array_add (reading->row, NULL);
      g_ptr_array_add (reading->rows, g_ptr_array_free (g_steal_pointer (&reading->row), FALSE));
    }
  else
    add_block (reading, RISALAH_HELP_BLOCK_TABLE, 0)->rows = g_steal_pointer (&reading->rows);
}

static void
end_element_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;

  if (g_str_equal (element, "info"))
    reading->in_information = FALSE;
  else if (g_str_equal (element, "title") || g_str_equal (element, "p")
           || g_str_equal (element, "desc"))
    end_words (reading, element, parent_of (context));
  else if (g_str_equal (element, "link") && reading->words != NULL)
    g_string_append (reading->words, "</a>");
  else if (g_str_equal (element, "section"))
    reading->depth--;
  else if (g_str_equal (element, "list") || g_str_equal (element, "steps")
           || g_str_equal (element, "terms"))
    g_array_set_size (reading->lists, reading->lists->len - 1);
  else if (g_str_equal (element, "note"))
    reading->in_note = FALSE;
  else if (g_str_equal (element, "tr") || g_str_equal (element, "table"))
    end_table_part (reading, element);
  else
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (g_str_equal (element, marks[i].element) && reading->words != NULL)
        g_string_append (reading->words, marks[i].end);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Reading *reading = data;

  if (reading->words == NULL)
    return;
  append_collapsed (reading->words, text, length, TRUE);
  append_collapsed (reading->text, text, length, FALSE);
}

static void
reading_clear (Reading *reading)
{
  if (reading->words != NULL)
    g_string_free (reading->words, TRUE);
  if (reading->row != NULL)
    g_ptr_array_set_free_func (reading->row, g_free);
  g_clear_pointer (&reading->row, g_ptr_array_unref);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->lists, g_array_unref);
  g_free (reading->section);
  g_free (reading->picture);
  reading->page->text = g_string_free (reading->text, FALSE);
}

/**
 * risalah_help_page_parse:
 * @text: a page in Mallard
 * @length: its length in bytes, or -1
 * @error: why it is no page that Risalah can show
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
RisalahHelpPage *
risalah_help_page_parse (const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser
      = { .start_element = start_element_cb, .end_element = end_element_cb, .text = text_cb };
  g_autoptr (RisalahHelpPage) page = g_new0 (RisalahHelpPage, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  Reading reading = { .page = page };
  gboolean is_read;

  g_return_val_if_fail (text != NULL, NULL);

  page->blocks = g_ptr_array_new_with_free_func (block_free);
  page->links = g_ptr_array_new_with_free_func (g_free);
  reading.text = g_string_new (NULL);
  reading.lists = g_array_new (FALSE, FALSE, sizeof (List));
  context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  is_read = g_markup_parse_context_parse (context, text, length, error)
            && g_markup_parse_context_end_parse (context, error);
  reading_clear (&reading);
  if (!is_read)
    return NULL;
  if (page->id == NULL || page->title == NULL)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                           _ ("A page of the help has no identifier or no title."));
      return NULL;
    }
  return g_steal_pointer (&page);
}

/**
 * risalah_help_page_free:
 * @self: (nullable): a page
 */
void
risalah_help_page_free (RisalahHelpPage *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->order);
  g_free (self->guide);
  g_free (self->text);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

/**
 * risalah_help_page_matches:
 * @self: a page
 * @words: what is looked for
 *
 * Returns: whether every one of @words begins a word of the page; no words match every page
 */
gboolean
risalah_help_page_matches (const RisalahHelpPage *self, const char *words)
{
  g_return_val_if_fail (self != NULL && words != NULL, FALSE);
  return *words == '\0' || g_str_match_string (words, self->text, TRUE);
}
