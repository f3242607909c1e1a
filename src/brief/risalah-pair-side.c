/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one version of a translation pair as the text floor reads an article: its dates, numbers
 * and names by value, besides its sections, quotations and likelihood words. */

#include "risalah-pair-side-private.h"

#include <string.h>

#include "risalah-amounts.h"
#include "risalah-dates.h"
#include "risalah-glossary.h"
#include "risalah-names.h"
#include "risalah-words.h"

/* So many characters of a quotation tell which one it is. */
#define LABEL_LENGTH 40

/* A part of the brief within the text that is read. */
typedef struct
{
  gsize start;
  gsize end;
  RisalahPosition at;
  guint length;
  const char *section;
  const char *language;
} Passage;

typedef struct
{
  RisalahPairSide *side;
  RisalahLexicon *lexicon;
  GArray *passages; /* Passage */
  GString *text;
} Reading;

static void
fact_free (gpointer data)
{
  RisalahPairFact *fact = data;

  g_free (fact->key);
  g_free (fact->label);
  g_free (fact);
}

/* Takes @key and @label. */
static void
add_fact (RisalahPairSide *self, RisalahPairKind kind, const Passage *passage, char *key, char *label)
{
  RisalahPairFact *fact;

  if (g_hash_table_contains (self->keys[kind], key))
    {
      g_free (key);
      g_free (label);
      return;
    }
  fact = g_new0 (RisalahPairFact, 1);
  fact->key = key;
  fact->label = label;
  fact->at = passage->at;
  fact->end = passage->length;
  fact->section = passage->section;
  g_ptr_array_add (self->facts[kind], fact);
  g_hash_table_add (self->keys[kind], key);
}

static char *
dup_beginning (const char *words)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (words, -1) <= LABEL_LENGTH)
    return g_strdup (words);
  beginning = g_utf8_substring (words, 0, LABEL_LENGTH);
  return g_strconcat (beginning, "…", NULL);
}

static void
read_marks (Reading *self, RisalahRichText *text, const Passage *passage)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == RISALAH_MARK_LIKELIHOOD)
      {
        const char *likelihood = risalah_likelihood_to_string (marks[i].likelihood);
        g_autoptr (RisalahRichText) words
            = risalah_rich_text_slice (text, marks[i].start, marks[i].end);

        add_fact (self->side, RISALAH_PAIR_LIKELIHOOD, passage, g_strdup (likelihood),
                  g_strdup (risalah_rich_text_get_text (words)));
      }
    else if (marks[i].kind == RISALAH_MARK_QUOTATION)
      {
        const RisalahQuotation *quotation
            = risalah_quotation_use_get_quotation (marks[i].quotation);

        add_fact (self->side, RISALAH_PAIR_QUOTATION, passage, g_strdup (quotation->uid),
                  dup_beginning (quotation->exact));
      }
}

static void
add_passage (Reading *self, RisalahRichText *text, Passage passage)
{
  guint length = risalah_rich_text_get_length (text);
  g_autofree char *words = risalah_check_dup_own_words (text, 0, length);

  g_strdelimit (words, "\n", ' ');
  passage.length = length;
  passage.start = self->text->len;
  g_string_append (self->text, words);
  passage.end = self->text->len;
  g_string_append_c (self->text, '\n');
  g_array_append_val (self->passages, passage);
  read_marks (self, text, &passage);
}

static const char *
language_of (RisalahDocument *document, RisalahBriefBlock *block)
{
  const char *language = risalah_brief_block_get_language (block);

  if (language == NULL || *language == '\0')
    language = risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE);
  return *language != '\0' ? language : "id";
}

static void
read_blocks (Reading *self)
{
  RisalahDocument *document = self->side->document;
  const char *section = NULL;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);
      const char *own = risalah_brief_block_get_section (block);

      if (own != NULL)
        section = own;
      for (guint part = 0; part < risalah_brief_block_get_n_parts (block); part++)
        add_passage (self, risalah_brief_block_get_part (block, part),
                     (Passage){ .at = { i, part, 0 },
                                .section = section,
                                .language = language_of (document, block) });
      if (own != NULL)
        add_fact (self->side, RISALAH_PAIR_SECTION,
                  &g_array_index (self->passages, Passage, self->passages->len - 1),
                  g_strdup (own), risalah_rich_text_dup_words (risalah_brief_block_get_text (block)));
    }
}

/* The whole brief as an article of the text floor. */
static RisalahArticle *
create_article (const Reading *self)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (RisalahBlock));
  const char *language
      = risalah_document_get_field (self->side->document, RISALAH_DOCUMENT_LANGUAGE);
  RisalahArticle *article;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const Passage *passage = &g_array_index (self->passages, Passage, i);
      RisalahBlock block = { .type = RISALAH_BLOCK_PARAGRAPH,
                             .start = passage->start,
                             .end = passage->end };

      if (passage->start == passage->end)
        continue;
      g_strlcpy (block.language, passage->language, sizeof block.language);
      g_array_append_val (blocks, block);
    }
  article = risalah_article_new (g_strdup (self->text->str), blocks);
  risalah_article_set_metadata (article, RISALAH_METADATA_LANGUAGE,
                                *language != '\0' ? language : "id", RISALAH_ORIGIN_ANALYST);
  return article;
}

static const Passage *
find_passage (const Reading *self, gsize byte)
{
  guint first = 0, last = self->passages->len;

  while (last - first > 1)
    {
      guint middle = (first + last) / 2;

      if (g_array_index (self->passages, Passage, middle).start <= byte)
        first = middle;
      else
        last = middle;
    }
  return &g_array_index (self->passages, Passage, first);
}

/* Dates that say of themselves which day, month or year they are. They are blanked, so that their
 * figures are not read as numbers once more. */
static void
read_dates (Reading *self, RisalahArticle *article)
{
  g_autoptr (GArray) dates = risalah_find_dates (article, self->lexicon, NULL, NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const RisalahDateMention *date = &g_array_index (dates, RisalahDateMention, i);
      char *words = self->text->str + date->start;

      if (date->edtf == NULL || date->relative || date->role == RISALAH_DATE_VAGUE)
        continue;
      add_fact (self->side, RISALAH_PAIR_DATE, find_passage (self, date->start),
                date->mod != RISALAH_EDTF_MOD_NONE
                    ? g_strdup_printf ("%s %d", date->edtf, date->mod) : g_strdup (date->edtf),
                g_strndup (words, date->end - date->start));
      memset (words, ' ', date->end - date->start);
    }
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
is_in_vocabulary (RisalahLexicon *lexicon, const char *organisation)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "organisations");

  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    if (g_str_equal (risalah_table_get (table, i, 0), organisation))
      return TRUE;
  return FALSE;
}

/* One key for all names of an organisation that vocabulary and glossary know; %NULL for one that
 * neither knows, whose name may be translated freely. */
static char *
dup_organisation_key (RisalahLexicon *lexicon, const char *name)
{
  g_autofree char *folded = risalah_words_fold (name, -1);
  g_autoptr (GPtrArray) terms = risalah_glossary_lookup (lexicon, name);

  if (terms == NULL)
    return is_in_vocabulary (lexicon, name) ? g_strconcat ("organisation ", folded, NULL) : NULL;
  g_ptr_array_add (terms, folded);
  g_ptr_array_sort (terms, compare_terms);
  return g_strconcat ("organisation ", terms->pdata[0], NULL);
}

static char *
dup_name_key (const Reading *self, const RisalahName *name)
{
  switch (name->kind)
    {
    case RISALAH_NAME_COUNTRY:
      return g_strconcat ("country ", name->key, NULL);
    case RISALAH_NAME_ORGANISATION:
      return dup_organisation_key (self->lexicon, name->key);
    case RISALAH_NAME_PERSON:
    default:
      return g_strconcat ("person ", name->key, NULL);
    }
}

static void
read_names (Reading *self, RisalahArticle *article)
{
  g_autoptr (RisalahTokens) tokens = risalah_tokens_new (article, self->lexicon);
  g_autoptr (GArray) names = risalah_find_names (tokens);
  const char *text = risalah_article_get_text (article, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const RisalahName *name = &g_array_index (names, RisalahName, i);
      char *key = dup_name_key (self, name);

      if (name->country != NULL)
        g_hash_table_add (self->side->implied, g_strconcat ("country ", name->country, NULL));
      if (key != NULL)
        add_fact (self->side, RISALAH_PAIR_NAME, find_passage (self, name->start), key,
                  g_strndup (text + name->start, name->end - name->start));
    }
}

/* The word behind a number where it is one of magnitude. */
static char *
dup_scale (const char *end)
{
  const char *start = end + strspn (end, " ");
  gsize length = strcspn (start, " ,.;:()%");
  g_autofree char *word = g_strndup (start, length);

  return g_utf8_validate (word, -1, NULL) && risalah_amount_is_scale (word)
             ? g_steal_pointer (&word) : NULL;
}

static void
read_amounts (Reading *self, const Passage *passage)
{
  g_autofree char *words
      = g_strndup (self->text->str + passage->start, passage->end - passage->start);
  g_autoptr (GArray) spans = risalah_check_find_numbers (words);
  g_autofree char *lower = g_utf8_strdown (words, -1);
  g_auto (GStrv) each = g_strsplit_set (lower, " ,.;:()", -1);

  for (guint i = 0; i < spans->len; i++)
    {
      const RisalahCheckSpan *span = &g_array_index (spans, RisalahCheckSpan, i);
      g_autofree char *number = g_strndup (words + span->start, span->end - span->start);
      g_autofree char *scale = dup_scale (words + span->end);
      char *value = risalah_amount_dup_value (number, scale, passage->language);

      /* A single figure is as often written as a word. */
      if (strlen (number) == 1 && scale == NULL)
        g_hash_table_add (self->side->implied, value);
      else
        add_fact (self->side, RISALAH_PAIR_NUMBER, passage, value,
                  scale != NULL ? g_strconcat (number, " ", scale, NULL) : g_strdup (number));
    }
  for (guint i = 0; each[i] != NULL; i++)
    {
      char *value = risalah_amount_dup_of_word (each[i]);

      if (value != NULL)
        g_hash_table_add (self->side->implied, value);
    }
}

/*
 * risalah_pair_side_init:
 * @self: to be filled
 * @document: a version of a brief
 * @lexicon: (nullable): what knows dates and names; without it neither is read
 */
void
risalah_pair_side_init (RisalahPairSide *self, RisalahDocument *document, RisalahLexicon *lexicon)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, TRUE, sizeof (Passage));
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { self, lexicon, passages, text };

  self->document = document;
  for (guint i = 0; i < RISALAH_PAIR_N_KINDS; i++)
    {
      self->facts[i] = g_ptr_array_new_with_free_func (fact_free);
      self->keys[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->implied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_blocks (&reading);
  if (lexicon != NULL)
    {
      g_autoptr (RisalahArticle) article = create_article (&reading);

      read_names (&reading, article);
      read_dates (&reading, article);
    }
  for (guint i = 0; i < passages->len; i++)
    read_amounts (&reading, &g_array_index (passages, Passage, i));
}

/*
 * risalah_pair_side_clear:
 */
void
risalah_pair_side_clear (RisalahPairSide *self)
{
  for (guint i = 0; i < RISALAH_PAIR_N_KINDS; i++)
    {
      g_hash_table_unref (self->keys[i]);
      g_ptr_array_unref (self->facts[i]);
    }
  g_hash_table_unref (self->implied);
}

/* A person may be named by the last name alone in one version; a day without its year. */
static gboolean
has_alike (const RisalahPairSide *self, RisalahPairKind kind, const char *key)
{
  const char *last = strrchr (key, ' ');

  for (guint i = 0; i < self->facts[kind]->len; i++)
    {
      const char *other = ((RisalahPairFact *)self->facts[kind]->pdata[i])->key;

      if (kind == RISALAH_PAIR_DATE
              ? g_str_has_prefix (key, "XXXX") && g_str_has_suffix (other, key + 4)
              : g_str_has_prefix (key, "person ") && g_str_has_prefix (other, "person ")
                    && g_strcmp0 (strrchr (other, ' '), last) == 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * risalah_pair_side_has:
 *
 * Returns: whether the version states the value, in whatever form
 */
gboolean
risalah_pair_side_has (const RisalahPairSide *self, RisalahPairKind kind, const char *key)
{
  return g_hash_table_contains (self->keys[kind], key)
         || g_hash_table_contains (self->implied, key) || has_alike (self, kind, key);
}

/*
 * risalah_pair_side_find_section:
 * @section: (nullable): a template's part
 *
 * Returns: the block of its heading, -1 where the version has none
 */
gint
risalah_pair_side_find_section (const RisalahPairSide *self, const char *section)
{
  const GPtrArray *sections = self->facts[RISALAH_PAIR_SECTION];

  for (guint i = 0; section != NULL && i < sections->len; i++)
    {
      const RisalahPairFact *fact = sections->pdata[i];

      if (g_str_equal (fact->key, section))
        return (gint)fact->at.block;
    }
  return -1;
}
