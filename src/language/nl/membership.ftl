# Inschrijven, intrekken en wat daarvan komt. De redenen hebben hoogstens 20 kolommen.

revocation-reason-lost = toestel verloren
revocation-reason-stolen = toestel gestolen
revocation-reason-compromised = sleutels bekend
revocation-reason-left = vertrokken
revocation-reason-mistaken = vergissing
revocation-reason-other = andere
aside-revoked = de sleutels van de auteur zijn ingetrokken en dit kwam daarna; het wordt bewaard zoals het kwam
aside-member = het zegt over een lid wat de auteur niet mag zeggen, of wat niet kan
fault-not-mine = Deze aanvraag is niet voor een waarnemer van uw contingent. Er is niets veranderd; een autoriteit kan ze goedkeuren.
fault-already-over = Die laatste dag is al voorbij. Er is niets veranderd.
fault-clock-behind = De klok van dit toestel loopt achter op het nieuwste woord van de centrale. Er is niets veranderd: zet de klok juist en schrijf dan in.
fault-name-taken = Een ander lid heeft die roepnaam. Er is niets veranderd: neem een andere, of noem wiens plaats wordt ingenomen.
fault-void-keys = Die sleutels zijn ingetrokken, en dat is definitief. Er is niets veranderd; een nieuw profiel maakt nieuwe.
fault-not-his = U kunt alleen waarnemers van uw eigen contingent inschrijven en intrekken. Er is niets veranderd.
