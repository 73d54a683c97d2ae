# The commander's queue: what is owed to Brussels.

queue-empty = Nothing is owed: every report has gone to Brussels.
queue-nothing-left = No owed report holds this. Esc shows more again.
queue-set-back = The clock of this device was set back. The time these reports had spent stays spent.

# On top, with a dot between each.

queue-count-owed = { $count } owed
queue-count-new = { $count } new
queue-count-returned = { $count } given back
queue-count-completed = { $count } completed
queue-count-reviewed = { $count } reviewed
queue-count-over = { $count } over
queue-soonest = soonest goes as it stands in { $left }

# One kind alone.

queue-only = Only: { $kind }
queue-only-all = all
queue-only-new = new
queue-only-returned = given back
queue-only-completed = completed
queue-only-over = time is up
queue-only-reviewed = reviewed

# In a row. The time that is left stands in a narrow column.

# max 8
queue-over = over
# max 12
queue-state-new = new
# max 12
queue-state-returned = given back
# max 12
queue-state-completed = completed
# max 9
queue-state-reviewed = reviewed
queue-graded = { $grade } { $state }

# Below a row.

queue-suggested = IMMEDIATE is suggested: you alone release it.
queue-suggested-minor = IMMEDIATE is suggested, somebody is under 18: you alone release it.
queue-minor = Somebody under 18 was counted.
queue-goes-now = Time is up: it goes with the next batch as it stands, F6.
queue-superseded = A newer version is here; this one goes along.
queue-completes = A newer version of { $report }, which goes along.
queue-completes-gone = A newer version of one that has gone.
queue-report = { $who } no. { $number }
queue-one-gone = one that has gone
queue-one-report = one report
repeat-words = same words as { $report }
repeat-sighting = perhaps the same sighting as { $report }: { $metres } m and { $minutes } min apart
repeat-plate = same plate as { $report }: { $mark }
repeat-plate-perhaps = perhaps the same plate as { $report }: { $mark }
repeat-phone = same telephone as { $report }: { $mark }
repeat-document = same paper as { $report }: { $mark }
repeat-boat = same boat as { $report }: { $mark }
repeat-place = same place and time as { $report }: { $metres } m and { $minutes } min apart
repeat-and-more = { $why } ({ $more } more)
repeat-and-many-more = { $why } ({ $more } and more)

# What came of a key.

queue-taken-back = The review of { $report } is taken back; it is owed one again.
queue-nothing-to-take-back = There is no review to take back: select one that is reviewed.

# Keys.

# max 54
key-review = review
# max 54
key-kind = one kind
# max 54
key-kind-back = one kind alone, the other way round
# max 54
key-widen = take the words away, then show every kind
