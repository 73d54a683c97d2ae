# Le bureau de l'observateur.

reports = Signalements
new-report = Nouveau signalement
report-number = Signalement { $number }
newer-version = Nouvelle version d'un signalement
indicators = Qu'avez-vous vu ou entendu ?
no-reports =
    Pas encore de signalement.

    Appuyez sur n pour en commencer un. Il faut une minute : quand, où et quoi suffisent. Tout ce que vous écrivez est gardé sur cet appareil au fur et à mesure, et personne ne le voit avant que vous le déposiez.

    Les réponses de la police seront ici, en haut.
loading = Lecture de vos signalements.
words-of-police = Police
words-of-commander = Votre commandant
by-cell = Police fédérale, cellule traite ({ $desk }), { $when }
by-commander = Votre commandant, { $when }
no-answer-yet = Pas encore de réponse. Elle apparaîtra ici et en haut de la liste.
returned-advice = Complétez de mémoire : c pour écrire une version plus récente. Celle-ci compte jusque-là.
too-small = Cette fenêtre est trop petite : { $columns } x { $rows }. Vigilia a besoin de { $needed-columns } x { $needed-rows }. Agrandissez la fenêtre ou réduisez les lettres. Ce que vous avez écrit est gardé.

when = Quand
when-hint = -20m, 1430, 1400-1430, 211430ZNOV26
where = Où
where-hint = MGRS, degrés, ou le nom d’un lieu
in-words = En mots
in-words-hint = à côté de la position : à la pompe
how-far = Mètres d'écart
how-far-hint = chiffres
known-from = Source
duty = Service
what = Quoi
what-hint = Enter : choisir   o : juste étrange
men = Hommes
women = Femmes
boys = Garçons
girls = Filles
unknown = Inconnu
facts = Faits : ce que j'ai vu ou entendu
facts-hint = Aspect, habits, plaque (? si non lu), couleur, direction, mots entendus. Tab : suite.
assessment = Appréciation : ce que je pense (peut rester vide)
assessment-hint = Gardée à part des faits. Tab : suite.
urgency = Urgence
urgency-none = aucune
urgency-routine = routine
urgency-priority = prioritaire
urgency-immediate = immédiate
urgency-suggested = IMMÉDIATE est proposée par votre choix. Vous décidez ; votre commandant libère.

just-odd = juste étrange
picked-odd = juste étrange   Enter : choisir
picked = { $count ->
    [one] { $count } choisi   Enter : modifier
   *[other] { $count } choisis   Enter : modifier
}
picked-and-odd = { $count ->
    [one] { $count } choisi, étrange   Enter : modifier
   *[other] { $count } choisis, étrange   Enter : modifier
}
known-by = { $label } ({ $basis })
and-more = { $label } +{ $more }
nothing-yet = rien d'écrit encore
no-place = pas encore de lieu
no-time = pas d'heure
kept-as-words = gardé en mots, sans position
time-understood = { $time }, { $precision }
second-notation = { $notation }, ±{ $error } m
alternative-grid = s'écrit aussi { $reference }

pick-prompt = Tapez pour réduire :
pick-hint = papiers, camionnette, mineur, kind …
pick-nothing = Rien dans la liste ne contient ces mots. « Juste étrange » est aussi une bonne réponse : Ctrl-O, et écrivez sous Faits ce que vous avez vu.

still-needed = Requis avant le dépôt
ready = Prêt à déposer : Ctrl-F
missed-most = Manquerait à un agent
missed-limit = (ce que vous savez déjà)

part-when = quand
part-where = où
part-duty = service
part-what = quoi
part-who = qui
part-facts = faits

missed-exact-time = l'heure à la minute
missed-position = MGRS ou degrés
missed-position-error = l'écart en mètres
missed-plate = la plaque, même en partie
missed-counts = combien de personnes
missed-facts = vos propres mots (Faits)
missed-description = aspect, couleur, direction

alert-own-forces = Les nôtres : reste un brouillon sur cet appareil, personne ne le sait.
alert-local-help = D'abord l'aide locale : elle peut être urgente. Le signalement attendra.
alert-suggests-immediate = IMMÉDIATE est proposée. Vous choisissez, sous Urgence.
alert-first-aid = Premiers secours si possible, et prévenez l'infirmier.
alert-no-media = Ne jamais photographier, copier ni transmettre ces images. Des mots.

file = Déposer ce signalement ?
file-text = Il est signé de vous, ne peut plus être modifié, et part avec la prochaine transmission vers votre commandant, qui doit le passer à la police.
file-yes = déposer
file-no = pas encore
not-yet = Pas encore complet
not-yet-yes = y aller
discard = Jeter ce brouillon ?
discard-text = Personne d'autre ne l'a vu, et il ne reviendra pas.
discard-yes = jeter
discard-no = garder
own-forces = Il s'agit des nôtres
own-forces-text =
    Un signalement sur les nôtres ne doit pas passer par votre commandant. La voie qui le garde hors de sa vue n'est pas encore ouverte ; ce signalement ne peut donc pas être déposé ici : il reste un brouillon sur cet appareil, et personne n'apprend qu'il existe.

    Vous pouvez joindre directement le Médiateur fédéral.
own-forces-yes = choisir, en brouillon
own-forces-no = ne pas choisir

draft-kept = Le brouillon est gardé.
discarded = Le brouillon est jeté.
filed = Déposé sous votre numéro { $number }. Il part avec la prochaine transmission.
quoted = « { $text } »
kept-but = { $count ->
    [one] Brouillon gardé, mais { $fields } n'a pas été compris ni gardé.
   *[other] Brouillon gardé, mais { $fields } n'ont pas été compris ni gardés.
}
not-saved = Non gardé : { $field } ; un nouvel essai suit, deux fois Ctrl-C pour quitter sans. { $why }
