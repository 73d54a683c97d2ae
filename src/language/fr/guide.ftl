# Le guide.

guide-why-title = De quoi il s’agit
guide-why-1 = La traite : quelqu’un recrute une personne, la transporte, l’héberge, l’accueille ou la remet à d’autres, pour l’exploiter.
guide-why-2 = Exploiter, c’est vivre sur le dos de quelqu’un : travail forcé, sexe au profit d’autrui, mendicité, vol, travail sans liberté dans une maison, prélèvement d’un organe.
guide-why-3 = Le trafic de migrants : quelqu’un fait entrer illégalement un étranger dans un pays et en tire profit, en argent ou autrement.
guide-why-4 = La différence : un passeur vend un passage de frontière, et à l’arrivée le voyageur devrait être libre. Un trafiquant gagne de l’argent sur la personne elle-même. Il n’y faut pas de frontière, et la personne a parfois dit oui au début.
guide-why-5 = L’un peut devenir l’autre en chemin, et une même camionnette peut cacher les deux. « Les deux » et « inconnu » sont de bonnes réponses. Ce n’est pas à vous de trancher.
guide-why-6 = L’accord entre la Défense et la Police fédérale couvre six formes : travail forcé ; exploitation sexuelle ; images d’abus d’enfants et voyages pour en abuser ; traite d’enfants ; immigration illégale organisée ; prélèvement forcé d’organes.
guide-why-7 = Pourquoi votre signalement compte : vous passez là où aucun policier ne passe. Une plaque, une heure, une direction qui n’a l’air de rien peut être la pièce qui manque ailleurs.
guide-why-8 = Un signalement seul résout rarement une affaire. Beaucoup de petits, ensemble, font voir une route, une maison ou un nom.
guide-why-9 = Vous êtes militaire, pas policier. Personne n’attend de vous plus que ce que vous avez vu ou entendu de toute façon pendant votre service normal.
guide-why-10 = Qui le lit : d’abord votre commandant, qui peut ajouter un commentaire, ne peut changer aucun mot et doit le transmettre. Le centre d’opérations à Bruxelles l’achemine sans pouvoir le lire.
guide-why-11 = Ensuite la cellule Traite des êtres humains de la Police fédérale le lit. Ces policiers connaissent le domaine, et c’est à eux de décider quoi en faire.
guide-why-12 = Vous aurez des nouvelles : d’abord un mot signé disant que la police a tout reçu, plus tard ce qui en est advenu, en bref. Souvent elle ne peut en dire plus, pour protéger des personnes et l’affaire.

guide-recognise-title = Ce que vous pouvez remarquer
guide-recognise-1 = Ce sont des signes, pas des preuves. Un signe seul a souvent une raison innocente. Plusieurs ensemble pèsent davantage.
guide-recognise-2 = L’absence de signe ne veut pas dire que tout va bien. Les trafiquants connaissent aussi ces listes, et ce qui est normal change d’un lieu à l’autre.
guide-recognise-3 = Personne n’attend de vous une liste complète. Choisissez ce que vous avez vu ou entendu de toute façon, et laissez le reste vide.
guide-recognise-4 = Rien ne correspond, et pourtant c’était bizarre ? « Juste bizarre » est une vraie réponse. Dites avec vos mots ce qui vous a frappé.
guide-recognise-5 = Pour chaque signe, dites comment vous le savez : vu ou entendu vous-même, capté par un appareil, dit par quelqu’un qui l’a vu, ou ouï-dire. Tout est utile, à condition de le dire.
guide-recognise-6 = L’origine, la croyance ou la couleur de peau n’est jamais un signe. Ce que les gens font, et ce qu’on leur fait, peut en être un.

guide-recognise-control-title = Quelqu’un d’autre décide
guide-recognise-control-1 = En passant, vous remarquez peut-être qu’une personne garde les papiers ou téléphones d’autres, ne les laisse jamais seuls ou les retient à l’intérieur.
guide-recognise-control-2 = Cela peut vouloir dire que ces gens ne sont pas libres de partir. Ce peut être aussi une famille, un guide de voyage ou un chef d’équipe qui garde les papiers à l’abri. Écrivez ce que vous avez vu, laissez le reste ouvert.

guide-recognise-behaviour-title = Comment les gens se comportent
guide-recognise-behaviour-1 = Parfois une personne parle pour toutes, plusieurs récitent la même histoire apprise par cœur, ou quelqu’un a peur d’un compagnon. Un billet, un geste de la main ou un mot chuchoté peut être un appel à l’aide.
guide-recognise-behaviour-2 = La peur de l’uniforme est fréquente chez ceux qui ont fui une guerre. La fatigue, la honte ou une langue étrangère peuvent donner la même impression.

guide-recognise-body-title = Ce que montre un corps
guide-recognise-body-1 = Vous voyez peut-être des blessures qui semblent infligées, quelqu’un d’épuisé ou de drogué, des vêtements inadaptés au temps, ou une marque qui évoque une appartenance.
guide-recognise-body-2 = D’abord le soignant, ensuite le signalement. Un voyage dur, un accident ou une maladie peuvent laisser les mêmes traces. Décrivez seulement ce qui sautait aux yeux ; personne ne doit se dévêtir ni s’expliquer.

guide-recognise-documents-title = Papiers et promesses
guide-recognise-documents-1 = Lors d’un contrôle normal, des papiers semblent parfois modifiés, tous flambant neufs ou au nom d’un autre. Des gens disent parfois d’eux-mêmes qu’un emploi, un salaire ou un mariage n’était pas ce qu’on leur avait promis.
guide-recognise-documents-2 = Ceux qui fuient ont souvent de mauvais papiers, ou aucun. De faux papiers ne font pas un criminel : la personne n’avait peut-être pas le choix.

guide-recognise-transit-title = En route
guide-recognise-transit-1 = Vous voyez peut-être trop de monde dans un véhicule, des gens cachés dans un chargement, des vitres occultées, une plaque qui ne colle pas, une voiture en éclaireur, ou le même chauffeur avec d’autres passagers.
guide-recognise-transit-2 = Sans air, sans eau ou sans chaleur, des vies sont en jeu : l’aide d’abord. Mais un bus bondé ou des gens qui marchent la nuit, ce peut être aussi la pauvreté, ou la vie ordinaire là-bas.

guide-recognise-site-title = Lieux
guide-recognise-site-1 = En passant, vous remarquez peut-être une maison où des groupes vont et viennent, des barreaux ou gardes qui empêchent de sortir, des gens qui dorment au travail, ou des affaires d’enfants dans un bar ou une usine.
guide-recognise-site-2 = Bien des logements misérables sont simplement pauvres, et une clôture sert parfois juste contre les voleurs. Le lieu, l’heure et ce qu’on voyait de la route suffisent.

guide-recognise-labour-title = Travail
guide-recognise-labour-1 = Vous remarquez peut-être de très longues journées, aucun repos, un travail dangereux sans protection, des ouvriers gardés ou insultés. Parfois quelqu’un dit de lui-même que le salaire est retenu ou qu’il travaille pour payer une dette.
guide-recognise-labour-2 = Travailler dur pour peu d’argent est triste, et souvent ce n’est pas un délit. Cela pèse plus quand les gens ne peuvent pas partir. Cela compte aussi sur nos propres bases et autour.

guide-recognise-sexual-title = Exploitation sexuelle
guide-recognise-sexual-1 = Vous remarquez peut-être qu’un tiers fixe le prix ou prend l’argent, ou qu’on propose quelqu’un qui paraît avoir moins de 18 ans. Cela se passe dans des appartements et par téléphone autant que dans des bars.
guide-recognise-sexual-2 = Vendre du sexe n’est pas en soi de la traite. Cela pèse plus quand d’autres décident et prennent l’argent. Si la personne paraît avoir moins de 18 ans, cela compte même sans contrainte : l’aide d’abord.

guide-recognise-child-title = Enfants
guide-recognise-child-1 = Vous voyez peut-être un enfant seul ou avec des adultes qui ne semblent pas de la famille, un enfant avec le numéro d’un inconnu sur un papier, un enfant remis contre de l’argent, ou utilisé par un groupe armé.
guide-recognise-child-2 = Les enfants voyagent souvent avec une tante, un voisin ou un grand frère, et beaucoup aident leur famille en travaillant. Un enfant est en danger maintenant ? L’aide d’abord, puis le signalement. En cas de doute sur l’âge, comptez un enfant.

guide-recognise-begging-title = Mendier et voler pour d’autres
guide-recognise-begging-1 = Vous voyez peut-être des mendiants amenés, gardés et repris par le même adulte, de l’argent qui va droit à cet adulte, ou un enfant forcé de voler ou de porter de la drogue.
guide-recognise-begging-2 = Des familles mendient ensemble, et mendier n’est pas un signe à lui seul. Cela pèse plus quand un autre prend l’argent ou donne les ordres.

guide-recognise-domestic-title = Travail dans une maison
guide-recognise-domestic-1 = Depuis un poste ou un trajet habituel, vous remarquez peut-être un employé de maison qui n’est jamais dehors sans son employeur.
guide-recognise-domestic-2 = Beaucoup d’employés de maison logent sur place et sont bien traités. Un coup d’œil dit peu ; ce qui vous a frappé de toute façon au fil des semaines en dit plus.

guide-recognise-organ-title = Prélèvement d’organes
guide-recognise-organ-1 = C’est rare. Par hasard, vous voyez peut-être une cicatrice d’opération récente et inexpliquée au flanc ou au ventre, ou une clinique sans enseigne pour de pauvres gens venus d’ailleurs et des patients étrangers.
guide-recognise-organ-2 = La plupart des cicatrices viennent d’une opération ordinaire. Personne n’a à vous en montrer une. Écrivez seulement ce qui était visible ou dit de toute façon.

guide-recognise-network-title = Des gens qui agissent ensemble
guide-recognise-network-1 = Vous voyez peut-être une personne avec beaucoup de téléphones, de cartes ou d’argent liquide, le même numéro chez plusieurs, un inconnu qui offre travail ou transport dans une file, ou des hommes armés avec des civils.
guide-recognise-network-2 = Les commerçants aussi portent de l’argent et des téléphones, et les humanitaires distribuent des numéros. Plaques, numéros et noms, tels que vous les avez vus, aident le plus : ils relient un signalement à un autre.

guide-recognise-own-forces-title = Nos propres forces
guide-recognise-own-forces-1 = Cela arrive aussi chez nous : quelqu’un de la force, ou d’une firme qui travaille pour elle, achète du sexe, va dans un lieu interdit, transporte ou fait entrer des gens avec nos véhicules, laissez-passer ou postes, ou y gagne.
guide-recognise-own-forces-2 = Ces signes ne prennent pas la voie normale. Lisez d’abord « { guide-own-side-title } » avant d’écrire.

guide-do-title = Que faire
guide-do-1 = La vie d’abord. Quelqu’un est blessé, malade ou en danger ? De l’aide, par la voie normale : premiers soins, soignant, votre supérieur. Le signalement peut attendre.
guide-do-2 = Un enfant en danger : l’aide d’abord, par votre chaîne ou les services locaux, selon vos ordres. Ensuite le signalement.
guide-do-3 = Continuez votre service comme ordonné. Ce que vous voyez ou entendez en le faisant suffit.
guide-do-4 = L’heure : à la minute si vous la savez, sinon « environ ».
guide-do-5 = Le lieu : coordonnées, village ou « 500 m après le pont ». Dites de combien vous pouvez vous tromper.
guide-do-6 = Les véhicules : plaque, type, couleur et direction prise. Une demi-plaque vaut beaucoup. Écrivez ? pour ce que vous n’avez pas pu lire.
guide-do-7 = Les personnes : combien d’hommes, de femmes, de garçons et de filles. Vêtements, cheveux, marques, mots entendus. Tout de mémoire.
guide-do-8 = Écrivez les faits comme une caméra les verrait : « la femme a donné son passeport au chauffeur », et non « le chauffeur la tient ».
guide-do-9 = Votre avis est le bienvenu aussi. Il a sa propre case, à part des faits.
guide-do-10 = Si vous n’êtes pas sûr, dites-le. « Je crois qu’elle était bleue » est une bonne phrase.
guide-do-11 = Un signalement en une minute : quand, où et quoi suffisent. Puis déposez-le. Personne ne regarde votre orthographe.
guide-do-12 = Vous pourrez le compléter plus tard de mémoire, par une nouvelle version. Un brouillon inachevé reste sur cet appareil, même en cas de coupure de courant.
guide-do-13 = Laissez les objets et les lieux en l’état, sauf si votre service ou la sécurité l’exige. Si quelque chose a été déplacé ou détruit, écrivez quoi, quand et par qui.
guide-do-14 = La police locale a-t-elle été avertie ? Écrivez qui, quand, et si elle a agi. Si un agent public a participé ou détourné le regard, écrivez-le aussi.
guide-do-15 = Vous l’avez revu par hasard pendant votre service normal ? Écrivez un nouveau signalement. La deuxième fois compte souvent davantage.

guide-never-title = Ce qu’il ne faut jamais faire
guide-never-1 = Cette liste protège les personnes concernées, l’affaire et vous. Ce que disent vos ordres sur les contrôles, la force et la légitime défense reste inchangé.
guide-never-2 = N’interrogez personne à ce sujet. Ce que les gens vous disent d’eux-mêmes, vous pouvez l’écrire.
guide-never-3 = Ne fouillez pour cela ni personnes, ni sacs, ni véhicules, ni pièces, ni téléphones.
guide-never-4 = Ne suivez personne : ni à pied, ni en voiture, ni sur internet.
guide-never-5 = Ne retenez personne pour cette seule raison. Une bonne description vaut mieux qu’une arrestation trop tôt.
guide-never-6 = Ne payez pas, n’achetez pas, ne jouez pas au client. Même pas pour aider quelqu’un.
guide-never-7 = Ne promettez rien : ni papiers, ni protection, ni argent, ni réponse. Une promesse non tenue peut mettre quelqu’un en danger.
guide-never-8 = Ne photographiez pas d’enfants. Des mots suffisent.
guide-never-9 = Images d’abus d’enfants : ne pas les photographier, copier, garder ni envoyer, même comme preuve. Écrivez avec des mots où et quand vous êtes tombé dessus.
guide-never-10 = N’avertissez pas ceux que vous soupçonnez, et ne montrez pas que vous avez remarqué. D’autres pourraient le payer.
guide-never-11 = N’en parlez ni au camp, ni à la maison, ni en ligne. Vous le dites seulement à ceux qui doivent savoir pour que l’aide arrive.
guide-never-12 = Ne mettez rien sur votre propre téléphone : ni photo, ni note, ni message.
guide-never-13 = N’y retournez pas pour voir, ni en service ni en dehors. Si votre service normal vous y fait repasser, c’est autre chose.

guide-own-side-title = Quand il s’agit des nôtres
guide-own-side-1 = Les nôtres, ce sont : les militaires, de chez nous ou de partenaires, les civils de la mission, et les firmes qui travaillent pour elle.
guide-own-side-2 = Un tel signalement ne doit pas passer par votre commandant. Il lui faut une voie séparée, vers un service indépendant. Cette voie n’est pas encore construite.
guide-own-side-3 = Pour l’instant donc : si vous choisissez un tel signe, le signalement ne peut pas être déposé. Il peut seulement rester sur cet appareil comme brouillon, derrière votre phrase de passe.
guide-own-side-4 = Rien n’en va à votre commandant : ni texte, ni nombre, ni indice. Mais pour l’instant personne d’autre ne le reçoit non plus depuis cet appareil.
guide-own-side-5 = Attention : le programme ne le voit qu’aux signes que vous choisissez. Si vous en parlez seulement avec vos propres mots et déposez, votre commandant le lit.
guide-own-side-6 = Vous pouvez vous adresser directement au Médiateur fédéral en Belgique. Il n’appartient pas à la Défense et reçoit des signalements d’abus dans les services fédéraux. Il vous dira ce qu’il peut faire.
guide-own-side-7 = Médiateur fédéral : www.mediateurfederal.be, rue de Louvain 48, 1000 Bruxelles. Une adresse peut changer pendant votre absence.
guide-own-side-8 = Avant d’écrire ou d’appeler, pensez à qui peut lire ou écouter. N’envoyez rien de classifié.
guide-own-side-9 = Vous pouvez jeter le brouillon à tout moment. Personne n’est averti de son existence.
guide-own-side-10 = Ici aussi : si une vie ou un enfant est en danger maintenant, l’aide passe d’abord, par un supérieur ou un soignant en qui vous avez confiance.

guide-after-title = Ce qui se passe ensuite
guide-after-1 = Quand vous déposez, le signalement est signé comme le vôtre. Dès lors, personne ne peut le changer sans que cela se voie, même pas vous.
guide-after-2 = Une erreur, un oubli ? Écrivez de mémoire une nouvelle version. Les deux partent, et la police voit laquelle compte.
guide-after-3 = Il part vers votre commandant à la prochaine transmission, par le réseau ou sur une clé. Sans réseau, il attend ici, protégé par votre phrase de passe.
guide-after-4 = Votre commandant le lit, peut ajouter une cote et un commentaire, et doit le transmettre à Bruxelles.
guide-after-5 = Pour cela, votre commandant a 72 heures, sauf si votre mission a fixé un autre délai. Après, le signalement part tel quel avec le prochain envoi, et c’est indiqué.
guide-after-6 = Un signalement peut vous revenir avec une raison, comme « lieu peu clair ». Complétez-le de mémoire seulement. Si vous ne pouvez pas, il part tel quel.
guide-after-7 = Vos signalements sont numérotés l’un après l’autre. Si l’un se perd en route, la police peut voir le trou.
guide-after-8 = La liste dit où en est chaque signalement. Les nouvelles voyagent lentement : des étapes arrivent tard, plusieurs à la fois, ou manquent.
guide-after-9 = « { standing-draft } » : vous écrivez encore. Vous seul le voyez.
guide-after-10 = « { standing-filed } » : signé, et en attente de la transmission ou chez votre commandant.
guide-after-11 = « { standing-returned } » : votre commandant le voudrait plus complet, de mémoire. Il reste dû à Bruxelles.
guide-after-12 = « { standing-superseded } » : une version plus récente de vous compte. Celle-ci part aussi.
guide-after-13 = « { standing-reviewed } » : lu et coté.
guide-after-14 = « { standing-forwarded } » : en chemin dans un envoi. « { standing-received } » : le centre d’opérations l’a, toujours scellé.
guide-after-15 = « { standing-acknowledged } » : la cellule Traite l’a en entier et a signé pour cela.
guide-after-16 = « { standing-answered } » : il y a un mot pour vous parmi les réponses.
guide-after-17 = Les réponses reviennent par votre commandant, qui peut les lire et ne peut pas les changer. La police les signe, et cet appareil s’en assure lui-même.
guide-after-18 = « { status-received } » : c’est arrivé, et un policier le lit.
guide-after-19 = « { status-needs-more } » : ne faites rien de spécial. Si vous en voyez plus de toute façon en service normal, ou si un souvenir revient, signalez-le.
guide-after-20 = « { status-linked-to-known } » : votre pièce va avec une affaire sur laquelle ils travaillent.
guide-after-21 = « { status-under-investigation } » : la police y travaille. C’est son travail ; le vôtre est fait.
guide-after-22 = « { status-passed-abroad } » : la police d’un autre pays l’a, parce qu’elle peut y agir.
guide-after-23 = « { status-no-action } » : toujours avec une raison. Pas une infraction selon la loi là-bas, trop peu d’éléments, déjà connu, pour une autre autorité, à la police locale, ou personne de libre.
guide-after-24 = « Pas de suite » ne veut pas dire que vous aviez tort, ni que quelqu’un a été acheté.
guide-after-25 = « { status-closed-result } » : c’est fini, et cela a donné quelque chose. On vous dit ce qu’on peut dire.
guide-after-26 = Pas encore de réponse ne veut pas dire que c’était inutile. Une affaire prend des mois ou des années. Votre signalement reste là-bas, et comptera peut-être le jour où un autre arrive.

guide-device-title = Protégez cet appareil
guide-device-1 = Verrouillez-le chaque fois que vous le quittez, même une minute. Il se verrouille aussi tout seul après un moment.
guide-device-2 = Votre phrase de passe n’est qu’à vous. Ne l’écrivez pas, ne la prêtez pas, ne la dites pas, même à un supérieur.
guide-device-3 = Une phrase de passe oubliée, personne ne peut la récupérer. Ce que vous n’aviez pas encore transmis est alors perdu.
guide-device-4 = L’effacement d’urgence détruit tout ce qui est à vous ici : deux touches, moins d’une seconde. Il montre d’abord combien de signalements ne sont pas partis. Apprenez les touches par cœur ; elles sont dans l’aide.
guide-device-5 = Ce qui a été transmis avant échappe à l’effacement.
guide-device-6 = En danger, pensez d’abord à vous. Effacez si vous le pouvez. Aucun signalement ne vaut une vie.
guide-device-7 = Pas de notes ailleurs : ni carnet, ni téléphone, ni autre ordinateur, ni croix sur une carte.
guide-device-8 = Sur un ordinateur partagé, ouvrez seulement votre profil, et verrouillez-le avant qu’un autre s’assoie.
guide-device-9 = La nuit, choisissez les couleurs de nuit : l’écran reste sombre et se voit de moins loin.
guide-device-10 = Perdu, volé, ou quelqu’un a vu votre phrase de passe ? Dites-le tout de suite à votre commandant. Ce n’est pas une honte, et l’appareil peut être exclu.

guide-law-title = Ce que ce guide est
guide-law-1 = Ce guide n’est pas un conseil juridique. La loi, vos ordres et les règles sur l’usage de la force passent d’abord.
guide-law-2 = Les mots sont ceux du programme. La cellule Traite des êtres humains de la Police fédérale doit encore les approuver.
guide-law-3 = Il repose sur l’accord du 20 mars 2006 entre la Défense et la Police fédérale. En cas de différence, c’est l’accord qui vaut.
guide-law-4 = Vous ne dites pas qui est coupable ni qui est victime. Vous dites ce que vous avez vu ou entendu.
guide-law-5 = Un jour, vos mots seront peut-être lus devant un tribunal. Écrivez-les de façon à pouvoir les soutenir.

guide-signs = Ce que dit la liste
guide-flag-life = danger de mort
guide-flag-urgent = urgent
guide-flag-no-media = jamais de photo
guide-nothing = Rien dans le guide ne contient ces mots.
