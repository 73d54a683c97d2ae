# Der Leitfaden.

guide-why-title = Worum es geht
guide-why-1 = Menschenhandel: Jemand wirbt einen Menschen an, bringt ihn weg, beherbergt ihn, nimmt ihn auf oder gibt ihn weiter, um ihn auszubeuten.
guide-why-2 = Ausbeuten heißt: auf Kosten eines anderen leben. Zwangsarbeit, Sex zum Gewinn anderer, Betteln, Stehlen, unfreie Arbeit im Haushalt oder die Entnahme eines Organs.
guide-why-3 = Menschenschmuggel: Jemand bringt einen Ausländer illegal in ein Land und hat etwas davon, Geld oder einen anderen Vorteil.
guide-why-4 = Der Unterschied: Ein Schmuggler verkauft einen Weg über die Grenze, und am Ende sollte der Reisende frei sein. Ein Menschenhändler verdient am Menschen selbst. Dazu braucht es keine Grenze, und manchmal hat der Mensch anfangs Ja gesagt.
guide-why-5 = Das eine kann unterwegs zum anderen werden, und in einem Wagen kann beides sein. „Beides“ und „nicht bekannt“ sind gute Antworten. Sie müssen nicht entscheiden.
guide-why-6 = Die Vereinbarung zwischen Landesverteidigung und Föderaler Polizei umfasst sechs Formen: Zwangsarbeit; sexuelle Ausbeutung; Bilder von Kindesmissbrauch und Reisen dazu; Kinderhandel; organisierte illegale Einreise; erzwungene Organentnahme.
guide-why-7 = Warum Ihre Meldung zählt: Sie kommen dorthin, wo kein Polizist hinkommt. Ein Kennzeichen, eine Uhrzeit, eine Richtung, die nach nichts aussieht, kann genau das Stück sein, das anderswo fehlt.
guide-why-8 = Eine Meldung allein löst selten einen Fall. Viele kleine zusammen zeigen eine Strecke, ein Haus oder einen Namen.
guide-why-9 = Sie sind Soldat, kein Kriminalbeamter. Niemand erwartet mehr von Ihnen als das, was Sie im normalen Dienst ohnehin gesehen oder gehört haben.
guide-why-10 = Wer sie liest: zuerst Ihr Kommandant. Er darf etwas hinzufügen, kann kein Wort ändern und muss sie weitergeben. Die Einsatzzentrale in Brüssel befördert sie und kann sie nicht lesen.
guide-why-11 = Danach liest sie die Zelle Menschenhandel der Föderalen Polizei. Diese Beamten kennen das Fach und entscheiden, was damit geschieht.
guide-why-12 = Sie hören davon: zuerst eine signierte Bestätigung, dass die Polizei alles hat, später in Kürze, was daraus wurde. Oft darf sie nicht mehr sagen, um Menschen und den Fall zu schützen.

guide-recognise-title = Was Ihnen auffallen kann
guide-recognise-1 = Das sind Zeichen, keine Beweise. Ein Zeichen allein hat oft einen harmlosen Grund. Mehrere zusammen wiegen schwerer.
guide-recognise-2 = Kein Zeichen heißt nicht, dass alles in Ordnung ist. Auch Menschenhändler kennen solche Listen, und was normal ist, ist nicht überall gleich.
guide-recognise-3 = Niemand will eine volle Liste von Ihnen. Wählen Sie, was Sie ohnehin gesehen oder gehört haben, und lassen Sie den Rest leer.
guide-recognise-4 = Nichts passt, und doch war es seltsam? „Nur seltsam“ ist eine volle Antwort. Sagen Sie mit eigenen Worten, was Ihnen auffiel.
guide-recognise-5 = Sagen Sie bei jedem Zeichen, woher Sie es wissen: selbst gesehen oder gehört, von einem Gerät aufgenommen, von Augenzeugen gehört oder nur vom Hörensagen. Alles nützt, wenn es dabeisteht.
guide-recognise-6 = Herkunft, Glaube oder Hautfarbe sind nie ein Zeichen. Was Menschen tun, und was man ihnen antut, kann eines sein.

guide-recognise-control-title = Jemand anderes bestimmt
guide-recognise-control-1 = Im Vorbeigehen sehen Sie vielleicht, dass eine Person Papiere oder Telefone anderer behält, sie nie allein lässt oder nicht hinauslässt.
guide-recognise-control-2 = Das kann heißen, dass diese Menschen nicht gehen dürfen. Es kann auch eine Familie sein, ein Reiseleiter oder ein Vorarbeiter, der Papiere sicher verwahrt. Schreiben Sie, was Sie sahen, und lassen Sie den Rest offen.

guide-recognise-behaviour-title = Wie Menschen sich verhalten
guide-recognise-behaviour-1 = Manchmal spricht eine Person für alle, mehrere erzählen dieselbe auswendig gelernte Geschichte, oder jemand hat Angst vor einem Begleiter. Ein Zettel, ein Handzeichen oder ein geflüstertes Wort kann ein Hilferuf sein.
guide-recognise-behaviour-2 = Angst vor Uniformen haben viele, die vor einem Krieg geflohen sind. Müdigkeit, Scham oder eine fremde Sprache können genauso aussehen.

guide-recognise-body-title = Was ein Körper zeigt
guide-recognise-body-1 = Sie sehen vielleicht Wunden, die zugefügt wirken, jemanden, der erschöpft oder betäubt ist, Kleidung, die nicht zum Wetter passt, oder ein Zeichen wie von einem Besitzer.
guide-recognise-body-2 = Zuerst der Sanitäter, dann die Meldung. Eine harte Reise, ein Unfall oder eine Krankheit kann gleiche Spuren lassen. Beschreiben Sie nur, was offen zu sehen war; niemand muss sich ausziehen oder erklären.

guide-recognise-documents-title = Papiere und Versprechen
guide-recognise-documents-1 = Bei einer normalen Kontrolle wirken Papiere manchmal verändert, alle ganz neu oder auf einen anderen ausgestellt. Manche sagen von sich aus, dass Arbeit, Lohn oder Heirat nicht wie versprochen war.
guide-recognise-documents-2 = Wer flieht, hat oft schlechte Papiere oder keine. Falsche Papiere machen niemanden zum Verbrecher: Vielleicht gab es keine Wahl.

guide-recognise-transit-title = Unterwegs
guide-recognise-transit-1 = Sie sehen vielleicht zu viele Menschen in einem Fahrzeug, Menschen in einer Ladung versteckt, verdeckte Scheiben, ein Kennzeichen, das nicht passt, ein Auto, das vorausfährt, oder denselben Fahrer mit anderen Leuten.
guide-recognise-transit-2 = Ohne Luft, Wasser oder Wärme geht es um Leben: zuerst Hilfe. Aber ein überfüllter Bus oder Menschen, die nachts gehen, können auch Armut sein oder dort der Alltag.

guide-recognise-site-title = Orte
guide-recognise-site-1 = Im Vorbeifahren sehen Sie vielleicht ein Haus, in dem Gruppen kommen und gehen, Gitter oder Wachen, die Menschen drinnen halten, Leute, die am Arbeitsplatz schlafen, oder Kindersachen in Bar oder Fabrik.
guide-recognise-site-2 = Viele elende Unterkünfte sind einfach arm, und ein Zaun hält manchmal nur Diebe ab. Der Ort, die Uhrzeit und was von der Straße aus zu sehen war, genügen.

guide-recognise-labour-title = Arbeit
guide-recognise-labour-1 = Ihnen fallen vielleicht sehr lange Tage ohne Ruhe auf, gefährliche Arbeit ohne Schutz, Arbeiter, die bewacht oder angeschrien werden. Manche sagen von sich aus, dass Lohn einbehalten wird oder eine Schuld abzuarbeiten ist.
guide-recognise-labour-2 = Harte Arbeit für wenig Geld ist traurig und oft keine Straftat. Es wiegt schwerer, wenn Menschen nicht weg können. Es zählt auch auf und bei unseren eigenen Stützpunkten.

guide-recognise-sexual-title = Sexuelle Ausbeutung
guide-recognise-sexual-1 = Ihnen fällt vielleicht auf, dass ein Dritter den Preis bestimmt oder das Geld nimmt, oder dass jemand angeboten wird, der jünger als 18 wirkt. Es geschieht in Wohnungen und per Telefon ebenso wie in Bars.
guide-recognise-sexual-2 = Sex zu verkaufen ist für sich kein Menschenhandel. Es wiegt schwerer, wenn andere entscheiden und andere kassieren. Wirkt die Person jünger als 18, zählt es auch ohne Zwang: zuerst Hilfe.

guide-recognise-child-title = Kinder
guide-recognise-child-1 = Sie sehen vielleicht ein Kind allein oder mit Erwachsenen, die nicht zur Familie zu gehören scheinen, eines mit einer fremden Nummer auf einem Zettel, eines, das für Geld übergeben wird oder einer bewaffneten Gruppe dient.
guide-recognise-child-2 = Kinder reisen oft mit Tante, Nachbarin oder großem Bruder, und viele arbeiten zu Hause mit. Ist ein Kind jetzt in Gefahr? Zuerst Hilfe, dann die Meldung. Zählen Sie im Zweifel über das Alter die Person als Kind.

guide-recognise-begging-title = Betteln und Stehlen für andere
guide-recognise-begging-1 = Sie sehen vielleicht Bettelnde, die dieselbe erwachsene Person bringt, bewacht und abholt, Geld, das gleich an sie geht, oder ein Kind, das stehlen oder Drogen tragen muss.
guide-recognise-begging-2 = Familien betteln gemeinsam, und Betteln allein ist kein Zeichen. Es wiegt schwerer, wenn ein anderer das Geld nimmt oder die Befehle gibt.

guide-recognise-domestic-title = Arbeit im Haushalt
guide-recognise-domestic-1 = Von einem festen Posten oder Weg aus fällt Ihnen vielleicht Hauspersonal auf, das nie ohne den Arbeitgeber draußen ist.
guide-recognise-domestic-2 = Viele Hausangestellte wohnen im Haus und werden gut behandelt. Ein kurzer Blick sagt wenig; was Ihnen über Wochen ohnehin auffiel, sagt mehr.

guide-recognise-organ-title = Entnahme von Organen
guide-recognise-organ-1 = Das ist selten. Zufällig sehen Sie vielleicht eine frische, ungeklärte Operationsnarbe an Flanke oder Bauch, oder eine Klinik ohne Schild für arme Fremde und ausländische Patienten.
guide-recognise-organ-2 = Die meisten Narben stammen von einer gewöhnlichen Operation. Niemand muss Ihnen eine zeigen. Schreiben Sie nur, was ohnehin sichtbar war oder erzählt wurde.

guide-recognise-network-title = Menschen, die gemeinsam handeln
guide-recognise-network-1 = Sie sehen vielleicht eine Person mit vielen Telefonen, Bankkarten oder viel Bargeld, dieselbe Nummer bei mehreren, einen Fremden, der in einer Schlange Arbeit oder Fahrt anbietet, oder Bewaffnete bei einer Gruppe Zivilisten.
guide-recognise-network-2 = Auch Händler haben Bargeld und Telefone dabei, und Helfer verteilen Nummern. Kennzeichen, Nummern und Namen, genau wie Sie sie sahen, helfen am meisten: Sie verbinden eine Meldung mit der anderen.

guide-recognise-own-forces-title = Die eigene Seite
guide-recognise-own-forces-1 = Das kommt auch auf der eigenen Seite vor: Jemand von der Truppe oder von einer Firma, die für sie arbeitet, kauft Sex, geht in ein verbotenes Lokal, bringt Menschen mit unseren Fahrzeugen, Ausweisen oder Posten weiter oder hinein, oder verdient daran.
guide-recognise-own-forces-2 = Diese Zeichen gehen nicht den normalen Weg. Lesen Sie bitte „{ guide-own-side-title }“, bevor Sie schreiben.

guide-do-title = Was Sie tun
guide-do-1 = Zuerst das Leben. Ist jemand verletzt, krank oder in Gefahr? Holen Sie Hilfe auf dem normalen Weg: Erste Hilfe, Sanitäter, Vorgesetzter. Die Meldung kann warten.
guide-do-2 = Ein Kind in Gefahr: zuerst Hilfe, über Ihre eigene Kette oder örtliche Stellen, wie Ihre Befehle es sagen. Danach melden.
guide-do-3 = Tun Sie Ihren Dienst weiter wie befohlen. Was Sie dabei sehen oder hören, genügt.
guide-do-4 = Die Zeit: auf die Minute, wenn Sie sie wissen, sonst „ungefähr“.
guide-do-5 = Der Ort: Koordinaten, Dorf oder „500 m hinter der Brücke“. Sagen Sie, wie weit Sie danebenliegen können.
guide-do-6 = Fahrzeuge: Kennzeichen, Art, Farbe und die Richtung, in die sie fuhren. Ein halbes Kennzeichen ist viel wert. Schreiben Sie ? für das, was nicht zu lesen war.
guide-do-7 = Menschen: wie viele Männer, Frauen, Jungen und Mädchen. Kleidung, Haare, Merkmale, gehörte Worte. Alles aus dem Gedächtnis.
guide-do-8 = Schreiben Sie Tatsachen, wie eine Kamera sie sähe: „die Frau gab dem Fahrer ihren Pass“, nicht „der Fahrer hat sie in der Hand“.
guide-do-9 = Auch was Sie davon halten, ist willkommen. Es hat sein eigenes Feld, getrennt von den Tatsachen.
guide-do-10 = Wenn Sie nicht sicher sind, sagen Sie es. „Ich glaube, es war blau“ ist ein guter Satz.
guide-do-11 = Eine Meldung in einer Minute: Wann, Wo und Was genügen. Dann einreichen. Auf Rechtschreibung achtet niemand.
guide-do-12 = Sie können sie später aus dem Gedächtnis ergänzen, mit einer neueren Fassung. Ein halbfertiger Entwurf bleibt auf diesem Gerät, auch wenn der Strom ausfällt.
guide-do-13 = Lassen Sie Gegenstände und den Ort, wie sie sind, außer Dienst oder Sicherheit verlangen anderes. Wurde etwas bewegt oder zerstört, schreiben Sie was, wann und von wem.
guide-do-14 = Wurde die örtliche Polizei verständigt? Schreiben Sie, wer, wann und ob sie handelte. Hat ein Beamter mitgemacht oder weggesehen, schreiben Sie auch das.
guide-do-15 = Haben Sie es im normalen Dienst zufällig wieder gesehen? Schreiben Sie eine neue Meldung. Das zweite Mal zählt oft mehr.

guide-never-title = Was Sie nie tun
guide-never-1 = Diese Liste schützt die Betroffenen, den Fall und Sie. Was Ihre Befehle über Kontrollen, Gewalt und Notwehr sagen, bleibt, wie es ist.
guide-never-2 = Befragen Sie niemanden dazu. Was Menschen von sich aus erzählen, dürfen Sie aufschreiben.
guide-never-3 = Durchsuchen Sie dafür keine Menschen, Taschen, Fahrzeuge, Räume oder Telefone.
guide-never-4 = Folgen Sie niemandem: nicht zu Fuß, nicht mit dem Auto, nicht im Internet.
guide-never-5 = Halten Sie niemanden nur deswegen fest. Eine gute Beschreibung ist mehr wert als eine zu frühe Festnahme.
guide-never-6 = Zahlen Sie nicht, kaufen Sie nicht, spielen Sie nicht den Kunden. Auch nicht, um jemandem zu helfen.
guide-never-7 = Versprechen Sie nichts: keine Papiere, keinen Schutz, kein Geld, keine Antwort. Ein gebrochenes Versprechen kann jemanden in Gefahr bringen.
guide-never-8 = Fotografieren Sie keine Kinder. Worte genügen.
guide-never-9 = Bilder von Kindesmissbrauch: nicht fotografieren, kopieren, behalten oder senden, auch nicht als Beweis. Schreiben Sie in Worten, wo und wann Sie darauf stießen.
guide-never-10 = Warnen Sie keine Verdächtigen, und lassen Sie sich nichts anmerken. Andere könnten dafür bezahlen.
guide-never-11 = Sprechen Sie nicht darüber, weder im Lager noch daheim oder im Netz. Sagen Sie es nur denen, die es wissen müssen, damit Hilfe kommt.
guide-never-12 = Bringen Sie nichts davon auf Ihr eigenes Telefon: kein Foto, keine Notiz, keine Nachricht.
guide-never-13 = Gehen Sie nicht zurück, um nachzusehen, weder im Dienst noch außerhalb. Führt Ihr normaler Dienst Sie wieder vorbei, ist das etwas anderes.

guide-own-side-title = Wenn es die eigene Seite ist
guide-own-side-1 = Die eigene Seite, das sind: Soldaten, unsere oder die von Partnern, Zivilpersonen der Mission und Firmen, die für sie arbeiten.
guide-own-side-2 = Eine solche Meldung darf nicht über Ihren Kommandanten laufen. Sie braucht einen eigenen Weg zu einer unabhängigen Stelle. Dieser Weg ist noch nicht gebaut.
guide-own-side-3 = Vorerst also: Wählen Sie ein solches Zeichen, kann die Meldung nicht eingereicht werden. Sie kann nur als Entwurf auf diesem Gerät bleiben, hinter Ihrer Passphrase.
guide-own-side-4 = Nichts davon geht an Ihren Kommandanten: kein Text, keine Zahl, kein Hinweis. Aber vorerst erhält es von diesem Gerät auch sonst niemand.
guide-own-side-5 = Vorsicht: Das Programm erkennt es nur an den Zeichen, die Sie wählen. Schreiben Sie nur in eigenen Worten darüber und reichen ein, liest es Ihr Kommandant.
guide-own-side-6 = Sie können sich direkt an den Föderalen Ombudsmann in Belgien wenden. Er gehört nicht zur Landesverteidigung und nimmt Meldungen über Missstände in föderalen Diensten an. Er sagt Ihnen, was er tun kann.
guide-own-side-7 = Föderaler Ombudsmann: www.federalombudsman.be, Rue de Louvain 48, 1000 Brüssel. Eine Adresse kann sich ändern, während Sie fort sind.
guide-own-side-8 = Bevor Sie schreiben oder anrufen: Denken Sie daran, wer mitlesen oder mithören kann. Senden Sie nichts Eingestuftes.
guide-own-side-9 = Sie können den Entwurf jederzeit wegwerfen. Niemand erfährt, dass es ihn gab.
guide-own-side-10 = Auch hier gilt: Ist jetzt ein Leben oder ein Kind in Gefahr, geht Hilfe vor, durch einen Vorgesetzten oder Sanitäter, dem Sie vertrauen.

guide-after-title = Was danach geschieht
guide-after-1 = Wenn Sie einreichen, wird die Meldung als Ihre signiert. Von da an kann sie niemand unbemerkt ändern, auch Sie nicht.
guide-after-2 = Etwas falsch oder vergessen? Schreiben Sie aus dem Gedächtnis eine neuere Fassung. Beide gehen weiter, und die Polizei sieht, welche gilt.
guide-after-3 = Sie geht mit der nächsten Übertragung an Ihren Kommandanten, über das Netz oder auf einem Stick. Ohne Netz wartet sie hier, verschlossen durch Ihre Passphrase.
guide-after-4 = Ihr Kommandant liest sie, darf eine Bewertung und eine Bemerkung hinzufügen und muss sie nach Brüssel weitergeben.
guide-after-5 = Dafür hat Ihr Kommandant 72 Stunden, wenn Ihre Mission keine andere Frist hat. Danach geht die Meldung mit der nächsten Sendung weiter, wie sie ist, und das ist vermerkt.
guide-after-6 = Eine Meldung kann mit einem Grund wieder zu Ihnen kommen, etwa „Ort unklar“. Ergänzen Sie sie nur aus dem Gedächtnis. Geht das nicht, geht sie weiter, wie sie ist.
guide-after-7 = Ihre Meldungen sind fortlaufend nummeriert. Geht unterwegs eine verloren, kann die Polizei die Lücke sehen.
guide-after-8 = Die Liste sagt, wie weit jede Meldung ist. Nachrichten reisen langsam: Schritte kommen manchmal spät, mehrere zugleich oder gar nicht.
guide-after-9 = „{ standing-draft }“: Sie schreiben noch. Nur Sie sehen ihn.
guide-after-10 = „{ standing-filed }“: signiert, und wartet auf die Übertragung oder liegt beim Kommandanten.
guide-after-11 = „{ standing-returned }“: Ihr Kommandant hätte sie gern vollständiger, aus dem Gedächtnis. Brüssel steht sie weiter zu.
guide-after-12 = „{ standing-superseded }“: Eine neuere Fassung von Ihnen gilt. Diese geht auch mit.
guide-after-13 = „{ standing-reviewed }“: gelesen und bewertet.
guide-after-14 = „{ standing-forwarded }“: in einer Sendung unterwegs. „{ standing-received }“: Die Einsatzzentrale hat sie, noch immer versiegelt.
guide-after-15 = „{ standing-acknowledged }“: Die Zelle Menschenhandel hat jeden Teil davon und hat dafür signiert.
guide-after-16 = „{ standing-answered }“: Unter den Antworten steht etwas für Sie.
guide-after-17 = Antworten kommen über Ihren Kommandanten, der sie lesen, aber nicht ändern kann. Die Polizei signiert sie, und dieses Gerät prüft das selbst.
guide-after-18 = „{ status-received }“: Es ist angekommen, und ein Beamter liest es.
guide-after-19 = „{ status-needs-more }“: Tun Sie nichts eigens dafür. Sehen Sie im normalen Dienst ohnehin mehr, oder fällt Ihnen noch etwas ein, melden Sie es.
guide-after-20 = „{ status-linked-to-known }“: Ihr Stück passt zu einem Fall, an dem gearbeitet wird.
guide-after-21 = „{ status-under-investigation }“: Die Polizei arbeitet daran. Das ist ihre Sache; Ihr Teil ist getan.
guide-after-22 = „{ status-passed-abroad }“: Die Polizei eines anderen Landes hat es, weil sie dort handeln kann.
guide-after-23 = „{ status-no-action }“: immer mit einem Grund. Keine Straftat nach dem Recht dort, zu wenig Angaben, schon bekannt, Sache einer anderen Behörde, bei der Polizei vor Ort, oder zurzeit keiner frei.
guide-after-24 = „Keine Maßnahme“ heißt nicht, dass Sie unrecht hatten, und auch nicht, dass jemand gekauft wurde.
guide-after-25 = „{ status-closed-result }“: Es ist vorbei, und es hat etwas gebracht. Man sagt Ihnen, was man sagen darf.
guide-after-26 = Noch keine Antwort heißt nicht, dass es nutzlos war. Fälle dauern Monate oder Jahre. Ihre Meldung bleibt dort und zählt vielleicht an dem Tag, an dem eine andere dazukommt.

guide-device-title = Schützen Sie dieses Gerät
guide-device-1 = Sperren Sie es jedes Mal, wenn Sie weggehen, auch für eine Minute. Nach einer Weile sperrt es sich auch selbst.
guide-device-2 = Ihre Passphrase gehört nur Ihnen. Schreiben Sie sie nicht auf, leihen Sie sie nicht aus, sagen Sie sie niemandem, auch keinem Vorgesetzten.
guide-device-3 = Eine vergessene Passphrase kann niemand wiederherstellen. Was Sie noch nicht übergeben hatten, ist dann verloren.
guide-device-4 = Die Notlöschung vernichtet alles von Ihnen hier: zwei Tasten, unter einer Sekunde. Sie zeigt zuerst, wie viele Meldungen noch nicht fort sind. Lernen Sie die Tasten auswendig; sie stehen in der Hilfe.
guide-device-5 = Was schon übergeben war, trifft die Löschung nicht.
guide-device-6 = In Gefahr denken Sie zuerst an sich. Löschen Sie, wenn Sie können. Keine Meldung ist ein Leben wert.
guide-device-7 = Keine Notizen anderswo: kein Heft, kein Telefon, kein anderer Computer, kein Kreuz auf einer Karte.
guide-device-8 = Öffnen Sie an einem gemeinsamen Computer nur Ihr eigenes Profil, und sperren Sie es, bevor sich ein anderer hinsetzt.
guide-device-9 = Wählen Sie nachts die Nachtfarben: Der Bildschirm bleibt dunkel und ist weniger weit zu sehen.
guide-device-10 = Verloren, gestohlen, oder hat jemand Ihre Passphrase gesehen? Sagen Sie es sofort Ihrem Kommandanten. Das ist keine Schande, und das Gerät kann ausgeschlossen werden.

guide-law-title = Was dieser Leitfaden ist
guide-law-1 = Dieser Leitfaden ist keine Rechtsberatung. Das Gesetz, Ihre Befehle und die Regeln zur Gewalt gehen vor.
guide-law-2 = Die Worte sind die des Programms. Die Zelle Menschenhandel der Föderalen Polizei muss sie noch genehmigen.
guide-law-3 = Er beruht auf der Vereinbarung vom 20. März 2006 zwischen Landesverteidigung und Föderaler Polizei. Wo beide abweichen, gilt die Vereinbarung.
guide-law-4 = Sie sagen nicht, wer schuldig oder wer Opfer ist. Sie sagen, was Sie gesehen oder gehört haben.
guide-law-5 = Eines Tages werden Ihre Worte vielleicht vor Gericht gelesen. Schreiben Sie sie so, dass Sie dazu stehen können.

guide-signs = Was die Liste nennt
guide-flag-life = Lebensgefahr
guide-flag-urgent = dringend
guide-flag-no-media = nie ein Bild
guide-nothing = Nichts im Leitfaden enthält diese Wörter.
