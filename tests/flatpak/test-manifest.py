#!/usr/bin/env python3
"""The Flatpak manifest, without building it: flatpak-builder understands every line, the sandbox
is opened for a window and nothing else, and what is fetched is pinned. The manifest of a release, made
from it, keeps the rules of Flathub's lint that a manifest can break (flatpak-builder-lint, checks
appid, finish_args, modules, toplevel).

usage: test-manifest.py FLATPAK-FOLDER"""

import json
import os
import re
import subprocess
import sys

from tap import Tap

PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}


def ask(option, manifest):
    return subprocess.run(['flatpak-builder', option, manifest], capture_output=True, text=True,
                          check=False)


def check_source(tap, module, source):
    name = module['name']
    tap.check_true(f'{name} is an archive', source['type'] == 'archive', str(source))
    tap.check_true(f'{name} is fetched over https', source.get('url', '').startswith('https://'),
                   str(source))
    tap.check_true(f'{name} is pinned by its checksum, and by no weaker one',
                   re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')) is not None
                   and not {'md5', 'sha1'} & set(source), str(source))


def check_module(tap, module):
    name = module['name']
    arguments = module.get('build-options', {}).get('build-args', [])
    tap.check_true(f'{name} is built without a network', '--share=network' not in arguments)
    tap.check_true(f'{name} keeps its debugging symbols',
                   not any(path.startswith('/lib/debug') for path in module.get('cleanup', [])))
    for source in module['sources']:
        check_source(tap, module, source)


def check_release(tap, content):
    tap.check_true('command is a name', content['command'] == 'risalah')
    tap.check_true('no branch', 'branch' not in content and 'default-branch' not in content)
    tap.check_true('nothing is fetched while building', '--share=network' not in json.dumps(content))
    for module in content['modules']:
        check_module(tap, module)


def main(folder):
    tap = Tap()
    manifest = os.path.join(folder, 'org.risalah.Risalah.yml')
    shown = ask('--show-manifest', manifest)
    tap.check_true('flatpak-builder reads the manifest', shown.returncode == 0, shown.stderr)
    # An unknown key is only a warning to flatpak-builder.
    tap.check_true('it knows every key', 'nknown property' not in shown.stderr, shown.stderr)
    tap.check_true('its files are there', ask('--show-deps', manifest).returncode == 0)

    content = json.loads(shown.stdout)
    tap.check_true('identifier', content['id'] == 'org.risalah.Risalah')
    tap.check_true('runtime', (content['runtime'], content['runtime-version'], content['sdk'])
                   == ('org.gnome.Platform', '51', 'org.gnome.Sdk'))
    tap.check_true('both languages are always there', content['separate-locales'] is False)
    permissions = content['finish-args']
    tap.check_true('permissions are those of a window', set(permissions) == PERMISSIONS
                   and len(permissions) == len(PERMISSIONS), ' '.join(permissions))
    source = content['modules'][-1]['sources'][0]
    tap.check_true('Risalah comes last, from the working tree',
                   (content['modules'][-1]['name'], source['type'], source['path'])
                   == ('risalah', 'dir', '..'))

    # Any file is an archive here: only its checksum goes into the manifest.
    release = subprocess.run([os.path.join(folder, 'release.py'), 'manifest', manifest,
                              'https://risalah.org/releases/risalah.tar.xz', manifest],
                             capture_output=True, text=True, check=False)
    tap.check_true('a release has its own manifest', release.returncode == 0, release.stderr)
    check_release(tap, json.loads(release.stdout))
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
