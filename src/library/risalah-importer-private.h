/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the threads of an import share. */
#pragma once

#include "risalah-import-private.h"

G_BEGIN_DECLS

#define MOST_IN_BATCH 1024

struct _RisalahImporter
{
  GObject parent_instance;

  RisalahLibrary *library;
  GMainContext *context;
  RisalahImportReading reading;
  RisalahAnalyserNewFunc new_state;
  GDestroyNotify free_state;
  gint64 dossier;
  GQueue added; /* of RisalahImportItem, before the run */

  GMutex mutex;
  GCond changed;
  GQueue waiting;        /* of RisalahImportItem, found and not yet begun */
  GHashTable *ready;     /* index → RisalahImportItem, prepared */
  guint64 n_found;
  guint64 n_stored;      /* also the index of the next to store */
  gboolean is_searching;
  gboolean stop;
  GCancellable *cancellable;

  RisalahImportProgress progress;
  char *current;
  gint64 began;
  gint64 told;
  gboolean telling;      /* a signal is on its way */
};

/* In a thread of its own: looks through what was added, folders with all that is in them. */
gpointer   risalah_importer_search        (gpointer         importer);
/* In several threads: reads what was found. */
gpointer   risalah_importer_read_files    (gpointer         importer);
/* What stands ready in a row, the next to store first; empty at the end. Cancelled, nothing is. */
GPtrArray *risalah_importer_take_ready    (RisalahImporter *self);
/* Stores all that the other threads find and read, and adds a result for each. */
gboolean   risalah_importer_store_all     (RisalahImporter *self,
                                           GPtrArray       *results,
                                           GError         **error);
/* Puts the index in order after so many new texts. */
void       risalah_importer_tidy_index    (RisalahImporter *self,
                                           guint            n_results);
/* Emits the signal "progress" in the importer's own context, now or when it is time. */
void       risalah_importer_tell_progress (RisalahImporter *self,
                                           gboolean         now);

G_END_DECLS
