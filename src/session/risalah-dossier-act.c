/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each act keeps, in the transaction that does it, what it changed: undone, it takes back just
 * that, and not what was in the dossier before or came later. */

#include "risalah-dossier-act.h"

#include <glib/gi18n-lib.h>

#include "risalah-dossiers.h"
#include "risalah-library-error.h"

typedef enum
{
  ACT_MAKE,
  ACT_FILL,
  ACT_TAKE_OUT,
  ACT_CHANGE,
  ACT_DELETE,
} Act;

struct _RisalahDossierAct
{
  Act act;
  gint64 dossier;
  char *name; /* as it is asked for; once done, as the dossier is called */
  char *note;
  GArray *sources; /* (element-type gint64): those asked for; once done, those that it concerned */
  gsize n_asked;
  gboolean made; /* there was no such dossier before */
  char *old_name;
  char *old_note;
};

/* --- on the writer's thread -------------------------------------------------------------- */

/* One line without blanks around it. */
static gboolean
tidy_name (RisalahDossierAct *self, GError **error)
{
  for (char *c = self->name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_strstrip (self->name);
  if (*self->name != '\0')
    return TRUE;
  g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
                       _ ("A dossier needs a name; nothing was changed."));
  return FALSE;
}

/* The name is free, or that of @dossier itself. */
static gboolean
check_name (RisalahConnection *connection, const char *name, gint64 dossier, GError **error)
{
  gint64 found = risalah_dossiers_find (connection, name, error);

  if (found == 0 || found == dossier)
    return TRUE;
  if (found > 0)
    g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
                 _ ("There is another dossier “%s”; nothing was changed."), name);
  return FALSE;
}

static gboolean
make (RisalahConnection *connection, RisalahDossierAct *self, GError **error)
{
  self->dossier = risalah_dossiers_add (connection, self->name, error);
  self->made = self->dossier != 0;
  return self->made;
}

/* The dossier that sources go into or come out of. */
static gboolean
find_dossier (RisalahConnection *connection, RisalahDossierAct *self, GError **error)
{
  g_autoptr (RisalahDossier) dossier = NULL;

  if (self->dossier == 0)
    {
      if (!tidy_name (self, error))
        return FALSE;
      self->dossier = risalah_dossiers_find (connection, self->name, error);
      if (self->dossier < 0)
        return FALSE;
      if (self->dossier == 0 && self->act == ACT_FILL)
        return make (connection, self, error);
    }
  dossier = risalah_dossiers_get (connection, self->dossier, error);
  if (dossier == NULL)
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (dossier->name);
  return TRUE;
}

/* Puts the sources in or takes them out, and keeps those for which it was a change. */
static gboolean
move_sources (RisalahConnection *connection,
              RisalahDossierAct *self,
              gboolean in,
              GCancellable *cancellable,
              GError **error)
{
  GArray *changed = (in ? risalah_dossiers_add_sources
                        : risalah_dossiers_remove_sources) (connection, self->dossier,
                                                            (const gint64 *)self->sources->data,
                                                            self->sources->len, cancellable, error);

  if (changed == NULL)
    return FALSE;
  g_array_unref (self->sources);
  self->sources = changed;
  return TRUE;
}

static gboolean
set_words (RisalahConnection *connection,
           gint64 dossier,
           const char *name,
           const char *note,
           GError **error)
{
  return check_name (connection, name, dossier, error)
         && risalah_dossiers_rename (connection, dossier, name, error)
         && risalah_dossiers_set_note (connection, dossier, note, error);
}

static gboolean
keep_words (RisalahConnection *connection, RisalahDossierAct *self, GError **error)
{
  g_autoptr (RisalahDossier) dossier = risalah_dossiers_get (connection, self->dossier, error);

  if (dossier == NULL)
    return FALSE;
  self->old_name = g_strdup (dossier->name);
  self->old_note = g_strdup (dossier->note);
  return TRUE;
}

static gboolean
run_do (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  RisalahDossierAct *self = data;

  switch (self->act)
    {
    case ACT_MAKE:
      return tidy_name (self, error) && check_name (connection, self->name, 0, error)
             && make (connection, self, error);
    case ACT_FILL:
      return find_dossier (connection, self, error)
             && move_sources (connection, self, TRUE, cancellable, error);
    case ACT_TAKE_OUT:
      return find_dossier (connection, self, error)
             && move_sources (connection, self, FALSE, cancellable, error);
    case ACT_CHANGE:
      return tidy_name (self, error) && keep_words (connection, self, error)
             && (!risalah_dossier_act_has_changed (self)
                 || set_words (connection, self->dossier, self->name, self->note, error));
    case ACT_DELETE:
      return keep_words (connection, self, error)
             && risalah_dossiers_delete (connection, self->dossier, error);
    }
  g_return_val_if_reached (FALSE);
}

/* What came into it since keeps a dossier that was made. */
static gboolean
undo_made (RisalahConnection *connection, RisalahDossierAct *self, GError **error)
{
  g_autoptr (RisalahDossier) dossier = NULL;

  if (!self->made)
    return TRUE;
  dossier = risalah_dossiers_get (connection, self->dossier, error);
  return dossier != NULL
         && (dossier->n_sources > 0 || risalah_dossiers_delete (connection, self->dossier, error));
}

static gboolean
run_undo (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  RisalahDossierAct *self = data;

  switch (self->act)
    {
    case ACT_MAKE:
      return undo_made (connection, self, error);
    case ACT_FILL:
      return move_sources (connection, self, FALSE, cancellable, error)
             && undo_made (connection, self, error);
    case ACT_TAKE_OUT:
      return move_sources (connection, self, TRUE, cancellable, error);
    case ACT_CHANGE:
      return set_words (connection, self->dossier, self->old_name, self->old_note, error);
    case ACT_DELETE:
      return check_name (connection, self->old_name, 0, error)
             && risalah_dossiers_restore (connection, self->dossier, error);
    }
  g_return_val_if_reached (FALSE);
}

/* --- on the caller's --------------------------------------------------------------------- */

static RisalahDossierAct *
act_new (Act act, gint64 dossier, const char *name, const gint64 *sources, gsize n_sources)
{
  RisalahDossierAct *self = g_atomic_rc_box_new0 (RisalahDossierAct);

  self->act = act;
  self->dossier = dossier;
  self->name = g_strdup (name);
  self->sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_asked = n_sources;
  if (n_sources > 0)
    g_array_append_vals (self->sources, sources, (guint)n_sources);
  return self;
}

/**
 * risalah_dossier_act_new_make:
 * @name: how it shall be called
 *
 * Returns: (transfer full): makes an empty dossier; fails where there is one of that name
 */
RisalahDossierAct *
risalah_dossier_act_new_make (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  return act_new (ACT_MAKE, 0, name, NULL, 0);
}

/**
 * risalah_dossier_act_new_fill:
 * @dossier: a dossier's number, 0 to go by @name
 * @name: (nullable): its name where @dossier is 0; it is made where there is none
 * @sources: (array length=n_sources): sources, each once
 * @n_sources: how many
 *
 * Returns: (transfer full): puts the sources into the dossier
 */
RisalahDossierAct *
risalah_dossier_act_new_fill (gint64 dossier,
                              const char *name,
                              const gint64 *sources,
                              gsize n_sources)
{
  g_return_val_if_fail (dossier != 0 || name != NULL, NULL);
  g_return_val_if_fail (sources != NULL || n_sources == 0, NULL);
  return act_new (ACT_FILL, dossier, name, sources, n_sources);
}

/**
 * risalah_dossier_act_new_take_out:
 * @dossier: a dossier's number, 0 to go by @name
 * @name: (nullable): its name where @dossier is 0
 * @sources: (array length=n_sources): sources, each once
 * @n_sources: how many
 *
 * Returns: (transfer full): takes the sources out of the dossier; they stay in the library
 */
RisalahDossierAct *
risalah_dossier_act_new_take_out (gint64 dossier,
                                  const char *name,
                                  const gint64 *sources,
                                  gsize n_sources)
{
  g_return_val_if_fail (dossier != 0 || name != NULL, NULL);
  g_return_val_if_fail (sources != NULL || n_sources == 0, NULL);
  return act_new (ACT_TAKE_OUT, dossier, name, sources, n_sources);
}

/**
 * risalah_dossier_act_new_change:
 * @dossier: a dossier's number
 * @name: how it shall be called
 * @note: the analyst's note, "" for none
 *
 * Returns: (transfer full): gives the dossier that name and note
 */
RisalahDossierAct *
risalah_dossier_act_new_change (gint64 dossier, const char *name, const char *note)
{
  RisalahDossierAct *self;

  g_return_val_if_fail (dossier != 0 && name != NULL && note != NULL, NULL);

  self = act_new (ACT_CHANGE, dossier, name, NULL, 0);
  self->note = g_strdup (note);
  return self;
}

/**
 * risalah_dossier_act_new_delete:
 * @dossier: a dossier's number
 *
 * Returns: (transfer full): deletes the dossier; its sources stay
 */
RisalahDossierAct *
risalah_dossier_act_new_delete (gint64 dossier)
{
  g_return_val_if_fail (dossier != 0, NULL);
  return act_new (ACT_DELETE, dossier, NULL, NULL, 0);
}

/**
 * risalah_dossier_act_ref:
 * @self: an act
 *
 * Returns: (transfer full): the act
 */
RisalahDossierAct *
risalah_dossier_act_ref (RisalahDossierAct *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
act_clear (gpointer data)
{
  RisalahDossierAct *self = data;

  g_free (self->name);
  g_free (self->note);
  g_free (self->old_name);
  g_free (self->old_note);
  g_array_unref (self->sources);
}

/**
 * risalah_dossier_act_unref:
 * @self: (transfer full): an act
 */
void
risalah_dossier_act_unref (RisalahDossierAct *self)
{
  g_atomic_rc_box_release_full (self, act_clear);
}

static void
run_async (RisalahDossierAct *self,
           RisalahLibrary *library,
           RisalahLibraryFunc run,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  risalah_library_write_async (library, RISALAH_PRIORITY_ANALYST, run,
                               risalah_dossier_act_ref (self),
                               (GDestroyNotify)risalah_dossier_act_unref, cancellable, callback,
                               user_data);
}

/**
 * risalah_dossier_act_do_async:
 * @self: an act that is not done yet
 * @library: the library
 * @cancellable: (nullable): stops it, and nothing is changed
 * @callback: told by the library when it is done; its risalah_library_get_job_data() is @self
 * @user_data: for @callback
 */
void
risalah_dossier_act_do_async (RisalahDossierAct *self,
                              RisalahLibrary *library,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (self != NULL && RISALAH_IS_LIBRARY (library));
  run_async (self, library, run_do, cancellable, callback, user_data);
}

/**
 * risalah_dossier_act_undo_async:
 * @self: an act that is done
 * @library: the library
 * @cancellable: (nullable): stops it, and nothing is changed
 * @callback: told by the library when it is undone
 * @user_data: for @callback
 */
void
risalah_dossier_act_undo_async (RisalahDossierAct *self,
                                RisalahLibrary *library,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (self != NULL && RISALAH_IS_LIBRARY (library));
  run_async (self, library, run_undo, cancellable, callback, user_data);
}

/**
 * risalah_dossier_act_has_changed:
 * @self: an act that is done
 *
 * Returns: whether there is anything to undo
 */
gboolean
risalah_dossier_act_has_changed (const RisalahDossierAct *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->act)
    {
    case ACT_FILL:
    case ACT_TAKE_OUT:
      return self->made || self->sources->len > 0;
    case ACT_CHANGE:
      return !g_str_equal (self->name, self->old_name) || !g_str_equal (self->note, self->old_note);
    case ACT_MAKE:
    case ACT_DELETE:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static char *
describe_sources (const RisalahDossierAct *self)
{
  guint n = self->sources->len;

  if (n == 0 && self->act == ACT_FILL)
    /* Translators: %s is the name of a dossier */
    return g_strdup_printf (self->n_asked == 1 ? _ ("The article is in “%s” already")
                                               : _ ("All of these articles are in “%s” already"),
                            self->name);
  if (n == 0)
    return g_strdup_printf (_ ("None of these articles is in “%s”"), self->name);
  if (self->act == ACT_FILL)
    /* Translators: how many, and the name of a dossier */
    return g_strdup_printf (ngettext ("%'u article put into “%s”", "%'u articles put into “%s”", n),
                            n, self->name);
  return g_strdup_printf (ngettext ("%'u article taken out of “%s”",
                                    "%'u articles taken out of “%s”", n),
                          n, self->name);
}

/**
 * risalah_dossier_act_describe:
 * @self: an act that is done
 *
 * Returns: (transfer full): what was done, as one sentence in the window's language
 */
char *
risalah_dossier_act_describe (const RisalahDossierAct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->act)
    {
    case ACT_MAKE:
      return g_strdup_printf (_ ("New dossier: “%s”"), self->name);
    case ACT_FILL:
    case ACT_TAKE_OUT:
      return describe_sources (self);
    case ACT_CHANGE:
      /* Translators: the names of a dossier, before and now */
      return !g_str_equal (self->name, self->old_name)
                 ? g_strdup_printf (_ ("“%s” is called “%s” now"), self->old_name, self->name)
                 : g_strdup_printf (_ ("The note of “%s” is changed"), self->name);
    case ACT_DELETE:
      return g_strdup_printf (_ ("Dossier deleted: “%s”. Its articles stay."), self->old_name);
    }
  g_return_val_if_reached (NULL);
}

/**
 * risalah_dossier_act_get_before:
 * @self: an act that is done
 *
 * Returns: (transfer none) (nullable): how the dossier was called, %NULL where it was not there
 */
const char *
risalah_dossier_act_get_before (const RisalahDossierAct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->old_name != NULL)
    return self->old_name;
  return self->made ? NULL : self->name;
}

/**
 * risalah_dossier_act_get_after:
 * @self: an act that is done
 *
 * Returns: (transfer none) (nullable): how the dossier is called, %NULL where it is gone
 */
const char *
risalah_dossier_act_get_after (const RisalahDossierAct *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->act == ACT_DELETE ? NULL : self->name;
}
