/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files of word processors: Office Open XML (.docx, .docm) and OpenDocument (.odt). Those
 * of old Word and those under a password are refused, in words that say what to do. */

#include "risalah-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-decode.h"
#include "risalah-docx-document.h"
#include "risalah-docx-relations.h"
#include "risalah-odt-document.h"
#include "risalah-office-properties.h"
#include "risalah-text-error.h"

#define ZIP_MARK "PK\x03\x04"
#define OLE_MARK "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

static gboolean
begins_with (const char *data, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0;
}

static guint
recognize (const char *head, gsize length, const char *name, const RisalahReadOptions *options)
{
  return begins_with (head, length, ZIP_MARK) || begins_with (head, length, OLE_MARK) ? 100 : 0;
}

/* Whether the directory of an OLE file ([MS-CFB], 2.6) has an entry called @stream. */
static gboolean
has_stream (GBytes *bytes, const char *stream)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *wide = g_malloc0 (2 * strlen (stream));

  for (gsize i = 0; stream[i] != '\0'; i++)
    wide[2 * i] = stream[i];
  return memmem (data, length, wide, 2 * strlen (stream)) != NULL;
}

/* Says what an OLE file is: old Word's, a .docx under a password, or something else. */
static void
refuse_old (GBytes *bytes, const char *name, GError **error)
{
  if (has_stream (bytes, "EncryptedPackage"))
    risalah_office_package_set_encrypted (name, error);
  else if (has_stream (bytes, "WordDocument"))
    g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_BINARY,
                 _ ("“%s” is in Word’s old format (.doc) and was not read. Open it in Word or "
                    "LibreOffice, save it as .docx and add that."),
                 name);
  else
    g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_BINARY,
                 _ ("“%s” is not a text and was not read."), name);
}

/* The parts of a package that are read. */
typedef struct
{
  char *text;       /* (nullable): a Word document's main part */
  char *properties; /* (nullable) */
} Parts;

static void
parts_clear (Parts *self)
{
  g_free (self->text);
  g_free (self->properties);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
find_parts (Parts *self, RisalahOfficePackage *package)
{
  g_autoptr (RisalahDocxRelations) relations = NULL;

  if (risalah_office_package_has (package, RISALAH_ODT_CONTENT)
      && !risalah_office_package_has (package, "[Content_Types].xml"))
    {
      self->properties = g_strdup ("meta.xml");
      return;
    }
  relations = risalah_docx_relations_new (package, "");
  self->text = g_strdup (risalah_docx_relations_find (relations, "officeDocument"));
  self->properties = g_strdup (risalah_docx_relations_find (relations, "core-properties"));
  if (self->text == NULL && risalah_office_package_has (package, "[Content_Types].xml"))
    self->text = g_strdup ("word/document.xml");
}

static gboolean
read_text (RisalahOfficePackage *package,
           const Parts *parts,
           const char *name,
           RisalahOfficeFlow *flow,
           GError **error)
{
  if (parts->text != NULL)
    return risalah_docx_document_read (package, parts->text, flow, error);
  if (parts->properties != NULL || risalah_office_package_has (package, "encrypted-package"))
    return risalah_odt_document_read (package, name, flow, error);
  risalah_office_package_set_other (package, error);
  return FALSE;
}

static RisalahArticle *
read_office (GBytes *bytes,
             const char *name,
             const RisalahLexicon *lexicon,
             const RisalahReadOptions *options,
             GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (RisalahOfficePackage) package = NULL;
  g_autoptr (RisalahOfficeFlow) flow = risalah_office_flow_new ();
  g_auto (Parts) parts = { NULL };
  RisalahArticle *article;

  if (begins_with (data, length, OLE_MARK))
    {
      refuse_old (bytes, name, error);
      return NULL;
    }
  package = risalah_office_package_open (bytes, name, error);
  if (package == NULL)
    return NULL;
  find_parts (&parts, package);
  if (!read_text (package, &parts, name, flow, error))
    return NULL;
  if (risalah_office_flow_is_too_large (flow))
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_TOO_LARGE,
                   _ ("The text of “%s” is larger than 64 MB and was not read."), name);
      return NULL;
    }
  article = risalah_office_flow_finish (flow);
  if (article == NULL)
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_EMPTY,
                   _ ("“%s” has no text in it."), name);
      return NULL;
    }
  if (parts.properties != NULL)
    risalah_office_properties_read (package, parts.properties, article, lexicon);
  return article;
}

const RisalahReader risalah_office_reader = {
  .name = "office",
  .version = 1,
  .needs_limits = TRUE,
  .recognize = recognize,
  .read = read_office,
};
