/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread owns the layout; the object in the window and the thread share a Work, which says what
 * is wanted. What the thread has made goes back to the window's main context. */

#include "risalah-page-maker.h"

#include "risalah-context.h"
#include "risalah-layout.h"

/* One turn of pagination: how long a page that is asked for waits at most, beside one page's own
 * time. */
#define TURN_MS 30

/* What the two threads share. */
typedef struct
{
  gatomicrefcount references;
  GMainContext *context; /* the window's */
  RisalahEdition *edition;
  GWeakRef maker;

  GMutex mutex; /* guards what follows */
  GCond cond;
  gboolean is_stopped;
  guint demand; /* counts what was asked for, 0 for nothing yet */
  guint page;
  int width; /* in pixels */
} Work;

/* What is known on the thread alone. */
typedef struct
{
  Work *work;
  RisalahLayout *layout;
  guint drawn; /* the demand that was met last */
  gboolean is_drawn_complete;
} Worker;

/* What the thread tells the window. */
typedef struct
{
  Work *work;
  guint n_pages;
  gboolean is_complete;
  double fraction;
  GStrv problems;           /* (nullable) */
  cairo_surface_t *surface; /* (nullable): @page, drawn */
  guint page;
  GError *error; /* (nullable) */
} Report;

struct _RisalahPageMaker
{
  GObject parent_instance;

  Work *work;
  guint n_pages;
  gboolean is_complete;
  double fraction;
  GStrv problems;
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_DRAWN,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahPageMaker, risalah_page_maker, G_TYPE_OBJECT)

static Work *
work_ref (Work *work)
{
  g_atomic_ref_count_inc (&work->references);
  return work;
}

static void
work_unref (Work *work)
{
  if (!g_atomic_ref_count_dec (&work->references))
    return;
  g_main_context_unref (work->context);
  risalah_edition_unref (work->edition);
  g_weak_ref_clear (&work->maker);
  g_mutex_clear (&work->mutex);
  g_cond_clear (&work->cond);
  g_free (work);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  work_unref (report->work);
  g_strfreev (report->problems);
  g_clear_pointer (&report->surface, cairo_surface_destroy);
  g_clear_error (&report->error);
  g_free (report);
}

static gboolean
take_report_cb (gpointer data)
{
  Report *report = data;
  g_autoptr (RisalahPageMaker) self = g_weak_ref_get (&report->work->maker);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->n_pages = report->n_pages;
  self->is_complete = report->is_complete;
  self->fraction = report->fraction;
  if (report->problems != NULL)
    {
      g_strfreev (self->problems);
      self->problems = g_steal_pointer (&report->problems);
    }
  if (report->error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, report->error);
  else if (report->surface != NULL)
    g_signal_emit (self, signals[SIGNAL_DRAWN], 0, report->page, report->surface);
  else
    g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  return G_SOURCE_REMOVE;
}

static void
send (Worker *worker, guint page, cairo_surface_t *surface, GError *error)
{
  Report *report = g_new0 (Report, 1);

  report->work = work_ref (worker->work);
  report->page = page;
  report->surface = surface;
  report->error = error;
  if (worker->layout != NULL)
    {
      report->n_pages = risalah_layout_get_n_pages (worker->layout);
      report->is_complete = risalah_layout_is_complete (worker->layout);
      report->fraction = risalah_layout_get_progress (worker->layout);
      if (report->is_complete)
        report->problems = risalah_layout_get_problems (worker->layout);
    }
  risalah_context_tell (worker->work->context, G_PRIORITY_DEFAULT, take_report_cb, report,
                        report_free);
}

static cairo_surface_t *
draw (RisalahLayout *layout, guint page, int width)
{
  double page_width, page_height;
  cairo_surface_t *surface;
  cairo_t *cr;

  risalah_layout_get_page_size (layout, &page_width, &page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width,
                                        MAX ((int)(width * page_height / page_width + 0.5), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, width / page_width, width / page_width);
  risalah_layout_draw_page (layout, page, cr);
  cairo_destroy (cr);
  return surface;
}

/* A page that was drawn early is drawn once more at the end, when it is known of how many it is
 * one, and whether a table of contents came before it. */
static gboolean
must_draw (const Worker *worker)
{
  guint n_pages = risalah_layout_get_n_pages (worker->layout);
  gboolean is_complete = risalah_layout_is_complete (worker->layout);

  if (worker->work->demand == 0 || n_pages == 0 || (worker->work->page >= n_pages && !is_complete))
    return FALSE;
  return worker->work->demand != worker->drawn || (is_complete && !worker->is_drawn_complete);
}

/* Waits for something to do, and notes what is wanted now. Returns whether to go on. */
static gboolean
wait_for_work (Worker *worker, gboolean *is_wanted, guint *page, int *width)
{
  Work *work = worker->work;
  gboolean is_stopped;

  g_mutex_lock (&work->mutex);
  while (!work->is_stopped && risalah_layout_is_complete (worker->layout) && !must_draw (worker))
    g_cond_wait (&work->cond, &work->mutex);
  is_stopped = work->is_stopped;
  *is_wanted = !is_stopped && must_draw (worker);
  if (*is_wanted)
    {
      worker->drawn = work->demand;
      worker->is_drawn_complete = risalah_layout_is_complete (worker->layout);
    }
  *page = work->page;
  *width = work->width;
  g_mutex_unlock (&work->mutex);
  return !is_stopped;
}

static gpointer
work_thread (gpointer data)
{
  Worker worker = { .work = data };
  GError *error = NULL;
  gboolean is_wanted;
  guint page;
  int width;

  worker.layout = risalah_layout_new (worker.work->edition, &error);
  if (worker.layout == NULL)
    send (&worker, 0, NULL, error);
  while (worker.layout != NULL && wait_for_work (&worker, &is_wanted, &page, &width))
    if (is_wanted)
      {
        page = MIN (page, risalah_layout_get_n_pages (worker.layout) - 1);
        send (&worker, page, draw (worker.layout, page, width), NULL);
      }
    else
      {
        risalah_layout_paginate (worker.layout, TURN_MS);
        send (&worker, 0, NULL, NULL);
      }
  g_clear_pointer (&worker.layout, risalah_layout_free);
  work_unref (worker.work);
  return NULL;
}

static void
risalah_page_maker_dispose (GObject *object)
{
  RisalahPageMaker *self = RISALAH_PAGE_MAKER (object);

  if (self->work != NULL)
    {
      g_mutex_lock (&self->work->mutex);
      self->work->is_stopped = TRUE;
      g_cond_signal (&self->work->cond);
      g_mutex_unlock (&self->work->mutex);
    }
  g_clear_pointer (&self->work, work_unref);
  g_clear_pointer (&self->problems, g_strfreev);

  G_OBJECT_CLASS (risalah_page_maker_parent_class)->dispose (object);
}

static void
risalah_page_maker_class_init (RisalahPageMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_page_maker_dispose;

  /**
   * RisalahPageMaker::progress:
   *
   * There are more pages, or they are complete.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", RISALAH_TYPE_PAGE_MAKER, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RisalahPageMaker::drawn:
   * @page: which page, from 0
   * @surface: (type cairo.Surface): the page as an image surface
   */
  signals[SIGNAL_DRAWN]
      = g_signal_new ("drawn", RISALAH_TYPE_PAGE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);

  /**
   * RisalahPageMaker::failed:
   * @error: why there are no pages
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RISALAH_TYPE_PAGE_MAKER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
risalah_page_maker_init (RisalahPageMaker *self)
{
}

/**
 * risalah_page_maker_new:
 * @edition: what is laid out; it must not change any more
 *
 * Begins to lay out.
 *
 * Returns: (transfer full): a page maker, which stops when it is let go
 */
RisalahPageMaker *
risalah_page_maker_new (RisalahEdition *edition)
{
  RisalahPageMaker *self;
  Work *work;

  g_return_val_if_fail (edition != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_PAGE_MAKER, NULL);
  work = g_new0 (Work, 1);
  g_atomic_ref_count_init (&work->references);
  work->context = g_main_context_ref_thread_default ();
  work->edition = risalah_edition_ref (edition);
  g_weak_ref_init (&work->maker, self);
  g_mutex_init (&work->mutex);
  g_cond_init (&work->cond);
  self->work = work;
  g_thread_unref (g_thread_new ("risalah-pages", work_thread, work_ref (work)));
  return self;
}

/**
 * risalah_page_maker_draw:
 * @self: a page maker
 * @page: which page, from 0; the last one where there are fewer
 * @width: how wide its image is to be, in pixels
 *
 * Asks for a page, which comes with #RisalahPageMaker::drawn. Only what was asked for last counts.
 */
void
risalah_page_maker_draw (RisalahPageMaker *self, guint page, int width)
{
  g_return_if_fail (RISALAH_IS_PAGE_MAKER (self));
  g_return_if_fail (width > 0);

  g_mutex_lock (&self->work->mutex);
  self->work->demand++;
  self->work->page = page;
  self->work->width = width;
  g_cond_signal (&self->work->cond);
  g_mutex_unlock (&self->work->mutex);
}

/**
 * risalah_page_maker_get_n_pages:
 * @self: a page maker
 *
 * Returns: how many pages there are so far
 */
guint
risalah_page_maker_get_n_pages (RisalahPageMaker *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_MAKER (self), 0);

  return self->n_pages;
}

/**
 * risalah_page_maker_is_complete:
 * @self: a page maker
 *
 * Returns: whether all pages are there
 */
gboolean
risalah_page_maker_is_complete (RisalahPageMaker *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_MAKER (self), FALSE);

  return self->is_complete;
}

/**
 * risalah_page_maker_get_fraction:
 * @self: a page maker
 *
 * Returns: how much of the brief has been laid out, from 0 to 1
 */
double
risalah_page_maker_get_fraction (RisalahPageMaker *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_MAKER (self), 0);

  return self->fraction;
}

/**
 * risalah_page_maker_get_problems:
 * @self: a page maker
 *
 * Returns: (transfer none) (nullable): what the analyst should know, a sentence each; complete once
 *   the pages are
 */
const char *const *
risalah_page_maker_get_problems (RisalahPageMaker *self)
{
  g_return_val_if_fail (RISALAH_IS_PAGE_MAKER (self), NULL);

  return (const char *const *)self->problems;
}
