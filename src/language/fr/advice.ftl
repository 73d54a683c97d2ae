# What must be read before going on, what an officer would miss, what is pointed out in a text.
# max 78
alert-danger-to-life = Une vie est peut-être en danger : d’abord les secours, puis le signalement.
# max 78
alert-minor = Moins de 18 ans : « paraissait mineur » suffit, il ne faut rien de plus.
# max 78
alert-no-host-nation = Ne sera pas partagé avec le pays hôte ; le signalement porte cette réserve.
# max 78
alert-own-forces-area = Près d’une de nos bases : le signalement le dit.

# max 24
missed-when = quand, même environ
# max 24
missed-where = où, même environ
# max 24
missed-what = ce qui vous a frappé
# max 24
missed-age = l’âge apparent
# max 24
missed-direction = dans quelle direction
# max 24
missed-phone-number = le numéro, même partiel
# max 24
missed-who-told = qui l’a dit
# max 24
missed-phase = en route ou sur place

remark-origin = parle d’origine ; laissez-le si ce n’est pas nécessaire
remark-religion = parle de religion ; laissez-le si ce n’est pas nécessaire
remark-politics = parle d’opinion politique ; laissez-le si ce n’est pas nécessaire
remark-union = parle d’un syndicat ; laissez-le si ce n’est pas nécessaire
remark-health = parle d’une maladie ; écrivez seulement ce qui se voyait
remark-sex-life = parle de vie ou d’orientation sexuelle ; laissez-le si ce n’est pas nécessaire
remark-biometrics = parle d’empreintes ou de génétique ; laissez-le si ce n’est pas nécessaire
remark-investigating = se lit comme si vous aviez fait plus que votre service ; écrivez ce que vous avez vu ou entendu de toute façon
remark-conclusion = est une conclusion ; sa place est dans ce que vous pensez
