/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The countries, organisations and persons that an article names. */
#pragma once

#include "risalah-tokens.h"

G_BEGIN_DECLS

/**
 * RisalahNameKind:
 * @RISALAH_NAME_COUNTRY: the key is its ISO 3166-1 code
 * @RISALAH_NAME_ORGANISATION: the key is the vocabulary's name, or the article's where it has none
 * @RISALAH_NAME_PERSON: the key is the fullest form of the name in the article
 */
typedef enum
{
  RISALAH_NAME_COUNTRY,
  RISALAH_NAME_ORGANISATION,
  RISALAH_NAME_PERSON,
} RisalahNameKind;

/**
 * RisalahName:
 * @kind: what is named
 * @first: first token
 * @n_tokens: how many
 * @start: first byte in the text
 * @end: the byte after the last
 * @key: an interned string
 * @country: (nullable): whose the organisation or person is, an interned ISO 3166-1 code
 * @office: (nullable): of a person, as the article has it, an interned string
 */
typedef struct
{
  RisalahNameKind kind;
  guint first;
  guint n_tokens;
  gsize start;
  gsize end;
  const char *key;
  const char *country;
  const char *office;
} RisalahName;

GArray *risalah_find_names (const RisalahTokens *tokens);

G_END_DECLS
