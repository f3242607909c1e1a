/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a block as XHTML: marks become elements around it, atoms empty ones. */

#include "risalah-rich-text-private.h"
#include "risalah-xhtml-private.h"

/* Text and marks as they are collected from elements. */
typedef struct
{
  GString *text;
  guint length;
  GArray *marks;
} Collector;

static void write_note_text (GString *xml, const RisalahMark *mark);
static void read_children (Collector *self, xmlNode *element, xmlNode *stop);

static void
write_citation (GString *xml, const RisalahMark *mark)
{
  const RisalahCitationAtom *citation = mark->citation;

  g_string_append (xml, "<cite");
  risalah_xhtml_append_attribute (xml, "id", citation->id);
  risalah_xhtml_append_attribute (xml, "data-source", citation->source_uid);
  risalah_xhtml_append_attribute (xml, "data-text", citation->text_uid);
  if (citation->start >= 0)
    {
      risalah_xhtml_append_number (xml, "data-start", citation->start);
      risalah_xhtml_append_number (xml, "data-end", citation->end);
    }
  risalah_xhtml_append_attribute (xml, "data-locator", citation->locator);
  risalah_xhtml_append_attribute (xml, "data-prefix", citation->prefix);
  risalah_xhtml_append_attribute (xml, "data-suffix", citation->suffix);
  risalah_xhtml_append_attribute (xml, "data-quotation", citation->quotation_uid);
  if (mark->extra != NULL)
    g_string_append (xml, mark->extra);
  g_string_append (xml, "/>");
}

static void
write_unknown_atom (GString *xml, const RisalahUnknownElement *element)
{
  if (*element->content == '\0')
    g_string_append_printf (xml, "<%s%s/>", element->name, element->attributes);
  else
    g_string_append_printf (xml, "<%s%s>%s</%s>", element->name, element->attributes,
                            element->content, element->name);
}

static void
write_atom (GString *xml, const RisalahMark *mark)
{
  if (mark->kind == RISALAH_MARK_CITATION)
    write_citation (xml, mark);
  else if (mark->kind == RISALAH_MARK_NOTE)
    write_note_text (xml, mark);
  else
    write_unknown_atom (xml, mark->unknown);
}

static const char *
get_element (const RisalahMark *mark)
{
  switch (mark->kind)
    {
    case RISALAH_MARK_UNKNOWN:
      return mark->unknown->name;
    case RISALAH_MARK_LINK:
      return "a";
    case RISALAH_MARK_BOLD:
      return "strong";
    case RISALAH_MARK_ITALIC:
      return "em";
    case RISALAH_MARK_SUPERSCRIPT:
      return "sup";
    case RISALAH_MARK_LIKELIHOOD:
    case RISALAH_MARK_QUOTATION:
    case RISALAH_MARK_CITATION:
    case RISALAH_MARK_NOTE:
      break;
    }
  return "span";
}

static void
open_element (GString *xml, const RisalahMark *mark)
{
  g_string_append_printf (xml, "<%s", get_element (mark));
  if (mark->kind == RISALAH_MARK_UNKNOWN)
    g_string_append (xml, mark->unknown->attributes);
  else if (mark->kind == RISALAH_MARK_LINK)
    risalah_xhtml_append_attribute (xml, "href", mark->href);
  else if (mark->kind == RISALAH_MARK_LIKELIHOOD)
    {
      risalah_xhtml_append_attribute (xml, "class", "likelihood");
      risalah_xhtml_append_attribute (xml, "data-likelihood",
                                      risalah_likelihood_to_string (mark->likelihood));
    }
  if (mark->extra != NULL)
    g_string_append (xml, mark->extra);
  g_string_append_c (xml, '>');
}

/* The order in which elements enclose one another where several marks stand over a character. */
static gint
compare_nesting (gconstpointer first, gconstpointer second)
{
  const RisalahMark *a = *(const RisalahMark *const *)first;
  const RisalahMark *b = *(const RisalahMark *const *)second;

  if (a->kind != b->kind)
    return (gint)a->kind - (gint)b->kind;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  return a < b ? -1 : a > b;
}

/* Closes and opens elements until exactly those of the marks over @at are open. */
static void
change_open_elements (GString *xml,
                      GPtrArray *open,
                      const RisalahMark *marks,
                      guint n_marks,
                      guint at)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint kept = 0;

  for (guint i = 0; i < n_marks && marks[i].start <= at; i++)
    if (at < marks[i].end && !risalah_mark_is_atom (&marks[i])
        && marks[i].kind != RISALAH_MARK_QUOTATION)
      g_ptr_array_add (wanted, (gpointer)&marks[i]);
  g_ptr_array_sort (wanted, compare_nesting);
  while (kept < open->len && kept < wanted->len && open->pdata[kept] == wanted->pdata[kept])
    kept++;
  while (open->len > kept)
    {
      g_string_append_printf (xml, "</%s>", get_element (open->pdata[open->len - 1]));
      g_ptr_array_set_size (open, open->len - 1);
    }
  for (guint i = kept; i < wanted->len; i++)
    {
      open_element (xml, wanted->pdata[i]);
      g_ptr_array_add (open, wanted->pdata[i]);
    }
}

/* The next place after @at where a mark begins or ends. */
static guint
find_boundary (const RisalahMark *marks, guint n_marks, guint at, guint length)
{
  guint boundary = length;

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].start > at)
        boundary = MIN (boundary, marks[i].start);
      if (marks[i].end > at)
        boundary = MIN (boundary, marks[i].end);
    }
  return boundary;
}

/* The atom or the locked quotation that begins at @at. */
static const RisalahMark *
find_whole (const RisalahMark *marks, guint n_marks, guint at)
{
  for (guint i = 0; i < n_marks && marks[i].start <= at; i++)
    if (marks[i].start == at
        && (marks[i].kind == RISALAH_MARK_QUOTATION || risalah_mark_is_atom (&marks[i])))
      return &marks[i];
  return NULL;
}

static void
write_characters (GString *xml, const char *from, const char *to)
{
  const char *line_break;

  while ((line_break = g_strstr_len (from, to - from, RISALAH_LINE_BREAK_TEXT)) != NULL)
    {
      risalah_xhtml_append_text (xml, from, line_break - from);
      g_string_append (xml, "<br/>");
      from = line_break + strlen (RISALAH_LINE_BREAK_TEXT);
    }
  risalah_xhtml_append_text (xml, from, to - from);
}

/* Writes the content of a block. */
void
risalah_xhtml_write_inline (GString *xml, RisalahRichText *text)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint n_marks, at = 0, length = risalah_rich_text_get_length (text);
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);
  const char *from = risalah_rich_text_get_text (text);

  while (at < length)
    {
      const RisalahMark *whole = find_whole (marks, n_marks, at);
      guint next = whole != NULL ? whole->end : find_boundary (marks, n_marks, at, length);
      const char *to = g_utf8_offset_to_pointer (from, next - at);

      if (n_marks > 0)
        change_open_elements (xml, open, marks, n_marks, at);
      if (whole == NULL)
        write_characters (xml, from, to);
      else if (whole->kind == RISALAH_MARK_QUOTATION)
        risalah_xhtml_write_quotation (xml, whole);
      else
        write_atom (xml, whole);
      from = to;
      at = next;
    }
  change_open_elements (xml, open, NULL, 0, length);
}

static void
write_note_text (GString *xml, const RisalahMark *mark)
{
  g_string_append (xml, "<span class=\"note\"");
  risalah_xhtml_append_attribute (xml, "id", mark->note->id);
  if (mark->extra != NULL)
    g_string_append (xml, mark->extra);
  g_string_append_c (xml, '>');
  risalah_xhtml_write_inline (xml, mark->note->text);
  g_string_append (xml, "</span>");
}

static void
append_characters (Collector *self, const char *text)
{
  g_string_append (self->text, text);
  self->length += g_utf8_strlen (text, -1);
}

/* Adds a mark over what was collected since @start, and releases what @mark holds. */
static void
add_mark (Collector *self, RisalahMark mark, guint start)
{
  mark.start = start;
  mark.end = self->length;
  if (mark.end > mark.start)
    g_array_append_val (self->marks, mark);
  else
    risalah_mark_clear (&mark);
}

static char *
take_extra (xmlNode *node, const char *const *known)
{
  g_autofree char *extra = risalah_xhtml_dup_attributes (node, known);

  return *extra != '\0' ? g_ref_string_new (extra) : NULL;
}

static void
read_citation (Collector *self, xmlNode *node)
{
  static const char *const known[] = { "id",          "data-source", "data-text",
                                       "data-start",  "data-end",    "data-locator",
                                       "data-prefix", "data-suffix", "data-quotation",
                                       NULL };
  g_autofree char *id = risalah_xhtml_get_attribute (node, "id");
  g_autofree char *source = risalah_xhtml_get_attribute (node, "data-source");
  g_autofree char *text = risalah_xhtml_get_attribute (node, "data-text");
  g_autofree char *locator = risalah_xhtml_get_attribute (node, "data-locator");
  g_autofree char *prefix = risalah_xhtml_get_attribute (node, "data-prefix");
  g_autofree char *suffix = risalah_xhtml_get_attribute (node, "data-suffix");
  g_autofree char *quotation = risalah_xhtml_get_attribute (node, "data-quotation");
  g_autoptr (RisalahCitationAtom) plain =
      risalah_citation_atom_new (id, source, text,
                                 risalah_xhtml_get_number (node, "data-start", -1),
                                 risalah_xhtml_get_number (node, "data-end", -1), quotation);
  RisalahMark mark = { .kind = RISALAH_MARK_CITATION };
  guint start = self->length;

  mark.citation = risalah_citation_atom_with_details (plain, locator, prefix, suffix);
  mark.extra = take_extra (node, known);
  append_characters (self, RISALAH_ATOM_TEXT);
  add_mark (self, mark, start);
}

static void
read_note (Collector *self, xmlNode *node)
{
  static const char *const known[] = { "id", "class", NULL };
  g_autofree char *id = risalah_xhtml_get_attribute (node, "id");
  g_autoptr (RisalahRichText) text = risalah_xhtml_read_inline (node, NULL);
  RisalahMark mark = { .kind = RISALAH_MARK_NOTE };
  guint start = self->length;

  mark.note = risalah_note_new (id, text);
  mark.extra = take_extra (node, known);
  append_characters (self, RISALAH_ATOM_TEXT);
  add_mark (self, mark, start);
}

static void
read_unknown (Collector *self, xmlNode *node)
{
  g_autofree char *name = risalah_xhtml_dup_name (node);
  g_autofree char *attributes = risalah_xhtml_dup_attributes (node, NULL);
  RisalahMark mark = { .kind = RISALAH_MARK_UNKNOWN };
  guint start = self->length;

  read_children (self, node, NULL);
  if (self->length > start)
    mark.unknown = risalah_unknown_element_new (name, attributes, NULL);
  else
    {
      g_autofree char *content = risalah_xhtml_dup_content (node);

      mark.unknown = risalah_unknown_element_new (name, attributes, content);
      append_characters (self, RISALAH_ATOM_TEXT);
    }
  add_mark (self, mark, start);
}

static gboolean
read_quotation (Collector *self, xmlNode *node)
{
  gboolean is_inline = risalah_xhtml_is (node, "q");
  RisalahQuotationUse *use;
  RisalahMark mark = { .kind = RISALAH_MARK_QUOTATION };
  guint start = self->length;

  if (!is_inline && !risalah_xhtml_has_class (node, "quotation"))
    return FALSE;
  use = risalah_xhtml_read_quotation (node, is_inline ? RISALAH_QUOTATION_FORM_INLINE
                                                      : RISALAH_QUOTATION_FORM_BLOCK);
  if (use == NULL)
    return FALSE;
  mark.quotation = use;
  mark.extra = take_extra (node, risalah_xhtml_quotation_attributes);
  append_characters (self, risalah_quotation_use_get_shown (use));
  add_mark (self, mark, start);
  return TRUE;
}

/* Reads a span of ours; whether it was one. */
static gboolean
read_span (Collector *self, xmlNode *node)
{
  static const char *const known[] = { "class", "data-likelihood", NULL };
  g_autofree char *name = NULL;
  RisalahMark mark = { .kind = RISALAH_MARK_LIKELIHOOD };
  guint start = self->length;

  if (risalah_xhtml_has_class (node, "note"))
    {
      read_note (self, node);
      return TRUE;
    }
  if (!risalah_xhtml_has_class (node, "likelihood"))
    return read_quotation (self, node);
  name = risalah_xhtml_get_attribute (node, "data-likelihood");
  if (!risalah_likelihood_from_string (name, &mark.likelihood))
    return FALSE;
  mark.extra = take_extra (node, known);
  read_children (self, node, NULL);
  add_mark (self, mark, start);
  return TRUE;
}

static gboolean
read_style (Collector *self, xmlNode *node)
{
  static const char *const none[] = { NULL };
  RisalahMark mark = { 0 };
  guint start = self->length;

  if (risalah_xhtml_is (node, "strong"))
    mark.kind = RISALAH_MARK_BOLD;
  else if (risalah_xhtml_is (node, "em"))
    mark.kind = RISALAH_MARK_ITALIC;
  else if (risalah_xhtml_is (node, "sup"))
    mark.kind = RISALAH_MARK_SUPERSCRIPT;
  else
    return FALSE;
  mark.extra = take_extra (node, none);
  read_children (self, node, NULL);
  add_mark (self, mark, start);
  return TRUE;
}

static gboolean
read_link (Collector *self, xmlNode *node)
{
  static const char *const known[] = { "href", NULL };
  g_autofree char *href = risalah_xhtml_get_attribute (node, "href");
  RisalahMark mark = { .kind = RISALAH_MARK_LINK };
  guint start = self->length;

  if (href == NULL)
    return FALSE;
  mark.href = g_ref_string_new (href);
  mark.extra = take_extra (node, known);
  read_children (self, node, NULL);
  add_mark (self, mark, start);
  return TRUE;
}

static gboolean
has_attribute (xmlNode *node, const char *name)
{
  return xmlHasProp (node, (const xmlChar *)name) != NULL;
}

static void
read_element (Collector *self, xmlNode *node)
{
  gboolean known = FALSE;

  if (risalah_xhtml_is (node, "br") && node->properties == NULL)
    {
      append_characters (self, RISALAH_LINE_BREAK_TEXT);
      known = TRUE;
    }
  else if (risalah_xhtml_is (node, "cite") && has_attribute (node, "data-source"))
    {
      read_citation (self, node);
      known = TRUE;
    }
  else if (risalah_xhtml_is (node, "q"))
    known = read_quotation (self, node);
  else if (risalah_xhtml_is (node, "span"))
    known = read_span (self, node);
  else if (risalah_xhtml_is (node, "a"))
    known = read_link (self, node);
  else
    known = read_style (self, node);
  if (!known)
    read_unknown (self, node);
}

/* Reads the children of @element up to, but not including, @stop. */
static void
read_children (Collector *self, xmlNode *element, xmlNode *stop)
{
  for (xmlNode *child = element->children; child != NULL && child != stop; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_element (self, child);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        append_characters (self, (const char *)child->content);
    }
}

/* Reads the text of a block; of a list item up to the list in it, which is @stop. */
RisalahRichText *
risalah_xhtml_read_inline (xmlNode *element, xmlNode *stop)
{
  Collector self = { g_string_new (NULL), 0, risalah_marks_new () };
  RisalahRichText *text;

  read_children (&self, element, stop);
  text = risalah_rich_text_new (self.text->str, (const RisalahMark *)self.marks->data,
                                self.marks->len);
  g_string_free (self.text, TRUE);
  g_array_unref (self.marks);
  return text;
}
