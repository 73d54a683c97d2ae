# De gids.

guide-why-title = Waar het om gaat
guide-why-1 = Mensenhandel: iemand werft een ander aan, vervoert, huisvest of ontvangt hem, of geeft hem door, om hem uit te buiten.
guide-why-2 = Uitbuiten is leven op de rug van een ander: gedwongen werk, seks waar anderen aan verdienen, bedelen, stelen, onvrij werk in een huishouden, of het wegnemen van een orgaan.
guide-why-3 = Mensensmokkel: iemand brengt een vreemdeling illegaal een land binnen en haalt daar voordeel uit, in geld of op een andere manier.
guide-why-4 = Het verschil: een smokkelaar verkoopt een weg over de grens, en aan het einde hoort de reiziger vrij te zijn. Een mensenhandelaar verdient aan de mens zelf. Daar is geen grens voor nodig, en soms zei die mens eerst zelf ja.
guide-why-5 = Het ene kan onderweg het andere worden, en in één busje kan allebei zitten. “Allebei” en “niet bekend” zijn goede antwoorden. Jij hoeft niet te beslissen.
guide-why-6 = Het akkoord tussen Defensie en de Federale Politie gaat over zes vormen: dwangarbeid; seksuele uitbuiting; beelden van kindermisbruik en reizen om kinderen te misbruiken; kinderhandel; georganiseerde illegale immigratie; gedwongen wegname van organen.
guide-why-7 = Waarom jouw melding telt: jij komt waar geen politieman komt. Een nummerplaat, een uur, een richting die niets lijkt, kan net het stukje zijn dat elders ontbreekt.
guide-why-8 = Eén melding lost zelden een zaak op. Veel kleine meldingen samen tonen een route, een huis of een naam.
guide-why-9 = Je bent militair, geen rechercheur. Niemand verwacht meer van je dan wat je tijdens je gewone dienst toch al zag of hoorde.
guide-why-10 = Wie het leest: eerst je commandant. Die mag iets toevoegen, kan geen woord veranderen en moet het doorgeven. Het operatiecentrum in Brussel brengt het verder en kan het niet lezen.
guide-why-11 = Daarna leest de cel Mensenhandel van de Federale Politie het. Die mensen kennen het vak, en zij beslissen wat ermee gebeurt.
guide-why-12 = Je krijgt iets terug: eerst een ondertekend bericht dat de politie alles heeft, later in het kort wat ermee gebeurde. Vaak mag ze niet meer zeggen, om mensen en de zaak te beschermen.

guide-recognise-title = Wat je kan opvallen
guide-recognise-1 = Dit zijn tekens, geen bewijs. Eén teken alleen heeft vaak een onschuldige reden. Meerdere samen wegen zwaarder.
guide-recognise-2 = Geen teken wil niet zeggen dat alles in orde is. Mensenhandelaars kennen zulke lijsten ook, en wat gewoon is, verschilt van plaats tot plaats.
guide-recognise-3 = Niemand wil van jou een volle lijst. Kies wat je toch al zag of hoorde, en laat de rest leeg.
guide-recognise-4 = Past er niets, en was het toch vreemd? “Gewoon vreemd” is een volwaardig antwoord. Zeg in je eigen woorden wat je opviel.
guide-recognise-5 = Zeg bij elk teken hoe je het weet: zelf gezien of gehoord, opgenomen door een toestel, gehoord van wie het zag, of van horen zeggen. Het is allemaal nuttig, als het erbij staat.
guide-recognise-6 = Waar mensen vandaan komen, wat ze geloven of hun huidskleur is nooit een teken. Wat ze doen, en wat hun wordt aangedaan, kan dat wel zijn.

guide-recognise-control-title = Iemand anders beslist
guide-recognise-control-1 = In het voorbijgaan zie je soms dat één iemand de papieren of telefoons van anderen bijhoudt, hen nooit alleen laat of hen binnenhoudt.
guide-recognise-control-2 = Dat kan betekenen dat die mensen niet weg mogen. Het kan ook familie zijn, een reisleider, of een ploegbaas die papieren veilig bewaart. Schrijf op wat je zag en laat de rest open.

guide-recognise-behaviour-title = Hoe mensen zich gedragen
guide-recognise-behaviour-1 = Soms spreekt één iemand voor allen, vertellen meerdere mensen hetzelfde uit het hoofd geleerde verhaal, of is iemand bang voor een metgezel. Een briefje, een handteken of een gefluisterd woord kan een roep om hulp zijn.
guide-recognise-behaviour-2 = Angst voor een uniform komt vaak voor bij mensen die een oorlog ontvluchtten. Vermoeidheid, schaamte of een vreemde taal kan er net zo uitzien.

guide-recognise-body-title = Wat een lichaam toont
guide-recognise-body-1 = Je ziet misschien wonden die toegebracht lijken, iemand die uitgeput of verdoofd is, kleren die niet bij het weer passen, of een merk dat op eigendom lijkt.
guide-recognise-body-2 = Eerst de hospik, dan de melding. Een zware reis, een ongeval of een ziekte kan dezelfde sporen nalaten. Beschrijf alleen wat zo te zien was; niemand moet zich uitkleden of uitleg geven.

guide-recognise-documents-title = Papieren en beloften
guide-recognise-documents-1 = Bij een gewone controle lijken papieren soms vervalst, allemaal gloednieuw of van een ander. Mensen vertellen soms uit zichzelf dat een job, een loon of een huwelijk niet was wat hun beloofd werd.
guide-recognise-documents-2 = Wie vlucht, heeft vaak slechte papieren of geen. Valse papieren maken iemand nog geen misdadiger: misschien had hij of zij geen keuze.

guide-recognise-transit-title = Onderweg
guide-recognise-transit-1 = Je ziet misschien te veel mensen in één voertuig, mensen verborgen in een lading, afgedekte ruiten, een nummerplaat die niet klopt, een wagen die vooruitrijdt, of dezelfde bestuurder met andere passagiers.
guide-recognise-transit-2 = Zonder lucht, water of warmte gaat het om levens: eerst hulp. Maar een overvolle bus of mensen die ’s nachts stappen, dat kan ook armoede zijn, of het gewone leven daar.

guide-recognise-site-title = Plaatsen
guide-recognise-site-1 = In het voorbijrijden zie je soms een huis waar groepen komen en gaan, tralies of bewakers die mensen binnenhouden, mensen die slapen waar ze werken, of kinderspullen in een bar of fabriek.
guide-recognise-site-2 = Veel armoedige woningen zijn alleen maar arm, en een hek houdt soms gewoon dieven buiten. De plaats, het uur en wat je van op de weg zag, zijn genoeg.

guide-recognise-labour-title = Werk
guide-recognise-labour-1 = Je merkt misschien zeer lange dagen, geen rust, gevaarlijk werk zonder bescherming, arbeiders onder bewaking of uitgescholden. Soms vertelt iemand uit zichzelf dat loon wordt ingehouden of een schuld moet worden afgewerkt.
guide-recognise-labour-2 = Hard werk voor weinig geld is triest, en vaak geen misdrijf. Het weegt zwaarder als mensen niet weg kunnen. Het telt ook op en rond onze eigen bases.

guide-recognise-sexual-title = Seksuele uitbuiting
guide-recognise-sexual-1 = Je merkt misschien dat een derde de prijs bepaalt of het geld neemt, of dat iemand wordt aangeboden die jonger dan 18 lijkt. Het gebeurt evengoed in flats en via de telefoon als in bars.
guide-recognise-sexual-2 = Seks verkopen is op zich geen mensenhandel. Het weegt zwaarder als anderen beslissen en anderen het geld nemen. Lijkt iemand jonger dan 18, dan telt het ook zonder dwang: eerst hulp.

guide-recognise-child-title = Kinderen
guide-recognise-child-1 = Je ziet misschien een kind alleen of met volwassenen die geen familie lijken, een kind met een vreemd nummer op een briefje, een kind dat voor geld wordt overgedragen, of een kind dat een gewapende groep dient.
guide-recognise-child-2 = Kinderen reizen vaak met een tante, een buur of een grote broer, en veel kinderen werken mee thuis. Is een kind nu in gevaar? Eerst hulp, dan de melding. Twijfel je over de leeftijd, tel de persoon dan als kind.

guide-recognise-begging-title = Bedelen en stelen voor anderen
guide-recognise-begging-1 = Je ziet misschien bedelaars die door dezelfde volwassene worden gebracht, bewaakt en opgehaald, geld dat meteen naar die volwassene gaat, of een kind dat moet stelen of drugs dragen.
guide-recognise-begging-2 = Gezinnen bedelen samen, en bedelen alleen is geen teken. Het weegt zwaarder als een ander het geld neemt of de bevelen geeft.

guide-recognise-domestic-title = Werk in een huishouden
guide-recognise-domestic-1 = Van op een vaste post of route valt je soms op dat huispersoneel nooit buiten komt zonder de werkgever.
guide-recognise-domestic-2 = Veel huispersoneel woont in en wordt goed behandeld. Eén glimp zegt weinig; wat je in de loop van weken toch al opviel, zegt meer.

guide-recognise-organ-title = Wegname van organen
guide-recognise-organ-1 = Dit is zeldzaam. Toevallig zie je misschien een vers litteken van een operatie op flank of buik zonder uitleg, of een kliniek zonder naambord voor arme vreemden en buitenlandse patiënten.
guide-recognise-organ-2 = De meeste littekens komen van een gewone operatie. Niemand moet je er een tonen. Schrijf alleen op wat zo zichtbaar was of vanzelf verteld werd.

guide-recognise-network-title = Mensen die samenwerken
guide-recognise-network-1 = Je ziet misschien één iemand met veel telefoons, bankkaarten of cash, hetzelfde nummer bij meerdere mensen, een onbekende die in een wachtrij werk of vervoer aanbiedt, of gewapende mannen bij een groep burgers.
guide-recognise-network-2 = Ook handelaars hebben cash en telefoons bij zich, en hulpverleners delen nummers uit. Nummerplaten, nummers en namen, precies zoals je ze zag, helpen het meest: ze knopen meldingen aan elkaar.

guide-recognise-own-forces-title = Onze eigen mensen
guide-recognise-own-forces-1 = Ook bij onze eigen mensen gebeurt het: iemand van de troepenmacht, of van een firma die ervoor werkt, koopt seks, gaat naar een verboden zaak, vervoert mensen of laat ze binnen met onze voertuigen, passen of posten, of verdient eraan.
guide-recognise-own-forces-2 = Deze tekens lopen niet langs de gewone weg. Lees eerst “{ guide-own-side-title }” voor je schrijft.

guide-do-title = Wat je doet
guide-do-1 = Eerst het leven. Is iemand gewond, ziek of in gevaar? Zorg voor hulp langs de gewone weg: eerste hulp, hospik, je overste. De melding kan wachten.
guide-do-2 = Een kind in gevaar: eerst hulp, langs je eigen keten of de lokale diensten, zoals je orders zeggen. Daarna melden.
guide-do-3 = Doe je dienst verder zoals bevolen. Wat je daarbij ziet of hoort, is genoeg.
guide-do-4 = De tijd: op de minuut als je die weet, anders “ongeveer”.
guide-do-5 = De plaats: grid, dorp of “500 m voorbij de brug”. Zeg hoe ver je ernaast kan zitten.
guide-do-6 = Voertuigen: nummerplaat, type, kleur en de richting waarin ze vertrokken. Een halve nummerplaat is veel waard. Schrijf ? voor wat je niet kon lezen.
guide-do-7 = Mensen: hoeveel mannen, vrouwen, jongens en meisjes. Kleren, haar, kenmerken, woorden die je hoorde. Alles uit het hoofd.
guide-do-8 = Schrijf feiten op zoals een camera ze zou zien: “de vrouw gaf haar paspoort aan de chauffeur”, niet “de chauffeur heeft haar in zijn macht”.
guide-do-9 = Wat je ervan denkt, is ook welkom. Dat heeft een eigen vak, los van de feiten.
guide-do-10 = Ben je niet zeker, zeg het dan. “Ik denk dat hij blauw was” is een goede zin.
guide-do-11 = Een melding in een minuut: wanneer, waar en wat zijn genoeg. Dien ze dan in. Niemand let op je spelling.
guide-do-12 = Je kan ze later uit het hoofd aanvullen met een nieuwere versie. Een half geschreven klad blijft op dit toestel staan, ook als de stroom uitvalt.
guide-do-13 = Laat voorwerpen en de plaats zoals ze zijn, tenzij je dienst of de veiligheid anders zegt. Werd iets verplaatst of vernietigd, schrijf dan wat, wanneer en door wie.
guide-do-14 = Werd de lokale politie verwittigd? Schrijf wie, wanneer en of ze iets deed. Deed een ambtenaar mee of keek hij weg, schrijf dat ook.
guide-do-15 = Zag je het tijdens je gewone dienst toevallig opnieuw? Schrijf een nieuwe melding. De tweede keer telt vaak meer.

guide-never-title = Wat je nooit doet
guide-never-1 = Deze lijst beschermt de betrokken mensen, de zaak en jou. Wat je orders zeggen over controles, geweld en zelfverdediging, blijft zoals het is.
guide-never-2 = Ondervraag niemand hierover. Wat mensen uit zichzelf vertellen, mag je opschrijven.
guide-never-3 = Doorzoek hiervoor geen mensen, tassen, voertuigen, kamers of telefoons.
guide-never-4 = Volg niemand: niet te voet, niet met de wagen, niet op het internet.
guide-never-5 = Hou niemand alleen hierom vast. Een goede beschrijving is meer waard dan een te vroege aanhouding.
guide-never-6 = Betaal niet, koop niet, speel niet de klant. Ook niet om iemand te helpen.
guide-never-7 = Beloof niets: geen papieren, geen bescherming, geen geld, geen antwoord. Een belofte die niet uitkomt, kan iemand in gevaar brengen.
guide-never-8 = Fotografeer geen kinderen. Woorden zijn genoeg.
guide-never-9 = Beelden van kindermisbruik: niet fotograferen, kopiëren, bewaren of doorsturen, ook niet als bewijs. Schrijf in woorden waar en wanneer je erop stootte.
guide-never-10 = Waarschuw niet wie je verdenkt, en laat niet merken dat je iets zag. Anderen kunnen ervoor boeten.
guide-never-11 = Praat er niet over in het kamp, thuis of online. Je zegt het alleen aan wie het moet weten om te kunnen helpen.
guide-never-12 = Zet er niets van op je eigen telefoon: geen foto, geen nota, geen bericht.
guide-never-13 = Ga niet terug om te kijken, in dienst of erbuiten. Brengt je gewone dienst je er opnieuw langs, dan is dat iets anders.

guide-own-side-title = Als het de eigen mensen zijn
guide-own-side-1 = Onze eigen mensen zijn: militairen, van ons of van partners, burgers van de missie, en firma’s die ervoor werken.
guide-own-side-2 = Zo’n melding mag niet langs je commandant gaan. Ze heeft een aparte weg nodig, naar een onafhankelijke dienst. Die weg is nog niet gebouwd.
guide-own-side-3 = Voorlopig dus: kies je zo’n teken, dan kan je de melding niet indienen. Ze kan alleen als klad op dit toestel blijven, achter je wachtzin.
guide-own-side-4 = Er gaat niets van naar je commandant: geen tekst, geen aantal, geen hint. Maar voorlopig krijgt ook niemand anders het vanaf dit toestel.
guide-own-side-5 = Let op: het programma merkt het alleen aan de tekens die je kiest. Schrijf je er enkel in je eigen woorden over en dien je in, dan leest je commandant het.
guide-own-side-6 = Je kan rechtstreeks naar de federale Ombudsman in België. Die hoort niet bij Defensie en neemt meldingen aan over misstanden in federale diensten. Daar hoor je wat er kan.
guide-own-side-7 = Federale Ombudsman: www.federaalombudsman.be, Leuvenseweg 48, 1000 Brussel. Een adres kan veranderen terwijl je weg bent.
guide-own-side-8 = Denk voor je schrijft of belt aan wie kan meelezen of meeluisteren. Stuur niets geclassificeerds.
guide-own-side-9 = Je kan het klad altijd weggooien. Niemand krijgt te horen dat het er was.
guide-own-side-10 = Ook hier: is een leven of een kind nu in gevaar, dan gaat hulp voor, via een overste of een hospik die je vertrouwt.

guide-after-title = Wat er daarna gebeurt
guide-after-1 = Als je indient, wordt de melding als de jouwe ondertekend. Vanaf dan kan niemand ze nog ongemerkt veranderen, ook jij niet.
guide-after-2 = Iets fout of vergeten? Schrijf uit het hoofd een nieuwere versie. Ze gaan allebei verder, en de politie ziet welke telt.
guide-after-3 = Ze gaat met de eerste overdracht naar je commandant, via het netwerk of op een stick. Zonder netwerk wacht ze hier, afgesloten met je wachtzin.
guide-after-4 = Je commandant leest ze, mag een beoordeling en een opmerking toevoegen, en moet ze doorgeven aan Brussel.
guide-after-5 = Daarvoor heeft je commandant 72 uur, tenzij je missie een andere grens heeft. Daarna gaat de melding met de eerste zending verder zoals ze is, en dat staat erbij.
guide-after-6 = Een melding kan met een reden weer bij jou komen, zoals “plaats onduidelijk”. Vul ze alleen uit het hoofd aan. Kan je dat niet, dan gaat ze verder zoals ze is.
guide-after-7 = Je meldingen zijn genummerd, de ene na de andere. Raakt er een onderweg kwijt, dan kan de politie het gat zien.
guide-after-8 = De lijst zegt hoe ver elke melding is. Nieuws reist traag: stappen komen soms laat, samen, of worden overgeslagen.
guide-after-9 = “{ standing-draft }”: je schrijft nog. Alleen jij ziet het.
guide-after-10 = “{ standing-filed }”: ondertekend, en wacht op de overdracht of ligt bij je commandant.
guide-after-11 = “{ standing-returned }”: je commandant had ze graag vollediger, uit het hoofd. Brussel heeft er nog altijd recht op.
guide-after-12 = “{ standing-superseded }”: een nieuwere versie van jou telt. Deze gaat ook mee.
guide-after-13 = “{ standing-reviewed }”: gelezen en beoordeeld.
guide-after-14 = “{ standing-forwarded }”: vertrokken in een zending. “{ standing-received }”: het operatiecentrum heeft ze, nog altijd verzegeld.
guide-after-15 = “{ standing-acknowledged }”: de cel Mensenhandel heeft elk stuk ervan en tekende daarvoor.
guide-after-16 = “{ standing-answered }”: er is nieuws voor jou bij de antwoorden.
guide-after-17 = Antwoorden komen langs je commandant, die ze mag lezen en niet kan veranderen. De politie ondertekent ze, en dit toestel kijkt dat zelf na.
guide-after-18 = “{ status-received }”: het is aangekomen en een politiemens leest het.
guide-after-19 = “{ status-needs-more }”: doe er niets speciaals voor. Zie je tijdens je gewone dienst toch meer, of schiet je nog iets te binnen, meld het dan.
guide-after-20 = “{ status-linked-to-known }”: jouw stukje past in een zaak waar ze aan werken.
guide-after-21 = “{ status-under-investigation }”: de politie is ermee bezig. Dat is haar werk; het jouwe is gedaan.
guide-after-22 = “{ status-passed-abroad }”: de politie van een ander land heeft het, omdat die daar kan optreden.
guide-after-23 = “{ status-no-action }”: altijd met een reden. Geen misdrijf voor de wet daar, te weinig gegevens, al bekend, voor een andere dienst, bij de lokale politie, of nu niemand vrij.
guide-after-24 = “Geen actie” betekent niet dat je fout zat, en ook niet dat iemand omgekocht werd.
guide-after-25 = “{ status-closed-result }”: het is voorbij, en het heeft iets opgeleverd. Ze zeggen je wat ze mogen zeggen.
guide-after-26 = Nog geen antwoord betekent niet dat het nutteloos was. Zaken duren maanden of jaren. Jouw melding blijft daar, en telt misschien op de dag dat er een andere bijkomt.

guide-device-title = Bescherm dit toestel
guide-device-1 = Vergrendel het telkens als je weggaat, al is het maar een minuut. Na een tijdje vergrendelt het ook vanzelf.
guide-device-2 = Je wachtzin is van jou alleen. Schrijf hem niet op, leen hem niet uit en zeg hem niet, ook niet aan een overste.
guide-device-3 = Een vergeten wachtzin kan niemand terughalen. Wat je nog niet had overgedragen, is dan weg.
guide-device-4 = De noodwissing vernietigt alles van jou hier: twee toetsen, minder dan een seconde. Ze toont eerst hoeveel meldingen nog niet vertrokken zijn. Ken de toetsen uit het hoofd; ze staan in de hulp.
guide-device-5 = Wat al was overgedragen, blijft na de wissing bestaan.
guide-device-6 = Ben je in gevaar, denk dan eerst aan jezelf. Wis als het kan. Geen melding is een leven waard.
guide-device-7 = Geen nota’s elders: geen notitieboekje, geen telefoon, geen andere computer, geen kruisje op een kaart.
guide-device-8 = Open op een gedeelde computer alleen je eigen profiel, en vergrendel het voor een ander gaat zitten.
guide-device-9 = Kies ’s nachts de nachtkleuren: het scherm blijft donker en is minder ver te zien.
guide-device-10 = Verloren, gestolen, of zag iemand je wachtzin? Zeg het meteen aan je commandant. Het is geen schande, en het toestel kan worden uitgesloten.

guide-law-title = Wat deze gids is
guide-law-1 = Deze gids is geen juridisch advies. De wet, je orders en de regels over geweld gaan voor.
guide-law-2 = De woorden zijn van het programma zelf. De cel Mensenhandel van de Federale Politie moet ze nog goedkeuren.
guide-law-3 = Hij steunt op het akkoord van 20 maart 2006 tussen Defensie en de Federale Politie. Waar de twee verschillen, geldt het akkoord.
guide-law-4 = Jij zegt niet wie schuldig is of wie slachtoffer is. Jij zegt wat je zag of hoorde.
guide-law-5 = Op een dag worden je woorden misschien in een rechtbank gelezen. Schrijf ze zo dat je erachter kan staan.

guide-signs = Wat de lijst noemt
guide-flag-life = levensgevaar
guide-flag-urgent = dringend
guide-flag-no-media = nooit een foto
guide-nothing = Niets in de gids bevat deze woorden.
