/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package around the text (OpenDocument 1.3 part 2), and styles that are named as they are
 * needed. */

#include "risalah-config.h"
#include "risalah-odt-private.h"
#include "risalah-xhtml-private.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS       "urn:oasis:names:tc:opendocument:xmlns:"
#define TYPE        "application/vnd.oasis.opendocument.text"

/*
 * Begins a file whose outermost element is @root.
 */
void
risalah_odt_begin_document (GString *xml, const char *root)
{
  g_string_append_printf (
      xml,
      DECLARATION "<%s xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\""
                  " xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS "table:1.0\""
                  " xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:meta=\"" OASIS "meta:1.0\""
                  " xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\""
                  " xmlns:svg=\"" OASIS "svg-compatible:1.0\""
                  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\">\n",
      root);
}

void
risalah_odt_part_init (RisalahOdtPart *part)
{
  part->body = g_string_new (NULL);
  part->automatic = g_string_new (NULL);
  part->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
risalah_odt_part_clear (RisalahOdtPart *part)
{
  g_string_free (part->body, TRUE);
  g_string_free (part->automatic, TRUE);
  g_hash_table_unref (part->names);
}

/*
 * Gives a name to a style that says @content, which closes its element's attributes itself:
 * " style:parent-style-name=…><…/>"; the same content has the same name.
 *
 * Returns: (transfer none): the name
 */
const char *
risalah_odt_name_style (RisalahOdt *self, const char *family, const char *content)
{
  RisalahOdtPart *part = self->part;
  g_autofree char *key = g_strconcat (family, content, NULL);
  const char *known = g_hash_table_lookup (part->names, key);
  char *name;

  if (known != NULL)
    return known;
  name = g_strdup_printf ("%c%u", g_ascii_toupper (*family), g_hash_table_size (part->names) + 1);
  g_string_append_printf (
      part->automatic, "<style:style style:name=\"%s\" style:family=\"%s\"%s</style:style>\n", name,
      family, content);
  g_hash_table_insert (part->names, g_steal_pointer (&key), name);
  return name;
}

static void
append_measure (GString *xml, const char *attribute, double measure, const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", measure);
  g_string_append_printf (xml, " %s=\"%s%s\"", attribute, number, unit);
}

/*
 * Appends an attribute in points, after a space.
 */
void
risalah_odt_append_points (GString *xml, const char *attribute, double points)
{
  append_measure (xml, attribute, points, "pt");
}

/*
 * Appends an attribute that is given in points, in millimetres.
 */
void
risalah_odt_append_millimetres (GString *xml, const char *attribute, double points)
{
  append_measure (xml, attribute, points * 25.4 / 72, "mm");
}

/*
 * Appends what says of text which language it is.
 */
void
risalah_odt_append_language (GString *xml, const char *language)
{
  const char *country = risalah_office_get_country (language);

  risalah_xhtml_append_attribute (xml, "fo:language", language);
  risalah_xhtml_append_attribute (xml, "fo:country", *country != '\0' ? country : "none");
}

/*
 * Puts a file into the package; pictures are small already.
 */
void
risalah_odt_add_file (RisalahOdt *self,
                      const char *name,
                      const char *type,
                      const void *data,
                      gsize length)
{
  risalah_zip_add (self->zip, name, data, length, !g_str_has_prefix (type, "image/"));
  g_string_append_printf (self->manifest,
                          "<manifest:file-entry manifest:full-path=\"%s\""
                          " manifest:media-type=\"%s\"/>\n",
                          name, type);
}

/*
 * Adds content.xml: the text, and the styles that it needed.
 */
void
risalah_odt_add_content (RisalahOdt *self, const RisalahOdtPart *part)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  risalah_odt_begin_document (xml, "office:document-content");
  g_string_append (xml, "<office:automatic-styles>\n");
  g_string_append_len (xml, part->automatic->str, part->automatic->len);
  g_string_append (xml, "</office:automatic-styles>\n<office:body><office:text>\n");
  g_string_append_len (xml, part->body->str, part->body->len);
  g_string_append (xml, "</office:text></office:body></office:document-content>\n");
  risalah_odt_add_file (self, "content.xml", "text/xml", xml->str, xml->len);
}

/* Title, author and dates, as the PDF file has them. */
static void
add_properties (RisalahOdt *self)
{
  const RisalahEdition *edition = self->layout->edition;
  const char *author = risalah_document_get_field (edition->document, RISALAH_DOCUMENT_AUTHOR);
  g_autofree char *date = risalah_export_dup_date (edition);
  g_autofree char *language
      = risalah_office_dup_locale (risalah_terms_get_language (edition->terms));
  g_autofree char *keywords = risalah_export_dup_keywords (self->layout->story);
  g_autoptr (GString) xml = g_string_new (NULL);

  risalah_odt_begin_document (xml, "office:document-meta");
  g_string_append (xml, "<office:meta>\n");
  risalah_office_append_element (xml, "meta:generator", "Risalah/" RISALAH_VERSION);
  risalah_office_append_element (xml, "dc:title", self->layout->story->title);
  risalah_office_append_element (xml, "dc:subject",
                                 risalah_document_get_field (edition->document,
                                                             RISALAH_DOCUMENT_UNIT));
  risalah_office_append_element (xml, "meta:keyword", keywords);
  risalah_office_append_element (xml, "meta:initial-creator", author);
  risalah_office_append_element (xml, "dc:creator", author);
  risalah_office_append_element (xml, "meta:creation-date", date);
  risalah_office_append_element (xml, "dc:date", date);
  risalah_office_append_element (xml, "dc:language", language);
  g_string_append (xml, "</office:meta></office:document-meta>\n");
  risalah_odt_add_file (self, "meta.xml", "text/xml", xml->str, xml->len);
}

/*
 * Adds the properties, and last the list of all that is there.
 */
void
risalah_odt_add_package (RisalahOdt *self)
{
  g_autoptr (GString) xml = g_string_new (
      DECLARATION "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\""
                  " manifest:version=\"1.3\">\n<manifest:file-entry manifest:full-path=\"/\""
                  " manifest:version=\"1.3\" manifest:media-type=\"" TYPE "\"/>\n");

  add_properties (self);
  g_string_append_len (xml, self->manifest->str, self->manifest->len);
  g_string_append (xml, "</manifest:manifest>\n");
  risalah_zip_add (self->zip, "META-INF/manifest.xml", xml->str, xml->len, TRUE);
}
