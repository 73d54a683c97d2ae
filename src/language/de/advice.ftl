# What must be read before going on, what an officer would miss, what is pointed out in a text.
# max 78
alert-danger-to-life = Jemand kann in Lebensgefahr sein: zuerst Hilfe vor Ort, dann die Meldung.
# max 78
alert-minor = Unter 18: „wirkte jünger als 18“ genügt, mehr braucht es nicht.
# max 78
alert-no-host-nation = Wird nicht mit dem Gastland geteilt; die Meldung trägt diesen Vorbehalt.
# max 78
alert-own-forces-area = Bei einer unserer eigenen Basen: die Meldung sagt es dazu.

# max 24
missed-when = wann, zumindest etwa
# max 24
missed-where = wo, zumindest etwa
# max 24
missed-what = was auffiel
# max 24
missed-age = wie alt das Kind wirkte
# max 24
missed-direction = in welche Richtung
# max 24
missed-phone-number = Nummer, auch teilweise
# max 24
missed-who-told = wer es sagte
# max 24
missed-phase = unterwegs oder am Ort

remark-origin = nennt die Herkunft; lassen Sie es weg, wenn es nicht nötig ist
remark-religion = nennt den Glauben; lassen Sie es weg, wenn es nicht nötig ist
remark-politics = nennt eine politische Meinung; lassen Sie es weg, wenn es nicht nötig ist
remark-union = nennt eine Gewerkschaft; lassen Sie es weg, wenn es nicht nötig ist
remark-health = nennt eine Krankheit; schreiben Sie nur, was zu sehen war
remark-sex-life = nennt Sexualleben oder Orientierung; lassen Sie es weg, wenn es nicht nötig ist
remark-biometrics = nennt Fingerabdrücke oder Erbdaten; lassen Sie es weg, wenn es nicht nötig ist
remark-investigating = liest sich, als hätten Sie mehr getan als Ihren Dienst; schreiben Sie nur, was Sie ohnehin sahen oder hörten
remark-conclusion = ist ein Schluss; er passt besser zu dem, was Sie denken
