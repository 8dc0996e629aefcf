//! The faults by their ids: each replaces some members of a conforming server.

mod key;
mod order;
mod request;
mod response;
mod state;

use std::time::Duration;

use crate::behaviour::Behaviour;

/// Gives a server a fault. False where no fault has the id.
pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    [key::apply, order::apply, request::apply, response::apply, state::apply].iter().any(|apply| apply(id, server))
}

/// A look-up in a database, during which other requests go on.
fn pause(milliseconds: u64) {
    tokio::task::block_in_place(|| std::thread::sleep(Duration::from_millis(milliseconds)));
}
