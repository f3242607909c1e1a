/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles' names, and how they are set: as the pages are. Word adds the spaces of neighbours up
 * or takes the larger one, depending on its version and the document's; so that both come out
 * alike, nearly all space is asked for by the lower of two. */

#include "risalah-office-styles-private.h"

#include <string.h>

#define PICTURE_GAP 6.0   /* between a picture and its caption, in points */
#define NATURAL     1.149 /* leading of the bundled faces and their twins, in ems */
#define LINE        240   /* parts of a line in WordprocessingML */

#define S(name) RISALAH_OFFICE_##name

static const RisalahOfficeStyleName names[RISALAH_OFFICE_N_STYLES] = {
  [S (STANDARD)] = { "Normal", "Standard", S (STANDARD), S (STANDARD) },
  [S (BODY)] = { "Body Text", "Text body", S (STANDARD), S (BODY) },
  [S (INSTITUTION)] = { "Letterhead", "Letterhead", S (STANDARD), S (UNIT), 0, TRUE },
  [S (UNIT)] = { "Letterhead Unit", "Letterhead Unit", S (INSTITUTION), S (ADDRESS), 0, TRUE },
  [S (ADDRESS)] = { "Letterhead Address", "Letterhead Address", S (INSTITUTION), S (BODY),
                    0, TRUE },
  [S (FORM)] = { "Form Name", "Form Name", S (STANDARD), S (TITLE), 0, TRUE },
  [S (TITLE)] = { "Title", "Title", S (STANDARD), S (SUBTITLE) },
  [S (SUBTITLE)] = { "Subtitle", "Subtitle", S (STANDARD), S (IMPRINT) },
  [S (IMPRINT)] = { "Imprint", "Imprint", S (STANDARD), S (BODY), 0, TRUE },
  [S (HEADING_1)] = { "heading 1", "Heading 1", S (STANDARD), S (BODY), 1 },
  [S (HEADING_2)] = { "heading 2", "Heading 2", S (STANDARD), S (BODY), 2 },
  [S (HEADING_3)] = { "heading 3", "Heading 3", S (STANDARD), S (BODY), 3 },
  [S (BULLET)] = { "List Bullet", "List Bullet", S (BODY), S (BULLET) },
  [S (NUMBERED)] = { "List Number", "List Number", S (BODY), S (NUMBERED) },
  [S (QUOTATION)] = { "Quote", "Quotations", S (STANDARD), S (BODY) },
  [S (CAPTION)] = { "caption", "Caption", S (STANDARD), S (BODY) },
  [S (PICTURE)] = { "Picture", "Picture", S (STANDARD), S (PICTURE_CAPTION), 0, TRUE },
  [S (PICTURE_CAPTION)] = { "Picture Caption", "Picture Caption", S (CAPTION), S (BODY), 0, TRUE },
  [S (CELL)] = { "Table Text", "Table Contents", S (STANDARD), S (CELL), 0, TRUE },
  [S (HEADER_CELL)] = { "Table Heading", "Table Heading", S (CELL), S (CELL), 0, TRUE },
  [S (LETTER_LINE)] = { "Letter Line", "Letter Line", S (STANDARD), S (LETTER_LINE), 0, TRUE },
  [S (ENTRY)] = { "Bibliography", "Bibliography 1", S (STANDARD), S (ENTRY) },
  [S (SOURCE)] = { "Source Details", "Source Details", S (STANDARD), S (BODY), 0, TRUE },
  [S (CONTENTS_HEADING)] = { "TOC Heading", "Contents Heading", S (STANDARD), S (BODY) },
  [S (CONTENTS_1)] = { "toc 1", "Contents 1", S (STANDARD), S (BODY) },
  [S (CONTENTS_2)] = { "toc 2", "Contents 2", S (STANDARD), S (BODY) },
  [S (SIGNATURE)] = { "Signature", "Signature", S (STANDARD), S (BODY) },
  [S (NOTE)] = { "footnote text", "Footnote", S (STANDARD), S (NOTE) },
  [S (HEADER)] = { "header", "Header", S (STANDARD), S (HEADER) },
  [S (RUNNING_TITLE)] = { "Running Title", "Running Title", S (STANDARD), S (HEADER), 0, TRUE },
  [S (FOOTER)] = { "footer", "Footer", S (STANDARD), S (FOOTER) },
};

/*
 * Returns: the names of a style, and its place among the others
 */
const RisalahOfficeStyleName *
risalah_office_style_get_name (RisalahOfficeStyle style)
{
  return &names[style];
}

/*
 * Returns: (transfer full): what paragraphs call the style by in WordprocessingML: "BodyText"
 */
char *
risalah_office_style_dup_word_id (RisalahOfficeStyle style)
{
  GString *id = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *at = names[style].word; *at != '\0'; at++)
    {
      if (*at != ' ')
        g_string_append_c (id, begins ? g_ascii_toupper (*at) : *at);
      begins = *at == ' ';
    }
  if (g_str_has_prefix (id->str, "Toc"))
    memcpy (id->str, "TOC", strlen ("TOC"));
  return g_string_free (id, FALSE);
}

/*
 * Returns: (transfer full): what paragraphs call the style by in OpenDocument: "Text_20_body"
 */
char *
risalah_office_style_dup_open_id (RisalahOfficeStyle style)
{
  GString *id = g_string_new (names[style].open);

  g_string_replace (id, " ", "_20_", 0);
  return g_string_free (id, FALSE);
}

static RisalahStoryRole
get_role (RisalahOfficeStyle style)
{
  switch (style)
    {
    case S (INSTITUTION):
    case S (UNIT):
    case S (ADDRESS):
      return RISALAH_STORY_LETTERHEAD;
    case S (FORM):
      return RISALAH_STORY_FORM;
    case S (TITLE):
      return RISALAH_STORY_TITLE;
    case S (SUBTITLE):
      return RISALAH_STORY_SUBTITLE;
    case S (IMPRINT):
      return RISALAH_STORY_IMPRINT;
    case S (HEADING_1):
    case S (HEADING_2):
    case S (HEADING_3):
    case S (CONTENTS_HEADING):
      return RISALAH_STORY_HEADING;
    case S (BULLET):
      return RISALAH_STORY_BULLET;
    case S (NUMBERED):
      return RISALAH_STORY_NUMBERED;
    case S (QUOTATION):
      return RISALAH_STORY_QUOTATION;
    case S (CAPTION):
      return RISALAH_STORY_CAPTION;
    case S (PICTURE):
    case S (PICTURE_CAPTION):
      return RISALAH_STORY_FIGURE;
    case S (CELL):
    case S (HEADER_CELL):
    case S (LETTER_LINE):
      return RISALAH_STORY_TABLE;
    case S (ENTRY):
      return RISALAH_STORY_ENTRY;
    case S (SOURCE):
      return RISALAH_STORY_SOURCE;
    case S (CONTENTS_1):
    case S (CONTENTS_2):
      return RISALAH_STORY_CONTENTS;
    case S (SIGNATURE):
      return RISALAH_STORY_SIGNATURE;
    case S (STANDARD):
    case S (BODY):
    case S (NOTE):
    case S (HEADER):
    case S (RUNNING_TITLE):
    case S (FOOTER):
    case S (N_STYLES):
      break;
    }
  return RISALAH_STORY_PARAGRAPH;
}

/* Leaves the space between two blocks to the lower one, where it asks for enough. */
static void
share_space (RisalahBlockSetting *setting,
             const RisalahPageDesign *design,
             RisalahOfficeStyle style)
{
  RisalahBlockSetting below;

  if ((style >= S (FORM) && style <= S (SUBTITLE)) || style == S (CONTENTS_HEADING))
    return;
  if (style == S (IMPRINT))
    risalah_block_setting_take (&below, design, RISALAH_STORY_HEADING, 1);
  else
    risalah_block_setting_take (&below, design, RISALAH_STORY_PARAGRAPH, 0);
  setting->after = MAX (0, setting->after - below.before);
}

static void
take_marking (RisalahBlockSetting *setting,
              const RisalahPageDesign *design,
              RisalahOfficeStyle style)
{
  gboolean is_footer = style == S (FOOTER);

  setting->family = is_footer ? design->text_family : design->heading_family;
  setting->size = is_footer ? RISALAH_PAGE_NUMBER_SIZE : RISALAH_MARKING_SIZE;
  setting->leading = setting->size * NATURAL;
  setting->alignment = is_footer ? RISALAH_ALIGNMENT_CENTRED : RISALAH_ALIGNMENT_LEFT;
  setting->bold = !is_footer;
  setting->hyphenate = FALSE;
}

/* The title at the head of a page stands as near the text as on ours. */
static void
take_running (RisalahBlockSetting *setting, const RisalahPageDesign *design)
{
  double marking = RISALAH_MARKING_SIZE * NATURAL;

  risalah_block_setting_take_running (setting, design);
  setting->before = MAX (0, design->margin_top - RISALAH_RUNNING_RISE
                                - risalah_page_design_get_head (design) - marking);
}

/* What the style's role does not say of it. */
static void
adjust (RisalahBlockSetting *setting, const RisalahPageDesign *design, RisalahOfficeStyle style)
{
  if (style >= S (INSTITUTION) && style <= S (ADDRESS))
    risalah_block_setting_take_letterhead (setting, design, style - S (INSTITUTION));
  else if (style == S (LETTER_LINE))
    risalah_block_setting_take_letter (setting, design);
  else if (style == S (NOTE))
    risalah_block_setting_take_note (setting, design);
  else if (style == S (RUNNING_TITLE))
    take_running (setting, design);
  else if (style == S (HEADER) || style == S (FOOTER))
    take_marking (setting, design, style);
  else if (style == S (PICTURE))
    setting->alignment = RISALAH_ALIGNMENT_CENTRED;
  else if (style == S (BULLET) || style == S (NUMBERED))
    setting->left = 0; /* the list's levels say it */
  else if (style == S (CONTENTS_1) || style == S (CONTENTS_2))
    setting->right = 0; /* where the number stands */
  setting->bold |= style == S (HEADER_CELL);
}

static void
adjust_space (RisalahBlockSetting *setting, RisalahOfficeStyle style)
{
  if (style == S (STANDARD) || style == S (CELL) || style == S (HEADER_CELL)
      || style == S (LETTER_LINE) || style == S (NOTE) || style == S (HEADER)
      || style == S (FOOTER))
    setting->before = setting->after = 0;
  else if (style == S (PICTURE))
    setting->after = PICTURE_GAP;
  else if (style == S (PICTURE_CAPTION))
    setting->before = 0;
  else if (style == S (CAPTION))
    setting->after = PICTURE_GAP;
}

/*
 * Fills in how a style is set in @design.
 */
void
risalah_office_style_take (RisalahOfficeStyle style,
                           const RisalahPageDesign *design,
                           RisalahBlockSetting *setting)
{
  guint level = style == S (CONTENTS_2) || style == S (CONTENTS_HEADING) ? 2 : names[style].outline;

  risalah_block_setting_take (setting, design, get_role (style), level);
  adjust (setting, design, style);
  share_space (setting, design, style);
  adjust_space (setting, style);
  if (style != S (STANDARD))
    return;
  setting->alignment = RISALAH_ALIGNMENT_LEFT;
  setting->hyphenate = FALSE;
}

/*
 * Returns: whether no page ends within a paragraph of the style
 */
gboolean
risalah_office_style_is_whole (RisalahOfficeStyle style, const RisalahBlockSetting *setting)
{
  return setting->sticky || style == S (SOURCE) || style == S (SIGNATURE);
}

/*
 * Returns: the leading as WordprocessingML counts it, 240 being one line of the face as it is; it
 *   follows the size where somebody changes that
 */
guint
risalah_office_style_get_line (const RisalahBlockSetting *setting)
{
  return setting->leading / setting->size / NATURAL * LINE + 0.5;
}

/*
 * Returns: the country whose way of writing @language is meant, in capitals; "" for one of which
 *   that is not known
 */
const char *
risalah_office_get_country (const char *language)
{
  static const char *const countries[][2] = { { "id", "ID" }, { "en", "GB" }, { "ms", "MY" } };

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (language, countries[i][0]) == 0)
      return countries[i][1];
  return "";
}

/*
 * Returns: (transfer full): the language as word processors name it: "id-ID"
 */
char *
risalah_office_dup_locale (const char *language)
{
  const char *country = risalah_office_get_country (language);

  return g_strconcat (language, *country != '\0' ? "-" : "", country, NULL);
}
