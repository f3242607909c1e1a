/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the text floor. */

#include "risalah-text-error.h"

G_DEFINE_QUARK (risalah - text - error - quark, risalah_text_error)
