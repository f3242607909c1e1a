/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package around the text (ECMA-376 part 2): types of content, relationships, properties. */

#include "risalah-config.h"
#include "risalah-docx-private.h"
#include "risalah-xhtml-private.h"

#define DECLARATION   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE       "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE        "http://schemas.openxmlformats.org/officeDocument/2006/"
#define RELATIONSHIPS OFFICE "relationships/"
#define WORD_TYPE     "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char namespaces[]
    = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"" OFFICE "relationships\""
      " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/* The parts beside pictures: where they stand, and what they are to the document. */
static const struct
{
  const char *name;
  const char *type;
} parts[] = { { "word/document.xml", WORD_TYPE "document.main+xml" },
              { "word/styles.xml", WORD_TYPE "styles+xml" },
              { "word/numbering.xml", WORD_TYPE "numbering+xml" },
              { "word/settings.xml", WORD_TYPE "settings+xml" },
              { "word/footnotes.xml", WORD_TYPE "footnotes+xml" },
              { "word/header1.xml", WORD_TYPE "header+xml" },
              { "word/header2.xml", WORD_TYPE "header+xml" },
              { "word/footer1.xml", WORD_TYPE "footer+xml" },
              { "word/footer2.xml", WORD_TYPE "footer+xml" },
              { "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
              { "docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml" } };

/*
 * Puts XML into the package.
 */
void
risalah_docx_add_xml (RisalahDocx *self, const char *name, const GString *xml)
{
  risalah_zip_add (self->zip, name, xml->str, xml->len, TRUE);
}

/*
 * Begins a part whose outermost element is @root: "w:document".
 */
void
risalah_docx_begin_part (RisalahDocxPart *part, const char *root)
{
  part->xml = g_string_new (DECLARATION);
  part->relationships = g_ptr_array_new_with_free_func (g_free);
  g_string_append_printf (part->xml, "<%s%s>", root, namespaces);
}

/*
 * Notes that a part refers to something, whose kind is "styles" or another of the standard's.
 *
 * Returns: its number: n is called "rIdn"
 */
guint
risalah_docx_add_relationship (RisalahDocxPart *part,
                               const char *type,
                               const char *target,
                               gboolean external)
{
  g_autofree char *full = g_strconcat (RELATIONSHIPS, type, NULL);
  GString *xml = g_string_new (NULL);

  g_string_append_printf (xml, "<Relationship Id=\"rId%u\"", part->relationships->len + 1);
  risalah_xhtml_append_attribute (xml, "Type", full);
  risalah_xhtml_append_attribute (xml, "Target", target);
  g_string_append (xml, external ? " TargetMode=\"External\"/>" : "/>");
  g_ptr_array_add (part->relationships, g_string_free (xml, FALSE));
  return part->relationships->len;
}

static void
add_relationships (RisalahDocx *self, const RisalahDocxPart *part, const char *name)
{
  g_autoptr (GString) xml = g_string_new (DECLARATION);
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *file = g_path_get_basename (name);
  g_autofree char *path = g_strdup_printf ("%s/_rels/%s.rels", folder, file);

  if (part->relationships->len == 0)
    return;
  g_string_append (xml, "<Relationships xmlns=\"" PACKAGE "relationships\">");
  for (guint i = 0; i < part->relationships->len; i++)
    g_string_append (xml, g_ptr_array_index (part->relationships, i));
  g_string_append (xml, "</Relationships>");
  risalah_docx_add_xml (self, path, xml);
}

/*
 * Ends a part that was begun with @root, and puts it into the package as "word/…".
 */
void
risalah_docx_end_part (RisalahDocx *self, RisalahDocxPart *part, const char *root, const char *name)
{
  g_string_append_printf (part->xml, "</%s>", root);
  risalah_docx_add_xml (self, name, part->xml);
  add_relationships (self, part, name);
  g_string_free (part->xml, TRUE);
  g_ptr_array_unref (part->relationships);
}

static void
add_types (RisalahDocx *self)
{
  g_autoptr (GString) xml = g_string_new (
      DECLARATION "<Types xmlns=\"" PACKAGE "content-types\">"
                  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
                  "package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                  "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                  "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", parts[i].name,
                            parts[i].type);
  g_string_append (xml, "</Types>");
  risalah_docx_add_xml (self, "[Content_Types].xml", xml);
}

static void
add_root_relationships (RisalahDocx *self)
{
  g_autoptr (GString) xml = g_string_new (
      DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">"
                  "<Relationship Id=\"rId1\" Type=\"" RELATIONSHIPS
                  "officeDocument\" Target=\"word/document.xml\"/>"
                  "<Relationship Id=\"rId2\" Type=\"" PACKAGE
                  "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                  "<Relationship Id=\"rId3\" Type=\"" RELATIONSHIPS
                  "extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");

  risalah_docx_add_xml (self, "_rels/.rels", xml);
}

/* Title, author and dates, as the PDF file has them. */
static void
add_core_properties (RisalahDocx *self)
{
  const RisalahEdition *edition = self->layout->edition;
  g_autofree char *date = risalah_export_dup_date (edition);
  g_autofree char *language
      = risalah_office_dup_locale (risalah_terms_get_language (edition->terms));
  g_autofree char *keywords = risalah_export_dup_keywords (self->layout->story);
  g_autoptr (GString) xml = g_string_new (
      DECLARATION "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\""
                  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                  " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                  " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  risalah_office_append_element (xml, "dc:title", self->layout->story->title);
  risalah_office_append_element (xml, "dc:subject",
                                 risalah_document_get_field (edition->document,
                                                             RISALAH_DOCUMENT_UNIT));
  risalah_office_append_element (xml, "dc:creator",
                                 risalah_document_get_field (edition->document,
                                                             RISALAH_DOCUMENT_AUTHOR));
  risalah_office_append_element (xml, "cp:keywords", keywords);
  risalah_office_append_element (xml, "dc:language", language);
  g_string_append_printf (xml,
                          "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
                          "</cp:coreProperties>",
                          date, date);
  risalah_docx_add_xml (self, "docProps/core.xml", xml);
}

static void
add_application_properties (RisalahDocx *self)
{
  g_autoptr (GString) xml
      = g_string_new (DECLARATION "<Properties xmlns=\"" OFFICE "extended-properties\">"
                                  "<Application>Risalah " RISALAH_VERSION "</Application>");

  risalah_office_append_element (xml, "Company",
                                 risalah_document_get_field (self->layout->edition->document,
                                                             RISALAH_DOCUMENT_INSTITUTION));
  g_string_append (xml, "</Properties>");
  risalah_docx_add_xml (self, "docProps/app.xml", xml);
}

/*
 * Adds what says what all the parts are; it comes first.
 */
void
risalah_docx_add_package (RisalahDocx *self)
{
  add_types (self);
  add_root_relationships (self);
  add_core_properties (self);
  add_application_properties (self);
}
