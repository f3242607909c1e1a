/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a zip file (PKWARE, APPNOTE.TXT 6.3.3) of entries that are compressed by zlib. The first
 * entry of an OpenDocument file has no extra field and stands stored (OpenDocument 1.3 part 2,
 * 3.3), so that its type can be read at a fixed place; libarchive, which is in every runtime, gives
 * each entry extra fields and a length behind its data, and minizip is in none. */

#include "risalah-zip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "risalah-brief-error.h"

#define LOCAL_HEADER   0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_OF_CENTRAL 0x06054b50u
#define VERSION        20 /* folders and Deflate */
#define UTF_8_NAME     (1u << 11)
#define DEFLATE        8
#define MOST_BYTES     G_MAXUINT32
#define MOST_ENTRIES   G_MAXUINT16

struct _RisalahZip
{
  GByteArray *file;
  GByteArray *central;
  guint n_entries;
  guint16 time; /* as MS-DOS counts: two seconds, minutes, hours */
  guint16 day;
  gboolean too_large;
};

static void
append_16 (GByteArray *to, guint16 number)
{
  guint16 ordered = GUINT16_TO_LE (number);

  g_byte_array_append (to, (const guint8 *)&ordered, sizeof ordered);
}

static void
append_32 (GByteArray *to, guint32 number)
{
  guint32 ordered = GUINT32_TO_LE (number);

  g_byte_array_append (to, (const guint8 *)&ordered, sizeof ordered);
}

/*
 * Begins a file whose entries are dated @date, in seconds since 1970, UTC; the years of a zip file
 * are 1980 to 2107.
 */
RisalahZip *
risalah_zip_new (gint64 date)
{
  RisalahZip *self = g_new0 (RisalahZip, 1);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (date);
  int year = moment != NULL ? g_date_time_get_year (moment) : 0;

  self->file = g_byte_array_new ();
  self->central = g_byte_array_new ();
  self->day = 1 << 5 | 1;
  if (year < 1980 || year > 2107)
    return self;
  self->day = (year - 1980) << 9 | g_date_time_get_month (moment) << 5
              | g_date_time_get_day_of_month (moment);
  self->time = g_date_time_get_hour (moment) << 11 | g_date_time_get_minute (moment) << 5
               | g_date_time_get_second (moment) / 2;
  return self;
}

void
risalah_zip_free (RisalahZip *self)
{
  g_clear_pointer (&self->file, g_byte_array_unref);
  g_byte_array_unref (self->central);
  g_free (self);
}

/* Raw Deflate, without a header of zlib's. */
static GByteArray *
compress_data (const void *data, gsize length)
{
  GByteArray *compressed = g_byte_array_new ();
  z_stream stream = { .next_in = (void *)data, .avail_in = length };
  int status;

  status = deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                         Z_DEFAULT_STRATEGY);
  g_assert (status == Z_OK);
  g_byte_array_set_size (compressed, deflateBound (&stream, length));
  stream.next_out = compressed->data;
  stream.avail_out = compressed->len;
  status = deflate (&stream, Z_FINISH);
  g_assert (status == Z_STREAM_END);
  g_byte_array_set_size (compressed, stream.total_out);
  deflateEnd (&stream);
  return compressed;
}

/* What the header before the data and the one in the directory have in common. */
static void
append_entry (const RisalahZip *self,
              GByteArray *to,
              gboolean compressed,
              guint32 checksum,
              guint32 stored,
              guint32 length,
              const char *name)
{
  append_16 (to, VERSION);
  append_16 (to, UTF_8_NAME);
  append_16 (to, compressed ? DEFLATE : 0);
  append_16 (to, self->time);
  append_16 (to, self->day);
  append_32 (to, checksum);
  append_32 (to, stored);
  append_32 (to, length);
  append_16 (to, strlen (name));
  append_16 (to, 0); /* no extra field */
}

static void
append_to_directory (RisalahZip *self,
                     gboolean compressed,
                     guint32 checksum,
                     guint32 stored,
                     guint32 length,
                     const char *name,
                     guint32 place)
{
  append_32 (self->central, CENTRAL_HEADER);
  append_16 (self->central, VERSION);
  append_entry (self, self->central, compressed, checksum, stored, length, name);
  append_16 (self->central, 0); /* no comment */
  append_16 (self->central, 0); /* the first volume */
  append_16 (self->central, 0); /* internal attributes */
  append_32 (self->central, 0); /* external ones */
  append_32 (self->central, place);
  g_byte_array_append (self->central, (const guint8 *)name, strlen (name));
  self->n_entries++;
}

/*
 * Adds an entry. What does not fit into a zip file without its extension for large ones is said by
 * risalah_zip_finish().
 */
void
risalah_zip_add (RisalahZip *self,
                 const char *name,
                 const void *data,
                 gsize length,
                 gboolean compress)
{
  g_autoptr (GByteArray) compressed = NULL;
  gsize stored = length;
  guint32 place = self->file->len;
  guint32 checksum;

  self->too_large |= length > MOST_BYTES / 4 || self->n_entries == MOST_ENTRIES;
  if (self->too_large)
    return;
  checksum = crc32 (0, data, length);
  if (compress)
    {
      compressed = compress_data (data, length);
      data = compressed->data;
      stored = compressed->len;
    }
  self->too_large = stored > MOST_BYTES / 2 - self->file->len;
  if (self->too_large)
    return;
  append_32 (self->file, LOCAL_HEADER);
  append_entry (self, self->file, compress, checksum, stored, length, name);
  g_byte_array_append (self->file, (const guint8 *)name, strlen (name));
  g_byte_array_append (self->file, data, stored);
  append_to_directory (self, compress, checksum, stored, length, name, place);
}

/*
 * Closes the file and hands it over; RISALAH_BRIEF_ERROR_OUTPUT where it became too large.
 */
GBytes *
risalah_zip_finish (RisalahZip *self, GError **error)
{
  guint32 place = self->file->len;

  if (self->too_large)
    {
      g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT,
                           _ ("The brief is too large for this format. Nothing was written."));
      return NULL;
    }
  g_byte_array_append (self->file, self->central->data, self->central->len);
  append_32 (self->file, END_OF_CENTRAL);
  append_16 (self->file, 0);
  append_16 (self->file, 0);
  append_16 (self->file, self->n_entries);
  append_16 (self->file, self->n_entries);
  append_32 (self->file, self->central->len);
  append_32 (self->file, place);
  append_16 (self->file, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->file));
}
