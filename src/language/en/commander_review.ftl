# What a commander sees and says while he reviews a report.

# Grades and codes, in the words of AJP-2.1 and of Europol.
# max 46
source-a = completely reliable
# max 46
source-b = usually reliable
# max 46
source-c = fairly reliable
# max 46
source-d = not usually reliable
# max 46
source-e = unreliable
# max 46
source-f = cannot be judged
# max 46
information-1 = confirmed by other sources
# max 46
information-2 = probably true
# max 46
information-3 = possibly true
# max 46
information-4 = doubtful
# max 46
information-5 = improbable
# max 46
information-6 = cannot be judged
# max 46
handling-h0 = free to use against crime, as the law allows
# max 46
handling-h1 = not in court without our permission
# max 46
handling-h2 = not passed on without our permission
# max 46
handling-h3 = another restriction, written out below

# The statement. Labels stand in a column.
# max 13
judge-source = Source
# max 13
judge-information = Information
# max 13
judge-handling = Handling
# max 46
judge-restriction = Restriction (H3)
# max 46
judge-restriction-hint = What may and may not be done with it.
# max 13
judge-caveats = Conditions
# max 13
judge-precedence = Precedence
# max 13
judge-marking = Marking
# max 46
judge-comment = Your comment (may stay empty)
# max 51
judge-comment-hint = For the police. The original stays as it is.
# max 13
judge-told = You told
# max 13
judge-told-who = Whom, when
# max 46
judge-told-who-hint = local police post, 1510
# max 13
judge-acted = They acted
# max 13
judge-repeats = Same as
# max 46
judge-repeats-none = no other report · Enter: choose
judge-repeats-of = { $report } · both go on
judge-grade = { $letter }  { $meaning }
judge-europol = Europol { $code }, derived; an officer of the police decides
judge-europol-fairly = Europol { $code }, derived from “fairly reliable”; an officer of the police decides
judge-europol-none = no Europol code is derived: it is a conclusion
judge-officials = It touches officials: it goes as H2, whatever stands here.
judge-caveats-kept = of the author, and they stay: { $caveats }
judge-awaits-release = The author suggests IMMEDIATE. Only you release it.
judge-released = IMMEDIATE: it goes alone and at once.
judge-restriction-needed = H3 needs its restriction written out; write it, or choose H0, H1 or H2
judge-restriction-bad = a restriction has at most 500 characters; shorten it
judge-comment-bad = this text is too long to be carried; shorten it

# The original.
review-original = Original, as signed · { $left } left
review-in-short = Your statement: { $grade } { $handling } { $precedence }
review-report = { $who } no. { $number }
review-title = { $report } · { $goes }
review-goes = goes as it stands in { $left }
review-goes-over = time is up: goes as it stands
review-goes-signed = signed, goes with the next batch
review-goes-gone = gone to Brussels
review-other = { $report }, exactly as signed
review-reading = Reading the report.
original-signed = Signed by { $who }, verified now
original-signed-revoked = Signed by { $who }, verified now; his keys were revoked since. It counted when it came in.
original-signer-gone = Signed by { $who }, who is no longer on the list of members: it cannot be verified today. It was when it came in.
original-broken = THE SIGNATURE DOES NOT HOLD. What stands below is not what { $who } signed. Nothing can be signed on it here; tell your operations centre.
original-received = reached you { $when }
original-rival = Another report carries the number { $number } of this author too. Both go on; the police are told.
original-repeats = { $more ->
    [0] { $report }: { $what } (r)
    [one] { $report }: { $what }; { $more } more (r)
   *[other] { $report }: { $what }; { $more } more (r)
}
original-marked-same = marked by you as the same as this one: { $reports }
# max 46
original-observation = What was observed
# max 46
original-facts = FACTS: what the author saw or heard
# max 46
original-assessment = ASSESSMENT: what the author thinks
# max 46
original-nothing = nothing
# max 46
original-here = here
# max 46
original-not-here = still on its way
# max 20
original-clock = Author’s clock
# max 46
original-before = Before
original-earlier = completes number { $number }, filed { $when }
original-newer = a newer version is here: number { $number }, filed { $when }; both go on
original-returned = number { $number } given back { $when }: { $reason }
original-answered = Police, { $when }: { $what }

# Screening, for officers alone.
# max 46
screening = Screening (ILO, forced labour)
screening-caution = An aid to reading: signs neither prove nor disprove anything, and nobody is called a victim by them.
screening-line = { $letters } { $dimension }: { $state } (strong { $strong }, medium { $medium }, weak { $weak })
screening-nothing = No weighted sign, which says nothing either way.
screening-child = Read with the weights for those under 18.
screening-awaits = Left out because the stage is not known: { $count }.
# max 36
ilo-deceptive-recruitment = deceptive recruitment
# max 36
ilo-coercive-recruitment = coercive recruitment
# max 37
ilo-vulnerable-recruitment = recruitment by abuse of vulnerability
# max 36
ilo-exploitation = exploitation
# max 36
ilo-coercion-at-destination = coercion where they are
# max 37
ilo-vulnerability-at-destination = abuse of vulnerability where they are
# max 24
ilo-positive = positive
# max 24
ilo-negative = not enough
# max 24
ilo-nothing-seen = nothing seen
ilo-all-elements = Every element the rule asks for: worth an officer’s first look.
ilo-deception-and-exploitation = Deception and exploitation, without coercion where they are.
ilo-exploitation-only = Exploitation alone: by itself a matter of labour rights.
ilo-other-combination = Positive dimensions in a combination the rule does not name.
ilo-none-positive = No positive dimension, which proves nothing.

# What the signs call for: he is told, nothing is decided by it.
review-alert-suggests-immediate = The author suggests IMMEDIATE; only you release it.
review-alert-danger-to-life = Somebody’s life may be in danger: local help comes before any report.
review-alert-local-help = Somebody may need help now: local help comes before any report.
review-alert-first-aid = Somebody may be hurt or ill.
review-alert-minor = Somebody may be under 18.
review-alert-no-media = What it tells of is never photographed, copied or forwarded.
review-alert-no-host-nation = Not to be shared with the host nation.
review-alert-own-forces-area = It was near one of our own bases.

# Reports that repeat one another.
review-repeats = { $report } repeats these reports
review-repeats-text = Pointed out, not decided. Mark one as the same where both tell one sighting; both go to Brussels.
review-repeats-more = There are more; the nearest in time stand here.
review-repeats-owed = filed { $when }, here
review-repeats-gone = filed { $when }, gone to Brussels
review-repeat-same-words = same author, same words
review-repeat-same-sighting = same place and time ({ $metres } m, { $minutes } min) and signs: { $indicators }
review-repeat-shared = same { $kind } { $mark }
review-repeat-perhaps-shared = perhaps the same { $kind } { $mark }, not read whole
review-repeat-same-place = same place and time ({ $metres } m, { $minutes } min)
# max 20
review-mark-plate = plate
# max 20
review-mark-phone = phone number
# max 20
review-mark-document = paper number
# max 20
review-mark-boat = boat

# Giving back.
give-back = Give { $report } back for completion
give-back-text = Its author completes it from memory and signs a newer version. It stays owed: it goes to Brussels as it stands { $when }, whether that has come by then or not.
# max 8
give-back-reason = Why
give-back-reason-needed = choose a reason from the list
# max 46
give-back-note = Note to the author (may stay empty)
# max 46
give-back-note-hint = What the report lacks, never how to get it.
give-back-note-needed = say in a few words what the report lacks
give-back-asks = “{ $words }” sends a soldier to find something out, which is never his task. Nothing was signed. Write what the report lacks instead: “the number of people is missing”, “the time cannot be read”.

# Questions.
# max 56
review-release = Release as IMMEDIATE?
review-release-text = It is signed, and goes alone and at once, before everything that waits.
# max 56
review-release-suggested = The author suggests IMMEDIATE
review-release-suggested-text = Only you release it: then it is signed and goes alone and at once. Otherwise it is signed as PRIORITY and goes with the next batch.
# max 16
review-release-yes = release, sign
# max 16
review-release-no = back
# max 16
review-release-not = sign, PRIORITY
# max 16
review-release-read = read on

# Notices.
# max 20
review-it = the report
review-signed = Signed: { $report }, { $grade } { $handling } { $precedence }. u takes it back.
review-sealed = Sealed for Brussels: { $report }, { $grade } { $handling } { $precedence }. It stands.
review-not-sealed = Signed, but not sealed yet; the next contact does it. { $why }
# max 78
review-taken-back = Taken back: it is owed a review again, and nobody else had it.
# max 78
review-nothing-to-take-back = Nothing signed here can be taken back.
# max 78
review-given-back = Given back. It stays owed, and goes as it stands when its time is up.
review-kept = Begun and not signed; it is kept on this device until you sign it.
review-begun-again = What you began to say of it is here again. It is not signed yet.
review-not-kept = What you began to say could not be kept: { $why }
# max 78
review-no-other = There is no other report to review.
# max 78
review-no-repeats = No other report here repeats this one.
review-same = Marked as the same as { $report }; both go on.
# max 78
review-not-same = No longer marked as the same.
review-not-signed = Not signed: { $why }
# max 78
review-gone = It has gone to Brussels: nothing more is signed on it here.
# max 78
review-not-a-duplicate = That one is marked as the same as this one already; nothing was signed.
# max 78
review-unverified = Its signature does not hold: nothing can be signed on it here.

# Keys.
# max 54
key-sign-next = sign, next
# max 54
key-to-statement = your statement
# max 54
key-to-original = original
# max 54
key-give-back = give back
# max 54
key-give-it-back = give it back
# max 54
key-review-repeats = repeats
# max 54
key-choose-report = choose
# max 54
key-look = look at it
# max 54
key-same-as = is the same, or not
# max 54
key-take-back = take back
# max 54
key-next-line = next line
# max 54
key-next-owed = to the next report, signing nothing
# max 54
key-previous-owed = to the report before, signing nothing

# Headings of the help.
help-reading = While a report is being read
help-original = On the original, in a review
help-statement = In your statement
help-on-repeats = At “Same as”
help-repeats = In the list of repeated reports
help-other-report = While you look at another report
help-review-files = At the attachments of a report
help-give-back = While you give a report back
help-release = When something is IMMEDIATE
help-suggested = When the author suggests IMMEDIATE
