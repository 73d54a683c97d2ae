# An answer that should have been here by now. Calm: nothing says that anything is lost, and nobody is blamed.

# In the list of reports; the words it is found by stand on the row.

# max 24
overdue-word = answer overdue
overdue-mark = { overdue-word } since { $when }; the report is safe here
overdue-line = { $count ->
    [one] The answer to { $count } report is overdue; it is safe here. 4: other roads
   *[other] The answer to { $count } reports is overdue; they are safe here. 4: other roads
}

# Where one report is shown.

overdue-since = { $days ->
    [0] Word from the police was expected by { $when }.
    [one] Word from the police was expected by { $when }, { $days } day ago.
   *[other] Word from the police was expected by { $when }, { $days } days ago.
}
overdue-here = As far as this device knows, it has not left yet: no road has it.
overdue-on-the-way = It was handed over. Nobody has said yet that it arrived.
overdue-on-the-shelf = The relay took it, sealed, and gave its receipt. This device knows no more than that.
overdue-with-commander = Your commander has it: it came back to you to be completed, and is still owed to Brussels.
overdue-means = That does not mean that anything is lost, or that anybody did wrong: a road can be slow or closed. What you filed stays here, sealed, until the police have signed for it. Sending it once more does no harm: it is counted once.
overdue-roads = The roads that are open, the new ones first:
overdue-road-relay = over a line, to the relay
overdue-road-folder = on a stick or in a shared folder, to your commander
overdue-road-carrier = on a stick, sealed, with anybody who goes to your commander
overdue-by = - { $road }: { $how }
overdue-by-taken = - { $road }: { $how } (taken { $when })
overdue-by-untaken = - { $road }: { $how } (not yet that way: { $count })
overdue-how-write = 4, then w
overdue-how-sync = vigilia sync, when this desk is closed
overdue-after = Nothing more is needed from you. This goes by itself when the answer comes.

# Where packets are handed over, and on the command line.

overdue-waiting = { $count ->
    [one] The answer to { $count } report is overdue since { $when }.
   *[other] The answer to { $count } reports is overdue, the longest since { $when }.
}
overdue-harmless = Nothing says that anything is lost. Sending it once more does no harm: it is counted once.
overdue-told = { $count ->
    [one] The answer to { $count } report is overdue; it is safe on this device. "vigilia report list" marks it, "vigilia report show ID" tells which roads are open.
   *[other] The answer to { $count } reports is overdue; they are safe on this device. "vigilia report list" marks them, "vigilia report show ID" tells which roads are open.
}

# A chapter of the guide.

# max 30
guide-waiting-title = When the answer is late
guide-waiting-1 = The police sign for every report they have. That word is expected within the time your commander may take, 72 hours unless your mission has set another limit, and two days for the roads. After that the list says “{ overdue-word }”.
guide-waiting-2 = It says no more than that. A line may be down, a vehicle late, a stick still in a pocket. It does not mean that your report is lost, nor that anybody did wrong.
guide-waiting-3 = Your report is safe. It stays on this device, sealed by your passphrase, until the police have signed for every part of it.
guide-waiting-4 = Open the report: it says since when, how far it is known to have come, and which roads are open. Those it has not taken yet stand first.
guide-waiting-5 = You can hand it over by another road. Under “{ transfer }”, w writes it to a stick once more. Where there is a line, “vigilia sync” sends it. What arrives twice is counted once.
guide-waiting-6 = Anybody on the way to your commander can carry the stick, and can read nothing of it.
guide-waiting-7 = Do not write the same report anew: it would count as another one. The one you filed keeps its number, and from the numbers the police see by themselves when one is missing.
guide-waiting-8 = More is not needed from you. The mark goes by itself when the answer comes, by whatever road.
