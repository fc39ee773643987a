#!/usr/bin/env python3
"""Makes a study that three people coded by hand, to measure on: coded-study.py FOLDER [SEED]

60 transcripts, 120 codes, and a log of 24,000 lines of one coding each, written from the
description of the format alone: `draad log check` finds it consistent.
"""

import hashlib
import json
import os
import random
import sys

TRANSCRIPTS, CODES, LINES = 60, 120, 24_000
CODERS = [("Anna", "anna", "0000a11a"), ("Bram", "bram", "0000b3a3"), ("Cora", "cora", "0000c03a")]
SPEAKERS = ["MOD", "PM1", "PM2", "LK1", "IB1"]

folder = sys.argv[1]
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)


def word():
    return "".join(rng.choice("bdgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(1, 4)))


def write(path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode())


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


MASK = (1 << 64) - 1


def turn_hash(text, seed):
    value = seed ^ 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    value ^= (len(text) * 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ value >> 32) * 0xD6E8FEB86659FD93) & MASK
    return value ^ value >> 32


def turn_digest(label, text):
    full = turn_hash(text, turn_hash(label, 0))
    return f"{(full ^ full >> 32) & 0xFFFFFFFF:08x}"


words = [word() for _ in range(6_000)]
weights = [1 / (rank + 3) for rank in range(len(words))]

codebook = "---\nid: boek\ntitle: Boek\nversion: 1.0.0\nlanguage: nl\n---\n"
codes = []
for number in range(CODES):
    code = f"code-{number + 1}"
    codes.append(code)
    depth = "#" if number % 10 == 0 else "##"
    codebook += f"\n{depth} {code}: Code {number + 1}\n\n- match: `{rng.choice(words[200:])}`\n"
write("Codebooks/boek.md", codebook)
book = f"boek 1.0.0 {sha256(codebook)}"

transcripts = []
for number in range(TRANSCRIPTS):
    turns = []
    while sum(len(text) for _, text in turns) < 40_000:
        said = rng.choices(words, weights, k=rng.randint(4, 60))
        turns.append((rng.choice(SPEAKERS), " ".join(said).capitalize() + "."))
    head = "---\nstatus: invented\nparticipants:\n"
    head += "".join(f"  {label}: rol {label[:2]}\n" for label in SPEAKERS).replace("rol MO", "moderator")
    body = "\n\n".join(f"{label}: {text}" for label, text in turns) + "\n"
    name = f"FG{number + 1:02}"
    write(f"Corpus/{name}.md", head + "---\n" + body)
    version = {
        "event": "text", "in": name, "sha256": sha256(body),
        "turns": "".join(turn_digest(label, text) for label, text in turns),
    }
    transcripts.append((name, turns, version))


def bare(text):
    return text.lower().replace(".", "").split()


def coding(name, turns, version, code):
    turn = rng.randrange(len(turns))
    label, text = turns[turn]
    said = text.split(" ")
    first = rng.randrange(len(said))
    last = min(len(said), first + rng.randint(3, 25))
    start = len(" ".join(said[:first])) + (1 if first else 0)
    quotation = " ".join(said[first:last])
    around = [w for _, other in turns[max(0, turn - 3):turn] for w in bare(other)]
    after = [w for _, other in turns[turn + 1:turn + 4] for w in bare(other)]
    before = (around + bare(" ".join(said[:first])))[-5:]
    after = (bare(" ".join(said[last:])) + after)[:5]
    event = {
        "event": "code", "code": f"boek:{code}", "in": name, "text": version["sha256"][:16],
        "span": [turn + 1, start, turn + 1, start + len(quotation)], "by": label, "words": 0,
    }
    return event, [quotation, " ".join(before), " ".join(after)]


heads, files, known = {}, {strand: [] for _, _, strand in CODERS}, set()
for n in range(1, LINES + 1):
    coder, _, strand = CODERS[rng.randrange(3)]
    name, turns, version = transcripts[rng.randrange(TRANSCRIPTS)]
    event, text = coding(name, turns, version, rng.choice(codes))
    events = [event] if name in known else [version, event]
    known.add(name)
    line = {
        "v": 1, "coder": coder, "strand": strand, "n": n,
        "prev": heads.get(strand, [0, ""])[1],
        "seen": {other: heads[other] for other in sorted(heads) if other != strand},
        "at": f"2025-03-{n // 1200 + 1:02}T{n // 60 % 24:02}:{n % 60:02}:00Z",
        "command": f"code {name}:{event['span'][0]} {event['code'][5:]} --quote …",
        "book": book, "shown": [], "do": events,
    }
    salt = f"{rng.getrandbits(128):032x}"
    begin = compact(line)[:-1] + ',"words":'
    files[strand].append(begin + '{"salt":"' + salt + '","text":' + compact(text) + "}}\n")
    heads[strand] = [n, sha256(begin + '"' + sha256(salt + compact(text)) + '"}')]
for _, coder, strand in CODERS:
    write(f"Corpus/Codings/{coder}/{strand}.jsonl", "".join(files[strand]))
