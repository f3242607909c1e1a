#!/usr/bin/env python3
"""The Flatpak manifest, without building it: flatpak-builder understands every line, the sandbox
is opened for a window and nothing else, and what is fetched is pinned.

usage: test-manifest.py MANIFEST"""

import json
import re
import subprocess
import sys

PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def check(self, name, good, problem=''):
        self.count += 1
        self.failed |= not good
        print(f"{'ok' if good else 'not ok'} {self.count} {name}")
        if not good and problem:
            print(f'# {problem}')

    def end(self):
        print(f'1..{self.count}')
        return 1 if self.failed else 0


def ask(option, manifest):
    return subprocess.run(['flatpak-builder', option, manifest], capture_output=True, text=True,
                          check=False)


def check_source(tap, module, source):
    name = module['name']
    if name == 'risalah':
        tap.check('the working tree is the source of Risalah',
                  source['type'] == 'dir' and source['path'] == '..', str(source))
        return
    tap.check(f'{name} is fetched over https', source.get('url', '').startswith('https://'), str(source))
    tap.check(f'{name} is pinned by its checksum',
              re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')) is not None, str(source))


def main(manifest):
    tap = Tap()
    shown = ask('--show-manifest', manifest)
    tap.check('flatpak-builder reads the manifest', shown.returncode == 0, shown.stderr)
    # An unknown key is only a warning to flatpak-builder.
    tap.check('it knows every key', 'nknown property' not in shown.stderr, shown.stderr)
    tap.check('its files are there', ask('--show-deps', manifest).returncode == 0)

    content = json.loads(shown.stdout)
    tap.check('identifier and command', (content['id'], content['command'])
              == ('org.risalah.Risalah', 'risalah'))
    tap.check('runtime', (content['runtime'], content['runtime-version'], content['sdk'])
              == ('org.gnome.Platform', '51', 'org.gnome.Sdk'))
    permissions = content['finish-args']
    tap.check('permissions are those of a window', set(permissions) == PERMISSIONS
              and len(permissions) == len(PERMISSIONS), ' '.join(permissions))
    tap.check('nothing is fetched while building',
              '--share=network' not in shown.stdout)
    tap.check('Risalah comes last', content['modules'][-1]['name'] == 'risalah')
    for module in content['modules']:
        for source in module['sources']:
            check_source(tap, module, source)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
