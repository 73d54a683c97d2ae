# L'écran verrouillé, le verrouillage et l'effacement.

lock-title = Vigilia · verrouillé
lock-what = Vigilia porte à la police ce que vous avez vu ou entendu de la traite des êtres humains, et vous rapporte sa réponse.
lock-closed = Ce profil est verrouillé. Sans sa phrase de passe, personne ne peut rien y lire.
lock-passphrase = Phrase de passe
lock-empty = tapez-la ici, puis Enter
lock-checking = Ouverture : vérification, environ une seconde
lock-wrong = Mauvaise phrase de passe ; rien n'a changé. Attention aux majuscules et à la disposition du clavier.
lock-too-soon = Trop de mauvaises phrases de passe ; celle-ci n'a pas été essayée.
lock-wait = { $seconds ->
    [one] La suivante pourra être essayée dans { $seconds } seconde.
   *[other] La suivante pourra être essayée dans { $seconds } secondes.
}
lock-hint = F12 verrouille aussitôt le poste ouvert, sur chaque écran. Il se verrouille aussi seul quand personne n'appuie sur une touche.
lock-idle = { $minutes ->
    [one] Le poste s'est verrouillé seul : aucune touche pendant { $minutes } minute.
   *[other] Le poste s'est verrouillé seul : aucune touche pendant { $minutes } minutes.
}
lock-kept = Ce que vous écriviez est gardé.
lock-not-kept = Non gardé au verrouillage, et perdu : { $fields }. Le reste du brouillon est gardé. { $why }
locks-soon = Le poste va se verrouiller ; une touche le garde ouvert.
key-unlock = ouvrir
key-clear = vider
key-lock = verrouiller aussitôt
key-wipe = tout effacer
help-guard = Partout, même pendant que vous écrivez

wipe-title = Effacer ce profil ?
wipe-reports = { $count ->
    [one] { $count } signalement
   *[other] { $count } signalements
}
wipe-drafts = { $count ->
    [one] { $count } brouillon
   *[other] { $count } brouillons
}
wipe-now = Seulement sur cet appareil : { $reports } et { $drafts }. L'effacement les détruit avec tout le reste de ce profil, pour toujours.
wipe-when-last-open = Seulement sur cet appareil, à la dernière ouverture : { $reports } et { $drafts }. L'effacement les détruit avec tout le reste de ce profil, pour toujours.
wipe-unknown = Ce qui n'est que sur cet appareil ne peut être compté tant qu'il est verrouillé. L'effacement détruit tout dans ce profil, pour toujours.
wipe-yes = effacer
wipe-no = ou autre touche : non
wipe-elsewhere = Une autre fenêtre le montre encore : fermez-la.
