/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event a happening, not one a sentence: further mentions go to the first. */

#include <string.h>

#include "risalah-happenings-private.h"

static guint
n_shared (const GPtrArray *one, const GPtrArray *other)
{
  guint n = 0;

  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      n += g_ptr_array_index (one, i) == g_ptr_array_index (other, j);
  return n;
}

static gboolean
same_parties (const RisalahHappening *one, const RisalahHappening *other)
{
  guint shared = n_shared (one->parties, other->parties);

  return shared == one->parties->len && shared == other->parties->len;
}

/* Is the later mention of the earlier happening? */
static gboolean
is_same (const RisalahHappening *earlier, const RisalahHappening *later, const RisalahTrigger *trigger,
         gboolean in_list)
{
  gboolean own_date = later->date_end > later->date_start && later->edtf != NULL;
  gboolean dates_part = own_date && earlier->edtf != NULL && strcmp (earlier->edtf, later->edtf) != 0;

  if (earlier->kind != later->kind)
    return FALSE;
  if (trigger->is_anaphoric)
    return TRUE;
  if (in_list || dates_part)
    return FALSE;
  if (strcmp (later->kind, "conference-exhibition") == 0)
    return n_shared (earlier->parties, later->parties) > 0 || later->parties->len == 0;
  if (!same_parties (earlier, later)
      && !(trigger->strength != 's' && n_shared (earlier->parties, later->parties) > 0
           && earlier->status == later->status && later->parties->len <= 1))
    return FALSE;
  if (earlier->status == later->status)
    return TRUE;
  return trigger->strength == 'n' && !own_date && later->status == RISALAH_HAPPENING_HELD;
}

static void
take_mention (RisalahHappening *into, RisalahHappening *from)
{
  RisalahSpan span = { .start = from->start, .end = from->end };

  g_array_append_val (into->mentions, span);
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
 * @in_list: it stands in an item of a list, apart from the other items
 *
 * Adds @happening, or adds it to the one that it mentions again. What is told of as known and is not
 * known is no happening.
 */
void
risalah_happenings_merge (GPtrArray *found, RisalahHappening *happening,
                          const RisalahTrigger *trigger, gboolean in_list)
{
  for (guint i = found->len; i > 0; i--)
    {
      RisalahHappening *earlier = g_ptr_array_index (found, i - 1);

      if (is_same (earlier, happening, trigger, in_list))
        {
          take_mention (earlier, happening);
          risalah_happening_free (happening);
          return;
        }
    }
  g_ptr_array_add (found, happening);
}
