/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of an import, for the importer. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-importer.h"
#include "risalah-reader-client.h"
#include "risalah-shingles.h"

G_BEGIN_DECLS

/**
 * RisalahImportItem:
 *
 * Something to import, then what was made of it before it is stored.
 */
typedef struct
{
  guint64 index;
  GFile *file;             /* or */
  GBytes *bytes;
  char *name;              /* for the analyst, and of the original */
  char *path;              /* as the result has it */
  char *media_type;
  GError *error;           /* why nothing can be stored */
  RisalahArticle *article;
  RisalahShingles *shingles;
  RisalahAnalysis *analysis;
  GBytes *compressed;
  gsize size;
  guint8 sha256[32];
  RisalahImportResult *result;
} RisalahImportItem;

/**
 * RisalahImportReading:
 *
 * How items are read, the same for all of them.
 */
typedef struct
{
  RisalahLexicon *lexicon;
  RisalahReaderClient *client;
  RisalahReadFunc read;
  gpointer read_data;
  RisalahAnalyseFunc analyse;
  gpointer analyse_data;
  GMutex large_files; /* one at a time */
} RisalahImportReading;

/* A name that can be shown and printed, whatever the file is called. */
char                *risalah_import_clean_name   (const char            *name);
RisalahImportItem   *risalah_import_item_new_for_file
                                                 (GFile                 *file);
void                 risalah_import_item_free    (RisalahImportItem     *self);
/* On any thread: loads, reads and analyses. What fails is in the item. */
void                 risalah_import_item_prepare (RisalahImportItem     *self,
                                                  RisalahImportReading  *reading,
                                                  gpointer               analyser_state,
                                                  GCancellable          *cancellable);
/* In a writing transaction: stores a prepared item and sets its result. */
gboolean             risalah_import_item_store   (RisalahImportItem     *self,
                                                  RisalahConnection     *connection,
                                                  gint64                 dossier,
                                                  GError               **error);
RisalahImportResult *risalah_import_result_new   (const char            *path,
                                                  RisalahImportStatus    status);

G_END_DECLS
