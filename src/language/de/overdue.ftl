# Eine Antwort, die schon da sein sollte.

overdue-word = Antwort überfällig
overdue-mark = { overdue-word } seit { $when }; die Meldung ist hier sicher
overdue-line = { $count ->
    [one] Zu { $count } Meldung ist die Antwort überfällig; sie ist hier sicher. 4: andere Wege
   *[other] Zu { $count } Meldungen ist die Antwort überfällig; alle sicher. 4: andere Wege
}

overdue-since = { $days ->
    [0] Ein Wort der Polizei wurde bis { $when } erwartet.
    [one] Ein Wort der Polizei wurde bis { $when } erwartet, vor { $days } Tag.
   *[other] Ein Wort der Polizei wurde bis { $when } erwartet, vor { $days } Tagen.
}
overdue-here = Soweit dieses Gerät weiß, ist sie noch nicht fort: Kein Weg hat sie.
overdue-on-the-way = Sie wurde übertragen. Noch hat niemand gesagt, dass sie angekommen ist.
overdue-on-the-shelf = Das Relais hat sie versiegelt angenommen und eine Quittung gegeben. Mehr weiß dieses Gerät nicht.
overdue-with-commander = Ihr Kommandant hat sie: Sie kam zu Ihnen zurück, um ergänzt zu werden, und steht Brüssel noch zu.
overdue-means = Das heißt nicht, dass etwas verloren ist oder jemand etwas falsch gemacht hat: Ein Weg kann langsam oder zu sein. Was Sie eingereicht haben, bleibt hier, versiegelt, bis die Polizei dafür signiert hat. Noch einmal senden schadet nicht: Es zählt nur einmal.
overdue-roads = Die offenen Wege, die neuen zuerst:
overdue-road-relay = über eine Leitung, zum Relais
overdue-road-folder = auf einem Stick oder in einem geteilten Ordner, zu Ihrem Kommandanten
overdue-road-carrier = auf einem Stick, versiegelt, mit jedem, der zu Ihrem Kommandanten fährt
overdue-by = - { $road }: { $how }
overdue-by-taken = - { $road }: { $how } (genommen { $when })
overdue-by-untaken = - { $road }: { $how } (noch nicht so gegangen: { $count })
overdue-how-write = 4, dann w
overdue-how-sync = vigilia sync, wenn der Arbeitsplatz zu ist
overdue-after = Mehr ist von Ihnen nicht nötig. Das verschwindet von selbst, wenn die Antwort kommt.

overdue-waiting = { $count ->
    [one] Zu { $count } Meldung ist die Antwort überfällig seit { $when }.
   *[other] Zu { $count } Meldungen ist die Antwort überfällig, am längsten seit { $when }.
}
overdue-harmless = Nichts sagt, dass etwas verloren ist. Noch einmal senden schadet nicht: Es zählt nur einmal.
overdue-told = { $count ->
    [one] Zu { $count } Meldung ist die Antwort überfällig; sie ist auf diesem Gerät sicher. "vigilia report list" zeigt, welche, "vigilia report show ID" sagt, welche Wege offen sind.
   *[other] Zu { $count } Meldungen ist die Antwort überfällig; sie sind auf diesem Gerät sicher. "vigilia report list" zeigt, welche, "vigilia report show ID" sagt, welche Wege offen sind.
}

guide-waiting-title = Wenn die Antwort ausbleibt
guide-waiting-1 = Die Polizei signiert für jede Meldung, die sie hat. Dieses Wort wird in der Zeit erwartet, die Ihr Kommandant sich nehmen darf, 72 Stunden, wenn Ihre Mission keine andere Frist hat, und zwei Tagen für die Wege. Danach sagt die Liste „{ overdue-word }“.
guide-waiting-2 = Mehr sagt sie damit nicht. Eine Leitung kann ausgefallen sein, ein Fahrzeug verspätet, ein Stick noch in einer Tasche. Es heißt nicht, dass Ihre Meldung verloren ist oder jemand etwas falsch gemacht hat.
guide-waiting-3 = Ihre Meldung ist sicher. Sie bleibt auf diesem Gerät, versiegelt durch Ihre Passphrase, bis die Polizei für jeden Teil davon signiert hat.
guide-waiting-4 = Öffnen Sie die Meldung: Da steht, seit wann, wie weit sie sicher gekommen ist und welche Wege offen sind. Die sie noch nicht genommen hat, stehen zuerst.
guide-waiting-5 = Sie können sie auf einem anderen Weg übertragen. Unter „{ transfer }“ schreibt w sie noch einmal auf einen Stick. Wo es eine Leitung gibt, sendet „vigilia sync“ sie. Was zweimal ankommt, zählt einmal.
guide-waiting-6 = Jeder auf dem Weg zu Ihrem Kommandanten kann den Stick mitnehmen und nichts davon lesen.
guide-waiting-7 = Schreiben Sie dieselbe Meldung nicht neu: Sie würde als eine andere zählen. Die eingereichte behält ihre Nummer, und an den Nummern sieht die Polizei von selbst, wenn eine fehlt.
guide-waiting-8 = Mehr ist von Ihnen nicht nötig. Das Zeichen verschwindet von selbst, wenn die Antwort kommt, auf welchem Weg auch immer.
