/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An importer that reads within limits and analyses what it reads. */

#include "risalah-article-analysis.h"
#include "risalah-importer.h"
#include "risalah-mentions.h"
#include "risalah-offsets.h"
#include "risalah-paths.h"
#include "risalah-session-private.h"
#include "risalah-library.h"

static void
add_mention (RisalahAnalysis *found,
             const RisalahOffsets *offsets,
             RisalahMentionKind kind,
             gsize start,
             gsize end,
             const char *key)
{
  RisalahMention mention = {
    .kind = kind,
    .start = risalah_offsets_to_characters (offsets, start),
    .end = risalah_offsets_to_characters (offsets, end),
    .key = g_intern_string (key != NULL ? key : ""),
  };

  if (found->mentions == NULL)
    found->mentions = g_array_new (FALSE, FALSE, sizeof (RisalahMention));
  g_array_append_val (found->mentions, mention);
}

/* Turns the text floor's spans of bytes into the library's spans of characters. */
static RisalahAnalysis *
analyse_cb (const RisalahArticle *article, gpointer state, gpointer data)
{
  RisalahLexicon *lexicon = data;
  g_autoptr (RisalahArticleAnalysis) analysis = risalah_article_analyze (article, lexicon, NULL);
  gsize length;
  const char *text = risalah_article_get_text (article, &length);
  g_autoptr (RisalahOffsets) offsets = risalah_offsets_new (text, length);
  RisalahAnalysis *found = risalah_analysis_new ();

  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const RisalahDateMention *date = &g_array_index (analysis->dates, RisalahDateMention, i);

      add_mention (found, offsets, RISALAH_MENTION_DATE, date->start, date->end, date->edtf);
    }
  return found;
}

/**
 * risalah_session_create_importer:
 * @self: a session
 *
 * Makes an importer for the session's library: hostile formats are read by risalah-reader, and each
 * article is analysed.
 *
 * Returns: (transfer full): the importer, to which files are added
 */
RisalahImporter *
risalah_session_create_importer (RisalahSession *self)
{
  g_autofree char *program = risalah_paths_get_reader_program ();
  g_autofree char *dictionaries = risalah_paths_get_dictionary_dir ();
  g_auto (GStrv) vocabulary = risalah_paths_get_vocabulary_dirs ();
  RisalahImporter *importer;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  importer = risalah_importer_new (risalah_session_get_library (self));
  risalah_importer_set_reader_program (importer, program, (const char *const *)vocabulary,
                                       dictionaries);
  risalah_importer_set_analyser (importer, analyse_cb, NULL, NULL,
                                 risalah_session_get_lexicon (self));
  return importer;
}
