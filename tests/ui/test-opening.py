#!/usr/bin/env python3
"""“Open with Risalah” in the real program: several files at the start, more of them in the program
that runs, a library; and the language of the window as Preferences say.

usage: test-opening.py PROGRAM CLI"""

import subprocess
import sys
import tempfile
from pathlib import Path

from accessible import Program

ARTICLES = (
    'Dialog pertahanan digelar\n\nHarian Umpama, 28 Juli 2025\n\nIndonesia dan Pakistan bertemu.\n',
    'Latihan laut selesai\n\nWarta Contoh, 5 Agustus 2025\n\nKapal perang pulang ke pangkalan.\n',
    'Ships return to port\n\nThe Sample Courier, 9 December 2025\n\nThree ships returned home.\n',
)


def check_files(command, folder):
    """Two files open in a new program; a third, opened with another one, goes to the first."""
    paths = []
    for number, article in enumerate(ARTICLES):
        paths.append(folder / f'article-{number}.txt')
        paths[-1].write_text(article, encoding='utf-8')
    program = Program([command, str(paths[0]), str(paths[1])], LANGUAGE='en')
    program.find('status bar', '2 sources')
    second = subprocess.run([command, str(paths[2])], timeout=600, check=True)
    assert second.returncode == 0
    program.find('status bar', '3 sources')
    print('ok 1 files', flush=True)
    return program


def check_library(program, command, cli, folder):
    """A library is not an article: going over to it is asked for."""
    library = folder / 'other.risalah'
    article = folder / 'article-0.txt'
    subprocess.run([cli, '--library', str(library), 'import', str(article)], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([command, str(library)], timeout=600, check=True)
    program.press('push button', 'Replace').gone()
    told = program.find('dialog', 'The Library Was Replaced')
    told.press('push button', 'Close')
    told.gone()
    program.find('status bar', '1 source')
    program.find('frame', 'Risalah').act('window.close')
    assert program.end() == 0
    print('ok 2 library', flush=True)


def check_language(command, folder):
    """The language that is set wins over the desktop's."""
    settings = folder / 'config' / 'glib-2.0' / 'settings'
    settings.mkdir(parents=True)
    (settings / 'keyfile').write_text("[org/risalah/Risalah]\ninterface-language='id'\n",
                                      encoding='utf-8')
    program = Program([command], LANGUAGE='en', LC_ALL='id_ID.UTF-8', GSETTINGS_BACKEND='keyfile',
                      XDG_CONFIG_HOME=str(folder / 'config'))
    program.find('push button', 'Tambah artikel')
    program.find('frame', 'Risalah').act('window.close')
    assert program.end() == 0
    print('ok 3 language', flush=True)


def main(command, cli):
    print('1..3', flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = check_files(command, folder)
        check_library(program, command, cli, folder)
        check_language(command, folder)


if __name__ == '__main__':
    main(*sys.argv[1:3])
