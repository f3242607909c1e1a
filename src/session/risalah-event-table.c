/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the table of events of an edition: accepted events with evidence in a cited source, each
 * in the words of the brief's language. */

#include "risalah-event-table.h"

#include "risalah-corroboration.h"
#include "risalah-events.h"
#include "risalah-sources.h"
#include "risalah-terms.h"

typedef struct
{
  gint64 id;
  const char *uid;
} Cited;

static gint
compare_cited (gconstpointer a, gconstpointer b)
{
  const Cited *left = a, *right = b;

  return (left->id > right->id) - (left->id < right->id);
}

/* The cited sources that are in the library, by number. */
static GArray *
list_cited (RisalahConnection *connection, GHashTable *sources)
{
  GArray *cited = g_array_new (FALSE, FALSE, sizeof (Cited));
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      const Cited one = { risalah_sources_find_uid (connection, uid, NULL), uid };

      if (one.id > 0)
        g_array_append_val (cited, one);
    }
  g_array_sort (cited, compare_cited);
  return cited;
}

static const char *
party_name (const RisalahTerms *terms, const RisalahParty *party)
{
  g_autofree char *key = g_strconcat ("country.", party->key, NULL);

  if (g_str_equal (party->kind, "country") && risalah_terms_has (terms, key))
    return risalah_terms_get (terms, key);
  return party->name != NULL ? party->name : party->key;
}

char *
risalah_event_table_dup_parties (const RisalahTerms *terms, const RisalahEvent *event)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < event->parties->len; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, party_name (terms, g_ptr_array_index (event->parties, i)));
    }
  return g_string_free (names, FALSE);
}

static void
add_sources (RisalahEventLine *line, const RisalahEvent *event, const GArray *cited)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      for (guint j = 0; j < cited->len; j++)
        {
          const Cited *one = &g_array_index (cited, Cited, j);

          if (one->id == evidence->source
              && !g_ptr_array_find_with_equal_func (line->sources, one->uid, g_str_equal, NULL))
            g_ptr_array_add (line->sources, g_strdup (one->uid));
        }
    }
}

static RisalahEventLine *
make_line (const RisalahEdition *edition, const RisalahEvent *event, const GArray *cited)
{
  g_autofree char *key =
      g_strconcat ("event.status.", risalah_event_status_to_string (event->status), NULL);
  g_autofree char *parties = risalah_event_table_dup_parties (edition->terms, event);
  RisalahEventLine *line = risalah_event_line_new (event->edtf, event->title, parties,
                                                   risalah_terms_get (edition->terms, key));

  line->event = event->id;
  line->date_is_set = event->date_by_analyst;
  line->reported = g_strdup (risalah_corroboration_get_reported (event));
  add_sources (line, event, cited);
  return line;
}

gboolean
risalah_event_table_fill (RisalahConnection *connection,
                          RisalahEdition *edition,
                          GHashTable *sources,
                          GError **error)
{
  g_autoptr (GArray) cited = list_cited (connection, sources);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const RisalahEventFilter filter = { .review = 1u << RISALAH_REVIEW_ACCEPTED, .sources = numbers };

  for (guint i = 0; i < cited->len; i++)
    g_array_append_val (numbers, g_array_index (cited, Cited, i).id);
  if (numbers->len == 0)
    return TRUE;
  ids = risalah_events_list (connection, &filter, error);
  if (ids == NULL)
    return FALSE;
  events = risalah_events_get_many (connection, (const gint64 *)ids->data, ids->len, TRUE, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (edition->events, make_line (edition, g_ptr_array_index (events, i), cited));
  return TRUE;
}
