/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the library floor. */

#include "risalah-library-error.h"

G_DEFINE_QUARK (risalah - library - error - quark, risalah_library_error)
