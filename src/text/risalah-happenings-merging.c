/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event a happening, not one a sentence: further mentions go to the first. */

#include <stdio.h>
#include <string.h>

#include "risalah-happenings-private.h"

/* A mention is of one of the last so many happenings: a long text takes no longer for each. */
#define MAX_LOOK_BACK 60

static guint
n_shared (const GPtrArray *one, const GPtrArray *other)
{
  guint n = 0;

  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      n += g_ptr_array_index (one, i) == g_ptr_array_index (other, j);
  return n;
}

/* Those that the sentences name count; what was filled in parts nothing. */
static gboolean
same_parties (const RisalahHappening *one, const RisalahHappening *other)
{
  guint n_one = MIN (one->n_named, one->parties->len);
  guint n_other = MIN (other->n_named, other->parties->len);
  guint shared = 0;

  /* A summary that names nobody is not the one happening of two that is told after it. */
  if (n_one == 0 && n_other >= 2 && one->edtf != NULL && strcmp (one->rule, "phrase") == 0
      && strcmp (other->rule, "phrase") == 0)
    return n_shared (one->parties, other->parties) > 1;
  if (n_one == 0 || n_other == 0)
    return n_shared (one->parties, other->parties) > 0;
  for (guint i = 0; i < n_one; i++)
    for (guint j = 0; j < n_other; j++)
      shared += g_ptr_array_index (one->parties, i) == g_ptr_array_index (other->parties, j);
  return shared == n_other && (shared == n_one || n_other == 1);
}

/**
 * risalah_happening_is_background:
 * @happening: a happening with a date
 * @reference: (nullable): the article's own date
 *
 * Returns: whether it lies more than three months before the article
 */
gboolean
risalah_happening_is_background (const RisalahHappening *happening, const char *reference)
{
  int year, month, own_year;
  int own_month = 12;

  if (reference == NULL || sscanf (reference, "%4d-%2d", &year, &month) != 2
      || sscanf (happening->edtf, "%4d-%2d", &own_year, &own_month) < 1)
    return FALSE;
  return 12 * (year - own_year) + month - own_month > 3;
}

/* "A dan B meneken …, sementara C dan D …": two of one sentence that share no party. */
static gboolean
parts_in_sentence (const RisalahHappening *one, const RisalahHappening *other)
{
  return one->n_named >= 2 && other->n_named >= 2 && n_shared (one->parties, other->parties) == 0;
}

/* Is the later mention of the earlier happening? */
static gboolean
is_same (const RisalahHappening *earlier,
         const RisalahHappening *later,
         const RisalahTrigger *trigger,
         const char *reference,
         gboolean in_list)
{
  gboolean own_date = later->date_end > later->date_start && later->edtf != NULL;
  gboolean dates_part =
      own_date && earlier->edtf != NULL && strcmp (earlier->edtf, later->edtf) != 0;

  if (trigger->is_talk && strcmp (earlier->kind, "visit") == 0)
    return n_shared (earlier->parties, later->parties) > 0;
  if (earlier->kind != later->kind)
    return FALSE;
  if (trigger->is_anaphoric)
    return TRUE;
  if (earlier->start == later->start)
    return !parts_in_sentence (earlier, later)
           && !(dates_part && earlier->date_end > earlier->date_start);
  if ((trigger->is_phase || (trigger->is_definite && !dates_part))
      && n_shared (earlier->parties, later->parties) > 0)
    return TRUE;
  if (in_list || dates_part || trigger->is_further
      || (own_date && earlier->edtf == NULL && risalah_happening_is_background (later, reference)))
    return FALSE;
  if (strcmp (later->kind, "conference-exhibition") == 0)
    return n_shared (earlier->parties, later->parties) > 0 || later->parties->len == 0;
  if (!same_parties (earlier, later)
      && !(trigger->strength != 's' && n_shared (earlier->parties, later->parties) > 0
           && later->n_named <= 1))
    return FALSE;
  if (earlier->status == later->status)
    return TRUE;
  return trigger->strength == 'n' && !own_date && later->status != RISALAH_HAPPENING_PROPOSED
         && later->status != RISALAH_HAPPENING_CANCELLED;
}

/* The surest mention stands first: it tells title, place and status. */
static void
swap (RisalahHappening *into, RisalahHappening *from)
{
  RisalahHappening other = *into;

  into->title = from->title;
  from->title = other.title;
  into->parties = from->parties;
  from->parties = other.parties;
  into->edtf = from->edtf;
  from->edtf = other.edtf;
  into->place = from->place;
  from->place = other.place;
  into->n_named = from->n_named;
  into->mod = from->mod;
  into->status = from->status;
  into->voice = from->voice;
  into->is_talk = from->is_talk;
  into->rule = from->rule;
  into->trigger_start = from->trigger_start;
  into->trigger_end = from->trigger_end;
  into->date_start = from->date_start;
  into->date_end = from->date_end;
  into->start = from->start;
  into->end = from->end;
  from->mod = other.mod;
  from->start = other.start;
  from->end = other.end;
}

static void
take_mention (RisalahHappening *into, RisalahHappening *from, gboolean is_known)
{
  RisalahSpan span;

  if (!is_known && from->score > into->score + 0.05 && from->start != into->start)
    swap (into, from);
  span = (RisalahSpan){ .start = from->start, .end = from->end };
  if (from->start != into->start)
    g_array_append_val (into->mentions, span);
  if (into->place == NULL)
    into->place = g_steal_pointer (&from->place);
  if (into->edtf == NULL && from->edtf != NULL)
    {
      into->edtf = g_steal_pointer (&from->edtf);
      into->mod = from->mod;
      into->date_start = into->date_end = 0;
    }
  into->score = MIN (1.0, MAX (into->score, from->score) + 0.03);
}

/**
 * risalah_happenings_merge:
 * @found: (element-type RisalahHappening): what was found before
 * @happening: (transfer full): a further one
 * @trigger: the words that name it
 * @reference: (nullable): the article's own date
 * @in_list: it stands in an item of a list, apart from the other items
 *
 * Adds @happening, or adds it to the one that it mentions again. What is told of as known and is
 * not known is no happening.
 */
void
risalah_happenings_merge (GPtrArray *found,
                          RisalahHappening *happening,
                          const RisalahTrigger *trigger,
                          const char *reference,
                          gboolean in_list)
{
  for (guint i = found->len; i > 0 && found->len - i < MAX_LOOK_BACK; i--)
    {
      RisalahHappening *earlier = g_ptr_array_index (found, i - 1);

      if (is_same (earlier, happening, trigger, reference, in_list))
        {
          take_mention (earlier, happening,
                        trigger->is_anaphoric || trigger->is_definite || trigger->is_phase
                            || trigger->is_talk);
          risalah_happening_free (happening);
          return;
        }
    }
  if (trigger->is_anaphoric)
    risalah_happening_free (happening);
  else
    g_ptr_array_add (found, happening);
}
