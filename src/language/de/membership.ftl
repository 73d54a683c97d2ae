# Aufnehmen, widerrufen, und was daraus folgt. Die Gründe haben höchstens 20 Spalten.

revocation-reason-lost = Gerät verloren
revocation-reason-stolen = Gerät gestohlen
revocation-reason-compromised = Schlüssel bekannt
revocation-reason-left = ausgeschieden
revocation-reason-mistaken = Irrtum
revocation-reason-other = anderes
aside-revoked = die Schlüssel des Verfassers sind widerrufen, und dies kam danach; es wird aufbewahrt, wie es kam
aside-member = es sagt von einem Mitglied, was der Verfasser nicht sagen darf oder was nicht sein kann
fault-not-mine = Dieser Antrag ist nicht von einem Beobachter Ihres Kontingents. Nichts wurde geändert; eine Behörde kann ihn genehmigen.
fault-already-over = Dieser letzte Tag ist schon vorbei. Nichts wurde geändert.
fault-clock-behind = Die Uhr dieses Geräts steht vor dem neuesten Wort der Zentrale. Nichts wurde geändert: stellen Sie die Uhr, dann nehmen Sie auf.
fault-name-taken = Ein anderes Mitglied hat diesen Rufnamen. Nichts wurde geändert: nehmen Sie einen anderen, oder nennen Sie, wer ersetzt wird.
fault-void-keys = Diese Schlüssel sind endgültig widerrufen. Nichts wurde geändert; ein neues Profil macht neue.
fault-not-his = Sie können nur Beobachter Ihres eigenen Kontingents aufnehmen und widerrufen. Nichts wurde geändert.
