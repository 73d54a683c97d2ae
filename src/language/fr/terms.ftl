# Les mots du métier : codes des listes fermées, où en est un signalement, heures.

duty-checkpoint = contrôle
duty-patrol = patrouille
duty-guard = garde
duty-convoy = convoi
duty-other = autre

basis-saw-myself = vu ou entendu moi-même
basis-device-recorded = capté par un appareil
basis-told-by-eyewitness = dit par un témoin direct
basis-hearsay = ouï-dire
basis-my-conclusion = ma conclusion

method-gps = GPS
method-map = carte
method-estimate = œil

precision-exact = exact
precision-about = environ
precision-period = entre les deux

time-in-future = c'est encore à venir selon l'horloge de cet appareil
time-long-ago = c'était il y a plus de trente jours

obstacle-time = quand c'était
obstacle-place = où c'était ; « près de … » suffit
obstacle-substance = ce que c'était : un indicateur, « juste étrange », ou une phrase
obstacle-own-forces = il s'agit des nôtres, donc cela reste un brouillon ici
obstacle-no-media = ce qu'il décrit ne doit jamais être copié ; retirez les pièces jointes

field-observed = l'heure
field-place = le lieu
field-duty = le service
field-phase = la phase
field-suspected = le soupçon
field-forms = les formes d'exploitation
field-counts = le nombre de personnes
field-indicators = les indicateurs
field-entities = personnes et véhicules
field-links = les liens
field-facts = les faits
field-assessment = l'appréciation
field-aggravators = les circonstances aggravantes
field-local-authority = l'autorité locale
field-scene = lieux et objets
field-attachments = les annexes
field-precedence = l'urgence
field-language = la langue

calendar-day = { $day } { $month ->
    [1] janv
    [2] févr
    [3] mars
    [4] avr
    [5] mai
    [6] juin
    [7] juil
    [8] août
    [9] sept
    [10] oct
    [11] nov
   *[12] déc
}
instant = { $day } { $time }

standing-draft = brouillon, vu de vous seul
standing-filed = déposé, attend la transmission
standing-handed-over = au commandant
standing-returned = à compléter
standing-superseded = remplacé
standing-reviewed = cdt : lu
standing-forwarded = vers Bruxelles
standing-received = à Bruxelles
standing-acknowledged = à la police
standing-answered = police répond
standing-since = { $standing } { $since }

status-received = reçu, en cours de lecture
status-needs-more = un complément aiderait, si vous le revoyez en service normal
status-linked-to-known = lié à un dossier connu
status-under-investigation = enquête en cours
status-passed-abroad = transmis à la police d'un autre pays
status-no-action = sans suite
status-closed-result = clos, avec un résultat
status-because = { $status } : { $why }

no-action-no-offence = pas d'infraction selon la loi applicable
no-action-too-vague = trop peu pour agir
no-action-already-known = tout était déjà connu
no-action-out-of-competence = une autre autorité est compétente
no-action-passed-to-local = la police locale l'a reçu
no-action-resources = personne n'est libre pour s'en occuper maintenant

returned-time-unclear = l'heure n'est pas claire
returned-place-unclear = le lieu n'est pas clair
returned-counts-missing = le nombre de personnes manque
returned-basis-missing = il n'est pas dit d'où vous le savez
returned-facts-mixed = faits et appréciation sont dans un seul texte
returned-attachment-unreadable = une annexe ne s'ouvre pas
returned-other = pour la raison ci-dessous
