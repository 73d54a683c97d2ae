# Antwoorden op wat met een verloren toestel gemeld werd, zoals ze op het nieuwe toestel aankomen.

answer-earlier-one = vorig toestel: { $number }
answer-earlier-some = vorig toestel: { $first }-{ $last }
answer-earlier-unnamed = een vorig toestel
earlier-report = Het gaat over melding { $number } van uw vorig toestel, ingediend { $filed }.
earlier-report-unnamed = Het gaat over een melding van uw vorig toestel. Het nummer kwam niet mee.
earlier-not-here = Wat u met dat toestel meldde, staat niet op dit toestel en kan hier dus niet geopend worden.
earlier-returned = Op dit toestel kan ze niet aangevuld worden, en niemand wacht daarop: ze gaat naar de politie zoals ze is. Herinnert u zich wat ontbreekt, dan kunt u dat in een nieuwe melding schrijven. Meer wordt u niet gevraagd.
aside-another-observer = het gaat over meldingen van een andere waarnemer
