# Inscrire, révoquer, et ce qui s'ensuit. Les motifs ont au plus 20 colonnes.

revocation-reason-lost = appareil perdu
revocation-reason-stolen = appareil volé
revocation-reason-compromised = clés connues
revocation-reason-left = parti
revocation-reason-mistaken = erreur
revocation-reason-other = autre
aside-revoked = les clés de l'auteur sont révoquées et ceci est venu après ; c'est conservé tel quel
aside-member = cela dit d'un membre ce que l'auteur ne peut dire, ou ce qui ne peut être
fault-not-mine = Cette demande ne vient pas d'un observateur de votre contingent. Rien n'a changé ; une autorité peut l'approuver.
fault-already-over = Ce dernier jour est déjà passé. Rien n'a changé.
fault-clock-behind = L'horloge de cet appareil retarde sur le dernier mot du centre. Rien n'a changé : réglez l'horloge, puis inscrivez.
fault-name-taken = Un autre membre porte cet indicatif. Rien n'a changé : prenez-en un autre, ou dites qui est remplacé.
fault-void-keys = Ces clés sont révoquées, définitivement. Rien n'a changé ; un nouveau profil en crée d'autres.
fault-not-his = Vous ne pouvez inscrire et révoquer que les observateurs de votre contingent. Rien n'a changé.
