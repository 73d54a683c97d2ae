//! No orders to investigate: words to a soldier that ask him to find something out are recognised before they are sent.
//!
//! ```text
//!  note ── folded words ──┬─ a lead ("could you", "gelieve") … a verb ("search the", "doorzoeken") ─┐
//!                         ├─ a clause that opens with an order ("Vraag de bestuurder")              ├─▶ range
//!                         ├─ a telegram ("Fahrer befragen")                                         │
//!                         └─ what is an order wherever it stands                                   ─┘
//!                         less the exceptions ("follow the form") and what is denied ("do not follow the car")
//! ```
//!
//! A soldier is no investigator (protocol of 20 March 2006: what he sees on his ordinary duty). He may be told what is
//! missing in what he wrote, and never how to get it: not to question, search, follow, photograph, wait, go back. Whoever
//! writes to him is shown the words that would ask it. All four languages are looked for in every text, because nobody
//! says in which one he writes.
//!
//! It knows phrases and no meaning. Who wants to get around it can; who writes without thinking is stopped.

use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::folding::{self, Word};
use crate::domain::phrase::{Step, length, steps};

/// The phrases of Dutch, French, German and English.
static LANGUAGES: LazyLock<[Vec<Phrase>; 4]> = LazyLock::new(|| {
    [include_str!("nl.txt"), include_str!("fr.txt"), include_str!("de.txt"), include_str!("en.txt")]
        .map(phrases)
});

/// Words that may stand between a lead and its verb.
const LEAD_REACHES: usize = 7;
/// Words that may stand before the infinitive of a telegram.
const TELEGRAM_REACHES: usize = 3;

/// After one of these a denial speaks of how, and not of whether.
const DEGREES: [&str; 5] = ["te", "trop", "zu", "too", "only"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// After it a clause opens anew.
    Joint,
    /// Makes no order of what is said in its clause.
    Not,
    /// Makes an order of a verb that follows in its clause.
    Lead,
    /// Ends the reach of a lead.
    Clause,
    /// What is ordered.
    Verb,
    /// An infinitive that is an order by itself at the end of a clause.
    Telegram,
    /// An order where it opens a clause.
    Opening,
    /// An order wherever it stands.
    Anywhere,
}

#[derive(Debug)]
struct Phrase {
    part: Part,
    exception: bool,
    steps: Vec<Step>,
}

/// The bytes of a text that ask a soldier to find something out, from its beginning to its end; none overlap. They begin
/// and end between characters.
#[must_use]
pub fn orders(text: &str) -> Vec<Range<usize>> {
    let words = folding::words(text);
    let mut found: Vec<Range<usize>> =
        LANGUAGES.iter().flat_map(|phrases| Reading::of(text, &words, phrases).orders()).collect();
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut orders: Vec<Range<usize>> = Vec::new();
    for span in found {
        let (first, last) = (words.get(span.start), words.get(span.end.saturating_sub(1)));
        if let (Some(first), Some(last)) = (first, last)
            && orders.last().is_none_or(|kept| kept.end <= first.range.start)
        {
            orders.push(first.range.start..last.range.end);
        }
    }
    orders
}

fn phrases(table: &'static str) -> Vec<Phrase> {
    let mut parts: &[Part] = &[];
    let mut found = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[') {
            parts = match heading.trim_end_matches(']') {
                "joint" => &[Part::Joint],
                "not" => &[Part::Not],
                "lead" => &[Part::Lead],
                "clause" => &[Part::Clause],
                "verb" => &[Part::Verb],
                "telegram" => &[Part::Telegram],
                "opening" => &[Part::Opening],
                "order" => &[Part::Verb, Part::Opening],
                _ => &[Part::Anywhere],
            };
            continue;
        }
        let (exception, phrase) = line.strip_prefix("- ").map_or((false, line), |phrase| (true, phrase));
        found.extend(parts.iter().map(|part| Phrase { part: *part, exception, steps: steps(phrase) }));
    }
    found
}

/// A text read by the phrases of one language; spans are of words.
struct Reading<'a> {
    text: &'a str,
    words: &'a [Word],
    phrases: &'a [Phrase],
    joints: Vec<Range<usize>>,
    leads: Vec<Range<usize>>,
    clauses: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str, words: &'a [Word], phrases: &'a [Phrase]) -> Self {
        let mut reading =
            Self { text, words, phrases, joints: Vec::new(), leads: Vec::new(), clauses: Vec::new() };
        reading.joints = reading.spans(Part::Joint, false);
        reading.leads = reading.spans(Part::Lead, false);
        reading.clauses = reading.spans(Part::Clause, false);
        reading
    }

    /// Where the phrases of a part stand, or its exceptions.
    fn spans(&self, part: Part, exception: bool) -> Vec<Range<usize>> {
        let wanted = |phrase: &&Phrase| phrase.part == part && phrase.exception == exception;
        let wanted: Vec<&Phrase> = self.phrases.iter().filter(wanted).collect();
        let at = |at: usize| {
            let behind = self.words.get(at..).unwrap_or_default();
            let taken = wanted.iter().filter_map(move |phrase| length(&phrase.steps, behind));
            taken.map(move |taken| at..at + taken)
        };
        (0..self.words.len()).flat_map(at).collect()
    }

    /// Where the phrases of a part stand, but for what an exception covers.
    fn meant(&self, part: Part) -> Vec<Range<usize>> {
        let excused: Vec<Range<usize>> = [Part::Verb, Part::Telegram, Part::Opening]
            .into_iter()
            .flat_map(|part| self.spans(part, true))
            .collect();
        let overlaps = |span: &Range<usize>| {
            excused.iter().any(|cover| cover.start < span.end && span.start < cover.end)
        };
        self.spans(part, false).into_iter().filter(|span| !overlaps(span)).collect()
    }

    /// Whether a clause ends before this word, or the text.
    fn breaks(&self, at: usize) -> bool {
        let stopped = self.words.get(at).is_none_or(|word| word.after_a_stop);
        stopped || self.joints.iter().any(|joint| joint.start == at)
    }

    /// Whether a clause begins with this word.
    fn opens(&self, at: usize) -> bool {
        let stopped = self.words.get(at).is_some_and(|word| word.after_a_stop);
        at == 0 || stopped || self.joints.iter().any(|joint| joint.end == at)
    }

    /// Whether no other clause begins between two words that are no further apart than that.
    fn reaches(&self, from: usize, to: usize, most: usize) -> bool {
        let between = self.words.get(from..=to).unwrap_or_default();
        from <= to
            && to - from <= most
            && !between.iter().any(|word| word.after_a_stop)
            && !self.clauses.iter().any(|clause| from <= clause.start && clause.start < to)
    }

    /// As [`Self::reaches`], but a comma may follow the lead: "Versuchen Sie, den Namen zu ermitteln".
    fn led_from(&self, lead: &Range<usize>, verb: &Range<usize>) -> bool {
        let before = lead.end.checked_sub(1).and_then(|last| self.words.get(last));
        let comma = match (before, self.words.get(lead.end)) {
            (Some(last), Some(next)) => self.text.get(last.range.end..next.range.start) == Some(", "),
            _ => false,
        };
        match comma && lead.end < verb.start {
            true => self.reaches(lead.end + 1, verb.start, LEAD_REACHES - 1),
            false => self.reaches(lead.end, verb.start, LEAD_REACHES),
        }
    }

    /// Whether the clause of an order denies it: "do not follow the car". "Could you not" and "follow him, not too
    /// close" deny nothing.
    fn denied(&self, order: &Range<usize>, denials: &[Range<usize>]) -> bool {
        let from = (1..=order.start).rev().find(|at| self.breaks(*at)).unwrap_or(0);
        let to = (order.end..self.words.len()).find(|at| self.breaks(*at)).unwrap_or(self.words.len());
        denials.iter().any(|denial| {
            let led = self.leads.iter().any(|lead| lead.start <= denial.start && denial.end <= lead.end);
            let next = self.words.get(denial.end).map(|word| word.folded.as_str());
            let by_degree = denial.end >= order.end && next.is_some_and(|word| DEGREES.contains(&word));
            from <= denial.start && denial.end <= to && !led && !by_degree
        })
    }

    fn orders(&self) -> Vec<Range<usize>> {
        let telegrams = self.meant(Part::Telegram);
        let mut found = self.spans(Part::Anywhere, false);
        found.extend(self.meant(Part::Opening).into_iter().filter(|span| self.opens(span.start)));
        for verb in self.meant(Part::Verb).iter().chain(&telegrams) {
            let lead =
                self.leads.iter().filter(|lead| self.led_from(lead, verb)).map(|lead| lead.start).min();
            found.extend(lead.map(|start| start..verb.end));
        }
        for telegram in telegrams.iter().filter(|span| self.breaks(span.end)) {
            let opening = (0..=telegram.start).rev().find(|at| self.opens(*at)).unwrap_or(0);
            let inside = telegram.start <= opening + TELEGRAM_REACHES
                && !self.clauses.iter().any(|clause| (opening..telegram.start).contains(&clause.start));
            if inside {
                found.push(opening..telegram.end);
            }
        }
        let denials = self.spans(Part::Not, false);
        found.retain(|order| !self.denied(order, &denials));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::orders;
    use proptest::prelude::*;

    /// What is missing, and never how to get it.
    const FINE: [&[&str]; 4] = [
        &[
            "Vraag: welk tijdstip?",
            "De vraag naar het tijdstip blijft open.",
            "Welke van de twee bruggen bedoelt u?",
            "Kunt u zeggen hoe laat het ongeveer was?",
            "Het aantal personen ontbreekt.",
            "Kunt u deze twee vragen beantwoorden, uit het geheugen?",
            "Feiten en mening staan door elkaar: gelieve ze te scheiden.",
            "Gelieve de volgende velden aan te vullen: plaats en uur.",
            "De foto kan niet geopend worden.",
            "De wagen die u zag volgen: was dat dezelfde bestelwagen?",
            "Hoorde u de bestuurder iets vragen, of zag u het alleen?",
            "U schrijft dat de agent de koffer doorzocht: welke agent?",
            "Kunt u zeggen of de bestuurder naar binnen ging kijken?",
            "Volgens welke bron weet u dit?",
            "Was u te voet of in een voertuig?",
            "Geef bij elke indicator aan hoe u het weet: zelf gezien of gehoord.",
            "Wat u niet weet, laat u open.",
            "De wachtpost wacht op de bus: welke bus is bedoeld?",
            "Kunt u in uw notities nagaan hoe laat uw dienst begon?",
            "Zoek het tijdstip op in uw notities, als u het opschreef.",
            "Volg de volgorde van het formulier.",
            "Controleer het tijdstip: 25.10 u bestaat niet.",
            "Het zoeken naar de plaats op de kaart gaf twee dorpen met die naam.",
            "Ging de vrouw terug naar het huis, of bleef ze in de wagen?",
            "Gelieve niemand te ondervragen, schrijf alleen wat u zag.",
            "Ga er niet voor op zoek.",
            "U hoeft niet terug te gaan.",
            "Volg de wagen niet.",
            "Wie vroeg de papieren: u of de politie?",
            "De indicator \"documenten afgenomen\" heeft geen basis: zag u het of werd het verteld?",
            "Het rooster op de kaart ligt in zee, is de zone juist?",
            "Graag het tijdstip aanvullen.",
            "Kunt u aangeven of u de plaat zelf las?",
            "Bijlage 2 is onleesbaar, graag opnieuw bijvoegen als u ze nog hebt.",
            "De zin over de foto is afgebroken.",
            "Heeft de lokale politie de wagen gecontroleerd?",
            "Hoeveel vrouwen zag u instappen?",
            "Was het de politie die de bestuurder ondervroeg?",
            "Gelieve feiten en oordeel in twee vakken te zetten.",
            "Stond u er lang te wachten, of kwam u er toevallig langs?",
            "De richting ontbreekt: reed de wagen terug naar Jarinje?",
            "Noteer alleen wat u zich herinnert.",
            "Vragen over de plaats: zie hieronder.",
            "Is het zoeklicht op de foto van u?",
            "Tijdstip aanvullen graag. De bestuurder kwam iets vragen: wat?",
            "Kunt u beschrijven hoe de agent de vrouwen ondervroeg?",
            "De man die u zag fotograferen: droeg hij een uniform?",
            "U zegt dat ze wachtten op een bus, waar stond die?",
            "Is dit hetzelfde huis als in uw vorige verslag?",
            "Gelieve bij indicator 2 te zeggen of u het zelf zag.",
            "Er staat 'gisteren': welke datum?",
            "De kaart volgt niet uit de tekst.",
        ],
        &[
            "Question : à quelle heure ?",
            "La question de l'heure reste ouverte.",
            "Lequel des deux ponts ?",
            "Pourriez-vous préciser l'heure approximative ?",
            "Le nombre de personnes manque.",
            "Les faits et votre avis sont mêlés : merci de les séparer.",
            "Merci de compléter les champs suivants : lieu et heure.",
            "La photo ne s'ouvre pas.",
            "Vous écrivez que le véhicule a été suivi : par qui ?",
            "Avez-vous entendu le chauffeur demander quelque chose ?",
            "Le policier a fouillé le coffre : quel policier ?",
            "Pourriez-vous dire si le chauffeur est allé voir à l'intérieur ?",
            "Étiez-vous à pied ou en véhicule ?",
            "Indiquez pour chaque indicateur comment vous le savez : vu ou entendu.",
            "Ce que vous ne savez pas, laissez-le ouvert.",
            "La demande de la femme : dans quelle langue ?",
            "Le garde attend un bus : lequel ?",
            "Cherchez dans vos notes l'heure du début de votre service.",
            "Suivez l'ordre du formulaire.",
            "Contrôlez l'heure : 25h10 n'existe pas.",
            "La femme est-elle retournée à la maison ?",
            "La recherche du lieu sur la carte donne deux villages de ce nom.",
            "La suite du récit manque.",
            "Vous demandez si la photo est arrivée : elle ne s'ouvre pas.",
            "N'interrogez personne, écrivez seulement ce que vous avez vu.",
            "Ne retournez pas sur place.",
            "Inutile de retourner au pont.",
            "Qui a demandé les papiers : vous ou la police ?",
            "L'indicateur n'a pas de base : vu ou raconté ?",
            "La grille tombe en mer, la zone est-elle juste ?",
            "Merci d'ajouter l'heure.",
            "Pourriez-vous indiquer si vous avez lu la plaque vous-même ?",
            "L'annexe 2 est illisible, merci de la joindre à nouveau si vous l'avez encore.",
            "La phrase sur la photo est coupée.",
            "La police locale a-t-elle contrôlé la voiture ?",
            "Combien de femmes avez-vous vues monter ?",
            "Est-ce la police qui a interrogé le chauffeur ?",
            "Merci de mettre les faits et l'avis dans deux champs.",
            "Avez-vous attendu longtemps ou passiez-vous par hasard ?",
            "La direction manque : la voiture est-elle repartie vers Jarinje ?",
            "Ne notez que ce dont vous vous souvenez.",
            "Questions sur le lieu : voir ci-dessous.",
            "Le chauffeur vous a-t-il parlé ?",
            "Veuillez écrire qui a fouillé le coffre.",
            "Heure à compléter, svp. Le chauffeur est venu demander quelque chose : quoi ?",
            "Pouvez-vous décrire comment l'agent a interrogé les femmes ?",
            "L'homme que vous avez vu photographier : portait-il un uniforme ?",
            "Vous dites qu'elles attendaient un bus, où ?",
            "Est-ce la même maison que dans votre rapport précédent ?",
            "Veuillez dire pour l'indicateur 2 si vous l'avez vu vous-même.",
            "Il est écrit « hier » : quelle date ?",
            "Quelqu'un cherchait-il une adresse ?",
        ],
        &[
            "Frage: welche Uhrzeit?",
            "Die Frage nach der Uhrzeit bleibt offen.",
            "Welche der beiden Brücken ist gemeint?",
            "Können Sie sagen, wie spät es ungefähr war?",
            "Die Zahl der Personen fehlt.",
            "Können Sie diese zwei Fragen aus dem Gedächtnis beantworten?",
            "Fakten und Meinung stehen durcheinander: bitte trennen.",
            "Bitte ergänzen Sie folgende Felder: Ort und Uhrzeit.",
            "Das Foto lässt sich nicht öffnen.",
            "Sie schreiben, dass der Wagen verfolgt wurde: von wem?",
            "Hörten Sie den Fahrer etwas fragen, oder sahen Sie es nur?",
            "Der Polizist durchsuchte den Kofferraum: welcher Polizist?",
            "Können Sie sagen, ob der Fahrer hineinging, um nachzusehen?",
            "Waren Sie zu Fuß oder im Fahrzeug?",
            "Geben Sie bei jedem Indikator an, woher Sie es wissen: gesehen oder gehört.",
            "Was Sie nicht wissen, lassen Sie offen.",
            "Der Posten wartet auf den Bus: welcher Bus ist gemeint?",
            "Können Sie in Ihren Notizen nachsehen, wann Ihr Dienst begann?",
            "Folgen Sie der Reihenfolge des Formulars.",
            "Überprüfen Sie bitte Ihre Uhrzeit: 25.10 Uhr gibt es nicht.",
            "Ging die Frau zum Haus zurück?",
            "Die Suche nach dem Ort auf der Karte ergab zwei Dörfer dieses Namens.",
            "Zwei Fragen bleiben offen: Ort und Uhrzeit.",
            "Wurden Sie angesprochen, oder hörten Sie es zufällig?",
            "Bitte niemanden befragen, schreiben Sie nur, was Sie sahen.",
            "Gehen Sie nicht zurück.",
            "Folgen Sie dem Wagen nicht.",
            "Sie müssen niemanden suchen.",
            "Wer verlangte die Papiere: Sie oder die Polizei?",
            "Der Indikator hat keine Grundlage: gesehen oder erzählt?",
            "Das Gitter liegt im Meer, stimmt die Zone?",
            "Bitte die Uhrzeit ergänzen.",
            "Können Sie angeben, ob Sie das Kennzeichen selbst lasen?",
            "Anhang 2 ist unlesbar, bitte noch einmal anhängen, falls vorhanden.",
            "Der Satz über das Foto bricht ab.",
            "Hat die örtliche Polizei den Wagen kontrolliert?",
            "Wie viele Frauen sahen Sie einsteigen?",
            "War es die Polizei, die den Fahrer befragte?",
            "Bitte Fakten und Urteil in zwei Felder schreiben.",
            "Warteten Sie dort lange, oder kamen Sie zufällig vorbei?",
            "Die Richtung fehlt: fuhr der Wagen nach Jarinje zurück?",
            "Schreiben Sie nur, woran Sie sich erinnern.",
            "Fragen zum Ort: siehe unten.",
            "Sprach der Fahrer mit Ihnen?",
            "Bitte Uhrzeit ergänzen. Der Fahrer kam etwas fragen: was?",
            "Können Sie beschreiben, wie der Polizist die Frauen befragte?",
            "Der Mann, den Sie fotografieren sahen: trug er Uniform?",
            "Sie schreiben, sie warteten auf einen Bus, wo?",
            "Ist es dasselbe Haus wie in Ihrem vorigen Bericht?",
            "Bitte bei Indikator 2 sagen, ob Sie es selbst sahen.",
            "Es steht „gestern“: welches Datum?",
            "Suchte jemand eine Adresse?",
        ],
        &[
            "Question: which time?",
            "The question of the time remains open.",
            "Which of the two bridges?",
            "Could you say roughly what time it was?",
            "The number of people is missing.",
            "Facts and opinion stand in one text: please part them.",
            "Please complete the following fields: place and time.",
            "The photograph cannot be opened.",
            "You write that the van was followed: by whom?",
            "Did you hear the driver ask for papers, or only see it?",
            "The guard searched the boot: which guard?",
            "Can you say whether the driver went to look inside?",
            "Were you on foot or in a vehicle?",
            "State for each indicator how you know it: seen or heard.",
            "What you do not know, leave open.",
            "The sentry waits for a bus: which one is meant?",
            "Look in your notes for the time your duty began.",
            "Follow the order of the form: place first.",
            "Please check the time: 25:10 does not exist.",
            "Did the woman go back to the house?",
            "The search for the place on the map gave two villages of that name.",
            "What follows the second sentence is missing.",
            "Search of the van: by whom?",
            "Please go to the field \"time\" and complete it.",
            "Please go back to your report and add the place.",
            "Please do not question anybody, write only what you saw.",
            "Do not go back.",
            "There is no need to follow the car.",
            "Never follow a vehicle for this.",
            "Who asked for the papers: you or the police?",
            "The indicator has no basis: seen, or told?",
            "The grid lies in the sea, is the zone right?",
            "Please add the time.",
            "Could you say whether you read the plate yourself?",
            "Attachment 2 is unreadable, please attach it again if you still have it.",
            "The sentence about the photo breaks off.",
            "Did the local police check the car?",
            "How many women did you see get in?",
            "Was it the police who questioned the driver?",
            "Please put facts and opinion into two fields.",
            "Did you wait for long or did you pass by chance?",
            "The direction is missing: did the car return to Jarinje?",
            "Write only what you remember.",
            "Questions about the place: see below.",
            "Did the driver talk to you?",
            "Please add the time. The driver came to ask for something: what?",
            "Can you describe how the officer questioned the women?",
            "The man you saw taking photographs: was he in uniform?",
            "You write that they were waiting for a bus, where?",
            "Is it the same house as in your earlier report?",
            "For indicator 2, please say whether you saw it yourself.",
            "It says \"yesterday\": which date?",
            "Was somebody looking for an address?",
        ],
    ];

    /// What no soldier is asked.
    const ORDERS: [&[&str]; 4] = [
        &[
            "Vraag de bestuurder waar hij naartoe gaat.",
            "Kunt u de bestuurder van de witte bestelwagen vragen waar hij woont?",
            "Gelieve de vrouwen te ondervragen.",
            "Plaats onduidelijk, ga eens terug en kijk waar het precies was.",
            "Ga terug naar de brug.",
            "Volg de wagen de volgende keer.",
            "U moet het voertuig volgen tot aan de grens.",
            "Fotografeer de nummerplaat.",
            "Neem volgende keer een foto van de plaat.",
            "Kunt u een foto maken?",
            "Doorzoek de koffer.",
            "Probeer te weten te komen wie de eigenaar is.",
            "Achterhaal wie de wagen huurde.",
            "Bestuurder ondervragen.",
            "Zoek uit wie er woont.",
            "Wacht op de volgende bus en noteer wie uitstapt.",
            "Houd het huis in de gaten.",
            "Vraag aan het slachtoffer hoe ze heet.",
            "Gelieve bij de buren rond te vragen.",
            "Spreek de vrouw eens aan.",
            "Controleer hun paspoorten.",
            "Nog eens langsgaan graag, en gaan kijken.",
            "Het slachtoffer moet ondervraagd worden.",
            "Kan je morgen nog eens bij dat huis langsrijden?",
            "Vraag eens rond in het dorp.",
            "Probeer de naam van de bestuurder te achterhalen.",
            "Als u hem weer ziet, volg hem dan.",
            "Maak foto's van de mensen die instappen.",
            "Blijf daar staan tot ze vertrekken.",
            "Kijk eens in de laadruimte.",
            "Laat uw mannen het huis observeren.",
            "We zouden graag weten wie er woont: ga het na.",
            "Stel de bestuurder enkele vragen.",
            "Bel het nummer op het briefje.",
            "U zou de chauffeur kunnen aanspreken.",
            "Gelieve te controleren of de papieren echt zijn.",
            "Ga na wie de eigenaar is.",
            "Noteer voortaan alle nummerplaten aan dat huis.",
            "Zou u kunnen nagaan wie de wagen bestuurt?",
            "Gelieve morgen de buren te bevragen.",
            "Probeer dichterbij te komen en neem een foto.",
            "Spreek met de eigenaar van het café.",
            "Als het kan: kijk wie er binnengaat.",
            "Rijd er nog eens langs.",
            "Kunt u hun namen opvragen?",
        ],
        &[
            "Demandez au chauffeur où il va.",
            "Pourriez-vous demander au chauffeur de la camionnette blanche où il habite ?",
            "Veuillez interroger les femmes.",
            "Lieu peu clair, retournez sur place pour voir.",
            "Il faudrait retourner au pont.",
            "Suivez la voiture la prochaine fois.",
            "Vous devez suivre le véhicule jusqu'à la frontière.",
            "Photographiez la plaque.",
            "La prochaine fois, prenez une photo de la plaque.",
            "Pouvez-vous faire une photo ?",
            "Fouillez le coffre.",
            "Essayez de savoir qui est le propriétaire.",
            "Découvrez qui a loué la voiture.",
            "Interroger le chauffeur.",
            "Cherchez qui habite là.",
            "Attendez le prochain bus et notez qui descend.",
            "Surveillez la maison.",
            "Demandez à la victime comment elle s'appelle.",
            "Merci de vous renseigner auprès des voisins.",
            "Parlez à la femme.",
            "Vérifiez leurs passeports.",
            "N'oubliez pas de filmer l'entrée.",
            "La victime doit être interrogée.",
            "Pouvez-vous repasser demain devant cette maison ?",
            "Posez quelques questions au chauffeur.",
            "Essayez d'obtenir le nom du chauffeur.",
            "Si vous le revoyez, suivez-le.",
            "Prenez des photos des gens qui montent.",
            "Restez là jusqu'à leur départ.",
            "Jetez un œil dans le coffre.",
            "Faites surveiller la maison par vos hommes.",
            "Nous aimerions savoir qui habite là : renseignez-vous.",
            "Appelez le numéro sur le papier.",
            "Vous pourriez aborder le chauffeur.",
            "Veuillez contrôler si les papiers sont vrais.",
            "Vérifiez qui est le propriétaire.",
            "Notez désormais toutes les plaques devant cette maison.",
            "Allez parler aux voisins.",
            "Pourriez-vous vérifier qui conduit la voiture ?",
            "Merci d'interroger les voisins demain.",
            "Essayez de vous approcher et prenez une photo.",
            "Parlez avec le patron du café.",
            "Si possible : regardez qui entre.",
            "Repassez-y encore une fois.",
            "Pouvez-vous obtenir leurs noms ?",
        ],
        &[
            "Fragen Sie den Fahrer, wohin er fährt.",
            "Können Sie den Fahrer des weißen Transporters fragen, wo er wohnt?",
            "Bitte die Frauen befragen.",
            "Ort unklar, gehen Sie noch einmal hin.",
            "Gehen Sie zurück zur Brücke.",
            "Folgen Sie dem Wagen beim nächsten Mal.",
            "Sie müssen das Fahrzeug bis zur Grenze verfolgen.",
            "Fotografieren Sie das Kennzeichen.",
            "Machen Sie nächstes Mal ein Foto vom Kennzeichen.",
            "Können Sie ein Foto machen?",
            "Durchsuchen Sie den Kofferraum.",
            "Versuchen Sie herauszufinden, wem das Haus gehört.",
            "Finden Sie heraus, wer den Wagen gemietet hat.",
            "Fahrer befragen.",
            "Suchen Sie nach dem Besitzer.",
            "Warten Sie auf den nächsten Bus und notieren Sie, wer aussteigt.",
            "Behalten Sie das Haus im Auge.",
            "Fragen Sie das Opfer, wie es heißt.",
            "Bitte bei den Nachbarn nachfragen.",
            "Sprechen Sie die Frau an.",
            "Kontrollieren Sie ihre Pässe.",
            "Sie sollten das Haus beobachten.",
            "Das Opfer muss befragt werden.",
            "Können Sie morgen noch einmal an dem Haus vorbeifahren?",
            "Hören Sie sich im Dorf um.",
            "Versuchen Sie, den Namen des Fahrers zu ermitteln.",
            "Wenn Sie ihn wiedersehen, folgen Sie ihm.",
            "Machen Sie Fotos von den Leuten, die einsteigen.",
            "Bleiben Sie dort, bis sie abfahren.",
            "Schauen Sie in den Laderaum.",
            "Lassen Sie Ihre Leute das Haus beobachten.",
            "Wir wüssten gern, wer dort wohnt: erkundigen Sie sich.",
            "Stellen Sie dem Fahrer ein paar Fragen.",
            "Rufen Sie die Nummer auf dem Zettel an.",
            "Sie könnten den Fahrer ansprechen.",
            "Bitte kontrollieren, ob die Papiere echt sind.",
            "Stellen Sie fest, wer der Besitzer ist.",
            "Notieren Sie künftig alle Kennzeichen vor dem Haus.",
            "Könnten Sie prüfen, wer den Wagen fährt?",
            "Bitte morgen die Nachbarn befragen.",
            "Versuchen Sie, näher heranzukommen, und machen Sie ein Foto.",
            "Sprechen Sie mit dem Wirt.",
            "Wenn möglich: schauen Sie, wer hineingeht.",
            "Fahren Sie noch einmal vorbei.",
            "Können Sie ihre Namen herausfinden?",
        ],
        &[
            "Ask the driver where he is going.",
            "Could you ask the driver of the white van where he lives?",
            "Please question the women.",
            "Place unclear, go back and see where it was.",
            "You should go back to the bridge.",
            "Follow the car next time.",
            "You must follow the vehicle to the border.",
            "Photograph the plate.",
            "Next time, take a photo of the plate.",
            "Can you get a picture?",
            "Search the boot.",
            "Try to find out who the owner is.",
            "Find out who hired the car.",
            "Interview the driver.",
            "Look for the owner.",
            "Wait for the next bus and note who gets off.",
            "Keep an eye on the house.",
            "Ask the victim her name.",
            "Please ask around among the neighbours.",
            "Talk to the woman.",
            "Check their passports.",
            "Time missing; also try to identify the men.",
            "The victim needs to be questioned.",
            "Can you drive past that house again tomorrow?",
            "Ask around in the village.",
            "Try to get the driver's name.",
            "If you see him again, follow him.",
            "Take pictures of the people getting in.",
            "Stay there until they leave.",
            "Have a look inside the cargo bay.",
            "Have your men watch the house.",
            "We would like to know who lives there: find out.",
            "Put a few questions to the driver.",
            "Call the number on the slip.",
            "You could approach the driver.",
            "Please check whether the papers are real.",
            "Establish who owns it.",
            "From now on write down every plate in front of that house.",
            "Could you check who drives the car?",
            "Please interview the neighbours tomorrow.",
            "Try to get closer and take a photo.",
            "Speak with the owner of the bar.",
            "If possible: watch who goes in.",
            "Drive by once more.",
            "Can you get their names?",
        ],
    ];

    #[test]
    fn what_is_missing_may_be_said_and_how_to_get_it_may_not() {
        let (mut misses, mut alarms) = (Vec::<&str>::new(), Vec::<String>::new());
        for (fine, asked) in FINE.iter().zip(ORDERS) {
            assert!(fine.len() >= 20 && asked.len() >= 20);
            let alarm = |text: &&str| {
                orders(text).first().map(|at| format!("{text} [{}]", text.get(at.clone()).unwrap()))
            };
            alarms.extend(fine.iter().filter_map(alarm));
            misses.extend(asked.iter().copied().filter(|text| orders(text).is_empty()));
        }
        assert!(misses.is_empty() && alarms.is_empty(), "misses: {misses:#?}\nfalse alarms: {alarms:#?}");
    }

    #[test]
    fn the_words_that_ask_are_pointed_out() {
        let text = "Plaats ontbreekt. Kunt u de bestuurder vragen waar het was? Ga terug!";
        let asked: Vec<&str> = orders(text).into_iter().map(|at| text.get(at).unwrap()).collect();
        assert_eq!(asked, ["Kunt u de bestuurder vragen", "Ga terug"]);
    }

    /// What exercises and demonstrations write to soldiers.
    #[test]
    fn the_sentences_of_the_exercise_ask_nothing() {
        for (language, file) in [
            ("nl", include_str!("../../desks/exercise/words/nl.txt")),
            ("fr", include_str!("../../desks/exercise/words/fr.txt")),
            ("de", include_str!("../../desks/exercise/words/de.txt")),
            ("en", include_str!("../../desks/exercise/words/en.txt")),
        ] {
            let mut to_a_soldier = false;
            for line in file.lines() {
                match line.strip_prefix('[') {
                    Some(section) => {
                        to_a_soldier = section.starts_with("return") || section.starts_with("answer");
                    }
                    None if to_a_soldier => assert!(orders(line).is_empty(), "{language}: {line}"),
                    None => {}
                }
            }
        }
    }

    fn an_order() -> impl Strategy<Value = &'static str> {
        (0..4_usize, 0..20_usize).prop_map(|(language, which)| ORDERS[language][which])
    }

    proptest! {
        #[test]
        fn neither_capitals_nor_marks_nor_blanks_hide_an_order(
            order in an_order(), which in prop::collection::vec(0_u8..4, 120)
        ) {
            let typed: String = order.chars().zip(which.iter().cycle()).flat_map(|(c, how)| match how {
                0 => c.to_uppercase().collect::<Vec<_>>(),
                1 if c == ' ' => vec![' ', ' '],
                // A mark typed apart from its letter.
                2 if c.is_ascii_alphabetic() => vec![c, '\u{301}'],
                _ => vec![c],
            }).collect();
            prop_assert!(!orders(&typed).is_empty(), "{}", typed);
        }

        #[test]
        fn no_sentence_hides_the_order_beside_it(
            order in an_order(), language in 0..4_usize, fine in 0..20_usize, before in any::<bool>()
        ) {
            let fine = FINE[language][fine];
            let text = if before { format!("{fine} {order}") } else { format!("{order} {fine}") };
            let found = orders(&text);
            prop_assert!(!found.is_empty());
            prop_assert_eq!(orders(order).len(), found.len());
        }

        #[test]
        fn whatever_is_written_has_ranges_that_stand_in_it(text in "\\PC{0,80}|(?s).{0,80}") {
            let mut end = 0;
            for order in orders(&text) {
                prop_assert!(order.start >= end && text.get(order.clone()).is_some_and(|asked| !asked.is_empty()));
                end = order.end;
            }
        }
    }
}
