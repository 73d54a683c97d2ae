# The guide: why, what may be noticed, what to do, what never to do, our own side, what happens next, the device, the law.
# The program's own wording; the trafficking cell of the Federal Police has still to approve it. A soldier is no
# investigator: nothing here may ask him for more than what he saw or heard anyway.

# max 30
guide-why-title = What this is about
guide-why-1 = Trafficking: somebody recruits a person, moves them, lodges them, takes them in or hands them on, in order to exploit them.
guide-why-2 = To exploit somebody means to live off them: forced work, sex for the gain of others, begging, stealing, unfree work in a house, or the taking of an organ.
guide-why-3 = Smuggling: somebody gets a foreigner into a country illegally and gains by it, in money or otherwise.
guide-why-4 = The difference: a smuggler sells a way across a border, and at the end the traveller should be free. A trafficker makes money from the person. That needs no border, and the person may even have said yes at first.
guide-why-5 = One can turn into the other on the way, and one van may carry both. “Both” and “not known” are good answers. You do not have to decide.
guide-why-6 = The agreement between Defence and the Federal Police covers six forms: forced labour; sexual exploitation; images of child abuse and travel to abuse children; trade in children; organised illegal immigration; forced removal of organs.
guide-why-7 = Why your report counts: you pass where no police officer comes. A plate, an hour, a direction that looks like nothing may be the very piece that is missing elsewhere.
guide-why-8 = One report rarely solves a case. Many small ones together show a route, a house or a name.
guide-why-9 = You are a soldier, not a detective. Nobody expects more of you than what you saw or heard anyway on your normal duty.
guide-why-10 = Who reads it: first your commander, who may add a comment, cannot change a word and must pass it on. The operations centre in Brussels carries it, and cannot read it.
guide-why-11 = Then the trafficking cell of the Federal Police reads it. These officers know the field, and what to do with it is theirs to decide.
guide-why-12 = You hear back: first a signed word that the police have all of it, later what became of it, in short. Often they may not say more, to protect people and the case.

# max 30
guide-recognise-title = What you may notice
guide-recognise-1 = These are signs, not proof. One sign alone often has an innocent reason. Several together weigh more.
guide-recognise-2 = No sign does not mean that all is well. Traffickers know these lists too, and what is normal differs from place to place.
guide-recognise-3 = Nobody wants a full list from you. Pick what you saw or heard anyway, and leave the rest empty.
guide-recognise-4 = Nothing fits, and yet it was odd? “Just odd” is a full answer. Say in your own words what struck you.
guide-recognise-5 = With each sign, say how you know it: you saw or heard it, a device recorded it, somebody who saw it told you, or it is hearsay. All of these are useful when they are named.
guide-recognise-6 = Where people come from, what they believe or the colour of their skin is never a sign. What they do, and what is done to them, may be one.

guide-recognise-control-title = Somebody else decides
guide-recognise-control-1 = In passing you may notice that one person keeps the papers or phones of others, never leaves them alone, or keeps them inside.
guide-recognise-control-2 = It may mean that these people are not free to go. It may also be a family, a tour guide or a foreman who keeps papers safe. Write what you saw and leave the rest open.

guide-recognise-behaviour-title = How people act
guide-recognise-behaviour-1 = You may notice that one person speaks for all, that several tell the same story as if learnt by heart, or that somebody fears a companion. A note, a hand sign or a whispered word can be a call for help.
guide-recognise-behaviour-2 = Fear of a uniform is common among people who fled a war. Tiredness, shame or a foreign language can look the same.

guide-recognise-body-title = What a body shows
guide-recognise-body-1 = You may see wounds that look inflicted, somebody exhausted or drugged, clothes that do not suit the weather, or a mark that looks like a sign of ownership.
guide-recognise-body-2 = First the medic, then the report. A hard journey, an accident or an illness can leave the same traces. Describe only what was plain to see; nobody has to undress or explain.

guide-recognise-documents-title = Papers and promises
guide-recognise-documents-1 = In a normal check, papers may look altered, all brand new, or made out to somebody else. People may tell you unasked that a job, a wage or a marriage was not what had been promised.
guide-recognise-documents-2 = People who flee often have poor papers or none. False papers do not make somebody a criminal: the person may have had no choice.

guide-recognise-transit-title = On the way
guide-recognise-transit-1 = You may see too many people in one vehicle, people hidden in a load, covered windows, a plate that does not fit, a car that drives ahead, or the same driver with other passengers.
guide-recognise-transit-2 = Without air, water or warmth it is a matter of life: help first. But an overfull bus or people walking at night may also be poverty, or ordinary life there.

guide-recognise-site-title = Places
guide-recognise-site-1 = Driving past, you may notice a house where groups come and go, bars or guards that keep people in, people who sleep where they work, or children’s things in a bar or factory.
guide-recognise-site-2 = Many poor lodgings are just poor, and a fence may only keep thieves out. The place, the hour and what could be seen from the road are enough.

guide-recognise-labour-title = Work
guide-recognise-labour-1 = You may notice very long days, no rest, dangerous work without protection, workers under guard or shouted at. Somebody may tell you unasked that wages are kept back or a debt must be worked off.
guide-recognise-labour-2 = Hard work for little money is sad, and often no crime. It weighs more when people cannot leave. It counts on and around our own bases too.

guide-recognise-sexual-title = Sexual exploitation
guide-recognise-sexual-1 = You may notice that a third person sets the price or takes the money, or that somebody who looks under 18 is offered. It happens in flats and by phone as much as in bars.
guide-recognise-sexual-2 = Selling sex is not trafficking by itself. It weighs more when others decide and others take the money. If the person looks under 18, no force is needed for it to count: help first.

guide-recognise-child-title = Children
guide-recognise-child-1 = You may notice a child alone or with adults who do not seem to be family, a child with a stranger’s number on a slip, a child handed over for money, or a child used by an armed group.
guide-recognise-child-2 = Children often travel with an aunt, a neighbour or a big brother, and many help their family by working. Is a child in danger now? Help first, then the report. If you doubt the age, count the person as a child.

guide-recognise-begging-title = Begging and stealing for others
guide-recognise-begging-1 = You may notice beggars who are brought, guarded and collected by the same adult, money that goes straight to that adult, or a child made to steal or to carry drugs.
guide-recognise-begging-2 = Families beg together, and begging alone is no sign. It weighs more when somebody else takes the money or gives the orders.

guide-recognise-domestic-title = Work in a household
guide-recognise-domestic-1 = From a regular post or route you may notice a house worker who is never outside without the employer.
guide-recognise-domestic-2 = Many house workers live in and are treated well. One glimpse says little; what struck you anyway over the weeks says more.

guide-recognise-organ-title = Removal of organs
guide-recognise-organ-1 = This is rare. By chance you may see a fresh operation scar on side or belly that nobody explains, or a clinic without a sign for poor strangers and foreign patients.
guide-recognise-organ-2 = Most scars come from an ordinary operation. Nobody has to show you one. Write only what was visible or told anyway.

guide-recognise-network-title = People who act together
guide-recognise-network-1 = You may notice one person with many phones, bank cards or much cash, the same phone number with several people, a stranger who offers work or a ride in a queue, or armed men with a group of civilians.
guide-recognise-network-2 = Traders carry cash and phones too, and aid workers hand out numbers. Plates, numbers and names just as you saw them help most: they tie one report to another.

guide-recognise-own-forces-title = Our own side
guide-recognise-own-forces-1 = This happens on our own side as well: somebody of the force, or of a firm that works for it, buys sex, goes to a forbidden place, moves people or lets them in with our vehicles, passes or posts, or earns from it.
guide-recognise-own-forces-2 = These signs leave the normal road. Please read “{ guide-own-side-title }” before you write.

# max 30
guide-do-title = What to do
guide-do-1 = Life first. Is somebody hurt, ill or in danger? Get help through the normal chain: first aid, medic, your superior. The report can wait.
guide-do-2 = A child at risk: get help first, through your own chain or the local services, as your orders say. Then report.
guide-do-3 = Carry on with your duty as ordered. What you see or hear while you do is enough.
guide-do-4 = The time: to the minute if you know it, otherwise “about”.
guide-do-5 = The place: grid, village or “500 m past the bridge”. Say how far off it may be.
guide-do-6 = Vehicles: plate, type, colour, and the direction they took. Half a plate is worth a lot. Write ? for what you could not read.
guide-do-7 = People: how many men, women, boys and girls. Clothing, hair, marks, words you heard. All from memory.
guide-do-8 = Write facts as a camera would see them: “the woman gave her passport to the driver”, not “the driver controls her”.
guide-do-9 = What you think of it is welcome too. It has its own box, apart from the facts.
guide-do-10 = If you are not sure, say so. “I think it was blue” is a good sentence.
guide-do-11 = A report in a minute: when, where and what are enough. Then file it. Nobody minds your spelling.
guide-do-12 = You can complete it later from memory, with a newer version. A half-written draft stays on this device, even when the power fails.
guide-do-13 = Leave objects and the place as they are, unless your duty or safety says otherwise. If something was moved or destroyed, write what, when and by whom.
guide-do-14 = Were local police told? Write whom, when, and whether they acted. If an official took part or looked away, write that too.
guide-do-15 = Did you happen to see it again on your normal duty? Write a new report. The second time often counts for more.

# max 30
guide-never-title = What never to do
guide-never-1 = This list protects the people concerned, the case, and you. What your orders say about checks, force and self-defence stays as it is.
guide-never-2 = Do not question anybody about it. What people tell you of their own accord you may write down.
guide-never-3 = Do not search people, bags, vehicles, rooms or phones for it.
guide-never-4 = Do not follow anybody: not on foot, not by car, not on the internet.
guide-never-5 = Do not hold anybody for this reason alone. A good description is worth more than an arrest too early.
guide-never-6 = Do not pay, do not buy, do not play the customer. Not even to help somebody.
guide-never-7 = Promise nothing: no papers, no protection, no money, no answer. A promise that fails can put somebody in danger.
guide-never-8 = Do not photograph children. Words are enough.
guide-never-9 = Images of child abuse: do not photograph, copy, keep or send them, not even as proof. Write in words where and when you came across them.
guide-never-10 = Do not warn those you suspect, and do not let them see that you noticed. Others may pay for it.
guide-never-11 = Do not talk about it in camp, at home or online. You tell only those who must know so that help can come.
guide-never-12 = Put nothing of it on your own phone: no photo, no note, no message.
guide-never-13 = Do not go back to look, on duty or off. If your normal duty brings you past again, that is another matter.

# max 30
guide-own-side-title = When it is our own side
guide-own-side-1 = Our own side means: soldiers, ours or of partners, civilians of the mission, and firms that work for it.
guide-own-side-2 = Such a report must not go through your commander. It needs a separate road to an independent desk. That road is not built yet.
guide-own-side-3 = So for now: if you pick such a sign, the report cannot be filed. It can only stay on this device as a draft, behind your passphrase.
guide-own-side-4 = Nothing of it goes to your commander: no text, no count, no hint. But for now nobody else gets it from this device either.
guide-own-side-5 = Take care: the program knows it only by the signs you pick. If you write about our own side only in your own words and file it, your commander reads it.
guide-own-side-6 = You can turn to the Federal Ombudsman in Belgium directly. That office does not belong to Defence and takes reports of wrongs inside federal services. It tells you what it can do.
guide-own-side-7 = Federal Ombudsman: www.federalombudsman.be, Rue de Louvain 48, 1000 Brussels. An address can change while you are away.
guide-own-side-8 = Before you write or call, think who may read along or listen. Send nothing classified.
guide-own-side-9 = You can throw the draft away at any time. Nobody is told that it was there.
guide-own-side-10 = Here too: if a life or a child is in danger now, help comes first, from a superior or a medic you trust.

# max 30
guide-after-title = What happens next
guide-after-1 = When you file, the report is signed as yours. From then on nobody can change it unnoticed, not even you.
guide-after-2 = Something wrong or forgotten? Write a newer version from memory. Both go on, and the police see which one counts.
guide-after-3 = It goes to your commander with the next transfer, by network or on a stick. Without a network it waits here, sealed by your passphrase.
guide-after-4 = Your commander reads it, may add a grade and a comment, and must pass it on to Brussels.
guide-after-5 = For this your commander has 72 hours, unless your mission has set another limit. After that the report goes on as it stands with the next batch, and is marked so.
guide-after-6 = A report may come home to you with a reason, such as “place unclear”. Complete it from memory only. If you cannot, it goes on as it is.
guide-after-7 = Your reports are numbered one after the other. If one is lost on the way, the police can see the gap.
guide-after-8 = The list tells how far each report is. News travels slowly: steps may come late, several at once, or be skipped.
guide-after-9 = “{ standing-draft }”: you are still writing. Only you see it.
guide-after-10 = “{ standing-filed }”: signed, and waiting for the transfer or with your commander.
guide-after-11 = “{ standing-returned }”: your commander would like it more complete, from memory. It is still owed to Brussels.
guide-after-12 = “{ standing-superseded }”: a newer version of yours counts. This one goes on too.
guide-after-13 = “{ standing-reviewed }”: read and graded.
guide-after-14 = “{ standing-forwarded }”: on its way in a batch. “{ standing-received }”: the operations centre has it, still sealed.
guide-after-15 = “{ standing-acknowledged }”: the trafficking cell has every part of it and has signed for that.
guide-after-16 = “{ standing-answered }”: there is word for you under Answers.
guide-after-17 = Answers come home through your commander, who may read them and cannot change them. They are signed by the police, and this device checks that by itself.
guide-after-18 = “{ status-received }”: it has arrived and an officer reads it.
guide-after-19 = “{ status-needs-more }”: do nothing for it. Should you see more anyway on normal duty, or remember more, report it.
guide-after-20 = “{ status-linked-to-known }”: your piece fits a case they are working on.
guide-after-21 = “{ status-under-investigation }”: the police are at work on it. That is theirs; your part is done.
guide-after-22 = “{ status-passed-abroad }”: the police of another country have it, because they can act there.
guide-after-23 = “{ status-no-action }”: always with a reason. No offence under the law there, too little to go on, already known, for another authority, with the local police, or nobody free just now.
guide-after-24 = “No action” does not mean that you were wrong, nor that somebody was bought.
guide-after-25 = “{ status-closed-result }”: it is over, and something came of it. They tell you what they may.
guide-after-26 = No answer yet does not mean that it was useless. Cases take months or years. Your report stays with them, and may count on the day another one arrives.

# max 30
guide-device-title = Protect this device
guide-device-1 = Lock it every time you leave it, even for a minute. It also locks by itself after a while.
guide-device-2 = Your passphrase is yours alone. Do not write it down, lend it or say it, not even to a superior.
guide-device-3 = A forgotten passphrase cannot be recovered by anybody. What you had not handed over is then lost.
guide-device-4 = The panic wipe destroys everything of yours here: two keys, under a second. It first shows how many reports have not left yet. Learn the keys by heart; they stand in the help.
guide-device-5 = What was handed over before is safe from the wipe.
guide-device-6 = In danger, think of yourself first. Wipe if you can. No report is worth a life.
guide-device-7 = No notes elsewhere: no notebook, no phone, no other computer, no cross on a map.
guide-device-8 = On a shared computer, open your own profile only, and lock it before somebody else sits down.
guide-device-9 = At night, choose the night colours: the screen stays dim and is seen from less far.
guide-device-10 = Lost, stolen, or somebody saw your passphrase? Tell your commander at once. It is no shame, and the device can be shut out.

# max 30
guide-law-title = What this guide is
guide-law-1 = This guide is no legal advice. The law, your orders and the rules on force come first.
guide-law-2 = The words are the program’s own. The trafficking cell of the Federal Police has still to approve them.
guide-law-3 = It rests on the agreement of 20 March 2006 between Defence and the Federal Police. Where the two differ, the agreement holds.
guide-law-4 = You do not say who is guilty or who is a victim. You say what you saw or heard.
guide-law-5 = One day your words may be read in a court. Write them so that you can stand by them.

# What the guide itself says.

# max 24
guide-signs = What the catalogue lists
guide-flag-life = danger to life
guide-flag-urgent = urgent
guide-flag-no-media = never a picture
guide-nothing = Nothing in the guide holds these words.
