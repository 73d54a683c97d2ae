# Ce qui part pour Bruxelles, les voies à l’œuvre, et ce qui est parti.

key-forward = sceller pour Bruxelles
key-sync = envoyer et recevoir
key-line = autre ligne
key-stick-write = vers une clé
key-stick-read = d’une clé
key-hang-up = interrompre
key-packets = paquets
key-sent-reports = rapports
help-calling = Pendant l’envoi et la réception
help-packets = Aux paquets en route
help-sent-all = Aux envois, partout

batch-nothing = Rien n’est prêt à partir.
batch-goes = Part maintenant : { $reviewed } évalués, { $unseen } en l’état.
batch-waiting = { $count ->
    [one] { $count } attend votre évaluation ; il part de lui-même { $when }, dans { $left }.
   *[other] { $count } attendent votre évaluation ; le premier part de lui-même { $when }, dans { $left }.
}
batch-sealed-before = { $count ->
    [one] Déjà scellé et encore à envoyer : { $count } paquet, { $size }.
   *[other] Déjà scellés et encore à envoyer : { $count } paquets, { $size }.
}
batch-takes = Sur { $line } : textes { $words }
batch-takes-both = { $words }, puis la suite { $rest }
batch-rate = { $rate } kbit/s
batch-measured = { $rate } kbit/s, mesuré { $when }
batch-no-line = Aucune ligne mesurée encore ; l en prend une autre.
batch-alone = IMMEDIATE : seul et tout de suite
batch-together = Ensemble
batch-as-it-stands = en l’état
batch-files = { $count ->
    [one] { $count } fichier, { $size }
   *[other] { $count } fichiers, { $size }
}
batch-missing = { $count ->
    [one] { $count } fichier pas encore ici
   *[other] { $count } fichiers pas encore ici
}
batch-too-large = { $count ->
    [one] { $count } fichier trop gros pour partir
   *[other] { $count } fichiers trop gros pour partir
}
batch-size = Textes scellés : { $size }
batch-size-files = { $count ->
    [one] { $before } ; { $count } fichier : { $size }
   *[other] { $before } ; { $count } fichiers : { $size }
}
batch-size-slots = { $before } ; scellé pour le bureau d’intégrité : { $size }
batch-forwarded = Scellés pour Bruxelles : { $reports } rapports en { $packets } paquets. y envoie.
batch-ask = Sceller ce qui part ?
batch-ask-text = C’est scellé pour la police à Bruxelles et part avec le prochain contact ou la prochaine clé. Ensuite, rien ne peut en être repris.
batch-ask-yes = sceller
batch-ask-no = pas encore


lent-exchange = Lecture et écriture de la clé
lent-exchange-text = On lit d’abord ce qui s’y trouve, puis on écrit ce qui attend et on le relit. Ce qui est fait est sûr ; laissez la clé en place.
line-open = Envoi et réception par { $relay }, depuis { $since }.
line-stopped = ! { $why }
line-next-try = Prochain essai automatique dans { $left }. Le bureau reste utilisable.
line-over = Dernier contact { $when }
line-moved = Paquets envoyés : { $sent }, lus : { $read }.
line-broken-off = Interrompu. Ce qui est fait est sûr, et le reste continuera où il en est.
line-gone = Le courrier s’est arrêté de lui-même. Ce qui n’est pas confirmé attend encore ici : réessayez.
line-no-relay = Le domaine ne nomme aucun relais. Utilisez une clé : dans 2, w écrit et r lit. Rien n’est perdu.
moved-sent = { $count ->
    [one] { $count } paquet envoyé, { $size } ; reçus : { $receipts }.
   *[other] { $count } paquets envoyés, { $size } ; reçus : { $receipts }.
}
moved-read = { $count ->
    [one] { $count } paquet lu.
   *[other] { $count } paquets lus.
}
moved-nothing = Il n’y avait rien à envoyer ni à lire.
stick-done = Par la clé
stick-failed = ! Par la clé : { $why }

sent-nothing = Rien n’est encore parti pour Bruxelles.
sent-answers = la police a répondu { $count } fois, la dernière { $when }
sent-no-answer = La police ne vous a pas encore répondu.
sent-as-filed = Tel que déposé et signé ; personne ne peut le changer.
sent-reviewed = Votre évaluation
sent-as-it-stood = Parti en l’état : le délai était écoulé
sent-grade = Cote
sent-europol = Europol, dérivé
sent-precedence = Priorité
sent-signature-holds = Vérifié à l’instant : la signature est bonne.
sent-signature-revoked = La signature est bonne ; les clés du signataire ont été exclues depuis.
sent-signature-gone = Non vérifié : la liste des membres ne nomme plus le signataire. Elle était bonne à l’arrivée.
sent-signature-broken = La signature n’est pas bonne : ces mots ne sont pas montrés. Ne vous y fiez pas et prévenez votre autorité.

packets-none = Le relais a tout ce qui a été scellé ici.
packets-all = { $count ->
    [one] { $count } paquet doit encore atteindre le relais, { $size }
   *[other] { $count } paquets doivent encore atteindre le relais, { $size }
}
packet-line = { $what }, { $size }, scellé { $when } ({ $name })
packet-words = { $count ->
    [one] { $count } rapport
   *[other] { $count } rapports
}
packet-follows = ce qui suit les textes
packet-answers = réponses et avis
packet-untried = pas encore essayé
packet-tried = { $count ->
    [one] essayé une fois, { $last } ; { $done } arrivés
   *[other] essayé { $count } fois, la dernière { $last } ; { $done } arrivés
}
packet-goes-on = Continue au prochain contact.
