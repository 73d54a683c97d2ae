# The commander's desk.

# max 12
queue = Queue
# max 12
batch = Batch
# max 12
sent = Sent
# max 12
contingent = Contingent
commander-loading = Reading.

help-queue = In the queue
help-batch = At the batch
help-sent = At what was sent
help-contingent = At the contingent
