//! Stories told with the real thing: a real relay on loopback, real keys, real disks.

mod carried_by_hand;
mod courier_at_work;
mod flaky_line;
mod raw_line;
mod tiny_disk;
mod what_the_relay_keeps;
mod what_waits;
mod who_may_come_in;
mod world;
