# What a commander sees and says while he reviews a report.

# Grades and codes, in the words of AJP-2.1 and of Europol.
source-a = totalement fiable
source-b = généralement fiable
source-c = assez fiable
source-d = généralement pas fiable
source-e = pas fiable
source-f = impossible à évaluer
information-1 = confirmé par d’autres sources
information-2 = probablement vrai
information-3 = peut-être vrai
information-4 = douteux
information-5 = improbable
information-6 = impossible à évaluer
handling-h0 = à utiliser contre le crime, selon la loi
handling-h1 = pas en justice sans notre autorisation
handling-h2 = pas transmis sans notre autorisation
handling-h3 = une autre restriction, écrite ci-dessous

# The statement. Labels stand in a column.
judge-source = Source
judge-information = Information
judge-handling = Traitement
judge-restriction = Restriction (H3)
judge-restriction-hint = Ce qui est permis et ce qui ne l’est pas.
judge-caveats = Conditions
judge-precedence = Priorité
judge-marking = Marquage
judge-comment = Votre commentaire (peut rester vide)
judge-comment-hint = Pour la police. L’original reste tel quel.
judge-told = Prévenu
judge-told-who = Qui, quand
judge-told-who-hint = poste de police local, 1510
judge-acted = Ont agi
judge-repeats = Identique à
judge-repeats-none = aucun autre · Enter : choisir
judge-repeats-of = { $report } · les deux partent
judge-grade = { $letter }  { $meaning }
judge-europol = Europol { $code }, dérivé ; un officier de police décide
judge-europol-fairly = Europol { $code }, dérivé de « assez fiable » ; un officier de police décide
judge-europol-none = aucun code Europol dérivé : c’est une conclusion
judge-officials = Des fonctionnaires sont concernés : il part en H2, quoi qu’il soit écrit ici.
judge-caveats-kept = de l’auteur, et elles restent : { $caveats }
judge-awaits-release = L’auteur propose IMMÉDIAT. Vous seul l’accordez.
judge-released = IMMÉDIAT : il part seul et tout de suite.
judge-restriction-needed = H3 exige sa restriction par écrit ; écrivez-la, ou choisissez H0, H1 ou H2
judge-restriction-bad = une restriction a au plus 500 caractères ; raccourcissez-la
judge-comment-bad = ce texte est trop long ; raccourcissez-le

# The original.
review-original = Original, tel que signé · encore { $left }
review-in-short = Votre avis : { $grade } { $handling } { $precedence }
review-report = { $who } nº { $number }
review-title = { $report } · { $goes }
review-goes = part tel quel dans { $left }
review-goes-over = délai écoulé : part tel quel
review-goes-signed = signé, part avec le prochain envoi
review-goes-gone = parti à Bruxelles
review-other = { $report }, tel que signé
review-reading = Lecture du signalement.
original-signed = Signé par { $who }, vérifié à l’instant
original-signed-revoked = Signé par { $who }, vérifié à l’instant ; ses clés ont été révoquées depuis. Il valait à son arrivée.
original-signer-gone = Signé par { $who }, qui n’est plus sur la liste des membres : invérifiable aujourd’hui. Il l’a été à son arrivée.
original-broken = LA SIGNATURE NE TIENT PAS. Ce qui suit n’est pas ce que { $who } a signé. Rien ne peut être signé ici à son sujet ; prévenez votre centre d’opérations.
original-received = arrivé chez vous { $when }
original-rival = Un autre signalement porte aussi le numéro { $number } de cet auteur. Les deux partent ; la police le voit.
original-repeats = { $more ->
    [0] { $report } : { $what } (r)
    [one] { $report } : { $what } ; { $more } autre (r)
   *[other] { $report } : { $what } ; { $more } autres (r)
}
original-marked-same = marqué par vous comme identique : { $reports }
original-observation = Ce qui a été observé
original-facts = FAITS : ce que l’auteur a vu ou entendu
original-assessment = APPRÉCIATION : ce que l’auteur en pense
original-nothing = rien
original-here = présent ici
original-not-here = encore en route
original-clock = Horloge de l’auteur
original-before = Auparavant
original-earlier = complète le numéro { $number }, déposé { $when }
original-newer = une version plus récente est ici : numéro { $number }, déposé { $when } ; les deux partent
original-returned = numéro { $number } rendu { $when } : { $reason }
original-answered = Police, { $when } : { $what }

# Screening, for officers alone.
screening = Grille de l’OIT, travail forcé
screening-caution = Une aide à la lecture : des signes ne prouvent ni n’excluent rien, et ne font de personne une victime.
screening-line = { $letters } { $dimension } : { $state } (forts { $strong }, moyens { $medium }, faibles { $weak })
screening-nothing = Aucun signe pondéré, ce qui ne dit rien dans un sens ni dans l’autre.
screening-child = Lu avec les pondérations pour mineurs.
screening-awaits = Non comptés parce que le stade est inconnu : { $count }.
ilo-deceptive-recruitment = recrutement trompeur
ilo-coercive-recruitment = recrutement forcé
ilo-vulnerable-recruitment = recrutement par abus de faiblesse
ilo-exploitation = exploitation
ilo-coercion-at-destination = contrainte sur place
ilo-vulnerability-at-destination = abus de faiblesse sur place
ilo-positive = positif
ilo-negative = pas assez
ilo-nothing-seen = rien vu
ilo-all-elements = Tous les éléments de la règle : à lire en premier par un officier.
ilo-deception-and-exploitation = Tromperie et exploitation, sans contrainte sur place.
ilo-exploitation-only = Exploitation seule : en soi une affaire de droit du travail.
ilo-other-combination = Des dimensions positives dans une combinaison que la règle ne nomme pas.
ilo-none-positive = Aucune dimension positive, ce qui ne prouve rien.

# What the signs call for: he is told, nothing is decided by it.
review-alert-suggests-immediate = L’auteur propose IMMÉDIAT ; vous seul l’accordez.
review-alert-danger-to-life = Une vie peut être en danger : les secours locaux passent avant tout signalement.
review-alert-local-help = Quelqu’un peut avoir besoin d’aide : les secours locaux passent avant tout signalement.
review-alert-first-aid = Quelqu’un peut être blessé ou malade.
review-alert-minor = Quelqu’un peut avoir moins de 18 ans.
review-alert-no-media = Ce qu’il décrit n’est jamais photographié, copié ni transmis.
review-alert-no-host-nation = À ne pas partager avec le pays hôte.
review-alert-own-forces-area = C’était près d’une de nos bases.

# Reports that repeat one another.
review-repeats = { $report } répète ces signalements
review-repeats-text = Indiqué, pas décidé. Marquez-en un comme identique si les deux disent un seul fait ; les deux partent à Bruxelles.
review-repeats-more = Il y en a d’autres ; les plus proches dans le temps sont ici.
review-repeats-owed = déposé { $when }, ici
review-repeats-gone = déposé { $when }, parti à Bruxelles
review-repeat-same-words = même auteur, mêmes mots
review-repeat-same-sighting = mêmes lieu et heure ({ $metres } m, { $minutes } min) et signes : { $indicators }
review-repeat-shared = { $kind } identique { $mark }
review-repeat-perhaps-shared = { $kind } peut-être identique { $mark }, lu en partie
review-repeat-same-place = mêmes lieu et heure ({ $metres } m, { $minutes } min)
review-mark-plate = plaque
review-mark-phone = numéro de téléphone
review-mark-document = numéro de document
review-mark-boat = bateau

# Giving back.
give-back = Rendre { $report } pour complément
give-back-text = Son auteur le complète de mémoire et signe une version plus récente. Il reste dû : il part à Bruxelles tel quel { $when }, que celle-ci soit là ou non.
give-back-reason = Motif
give-back-reason-needed = choisissez un motif dans la liste
give-back-note = Note à l’auteur (peut rester vide)
give-back-note-hint = Ce qui manque, jamais comment l’obtenir.
give-back-note-needed = dites en quelques mots ce qui manque
give-back-asks = « { $words } » envoie un soldat apprendre quelque chose, ce qui n’est jamais sa tâche. Rien n’a été signé. Écrivez ce qui manque : « le nombre de personnes manque », « l’heure est illisible ».

# Questions.
review-release = Accorder IMMÉDIAT ?
review-release-text = Il est signé et part seul et tout de suite, avant tout ce qui attend.
review-release-suggested = L’auteur propose IMMÉDIAT
review-release-suggested-text = Vous seul l’accordez : il est alors signé et part seul et tout de suite. Sinon il est signé PRIORITAIRE et part avec le prochain envoi.
review-release-yes = accorder
review-release-no = retour
review-release-not = en PRIORITAIRE
review-release-read = relire

# Notices.
review-it = le signalement
review-signed = Signé : { $report }, { $grade } { $handling } { $precedence }. u le reprend.
review-sealed = Scellé pour Bruxelles : { $report }, { $grade } { $handling } { $precedence }. C’est définitif.
review-not-sealed = Signé, mais pas encore scellé ; le prochain contact le fera. { $why }
review-taken-back = Repris : il attend de nouveau votre avis, et personne d’autre ne l’avait.
review-nothing-to-take-back = Rien de signé ici ne peut être repris.
review-given-back = Rendu. Il reste dû, et part tel quel à la fin de son délai.
review-kept = Commencé et non signé ; gardé sur cet appareil jusqu’à votre signature.
review-begun-again = Ce que vous aviez commencé est de nouveau là. Ce n’est pas encore signé.
review-not-kept = Ce que vous aviez commencé n’a pas pu être gardé : { $why }
review-no-other = Il n’y a pas d’autre signalement à évaluer.
review-no-repeats = Aucun autre signalement ici ne répète celui-ci.
review-same = Marqué comme identique à { $report } ; les deux partent.
review-not-same = N’est plus marqué comme identique.
review-not-signed = Pas signé : { $why }
review-gone = Il est parti à Bruxelles : plus rien n’est signé ici à son sujet.
review-not-a-duplicate = Celui-là est déjà marqué comme identique à celui-ci ; rien n’a été signé.
review-unverified = Sa signature ne tient pas : rien ne peut être signé ici à son sujet.

# Keys.
key-sign-next = signer, suivant
key-to-statement = votre avis
key-to-original = original
key-give-back = rendre
key-give-it-back = rendre
key-review-repeats = répétés
key-choose-report = choisir
key-look = regarder
key-same-as = identique, ou non
key-take-back = reprendre
key-next-line = ligne suivante
key-next-owed = au signalement suivant, sans rien signer
key-previous-owed = au signalement précédent, sans rien signer

# Headings of the help.
help-reading = Pendant la lecture d’un signalement
help-original = Sur l’original, pendant l’évaluation
help-statement = Dans votre avis
help-on-repeats = À « Identique à »
help-repeats = Dans la liste des signalements répétés
help-other-report = Pendant que vous regardez un autre signalement
help-review-files = Aux pièces jointes d’un signalement
help-give-back = Pendant que vous rendez un signalement
help-release = Quand quelque chose est IMMÉDIAT
help-suggested = Quand l’auteur propose IMMÉDIAT
