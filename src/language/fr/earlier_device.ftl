# Les réponses à ce qui fut signalé avec un appareil perdu, telles qu'elles arrivent sur celui qui le remplace.

answer-earlier-one = anc. appareil : { $number }
answer-earlier-some = anc. appar. : { $first }-{ $last }
answer-earlier-unnamed = un ancien appareil
earlier-report = Il s'agit du signalement { $number } de votre ancien appareil, déposé { $filed }.
earlier-report-unnamed = Il s'agit d'un signalement de votre ancien appareil. Son numéro n'a pas suivi.
earlier-not-here = Ce que vous avez signalé avec cet appareil n'est pas sur celui-ci, et ne peut donc pas y être ouvert.
earlier-returned = Il ne peut pas être complété sur cet appareil, et personne n'attend cela : il part à la police tel quel. Si vous vous souvenez de ce qui manque, vous pouvez l'écrire dans un nouveau signalement. Rien d'autre ne vous est demandé.
aside-another-observer = il s'agit des signalements d'un autre observateur
