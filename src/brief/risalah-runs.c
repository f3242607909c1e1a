/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of text. */

#include "risalah-runs.h"

struct _RisalahRuns
{
  GArray *runs; /* (element-type RisalahRun) */
};

static void
run_clear (gpointer data)
{
  RisalahRun *run = data;

  g_free (run->text);
  g_free (run->uri);
}

/**
 * risalah_runs_new:
 *
 * Returns: (transfer full): no text yet
 */
RisalahRuns *
risalah_runs_new (void)
{
  RisalahRuns *self = g_new0 (RisalahRuns, 1);

  self->runs = g_array_new (FALSE, TRUE, sizeof (RisalahRun));
  g_array_set_clear_func (self->runs, run_clear);
  return self;
}

/**
 * risalah_runs_free:
 * @self: (transfer full): runs
 */
void
risalah_runs_free (RisalahRuns *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->runs);
  g_free (self);
}

/**
 * risalah_runs_append:
 * @self: runs
 * @text: the words; nothing is added where they are empty
 * @italic: whether they are set in italics
 * @uri: (nullable): where they lead
 *
 * Adds words at the end, joined to the last run where face and link are the same.
 */
void
risalah_runs_append (RisalahRuns *self, const char *text, gboolean italic, const char *uri)
{
  RisalahRun *last;
  RisalahRun run;

  g_return_if_fail (self != NULL && text != NULL);

  if (*text == '\0')
    return;
  last = self->runs->len > 0 ? &g_array_index (self->runs, RisalahRun, self->runs->len - 1) : NULL;
  if (last != NULL && last->italic == italic && g_strcmp0 (last->uri, uri) == 0)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  run.text = g_strdup (text);
  run.italic = italic;
  run.uri = g_strdup (uri);
  g_array_append_val (self->runs, run);
}

/**
 * risalah_runs_get_n:
 * @self: runs
 *
 * Returns: how many there are
 */
guint
risalah_runs_get_n (const RisalahRuns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

/**
 * risalah_runs_get:
 * @self: runs
 * @index: which one, from 0
 *
 * Returns: (transfer none): the run
 */
const RisalahRun *
risalah_runs_get (const RisalahRuns *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->runs->len, NULL);

  return &g_array_index (self->runs, RisalahRun, index);
}

/**
 * risalah_runs_to_plain:
 * @self: runs
 *
 * Returns: (transfer full): the words alone
 */
char *
risalah_runs_to_plain (const RisalahRuns *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, RisalahRun, i).text);
  return g_string_free (text, FALSE);
}

/**
 * risalah_runs_to_marked:
 * @self: runs
 *
 * Returns: (transfer full): the words, italics between asterisks
 */
char *
risalah_runs_to_marked (const RisalahRuns *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const RisalahRun *run = &g_array_index (self->runs, RisalahRun, i);

      g_string_append_printf (text, run->italic ? "*%s*" : "%s", run->text);
    }
  return g_string_free (text, FALSE);
}
