#!/usr/bin/env python3
"""Measures the page of a large invented study in a headless Chromium.

Usage: page.py [--draad .build/release/draad] [--transcripts 60] [--codes 120] [--codings 24000]
               [--folder DIR]

Makes the study (the same every time) in a temporary folder, or in DIR, which then stays; runs
`draad report`; opens Reports/index.html, goes through its parts, scrolls, and prints what each cost.
Exits with 1 when the page is larger than 4 times its transcripts, takes more than two seconds of
work to open, or keeps more than 20,000 elements in the document.
"""
import argparse, json, os, random, shutil, subprocess, sys, tempfile, time

WORDS = """wij dat het een van met voor niet ook maar dan hier soms altijd kinderen ouders groep
overleg school opvang zorg vraag tijd samen lijn advies plan dag week team leren spelen kijken
praten delen vinden weten zoeken ondersteuning ontwikkeling begeleider leerkracht""".split()


def write_study(folder, transcripts, codes, codings):
    """Every code has a word of its own; so many of them are said that the codings come out."""
    dice = random.Random(1)
    os.makedirs(f"{folder}/Corpus")
    os.makedirs(f"{folder}/Codebooks")
    with open(f"{folder}/Codebooks/groot.md", "w") as book:
        book.write("---\nid: groot\ntitle: Groot\nversion: 1.0.0\nlanguage: nl\n---\n")
        for number in range(codes):
            depth = "#" if number % 10 == 0 else "##"
            book.write(f"\n{depth} code-{number}: Een code met nummer {number}\nVerzonnen.\n\n")
            book.write(f"- match: `teken{number}`\n")
    for number in range(transcripts):
        lines = [f"---\ntitle: Gesprek {number}\nstatus: invented\nparticipants:"]
        roles = ["moderator", "leerkracht", "pedagogisch medewerker", "intern begeleider"]
        lines += [f"  S{index}: {role}" for index, role in enumerate(roles)] + ["---"]
        for _ in range(codings // transcripts):
            said = [dice.choice(WORDS) for _ in range(dice.randrange(8, 30))]
            said.insert(dice.randrange(len(said)), f"teken{int(dice.random() ** 2 * codes)}")
            lines.append(f"S{dice.randrange(1, 4)}: {' '.join(said).capitalize()}.\n")
        with open(f"{folder}/Corpus/T{number:02}.md", "w") as file:
            file.write("\n".join(lines))


class Browser:
    """A headless Chromium, spoken to over pipes."""

    def __init__(self, profile):
        to_read, self.output = os.pipe()
        self.input, to_write = os.pipe()
        os.set_inheritable(to_read, True)
        os.set_inheritable(to_write, True)
        command = (f"exec chromium --headless=new --no-sandbox --disable-gpu --no-first-run "
                   f"--disable-dev-shm-usage --user-data-dir={profile} --remote-debugging-pipe "
                   f"about:blank 3<&{to_read} 4>&{to_write} </dev/null >/dev/null 2>&1")
        self.process = subprocess.Popen(["bash", "-c", command], pass_fds=(to_read, to_write))
        self.buffer, self.last, self.session = b"", 0, None
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        answer = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self.session = answer["sessionId"]
        self.call("Performance.enable")
        self.call("Page.enable")

    def call(self, method, **parameters):
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.buffer:
                self.buffer += os.read(self.input, 1 << 20)
            answer, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(answer)
            if answer.get("id") == self.last:
                return answer["result"]

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True,
                           returnByValue=True)
        return answer["result"].get("value")

    def settle(self):
        self.value("new Promise((done) => requestAnimationFrame(() => setTimeout(() => "
                   "requestAnimationFrame(() => done(1)), 60)))")

    def work(self):
        """Seconds of work on the page's thread so far."""
        metrics = self.call("Performance.getMetrics")["metrics"]
        return {one["name"]: one["value"] for one in metrics}["TaskDuration"]

    def elements(self):
        return self.value("document.querySelectorAll('*').length")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draad", default=".build/release/draad")
    for name, number in [("transcripts", 60), ("codes", 120), ("codings", 24000)]:
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--folder")
    asked = parser.parse_args()
    folder = asked.folder or tempfile.mkdtemp()
    profile = tempfile.mkdtemp()
    browser = None
    try:
        write_study(folder, asked.transcripts, asked.codes, asked.codings)
        start = time.monotonic()
        subprocess.run([os.path.abspath(asked.draad), "report", "--quiet"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
        print(f"draad report     {time.monotonic() - start:6.2f} s")
        page = f"{folder}/Reports/index.html"
        size = os.path.getsize(page)
        talk = sum(os.path.getsize(f"{folder}/Corpus/{name}") for name in
                   os.listdir(f"{folder}/Corpus"))
        print(f"transcripts      {talk / 1e6:6.2f} MB, page {size / 1e6:.2f} MB: {size / talk:.2f}")
        browser = Browser(profile)
        before = browser.work()
        browser.call("Page.navigate", url=f"file://{os.path.abspath(page)}")
        while browser.value("document.readyState") != "complete":
            time.sleep(0.02)
        browser.settle()
        opening = browser.work()
        largest = browser.elements()
        print(f"open             {opening:6.2f} s of work, {largest} elements,"
              f" {browser.value('places.length')} codings")
        for part in ["codes", "codes/code-0", "quotes", "conversation/T30", "together", "groups",
                     "groups?by=transcript", "speakers", "quotes?find=overleg"]:
            start = browser.work()
            browser.value(f"location.hash = '#{part}'")
            browser.settle()
            shown = browser.work() - start
            start, longest = browser.work(), 0
            for _ in range(20):
                step = browser.work()
                browser.value("scrollBy(0, 1500)")
                browser.settle()
                longest = max(longest, browser.work() - step)
            count = browser.elements()
            largest = max(largest, count)
            print(f"{part:24} {shown:6.3f} s, {count:6} elements, scrolling: at most"
                  f" {longest * 1000:4.0f} ms a screen")
        return 1 if size > 4 * talk or opening > 2 or largest > 20_000 else 0
    finally:
        if browser:
            browser.process.terminate()
            browser.process.wait()
        shutil.rmtree(profile, ignore_errors=True)
        if not asked.folder:
            shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
