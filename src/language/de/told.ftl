# A whole report, line by line; times, places and people as they are shown back.

# What a line is about.

# max 14
label-when = Wann
# max 14
label-where = Wo
# max 14
label-place-words = In Worten
# max 14
label-own-position = Ich stand
# max 14
label-near-school = Schule nahe
# max 14
label-duty = Dienst
# max 14
label-phase = Abschnitt
# max 14
label-suspected = Vielleicht
# max 14
label-forms = Formen
# max 14
label-indicators = Zeichen
# max 14
label-counts = Wie viele
# max 14
label-entities = Wer und was
# max 14
label-links = Verbindungen
# max 14
label-facts = Tatsachen
# max 14
label-assessment = Was ich denke
# max 14
label-apparent-minor = Minderjährig
# max 14
label-organised-group = Gruppe
# max 14
label-official-involved = Beamter
# max 14
label-life-danger = Lebensgefahr
# max 14
label-local-told = Verständigt
# max 14
label-local-who = Wer, wann
# max 14
label-local-acted = Handelte
# max 14
label-scene-and-objects = Ort, Sachen
# max 14
label-attachments = Anhänge
# max 14
label-precedence = Dringlichkeit
# max 14
label-language = Sprache
# max 14
label-that-is = das ist

# Lines.

list = { $items }
indicator-line = { $label } ({ $details })
entity-line = { $reference } { $kind }: { $looks }
entity-bare = { $reference } { $kind }
tie-line = { $from } { $tie } { $to }
attachment-line = { $digest }, { $kind }, { $bytes } Bytes
attachment-copy = { $digest }, { $kind }, { $bytes } Bytes, kleinere Kopie
count-men = { $count ->
    [one] { $count } Mann
   *[other] { $count } Männer
}
count-women = { $count ->
    [one] { $count } Frau
   *[other] { $count } Frauen
}
count-boys = { $count ->
    [one] { $count } Junge
   *[other] { $count } Jungen
}
count-girls = { $count ->
    [one] { $count } Mädchen
   *[other] { $count } Mädchen
}
count-unknown = { $count } nicht gut gesehen

# Places.

position-line = { $position }, ±{ $error } m, { $method }
at-town = in { $name } ({ $country })
near-town = { $distance } { $direction } von { $name } ({ $country })
near-border = innerhalb von etwa { $distance } zur Grenze: { $country }
town-people = { $name }, { $country }, etwa { $people } Einwohner
town-uncounted = { $name }, { $country }
town-also = { $name }, auch { $other }
distance-m = { $metres } m
distance-km = { $km } km
compass = { $point ->
    [NE] NO
    [E] O
    [SE] SO
   *[other] { $point }
}
