"""Says what the checks of data and strings found, in the Test Anything Protocol."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def check(self, name, problems):
        self.count += 1
        self.failed |= bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}")
        for problem in problems:
            print(f'# {problem}')

    def end(self):
        print(f'1..{self.count}')
        return 1 if self.failed else 0
