/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events: suggested, decided, merged and taken apart again, with their evidence. */

#include "library-fixture.h"
#include "risalah-events.h"
#include "risalah-reprints.h"

typedef struct
{
  SmallSource sources[4];
} Sources;

static RisalahEvent *
make_event (const char *key, const char *edtf, const char *party)
{
  RisalahEvent *event = risalah_event_new ();

  event->title = g_strdup ("Pertemuan menteri");
  event->kind = g_strdup ("meeting");
  event->edtf = g_strdup (edtf);
  event->suggestion_key = g_strdup (key);
  event->score = 0.8;
  risalah_event_add_party (event, "country", "ID", "Indonesia");
  risalah_event_add_party (event, "country", party, NULL);
  risalah_event_add_evidence (event, 0, 0, 7, "trigger")->voice = RISALAH_VOICE_PUBLISHER;
  return event;
}

static void
suggest (RisalahConnection *connection, gint64 text, RisalahEvent *event)
{
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_event_free);
  g_autoptr (GError) error = NULL;

  if (event != NULL)
    g_ptr_array_add (events, event);
  risalah_events_suggest (connection, text, events, &error);
  g_assert_no_error (error);
}

static GArray *
list (RisalahConnection *connection, guint review)
{
  RisalahEventFilter filter = { .review = review };
  g_autoptr (GError) error = NULL;
  GArray *ids = risalah_events_list (connection, &filter, &error);

  g_assert_no_error (error);
  return ids;
}

static void
assert_listed (RisalahConnection *connection, guint review, guint n)
{
  g_autoptr (GArray) ids = list (connection, review);
  g_assert_cmpuint (ids->len, ==, n);
}

static gint64
first_event (RisalahConnection *connection)
{
  g_autoptr (GArray) ids = list (connection, 0);
  g_assert_cmpuint (ids->len, >, 0);
  return g_array_index (ids, gint64, 0);
}

static void
add_sources (RisalahConnection *connection, Sources *sources)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources->sources); i++)
    {
      sources->sources[i].title = "Berita";
      sources->sources[i].text = "Menteri bertemu di Jakarta pada hari Senin.";
      add_small_source (connection, &sources->sources[i], NULL, &error);
      g_assert_no_error (error);
    }
}

static gboolean
decide (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Sources sources = { 0 };
  gint64 text, id;

  add_sources (connection, &sources);
  text = sources.sources[0].text_id;

  /* What waits is replaced by the next analysis. */
  suggest (connection, text, make_event ("a", "2025-07-28", "PK"));
  assert_listed (connection, 1u << RISALAH_REVIEW_SUGGESTED, 1);
  suggest (connection, text, make_event ("b", "2025-07-28", "PK"));
  assert_listed (connection, 1u << RISALAH_REVIEW_SUGGESTED, 1);
  suggest (connection, text, NULL);
  assert_listed (connection, 0, 0);

  /* What was rejected stays so. */
  suggest (connection, text, make_event ("a", "2025-07-28", "PK"));
  id = first_event (connection);
  g_assert_true (risalah_events_set_review (connection, id, RISALAH_REVIEW_REJECTED, error));
  suggest (connection, text, make_event ("a", "2025-07-28", "PK"));
  assert_listed (connection, 1u << RISALAH_REVIEW_SUGGESTED, 0);
  assert_listed (connection, 1u << RISALAH_REVIEW_REJECTED, 1);

  /* What was accepted and changed stays as it is. */
  g_assert_true (risalah_events_set_review (connection, id, RISALAH_REVIEW_ACCEPTED, error));
  g_assert_true (risalah_events_set_date (connection, id, "2025-08", RISALAH_EDTF_MOD_EARLY,
                                          "menurut undangan", error));
  suggest (connection, text, make_event ("a", "2025-07-28", "PK"));
  {
    g_autoptr (RisalahEvent) event = risalah_events_get (connection, id, error);
    g_autoptr (RisalahSource) source = risalah_sources_get (connection, sources.sources[0].id, error);

    g_assert_cmpstr (event->edtf, ==, "2025-08");
    g_assert_cmpint (event->mod, ==, RISALAH_EDTF_MOD_EARLY);
    g_assert_true (event->date_by_analyst);
    g_assert_cmpuint (event->evidence->len, ==, 1);
    g_assert_cmpstr (((RisalahEvidence *)event->evidence->pdata[0])->exact, ==, "Menteri");
    g_assert_cmpuint (event->parties->len, ==, 2);
    g_assert_cmpstr (source->kinds[0], ==, "meeting");
  }
  /* The date that was found comes back. */
  g_assert_true (risalah_events_set_date (connection, id, NULL, RISALAH_EDTF_MOD_NONE, NULL, error));
  {
    g_autoptr (RisalahEvent) event = risalah_events_get (connection, id, error);
    g_assert_cmpstr (event->edtf, ==, "2025-07-28");
    g_assert_false (event->date_by_analyst);
  }
  return TRUE;
}

static void
test_decide (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, decide, NULL);
}

static gboolean
join (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Sources sources = { 0 };
  gint64 id, other;

  add_sources (connection, &sources);
  suggest (connection, sources.sources[0].text_id, make_event ("a", "2025-07-28", "PK"));
  id = first_event (connection);
  /* Another source, the same day, kind and parties. */
  suggest (connection, sources.sources[1].text_id, make_event ("b", "2025-07-28/2025-07-29", "PK"));
  assert_listed (connection, 0, 1);
  /* Other parties; another month; a vague date: none of them joins. */
  suggest (connection, sources.sources[2].text_id, make_event ("c", "2025-07-28", "TR"));
  assert_listed (connection, 0, 2);
  suggest (connection, sources.sources[3].text_id, make_event ("d", "2025-07", "PK"));
  assert_listed (connection, 0, 3);
  {
    g_autoptr (RisalahEvent) event = risalah_events_get (connection, id, error);
    RisalahEvidence *second = event->evidence->pdata[1];

    g_assert_cmpuint (event->n_articles, ==, 2);
    g_assert_cmpuint (event->n_origins, ==, 2);
    g_assert_cmpstr (second->joined_by, ==, "automatic");
    /* What joined can be split off, and does not come back. */
    other = risalah_events_split (connection, id, &second->id, 1, error);
    g_assert_cmpint (other, >, 0);
  }
  suggest (connection, sources.sources[1].text_id, make_event ("b", "2025-07-28/2025-07-29", "PK"));
  {
    g_autoptr (RisalahEvent) event = risalah_events_get (connection, id, error);
    g_assert_cmpuint (event->n_articles, ==, 1);
  }
  assert_listed (connection, 0, 4);
  return TRUE;
}

static void
test_join (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, join, NULL);
}

static gboolean
merge (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Sources sources = { 0 };
  gint64 ids[3];

  add_sources (connection, &sources);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RisalahEvent) event = make_event (NULL, "2025-07-28", "PK");

      ((RisalahEvidence *)event->evidence->pdata[0])->text = sources.sources[i].text_id;
      ids[i] = risalah_events_add (connection, event, error);
      g_assert_cmpint (ids[i], >, 0);
    }
  {
    g_autoptr (GArray) similar = risalah_events_find_similar (connection, ids[0], 5, error);
    g_assert_cmpuint (similar->len, ==, 2);
  }
  g_assert_true (risalah_events_merge (connection, ids[0], ids[1], error));
  g_assert_true (risalah_events_merge (connection, ids[1], ids[2], error));
  assert_listed (connection, 0, 1);
  {
    g_autoptr (RisalahEvent) event = risalah_events_get (connection, ids[2], error);
    g_assert_cmpuint (event->evidence->len, ==, 3);
    g_assert_cmpuint (event->n_articles, ==, 3);
  }
  /* Each comes out again with its own. */
  g_assert_true (risalah_events_unmerge (connection, ids[0], error));
  g_assert_true (risalah_events_unmerge (connection, ids[1], error));
  assert_listed (connection, 0, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RisalahEvent) event = risalah_events_get (connection, ids[i], error);

      g_assert_cmpuint (event->evidence->len, ==, 1);
      g_assert_cmpint (((RisalahEvidence *)event->evidence->pdata[0])->source, ==,
                       sources.sources[i].id);
    }
  {
    g_autoptr (GError) refused = NULL;
    g_assert_false (risalah_events_merge (connection, ids[0], ids[0], &refused));
    g_assert_error (refused, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  }
  return TRUE;
}

static void
test_merge (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, merge, NULL);
}

/* Reprints count once; "confirmed" needs a second origin. */
static gboolean
corroborate (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Sources sources = { 0 };
  g_autoptr (RisalahEvent) event = make_event (NULL, "2025-07-28", "PK");
  g_autoptr (RisalahEvent) stored = NULL;
  g_autoptr (GError) refused = NULL;
  gint64 id, evidence;

  add_sources (connection, &sources);
  ((RisalahEvidence *)event->evidence->pdata[0])->text = sources.sources[0].text_id;
  for (guint i = 1; i < 3; i++)
    risalah_event_add_evidence (event, sources.sources[i].text_id, 0, 7, "trigger");
  id = risalah_events_add (connection, event, error);
  g_assert_true (risalah_reprints_join (connection, sources.sources[0].id, sources.sources[1].id,
                                        error));
  g_assert_true (risalah_reprints_join (connection, sources.sources[2].id, sources.sources[1].id,
                                        error));
  stored = risalah_events_get (connection, id, error);
  g_assert_cmpuint (stored->n_articles, ==, 3);
  g_assert_cmpuint (stored->n_origins, ==, 1);
  evidence = ((RisalahEvidence *)stored->evidence->pdata[0])->id;
  g_assert_false (risalah_events_grade_evidence (connection, evidence, RISALAH_VOICE_DIRECT, 1,
                                                 &refused));
  g_assert_error (refused, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  g_assert_true (risalah_events_grade_evidence (connection, evidence, RISALAH_VOICE_DIRECT, 2, error));
  g_assert_true (risalah_reprints_split (connection, sources.sources[2].id, error));
  g_assert_true (risalah_events_grade_evidence (connection, evidence, RISALAH_VOICE_DIRECT, 1, error));
  return TRUE;
}

static void
test_corroborate (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, corroborate, NULL);
}

static gboolean
filter_events (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *edtf;
    gboolean is_talk;
  } wanted[] = { { "2025-07-28", FALSE }, { "2024", FALSE }, { "XXXX-07-28", FALSE }, { NULL, FALSE },
                 { "2023/..", FALSE }, { "2025-01-01", TRUE } };
  Sources sources = { 0 };
  RisalahEventFilter filter = { 0 };
  GArray *ids;

  add_sources (connection, &sources);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (RisalahEvent) event = make_event (NULL, wanted[i].edtf, "PK");

      event->review = RISALAH_REVIEW_ACCEPTED;
      event->is_talk = wanted[i].is_talk;
      ((RisalahEvidence *)event->evidence->pdata[0])->text = sources.sources[i % 2].text_id;
      g_assert_cmpint (risalah_events_add (connection, event, error), ==, i + 1);
    }
#define ASSERT_IDS(...)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gint64 expected[] = { __VA_ARGS__ };                                                     \
    ids = risalah_events_list (connection, &filter, error);                                        \
    g_assert_nonnull (ids);                                                                        \
    g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, sizeof expected);            \
    g_array_unref (ids);                                                                           \
  }                                                                                                \
  G_STMT_END
  ASSERT_IDS (5, 2, 1, 3, 4);
  filter.dated = -1;
  ASSERT_IDS (3, 4);
  filter = (RisalahEventFilter){ .has_from = TRUE, .from = risalah_day_from_date (2025, 1, 1) };
  ASSERT_IDS (5, 1);
  filter.has_to = TRUE;
  filter.to = risalah_day_from_date (2025, 6, 30);
  ASSERT_IDS (5);
  filter = (RisalahEventFilter){ .source = sources.sources[1].id, .with_talk = TRUE };
  ASSERT_IDS (2, 6, 4);
  filter = (RisalahEventFilter){ .min_origins = 2 };
  ids = risalah_events_list (connection, &filter, error);
  g_assert_cmpuint (ids->len, ==, 0);
  g_array_unref (ids);
  filter = (RisalahEventFilter){ .countries = "TR" };
  ids = risalah_events_list (connection, &filter, error);
  g_assert_cmpuint (ids->len, ==, 0);
  g_array_unref (ids);
  filter = (RisalahEventFilter){ .countries = "TR PK", .kinds = "visit meeting", .dated = -1 };
  ASSERT_IDS (3, 4);
  filter = (RisalahEventFilter){ .kinds = "visit" };
  ids = risalah_events_list (connection, &filter, error);
  g_assert_cmpuint (ids->len, ==, 0);
  g_array_unref (ids);
  filter = (RisalahEventFilter){ .sources = g_array_new (FALSE, FALSE, sizeof (gint64)),
                                 .min_origins = 1 };
  g_array_append_val (filter.sources, sources.sources[1].id);
  ASSERT_IDS (2, 4);
  g_array_unref (filter.sources);
  return TRUE;
}

/* The same events in every order; what needs a date is last either way. */
static gboolean
sort (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *title;
    const char *kind;
    const char *edtf;
    const char *party;
    double score;
    guint source;
  } wanted[] = { { "beta", "visit", "2025-07-28", "PK", 0.5, 0 },
                 { "Alfa", "aid", NULL, "AU", 0.9, 1 },
                 { "gama", "meeting", "2024", "TR", 0.7, 1 } };
  Sources sources = { 0 };
  RisalahEventFilter filter = { 0 };
  g_autoptr (GArray) listed = NULL, articles = NULL;
  GArray *ids;

  add_sources (connection, &sources);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (RisalahEvent) event = make_event (NULL, wanted[i].edtf, wanted[i].party);

      g_free (event->title);
      g_free (event->kind);
      event->title = g_strdup (wanted[i].title);
      event->kind = g_strdup (wanted[i].kind);
      event->score = wanted[i].score;
      event->status = i;
      ((RisalahEvidence *)event->evidence->pdata[0])->text
          = sources.sources[wanted[i].source].text_id;
      if (i == 2)
        risalah_event_add_evidence (event, sources.sources[0].text_id, 0, 7, "trigger");
      g_assert_cmpint (risalah_events_add (connection, event, error), ==, i + 1);
    }
  ASSERT_IDS (3, 1, 2);
  filter.descending = TRUE;
  ASSERT_IDS (1, 3, 2);
  filter.sort = RISALAH_EVENT_SORT_TITLE;
  ASSERT_IDS (3, 1, 2);
  filter.descending = FALSE;
  ASSERT_IDS (2, 1, 3);
  filter.sort = RISALAH_EVENT_SORT_KIND;
  ASSERT_IDS (2, 3, 1);
  filter.sort = RISALAH_EVENT_SORT_PARTIES;
  ASSERT_IDS (2, 1, 3);
  filter.sort = RISALAH_EVENT_SORT_STATUS;
  ASSERT_IDS (1, 2, 3);
  filter.sort = RISALAH_EVENT_SORT_ORIGINS;
  filter.descending = TRUE;
  ASSERT_IDS (3, 1, 2);
  /* By article: the second has the surest suggestion; within the first the surest leads. */
  filter.sort = RISALAH_EVENT_SORT_ARTICLE;
  ASSERT_IDS (2, 3, 1);
  listed = risalah_events_list (connection, &filter, error);
  articles = risalah_events_get_articles (connection, listed, error);
  g_assert_cmpint (g_array_index (articles, gint64, 0), ==, sources.sources[1].id);
  g_assert_cmpint (g_array_index (articles, gint64, 1), ==, sources.sources[0].id);
  g_assert_cmpint (g_array_index (articles, gint64, 2), ==, sources.sources[0].id);
  return TRUE;
}

static void
test_sort (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, sort, NULL);
}

static void
test_filter (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, filter_events, NULL);
}

static gboolean
refuse_badly_dated (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RisalahEvent) event = make_event (NULL, "kemarin", "PK");
  g_autoptr (RisalahEvent) outside = make_event (NULL, "2025", "PK");
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  Sources sources = { 0 };
  RisalahEvidence *evidence = outside->evidence->pdata[0];

  add_sources (connection, &sources);
  g_assert_cmpint (risalah_events_add (connection, event, &first), ==, 0);
  g_assert_nonnull (first);
  evidence->text = sources.sources[0].text_id;
  evidence->end = 5000;
  g_assert_cmpint (risalah_events_add (connection, outside, &second), ==, 0);
  g_assert_error (second, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT);
  return TRUE;
}

static void
test_refused (LibraryFixture *fixture, gconstpointer data)
{
  library_fixture_write (fixture, refuse_badly_dated, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/events/" name, LibraryFixture, NULL, library_fixture_set_up, function,             \
              library_fixture_tear_down)
  ADD ("decide", test_decide);
  ADD ("join", test_join);
  ADD ("merge", test_merge);
  ADD ("corroborate", test_corroborate);
  ADD ("filter", test_filter);
  ADD ("sort", test_sort);
  ADD ("refused", test_refused);
  return g_test_run ();
}
