#!/usr/bin/env python3
"""Draws a kept screen as an SVG, letter by letter and colour by colour.

    portrait.py            writes every portrait README shows
    portrait.py --check    fails where one is no longer what the screen tests keep

The screen tests hold what the program really draws against pictures/THEME/NAME.txt: a legend of styles, then each row
of the screen with the letters of its styles below it. Nothing here is drawn by hand.
"""

import re
import sys
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
PORTRAITS = [("dark", "whole-report-question"), ("night", "reports")]

CELL, LINE, MARGIN = 8.4, 18, 12
COLOURS = {
    "Reset": None, "Black": "#101318", "DarkGray": "#7d8590", "Gray": "#c9d1d9", "White": "#ffffff",
    "Red": "#c03030", "LightRed": "#ff7b72", "Green": "#3fb950", "LightGreen": "#56d364", "Yellow": "#bb8009",
    "LightYellow": "#e3b341", "Blue": "#2f5fb3", "LightBlue": "#79c0ff", "Magenta": "#bc8cff",
    "LightMagenta": "#d2a8ff", "Cyan": "#39c5cf", "LightCyan": "#56d4dd",
}


def colour(name):
    rgb = re.fullmatch(r"Rgb\((\d+), (\d+), (\d+)\)", name)
    if rgb:
        return "#" + "".join(f"{int(part):02x}" for part in rgb.groups())
    indexed = re.fullmatch(r"Indexed\((\d+)\)", name)
    if indexed and 16 <= int(indexed[1]) < 232:
        # The colour cube of xterm: six steps of each part.
        place = int(indexed[1]) - 16
        steps = (place // 36, place // 6 % 6, place % 6)
        return "#" + "".join(f"{step * 40 + 55 if step else 0:02x}" for step in steps)
    if name not in COLOURS:
        sys.exit(f"portrait.py knows no colour {name}")
    return COLOURS[name]


def read(picture):
    """The styles by letter, and the rows with their letters."""
    lines = picture.read_text(encoding="utf-8").split("\n")
    styles, at = {}, 0
    while legend := re.fullmatch(r"(.)  (\S.*?) on (Rgb\([^)]*\)|\S+)((?: [A-Z_]+)*)", lines[at]):
        letter, ink, paper, marks = legend.groups()
        styles[letter] = (colour(ink), colour(paper), marks.split())
        at += 1
    body = lines[at:]
    return styles, list(zip(body[0::2], body[1::2]))


def runs(letters):
    return [(run.start(), run.end(), run.group()[0]) for run in re.finditer(r"(.)\1*", letters)]


def drawn(picture):
    styles, rows = read(picture)
    rows = rows[:24]
    paper, ink = "#101318", "#c9d1d9"
    width, height = 80 * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" '
        'xml:space="preserve">',
        f'<rect width="100%" height="100%" rx="6" fill="{paper}"/>',
    ]
    for row, (text, letters) in enumerate(rows):
        top = MARGIN + row * LINE
        letters = letters.ljust(len(text), ".")
        for start, end, letter in runs(letters):
            fore, back, marks = styles.get(letter, (ink, paper, []))
            if "REVERSED" in marks:
                fore, back = back or paper, fore or ink
            left, wide = MARGIN + start * CELL, (end - start) * CELL
            if back and back != paper:
                svg.append(f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{LINE}" fill="{back}"/>')
            words = text[start:end]
            if words.strip():
                weight = ' font-weight="bold"' if "BOLD" in marks else ""
                svg.append(
                    f'<text x="{left:.1f}" y="{top + 13}" textLength="{len(words) * CELL:.1f}" '
                    f'fill="{fore or ink}"{weight}>{escape(words)}</text>'
                )
    return "\n".join(svg + ["</svg>", ""])


def main():
    stale = []
    for theme, name in PORTRAITS:
        portrait = HERE / "portraits" / f"{name}.{theme}.svg"
        now = drawn(HERE / "pictures" / theme / f"{name}.txt")
        if "--check" in sys.argv[1:]:
            if not portrait.exists() or portrait.read_text(encoding="utf-8") != now:
                stale.append(portrait.name)
        else:
            portrait.parent.mkdir(exist_ok=True)
            portrait.write_text(now, encoding="utf-8")
    if stale:
        sys.exit(f"not what the screen tests keep: {', '.join(stale)}; run tests/screens/portrait.py")


main()
