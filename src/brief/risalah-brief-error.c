/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the brief floor. */

#include "risalah-brief-error.h"

G_DEFINE_QUARK (risalah-brief-error-quark, risalah_brief_error)
