# A whole report, line by line; times, places and people as they are shown back.

# What a line is about.

# max 14
label-when = Wanneer
# max 14
label-where = Waar
# max 14
label-place-words = In woorden
# max 14
label-own-position = Ik stond
# max 14
label-near-school = School vlakbij
# max 14
label-duty = Dienst
# max 14
label-phase = Stadium
# max 14
label-suspected = Misschien
# max 14
label-forms = Vormen
# max 14
label-indicators = Tekens
# max 14
label-counts = Hoeveel
# max 14
label-entities = Wie en wat
# max 14
label-links = Banden
# max 14
label-facts = Feiten
# max 14
label-assessment = Wat ik denk
# max 14
label-apparent-minor = Minderjarig
# max 14
label-organised-group = Groep
# max 14
label-official-involved = Ambtenaar
# max 14
label-life-danger = Levensgevaar
# max 14
label-local-told = Verwittigd
# max 14
label-local-who = Wie, wanneer
# max 14
label-local-acted = Trad op
# max 14
label-scene-and-objects = Plaats, zaken
# max 14
label-attachments = Bijlagen
# max 14
label-precedence = Dringendheid
# max 14
label-language = Taal
# max 14
label-that-is = dat is

# Lines.

list = { $items }
indicator-line = { $label } ({ $details })
entity-line = { $reference } { $kind }: { $looks }
entity-bare = { $reference } { $kind }
tie-line = { $from } { $tie } { $to }
attachment-line = { $digest }, { $kind }, { $bytes } bytes
attachment-copy = { $digest }, { $kind }, { $bytes } bytes, kleinere kopie
count-men = { $count ->
    [one] { $count } man
   *[other] { $count } mannen
}
count-women = { $count ->
    [one] { $count } vrouw
   *[other] { $count } vrouwen
}
count-boys = { $count ->
    [one] { $count } jongen
   *[other] { $count } jongens
}
count-girls = { $count ->
    [one] { $count } meisje
   *[other] { $count } meisjes
}
count-unknown = { $count } niet goed gezien

# Places.

position-line = { $position }, ±{ $error } m, { $method }
at-town = in { $name } ({ $country })
near-town = { $distance } { $direction } van { $name } ({ $country })
near-border = binnen ongeveer { $distance } van de grens: { $country }
town-people = { $name }, { $country }, ongeveer { $people } inwoners
town-uncounted = { $name }, { $country }
town-also = { $name }, ook { $other }
distance-m = { $metres } m
distance-km = { $km } km
compass = { $point ->
    [NE] NO
    [E] O
    [SE] ZO
    [S] Z
    [SW] ZW
   *[other] { $point }
}
