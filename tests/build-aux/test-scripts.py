#!/usr/bin/env python3
"""What everybody's runs rest on: the counts at a run's end, the package list, the private desktop.

usage: test-scripts.py BUILD-AUX"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tap import Tap

NESTED = '''TAP version 14
# Subtest: date
    ok 1 /date/day
    ok 2 /date/year # SKIP no calendar
    1..2
ok 1 date
ok 2 - quotation
1..2
'''
FAILED = 'ok 1 /a\nnot ok 2 /b\n1..2\n'
CRASHED = '1..2\nok 1 /a\n'


def summary(folder, *tests):
    """Gives (last line, exit status, whole output) of test-summary.py for (name, result, stdout)s."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for name, result, output in tests:
            log.write(json.dumps({'name': name, 'result': result, 'stdout': output}) + '\n')
        log.flush()
        done = subprocess.run([folder / 'test-summary.py', log.name], capture_output=True, text=True,
                              check=False)
    return (done.stdout.splitlines() or [''])[-1], done.returncode, done.stdout


def check_summary(tap, folder):
    line, status, output = summary(folder, ('s / nested', 'OK', NESTED), ('s / plain', 'OK', ''))
    tap.check_equal('cases and plain tests count', (line, status), ('3 passed, 0 failed', 0))
    tap.check_equal('what is skipped is named', '/date/year' in output, True)
    tap.check_equal('what passed is not', '/date/day' in output, False)
    line, status, output = summary(folder, ('s / bad', 'FAIL', FAILED), ('s / good', 'OK', 'ok 1 /c\n'))
    tap.check_equal('a failure counts', (line, status), ('2 passed, 1 failed', 1))
    tap.check_equal('its log is shown', 'not ok 2 /b' in output, True)
    tap.check_equal('a crash is a failure', summary(folder, ('s / x', 'ERROR', CRASHED))[:2],
                    ('1 passed, 1 failed', 1))
    tap.check_equal('so is a time-out without output',
                    summary(folder, ('s / x', 'TIMEOUT', ''))[:2], ('0 passed, 1 failed', 1))
    tap.check_equal('no test at all is none passed', summary(folder)[:2], ('0 passed, 0 failed', 1))


def check_packages(tap, folder):
    parts = re.split(r'^# (build|run|tests|full|flatpak)$', (folder / 'debian-packages').read_text('utf-8'),
                     flags=re.MULTILINE)
    tap.check_equal('the package list has its parts', parts[1::2],
                    ['build', 'run', 'tests', 'full', 'flatpak'])
    names = [[line for line in part.splitlines() if line and not line.startswith('#')]
             for part in parts[2::2]]
    tap.check_equal('each is sorted', [part for part in names if part != sorted(part)], [])
    every = sum(names, [])
    tap.check_equal('no name stands twice', [name for name in every if every.count(name) > 1], [])


def session(folder, *command, **options):
    environment = dict(os.environ, GTK_A11Y='none')
    return subprocess.Popen([folder / 'ui-session', *command], stdout=subprocess.PIPE, text=True,
                            env=environment, **options)


def ended(process_id):
    for _ in range(3000):
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return True
        if Path(f'/proc/{process_id}/stat').read_text().rsplit(')', 1)[1].split()[0] == 'Z':
            return True
        time.sleep(0.02)
    return False


def check_session(tap, folder):
    script = 'echo "$HOME"; echo "$DISPLAY"; echo "$DBUS_SESSION_BUS_ADDRESS"; exit 7'
    with session(folder, 'sh', '-c', script) as process:
        home, display, bus = process.communicate(timeout=600)[0].split()
    tap.check_equal('the exit status is the command\'s', process.returncode, 7)
    tap.check_equal('home is private and gone afterwards',
                    (home != os.environ.get('HOME'), Path(home).exists()), (True, False))
    tap.check_equal('there is a display and a bus', (display[0], bus[:5]), (':', 'unix:'))
    with session(folder, 'sh', '-c', 'echo $$; exec sleep 100') as process:
        inner = int(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=600)
    tap.check_equal('ended from outside, it says so', process.returncode, 143)
    tap.check_equal('and leaves nothing behind', ended(inner), True)


def main(folder):
    tap = Tap()
    check_summary(tap, folder)
    check_packages(tap, folder)
    check_session(tap, folder)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
