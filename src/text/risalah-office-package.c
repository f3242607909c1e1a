/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads zip files with libarchive, by their directory at the end: a file that was cut off has none
 * and is an error. A part goes to the parser as it is unpacked and is never held as a whole. */

#include "risalah-office-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "risalah-text-error.h"

/* Documents with many pictures have some thousands of parts. */
#define MAX_PARTS 100000

#define CHUNK_BYTES (64 * 1024)

struct _RisalahOfficePackage
{
  GBytes *bytes;
  char *name;
  GHashTable *parts; /* (element-type utf8): the set of their names */
  gsize unpacked;
};

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* Begins at the first part; %NULL where it is no whole zip file. */
static Archive *
open_archive (GBytes *bytes)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&archive);
}

/* Steps to the next part; %FALSE at the end and where it cannot be read, which @whole tells. A name
 * that is in no known character set is not one of ours. */
static gboolean
next_part (Archive *archive, struct archive_entry **entry, gboolean *whole)
{
  int status = archive_read_next_header (archive, entry);

  *whole = status == ARCHIVE_OK || status == ARCHIVE_WARN || status == ARCHIVE_EOF;
  return *whole && status != ARCHIVE_EOF;
}

static gboolean
list_parts (RisalahOfficePackage *self)
{
  g_autoptr (Archive) archive = open_archive (self->bytes);
  struct archive_entry *entry;
  gboolean whole = FALSE;

  while (archive != NULL && next_part (archive, &entry, &whole))
    {
      const char *part = archive_entry_pathname (entry);

      if (part != NULL)
        g_hash_table_add (self->parts, g_strdup (part));
      if (g_hash_table_size (self->parts) > MAX_PARTS)
        return FALSE;
    }
  return whole;
}

/**
 * risalah_office_package_open:
 * @bytes: a file's bytes
 * @name: what to call it in an error
 * @error: return location for a #RisalahTextError
 *
 * Returns: (transfer full): the package, or %NULL with %RISALAH_TEXT_ERROR_MALFORMED
 */
RisalahOfficePackage *
risalah_office_package_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (RisalahOfficePackage) self = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_new0 (RisalahOfficePackage, 1);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (list_parts (self))
    return g_steal_pointer (&self);
  risalah_office_package_set_damaged (self, error);
  return NULL;
}

/**
 * risalah_office_package_free:
 * @self: (transfer full) (nullable): a package
 */
void
risalah_office_package_free (RisalahOfficePackage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

/**
 * risalah_office_package_has:
 * @self: a package
 * @part: a part's name, like "word/document.xml"
 *
 * Returns: whether it is in the package
 */
gboolean
risalah_office_package_has (const RisalahOfficePackage *self, const char *part)
{
  g_return_val_if_fail (self != NULL && part != NULL, FALSE);
  return g_hash_table_contains (self->parts, part);
}

/**
 * risalah_office_package_set_damaged:
 * @self: a package
 * @error: return location for %RISALAH_TEXT_ERROR_MALFORMED
 */
void
risalah_office_package_set_damaged (const RisalahOfficePackage *self, GError **error)
{
  g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_MALFORMED,
               _ ("“%s” is damaged and could not be read to its end. Nothing of it was kept."),
               self->name);
}

/**
 * risalah_office_package_set_other:
 * @self: a package
 * @error: return location for %RISALAH_TEXT_ERROR_BINARY
 */
void
risalah_office_package_set_other (const RisalahOfficePackage *self, GError **error)
{
  g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_BINARY,
               _ ("“%s” holds neither a Word document nor an OpenDocument text and was not read."),
               self->name);
}

/**
 * risalah_office_package_set_encrypted:
 * @name: a file's name
 * @error: return location for %RISALAH_TEXT_ERROR_ENCRYPTED
 */
void
risalah_office_package_set_encrypted (const char *name, GError **error)
{
  g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_ENCRYPTED,
               _ ("“%s” is protected by a password and was not read. Save it without the password "
                  "and add it again."),
               name);
}

/* Unpacks the part at which @archive stands into @xml. */
static gboolean
unpack (RisalahOfficePackage *self, Archive *archive, RisalahOfficeXml *xml, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    {
      self->unpacked += n;
      if (self->unpacked > RISALAH_OFFICE_MAX_BYTES)
        {
          g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_TOO_LARGE,
                       _ ("“%s” unpacks to more than %d MB and was not read."), self->name,
                       RISALAH_OFFICE_MAX_BYTES / (1024 * 1024));
          return FALSE;
        }
      if (!risalah_office_xml_feed (xml, chunk, n))
        break;
    }
  if (n == 0 && risalah_office_xml_finish (xml))
    return TRUE;
  if (risalah_office_xml_is_too_deep (xml))
    g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_MALFORMED,
                 _ ("The elements of “%s” are nested too deep. It was not read."), self->name);
  else
    risalah_office_package_set_damaged (self, error);
  return FALSE;
}

/**
 * risalah_office_package_read:
 * @self: a package
 * @part: a part's name
 * @handler: who hears of its elements
 * @data: for it
 * @error: return location for a #RisalahTextError
 *
 * Parses a part while it is unpacked.
 *
 * Returns: whether it was read to its end; else %RISALAH_TEXT_ERROR_MALFORMED, _TOO_LARGE or
 *   _ENCRYPTED
 */
gboolean
risalah_office_package_read (RisalahOfficePackage *self,
                             const char *part,
                             const RisalahOfficeHandler *handler,
                             gpointer data,
                             GError **error)
{
  g_autoptr (Archive) archive = NULL;
  g_autoptr (RisalahOfficeXml) xml = NULL;
  struct archive_entry *entry;
  gboolean whole;

  g_return_val_if_fail (self != NULL && part != NULL && handler != NULL, FALSE);

  archive = open_archive (self->bytes);
  while (archive != NULL && next_part (archive, &entry, &whole))
    {
      if (g_strcmp0 (archive_entry_pathname (entry), part) != 0)
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          risalah_office_package_set_encrypted (self->name, error);
          return FALSE;
        }
      xml = risalah_office_xml_new (handler, data);
      return unpack (self, archive, xml, error);
    }
  risalah_office_package_set_damaged (self, error);
  return FALSE;
}
