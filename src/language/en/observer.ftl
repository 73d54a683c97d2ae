# The observer's desk.

# Screens.

# max 30
reports = Reports
# max 30
new-report = New report
report-number = Report { $number }
# max 34
newer-version = Newer version of a filed report
# max 34
indicators = What did you see or hear anyway?
no-reports =
    No reports yet.

    Press n to begin one. It takes a minute: when, where and what are enough. Everything you write is saved on this device as you go, and nobody sees it before you file it.

    What the police answer will stand here, on top.
loading = Reading your reports.
words-of-police = Police
words-of-commander = Your commander
by-cell = Federal Police, trafficking cell ({ $desk }), { $when }
by-commander = Your commander, { $when }
no-answer-yet = No answer yet. It will appear here and in the list, on top.
returned-advice = Complete it from memory: press c to write a newer version. This one counts until then.
too-small = This window is too small: { $columns } x { $rows }. Vigilia needs { $needed-columns } x { $needed-rows }. Make the window larger or the letters smaller. What you wrote is saved.

# The form. Labels stand in a column; choices and hints beside them.

# max 8
when = When
# max 41
when-hint = now, -20m, 1430, 1400-1430, 211430ZNOV26
# max 8
where = Where
# max 41
where-hint = grid, degrees, or the name of a place
# max 8
in-words = In words
# max 41
in-words-hint = beside the position: at the fuel station
# max 16
how-far = Metres off
# max 8
how-far-hint = digits
# max 8
known-from = Found by
# max 8
duty = Duty
# max 8
what = What
# max 41
what-hint = Enter: pick what fits   o: just odd
# max 7
men = Men
# max 7
women = Women
# max 7
boys = Boys
# max 7
girls = Girls
# max 7
unknown = Unknown
# max 50
facts = Facts: what I saw or heard
# max 94
facts-hint = Looks, clothing, plate (? if not read), colour, direction, words heard. Tab goes on.
# max 50
assessment = Assessment: what I think (may stay empty)
# max 94
assessment-hint = Kept apart from the facts. Tab goes on.
# max 8
urgency = Urgency
# max 10
urgency-none = not chosen
# max 12
urgency-routine = routine
# max 12
urgency-priority = priority
# max 12
urgency-immediate = immediate
urgency-suggested = IMMEDIATE is suggested by what you picked. You choose; your commander releases it.

# max 16
just-odd = just odd
picked-odd = just odd   Enter: pick what fits
picked = { $count } picked   Enter: change
picked-and-odd = { $count } picked, just odd   Enter: change
known-by = { $label } ({ $basis })
and-more = { $label } +{ $more }
nothing-yet = nothing written yet
no-place = no place yet
# max 13
no-time = no time yet
kept-as-words = kept as words, without a position
time-understood = { $time }, { $precision }
second-notation = { $notation }, ±{ $error } m
alternative-grid = also written { $reference }

# max 20
pick-prompt = Type to narrow:
# max 40
pick-hint = papers, van, child, Papiere, mineur …
pick-nothing = Nothing in the list holds these words. "Just odd" is a good answer too: Ctrl-O, and write what you saw under Facts.

# Beside the form.

# max 24
still-needed = Needed before filing
# max 24
ready = Ready to file: Ctrl-F
# max 24
missed-most = An officer would miss
# max 24
missed-limit = (what you know already)

part-when = when
part-where = where
part-duty = duty
part-what = what
part-who = who
part-facts = facts

missed-exact-time = the time to the minute
missed-position = grid or degrees
missed-position-error = how many metres off
missed-plate = the plate, even in part
missed-counts = how many people
missed-facts = your own words (Facts)
missed-description = looks, colour, direction

# max 78
alert-own-forces = Our own side: stays a draft on this device and is told to nobody.
# max 78
alert-local-help = Get local help first: somebody may need it now. The report can wait.
# max 78
alert-suggests-immediate = IMMEDIATE is suggested. You choose, under Urgency.
# max 78
alert-first-aid = First aid if you can, and tell the medic.
# max 78
alert-no-media = Never photograph, copy or forward such images. Words only.

# Questions. Both answers stand on one line.

# max 56
file = File this report?
file-text = It is signed as yours, can no longer be changed, and goes with the next transfer to your commander, who must pass it on to the police.
# max 24
file-yes = file it
# max 20
file-no = not yet
# max 56
not-yet = Not complete yet
# max 24
not-yet-yes = take me there
# max 56
discard = Throw this draft away?
discard-text = Nobody else has seen it, and it cannot be brought back.
# max 24
discard-yes = throw it away
# max 20
discard-no = keep it
# max 56
own-forces = This speaks of our own side
own-forces-text =
    A report on our own side must not go through your commander. The road that keeps it from him is not open yet, so this report cannot be filed here: it stays a draft on this device, and nobody is told that it exists.

    You can reach the Federal Ombudsman directly.
# max 24
own-forces-yes = pick it, keep as draft
# max 20
own-forces-no = do not pick it

# Notices.

# max 78
draft-kept = The draft is kept.
# max 78
discarded = The draft is thrown away.
filed = Filed as your number { $number }. It goes with the next transfer.
quoted = "{ $text }"
kept-but = { $count ->
    [one] The draft is kept, but { $fields } was not understood and not saved.
   *[other] The draft is kept, but { $fields } were not understood and not saved.
}
not-saved = Not saved: { $field }; it is tried again, and Ctrl-C twice leaves without it. { $why }
