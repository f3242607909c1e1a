/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of word processors for tests: the parts that a test gives, zipped. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

#define OFFICE_DOCX                                                                                \
  "<?xml version='1.0' encoding='UTF-8'?><w:document "                                             \
  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                        \
  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "                        \
  "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "                          \
  "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "                 \
  "xmlns:v='urn:schemas-microsoft-com:vml'><w:body>"
#define OFFICE_DOCX_END "<w:sectPr/></w:body></w:document>"

#define OFFICE_SPACE "urn:oasis:names:tc:opendocument:xmlns:"
#define OFFICE_ODT_SPACES                                                                          \
  " xmlns:office='" OFFICE_SPACE "office:1.0' xmlns:text='" OFFICE_SPACE "text:1.0'"               \
  " xmlns:table='" OFFICE_SPACE "table:1.0' xmlns:style='" OFFICE_SPACE "style:1.0'"               \
  " xmlns:draw='" OFFICE_SPACE "drawing:1.0' xmlns:svg='" OFFICE_SPACE "svg-compatible:1.0'"       \
  " xmlns:meta='" OFFICE_SPACE "meta:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"             \
  " xmlns:manifest='" OFFICE_SPACE "manifest:1.0'"
#define OFFICE_ODT "<office:document-content" OFFICE_ODT_SPACES ">"
#define OFFICE_ODT_TEXT "<office:body><office:text>"
#define OFFICE_ODT_END "</office:text></office:body></office:document-content>"

#define OFFICE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE_DOCX_PACKAGE                                                                        \
  "<Relationships xmlns='" OFFICE_RELATIONS "'>"                                                   \
  "<Relationship Id='a' Type='http://x.example/officeDocument' Target='word/document2.xml'/>"      \
  "<Relationship Id='b' Type='http://x.example/core-properties' Target='docProps/core.xml'/>"      \
  "</Relationships>"
#define OFFICE_DOCX_RELATIONS                                                                      \
  "<Relationships xmlns='" OFFICE_RELATIONS "'>"                                                   \
  "<Relationship Id='a' Type='http://x.example/styles' Target='styles.xml'/>"                      \
  "<Relationship Id='b' Type='http://x.example/footnotes' Target='/word/footnotes.xml'/>"          \
  "<Relationship Id='c' Type='http://x.example/endnotes' Target='../word/endnotes.xml'/>"          \
  "<Relationship Id='d' Type='http://x.example/header' Target='header1.xml'/></Relationships>"

/* Adds a part of @length bytes. */
static inline void
office_add_part (struct archive *archive, const char *name, const void *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, length), ==, length);
  archive_entry_free (entry);
}

/* A package of @parts, name and content by turns; (transfer full). */
static inline GBytes *
office_zip (const char *const *parts)
{
  struct archive *archive = archive_write_new ();
  gsize size = 4096;
  gsize used;
  void *data;

  for (guint i = 0; parts[i] != NULL; i += 2)
    size += strlen (parts[i + 1]) + 1024;
  data = g_malloc (size);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, data, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; parts[i] != NULL; i += 2)
    office_add_part (archive, parts[i], parts[i + 1], strlen (parts[i + 1]));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

/* A Word document whose body is @body, with styles, notes and properties where they are given. */
static inline GBytes *
office_docx (const char *body, const char *styles, const char *notes, const char *properties)
{
  g_autofree char *document = g_strconcat (OFFICE_DOCX, body, OFFICE_DOCX_END, NULL);
  const char *parts[32] = { "[Content_Types].xml", "<Types/>",
                            "_rels/.rels", OFFICE_DOCX_PACKAGE,
                            "word/_rels/document2.xml.rels", OFFICE_DOCX_RELATIONS,
                            "word/header1.xml", "<w:hdr>Kepala halaman</w:hdr>",
                            "word/document2.xml", document };
  guint n = 10;

  if (styles != NULL)
    parts[n++] = "word/styles.xml", parts[n++] = styles;
  if (notes != NULL)
    parts[n++] = "word/footnotes.xml", parts[n++] = notes;
  if (properties != NULL)
    parts[n++] = "docProps/core.xml", parts[n++] = properties;
  return office_zip (parts);
}

/* An OpenDocument file whose text is @text, with automatic styles and properties where given. */
static inline GBytes *
office_odt (const char *text, const char *styles, const char *properties)
{
  g_autofree char *content
      = g_strconcat (OFFICE_ODT, "<office:automatic-styles>", styles != NULL ? styles : "",
                     "</office:automatic-styles>", OFFICE_ODT_TEXT, text, OFFICE_ODT_END, NULL);
  const char *parts[16] = { "mimetype", "application/vnd.oasis.opendocument.text",
                            "content.xml", content };

  if (properties != NULL)
    parts[4] = "meta.xml", parts[5] = properties;
  return office_zip (parts);
}
