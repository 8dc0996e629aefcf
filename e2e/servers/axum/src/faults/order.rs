//! Faults of the order's look-up, and of the response to a code that no order has.

use serde_json::json;

use crate::behaviour::{Behaviour, find};
use crate::reply::Reply;
use crate::shop::{FORBIDDEN, NOT_FOUND, ORDERS, Order};

/// LIKE as a database reads it.
fn like(text: &[u8], pattern: &[u8]) -> bool {
    match (pattern.first(), text.first()) {
        (None, None) => true,
        (Some(b'%'), _) => like(text, &pattern[1..]) || (!text.is_empty() && like(&text[1..], pattern)),
        (Some(b'_'), Some(_)) => like(&text[1..], &pattern[1..]),
        (Some(wanted), Some(found)) => wanted == found && like(&text[1..], &pattern[1..]),
        _ => false,
    }
}

fn is_uuid(code: &str) -> bool {
    let lengths: Vec<usize> = code.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && code.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    let matches: fn(&Order, &str) -> bool = match id {
        "order.wildcard" => |order, code| like(order.ax_code.as_bytes(), code.as_bytes()),
        "order.prefix" => |order, code| code.len() > 8 && order.ax_code.starts_with(code),
        "order.suffix" => |order, code| code.len() > 8 && order.ax_code.ends_with(code),
        "order.extended" => |order, code| code.starts_with(&order.ax_code),
        "order.trimmed" => |order, code| order.ax_code == code.trim(),
        "order.any-case" => |order, code| order.ax_code.eq_ignore_ascii_case(code),
        "order.by-channel-code" => |order, code| order.channel_code == code,
        "order.any" => |_, _| true,
        _ => return apply_to_response(id, server),
    };
    server.find =
        Box::new(move |code| find(code).or_else(|| ORDERS.iter().find(|order| !order.foreign && matches(order, code))));
    true
}

fn apply_to_response(id: &str, server: &mut Behaviour) -> bool {
    let reply = match id {
        "order.404-as-200" => Reply::detail(200, NOT_FOUND),
        "order.404-as-400" => Reply::detail(400, NOT_FOUND),
        "order.404-as-403" => Reply::detail(403, FORBIDDEN),
        "order.404-empty" => Reply::empty(404),
        "order.404-without-detail" => Reply::json(404, json!({ "message": "Not found" })),
        "order.404-english" => Reply::detail(404, "Not found."),
        "order.404-with-403-text" => Reply::detail(404, FORBIDDEN),
        _ => return apply_to_look_up(id, server),
    };
    server.not_found = Box::new(move |()| reply.clone());
    true
}

fn apply_to_look_up(id: &str, server: &mut Behaviour) -> bool {
    match id {
        "order.crash-when-unknown" => server.not_found = Box::new(|()| panic!("called unwrap on a None value")),
        "order.crash-when-malformed" => {
            server.find = Box::new(|code| {
                assert!(is_uuid(code), "invalid UUID");
                find(code)
            });
        }
        "order.foreign-cancelled" => server.foreign = Box::new(|()| None),
        "order.foreign-as-404" => server.foreign = Box::new(|()| Some(Reply::detail(404, NOT_FOUND))),
        "order.foreign-crash" => server.foreign = Box::new(|()| panic!("called unwrap on a None value")),
        _ => return false,
    }
    true
}
