/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes files, folders and pasted bytes into the library: read side by side, written in batches. */
#pragma once

#include <gio/gio.h>

#include "risalah-article.h"
#include "risalah-library.h"

G_BEGIN_DECLS

/**
 * RisalahImportStatus:
 * @RISALAH_IMPORT_IMPORTED: a new source
 * @RISALAH_IMPORT_DUPLICATE: the same bytes are there already; nothing was stored
 * @RISALAH_IMPORT_REVISION: the same address with other bytes: a new text of the source there is
 * @RISALAH_IMPORT_REPRINT: a new source, in nearly the same words as one there is
 * @RISALAH_IMPORT_FAILED: nothing was stored of it
 */
typedef enum
{
  RISALAH_IMPORT_IMPORTED,
  RISALAH_IMPORT_DUPLICATE,
  RISALAH_IMPORT_REVISION,
  RISALAH_IMPORT_REPRINT,
  RISALAH_IMPORT_FAILED,
  RISALAH_IMPORT_N,
} RisalahImportStatus;

/**
 * RisalahImportResult:
 * @path: the file, or what the caller called the bytes
 * @status: what became of it
 * @source: the source, new or found; 0 where it failed
 * @of: the source that it duplicates, revises or reprints, else 0
 * @title: (nullable): its title or first words
 * @reason: (nullable): why it failed, a sentence for the analyst
 */
typedef struct
{
  char *path;
  RisalahImportStatus status;
  gint64 source;
  gint64 of;
  char *title;
  char *reason;
} RisalahImportResult;

/**
 * RisalahAnalysis:
 * @mentions: (nullable) (element-type RisalahMention): see risalah-mentions.h
 * @events: (nullable) (element-type RisalahEvent): suggestions; the text of their evidence is 0 and
 *   filled in when stored
 *
 * What a text holds, with offsets in characters.
 */
typedef struct
{
  GArray *mentions;
  GPtrArray *events;
} RisalahAnalysis;

RisalahAnalysis *risalah_analysis_new  (void);
void             risalah_analysis_free (RisalahAnalysis *self);

/**
 * RisalahAnalyseFunc:
 *
 * Called on one of the importer's threads, on several at once. @state is that thread's own, of
 * risalah_importer_set_analyser().
 *
 * Returns: (transfer full) (nullable): what was found
 */
typedef RisalahAnalysis *(*RisalahAnalyseFunc) (const RisalahArticle *article,
                                                gpointer              state,
                                                gpointer              data);
typedef gpointer (*RisalahAnalyserNewFunc) (gpointer data);

/**
 * RisalahReadFunc:
 *
 * Turns bytes into an article, on one of the importer's threads; the default is
 * risalah_read_article(), and the reader program where the bytes are of a hostile format.
 */
typedef RisalahArticle *(*RisalahReadFunc) (GBytes      *bytes,
                                            const char  *name,
                                            gpointer     data,
                                            GError     **error);

/**
 * RisalahImportProgress:
 * @n_done: files that have their result
 * @n_found: files found so far
 * @is_searching: folders are still being looked through
 * @counts: (array fixed-size=RISALAH_IMPORT_N): how many of each status
 * @current: (nullable): the file last finished
 * @seconds: since the beginning
 */
typedef struct
{
  guint64 n_done;
  guint64 n_found;
  gboolean is_searching;
  guint64 counts[RISALAH_IMPORT_N];
  const char *current;
  double seconds;
} RisalahImportProgress;

#define RISALAH_TYPE_IMPORTER (risalah_importer_get_type ())
G_DECLARE_FINAL_TYPE (RisalahImporter, risalah_importer, RISALAH, IMPORTER, GObject)

/* Signal "progress" (RisalahImportProgress *), at most ten times a second, in the main context in
 * which the importer was made. */

RisalahImporter *risalah_importer_new          (RisalahLibrary          *library);
/* The program of the reading engineer's client; without it hostile formats fail. */
void             risalah_importer_set_reader_program (RisalahImporter   *self,
                                                const char              *program,
                                                const char * const      *vocabulary_dirs,
                                                const char              *dictionary_dir);
void             risalah_importer_set_reader   (RisalahImporter         *self,
                                                RisalahReadFunc          func,
                                                gpointer                 data);
/* @new_state (nullable) is called once on each thread, @free_state when it ends. */
void             risalah_importer_set_analyser (RisalahImporter         *self,
                                                RisalahAnalyseFunc       func,
                                                RisalahAnalyserNewFunc   new_state,
                                                GDestroyNotify           free_state,
                                                gpointer                 data);
/* What comes in goes into this dossier too; 0 for none. */
void             risalah_importer_set_dossier  (RisalahImporter         *self,
                                                gint64                   dossier);
/* A file or a folder with all that is in it. */
void             risalah_importer_add_file     (RisalahImporter         *self,
                                                GFile                   *file);
/* @name: (nullable): what the analyst calls it; @media_type: (nullable): "text/html". */
void             risalah_importer_add_bytes    (RisalahImporter         *self,
                                                GBytes                  *bytes,
                                                const char              *name,
                                                const char              *media_type);
/* Blocks. (transfer full) (element-type RisalahImportResult): one a file, in the order they came
 * in. Only a library that cannot be written, or @cancellable, fails the whole: what was committed
 * stays, and @results has it. */
gboolean         risalah_importer_run          (RisalahImporter         *self,
                                                GPtrArray              **results,
                                                GCancellable            *cancellable,
                                                GError                 **error);
void             risalah_importer_run_async    (RisalahImporter         *self,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
gboolean         risalah_importer_run_finish   (RisalahImporter         *self,
                                                GAsyncResult            *result,
                                                GPtrArray              **results,
                                                GError                 **error);

void             risalah_import_result_free    (RisalahImportResult     *self);
const char      *risalah_import_status_to_string (RisalahImportStatus    status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahAnalysis, risalah_analysis_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahImportResult, risalah_import_result_free)

G_END_DECLS
