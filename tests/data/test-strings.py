#!/usr/bin/env python3
"""What an analyst reads on screen goes through gettext, whole; what a document says does not, but
comes from data/document in the document's own language.

usage: test-strings.py SOURCE-ROOT"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tap import Tap

# Properties and attributes of a .ui file that are read by people.
SHOWN_NAMES = {'body', 'comments', 'description', 'heading', 'help-text', 'label', 'placeholder',
               'placeholder-text', 'role-description', 'subtitle', 'text', 'title', 'tooltip',
               'tooltip-text', 'tooltip_text', 'value-text'}
# Same in every language: the application's name and the scholar's mark.
SAME_EVERYWHERE = {'Risalah', '[sic]'}

GETTEXT = {'_', 'N_', 'C_', 'NC_', 'gettext', 'ngettext', 'g_dgettext', 'g_dngettext',
           'g_dpgettext2'}
# The toolkit's functions that show a string, and which of their arguments is read.
SHOWING = {
    'adw_about_window_add_legal_section': 1, 'adw_message_dialog_add_response': 2,
    'adw_message_dialog_format_body': 1, 'adw_message_dialog_new': 1,
    'adw_message_dialog_set_body': 1, 'adw_preferences_group_set_description': 1,
    'adw_preferences_group_set_title': 1, 'adw_preferences_page_set_title': 1,
    'adw_preferences_row_set_title': 1, 'adw_action_row_set_subtitle': 1,
    'adw_expander_row_set_subtitle': 1, 'adw_status_page_set_description': 1,
    'adw_status_page_set_title': 1, 'adw_toast_new': 0, 'adw_toast_set_button_label': 1,
    'adw_view_stack_add_titled': 3, 'adw_view_stack_page_set_title': 1,
    'adw_window_title_new': 0, 'adw_window_title_set_subtitle': 1,
    'adw_window_title_set_title': 1, 'g_menu_append': 1, 'g_menu_append_section': 1,
    'g_menu_append_submenu': 1, 'g_menu_item_new': 0, 'g_menu_item_set_label': 1,
    'g_set_error': 3, 'g_set_error_literal': 3, 'g_error_new': 2, 'g_error_new_literal': 2,
    'g_prefix_error': 1, 'gtk_button_new_with_label': 0, 'gtk_button_new_with_mnemonic': 0,
    'gtk_button_set_label': 1, 'gtk_check_button_new_with_label': 0,
    'gtk_check_button_set_label': 1, 'gtk_column_view_column_new': 0,
    'gtk_editable_set_text': 1, 'gtk_entry_set_placeholder_text': 1,
    'gtk_expander_set_label': 1, 'gtk_file_chooser_native_new': 0,
    'gtk_file_filter_set_name': 1, 'gtk_label_new': 0, 'gtk_label_set_label': 1,
    'gtk_label_set_markup': 1, 'gtk_label_set_text': 1, 'gtk_label_set_text_with_mnemonic': 1,
    'gtk_menu_button_set_label': 1, 'gtk_stack_add_titled': 3,
    'gtk_toggle_button_new_with_label': 0,
    'gtk_widget_set_tooltip_markup': 1, 'gtk_widget_set_tooltip_text': 1,
    'gtk_window_set_title': 1,
}
# Our own functions show those of their parameters that are called so.
SHOWN_PARAMETERS = re.compile(r'\bconst char \*(?:body|button|button_label|caption|description'
                              r'|explanation|heading|message|placeholder|question|subtitle|title'
                              r'|tooltip)$')
# Names, which are not translated: of a licence.
NAMES = {'SIL Open Font License, Version 1.1'}

# What src/brief says on screen beside its errors: the findings of the check, and one warning about
# the pages, which stands beside them.
FINDINGS = re.compile(r'src/brief/risalah-check(?:-\w+)?\.c$')
WARNINGS = {'"Risalah’s fonts have no glyph for these characters, which print as boxes: %s"'}
ERRORS = {'g_set_error', 'g_set_error_literal', 'g_error_new', 'g_error_new_literal',
          'g_prefix_error'}
# Functions that join strings, and where their pattern or their first piece is.
JOINING = {'g_strconcat': 0, 'g_strdup_printf': 0, 'g_strjoin': 0, 'g_string_append_printf': 1,
           'g_string_printf': 1}

COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|/\*.*?\*/', re.DOTALL)
CALL = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\]|\\.)+\'|(\b[A-Za-z_]\w*) ?\(')
WHOLE = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\]|\\.)+\'|[^][(){}"\',]+')
TRANSLATED = re.compile(r'\s*(?:_|C_|ngettext) \(')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
DEFINITION = re.compile(r'^(\w+) \(([^;{}]*?)\)\n\{', re.MULTILINE)


def without_comments(text):
    blank = lambda match: re.sub(r'[^\n]', ' ', match[0])
    return COMMENT.sub(lambda match: match[0] if match[0].startswith('"') else blank(match), text)


def read_arguments(text, start):
    """The arguments of the call whose bracket closes after START, and where that is."""
    arguments, depth, begin, at = [], 0, start, start
    while at < len(text):
        whole = WHOLE.match(text, at)
        if whole:
            at = whole.end()
            continue
        if text[at] in '([{':
            depth += 1
        elif text[at] in ')]}':
            if depth == 0:
                break
            depth -= 1
        elif text[at] == ',' and depth == 0:
            arguments.append(text[begin:at])
            begin = at + 1
        at += 1
    return arguments + [text[begin:at]], at


def calls(text, functions):
    """Every call in TEXT of one of FUNCTIONS: its function, place, arguments and end."""
    for match in CALL.finditer(text):
        if match[1] in functions:
            arguments, end = read_arguments(text, match.end())
            yield match[1], match.start(), arguments, end


def without_gettext(text):
    for _, start, _, end in reversed(list(calls(text, GETTEXT))):
        text = text[:start] + text[end + 1:]
    return text


def words_of(expression):
    """The words in the literals of EXPRESSION: no directive, no tag of Pango's, no comparison."""
    expression = re.sub(r'\b(?:g_str_equal|g_strcmp0|strcmp) \([^()]*\)', '', expression)
    text = ''.join(LITERAL.findall(expression))
    text = re.sub(r"%[-+' #0]*\d*(?:\.\d+)?[hlzjt]*[a-zA-Z]|<[^>]*>|\\.", '', text)
    return text if re.search(r'[^\W\d_]{2,}', text) else ''


def own_functions(sources):
    found = {}
    for text in sources.values():
        for name, parameters in DEFINITION.findall(text):
            shown = [i for i, parameter in enumerate(parameters.split(','))
                     if SHOWN_PARAMETERS.search(parameter.strip())]
            if shown:
                found.setdefault(name, set()).update(shown)
    return found


def line_of(text, place):
    return text.count('\n', 0, place) + 1


def bare_strings(sources, own):
    for name, text in sources.items():
        showing = {**{function: {place} for function, place in SHOWING.items()},
                   **(own if name.startswith('src/ui/') else {})}
        for function, start, arguments, _ in calls(text, showing):
            for i in sorted(showing[function]):
                words = words_of(without_gettext(arguments[i])) if i < len(arguments) else ''
                if words and words not in NAMES | SAME_EVERYWHERE:
                    yield f'{name}:{line_of(text, start)}: {function} with “{words}”'


def document_words(sources):
    """What gettext says in the brief floor outside errors and findings."""
    for name, text in sources.items():
        if not name.startswith('src/brief/') or FINDINGS.search(name):
            continue
        errors = [(start, end) for _, start, _, end in calls(text, ERRORS)]
        for _, start, arguments, _ in calls(text, GETTEXT):
            if (arguments[0].strip() not in WARNINGS
                    and not any(first < start < last for first, last in errors)):
                yield f'{name}:{line_of(text, start)}: {arguments[0].strip()}'


def glued_strings(sources):
    for name, text in sources.items():
        for function, start, arguments, _ in calls(text, JOINING):
            pieces = sum(1 for argument in arguments if TRANSLATED.match(argument))
            pattern = arguments[JOINING[function]]
            translated = TRANSLATED.match(pattern) is not None
            if pieces - translated > 1 or (pieces and not translated and words_of(pattern)):
                yield f'{name}:{line_of(text, start)}: {function}'


def untranslated_properties(root):
    for path in sorted((root / 'resources').rglob('*.ui')):
        for element in ElementTree.parse(path).iter():
            text = (element.text or '').strip()
            shown = element.tag == 'item' or (element.tag in ('property', 'attribute', 'relation')
                                              and element.get('name') in SHOWN_NAMES)
            if (shown and re.search(r'[^\W\d_]', text) and text not in SAME_EVERYWHERE
                    and element.get('translatable') not in ('yes', 'true', '1')):
                yield f'{path.relative_to(root)}: {element.get("name") or element.tag}: {text}'


def main(root):
    tap = Tap()
    sources = {str(path.relative_to(root)): without_comments(path.read_text(encoding='utf-8'))
               for path in sorted((root / 'src').rglob('*.c'))}
    own = own_functions({name: text for name, text in sources.items()
                         if name.startswith('src/ui/')})
    tap.check('every string of a .ui file is translatable', list(untranslated_properties(root)))
    tap.check('every string shown or said by C is translatable', list(bare_strings(sources, own)))
    tap.check('no word of a document is in gettext', list(document_words(sources)))
    tap.check('no string is glued from pieces', list(glued_strings(sources)))
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
