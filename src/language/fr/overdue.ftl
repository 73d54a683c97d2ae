# Une réponse qui devrait être là.

overdue-word = réponse en retard
overdue-mark = { overdue-word } depuis { $when } ; le signalement est sauf ici
overdue-line = { $count ->
    [one] Réponse en retard pour { $count } signalement ; il est sauf ici. 4 : autres voies
   *[other] Réponse en retard pour { $count } signalements, saufs ici. 4 : autres voies
}

overdue-since = { $days ->
    [0] Un mot de la police était attendu pour { $when }.
    [one] Un mot de la police était attendu pour { $when }, il y a { $days } jour.
   *[other] Un mot de la police était attendu pour { $when }, il y a { $days } jours.
}
overdue-here = D'après ce que sait cet appareil, il n'est pas encore parti : aucune voie ne l'a pris.
overdue-on-the-way = Il a été transmis. Personne n'a encore dit qu'il est arrivé.
overdue-on-the-shelf = Le relais l'a pris, scellé, et a donné son reçu. Cet appareil n'en sait pas plus.
overdue-with-commander = Votre commandant l'a : il vous est revenu pour être complété, et reste dû à Bruxelles.
overdue-means = Cela ne veut pas dire que quelque chose est perdu, ni que quelqu'un a mal agi : une voie peut être lente ou fermée. Ce que vous avez déposé reste ici, scellé, jusqu'à ce que la police ait signé. L'envoyer encore une fois ne nuit à rien : cela ne compte qu'une fois.
overdue-roads = Les voies ouvertes, les nouvelles d'abord :
overdue-road-relay = par une ligne, vers le relais
overdue-road-folder = sur une clé ou dans un dossier partagé, vers votre commandant
overdue-road-carrier = sur une clé, scellé, avec quiconque va chez votre commandant
overdue-by = - { $road } : { $how }
overdue-by-taken = - { $road } : { $how } (prise { $when })
overdue-by-untaken = - { $road } : { $how } (pas encore par là : { $count })
overdue-how-write = 4, puis w
overdue-how-sync = vigilia sync, quand ce bureau est fermé
overdue-after = Rien de plus n'est attendu de vous. Ceci disparaît de soi-même quand la réponse arrive.

overdue-waiting = { $count ->
    [one] La réponse à { $count } signalement est en retard depuis { $when }.
   *[other] La réponse à { $count } signalements est en retard, depuis { $when } pour le plus ancien.
}
overdue-harmless = Rien ne dit que quelque chose est perdu. L'envoyer encore une fois ne nuit à rien : cela ne compte qu'une fois.
overdue-told = { $count ->
    [one] La réponse à { $count } signalement est en retard ; il est sauf sur cet appareil. « vigilia report list » le marque, « vigilia report show ID » dit quelles voies sont ouvertes.
   *[other] La réponse à { $count } signalements est en retard ; ils sont saufs sur cet appareil. « vigilia report list » les marque, « vigilia report show ID » dit quelles voies sont ouvertes.
}

guide-waiting-title = Quand la réponse tarde
guide-waiting-1 = La police signe pour chaque signalement qu’elle reçoit. Ce mot est attendu dans le délai laissé à votre commandant, 72 heures sauf si votre mission en a fixé un autre, plus deux jours pour le trajet. Après, la liste dit « { overdue-word } ».
guide-waiting-2 = Elle ne dit rien de plus. Une ligne peut être coupée, un véhicule en retard, une clé encore dans une poche. Cela ne veut pas dire que votre signalement est perdu, ni que quelqu’un a mal agi.
guide-waiting-3 = Votre signalement est sauf. Il reste sur cet appareil, scellé par votre phrase de passe, jusqu’à ce que la police ait signé pour chacune de ses parties.
guide-waiting-4 = Ouvrez le signalement : il dit depuis quand, jusqu’où on le sait arrivé, et quelles voies sont ouvertes. Celles qu’il n’a pas encore prises viennent d’abord.
guide-waiting-5 = Vous pouvez le transmettre par une autre voie. Sous « { transfer } », w l’écrit encore une fois sur une clé. Là où il y a une ligne, « vigilia sync » l’envoie. Ce qui arrive deux fois compte une fois.
guide-waiting-6 = Quiconque va chez votre commandant peut emporter la clé, et ne peut rien en lire.
guide-waiting-7 = Ne récrivez pas le même signalement : il compterait comme un autre. Celui que vous avez déposé garde son numéro, et par les numéros la police voit d’elle-même s’il en manque un.
guide-waiting-8 = Rien de plus n’est attendu de vous. La marque disparaît de soi-même quand la réponse arrive, par quelque voie que ce soit.
