# The rooms beside the form: answers, guide, transfer, me; and a filed report.

# The rooms behind the tabs.

# max 12
answers = Answers
# max 12
guide = Guide
# max 12
transfer = Transfer
# max 4
me = Me
# max 6
tab-new = new
# max 8
tab-wait = wait

# Narrowing a list by words.

# max 10
search-prompt = Find:
search-left = { $left } of { $all }
search-nothing = No report holds these words. Esc takes them away.

# In the list of reports.

draft-age = { $days ->
    [one] draft, left since yesterday
   *[other] draft, left for { $days } days
}
draft-old = ! { $days } days old: finish this draft, or throw it away with d.
report-news = new: { $who }, { $when }: { $what }

# A filed report.

report-part = { $label }: { $text }
report-as-filed = What you filed. It is signed, and nobody can change it.
# max 60
report-attachments = Attachments
report-no-attachments = none
report-copy-of = smaller copy of { $number }
report-save-out = To save one outside: vigilia report save-attachment
report-filed = How it was filed
report-filed-at = Filed
report-clock = Clock of this device
report-marking = Marking
report-caveats = Conditions
report-list = List of signs, version
report-corrects = It takes the place of an older report of yours.

# Answers.

no-answers =
    No answers yet.

    What the police have received, what came of it, and what your commander would like more complete will stand here. It comes with a transfer, and this device checks each signature by itself.
# max 6
answer-new = new
answer-acknowledgement = the police have all of it
answer-feedback = an answer
answer-return = would like it more complete
answer-about = { $count } reports, { $first } to { $last }
answer-about-none = no report of this device
answer-signer = { $callsign } ({ $role })
answer-signer-unknown = somebody the list of members does not name
answer-signed = Signed by { $who }, { $when }
answer-arrived = Came to this device { $when }
answer-has-it = { $count ->
    [one] The police have { $count } report or file of yours, every byte of it, and have signed for it.
   *[other] The police have { $count } reports and files of yours, every byte of them, and have signed for them.
}
signature-holds = The signature was checked on this device just now: it holds, and not one letter was changed.
signature-revoked-since = The signature holds. The keys of the signer were shut out since; the answer counted when it came. Tell your commander if it surprises you.
signature-signer-gone = Not checked: the list of members on this device no longer names the signer. The signature held when the answer came. Take a newer list along with the next transfer.
signature-broken = The signature does not hold: these are not the words that were signed, so they are not shown. Do not rely on this answer, and tell your commander. Your reports are safe.
refusal-not-authentic = One was not taken: its signature does not hold.
refusal-revoked = One was not taken: the keys of this device were shut out.
refusal-forked = One was not taken: another report carries the same number. Tell your commander.
refusal-unreadable = One was not taken: it could not be read there.
refusal-above-ceiling = One was not taken: it is marked above what may be held there.

# Transfer.

transfer-nothing = Nothing waits: everything you filed has been handed over.
transfer-waits = { $count ->
    [one] { $count } report waits to be handed over.
   *[other] { $count } reports wait to be handed over.
}
transfer-packets = { $count ->
    [one] Sealed: { $count } packet, { $size }.
   *[other] Sealed: { $count } packets, { $size }.
}
transfer-unpacked = Not sealed yet: { $count }. Writing seals them.
transfer-oldest = The oldest was filed { $when }.
transfer-last = Last handed over { $when }.
transfer-never = Nothing was handed over from this device yet.
transfer-unconfirmed = { $count ->
    [one] { $count } packet is on its way; it stays here too until the police have signed for it.
   *[other] { $count } packets are on their way; they stay here too until the police have signed for them.
}
transfer-how = w writes what waits to a stick or folder for your commander. r reads what came back. Packets are sealed: whoever finds the stick can read nothing.
# max 70
transfer-to-which = Write to which stick or folder?
# max 70
transfer-from-which = Read from which stick or folder?
# max 70
transfer-folder-hint = Tab shows the sticks; a folder such as /media/STICK
transfer-nothing-to-write = There was nothing to write.
transfer-stopped = ! Stopped: { $done } of { $of } are done and safe. The rest is kept here; begin again whenever you like.
transfer-wrote = { $count ->
    [one] { $count } packet: written, read back, the same.
   *[other] { $count } packets: written, read back, the same.
}
transfer-already = Already there: { $count }.
transfer-left-out = { $count ->
    [one] { $count } older packet of answers found no room. It lies on another stick; give that one to whom it is for, or take a larger one.
   *[other] { $count } older packets of answers found no room. They lie on another stick; give that one to whom they are for, or take a larger one.
}
transfer-take-out = You can take the stick out now and give it to your commander.
transfer-nothing-there = Nothing for you lies there.
transfer-read = { $count ->
    [one] { $count } packet read, { $answers }.
   *[other] { $count } packets read, { $answers }.
}
transfer-answers = { $count ->
    [0] no answer among them
    [one] with { $count } answer
   *[other] with { $count } answers
}
transfer-again = Read before: { $count }. Nothing to do.
transfer-roster = A newer list of members is in force now: number { $epoch }.
transfer-for-others = For others: { $count }. They were left alone.
transfer-set-aside = ! Set aside ({ $what }): { $why }
transfer-slot-missing = { $count ->
    [one] ! One observer's packet came without its integrity slot: his program, or somebody on the way, took it out. Tell your authority.
   *[other] ! { $count } observers' packets came without their integrity slot: their programs, or somebody on the way, took it out. Tell your authority.
}
transfer-refused = ! Not read and left where it lies ({ $what }): { $why }
transfer-failed = ! { $why }
aside-statement = its signature or its form is not what it should be; it is kept as it came
aside-forked = another report carries the same number; tell your commander
aside-early = it speaks of something that has not come yet; it is read again when it has
aside-foreign-commander = it was signed by the commander of another contingent
aside-above-ceiling = it is marked above what may be held here
aside-not-for-this-desk = it is not for this desk
aside-not-taken = it contradicts what is held here already; it is kept as it came
road-gone = The folder { $folder } is not there: was the stick pulled out? What was not confirmed is still kept here. Put it back and do the same again.
road-read-only = { $folder } cannot be written to. Nothing was copied, and everything is still kept here. Take another stick, or its write protection off.
road-full = There is no room left in { $folder }. This packet was not copied and is still kept here. Make room, or take another stick.
road-unfaithful = { $folder } gave back something else than was written. The packet is still kept here. Take another stick.
road-failed = { $folder } failed ({ $why }). What was not confirmed is still kept here. Do the same again, or take another stick.
road-midway = { $done } of { $of } are done and safe. Then: { $why }

# While the desk is lent.

# max 56
lent-write = Writing
lent-write-text = Each packet is written, made safe on the stick, and read back to see that it is the same. Leave the stick in.
# max 56
lent-read = Reading
lent-read-text = Each packet is opened, its signatures are checked, and what it brings is saved. Nothing is taken off the stick.
# max 56
lent-passphrase = Another passphrase
lent-passphrase-text = This takes some seconds, and cannot be stopped half way.
# max 40
lent-stopping = ends after these packets

# Me.

me-who = { $callsign }, contingent { $contingent }, realm { $realm }
me-key = Your key: { $key }
me-roster = List of members: number { $epoch }, signed { $when }
me-no-roster = ! There is no list of members on this device yet, so nothing can be handed over. What you write is safe.
me-clock-checked = The clock agrees with the last word from Brussels, { $when }.
me-clock-unchecked = The clock cannot be compared: the last word from Brussels is of { $when }.
me-clock-doubtful = ! The clock of this device is wrong: Brussels signed something at { $when }, which is later. Set it right before you report.
me-unsent = Only on this device: reports { $reports }, drafts { $drafts }.
me-wipe = Panic wipe: { $first }, then { $second }. It asks first, and shows what nobody else has.
# max 28
me-language = Language
# max 28
me-theme = Colours
# max 28
me-lock-after = Locks itself after
# max 28
me-passphrase = Choose another passphrase
# max 28
me-about = About Vigilia
me-minutes = { $minutes ->
    [one] { $minutes } minute without a key
   *[other] { $minutes } minutes without a key
}
# max 24
theme-dark = dark
# max 24
theme-light = light
# max 24
theme-night = night
# max 24
theme-high-contrast = high contrast
# max 24
theme-no-colour = no colour
# max 70
passphrase-title = Choose another passphrase
# max 28
passphrase-old = The one you use now
# max 28
passphrase-new = The new one
# max 28
passphrase-again = The new one again
passphrase-rule = At least 12 characters; several words that do not belong together are easy to keep in mind and hard to guess. Nobody can recover a forgotten passphrase: what was not handed over is lost then.
passphrase-old-missing = Type the one you use now first.
passphrase-too-short = The new one has fewer than { $least } characters. Nothing was changed.
passphrase-differs = The two new ones differ. Nothing was changed.
# max 78
passphrase-changed = The new passphrase opens this device from now on.
about-version = Vigilia { $version }
about-what = It carries what you happen to see of human trafficking or smuggling to the police officers who can act on it, and carries their answer back to you. It rests on the agreement of 20 March 2006 between Belgian Defence and the Federal Police.
about-list = List of signs: version { $version }
about-approval = The list and the guide are the program's own wording; the trafficking cell of the Federal Police has still to approve them.
about-licence = The program: European Union Public Licence 1.2 (EUPL-1.2).
about-data = The places and borders inside:
