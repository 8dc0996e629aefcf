//! Faults of what a cancel leaves behind.

use serde_json::json;

use super::pause;
use crate::behaviour::{Behaviour, cancel_once};
use crate::reply::Reply;
use crate::shop::{ALREADY_CANCELLED, CancelRequest, ORDERS, Order, Status};

fn set(order: &Order, body: CancelRequest) -> Option<Reply> {
    order.set(body.ax_status, body.channel_status);
    None
}

pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    let change: fn(&'static Order, CancelRequest) -> Option<Reply> = match id {
        "state.parallel" => |order, body| {
            if !order.is_open() {
                return Some(Reply::detail(409, ALREADY_CANCELLED));
            }
            // Reading and writing are two steps, and a second request comes in between.
            pause(250);
            set(order, body)
        },
        "state.cancels-next" => |order, body| {
            let conflict = cancel_once(order, body);
            let next = ORDERS.iter().find(|order| !order.foreign && order.is_open());
            if let (None, Some(next)) = (&conflict, next) {
                next.set(Status::TravelerCancel, Status::TravelerCancel);
            }
            conflict
        },
        "state.repeat-accepted" => |order, body| set(order, body),
        "state.repeat-crash" => |order, body| {
            assert!(order.is_open(), "transition not allowed");
            set(order, body)
        },
        "state.repeat-without-detail" => |order, body| {
            if !order.is_open() {
                return Some(Reply::json(409, json!({ "error": "conflict" })));
            }
            set(order, body)
        },
        _ => return apply_not_kept(id, server),
    };
    server.change = Box::new(change);
    true
}

/// The response shows the requested statuses, but the stored order stays as it was.
fn apply_not_kept(id: &str, server: &mut Behaviour) -> bool {
    if id != "state.not-kept" {
        return false;
    }
    let show = std::mem::replace(&mut server.success, Box::new(|_| Reply::empty(500)));
    server.change = Box::new(set);
    server.success = Box::new(move |order| {
        let reply = show(order);
        order.set(Status::New, Status::New);
        reply
    });
    true
}
