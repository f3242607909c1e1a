/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the finder of happenings share. */
#pragma once

#include "risalah-dates.h"
#include "risalah-happenings.h"

G_BEGIN_DECLS

/**
 * RisalahTelling:
 * @tokens: the article; @names, @speech and @dates: what was found in it
 * @reference: (nullable): its date
 * @main: (array): the two countries it speaks of most, %NULL where there are fewer
 * @name_of: (array): for each sentence the first index into @names
 * @date_of: (array): for each sentence the first index into @dates
 */
typedef struct
{
  const RisalahTokens *tokens;
  const GArray *names;
  const GArray *speech;
  const GArray *dates;
  const char *reference;
  const char *main[2];
  guint *name_of;
  guint *date_of;
} RisalahTelling;

/**
 * RisalahTrigger:
 * @first: first token; @n_tokens: how many
 * @sentence: index of the sentence
 * @kind: an interned kind
 * @strength: 's' sure or accord, 'n' noun, 't' soft (a topic)
 * @is_anaphoric: "pertemuan ini": told of before
 * @is_further: "also met": besides the one before
 * @is_talk: "membahas": tells of the meeting or visit before it, where there is one
 * @is_definite: one that is known, where one is: "Pelatihan merupakan …"
 * @is_phase: its opening or closing: "menutup latihan"
 * @is_conditional: "jika pembelian disepakati"
 */
typedef struct
{
  guint first;
  guint n_tokens;
  guint sentence;
  const char *kind;
  char strength;
  gboolean is_anaphoric;
  gboolean is_further;
  gboolean is_talk;
  gboolean is_definite;
  gboolean is_phase;
  gboolean is_conditional;
} RisalahTrigger;

void        risalah_telling_init          (RisalahTelling        *self,
                                           const RisalahTokens   *tokens,
                                           const GArray          *names,
                                           const GArray          *speech,
                                           const GArray          *dates,
                                           const char            *reference);
void        risalah_telling_clear         (RisalahTelling        *self);
GArray     *risalah_telling_triggers      (const RisalahTelling  *self);
const RisalahTrigger *risalah_telling_governor (const GArray     *triggers,
                                           guint                  at);
gboolean    risalah_telling_is_subject    (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger,
                                           const RisalahTrigger  *about);
void        risalah_telling_clause        (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger,
                                           guint                 *first,
                                           guint                 *end);
GPtrArray  *risalah_telling_parties       (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger,
                                           guint                 *n_named);
const RisalahDateMention *risalah_telling_date (const RisalahTelling *self,
                                           const RisalahTrigger  *trigger,
                                           gboolean              *is_near);
char       *risalah_telling_place         (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger);
char       *risalah_telling_next_day      (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger);
gboolean    risalah_telling_is_future     (const RisalahTelling  *self,
                                           const RisalahDateMention *date);
gboolean    risalah_telling_has_cue       (const RisalahTelling  *self,
                                           guint                  token,
                                           const char            *klass);
gboolean    risalah_telling_cue_in        (const RisalahTelling  *self,
                                           guint                  first,
                                           guint                  end,
                                           const char            *klass);
gboolean    risalah_telling_status        (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger,
                                           RisalahHappeningStatus *status);
RisalahVoice risalah_telling_voice        (const RisalahTelling  *self,
                                           const RisalahTrigger  *trigger,
                                           guint                  n_named);
gboolean    risalah_happening_is_background (const RisalahHappening *happening,
                                           const char            *reference);
void        risalah_happenings_merge      (GPtrArray             *found,
                                           RisalahHappening      *happening,
                                           const RisalahTrigger  *trigger,
                                           const char            *reference,
                                           gboolean               in_list);

G_END_DECLS
