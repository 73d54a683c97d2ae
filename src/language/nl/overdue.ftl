# Een antwoord dat er al had moeten zijn.

overdue-word = antwoord blijft uit
overdue-mark = { overdue-word } sinds { $when }; de melding is hier veilig
overdue-line = { $count ->
    [one] Op { $count } melding blijft het antwoord uit; ze is hier veilig. 4: andere wegen
   *[other] Op { $count } meldingen blijft het antwoord uit; alles veilig. 4: andere wegen
}

overdue-since = { $days ->
    [0] Bericht van de politie werd verwacht tegen { $when }.
    [one] Bericht van de politie werd verwacht tegen { $when }, { $days } dag geleden.
   *[other] Bericht van de politie werd verwacht tegen { $when }, { $days } dagen geleden.
}
overdue-here = Voor zover dit toestel weet, is ze nog niet vertrokken: geen enkele weg heeft ze.
overdue-on-the-way = Ze werd overgedragen. Niemand heeft al gezegd dat ze is aangekomen.
overdue-on-the-shelf = De relay nam ze verzegeld aan en gaf een ontvangstbewijs. Meer weet dit toestel niet.
overdue-with-commander = Uw commandant heeft ze: ze kwam naar u terug om te worden aangevuld, en Brussel heeft ze nog te goed.
overdue-means = Dat betekent niet dat er iets verloren is of dat iemand iets fout deed: een weg kan traag of dicht zijn. Wat u indiende blijft hier, verzegeld, tot de politie ervoor getekend heeft. Nog eens versturen kan geen kwaad: het telt maar één keer.
overdue-roads = De wegen die openstaan, de nieuwe eerst:
overdue-road-relay = over een lijn, naar de relay
overdue-road-folder = op een stick of in een gedeelde map, naar uw commandant
overdue-road-carrier = op een stick, verzegeld, met om het even wie naar uw commandant gaat
overdue-by = - { $road }: { $how }
overdue-by-taken = - { $road }: { $how } (genomen { $when })
overdue-by-untaken = - { $road }: { $how } (nog niet zo vertrokken: { $count })
overdue-how-write = 4, dan w
overdue-how-sync = vigilia sync, als dit bureau dicht is
overdue-after = Meer is er van u niet nodig. Dit gaat vanzelf weg als het antwoord komt.

overdue-waiting = { $count ->
    [one] Op { $count } melding blijft het antwoord uit sinds { $when }.
   *[other] Op { $count } meldingen blijft het antwoord uit, het langst sinds { $when }.
}
overdue-harmless = Niets zegt dat er iets verloren is. Nog eens versturen kan geen kwaad: het telt maar één keer.
overdue-told = { $count ->
    [one] Op { $count } melding blijft het antwoord uit; ze is veilig op dit toestel. "vigilia report list" toont welke, "vigilia report show ID" zegt welke wegen openstaan.
   *[other] Op { $count } meldingen blijft het antwoord uit; ze zijn veilig op dit toestel. "vigilia report list" toont welke, "vigilia report show ID" zegt welke wegen openstaan.
}

guide-waiting-title = Als het antwoord uitblijft
guide-waiting-1 = De politie tekent voor elke melding die ze heeft. Dat bericht wordt verwacht binnen de tijd die je commandant mag nemen, 72 uur tenzij je missie een andere grens heeft, plus twee dagen voor de weg heen en terug. Daarna zegt de lijst “{ overdue-word }”.
guide-waiting-2 = Meer zegt dat niet. Een lijn kan uitgevallen zijn, een voertuig te laat, een stick nog in een zak. Het betekent niet dat je melding verloren is, of dat iemand iets fout deed.
guide-waiting-3 = Je melding is veilig. Ze blijft op dit toestel, verzegeld met je wachtzin, tot de politie voor elk deel ervan getekend heeft.
guide-waiting-4 = Open de melding: er staat sinds wanneer, hoe ver ze zeker gekomen is, en welke wegen openstaan. De wegen die ze nog niet nam, staan eerst.
guide-waiting-5 = Je kan ze langs een andere weg overdragen. Bij “{ transfer }” schrijft w ze nog eens op een stick. Waar een lijn is, verstuurt “vigilia sync” ze. Wat twee keer aankomt, telt één keer.
guide-waiting-6 = Om het even wie op weg is naar je commandant, kan de stick meenemen, en kan er niets van lezen.
guide-waiting-7 = Schrijf dezelfde melding niet opnieuw: die zou als een andere tellen. Wat je indiende houdt zijn nummer, en aan de nummers ziet de politie zelf of er een ontbreekt.
guide-waiting-8 = Meer is er van jou niet nodig. Het teken gaat vanzelf weg als het antwoord komt, langs welke weg ook.
