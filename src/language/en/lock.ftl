# The locked screen, the lock and the wipe.

lock-title = Vigilia · locked
lock-what = Vigilia carries what you saw or heard of human trafficking to the police, and brings you their answer.
lock-closed = This profile is locked. Without its passphrase nobody can read anything in it.
# max 15
lock-passphrase = Passphrase
# max 40
lock-empty = type it here, then press Enter
# max 48
lock-checking = Opening: it is being checked, about a second
lock-wrong = Wrong passphrase; nothing was changed. Mind capital letters and the keyboard layout.
lock-too-soon = Too many wrong passphrases; this one was not tried.
lock-wait = { $seconds ->
    [one] The next one can be tried in { $seconds } second.
   *[other] The next one can be tried in { $seconds } seconds.
}
lock-hint = F12 locks the open desk at once, on every screen. It also locks itself when nobody presses a key.
lock-idle = { $minutes ->
    [one] The desk locked itself: no key was pressed for { $minutes } minute.
   *[other] The desk locked itself: no key was pressed for { $minutes } minutes.
}
lock-kept = What you were writing is saved.
lock-not-kept = Not saved when it was locked, and gone: { $fields }. The rest of the draft is kept. { $why }
# max 70
locks-soon = The desk is about to lock itself; any key keeps it open.
# max 54
key-unlock = open
# max 54
key-clear = empty
# max 54
key-lock = lock at once
# max 54
key-wipe = wipe it all
help-guard = Everywhere, also while you write

# Before a wipe. The two counts stand inside the sentences.

# max 40
wipe-title = Wipe this profile?
wipe-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
wipe-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
wipe-now = Only on this device: { $reports } and { $drafts }. A wipe destroys them and everything else in this profile, for ever.
wipe-when-last-open = Only on this device, when it was last open: { $reports } and { $drafts }. A wipe destroys them and everything else in this profile, for ever.
wipe-unknown = What is only on this device cannot be counted while it is locked. A wipe destroys everything in this profile, for ever.
# max 22
wipe-yes = wipe now
# max 26
wipe-no = or any other key: no
wipe-elsewhere = Another window still shows it: close that one.
