#!/usr/bin/env python3
"""The window's words are worded alike: one Indonesian word for each thing, capitals where GNOME
puts them, the marks of print, no mnemonic twice in a menu; and the help calls the window's parts
by what stands on them.

usage: test-wording.py SOURCE-ROOT"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from catalogue import read_catalogue
from tap import Tap

# One Indonesian word for each thing: a message with the English has one of the Indonesian.
TERMS = {
    r'backups?\b': 'cadang',
    r'cit(?:e[sd]?|ations?)\b': 'sitasi|menyitasi',
    r'dossiers?\b': 'koleksi',
    r'drafts?\b': 'draf',
    r'evidence\b': 'bukti',
    r'events?\b': 'peristiwa',
    r'export\w*': 'ekspor',
    r'headings?\b': 'judul',
    r'independent\b': 'independen',
    r'key messages?\b': 'pesan kunci',
    r'librar(?:y|ies)\b': 'pustaka',
    r'likelihoods?\b': 'kemungkinan',
    r'merged?\b': 'gabung',
    r'outline\b': 'garis besar',
    r'publishers?\b': 'penerbit',
    r'quot(?:e[sd]?|ations?)\b(?! marks)': 'kutip|mengutip',
    r'reject(?:ed|s)?\b': 'tolak|menolak',
    r'reliability\b': 'keandalan',
    r'reprints?\b': 'terbitan ulang',
    r'sources?\b': 'sumber',
    r'suggest(?:ed|ions?)\b': 'saran',
    r'tags?\b': 'label',
    r'templates?\b': 'templat',
    r'timeline\b': 'lini masa',
}

# What a careful editor would not let pass, and what stands instead.
AVOIDED = {
    r'silahkan': 'silakan', r'ker?jasama': 'kerja sama', r'merubah|dirubah': 'mengubah, diubah',
    r'analisa': 'analisis', r'resiko': 'risiko', r'prosentase': 'persentase',
    r'praktek': 'praktik', r'standarisasi': 'standardisasi', r'metoda': 'metode',
    r'obyek|subyek': 'objek, subjek', r'mempengaruhi': 'memengaruhi', r'nampak': 'tampak',
    r'sekedar': 'sekadar', r'terlanjur': 'telanjur', r'perancis': 'Prancis',
    r'dikarenakan': 'karena', r'adalah merupakan': 'adalah', r'agar supaya': 'agar',
    r'antar [a-z]+': 'antar-, in one word with the next',
    r'di (?:baca|buat|buka|cetak|hapus|kutip|pakai|simpan|tulis|ubah)(?:kan)?':
        'the prefix di-, in one word',
    r'di(?:antara|atas|bawah|dalam|luar|mana|sana|sini)': 'the preposition di, apart',
    r'acara': 'peristiwa', r'pencadangan': 'cadangan', r'dossier|berkas perkara': 'koleksi',
    r'fon|huruf cetak': 'fonta', r'laman': 'halaman', r'linimasa|garis waktu': 'lini masa',
    r'mandiri|saling bebas': 'independen', r'perpustakaan': 'pustaka',
    r'cetak ulang|muat ulang': 'terbitan ulang', r'sitiran|mensitir|mensitasi': 'sitasi, menyitasi',
    r'template': 'templat', r'undo|redo|urungkan': 'Tak Jadi, Jadi Lagi',
    r'usulan': 'saran, or diusulkan',
}

# Small words, which stay small within a title.
SMALL = {'C': 'a an and as at but by for from in into nor of on or than the to with',
         'id': 'agar atau dalam dan dari dengan di ke menurut oleh pada per sebagai untuk yang'}
NAMES = {'The Risalah project', 'Risalah library %s.risalah'}

# Where a .ui file has titles: on buttons, over pages and groups, in menus and in short tooltips.
TITLES = {('GtkButton', 'label'), ('GtkMenuButton', 'label'), ('AdwButtonContent', 'label'),
          ('AdwPreferencesGroup', 'title'), ('AdwStatusPage', 'title'),
          ('AdwViewStackPage', 'title'), ('AdwWindowTitle', 'title'),
          ('GtkShortcutsGroup', 'title'), ('GtkStackPage', 'title')}
SHORT_TOOLTIP = 5
# Functions that show their translated strings as titles.
TITLING = re.compile(r'\b(?:add_group|add_place|adw_status_page_set_title'
                     r'|adw_toast_set_button_label|adw_window_title_set_title|append_target'
                     r'|g_menu_append\w*|gtk_button_(?:new_with_\w+|set_label)'
                     r'|gtk_file_filter_set_name'
                     r'|gtk_widget_set_tooltip_text|gtk_window_set_title|risalah_dialogs_\w+'
                     r'|risalah_form_dialog_new|risalah_sheet_new) \([^;]*;')

MALLARD = {'': 'http://projectmallard.org/1.0/'}
# On screen, but no string of Risalah's: other programs' menus, formats without their ending.
ELSEWHERE = {'Open With', 'Buka dengan', 'Risalah', 'Word', 'OpenDocument', 'Web page',
             'Halaman web'}


def words_of(text):
    """The words of TEXT outside brackets and quotation marks: no key, no example."""
    text = re.sub(r'\([^)]*\)|“[^”]*”|%\S*', '', text.replace('_', ''))
    return re.findall(r'[^\W\d_]{2}[\w’-]*', text)


def is_title(text, language):
    words = words_of(text)
    return all(word[0].isupper() for word in words[:1]) and all(
        word[0].isupper() or word in SMALL[language].split() for word in words)


def big_words(text, language):
    return [word for word in words_of(text) if word.lower() not in SMALL[language].split()]


def ui_files(root):
    for path in sorted((root / 'resources').rglob('*.ui')):
        yield path, ElementTree.parse(path).getroot()


def titles(root):
    for path, tree in ui_files(root):
        for element in tree.iter():
            for child in element:
                text = child.text or ''
                name = child.get('name')
                if child.get('translatable') != 'yes':
                    continue
                if ((element.get('class'), name) in TITLES
                        or child.tag == 'attribute' and name == 'label'
                        or name == 'tooltip-text' and len(words_of(text)) <= SHORT_TOOLTIP
                        and not text.endswith('.')):
                    yield path, text
    for path in sorted((root / 'src/ui').rglob('*.c')):
        for call in TITLING.findall(path.read_text(encoding='utf-8')):
            yield from ((path, text) for text in re.findall(r'\b_ \("([^".]*)"', call)
                        if len(words_of(text)) <= SHORT_TOOLTIP)


def mnemonic(text):
    found = re.search(r'_(\w)', text)
    return found[1].lower() if found else None


def menu_labels(menu, inner):
    """The labels that MENU shows at once; the menus within it go to INNER."""
    for child in menu:
        if child.tag == 'section':
            yield from menu_labels(child, inner)
        elif child.tag in ('item', 'submenu'):
            yield from (attribute.text for attribute in child
                        if attribute.tag == 'attribute' and attribute.get('name') == 'label')
            if child.tag == 'submenu':
                inner.append(child)


def shown_together(root):
    """Labels that are on screen at once: of a menu, or of a .ui file outside its menus."""
    for path, tree in ui_files(root):
        menus = list(tree.iter('menu'))
        inside = {id(element) for menu in menus for element in menu.iter()}
        yield path.name, [element.text for element in tree.iter('property')
                          if element.get('translatable') == 'yes' and id(element) not in inside]
        for menu in menus:    # grows by the menus within
            yield f'{path.name}, a menu', list(menu_labels(menu, menus))
    for path in sorted((root / 'src/ui').rglob('*.c')):
        for function in re.split(r'^}$', path.read_text(encoding='utf-8'), flags=re.MULTILINE):
            if 'g_menu' in function:
                yield (f'{path.name}, a menu',
                       re.findall(r'(?:\bN?_|ngettext) \("([^"]*)"', function))


def clashes(root, translations):
    for where, texts in shown_together(root):
        for language in SMALL:
            seen = {}
            for text in dict.fromkeys(texts):
                shown = translations.get(text, text) if language == 'id' else text
                letter = mnemonic(shown or '')
                if letter in seen and letter:
                    yield f'{where}: {letter} of “{seen[letter]}” and “{shown}”'
                seen[letter] = shown


def ending(text):
    return re.search(r'[.:?…]?$', text)[0]


def marks(entries):
    for entry in entries:
        for text in (entry.text, entry.plural, entry.translation):
            # The %' of a number with its thousands apart is no mark.
            if re.search(r"\.\.\.|(?<!%)'|\"|  ", text):
                yield text
        if ending(entry.text) != ending(entry.translation):
            yield f'{entry.text} = {entry.translation}'


def term_faults(entries):
    for entry in entries:
        text, translation = entry.text.replace('_', ''), entry.translation.replace('_', '')
        for term, wanted in TERMS.items():
            if (re.search(rf'(?<![\w-]){term}', text, re.IGNORECASE)
                    and not re.search(wanted, translation, re.IGNORECASE)
                    and not re.search(rf'\b{term}', translation)):    # a command's name
                yield f'{entry.text} = {entry.translation} (wanted: {wanted})'


def indonesian_texts(root, entries):
    for entry in entries:
        yield 'id.po', re.sub(r'_|--\S+', '', entry.translation)
    for line in (root / 'data/document/id.tsv').read_text(encoding='utf-8').splitlines():
        yield 'id.tsv', line.partition('\t')[2]
    for path in sorted((root / 'data/help/id').rglob('*.page')):
        yield path.name, ' '.join(''.join(ElementTree.parse(path).getroot().itertext()).split())


def avoided_words(texts):
    for name, text in texts:
        for avoided, instead in AVOIDED.items():
            found = re.search(rf'\b(?:{avoided})\b', text, re.IGNORECASE)
            if found:
                yield f'{name}: “{found[0]}” (wanted: {instead}) in “{text[:60]}”'


def help_texts(root, place):
    """Each text of the help at PLACE in a page, with its language and the page."""
    for language in SMALL:
        for path in sorted((root / 'data/help' / language).rglob('*.page')):
            for element in ElementTree.parse(path).getroot().iterfind(place, MALLARD):
                if 'type' not in element.attrib:
                    yield language, path.name, ' '.join(''.join(element.itertext()).split())


def main(root):
    tap = Tap()
    entries = read_catalogue(root, 'id')
    translations = {entry.text: entry.translation for entry in entries}
    tap.check('one Indonesian word for each thing', list(term_faults(entries)))
    tap.check('no Indonesian word that an editor would mend',
              list(avoided_words(indonesian_texts(root, entries))))
    tap.check('a translation ends as its English does, with the marks of print',
              list(marks(entries)))
    tap.check('a translation is a title where its English is one',
              [f'{text} = {translation}' for _, text, _, translation in entries
               if len(big_words(text, 'C')) > 1 and len(big_words(translation, 'id')) > 1
               and is_title(text, 'C') != is_title(translation, 'id') and text not in NAMES])
    tap.check('titles have the capitals of titles',
              [f'{path.name}: {shown}' for path, text in titles(root)
               for language, shown in (('C', text), ('id', translations.get(text, text)))
               if not is_title(shown, language)]
              + [f'{language}, {name}: {text}' for place in ('title', './/section/title')
                 for language, name, text in help_texts(root, place)
                 if not is_title(text, language)])
    tap.check('no mnemonic stands twice in a menu or a window', list(clashes(root, translations)))
    bare = lambda text: text.replace('_', '').rstrip('…')
    labels = {bare(shown) for entry in entries for shown in entry if shown} | ELSEWHERE
    tap.check('the help calls the window’s parts by what stands on them',
              [f'{language}, {name}: {label}'
               for language, name, label in help_texts(root, './/gui')
               if bare(label) not in labels])
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
