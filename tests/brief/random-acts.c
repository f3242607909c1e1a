/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The random acts: a table of every edit command, each with places and words made up for it. */

#include "random-acts.h"

#include "random-brief.h"

typedef RisalahEdit (*Act) (GRand *random, RisalahDocument *document);

static RisalahEdit
insert_text (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_insert_text (document, &at, random_words (random));
}

static RisalahEdit
insert_text_into_quotation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_insert_text (document, &at, "x");
}

static RisalahEdit
delete_range (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_delete_range (document, &at, &to);
}

static RisalahEdit
delete_character (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_delete_character (document, &at, random_below (random, 2) != 0);
}

static RisalahEdit
replace_range (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_replace_range (document, &to, &at, "ganti");
}

static RisalahEdit
split_block (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_split_block (document, &at);
}

static RisalahEdit
join_blocks (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_join_blocks (document, at.block);
}

static RisalahEdit
set_kind (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_set_kind (
      document, &at, &to,
      (RisalahBriefBlockKind)random_below (random, RISALAH_BRIEF_BLOCK_QUOTATION + 1),
      random_below (random, 4));
}

static RisalahEdit
change_level (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_change_level (document, &at, &to,
                                    (gint)random_below (random, 5) - 2);
}

static RisalahEdit
set_boxed (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_set_boxed (document, &at, &at, random_below (random, 2) != 0);
}

/* What the line begins with is typed, and then made a heading, an item, a quotation. */
static RisalahEdit
apply_shortcut (GRand *random, RisalahDocument *document)
{
  static const char *const shortcuts[] = { "# ", "## ", "- ", "1. ", "> " };
  guint block = random_block_of (random, document, RISALAH_BRIEF_BLOCK_PARAGRAPH);
  const RisalahPosition at = { block, RISALAH_PART_BODY, 0 };
  g_auto (RisalahEdit) typed = risalah_edit_insert_text (
      document, &at, shortcuts[random_below (random, G_N_ELEMENTS (shortcuts))]);
  RisalahEdit edit = risalah_edit_apply_shortcut (typed.document, &typed.cursor);

  edit.from = at;
  return edit;
}

static RisalahEdit
move_section (GRand *random, RisalahDocument *document)
{
  return risalah_edit_move_section (
      document, random_block_of (random, document, RISALAH_BRIEF_BLOCK_HEADING),
      random_below (random, risalah_document_get_n_blocks (document) + 1));
}

static RisalahEdit
set_field (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_set_field (
      document, &at, (RisalahDocumentField)random_below (random, RISALAH_DOCUMENT_N_FIELDS),
      random_words (random));
}

static RisalahEdit
set_rule (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_set_rule (document, &at, "old-source",
                                random_below (random, 2) ? "sebab \"ini\"" : NULL);
}

static RisalahEdit
replace_all (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_replace_all (document, &at, "kata", "frasa", FALSE,
                                   random_below (random, 2) != 0);
}

static RisalahEdit
toggle_mark (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_toggle_mark (
      document, &at, &to,
      (RisalahMarkKind)(RISALAH_MARK_BOLD + random_below (random, 3)));
}

static RisalahEdit
set_link (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_set_link (document, &at, &to,
                                random_below (random, 3) ? "https://x.id/?a&b" : NULL);
}

static RisalahEdit
set_likelihood (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);

  return risalah_edit_set_likelihood (
      document, &at, &to, (gint)random_below (random, RISALAH_LIKELIHOOD_N + 1) - 1);
}

static RisalahEdit
insert_citation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  g_autoptr (RisalahCitationAtom) citation = random_citation (random);

  return risalah_edit_insert_citation (document, &at, citation);
}

static RisalahEdit
set_citation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_CITATION);
  g_autoptr (RisalahCitationAtom) citation = random_citation (random);

  return risalah_edit_set_citation (document, &at,
                                    random_below (random, 3) ? citation : NULL);
}

static RisalahEdit
insert_note (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  g_autoptr (RisalahRichText) note = risalah_rich_text_new_plain ("Lihat <juga>");

  return risalah_edit_insert_note (document, &at, note);
}

static RisalahEdit
set_note (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_NOTE);
  g_autoptr (RisalahRichText) note = risalah_rich_text_new_plain ("Diubah");

  return risalah_edit_set_note (document, &at, random_below (random, 3) ? note : NULL);
}

static RisalahEdit
insert_quotation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahQuotation *quotation = random_quotation (random);
  RisalahEdit edit = risalah_edit_insert_quotation (document, &at, quotation);

  risalah_quotation_free (quotation);
  return edit;
}

static RisalahEdit
elide (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);
  RisalahPosition to = random_behind (&at, random_below (random, 20));

  return risalah_edit_elide (document, &at, &to);
}

static RisalahEdit
insert_in_quotation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_insert_in_quotation (document, &at, "Indonesia");
}

static RisalahEdit
insert_sic (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_insert_sic (document, &at);
}

static RisalahEdit
take_back_change (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_take_back_change (document, &at);
}

static RisalahEdit
set_quotation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);
  RisalahQuotation *quotation = random_quotation (random);
  RisalahEdit edit;

  edit = risalah_edit_set_quotation (document, &at, quotation);
  risalah_quotation_free (quotation);
  return edit;
}

static RisalahEdit
set_translation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_set_translation (document, &at,
                                       random_below (random, 3) ? "the words" : NULL,
                                       random_below (random, 2) != 0,
                                       random_below (random, 2) != 0);
}

static RisalahEdit
unlock_quotation (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_mark (random, document, RISALAH_MARK_QUOTATION);

  return risalah_edit_unlock_quotation (document, &at);
}

static RisalahEdit
insert_block (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  g_autoptr (RisalahBriefBlock) block = random_object (random);

  return risalah_edit_insert_block (document, &at, block);
}

static RisalahEdit
insert_table (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  guint rows = 1 + random_below (random, 3), columns = 1 + random_below (random, 4);

  return risalah_edit_insert_table (document, &at, rows, columns, random_below (random, 2) != 0);
}

static RisalahEdit
insert_page_break (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_insert_page_break (document, &at);
}

static RisalahEdit
remove_block (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);

  return risalah_edit_remove_block (document, at.block);
}

static RisalahEdit
set_figure (GRand *random, RisalahDocument *document)
{
  const RisalahFigure figure = { .media = (char *)"cd34", .alternative = (char *)"bagan" };

  return risalah_edit_set_figure (
      document, random_block_of (random, document, RISALAH_BRIEF_BLOCK_FIGURE), &figure);
}

static RisalahEdit
insert_rows (GRand *random, RisalahDocument *document)
{
  guint table = random_table (random, document);
  guint first = random_below (random, 4), count = random_below (random, 3);

  return risalah_edit_insert_rows (document, table, first, count);
}

static RisalahEdit
remove_rows (GRand *random, RisalahDocument *document)
{
  guint table = random_table (random, document);
  guint first = random_below (random, 4), count = random_below (random, 3);

  return risalah_edit_remove_rows (document, table, first, count);
}

static RisalahEdit
insert_columns (GRand *random, RisalahDocument *document)
{
  guint table = random_table (random, document);
  guint first = random_below (random, 4), count = random_below (random, 3);

  return risalah_edit_insert_columns (document, table, first, count);
}

static RisalahEdit
remove_columns (GRand *random, RisalahDocument *document)
{
  guint table = random_table (random, document);
  guint first = random_below (random, 4), count = random_below (random, 3);

  return risalah_edit_remove_columns (document, table, first, count);
}

static RisalahEdit
set_header (GRand *random, RisalahDocument *document)
{
  guint table = random_table (random, document);

  return risalah_edit_set_header (document, table, random_below (random, 2) != 0);
}

static RisalahEdit
insert_fragment (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document);
  RisalahPosition to = random_end (random, document, &at);
  g_autoptr (RisalahDocument) fragment = risalah_document_cut_out (document, &at, &to);

  at = random_place (random, document);
  return fragment != NULL ? risalah_edit_insert_fragment (document, &at, fragment)
                          : risalah_edit_insert_page_break (document, &at);
}

static struct
{
  const char *name;
  Act act;
  guint weight; /* how often it comes, among the others */
  guint n_done; /* how often it changed a document */
} acts[] = {
  { "insert_text", insert_text, 16, 0 },
  { "insert_text_into_quotation", insert_text_into_quotation, 2, 0 },
  { "delete_range", delete_range, 4, 0 },
  { "delete_character", delete_character, 6, 0 },
  { "replace_range", replace_range, 4, 0 },
  { "split_block", split_block, 5, 0 },
  { "join_blocks", join_blocks, 4, 0 },
  { "set_kind", set_kind, 3, 0 },
  { "change_level", change_level, 2, 0 },
  { "set_boxed", set_boxed, 1, 0 },
  { "apply_shortcut", apply_shortcut, 2, 0 },
  { "move_section", move_section, 2, 0 },
  { "set_field", set_field, 1, 0 },
  { "set_rule", set_rule, 1, 0 },
  { "replace_all", replace_all, 1, 0 },
  { "toggle_mark", toggle_mark, 4, 0 },
  { "set_link", set_link, 1, 0 },
  { "set_likelihood", set_likelihood, 1, 0 },
  { "insert_citation", insert_citation, 2, 0 },
  { "set_citation", set_citation, 2, 0 },
  { "insert_note", insert_note, 1, 0 },
  { "set_note", set_note, 1, 0 },
  { "insert_quotation", insert_quotation, 5, 0 },
  { "elide", elide, 6, 0 },
  { "insert_in_quotation", insert_in_quotation, 3, 0 },
  { "insert_sic", insert_sic, 3, 0 },
  { "take_back_change", take_back_change, 12, 0 },
  { "set_quotation", set_quotation, 2, 0 },
  { "set_translation", set_translation, 2, 0 },
  { "unlock_quotation", unlock_quotation, 1, 0 },
  { "insert_block", insert_block, 2, 0 },
  { "insert_table", insert_table, 1, 0 },
  { "insert_page_break", insert_page_break, 1, 0 },
  { "remove_block", remove_block, 1, 0 },
  { "set_figure", set_figure, 1, 0 },
  { "insert_rows", insert_rows, 3, 0 },
  { "remove_rows", remove_rows, 3, 0 },
  { "insert_columns", insert_columns, 3, 0 },
  { "remove_columns", remove_columns, 3, 0 },
  { "set_header", set_header, 3, 0 },
  { "insert_fragment", insert_fragment, 4, 0 },
};

/*
 * random_acts_next:
 *
 * Returns: what the next act makes of @document
 */
RisalahEdit
random_acts_next (GRand *random, RisalahDocument *document)
{
  guint total = 0, chosen, i = 0;
  RisalahEdit edit;

  for (guint j = 0; j < G_N_ELEMENTS (acts); j++)
    total += acts[j].weight;
  chosen = random_below (random, total);
  while (chosen >= acts[i].weight)
    chosen -= acts[i++].weight;
  edit = acts[i].act (random, document);
  acts[i].n_done += edit.outcome == RISALAH_EDIT_DONE;
  return edit;
}

/*
 * random_acts_assert_all_done:
 *
 * A command that never changes anything is not tested.
 */
void
random_acts_assert_all_done (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_test_message ("%s: done %u times", acts[i].name, acts[i].n_done);
      g_assert_cmpuint (acts[i].n_done, >=, 20);
    }
}
