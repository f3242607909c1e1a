/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corrected publication date: the article's relative dates follow, the analyst's decisions stay.
 */

#include <string.h>

#include "risalah-events.h"
#include "risalah-library.h"
#include "risalah-mentions.h"
#include "risalah-redating.h"
#include "risalah-source-texts.h"
#include "session-harness.h"

#define ARTICLE                                                                                    \
  "Dua kapal tiba\n\nIndonesia dan Fiji menandatangani nota kesepahaman kemarin. Menteri "        \
  "Pertahanan Fiji akan mengunjungi Jakarta bulan depan. Keduanya bertemu di Suva pada 3 Mei "    \
  "2024."

typedef struct
{
  gint64 source;
  GArray *mentions;
  GPtrArray *events;
} Found;

static gboolean
read_found (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Found *found = data;
  RisalahEventFilter filter = { .source = found->source, .with_talk = TRUE };
  g_autoptr (RisalahSourceText) text
      = risalah_source_texts_get_current (connection, found->source, error);
  g_autoptr (GArray) ids = NULL;

  if (text == NULL || (found->mentions = risalah_mentions_get (connection, text->id, error)) == NULL
      || (ids = risalah_events_list (connection, &filter, error)) == NULL)
    return FALSE;
  found->events = risalah_events_get_many (connection, (const gint64 *)(gpointer)ids->data,
                                           ids->len, FALSE, error);
  return found->events != NULL;
}

static void
find (SessionFixture *fixture, gint64 source, Found *found)
{
  g_autoptr (GError) error = NULL;

  *found = (Found){ .source = source };
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             read_found, found, NULL, &error);
  g_assert_no_error (error);
}

static void
found_clear (Found *found)
{
  g_array_unref (found->mentions);
  g_ptr_array_unref (found->events);
}

static const char *
event_date (const Found *found, const char *kind)
{
  for (guint i = 0; i < found->events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (found->events, i);

      if (strcmp (event->kind, kind) == 0)
        return event->edtf;
    }
  g_error ("no event of the kind “%s”", kind);
}

static gboolean
accept_visit (RisalahConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Found *found = data;

  for (guint i = 0; i < found->events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (found->events, i);

      if (strcmp (event->kind, "visit") == 0)
        return risalah_events_set_review (connection, event->id, RISALAH_REVIEW_ACCEPTED, error);
    }
  g_return_val_if_reached (FALSE);
}

static void
set_published (SessionFixture *fixture, gint64 source, const char *edtf, int n_changed)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (risalah_session_set_published (fixture->session, source, edtf, &error), ==,
                   n_changed);
  g_assert_no_error (error);
}

static void
test_relative_dates (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, ARTICLE);
  Found found;

  find (fixture, source, &found);
  g_assert_cmpstr (event_date (&found, "agreement"), ==, NULL);
  found_clear (&found);

  /* "kemarin" and "bulan depan" have a value now; the whole date keeps its own. */
  set_published (fixture, source, "2024-05-10", 2);
  find (fixture, source, &found);
  g_assert_cmpstr (event_date (&found, "agreement"), ==, "2024-05-09");
  g_assert_cmpstr (event_date (&found, "visit"), ==, "2024-06");
  g_assert_cmpstr (event_date (&found, "meeting"), ==, "2024-05-03");
  found_clear (&found);
  set_published (fixture, source, "2024-05-10", 0);
}

static void
test_decisions_stay (SessionFixture *fixture, gconstpointer data)
{
  gint64 source = session_fixture_import (fixture, ARTICLE);
  g_autoptr (GError) error = NULL;
  Found found;

  set_published (fixture, source, "2024-05-10", 2);
  find (fixture, source, &found);
  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, accept_visit, &found, NULL, &error);
  g_assert_no_error (error);
  found_clear (&found);

  set_published (fixture, source, "2023-02-02", 2);
  find (fixture, source, &found);
  g_assert_cmpstr (event_date (&found, "agreement"), ==, "2023-02-01");
  g_assert_cmpstr (event_date (&found, "visit"), ==, "2024-06");
  g_assert_cmpuint (found.events->len, ==, 3);
  found_clear (&found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("redating/relative-dates", test_relative_dates);
  SESSION_TEST ("redating/decisions-stay", test_decisions_stay);
  return g_test_run ();
}
