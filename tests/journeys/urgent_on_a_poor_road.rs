//! What is urgent does not wait for a photograph that is on its way over a line of 9,600 bits a second.

use std::sync::Arc;
use std::time::Duration;

use vigilia::courier::orders::{News, Order};
use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::{Myself, Road};
use vigilia::courier::worker::Worker;
use vigilia::desks::carrying::contact::Contact;
use vigilia::domain::ids::Digest;
use vigilia::domain::precedence::Precedence;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::enrolled_in_the_field::relay_of;
use crate::flaky_line::{FlakyLine, Shape};
use crate::support::realm::{SeededDice, cast, noon};
use crate::what_goes_and_when::{graded, noise, reach_the_commander};

fn client(vault: &Vault, address: &str) -> RelayClient {
    let roster = Arc::new(vault.roster().unwrap().unwrap());
    RelayClient::new(address, &vault.profile().transport, roster, Persistence::once()).unwrap()
}

fn is_sent_by(orders: &[Order], packet: Digest) -> bool {
    let holds = |order: &Order| match order {
        Order::Send(loads) => loads.iter().any(|load| load.packet.digest() == packet),
        _ => false,
    };
    orders.iter().any(holds)
}

#[test]
fn an_immediate_report_overtakes_a_photograph_which_then_goes_on_where_it_was() {
    let mut cast = cast();
    let reports = reach_the_commander(&mut cast, 2, &[(0, noise(200 << 10))]);
    let relay = relay_of(&cast.realm);
    let mut dice = SeededDice(3);
    cast.commander.review(reports[0], graded(Precedence::Routine), noon(40)).unwrap();
    let forwarded = cast.commander.forward(noon(41), &mut dice).unwrap();
    let (photograph, size) = *forwarded[0].followers.iter().max_by_key(|(_, size)| *size).unwrap();
    assert!(size > 200 << 10);

    let line = FlakyLine::shaped(&relay.address(), Shape { bits: 9_600, ..Shape::default() });
    let profile = cast.commander.vault().profile();
    let me = Myself { id: profile.me, role: profile.role };
    let road = client(cast.commander.vault(), line.address());
    let courier = Worker::start(road, me, Persistence::steady(1)).unwrap();
    let (mut contact, mut orders) = Contact::begin(&mut cast.commander, noon(42), &mut dice).unwrap();
    let (mut urgent, mut overtook, mut came) = (None, false, Vec::new());
    loop {
        let sets_out = is_sent_by(&orders, photograph);
        orders.into_iter().for_each(|order| assert!(courier.order(order)));
        if contact.is_over() {
            break;
        }
        if sets_out {
            // The photograph is going up when the commander releases the second report.
            assert!(line.has_carried(line.total() + 4_096, Duration::from_secs(120)));
            cast.commander.review(reports[1], graded(Precedence::Immediate), noon(43)).unwrap();
            let more = contact.more(&mut cast.commander, noon(43), &mut dice).unwrap();
            let pending = cast.commander.vault().pending(RoadName::Relay).unwrap();
            urgent = Some(pending.first().unwrap().digest);
            assert!(is_sent_by(&more, urgent.unwrap()));
            more.into_iter().for_each(|order| assert!(courier.order(order)));
        }
        let news = courier.wait_for_news().unwrap();
        match &news {
            News::Sending { packet, held, .. } if *packet == photograph => came.push(*held),
            News::Sent { packet, .. } if Some(*packet) == urgent => {
                let cell = cast.cell.vault().profile();
                let me = Myself { id: cell.me, role: cell.role };
                let there = client(cast.cell.vault(), &relay.address()).waiting(&me).unwrap().arrivals;
                assert_eq!(there[0].sha256, *packet, "it is the first that the cell is offered");
                assert!(there.iter().all(|arrival| arrival.sha256 != photograph));
                overtook = true;
                // Nobody need wait for the rest of it.
                line.mend();
            }
            News::Sent { packet, .. } if *packet == photograph => assert!(overtook),
            News::Waiting { .. } | News::NotSent { .. } | News::Failed { .. } => panic!("{news:?}"),
            _ => {}
        }
        orders = contact.hear(&mut cast.commander, news, noon(44), &mut dice, &mut |_| ()).unwrap();
    }
    assert!(overtook && came.is_sorted() && came[0] > 0, "{came:?}");
    assert_eq!(line.contacts(), 1);
    let packets: usize = contact.done().sent.iter().map(|(_, size)| usize::try_from(*size).unwrap()).sum();
    let up = line.crossed().0;
    eprintln!("{up} bytes up for {packets} bytes of packets, {came:?}");
    assert!(up < packets + packets / 20 + 8_192, "nothing is sent twice: {up} for {packets}");
}
