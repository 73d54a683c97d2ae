# Les salles à côté du formulaire.

answers = Réponses
guide = Guide
transfer = Transmission
me = Moi
tab-new = nouv.
tab-wait = att.

search-prompt = Trouver :
search-left = { $left } sur { $all }
search-nothing = Aucun signalement ne contient ces mots. Esc les enlève.

draft-age = { $days ->
    [one] brouillon d'hier
   *[other] brouillon, { $days } jours
}
draft-old = ! { $days } jours : terminez ce brouillon, ou jetez-le avec d.
report-news = nouveau : { $who }, { $when } : { $what }

report-part = { $label } : { $text }
report-as-filed = Ce que vous avez déposé. C'est signé, et personne ne peut le changer.
report-attachments = Annexes
report-no-attachments = aucune
report-copy-of = copie réduite de { $number }
report-save-out = Pour en garder une dehors : vigilia report save-attachment
report-filed = Comment il a été déposé
report-filed-at = Déposé
report-clock = Horloge de cet appareil
report-marking = Marquage
report-caveats = Conditions
report-list = Liste des signes, version
report-corrects = Il remplace un signalement plus ancien de vous.

no-answers =
    Pas encore de réponse.

    Ce que la police a reçu, ce qui en est advenu, et ce que votre commandant voudrait plus complet sera ici. Cela vient avec une transmission, et cet appareil vérifie lui-même chaque signature.
answer-new = neuf
answer-acknowledgement = la police a tout reçu
answer-feedback = une réponse
answer-return = le voudrait plus complet
answer-about = { $count } signal., { $first } à { $last }
answer-about-none = aucun signalement d'ici
answer-signer = { $callsign } ({ $role })
answer-signer-unknown = quelqu'un hors de la liste des membres
answer-signed = Signé par { $who }, { $when }
answer-arrived = Arrivé sur cet appareil { $when }
answer-has-it = { $count ->
    [one] La police a { $count } signalement ou fichier de vous, en entier, et a signé pour cela.
   *[other] La police a { $count } signalements et fichiers de vous, en entier, et a signé pour cela.
}
signature-holds = La signature vient d'être vérifiée sur cet appareil : elle est bonne, et pas une lettre n'a changé.
signature-revoked-since = La signature est bonne. Les clés du signataire ont été exclues depuis ; la réponse comptait quand elle est venue. Dites-le à votre commandant si elle vous étonne.
signature-signer-gone = Non vérifiée : la liste des membres de cet appareil ne nomme plus le signataire. La signature était bonne à l'arrivée. Prenez une liste plus récente avec la prochaine transmission.
signature-broken = La signature n'est pas bonne : ce ne sont pas les mots signés, ils ne sont donc pas montrés. Ne vous fiez pas à cette réponse, et dites-le à votre commandant. Vos signalements sont saufs.
refusal-not-authentic = Un élément n'a pas été pris : sa signature n'est pas bonne.
refusal-revoked = Un élément n'a pas été pris : les clés de cet appareil étaient exclues.
refusal-forked = Un élément n'a pas été pris : un autre signalement porte le même numéro. Dites-le à votre commandant.
refusal-unreadable = Un élément n'a pas été pris : il n'a pas pu être lu là-bas.
refusal-above-ceiling = Un élément n'a pas été pris : son marquage dépasse ce qui est permis là-bas.

transfer-nothing = Rien n'attend : tout ce que vous avez déposé a été transmis.
transfer-waits = { $count ->
    [one] { $count } signalement attend la transmission.
   *[other] { $count } signalements attendent la transmission.
}
transfer-packets = { $count ->
    [one] Scellé : { $count } paquet, { $size }.
   *[other] Scellé : { $count } paquets, { $size }.
}
transfer-unpacked = Pas encore scellé : { $count }. L'écriture les scelle.
transfer-oldest = Le plus ancien a été déposé { $when }.
transfer-last = Dernière transmission { $when }.
transfer-never = Rien n'a encore été transmis depuis cet appareil.
transfer-unconfirmed = { $count ->
    [one] { $count } paquet est en route ; il reste aussi ici tant que la police n'a pas signé.
   *[other] { $count } paquets sont en route ; ils restent aussi ici tant que la police n'a pas signé.
}
transfer-how = w écrit ce qui attend sur une clé ou dans un dossier pour votre commandant. r lit ce qui est revenu. Les paquets sont scellés : qui trouve la clé ne peut rien lire.
transfer-to-which = Sur quelle clé ou dans quel dossier ?
transfer-from-which = Depuis quelle clé ou quel dossier ?
transfer-folder-hint = Tab montre les clés ; un dossier comme /media/CLE
transfer-nothing-to-write = Il n'y avait rien à écrire.
transfer-stopped = ! Arrêté : { $done } sur { $of } sont faits et saufs. Le reste est gardé ici ; recommencez quand vous voulez.
transfer-wrote = { $count ->
    [one] { $count } paquet : écrit, relu, identique.
   *[other] { $count } paquets : écrits, relus, identiques.
}
transfer-already = Déjà là : { $count }.
transfer-left-out = { $count ->
    [one] { $count } ancien paquet de réponses n'a pas trouvé de place. Il se trouve sur une autre clé ; donnez celle-là à qui il est destiné, ou prenez-en une plus grande.
   *[other] { $count } anciens paquets de réponses n'ont pas trouvé de place. Ils se trouvent sur une autre clé ; donnez celle-là à qui ils sont destinés, ou prenez-en une plus grande.
}
transfer-take-out = Vous pouvez retirer la clé et la donner à votre commandant.
transfer-nothing-there = Il n'y a rien pour vous à cet endroit.
transfer-read = { $count ->
    [one] { $count } paquet lu, { $answers }.
   *[other] { $count } paquets lus, { $answers }.
}
transfer-answers = { $count ->
    [0] sans réponse
    [one] avec { $count } réponse
   *[other] avec { $count } réponses
}
transfer-again = Déjà lu avant : { $count }. Rien à faire.
transfer-roster = Une liste des membres plus récente est en vigueur : numéro { $epoch }.
transfer-for-others = Pour d'autres : { $count }. Ils sont restés là.
transfer-set-aside = ! Mis de côté ({ $what }) : { $why }
transfer-slot-missing = { $count ->
    [one] ! Un paquet d’un observateur est arrivé sans son compartiment d’intégrité : son programme, ou quelqu’un en route, l’a retiré. Dites-le à votre autorité.
   *[other] ! { $count } paquets d’observateurs sont arrivés sans leur compartiment d’intégrité : leurs programmes, ou quelqu’un en route, l’ont retiré. Dites-le à votre autorité.
}
transfer-refused = ! Non lu et laissé où il est ({ $what }) : { $why }
transfer-failed = ! { $why }
aside-statement = sa signature ou sa forme n'est pas ce qu'elle doit être ; c'est gardé tel quel
aside-forked = un autre signalement porte le même numéro ; dites-le à votre commandant
aside-early = cela parle de ce qui n'est pas encore arrivé ; ce sera relu alors
aside-foreign-commander = c'est signé par le commandant d'un autre contingent
aside-above-ceiling = son marquage dépasse ce qui est permis ici
aside-not-for-this-desk = ce n'est pas pour ce bureau
aside-not-taken = cela contredit ce qui est déjà ici ; c'est conservé tel quel
road-gone = Le dossier { $folder } n'est pas là : la clé a-t-elle été retirée ? Ce qui n'a pas été confirmé est toujours gardé ici. Remettez-la et recommencez.
road-read-only = On ne peut pas écrire sur { $folder }. Rien n'a été copié, et tout est toujours gardé ici. Prenez une autre clé, ou enlevez sa protection.
road-full = Il n'y a plus de place dans { $folder }. Ce paquet n'a pas été copié et est toujours gardé ici. Faites de la place, ou prenez une autre clé.
road-unfaithful = { $folder } a rendu autre chose que ce qui était écrit. Le paquet est toujours gardé ici. Prenez une autre clé.
road-failed = { $folder } a échoué ({ $why }). Ce qui n'a pas été confirmé est toujours gardé ici. Recommencez, ou prenez une autre clé.
road-midway = { $done } sur { $of } sont faits et saufs. Ensuite : { $why }

lent-write = Écriture
lent-write-text = Chaque paquet est écrit, fixé sur la clé, et relu pour voir qu'il est identique. Laissez la clé en place.
lent-read = Lecture
lent-read-text = Chaque paquet est ouvert, ses signatures sont vérifiées, et ce qu'il apporte est gardé. Rien n'est ôté de la clé.
lent-passphrase = Une autre phrase de passe
lent-passphrase-text = Cela prend quelques secondes, et ne peut pas être arrêté à moitié.
lent-stopping = finit après ces paquets

me-who = { $callsign }, contingent { $contingent }, domaine { $realm }
me-key = Votre clé : { $key }
me-roster = Liste des membres : numéro { $epoch }, signée { $when }
me-no-roster = ! Il n'y a pas encore de liste des membres sur cet appareil, rien ne peut donc être transmis. Ce que vous écrivez est sauf.
me-clock-checked = L'horloge s'accorde avec le dernier mot de Bruxelles, { $when }.
me-clock-unchecked = L'horloge ne peut pas être comparée : le dernier mot de Bruxelles est du { $when }.
me-clock-doubtful = ! L'horloge de cet appareil est fausse : Bruxelles a signé quelque chose à { $when }, c'est plus tard. Réglez-la avant de signaler.
me-unsent = Seulement sur cet appareil : signalements { $reports }, brouillons { $drafts }.
me-wipe = Effacement d'urgence : { $first }, puis { $second }. Il demande d'abord, et montre ce que personne d'autre n'a.
me-language = Langue
me-theme = Couleurs
me-lock-after = Se verrouille après
me-passphrase = Changer de phrase de passe
me-about = À propos de Vigilia
me-minutes = { $minutes ->
    [one] { $minutes } minute sans touche
   *[other] { $minutes } minutes sans touche
}
theme-dark = sombre
theme-light = clair
theme-night = nuit
theme-high-contrast = contraste fort
theme-no-colour = sans couleur
passphrase-title = Choisir une autre phrase de passe
passphrase-old = L'actuelle
passphrase-new = La nouvelle
passphrase-again = La nouvelle encore une fois
passphrase-rule = Au moins 12 caractères ; quelques mots sans lien entre eux se retiennent bien et se devinent mal. Personne ne peut récupérer une phrase de passe oubliée : ce qui n'a pas été transmis est alors perdu.
passphrase-old-missing = Tapez d'abord l'actuelle.
passphrase-too-short = La nouvelle a moins de { $least } caractères. Rien n'a été changé.
passphrase-differs = Les deux nouvelles diffèrent. Rien n'a été changé.
passphrase-changed = La nouvelle phrase de passe ouvre cet appareil dès maintenant.
about-version = Vigilia { $version }
about-what = Il porte ce que vous voyez par hasard de la traite ou du trafic d'êtres humains aux policiers qui peuvent agir, et vous rapporte leur réponse. Il suit l'accord du 20 mars 2006 entre la Défense belge et la Police fédérale.
about-list = Liste des signes : version { $version }
about-approval = La liste et le guide sont rédigés par le programme ; la cellule traite de la Police fédérale doit encore les approuver.
about-licence = Le programme : licence publique de l'Union européenne 1.2 (EUPL-1.2).
about-data = Les lieux et frontières à l'intérieur :
