# A whole report, line by line; times, places and people as they are shown back.

# What a line is about.

# max 14
label-when = When
# max 14
label-where = Where
# max 14
label-place-words = In words
# max 14
label-own-position = I stood at
# max 14
label-near-school = School near
# max 14
label-duty = Duty
# max 14
label-phase = Stage
# max 14
label-suspected = May be
# max 14
label-forms = Forms
# max 14
label-indicators = Signs
# max 14
label-counts = How many
# max 14
label-entities = Who and what
# max 14
label-links = Ties
# max 14
label-facts = Facts
# max 14
label-assessment = What I think
# max 14
label-apparent-minor = Under 18
# max 14
label-organised-group = Organised
# max 14
label-official-involved = Official
# max 14
label-life-danger = Life at risk
# max 14
label-local-told = Told
# max 14
label-local-who = Whom, when
# max 14
label-local-acted = Acted
# max 14
label-scene-and-objects = Scene, objects
# max 14
label-attachments = Attachments
# max 14
label-precedence = Urgency
# max 14
label-language = Language
# max 14
label-that-is = that is

# Lines.

list = { $items }
indicator-line = { $label } ({ $details })
entity-line = { $reference } { $kind }: { $looks }
entity-bare = { $reference } { $kind }
tie-line = { $from } { $tie } { $to }
attachment-line = { $digest }, { $kind }, { $bytes } bytes
attachment-copy = { $digest }, { $kind }, { $bytes } bytes, smaller copy
count-men = { $count ->
    [one] { $count } man
   *[other] { $count } men
}
count-women = { $count ->
    [one] { $count } woman
   *[other] { $count } women
}
count-boys = { $count ->
    [one] { $count } boy
   *[other] { $count } boys
}
count-girls = { $count ->
    [one] { $count } girl
   *[other] { $count } girls
}
count-unknown = { $count } not seen well

# Places.

position-line = { $position }, ±{ $error } m, { $method }
at-town = at { $name } ({ $country })
near-town = { $distance } { $direction } of { $name } ({ $country })
near-border = within about { $distance } of the border: { $country }
town-people = { $name }, { $country }, about { $people } people
town-uncounted = { $name }, { $country }
town-also = { $name }, also { $other }
distance-m = { $metres } m
distance-km = { $km } km
compass = { $point }
