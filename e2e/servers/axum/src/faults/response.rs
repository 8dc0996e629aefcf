//! Faults of the response to a cancel, and of what any response gives away.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use serde_json::{Value, json};

use super::pause;
use crate::behaviour::Behaviour;
use crate::reply::{Content, Reply};
use crate::shop::{CancelledOrder, ORDERS, Order, TRAVELER};

const OTHER: &str = "11111111-2222-4333-8444-555555555555";
const JSON: &str = "application/json";
/// "취소 완료" in EUC-KR.
const EUC_KR: [u8; 9] = [0xc3, 0xeb, 0xbc, 0xd2, 0x20, 0xbf, 0xcf, 0xb7, 0xe1];

fn view(order: &Order) -> Value {
    json!(CancelledOrder::of(order))
}

fn code_after(ax_code: &str) -> &'static str {
    let index = ORDERS.iter().position(|order| order.ax_code == ax_code).expect("an order of the run");
    &ORDERS[(index + 1) % ORDERS.len()].channel_code
}

/// A code that no order has.
fn random() -> String {
    let number = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", number(), number())
}

pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    let change: fn(&mut Value) = match id {
        "success.wrong-code" => |body| body["ax_order_code"] = json!(OTHER),
        "success.wrong-status" => |body| body["ax_order_status"] = json!("New"),
        "success.wrong-channel-status" => |body| body["channel_order_status"] = json!("New"),
        "success.always-traveler" => |body| {
            body["ax_order_status"] = json!(TRAVELER);
            body["channel_order_status"] = json!(TRAVELER);
        },
        "success.statuses-swapped" => |body| {
            let ax = body["ax_order_status"].take();
            body["ax_order_status"] = body["channel_order_status"].take();
            body["channel_order_status"] = ax;
        },
        "success.without-ax-code" => |body| without(body, "ax_order_code"),
        "success.without-ax-status" => |body| without(body, "ax_order_status"),
        "success.without-channel-code" => |body| without(body, "channel_order_code"),
        "success.null-channel-code" => |body| body["channel_order_code"] = Value::Null,
        "success.null-status" => |body| body["ax_order_status"] = Value::Null,
        "success.number-code" => |body| body["channel_order_code"] = json!(4711),
        "success.channel-code-constant" => |body| body["channel_order_code"] = json!(OTHER),
        "success.channel-code-random" => |body| body["channel_order_code"] = json!(random()),
        "success.channel-code-of-another" => |body| {
            let code = code_after(body["ax_order_code"].as_str().unwrap_or_default());
            body["channel_order_code"] = json!(code);
        },
        "success.channel-code-is-ax-code" => |body| body["channel_order_code"] = body["ax_order_code"].clone(),
        "success.extra-field" => |body| body["cancelled"] = json!(true),
        "success.enveloped" => |body| *body = json!({ "status_code": 200, "data": body.take() }),
        "success.in-list" => |body| *body = json!([body.take()]),
        _ => return apply_to_message(id, server),
    };
    server.success = Box::new(move |order| {
        let mut body = view(order);
        change(&mut body);
        Reply::json(200, body)
    });
    true
}

fn without(body: &mut Value, name: &str) {
    body.as_object_mut().expect("an object").remove(name);
}

fn apply_to_message(id: &str, server: &mut Behaviour) -> bool {
    let success: fn(&'static Order) -> Reply = match id {
        "success.html-type" => |order| Reply::raw(200, view(order).to_string(), "text/html; charset=utf-8"),
        "success.text-type" => |order| Reply::raw(200, view(order).to_string(), "text/plain; charset=utf-8"),
        "success.byte-order-mark" => |order| Reply::raw(200, format!("\u{feff}{}", view(order)), JSON),
        "success.duplicate-names" => {
            |order| Reply::raw(200, view(order).to_string().replacen('{', "{\"ax_order_status\":\"New\",", 1), JSON)
        }
        "success.euc-kr" => |order| {
            let text = view(order).to_string().replacen('}', ",\"message\":\"", 1);
            Reply::raw(200, [text.as_bytes(), &EUC_KR, b"\"}"].concat(), JSON)
        },
        "success.trailing-comma" => |order| Reply::raw(200, view(order).to_string().replacen('}', ",}", 1), JSON),
        "success.empty" => |_| Reply::empty(200),
        "success.201" => |order| Reply::json(201, view(order)),
        "success.202" => |order| Reply::json(202, view(order)),
        "success.204" => |_| Reply::empty(204),
        "success.redirect" => |order| Reply::empty(303).with_header("location", format!("/orders/{}", order.ax_code)),
        "success.slow" => |order| {
            pause(7000);
            Reply::json(200, view(order))
        },
        _ => return apply_to_all(id, server),
    };
    server.success = Box::new(success);
    true
}

fn apply_to_all(id: &str, server: &mut Behaviour) -> bool {
    let finish: fn(Reply) -> Reply = match id {
        "wire.untrue-encoding" => |reply| reply.with_header("content-encoding", "gzip"),
        "leak.sql" => |reply| with_field(reply, "debug", "SELECT * FROM orders WHERE ax_code = 'x'"),
        "leak.stack-trace" => |reply| {
            with_field(
                reply,
                "trace",
                "   0: rust_begin_unwind\n             at /rustc/library/std/src/panicking.rs:689:5\n   1: orders::cancel\n             at ./src/main.rs:41:17",
            )
        },
        "leak.e-mail" => |reply| with_field(reply, "contact", "kim.minsu@example.com"),
        "leak.credentials" => |reply| with_field(reply, "source", "postgres://orders:s3cret@db/orders"),
        "leak.private-address" => |reply| with_field(reply, "upstream", "http://10.20.3.7:8000"),
        "leak.sql-header" => |reply| reply.with_header("x-query", "SELECT * FROM orders WHERE ax_code = 'x'"),
        "leak.credentials-header" => |reply| reply.with_header("x-source", "postgres://orders:s3cret@db/orders"),
        _ => return false,
    };
    server.finish = Box::new(finish);
    true
}

/// Adds a field to every error.
fn with_field(mut reply: Reply, name: &str, value: &str) -> Reply {
    if let (400.., Content::Json(body)) = (reply.status, &mut reply.content) {
        body[name] = json!(value);
    }
    reply
}
