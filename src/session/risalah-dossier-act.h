/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the analyst does to dossiers: a value that is done, described and undone. */
#pragma once

#include "risalah-library.h"

G_BEGIN_DECLS

/* Reference-counted, since threads and messages share it. It remembers what it changed. */
typedef struct _RisalahDossierAct RisalahDossierAct;

/* All constructors: (transfer full). */
RisalahDossierAct *risalah_dossier_act_new_make     (const char          *name);
/* A dossier by its number, or where that is 0 by its name; to be filled, it is made if need be. */
RisalahDossierAct *risalah_dossier_act_new_fill     (gint64               dossier,
                                                     const char          *name,
                                                     const gint64        *sources,
                                                     gsize                n_sources);
RisalahDossierAct *risalah_dossier_act_new_take_out (gint64               dossier,
                                                     const char          *name,
                                                     const gint64        *sources,
                                                     gsize                n_sources);
RisalahDossierAct *risalah_dossier_act_new_change   (gint64               dossier,
                                                     const char          *name,
                                                     const char          *note);
RisalahDossierAct *risalah_dossier_act_new_delete   (gint64               dossier);
RisalahDossierAct *risalah_dossier_act_ref          (RisalahDossierAct   *self);
void               risalah_dossier_act_unref        (RisalahDossierAct   *self);

/* Jobs of the library's writer, for risalah_library_write_finish(); a failure changes nothing. */
void               risalah_dossier_act_do_async     (RisalahDossierAct   *self,
                                                     RisalahLibrary      *library,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
void               risalah_dossier_act_undo_async   (RisalahDossierAct   *self,
                                                     RisalahLibrary      *library,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);

/* Once it is done. */
gboolean           risalah_dossier_act_has_changed  (const RisalahDossierAct *self);
char              *risalah_dossier_act_describe     (const RisalahDossierAct *self);
/* How the dossier was called before and is called after; %NULL where there is none. */
const char        *risalah_dossier_act_get_before   (const RisalahDossierAct *self);
const char        *risalah_dossier_act_get_after    (const RisalahDossierAct *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahDossierAct, risalah_dossier_act_unref)

G_END_DECLS
