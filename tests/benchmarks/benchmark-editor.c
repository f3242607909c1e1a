/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a keystroke costs in the middle of a 200-page brief with 500 quotations, frame included,
 * beside a bare text view of the same size in the same run; also opening, undo, and a quotation
 * put in at the start, which renumbers all others. */

#include "../ui/ui-test.h"
#include "risalah-editor.h"

#define N_BLOCKS 1000
#define N_KEYS 200
#define WORDS_IN_BLOCK 85

typedef struct
{
  double begin;
  double spent;
  guint n_frames;
} Frames;

static double
now (void)
{
  return g_get_monotonic_time () / 1e3;
}

static void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->begin = now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->spent += now () - frames->begin;
  frames->n_frames++;
}

static RisalahBriefBlock *
create_paragraph (GRand *random, gboolean with_quotation)
{
  static const char *const words[] = { "arsip ", "galangan ", "dewan ", "pelabuhan ", "bukti ",
                                       "kesaksian ", "naskah ", "dan " };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RisalahRichText) rich = NULL;

  for (guint i = 0; i < WORDS_IN_BLOCK; i++)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  rich = risalah_rich_text_new_plain (text->str);
  if (with_quotation)
    {
      g_autoptr (RisalahQuotation) quotation = risalah_quotation_new (
          "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222",
          "Ia berkata: kapal keempat belum bernama, kata juru bicara itu.", 12, 39);
      g_autoptr (RisalahQuotationUse) use
          = risalah_quotation_use_new (quotation, RISALAH_QUOTATION_FORM_INLINE);
      g_autoptr (RisalahCitationAtom) citation
          = risalah_citation_atom_new (NULL, quotation->source_uid, quotation->text_uid,
                                       quotation->start, quotation->end, quotation->uid);
      g_autoptr (RisalahRichText) quoted = risalah_rich_text_new_quotation (use);
      g_autoptr (RisalahRichText) cited = risalah_rich_text_new_citation (citation);
      g_autoptr (RisalahRichText) both = risalah_rich_text_concatenate (quoted, cited);
      RisalahRichText *with = risalah_rich_text_replace (rich, 40, 40, both);

      risalah_rich_text_unref (rich);
      rich = with;
    }
  return risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, rich);
}

static RisalahDocument *
create_document (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) blocks
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);

  for (guint i = 0; i < N_BLOCKS; i++)
    g_ptr_array_add (blocks, i % 20 == 0 ? risalah_brief_block_new_plain (
                                               RISALAH_BRIEF_BLOCK_HEADING, 1, "Sebuah bab")
                                         : create_paragraph (random, i % 2 == 1));
  return risalah_document_new ("id", (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}

static GtkWidget *
present (GtkTextView *view, Frames *frames)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GdkFrameClock *clock;

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  ui_test_present (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), frames);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), frames);
  return window;
}

/* Until every line is laid out, so that what is measured is the key and nothing else. */
static void
settle (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double upper = 0, last_change = now ();

  while (now () - last_change < 400)
    {
      g_main_context_iteration (NULL, FALSE);
      if (gtk_adjustment_get_upper (adjustment) != upper)
        {
          upper = gtk_adjustment_get_upper (adjustment);
          last_change = now ();
        }
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Types in the middle; gives the median and the 95th percentile of key and frame together. */
static void
type_in_middle (GtkTextView *view, Frames *frames, double *median, double *p95)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  double costs[N_KEYS];
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, N_BLOCKS / 2 + 1, 20);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0.5, 0.5);
  ui_test_frames (GTK_WIDGET (view), 10);
  settle (view);
  for (guint i = 0; i < N_KEYS; i++)
    {
      double begin = now (), key;
      guint n_frames;

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 7 == 6 ? " " : "x", 1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
      key = now () - begin;
      frames->spent = 0;
      n_frames = frames->n_frames;
      ui_test_wait_until (frames->n_frames > n_frames);
      costs[i] = key + frames->spent / (frames->n_frames - n_frames);
    }
  qsort (costs, N_KEYS, sizeof costs[0], compare);
  *median = costs[N_KEYS / 2];
  *p95 = costs[N_KEYS * 95 / 100];
}

static void
fill_bare (GtkTextBuffer *buffer, RisalahDocument *document)
{
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (buffer, &iter);
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);
      g_auto (GStrv) pieces = g_strsplit (
          risalah_rich_text_get_text (risalah_brief_block_get_text (block)), RISALAH_ATOM_TEXT, -1);
      g_autofree char *text = g_strjoinv ("", pieces);

      gtk_text_buffer_insert (buffer, &iter, text, -1);
      gtk_text_buffer_insert (buffer, &iter, "\n", 1);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (RisalahDocument) document = create_document ();
  Frames bare_frames = { 0 }, frames = { 0 };
  GtkWidget *bare_window, *window;
  GtkTextView *bare;
  RisalahEditor *editor;
  double begin, bare_median, bare_p95, median, p95, ratio, ratio_p95;

  ui_test_init (&argc, &argv);
  bare = GTK_TEXT_VIEW (gtk_text_view_new ());
  fill_bare (gtk_text_view_get_buffer (bare), document);
  bare_window = present (bare, &bare_frames);
  type_in_middle (bare, &bare_frames, &bare_median, &bare_p95);
  gtk_window_destroy (GTK_WINDOW (bare_window));

  editor = RISALAH_EDITOR (risalah_editor_new ());
  window = present (GTK_TEXT_VIEW (editor), &frames);
  begin = now ();
  risalah_editor_set_document (editor, document);
  g_print ("open: %.1f ms", now () - begin);
  ui_test_frames (GTK_WIDGET (editor), 1);
  g_print (", first frame after %.1f ms\n", now () - begin);
  type_in_middle (GTK_TEXT_VIEW (editor), &frames, &median, &p95);
  ratio = median / bare_median;
  ratio_p95 = p95 / bare_p95;
  g_print ("keystroke: median %.2f ms, p95 %.2f ms; bare text view: %.2f and %.2f ms; %.2f and "
           "%.2f times\n",
           median, p95, bare_median, bare_p95, ratio, ratio_p95);

  begin = now ();
  risalah_editor_undo (editor);
  g_print ("undo: %.2f ms", now () - begin);
  {
    g_autoptr (RisalahQuotation) quotation
        = risalah_quotation_new ("11111111-1111-4111-8111-111111111111",
                                 "22222222-2222-4222-8222-222222222222", "Kapal itu lama.", 0, 9);
    const RisalahPosition at = { 1, RISALAH_PART_BODY, 5 };
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_quotation (risalah_editor_get_document (editor), &at, quotation);

    begin = now ();
    risalah_editor_apply (editor, &edit);
    g_print ("; quotation at the start, all others renumbered: %.1f ms", now () - begin);
    begin = now ();
    risalah_editor_undo (editor);
    g_print (", undone: %.1f ms\n", now () - begin);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  return ratio <= 3 && ratio_p95 <= 3 ? 0 : 1;
}
