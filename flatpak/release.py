#!/usr/bin/env python3
"""A release's manifest, from the one that stands in the tree, and the sources that it names.

release.py manifest MANIFEST URL ARCHIVE
    prints, as JSON, the manifest with the working tree replaced by ARCHIVE, a release's archive that
    will be found at URL. Flathub takes no folder as a source.
release.py fetch MANIFEST STATE [ARCHIVE]
    puts every source where flatpak-builder, with --state-dir=STATE, looks for a download: ARCHIVE, what
    its own address gives, or, where that cannot be reached, the file that Debian keeps of it. Only the
    sha256 of the manifest decides whether a file is the right one."""

import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

# Debian's source packages with the same bytes, and the suite that has these versions.
DEBIAN_SUITE = 'trixie'
DEBIAN_SOURCES = ('cmark-gfm', 'hyphen', 'snowball')


def read_manifest(path):
    shown = subprocess.run(['flatpak-builder', '--show-manifest', path], capture_output=True, text=True,
                           check=False)
    # An unknown key is only a warning to flatpak-builder.
    if shown.returncode != 0 or 'nknown property' in shown.stderr:
        sys.exit(f'{path}: {shown.stderr.strip()}')
    return json.loads(shown.stdout)


def checksum(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


def print_release(path, url, archive):
    manifest = read_manifest(path)
    source = {'type': 'archive', 'url': url, 'sha256': checksum(archive)}
    manifest['modules'][-1]['sources'] = [source]
    json.dump(manifest, sys.stdout, indent=2)
    print()


def find_missing(path, state):
    """The downloads that are not there yet: checksum → (address, file)."""
    missing = {}
    for module in read_manifest(path)['modules']:
        for source in module['sources']:
            name = os.path.basename(source['url'])
            target = os.path.join(state, 'downloads', source['sha256'], name)
            if not os.path.exists(target):
                missing[source['sha256']] = (source['url'], target)
    return missing


def take(missing, files):
    for file in files:
        _, target = missing.pop(checksum(file), (None, None))
        if target is not None:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(file, target)


def download(missing, folder):
    for digest, (url, _) in missing.items():
        subprocess.run(['curl', '--fail', '--silent', '--location', '--connect-timeout', '10',
                        '--output', os.path.join(folder, digest), url], check=False)


def download_from_debian(folder):
    """Asks the machine's own mirror, with settings of our own: the machine's stay as they are."""
    targets = subprocess.run(['apt-get', 'indextargets', '--format', '$(REPO_URI)',
                              'Created-By: Packages'], capture_output=True, text=True, check=False)
    mirrors = sorted({line for line in targets.stdout.split() if line.endswith('/debian/')})
    if not mirrors:
        return
    os.makedirs(os.path.join(folder, 'lists', 'partial'))
    sources = os.path.join(folder, 'sources.list')
    with open(sources, 'w', encoding='utf-8') as file:
        file.write(f'deb-src {mirrors[0]} {DEBIAN_SUITE} main\n')
    apt = ['apt-get', '-qq', '-o', f'Dir::Etc::SourceList={sources}', '-o', 'Dir::Etc::SourceParts=/dev/null',
           '-o', f'Dir::State::Lists={folder}/lists', '-o', 'APT::Sandbox::User=root']
    quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL, 'check': False}
    subprocess.run(apt + ['update'], **quiet)
    subprocess.run(apt + ['source', '--download-only', *DEBIAN_SOURCES], cwd=folder, **quiet)


def fetch(path, state, archives):
    missing = find_missing(path, state)
    take(missing, archives)
    for get in (lambda folder: download(missing, folder), download_from_debian):
        if missing:
            with tempfile.TemporaryDirectory() as folder:
                get(folder)
                take(missing, filter(os.path.isfile, glob.glob(os.path.join(folder, '*'))))
    if missing:
        sys.exit('These sources were not found: ' + ' '.join(url for url, _ in missing.values()))


def main(arguments):
    if len(arguments) == 4 and arguments[0] == 'manifest':
        print_release(*arguments[1:])
    elif len(arguments) in (3, 4) and arguments[0] == 'fetch':
        fetch(arguments[1], arguments[2], arguments[3:])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
