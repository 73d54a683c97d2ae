# Het bureau van de commandant.

queue = Wachtrij
batch = Bundel
sent = Verzonden
contingent = Contingent
commander-loading = Wordt gelezen.

help-queue = In de wachtrij
help-batch = Bij de bundel
help-sent = Bij wat verzonden is
help-contingent = Bij het contingent
