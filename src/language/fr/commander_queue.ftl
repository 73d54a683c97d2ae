# La liste du commandant : ce qui est encore dû à Bruxelles.

queue-empty = Rien n'est dû : chaque signalement est parti à Bruxelles.
queue-nothing-left = Aucun signalement dû ne contient cela. Esc en montre de nouveau plus.
queue-set-back = L'horloge de cet appareil a été reculée. Le temps que ces signalements avaient passé reste passé.

# En haut, un point entre chacun.

queue-count-owed = { $count ->
    [one] { $count } dû
   *[other] { $count } dus
}
queue-count-new = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
queue-count-returned = { $count ->
    [one] { $count } rendu
   *[other] { $count } rendus
}
queue-count-completed = { $count ->
    [one] { $count } complété
   *[other] { $count } complétés
}
queue-count-reviewed = { $count ->
    [one] { $count } évalué
   *[other] { $count } évalués
}
queue-count-over = { $count ->
    [one] { $count } échu
   *[other] { $count } échus
}
queue-soonest = le premier part tel quel dans { $left }

# Une sorte seule.

queue-only = Seulement : { $kind }
queue-only-all = tous
queue-only-new = nouveaux
queue-only-returned = rendus
queue-only-completed = complétés
queue-only-over = délai échu
queue-only-reviewed = évalués

# Dans une ligne. Le temps qui reste tient dans une colonne étroite.

queue-over = échu
queue-state-new = nouveau
queue-state-returned = rendu
queue-state-completed = complété
queue-state-reviewed = évalué
queue-graded = { $state } { $grade }

# Sous une ligne.

queue-suggested = IMMEDIATE proposé : vous seul l'accordez.
queue-suggested-minor = IMMEDIATE proposé, quelqu'un a moins de 18 ans : vous seul l'accordez.
queue-minor = Quelqu'un de moins de 18 ans a été compté.
queue-goes-now = Délai échu : il part avec le prochain lot tel quel, F6.
queue-superseded = Une version plus récente est ici ; celle-ci part aussi.
queue-completes = Une version plus récente de { $report }, qui part aussi.
queue-completes-gone = Une version plus récente d'un signalement déjà parti.
queue-report = { $who } n° { $number }
queue-one-gone = un signalement déjà parti
queue-one-report = un signalement
repeat-words = mêmes mots que { $report }
repeat-sighting = peut-être la même observation que { $report } : à { $metres } m et { $minutes } min
repeat-plate = même plaque que { $report } : { $mark }
repeat-plate-perhaps = peut-être la même plaque que { $report } : { $mark }
repeat-phone = même téléphone que { $report } : { $mark }
repeat-document = même document que { $report } : { $mark }
repeat-boat = même bateau que { $report } : { $mark }
repeat-place = mêmes lieu et moment que { $report } : à { $metres } m et { $minutes } min
repeat-and-more = { $why } (encore { $more })
repeat-and-many-more = { $why } (encore { $more } et plus)

# Ce qu'une touche a fait.

queue-taken-back = L'évaluation de { $report } est retirée ; il est de nouveau à traiter.
queue-nothing-to-take-back = Aucune évaluation à retirer : choisissez un signalement évalué.

# Touches.

key-review = évaluer
key-kind = une sorte
key-kind-back = une sorte seule, en sens inverse
key-widen = enlever les mots, puis montrer toutes les sortes
