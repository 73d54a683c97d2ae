# Le contingent : qui est là, qui arrive et qui part.

people-empty = Aucun observateur n'appartient encore à votre contingent. n inscrit celui qui vous apporte le fichier que « vigilia member request » a écrit sur son appareil.
people-nobody-left = Personne ne porte ce nom. Échap montre tout le monde.
people-count = 
    { $count ->
        [one] { $count } observateur
       *[other] { $count } observateurs
    }
people-count-quiet = { $count } sans nouvelles depuis { $days } jours
people-count-missing = 
    { $count ->
        [one] { $count } rapport manque
       *[other] { $count } rapports manquent
    }
people-head-who = Observateur
people-head-contact = Contact
people-head-filed = Déposés
people-head-here = Ici
people-head-police = Ouverts
people-head-standing = Statut
people-never = jamais
people-today = aujourd'hui
people-days = il y a { $days } j
people-on-roster = sur la liste
people-vouched = inscrit ici
people-void = clés annulées
people-missing = 
    { $count ->
        [one] { $count } de ses rapports manque ici.
       *[other] { $count } de ses rapports manquent ici.
    }
people-down = 
    { $count ->
        [one] { $count } réponse attend de lui parvenir.
       *[other] { $count } réponses attendent de lui parvenir.
    }
people-one-contact = Dernière arrivée de sa part : { $when }
people-one-reports = Rapports qu'il dit avoir déposés : { $filed } ; ici : { $here }
people-one-police = De ceux-ci, pas encore de réponse de la police : { $count }
people-one-down = En attente pour lui : { $waiting } pas encore emballés, { $packed } emballés sans qu'aucune voie les ait pris
people-one-until = Son dernier jour : { $until }
people-one-missing = { $count } manquants. Il les a peut-être encore, ou ils sont sur une clé : ce qui attend chez lui est à remettre. La cellule voit le même trou.
people-one-void = Ses clés sont annulées : { $why }, depuis { $since }. Les rapports jusqu'au numéro { $number } sont encore pris.
people-nobody-in-hand = Choisissez quelqu'un dont les clés sont valables.
people-which-request = Quel fichier de demande ? Son appareil l’a écrit.
people-request-hint = un chemin tel que /media/STICK/request ; Tab complète
people-which-folder = Il est inscrit. Dans quel dossier mettre le fichier pour son appareil ?
people-folder-hint = un dossier où l’on peut écrire
people-not-placed = Il est inscrit, mais n'a aucun fichier à installer. Inscrivez-le encore une fois avec la même demande pour l'écrire.
people-asks = { $who } demande à être inscrit
people-asks-contingent = Contingent : { $contingent }
people-asks-when = Demandé, selon son horloge : { $when }
people-asks-compare = Comparez ceci avec ce qui figure sous Moi sur son propre écran, de vive voix ou côte à côte. Qui détient ces clés signe comme cet observateur.
people-asks-already = Il est déjà membre ; ceci prolonge son temps.
people-asks-replaces = Il prend la place de { $who }, dont l'appareil est perdu : ses clés sont annulées du même coup.
people-asks-until = Vous répondez de lui jusqu'au { $until } ; une liste qui le nomme dure plus longtemps.
people-days-field = Pour combien de jours ?
people-no-days = Dites pour combien de jours, au moins un.
people-revoke = Annuler les clés de { $who }
people-revoke-what = C'est définitif. Ce qui a été pris de lui reste. À partir du numéro ci-dessous, plus rien de lui n'est pris, ni ici, ni au relais, ni à la cellule, dès que chacun l'apprend : échangez aussitôt après.
people-from-field = À partir du rapport numéro
people-from-hint = vide : après ceux qui sont ici
people-revoked = Les clés de { $who } sont annulées à partir du rapport { $number }. Échangez maintenant pour que le relais et la cellule l'apprennent.
people-placed = { $who } est inscrit
people-placed-until = Jusqu'au { $until }.
people-placed-file = Le fichier pour son appareil est ici :
people-placed-next = Donnez-le-lui. Sur son appareil, « vigilia member install » avec ce fichier suffit. Le relais et la cellule apprennent qui il est avec votre prochain échange ; d'ici là, il remet ses rapports en main propre.
people-sure-enrol-title = Inscrire
people-sure-revoke-title = Annuler des clés
people-sure-enrol = Vous avez comparé l'empreinte, et { $who } est bien celui qu'il dit être ?
people-sure-replace = Vous avez comparé l'empreinte de { $who } ? Les clés de son ancien appareil sont annulées du même coup, définitivement.
people-sure-revoke = { $who } est désormais refusé partout : { $why }. C'est définitif.
people-sure-yes = oui
people-sure-no = non, rien ne change
fault-no-request = Ce fichier ne contient aucune demande qui compte dans ce domaine. Rien n'a changé ; « vigilia member request » écrit le bon.
help-contingent-one = Un observateur
help-contingent-asked = Quelqu'un demande à être inscrit
help-contingent-leaving = Des clés à annuler
help-contingent-last = La dernière question
key-enrol = inscrire
key-lost-device = appareil perdu
key-revoke = annuler les clés
key-not-after-all = finalement non
