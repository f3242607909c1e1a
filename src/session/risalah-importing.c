/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An importer that reads within limits and analyses what it reads. */

#include "risalah-article-analysis.h"
#include "risalah-events.h"
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

  g_array_append_val (found->mentions, mention);
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const RisalahMention *one = a;
  const RisalahMention *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (int)one->kind - (int)other->kind;
}

/* Indirect statements are no quotations: only speech within marks is marked as such. */
static void
add_mentions (RisalahAnalysis *found,
              const RisalahOffsets *offsets,
              const RisalahArticleAnalysis *analysis)
{
  static const RisalahMentionKind kinds[] = {
    [RISALAH_NAME_COUNTRY] = RISALAH_MENTION_COUNTRY,
    [RISALAH_NAME_ORGANISATION] = RISALAH_MENTION_ORGANISATION,
    [RISALAH_NAME_PERSON] = RISALAH_MENTION_PERSON,
  };

  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const RisalahDateMention *date = &g_array_index (analysis->dates, RisalahDateMention, i);

      add_mention (found, offsets, RISALAH_MENTION_DATE, date->start, date->end, date->edtf);
    }
  for (guint i = 0; i < analysis->names->len; i++)
    {
      const RisalahName *name = &g_array_index (analysis->names, RisalahName, i);

      add_mention (found, offsets, kinds[name->kind], name->start, name->end, name->key);
    }
  for (guint i = 0; i < analysis->speech->len; i++)
    {
      const RisalahSpeech *speech = &g_array_index (analysis->speech, RisalahSpeech, i);

      if (speech->voice == RISALAH_VOICE_DIRECT)
        add_mention (found, offsets, RISALAH_MENTION_QUOTATION, speech->start, speech->end,
                     speech->speaker);
    }
  g_array_sort (found->mentions, compare_mentions);
}

/* Stays the same where an article is analysed again: made of its address or first words, of the
 * kind and of the words that name the happening with those after them. */
static char *
make_suggestion_key (const RisalahArticle *article, const RisalahHappening *happening)
{
  gsize length;
  const char *text = risalah_article_get_text (article, &length);
  const char *url = risalah_article_get_metadata (article, RISALAH_METADATA_URL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (url != NULL)
    g_checksum_update (checksum, (const guchar *)url, -1);
  g_checksum_update (checksum, (const guchar *)text, MIN (length, 400));
  g_checksum_update (checksum, (const guchar *)happening->kind, -1);
  g_checksum_update (checksum, (const guchar *)text + happening->trigger_start,
                     MIN (happening->trigger_end + 60, length) - happening->trigger_start);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
add_evidence (RisalahEvent *event,
              const RisalahOffsets *offsets,
              const RisalahHappening *happening,
              gsize start,
              gsize end,
              const char *field,
              const char *value)
{
  RisalahEvidence *evidence =
      risalah_event_add_evidence (event, 0, risalah_offsets_to_characters (offsets, start),
                                  risalah_offsets_to_characters (offsets, end), field);

  evidence->voice = happening->voice;
  evidence->value = g_strdup (value);
}

/* The two floors name the statuses in the same order. */
G_STATIC_ASSERT ((int)RISALAH_HAPPENING_HELD == (int)RISALAH_EVENT_HELD);
G_STATIC_ASSERT ((int)RISALAH_HAPPENING_CANCELLED == (int)RISALAH_EVENT_CANCELLED);

static RisalahEvent *
make_event (const RisalahArticle *article,
            const RisalahOffsets *offsets,
            const RisalahHappening *happening)
{
  RisalahEvent *event = risalah_event_new ();

  g_free (event->title);
  event->title = g_strdup (happening->title);
  g_free (event->kind);
  event->kind = g_strdup (happening->kind);
  g_free (event->edtf);
  event->edtf = g_strdup (happening->edtf);
  event->mod = happening->mod;
  g_free (event->place);
  event->place = g_strdup (happening->place);
  event->status = (RisalahEventStatus)happening->status;
  event->review = RISALAH_REVIEW_SUGGESTED;
  event->score = happening->score;
  g_free (event->rule);
  event->rule = g_strdup (happening->rule);
  event->is_talk = happening->is_talk;
  g_free (event->suggestion_key);
  event->suggestion_key = make_suggestion_key (article, happening);
  for (guint i = 0; i < happening->parties->len; i++)
    risalah_event_add_party (event, "country", g_ptr_array_index (happening->parties, i), NULL);
  add_evidence (event, offsets, happening, happening->start, happening->end, "trigger", NULL);
  add_evidence (event, offsets, happening, happening->trigger_start, happening->trigger_end, "kind",
                happening->kind);
  if (happening->date_end > happening->date_start)
    add_evidence (event, offsets, happening, happening->date_start, happening->date_end, "date",
                  happening->edtf);
  for (guint i = 0; i < happening->mentions->len; i++)
    {
      const RisalahSpan *mention = &g_array_index (happening->mentions, RisalahSpan, i);

      add_evidence (event, offsets, happening, mention->start, mention->end, "trigger", NULL);
    }
  return event;
}

/**
 * risalah_session_analyse:
 * @article: an article
 * @lexicon: the vocabulary
 *
 * Analyses it, and turns the text floor's spans of bytes into the library's spans of characters.
 *
 * Returns: (transfer full): what was found
 */
RisalahAnalysis *
risalah_session_analyse (const RisalahArticle *article, const RisalahLexicon *lexicon)
{
  g_autoptr (RisalahArticleAnalysis) analysis = risalah_article_analyze (article, lexicon, NULL);
  gsize length;
  const char *text = risalah_article_get_text (article, &length);
  g_autoptr (RisalahOffsets) offsets = risalah_offsets_new (text, length);
  RisalahAnalysis *found = risalah_analysis_new ();

  add_mentions (found, offsets, analysis);
  for (guint i = 0; i < analysis->happenings->len; i++)
    g_ptr_array_add (found->events,
                     make_event (article, offsets, g_ptr_array_index (analysis->happenings, i)));
  return found;
}

static RisalahAnalysis *
analyse_cb (const RisalahArticle *article, gpointer state, gpointer data)
{
  return risalah_session_analyse (article, data);
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
