/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages made on a thread: the first is there before the last, and all that is told is heard where
 * the window runs. */

#include "../brief/brief-fixture.h"
#include "risalah-page-maker.h"

/* Paragraphs, of many more pages than one turn of the layout makes. */
#define LONG 3000
#define WIDTH 120

/* Looks of a millisecond or more, counted, since a clock goes on where a machine stands still. */
#define PATIENCE 60000

typedef struct
{
  RisalahPageMaker *maker;
  GThread *thread;
  guint n_drawn;
  guint n_first;        /* pages that were there when the first was drawn */
  gboolean is_early;    /* … and whether they were not all */
  gboolean is_complete; /* when the last was drawn */
  guint page;
  int width;
} Heard;

static void
drawn_cb (RisalahPageMaker *maker, guint page, cairo_surface_t *surface, Heard *heard)
{
  g_assert_true (g_thread_self () == heard->thread);
  if (heard->n_drawn++ == 0)
    {
      heard->n_first = risalah_page_maker_get_n_pages (maker);
      heard->is_early = !risalah_page_maker_is_complete (maker);
    }
  heard->is_complete = risalah_page_maker_is_complete (maker);
  heard->page = page;
  heard->width = cairo_image_surface_get_width (surface);
}

static void
progress_cb (RisalahPageMaker *maker, Heard *heard)
{
  g_assert_true (g_thread_self () == heard->thread);
}

static void
open_maker (Heard *heard)
{
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"><head><title>Panjang</title></head>"
      "<body>");
  RisalahEdition *edition;

  for (guint i = 0; i < LONG; i++)
    g_string_append_printf (xhtml,
                            "<p>Paragraf %u: kedua pihak menyepakati jadwal, pembagian kerja, dan "
                            "cara melaporkan kemajuannya kepada kantor yang ditunjuk.</p>",
                            i);
  g_string_append (xhtml, "</body></html>");
  edition = fixture_new_edition (xhtml->str);
  heard->thread = g_thread_self ();
  heard->maker = risalah_page_maker_new (edition);
  g_signal_connect (heard->maker, "drawn", G_CALLBACK (drawn_cb), heard);
  g_signal_connect (heard->maker, "progress", G_CALLBACK (progress_cb), heard);
  risalah_edition_unref (edition);
}

/* Between two looks nobody runs the context, and nothing may be heard. */
static void
listen (Heard *heard, guint n_drawn)
{
  for (guint looks = 0; heard->n_drawn < n_drawn && looks < PATIENCE; looks++)
    {
      guint n_pages = risalah_page_maker_get_n_pages (heard->maker);

      g_usleep (1000);
      g_assert_cmpuint (risalah_page_maker_get_n_pages (heard->maker), ==, n_pages);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (heard->n_drawn, >=, n_drawn);
}

/* The first page comes while the others are made, and once more when all are there. */
static void
test_first_page (void)
{
  Heard heard = { NULL };

  open_maker (&heard);
  risalah_page_maker_draw (heard.maker, 0, WIDTH);
  listen (&heard, 2);
  g_assert_true (heard.is_early);
  g_assert_cmpuint (heard.n_first, >, 0);
  g_assert_true (heard.is_complete);
  g_assert_cmpuint (heard.page, ==, 0);
  g_assert_cmpint (heard.width, ==, WIDTH);
  g_assert_cmpuint (risalah_page_maker_get_n_pages (heard.maker), >, heard.n_first);
  g_assert_cmpfloat (risalah_page_maker_get_fraction (heard.maker), ==, 1);
  g_object_unref (heard.maker);
}

/* A page that there is not is the last one; it is drawn when it is known which that is. */
static void
test_last_page (void)
{
  Heard heard = { NULL };

  open_maker (&heard);
  risalah_page_maker_draw (heard.maker, G_MAXUINT - 1, WIDTH);
  listen (&heard, 1);
  g_assert_false (heard.is_early);
  g_assert_cmpuint (heard.page, ==, risalah_page_maker_get_n_pages (heard.maker) - 1);
  g_object_unref (heard.maker);
}

/* Let go in the middle, it stops, and what it still told is not heard. */
static void
test_let_go (void)
{
  Heard heard = { NULL };
  gpointer gone;

  open_maker (&heard);
  risalah_page_maker_draw (heard.maker, 0, WIDTH);
  listen (&heard, 1);
  gone = heard.maker;
  g_object_add_weak_pointer (gone, &gone);
  g_object_unref (heard.maker);
  g_assert_null (gone);
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (heard.n_drawn, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-maker/first-page", test_first_page);
  g_test_add_func ("/page-maker/last-page", test_last_page);
  g_test_add_func ("/page-maker/let-go", test_let_go);
  return g_test_run ();
}
