# De woorden van het werk: codes van gesloten lijsten, stand van zaken, tijden.

duty-checkpoint = controle
duty-patrol = patrouille
duty-guard = wacht
duty-convoy = konvooi
duty-other = ander

basis-saw-myself = zelf gezien of gehoord
basis-device-recorded = toestel legde het vast
basis-told-by-eyewitness = van een ooggetuige
basis-hearsay = van horen zeggen
basis-my-conclusion = mijn besluit

method-gps = GPS
method-map = kaart
method-estimate = oog

precision-exact = exact
precision-about = ongeveer
precision-period = ergens daartussen

time-in-future = dat moet nog komen volgens de klok van dit toestel
time-long-ago = dat is meer dan dertig dagen geleden

obstacle-time = wanneer het was
obstacle-place = waar het was; "nabij …" volstaat
obstacle-substance = wat het was: een aanwijzing, "gewoon vreemd", of een zin
obstacle-own-forces = het gaat over onze eigen mensen, dus blijft het hier een concept
obstacle-no-media = wat het meldt mag nooit gekopieerd worden; haal de bijlagen eraf

field-observed = het tijdstip
field-place = de plaats
field-duty = de dienst
field-phase = de fase
field-suspected = het vermoeden
field-forms = de vormen van uitbuiting
field-counts = het aantal personen
field-indicators = de aanwijzingen
field-entities = personen en voertuigen
field-links = de verbanden
field-facts = de feiten
field-assessment = de beoordeling
field-aggravators = de verzwarende omstandigheden
field-local-authority = de plaatselijke overheid
field-scene = plaats en voorwerpen
field-attachments = de bijlagen
field-precedence = de dringendheid
field-language = de taal

calendar-day = { $day } { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
}
instant = { $day } { $time }

standing-draft = concept, alleen u ziet het
standing-filed = ingediend, wacht op overdracht
standing-handed-over = bij commandant
standing-returned = terug bij u
standing-superseded = vervangen
standing-reviewed = cdt: gelezen
standing-forwarded = naar Brussel
standing-received = in Brussel
standing-acknowledged = bij de politie
standing-answered = beantwoord
standing-since = { $standing } { $since }

status-received = ontvangen, wordt gelezen
status-needs-more = meer zou helpen, als u het in uw gewone dienst nog eens ziet
status-linked-to-known = past bij een gekende zaak
status-under-investigation = in onderzoek
status-passed-abroad = doorgegeven aan de politie van een ander land
status-no-action = geen gevolg
status-closed-result = afgesloten, met resultaat
status-because = { $status }: { $why }

no-action-no-offence = geen misdrijf volgens de wet die geldt
no-action-too-vague = te weinig om iets te kunnen doen
no-action-already-known = alles was al gekend
no-action-out-of-competence = een andere overheid is bevoegd
no-action-passed-to-local = de lokale politie heeft het
no-action-resources = niemand is nu vrij om het op te nemen

returned-time-unclear = het tijdstip is onduidelijk
returned-place-unclear = de plaats is onduidelijk
returned-counts-missing = het aantal personen ontbreekt
returned-basis-missing = er staat niet hoe u het weet
returned-facts-mixed = feiten en beoordeling staan in één tekst
returned-attachment-unreadable = een bijlage kan niet worden geopend
returned-other = om de reden hieronder
