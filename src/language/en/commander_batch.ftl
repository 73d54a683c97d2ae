# What goes to Brussels, the roads at work, and what went.

# Keys.

# max 54
key-forward = seal for Brussels
# max 54
key-sync = send and receive
# max 54
key-line = another line
# max 54
key-stick-write = to a stick
# max 54
key-stick-read = from a stick
# max 54
key-hang-up = break off
# max 54
key-packets = packets
# max 54
key-sent-reports = reports
help-calling = While sending and receiving
help-packets = At the packets on their way
help-sent-all = At what was sent, everywhere

# What goes now.

batch-nothing = Nothing is ready to go.
batch-goes = Goes now: { $reviewed } reviewed, { $unseen } as they stand.
batch-waiting = { $count ->
    [one] { $count } waits for your review; it goes by itself { $when }, in { $left }.
   *[other] { $count } wait for your review; the first goes by itself { $when }, in { $left }.
}
batch-sealed-before = { $count ->
    [one] Sealed before and still to be sent: { $count } packet, { $size }.
   *[other] Sealed before and still to be sent: { $count } packets, { $size }.
}
batch-takes = On { $line }: words { $words }
batch-takes-both = { $words }, then the rest { $rest }
batch-rate = { $rate } kbit/s
batch-measured = { $rate } kbit/s, measured { $when }
batch-no-line = No line was measured yet; l takes another.
batch-alone = IMMEDIATE: alone and at once
batch-together = Together
# max 14
batch-as-it-stands = as it stands
batch-files = { $count ->
    [one] { $count } file, { $size }
   *[other] { $count } files, { $size }
}
batch-missing = { $count ->
    [one] { $count } file not here yet
   *[other] { $count } files not here yet
}
batch-too-large = { $count ->
    [one] { $count } file too large to go
   *[other] { $count } files too large to go
}
batch-size = Words sealed: { $size }
batch-size-files = { $count ->
    [one] { $before }; { $count } file: { $size }
   *[other] { $before }; { $count } files: { $size }
}
batch-size-slots = { $before }; sealed for the integrity desk: { $size }
batch-forwarded = Sealed for Brussels: { $reports } reports in { $packets } packets. y sends.
batch-ask = Seal what goes now?
batch-ask-text = It is sealed for the police in Brussels and goes with the next contact or stick. After that nothing of it can be taken back.
batch-ask-yes = seal
batch-ask-no = not yet

# The roads at work.

lent-exchange = Reading and writing the stick
lent-exchange-text = First what lies there is read, then what waits is written and read back. What is done is safe; leave the stick in.
line-open = Sending and receiving by { $relay }, since { $since }.
line-stopped = ! { $why }
line-next-try = Next try by itself in { $left }. The desk stays at hand.
line-over = Last contact { $when }
line-moved = Sent { $sent }, read { $read } packets.
line-broken-off = Broken off. What was done is safe, and the rest goes on where it stands.
line-gone = The courier ended unasked. What was not confirmed is still queued here: try again.
line-no-relay = The realm names no relay. Use a stick: in 2, w writes and r reads. Nothing is lost.
moved-sent = { $count ->
    [one] Sent { $count } packet, { $size }; receipts: { $receipts }.
   *[other] Sent { $count } packets, { $size }; receipts: { $receipts }.
}
moved-read = { $count ->
    [one] { $count } packet read.
   *[other] { $count } packets read.
}
moved-nothing = There was nothing to send and nothing to read.
stick-done = By stick
stick-failed = ! By stick: { $why }

# What went.

sent-nothing = Nothing has gone to Brussels yet.
sent-answers = the police answered { $count } times, last { $when }
sent-no-answer = The police have not answered you yet.
sent-as-filed = As it was filed and signed; nobody can change it.
sent-reviewed = Your review
sent-as-it-stood = It went as it stood: its time was up
sent-grade = Grade
sent-europol = Europol, derived
sent-precedence = Precedence
sent-signature-holds = Checked just now: the signature holds.
sent-signature-revoked = The signature holds; the keys of the signer were shut out since.
sent-signature-gone = Not checked: the list of members no longer names the signer. It held when it came.
sent-signature-broken = The signature does not hold, so these words are not shown. Do not rely on this answer, and tell your authority.

# What is on its way.

packets-none = The relay has everything that was sealed here.
packets-all = { $count ->
    [one] { $count } packet is still to reach the relay, { $size }
   *[other] { $count } packets are still to reach the relay, { $size }
}
packet-line = { $what }, { $size }, sealed { $when } ({ $name })
packet-words = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
packet-follows = files that go after the words
packet-answers = answers and notices
packet-untried = not tried yet
packet-tried = { $count ->
    [one] tried once, { $last }; { $done } of it is there
   *[other] tried { $count } times, last { $last }; { $done } of it is there
}
packet-goes-on = Goes on with the next contact.
