"""The steps of the way from an article to a printed brief, by roles, names and keys alone."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from accessible import key, type_text, wait


class Walk:
    def __init__(self, program, cli):
        self.program = program
        self.cli = cli
        self.quoted = None

    def count_accepted(self):
        """As the library tells it, beside what the window shows."""
        answer = subprocess.run([self.cli, 'events', '--review', 'accepted', '--json'],
                                capture_output=True, text=True, check=True).stdout
        return len(json.loads(answer))

    def step_import(self):
        self.program.choose('Add articles', '_Example Dossier')
        summary = self.program.find('dialog', '25 articles added')
        summary.press('push button', 'Close')
        summary.gone()
        self.program.find('status bar', '25 sources')

    def step_search(self):
        self.program.activate('Risalah')
        key('ctrl+k')
        type_text('radar pantai')
        entry = self.program.find('entry', 'Search all articles')
        wait(lambda: entry.text == 'radar pantai', 'what was typed')
        self.program.find('status bar', lambda name: re.match(r'\d+ of 25$', name))
        self.program.find('list item', lambda name: 'Radar' in name)

    def step_read(self):
        key('Return')
        row = self.program.find('list item', lambda name: 'Radar' in name)
        wait(lambda: 'focused' in row.states(), 'focus on the first result')
        key('Return')
        article = self.program.find('text', 'Article')
        wait(lambda: 'radar' in article.text.lower(), 'the article')

    def select_words(self):
        """With the keys, as one does without a mouse."""
        article = self.program.find('text', 'Article')
        wait(lambda: 'focused' in article.states(), 'focus in the article')
        key('ctrl+Home')
        for _ in range(4):
            key('Down')
        key('ctrl+shift+Right', 'ctrl+shift+Right', 'ctrl+shift+Right', 'shift+Left')
        return wait(article.selection, 'selected words')

    def step_quote(self):
        self.quoted = self.select_words()
        key('ctrl+shift+q')
        brief = self.program.find('text', 'Brief text')
        wait(lambda: self.quoted in brief.text, f'“{self.quoted}” in the brief')

    def step_save(self):
        """Quotes once more; up to GTK 4.12 only what was looked at before is heard."""
        self.program.find('status bar', 'Saved')
        self.select_words()
        key('ctrl+shift+q')

    def step_review(self):
        before = self.count_accepted()
        key('alt+2')
        self.program.press('page tab', 'Review')
        events = self.program.find('list', 'Suggested events by article')
        accept = events.find('push button', 'Accept (A)', acts=True, into_lists=True)
        accept.act()
        wait(lambda: self.count_accepted() == before + 1, 'one more accepted event')

    def step_export(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / 'brief.pdf'
            self.program.choose('Print and export', '_Export…')
            sheet = self.program.find('dialog', 'Export')
            sheet.press('push button', 'Export…')
            self.program.find('text', 'Name:').write(str(path))
            self.program.press('push button', 'Save').gone()
            wait(path.exists, 'the PDF')     # it appears whole or not at all
            sheet.gone()
            words = subprocess.run(['pdftotext', str(path), '-'], capture_output=True, text=True,
                                   check=True).stdout
            assert self.quoted.split()[0] in words, words

    def step_close(self):
        self.program.find('frame', 'Risalah').act('window.close')
        assert self.program.end() == 0
