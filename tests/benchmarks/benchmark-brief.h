/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief of any length for the benchmarks of pages: paragraphs, notes, headings, a bibliography. */
#pragma once

#include "risalah-edition.h"

#define BENCHMARK_NOTE_EVERY    3  /* paragraphs */
#define BENCHMARK_HEADING_EVERY 12 /* paragraphs */

GPtrArray      *benchmark_brief_make_texts   (guint      n_pages);
RisalahEdition *benchmark_brief_make_edition (GPtrArray *texts);
