# Le bureau du commandant.

queue = À traiter
batch = Lot
sent = Envoyés
contingent = Contingent
commander-loading = Lecture en cours.

help-queue = Dans la liste à traiter
help-batch = Au lot
help-sent = Aux envois
help-contingent = Au contingent
