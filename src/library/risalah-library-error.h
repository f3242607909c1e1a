/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the library floor. Messages are worded for the analyst and translatable. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RISALAH_LIBRARY_ERROR (risalah_library_error_quark ())

/**
 * RisalahLibraryError:
 * @RISALAH_LIBRARY_ERROR_NOT_FOUND: there is no such file, source, quotation or brief
 * @RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY: the file is not a Risalah library
 * @RISALAH_LIBRARY_ERROR_NEWER: the library was written by a newer Risalah; it is left untouched
 * @RISALAH_LIBRARY_ERROR_BUSY: another program holds the library
 * @RISALAH_LIBRARY_ERROR_FULL: the disk is full
 * @RISALAH_LIBRARY_ERROR_CORRUPT: the file is damaged
 * @RISALAH_LIBRARY_ERROR_CONSTRAINT: the change would contradict what the library holds
 * @RISALAH_LIBRARY_ERROR_CANCELLED: the analyst stopped it
 * @RISALAH_LIBRARY_ERROR_CONFLICT: somebody else saved the brief in between; both are kept
 * @RISALAH_LIBRARY_ERROR_QUERY: the search words cannot be understood
 * @RISALAH_LIBRARY_ERROR_FAILED: anything else
 */
typedef enum
{
  RISALAH_LIBRARY_ERROR_NOT_FOUND,
  RISALAH_LIBRARY_ERROR_NOT_A_LIBRARY,
  RISALAH_LIBRARY_ERROR_NEWER,
  RISALAH_LIBRARY_ERROR_BUSY,
  RISALAH_LIBRARY_ERROR_FULL,
  RISALAH_LIBRARY_ERROR_CORRUPT,
  RISALAH_LIBRARY_ERROR_CONSTRAINT,
  RISALAH_LIBRARY_ERROR_CANCELLED,
  RISALAH_LIBRARY_ERROR_CONFLICT,
  RISALAH_LIBRARY_ERROR_QUERY,
  RISALAH_LIBRARY_ERROR_FAILED,
} RisalahLibraryError;

GQuark risalah_library_error_quark (void);

G_END_DECLS
