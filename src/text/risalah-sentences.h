/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a block of text, one after the other. */
#pragma once

#include <glib.h>

#include "risalah-lexicon.h"

G_BEGIN_DECLS

/**
 * RisalahSentences:
 *
 * An iterator, for the stack; its fields are its own.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
  gconstpointer abbreviations;
} RisalahSentences;

void     risalah_sentences_init (RisalahSentences     *self,
                                 const char           *text,
                                 gssize                length,
                                 const RisalahLexicon *lexicon);
gboolean risalah_sentences_next (RisalahSentences     *self,
                                 gsize                *start,
                                 gsize                *end);

/* For the lexicon only. */
gpointer risalah_sentences_load (const RisalahLexicon *lexicon,
                                 GError              **error);
void     risalah_sentences_unload (gpointer            abbreviations);

G_END_DECLS
