/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections and statements, for the files of the library floor. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "risalah-connection.h"
#include "risalah-lexicon.h"
#include "risalah-library-error.h"
#include "risalah-stemmer.h"

G_BEGIN_DECLS

/* "Risa": what `file` and SQLite's header say of our files. */
#define RISALAH_APPLICATION_ID 0x52697361

/**
 * RisalahFamily:
 *
 * Groups of tables whose change is told to the window, and to other processes by table "change".
 */
typedef enum
{
  RISALAH_FAMILY_SOURCES,
  RISALAH_FAMILY_EVENTS,
  RISALAH_FAMILY_QUOTATIONS,
  RISALAH_FAMILY_BRIEFS,
  RISALAH_FAMILY_SHELVES,
  RISALAH_FAMILY_N,
} RisalahFamily;

/* A prepared statement, lent by its connection; freeing it gives it back. */
typedef struct _RisalahStatement RisalahStatement;

typedef struct _RisalahColumns RisalahColumns;
typedef struct _RisalahSourceChanges RisalahSourceChanges;
typedef struct _RisalahEntities RisalahEntities;
typedef struct _RisalahRanking RisalahRanking;

struct _RisalahConnection
{
  sqlite3 *handle;
  struct UCollator *collator; /* SQLite closes it with @handle */
  char *path;
  gboolean read_only;
  GThread *owner;            /* the one thread that may use it; NULL until it is handed over */
  GHashTable *statements;    /* SQL → RisalahStatement that is not lent */
  GCancellable *cancellable; /* of the job that runs */
  gint64 time;               /* of the transaction that runs, else 0 */
  guint changed;             /* bits (1 << RisalahFamily) in the transaction that runs */
  gint64 source_serial;      /* what source.changed gets in the transaction that runs, else 0 */
  RisalahLexicon *lexicon;
  RisalahStemmer *stemmer;   /* made when first needed: hunspell's dictionary takes a while */
  GError *stemmer_error;     /* why it could not be made */
  char *fingerprint;         /* of the words that @stemmer makes; NULL until asked for */
  gint64 index_time;         /* the transaction in which @index_filled was read */
  gint64 index_filled;       /* the last source whose words may be written */
  RisalahSourceChanges *source_changes;
  RisalahColumns *columns;
  gint64 columns_purged;     /* how many sources were gone for ever when @columns was begun */
  RisalahEntities *entities;
  RisalahRanking *ranking;
};

RisalahConnection *risalah_connection_open        (const char          *path,
                                                   gboolean             read_only,
                                                   RisalahLexicon      *lexicon,
                                                   GError             **error);
void               risalah_connection_close       (RisalahConnection   *self);
RisalahStemmer    *risalah_connection_get_stemmer (RisalahConnection   *self,
                                                   GError             **error);
gboolean           risalah_connection_begin       (RisalahConnection   *self,
                                                   gboolean             writing,
                                                   GError             **error);
gboolean           risalah_connection_commit      (RisalahConnection   *self,
                                                   GError             **error);
void               risalah_connection_roll_back   (RisalahConnection   *self);
/* Called by every function that changes a family's tables, inside a writing transaction. */
void               risalah_connection_touch       (RisalahConnection   *self,
                                                   RisalahFamily        family);
/* Bits of the families that other connections changed since the last call. */
gboolean           risalah_connection_poll        (RisalahConnection   *self,
                                                   gint64               serials[RISALAH_FAMILY_N],
                                                   guint               *changed,
                                                   GError             **error);

/* @types names the arguments: i gint64, t const char * (nullable), d double, b gconstpointer and
 * gsize, n gboolean and gint64 (NULL where FALSE). Texts and blobs live until the statement is
 * stepped to its end. */
RisalahStatement  *risalah_connection_query       (RisalahConnection   *self,
                                                   GError             **error,
                                                   const char          *sql,
                                                   const char          *types,
                                                   ...);
gboolean           risalah_connection_run         (RisalahConnection   *self,
                                                   GError             **error,
                                                   const char          *sql,
                                                   const char          *types,
                                                   ...);
/* Like risalah_connection_run(), and NOT_FOUND where no row was changed. */
gboolean           risalah_connection_change_one  (RisalahConnection   *self,
                                                   GError             **error,
                                                   const char          *sql,
                                                   const char          *types,
                                                   ...);
/* The first column of the first row; 0 where there is none or it is NULL. */
gboolean           risalah_connection_read_int64  (RisalahConnection   *self,
                                                   gint64              *value,
                                                   GError             **error,
                                                   const char          *sql,
                                                   const char          *types,
                                                   ...);
/* Several statements without values. */
gboolean           risalah_connection_execute     (RisalahConnection   *self,
                                                   const char          *sql,
                                                   GError             **error);
gint64             risalah_connection_get_last_id (RisalahConnection   *self);
GArray            *risalah_connection_read_ids    (RisalahStatement    *statement,
                                                   GError             **error);
void               risalah_connection_set_error   (RisalahConnection   *self,
                                                   int                  code,
                                                   GError             **error);

static inline void
risalah_connection_assert_thread (RisalahConnection *self)
{
  g_assert (self->owner == NULL || self->owner == g_thread_self ());
}

/**
 * RisalahStep:
 *
 * What a step of a statement gave.
 */
typedef enum
{
  RISALAH_STEP_ERROR = -1,
  RISALAH_STEP_DONE = 0,
  RISALAH_STEP_ROW = 1,
} RisalahStep;

RisalahStatement  *risalah_connection_prepare     (RisalahConnection   *self,
                                                   const char          *sql,
                                                   GError             **error);
void               risalah_statement_free         (RisalahStatement    *self);
void               risalah_statement_finalise     (RisalahStatement    *self);
void               risalah_statement_bind_int64   (RisalahStatement    *self,
                                                   int                  position,
                                                   gint64               value);
void               risalah_statement_bind_double  (RisalahStatement    *self,
                                                   int                  position,
                                                   double               value);
void               risalah_statement_bind_text    (RisalahStatement    *self,
                                                   int                  position,
                                                   const char          *text,
                                                   gssize               length);
void               risalah_statement_bind_blob    (RisalahStatement    *self,
                                                   int                  position,
                                                   gconstpointer        data,
                                                   gsize                length);
void               risalah_statement_bind_null    (RisalahStatement    *self,
                                                   int                  position);
/* A value of any type, kept beyond the statement; freed by sqlite3_value_free(). */
sqlite3_value     *risalah_statement_dup_value    (RisalahStatement    *self,
                                                   int                  column);
void               risalah_statement_bind_value   (RisalahStatement    *self,
                                                   int                  position,
                                                   const sqlite3_value *value);
void               risalah_statement_reset        (RisalahStatement    *self);
RisalahStep        risalah_statement_step         (RisalahStatement    *self,
                                                   GError             **error);
gboolean           risalah_statement_run          (RisalahStatement    *self,
                                                   GError             **error);
gint64             risalah_statement_get_int64    (RisalahStatement    *self,
                                                   int                  column);
double             risalah_statement_get_double   (RisalahStatement    *self,
                                                   int                  column);
gboolean           risalah_statement_is_null      (RisalahStatement    *self,
                                                   int                  column);
const char        *risalah_statement_get_text     (RisalahStatement    *self,
                                                   int                  column,
                                                   gsize               *length);
const guint8      *risalah_statement_get_blob     (RisalahStatement    *self,
                                                   int                  column,
                                                   gsize               *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahStatement, risalah_statement_free)

G_END_DECLS
