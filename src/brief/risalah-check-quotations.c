/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check rules: quotations, whose words they are, and words in quotation marks without a source. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-check-private.h"
#include "risalah-word-count.h"

/* From this many words on, what stands in quotation marks is somebody's words and not a term. */
#define QUOTED_WORDS 4

/* No more than this share of a source is quoted, in percent. */
#define MOST_QUOTED 25

static const char *const speech_words[] = {
  "kata",       "katanya",    "ujar",       "ujarnya",    "ucap",        "tutur",
  "tegas",      "tegasnya",   "ungkap",     "papar",      "jelas",       "jelasnya",
  "imbuh",      "mengatakan", "menyatakan", "menegaskan", "menjelaskan", "mengungkapkan",
  "menuturkan", "menyebut",   "said",       "says",       "stated",      "states",
  "told",       "declared",   "added",      "explained",  "stressed",    NULL,
};

static RisalahFinding *
add_for_use (RisalahCheck *self, const RisalahCheckUse *use, char *message)
{
  return risalah_check_add (self, use->at, use->end, message);
}

/* A quotation whose words do not stand in its source as quoted. */
void
risalah_check_exact_quotations (RisalahCheck *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const char *uid;
      gint verdict;

      if (use->quotation == NULL)
        continue;
      uid = risalah_quotation_use_get_quotation (use->quotation)->uid;
      verdict = GPOINTER_TO_INT (g_hash_table_lookup (self->facts->verdicts, uid)) - 1;
      if (verdict == RISALAH_VERDICT_MOVED)
        risalah_check_set_fix (
            add_for_use (self, use,
                         g_strdup (_ ("The quoted words stand elsewhere in the source now."))),
            RISALAH_FIX_MOVE_QUOTATION, uid);
      else if (verdict == RISALAH_VERDICT_MISSING)
        add_for_use (self, use, g_strdup (_ ("The quoted words are not in the source.")));
      else if (verdict == RISALAH_VERDICT_UNREADABLE)
        add_for_use (self, use,
                     g_strdup (_ ("The source of this quotation cannot be read, so that its words "
                                  "could not be compared.")));
    }
}

/* The character after the closing mark of what @open opens, 0 where it does not close. */
static guint
find_closing (const char *at, guint offset, gunichar open)
{
  gunichar close = open == 0x201C ? 0x201D : open == 0xAB ? 0xBB : '"';

  for (; *at != '\0'; at = g_utf8_next_char (at), offset++)
    if (g_utf8_get_char (at) == close)
      return offset + 1;
  return 0;
}

/* Whether a sentence that holds the character @offset of @block cites. */
static gboolean
is_cited (const RisalahCheck *self, guint block, guint offset)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);

      if (sentence->block == block && sentence->start <= offset && offset < sentence->end)
        return sentence->cited;
    }
  return FALSE;
}

static void
check_quotation_marks (RisalahCheck *self, guint index)
{
  RisalahRichText *text =
      risalah_brief_block_get_text (risalah_document_get_block (self->document, index));
  const char *at = risalah_rich_text_get_text (text);

  if (strstr (at, "“") == NULL && strchr (at, '"') == NULL && strstr (at, "«") == NULL)
    return;
  for (guint offset = 0; *at != '\0'; at = g_utf8_next_char (at), offset++)
    {
      gunichar open = g_utf8_get_char (at);
      const RisalahMark *lock;
      const char *inner;
      guint end;

      if (open != 0x201C && open != 0xAB && open != '"')
        continue;
      lock = risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, offset);
      inner = g_utf8_next_char (at);
      end = lock != NULL ? lock->end : find_closing (inner, offset + 1, open);
      if (end == 0)
        return;
      if (lock == NULL)
        {
          const char *after = g_utf8_offset_to_pointer (inner, end - offset - 2);
          RisalahPosition start = { index, RISALAH_PART_BODY, offset };

          if (risalah_count_words (inner, after - inner) >= QUOTED_WORDS
              && !is_cited (self, index, offset))
            risalah_check_set_fix (
                risalah_check_add (self, start, end,
                                   g_strdup (_ ("These words stand in quotation marks, but no "
                                                "source is given."))),
                RISALAH_FIX_CITE, NULL);
        }
      at = g_utf8_offset_to_pointer (at, end - 1 - offset);
      offset = end - 1;
    }
}

/* Words in quotation marks, or a block quotation, without a source. */
void
risalah_check_unsourced_quotations (RisalahCheck *self)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (self->document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self->document, i);
      RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);
      RisalahRichText *text = risalah_brief_block_get_text (block);
      guint length = risalah_rich_text_get_length (text), n_marks;
      const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);
      gboolean has_source = FALSE;

      if (kind < RISALAH_BRIEF_BLOCK_PARAGRAPH || kind > RISALAH_BRIEF_BLOCK_QUOTATION)
        continue;
      if (kind != RISALAH_BRIEF_BLOCK_QUOTATION)
        {
          check_quotation_marks (self, i);
          continue;
        }
      for (guint j = 0; j < n_marks; j++)
        has_source |= marks[j].kind == RISALAH_MARK_QUOTATION
                      || marks[j].kind == RISALAH_MARK_CITATION
                      || marks[j].kind == RISALAH_MARK_NOTE;
      if (!has_source && length > 0)
        risalah_check_set_fix (
            risalah_check_add (self, (RisalahPosition){ i, RISALAH_PART_BODY, 0 }, length,
                               g_strdup (_ ("This block quotation has no source."))),
            RISALAH_FIX_CITE, NULL);
    }
}

/* The analyst's words that introduce a quotation: its sentence, or the one above its block. */
static const char *
find_introduction (const RisalahCheck *self, const RisalahCheckUse *use)
{
  gboolean is_block =
      risalah_quotation_use_get_form (use->quotation) == RISALAH_QUOTATION_FORM_BLOCK;
  const char *introduction = NULL;

  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);

      if (is_block && sentence->block + 1 == use->at.block)
        introduction = sentence->words;
      else if (!is_block && sentence->block == use->at.block && sentence->start <= use->at.offset
               && use->at.offset < sentence->end)
        return sentence->words;
      else if (sentence->block > use->at.block)
        break;
    }
  return introduction;
}

static const char *
describe_voice (RisalahVoice voice)
{
  switch (voice)
    {
    case RISALAH_VOICE_REPORTED:
      return _ ("These words are the publisher’s paraphrase, but the sentence presents them as "
                "somebody’s own.");
    case RISALAH_VOICE_PUBLISHER:
      return _ ("These words are the publisher’s, but the sentence presents them as somebody’s "
                "own.");
    case RISALAH_VOICE_OPINION:
      return _ ("These words are an author’s opinion, but the sentence presents them as somebody’s "
                "statement.");
    case RISALAH_VOICE_SECOND_HAND:
      return _ ("These words come from another work that the source cites, but the sentence "
                "presents them as somebody’s own.");
    case RISALAH_VOICE_UNKNOWN:
    case RISALAH_VOICE_DIRECT:
      break;
    }
  return NULL;
}

/* Paraphrase, opinion and words at second hand, presented as someone's own statement. */
void
risalah_check_voices (RisalahCheck *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const char *message, *introduction;

      if (use->quotation == NULL || use->at.part != RISALAH_PART_BODY)
        continue;
      message = describe_voice (risalah_quotation_use_get_quotation (use->quotation)->voice);
      if (message == NULL)
        continue;
      introduction = find_introduction (self, use);
      if (introduction != NULL && risalah_check_has_word (introduction, speech_words))
        add_for_use (self, use, g_strdup (message));
    }
}

/* More than a quarter of a source quoted: all its quotations together, once for each source. */
void
risalah_check_long_quotations (RisalahCheck *self)
{
  g_autoptr (GHashTable) quoted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const RisalahSourceFacts *source = risalah_check_find_source (self, use->source_uid);
      guint before, after;

      if (use->quotation == NULL || source == NULL || source->n_words == 0)
        continue;
      before = GPOINTER_TO_UINT (g_hash_table_lookup (quoted, use->source_uid));
      after = before + risalah_quotation_use_get_n_words (use->quotation);
      g_hash_table_insert (quoted, (gpointer)use->source_uid, GUINT_TO_POINTER (after));
      if (before * 100 <= source->n_words * MOST_QUOTED
          && after * 100 > source->n_words * MOST_QUOTED)
        {
          g_autofree char *name = risalah_check_dup_name (source);

          add_for_use (self, use,
                       g_strdup_printf (_ ("The brief quotes more than %d%% of %s."), MOST_QUOTED,
                                        name));
        }
    }
}

/* A translation that has not been compared since it, or the words, changed. */
void
risalah_check_translations (RisalahCheck *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);

      if (use->quotation != NULL && risalah_quotation_use_get_look_again (use->quotation))
        risalah_check_set_fix (
            add_for_use (self, use,
                         g_strdup (_ ("The quotation or its translation changed; compare them "
                                      "again."))),
            RISALAH_FIX_COMPARE_TRANSLATION,
            risalah_quotation_use_get_quotation (use->quotation)->uid);
    }
}
