# What must be read before going on, what an officer would miss, what is pointed out in a text.
# max 78
alert-danger-to-life = Iemand kan in levensgevaar zijn: eerst hulp ter plaatse, dan pas de melding.
# max 78
alert-minor = Onder de 18: “leek jonger dan 18” volstaat, meer is niet nodig.
# max 78
alert-no-host-nation = Wordt niet gedeeld met het gastland; de melding draagt dat voorbehoud.
# max 78
alert-own-forces-area = Bij een van onze eigen bases: de melding zegt dat erbij.

# max 24
missed-when = wanneer, zo ongeveer
# max 24
missed-where = waar, zo ongeveer
# max 24
missed-what = wat er opviel
# max 24
missed-age = hoe oud het kind leek
# max 24
missed-direction = in welke richting
# max 24
missed-phone-number = het nummer, zelfs deels
# max 24
missed-who-told = wie het vertelde
# max 24
missed-phase = onderweg of ter plaatse

remark-origin = noemt afkomst; laat het weg als het niet nodig is
remark-religion = noemt geloof; laat het weg als het niet nodig is
remark-politics = noemt een politieke mening; laat het weg als het niet nodig is
remark-union = noemt een vakbond; laat het weg als het niet nodig is
remark-health = noemt een ziekte; schrijf enkel wat gewoon te zien was
remark-sex-life = noemt seksueel leven of geaardheid; laat het weg als het niet nodig is
remark-biometrics = noemt vingerafdrukken of erfelijke gegevens; laat het weg als het niet nodig is
remark-investigating = leest alsof je meer deed dan je gewone dienst; schrijf enkel wat je toch al zag of hoorde
remark-conclusion = is een besluit; het past beter bij wat je denkt
