/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session on a new library in a folder of its own. */

#include "session-harness.h"

#include <glib/gstdio.h>
#include <string.h>

#include "risalah-importer.h"

void
session_fixture_set_up (SessionFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("risalah-session-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.risalah", NULL);
  self->session = risalah_session_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  risalah_session_set_today (self->session, "2026-05-12");
}

void
session_harness_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
session_fixture_tear_down (SessionFixture *self, gconstpointer data)
{
  risalah_session_close (self->session);
  g_assert_finalize_object (self->session);
  session_harness_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

gint64
session_fixture_import (SessionFixture *self, const char *text)
{
  g_autoptr (RisalahImporter) importer = risalah_session_create_importer (self->session);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  const RisalahImportResult *result;

  risalah_importer_add_bytes (importer, bytes, "artikel.txt", "text/plain");
  g_assert_true (risalah_importer_run (importer, &results, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  result = g_ptr_array_index (results, 0);
  g_assert_cmpint (result->status, ==, RISALAH_IMPORT_IMPORTED);
  return result->source;
}
