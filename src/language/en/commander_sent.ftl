# What the police tell everybody, at the commander's desk.

# max 54
key-bulletins = bulletins
help-sent-row = On a report or a bulletin
help-bulletins = At the bulletins of the police
bulletins-none = No bulletins have come from the police yet.
bulletins-not-found = No bulletin holds these words. Esc takes them away.
bulletin-passed-down = { $count ->
    [0] passed down to no observer
    [one] passed down to { $count } observer
   *[other] passed down to { $count } observers
}
bulletin-to-nobody-yet = { $count ->
    [one] not yet passed down to { $count } observer
   *[other] not yet passed down to { $count } observers
}
bulletin-not-yet = { $to }, not yet to { $count }
bulletin-missing-here = { $count ->
    [one] Number { $numbers } of the same desk should be here too and is not. It may only be late; if it stays away, tell your authority.
   *[other] Numbers { $numbers } of the same desk should be here too and are not. They may only be late; if they stay away, tell your authority.
}
