# The words of the work: codes of closed lists, standings, times.

# max 10
duty-checkpoint = checkpoint
# max 10
duty-patrol = patrol
# max 10
duty-guard = guard
# max 10
duty-convoy = convoy
# max 10
duty-other = other

# max 24
basis-saw-myself = saw or heard it
# max 24
basis-device-recorded = device recorded it
# max 24
basis-told-by-eyewitness = told by eyewitness
# max 24
basis-hearsay = hearsay
# max 24
basis-my-conclusion = my conclusion

# max 5
method-gps = GPS
# max 5
method-map = map
# max 5
method-estimate = eye

precision-exact = exact
precision-about = about
precision-period = in between

time-in-future = that is still to come on this device's clock
time-long-ago = that is more than thirty days ago

obstacle-time = when it was
obstacle-place = where it was; "near …" will do
obstacle-substance = what it was: an indicator, "just odd", or a sentence
obstacle-own-forces = it speaks of our own side, so it stays a draft here
obstacle-no-media = what it tells of must never be copied; take the attached files off

# Fields of a draft, inside a sentence.

field-observed = the time
field-place = the place
field-duty = the duty
field-phase = the phase
field-suspected = what is suspected
field-forms = the forms of exploitation
field-counts = how many people
field-indicators = the indicators
field-entities = persons and vehicles
field-links = the links
field-facts = the facts
field-assessment = the assessment
field-aggravators = the aggravating circumstances
field-local-authority = the local authority
field-scene = scene and objects
field-attachments = the attachments
field-precedence = the urgency
field-language = the language

# A day and an instant at a glance; months without a stop, for the columns of a list.
calendar-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
instant = { $day } { $time }

# How far a report has come. An instant of 14 columns stands behind all but the first two.

# max 30
standing-draft = draft, only you see it
# max 30
standing-filed = filed, waits for transfer
# max 15
standing-handed-over = to commander
# max 15
standing-returned = returned to you
# max 15
standing-superseded = replaced
# max 15
standing-reviewed = commander: read
# max 15
standing-forwarded = to Brussels
# max 15
standing-received = in Brussels
# max 15
standing-acknowledged = police have it
# max 15
standing-answered = police answered
standing-since = { $standing } { $since }

# What came of a report.

status-received = received, being read
status-needs-more = more would help, if you come to see it again on normal duty
status-linked-to-known = linked to a known case
status-under-investigation = under investigation
status-passed-abroad = passed to the police of another country
status-no-action = no action
status-closed-result = closed, with a result
status-because = { $status }: { $why }

no-action-no-offence = no offence under the law that applies
no-action-too-vague = too little to act upon
no-action-already-known = all of it was known
no-action-out-of-competence = another authority is competent
no-action-passed-to-local = the local police have it
no-action-resources = nobody is free to act on it now

returned-time-unclear = the time is unclear
returned-place-unclear = the place is unclear
returned-counts-missing = how many people is missing
returned-basis-missing = it does not say how you know
returned-facts-mixed = facts and assessment stand in one text
returned-attachment-unreadable = an attachment cannot be opened
returned-other = for the reason below
