# A whole report, line by line; times, places and people as they are shown back.

# What a line is about.

# max 14
label-when = Quand
# max 14
label-where = Où
# max 14
label-place-words = En mots
# max 14
label-own-position = J’étais à
# max 14
label-near-school = École proche
# max 14
label-duty = Service
# max 14
label-phase = Étape
# max 14
label-suspected = Peut-être
# max 14
label-forms = Formes
# max 14
label-indicators = Signes
# max 14
label-counts = Combien
# max 14
label-entities = Qui et quoi
# max 14
label-links = Liens
# max 14
label-facts = Faits
# max 14
label-assessment = Mon avis
# max 14
label-apparent-minor = Mineur
# max 14
label-organised-group = Groupe
# max 14
label-official-involved = Agent public
# max 14
label-life-danger = Vie en danger
# max 14
label-local-told = Avertie
# max 14
label-local-who = Qui, quand
# max 14
label-local-acted = A agi
# max 14
label-scene-and-objects = Lieux, objets
# max 14
label-attachments = Annexes
# max 14
label-precedence = Urgence
# max 14
label-language = Langue
# max 14
label-that-is = c’est

# Lines.

list = { $items }
indicator-line = { $label } ({ $details })
entity-line = { $reference } { $kind } : { $looks }
entity-bare = { $reference } { $kind }
tie-line = { $from } { $tie } { $to }
attachment-line = { $digest }, { $kind }, { $bytes } octets
attachment-copy = { $digest }, { $kind }, { $bytes } octets, copie réduite
count-men = { $count ->
    [one] { $count } homme
   *[other] { $count } hommes
}
count-women = { $count ->
    [one] { $count } femme
   *[other] { $count } femmes
}
count-boys = { $count ->
    [one] { $count } garçon
   *[other] { $count } garçons
}
count-girls = { $count ->
    [one] { $count } fille
   *[other] { $count } filles
}
count-unknown = { $count ->
    [one] { $count } personne mal vue
   *[other] { $count } personnes mal vues
}

# Places.

position-line = { $position }, ±{ $error } m, { $method }
at-town = à { $name } ({ $country })
near-town = { $distance } { $direction } de { $name } ({ $country })
near-border = à moins d’environ { $distance } de la frontière : { $country }
town-people = { $name }, { $country }, environ { $people } habitants
town-uncounted = { $name }, { $country }
town-also = { $name }, aussi { $other }
distance-m = { $metres } m
distance-km = { $km } km
compass = { $point ->
    [SW] SO
    [W] O
    [NW] NO
   *[other] { $point }
}
