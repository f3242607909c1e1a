/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on events, each of them undone and done again: the events must be what they were, to the
 * last column. */

#include "risalah-corroboration.h"
#include "risalah-event-history.h"
#include "risalah-library-error.h"
#include "session-harness.h"

static const char first_text[] = "Dialog Rekaan di Jakarta\n"
                                 "Contoh News, 28 Juli 2025\n"
                                 "Menteri Pertahanan Indonesia bertemu Menteri Pertahanan Pakistan "
                                 "di Jakarta pada 28 Juli 2025.\n";
static const char second_text[] = "Kunjungan Umpama\n"
                                  "Warta Umpama, 30 Juli 2025\n"
                                  "Pertemuan menteri Indonesia dan Pakistan itu diadakan pada "
                                  "29 Juli 2025, menurut pejabat setempat.\n";

typedef struct
{
  GArray *ids;
  GPtrArray *events;
  guint review;
} Listing;

static gboolean
list_events (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Listing *listing = data;
  const RisalahEventFilter filter = { .review = listing->review, .with_talk = TRUE };

  listing->ids = risalah_events_list (connection, &filter, error);
  if (listing->ids != NULL)
    listing->events = risalah_events_get_many (connection, (const gint64 *)listing->ids->data,
                                               listing->ids->len, TRUE, error);
  return listing->events != NULL;
}

static GPtrArray *
get_events (SessionFixture *fixture, guint review)
{
  Listing listing = { .review = review };
  g_autoptr (GError) error = NULL;

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             list_events, &listing, NULL, &error);
  g_assert_no_error (error);
  g_array_unref (listing.ids);
  return listing.events;
}

/* All that a list can show of the events, as text. */
static char *
describe (SessionFixture *fixture)
{
  g_autoptr (GPtrArray) events = get_events (fixture, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (events, i);

      g_string_append_printf (text, "%s %s %s %d %s %s %s %u/%u:", event->title, event->kind,
                              event->edtf, event->date_by_analyst,
                              event->date_reason != NULL ? event->date_reason : "-",
                              risalah_review_to_string (event->review),
                              event->place != NULL ? event->place : "-", event->n_articles,
                              event->n_origins);
      for (guint j = 0; j < event->parties->len; j++)
        g_string_append_printf (text, " %s", ((RisalahParty *)event->parties->pdata[j])->key);
      for (guint j = 0; j < event->evidence->len; j++)
        {
          const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, j);

          g_string_append_printf (text, " [%s=%s %d %d %s]", evidence->field, evidence->value,
                                  evidence->voice, evidence->credibility, evidence->joined_by);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  gboolean done;
  gint64 event;
  GError *error;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->event
      = risalah_event_history_finish (RISALAH_EVENT_HISTORY (source), result, &answer->error);
  answer->done = TRUE;
}

static gint64
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer->error);
  return answer->event;
}

static gint64
act (SessionFixture *fixture, RisalahEventAct *what)
{
  Answer answer = { 0 };

  risalah_event_history_act_async (risalah_session_get_event_history (fixture->session), what, NULL,
                                   answered_cb, &answer);
  return wait_for (&answer);
}

static void
undo (SessionFixture *fixture)
{
  Answer answer = { 0 };

  risalah_event_history_undo_async (risalah_session_get_event_history (fixture->session), NULL,
                                    answered_cb, &answer);
  wait_for (&answer);
}

static void
redo (SessionFixture *fixture)
{
  Answer answer = { 0 };

  risalah_event_history_redo_async (risalah_session_get_event_history (fixture->session), NULL,
                                    answered_cb, &answer);
  wait_for (&answer);
}

/* Does it, takes it back and does it again; returns the event that it is about then. */
static gint64
act_and_undo (SessionFixture *fixture, RisalahEventAct *what)
{
  g_autofree char *before = describe (fixture);
  gint64 event = act (fixture, what);
  g_autofree char *after = describe (fixture);
  g_autofree char *undone = NULL, *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undo (fixture);
  undone = describe (fixture);
  g_assert_cmpstr (undone, ==, before);
  redo (fixture);
  redone = describe (fixture);
  g_assert_cmpstr (redone, ==, after);
  return event;
}

static gint64
first_event (SessionFixture *fixture)
{
  g_autoptr (GPtrArray) events = get_events (fixture, 0);

  g_assert_cmpuint (events->len, >, 0);
  return ((RisalahEvent *)g_ptr_array_index (events, 0))->id;
}

static RisalahEvent *
get_event (SessionFixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) events = get_events (fixture, 0);

  for (guint i = 0; i < events->len; i++)
    if (((RisalahEvent *)g_ptr_array_index (events, i))->id == id)
      return g_ptr_array_steal_index (events, i);
  g_assert_not_reached ();
}

/* Two meetings that two articles tell with two dates. */
static void
import_both (SessionFixture *fixture, gint64 *first, gint64 *second)
{
  g_autoptr (GPtrArray) events = NULL;

  session_fixture_import (fixture, first_text);
  session_fixture_import (fixture, second_text);
  events = get_events (fixture, 0);
  g_assert_cmpuint (events->len, ==, 2);
  *first = ((RisalahEvent *)g_ptr_array_index (events, 0))->id;
  *second = ((RisalahEvent *)g_ptr_array_index (events, 1))->id;
}

static void
test_fields (SessionFixture *fixture, gconstpointer data)
{
  const gint64 id = (session_fixture_import (fixture, first_text), first_event (fixture));
  g_autoptr (RisalahEvent) event = get_event (fixture, id);

  act_and_undo (fixture, risalah_event_act_new_review (&id, 1, RISALAH_REVIEW_REJECTED));
  act_and_undo (fixture, risalah_event_act_new_review (&id, 1, RISALAH_REVIEW_ACCEPTED));
  act_and_undo (fixture, risalah_event_act_new_date (id, "2025-07/2025-08", RISALAH_EDTF_MOD_NONE,
                                                     "menurut undangan"));
  g_free (event->title);
  event->title = g_strdup ("Judul lain");
  g_free (event->place);
  event->place = g_strdup ("Bogor");
  risalah_event_add_party (event, "organisation", "TNI", NULL);
  act_and_undo (fixture, risalah_event_act_new_change (event));
  act_and_undo (fixture, risalah_event_act_new_delete (id));
}

static void
test_made (SessionFixture *fixture, gconstpointer data)
{
  const gint64 id = (session_fixture_import (fixture, first_text), first_event (fixture));
  g_autoptr (RisalahEvent) event = get_event (fixture, id);
  const RisalahEvidence *piece = g_ptr_array_index (event->evidence, 0);
  gint64 made;

  g_assert_cmpuint (event->evidence->len, >, 1);
  made = act_and_undo (fixture, risalah_event_act_new_split (id, &piece->id, 1));
  g_assert_cmpint (made, !=, id);
  act_and_undo (fixture, risalah_event_act_new_evidence (id, piece));
  g_clear_pointer (&event->uid, g_free);
  g_clear_pointer (&event->suggestion_key, g_free);
  for (guint i = 0; i < event->evidence->len; i++)
    g_clear_pointer (&((RisalahEvidence *)event->evidence->pdata[i])->uid, g_free);
  act_and_undo (fixture, risalah_event_act_new_add (event));
}

static void
test_evidence (SessionFixture *fixture, gconstpointer data)
{
  const gint64 id = (session_fixture_import (fixture, first_text), first_event (fixture));
  g_autoptr (RisalahEvent) event = get_event (fixture, id);
  const RisalahEvidence *piece = g_ptr_array_index (event->evidence, 0);
  Answer answer = { 0 };
  g_autofree char *before = NULL, *after = NULL;

  act_and_undo (fixture, risalah_event_act_new_grade (piece, RISALAH_VOICE_REPORTED, 2));
  /* Refused, and no step of the history. */
  before = describe (fixture);
  risalah_event_history_act_async (risalah_session_get_event_history (fixture->session),
                                   risalah_event_act_new_grade (piece, RISALAH_VOICE_DIRECT, 1),
                                   NULL, answered_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  g_clear_error (&answer.error);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);
  act_and_undo (fixture, risalah_event_act_new_remove (piece));
}

/* Both dates stand beside each other; the one that is decided for is the event's, and the source's
 * own, not the analyst's. */
static void
test_conflict (SessionFixture *fixture, gconstpointer data)
{
  gint64 first, second;
  g_autoptr (RisalahEvent) merged = NULL;
  g_autoptr (RisalahEvent) decided = NULL;
  const RisalahEvidence *other = NULL;
  guint n_dates = 0;

  import_both (fixture, &first, &second);
  act_and_undo (fixture, risalah_event_act_new_merge (second, first));
  merged = get_event (fixture, first);
  g_assert_cmpstr (merged->edtf, ==, "2025-07-28");
  g_assert_cmpint (merged->review, ==, RISALAH_REVIEW_ACCEPTED);
  g_assert_cmpuint (merged->n_articles, ==, 2);
  for (guint i = 0; i < merged->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (merged->evidence, i);

      n_dates += g_str_equal (evidence->field, "date");
      if (g_strcmp0 (evidence->value, "2025-07-29") == 0)
        other = evidence;
    }
  g_assert_cmpuint (n_dates, ==, 2);
  g_assert_nonnull (other);
  g_assert_true (risalah_corroboration_is_contested (merged, "date"));
  g_assert_false (risalah_corroboration_is_contested (merged, "place"));
  act_and_undo (fixture, risalah_event_act_new_decide (other));
  decided = get_event (fixture, first);
  g_assert_cmpstr (decided->edtf, ==, "2025-07-29");
  g_assert_false (risalah_corroboration_is_contested (decided, "date"));
  g_assert_false (decided->date_by_analyst);
  g_assert_cmpuint (decided->evidence->len, ==, merged->evidence->len);
  act_and_undo (fixture, risalah_event_act_new_unmerge (second, first));
}

static void
assert_count (guint n_articles, guint n_origins, const char *expected)
{
  g_autoptr (RisalahEvent) event = risalah_event_new ();
  g_autofree char *words = NULL;

  event->n_articles = n_articles;
  event->n_origins = n_origins;
  words = risalah_corroboration_count (event);
  g_assert_cmpstr (words, ==, expected);
}

/* How well an event is supported, in words; grades are listed, the best first, each once. */
static void
test_corroboration (SessionFixture *fixture, gconstpointer data)
{
  static const struct
  {
    char reliability;
    guint8 credibility;
    const char *published;
  } given[] = { { 'B', 0, "2025-08" }, { 'A', 2, "2025-07-30" }, { 0, 3, NULL }, { 'B', 0, "2026" } };
  g_autoptr (RisalahEvent) event = risalah_event_new ();
  g_autofree char *grades = NULL;

  assert_count (1, 1, "1 article, 1 independent origin");
  assert_count (5, 2, "5 articles, 2 independent origins");
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      RisalahEvidence *evidence = risalah_event_add_evidence (event, 1, 0, 4, "trigger");

      evidence->reliability = given[i].reliability;
      evidence->credibility = given[i].credibility;
      evidence->published = g_strdup (given[i].published);
    }
  grades = risalah_corroboration_grades (event);
  g_assert_cmpstr (grades, ==, "A2, B–, –3");
  g_assert_cmpstr (risalah_corroboration_get_reported (event), ==, "2025-07-30");
  /* An event with a day of its own is never dated by its articles. */
  event->has_earliest = TRUE;
  g_assert_null (risalah_corroboration_get_reported (event));
}

/* Keys come faster than the disk: each undo takes back the act before it. */
static void
test_fast (SessionFixture *fixture, gconstpointer data)
{
  RisalahEventHistory *history = risalah_session_get_event_history (fixture->session);
  Answer answers[4] = { { 0 } };
  gint64 first, second;
  g_autofree char *before = NULL, *after = NULL;

  import_both (fixture, &first, &second);
  before = describe (fixture);
  g_assert_false (risalah_event_history_can_undo (history));
  risalah_event_history_act_async (
      history, risalah_event_act_new_review (&first, 1, RISALAH_REVIEW_ACCEPTED), NULL, answered_cb,
      &answers[0]);
  risalah_event_history_act_async (
      history, risalah_event_act_new_review (&second, 1, RISALAH_REVIEW_REJECTED), NULL,
      answered_cb, &answers[1]);
  g_assert_true (risalah_event_history_can_undo (history));
  risalah_event_history_undo_async (history, NULL, answered_cb, &answers[2]);
  risalah_event_history_undo_async (history, NULL, answered_cb, &answers[3]);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    wait_for (&answers[i]);
  g_assert_cmpint (answers[2].event, ==, second);
  g_assert_cmpint (answers[3].event, ==, first);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (risalah_event_history_can_undo (history));
  g_assert_true (risalah_event_history_can_redo (history));
  /* Nothing to undo is no error. */
  undo (fixture);
  /* Another act, and what was undone is out of reach. */
  act (fixture, risalah_event_act_new_review (&first, 1, RISALAH_REVIEW_REJECTED));
  g_assert_false (risalah_event_history_can_redo (history));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST ("event-history/fields", test_fields);
  SESSION_TEST ("event-history/made", test_made);
  SESSION_TEST ("event-history/evidence", test_evidence);
  SESSION_TEST ("event-history/conflict", test_conflict);
  SESSION_TEST ("event-history/fast", test_fast);
  SESSION_TEST ("corroboration", test_corroboration);
  return g_test_run ();
}
