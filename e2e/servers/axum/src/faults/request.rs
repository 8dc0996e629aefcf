//! Faults in what a body may be, and methods beside PATCH.

use axum::routing::MethodFilter;
use serde_json::{Map, Value, json};

use crate::behaviour::Behaviour;
use crate::reply::Reply;
use crate::shop::{CancelRequest, STATUSES, Status, TRAVELER};

const FIELDS: [&str; 2] = ["ax_status", "channel_status"];

fn cancel() -> Value {
    json!({ "ax_status": TRAVELER, "channel_status": TRAVELER })
}

/// Changes bodies that are objects.
fn on_object(change: fn(&mut Map<String, Value>)) -> impl Fn(Value) -> Value {
    move |mut body| {
        if let Value::Object(fields) = &mut body {
            change(fields);
        }
        body
    }
}

/// Changes each status that the body has.
fn on_status(names: &'static [&str], change: fn(&Value) -> Option<Value>) -> impl Fn(Value) -> Value {
    move |mut body| {
        for name in names {
            let changed = body.get(name).and_then(change);
            if let (Some(value), Some(field)) = (changed, body.get_mut(name)) {
                *field = value;
            }
        }
        body
    }
}

fn copy(fields: &mut Map<String, Value>, from: &str, to: &str) {
    if let (None, Some(value)) = (fields.get(to), fields.get(from).cloned()) {
        fields.insert(to.into(), value);
    }
}

fn known(value: &Value, is_same: fn(&str, &str) -> bool) -> Option<Value> {
    let text = value.as_str()?;
    STATUSES.iter().find(|status| is_same(status, text)).map(|status| json!(status))
}

fn listed(value: &Value) -> Option<Value> {
    value.as_str().filter(|text| !STATUSES.contains(text)).map(|_| json!(TRAVELER))
}

fn comment_of(body: &Value) -> &str {
    body.get("comment").and_then(Value::as_str).unwrap_or_default()
}

fn unwrap_first(body: Value) -> Value {
    body.as_array().and_then(|list| list.first().cloned()).unwrap_or(body)
}

fn unwrap_inner(body: Value) -> Value {
    let inner = body.as_object().and_then(|fields| fields.values().find(|value| value.is_object()).cloned());
    inner.unwrap_or(body)
}

fn crash_if(meets: fn(&Value) -> bool, why: &'static str) -> impl Fn(Value) -> Value {
    move |body| {
        assert!(!meets(&body), "{why}");
        body
    }
}

pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    server.normalise = Some(match id {
        "body.ax-status-optional" => Box::new(on_object(|body| copy(body, "channel_status", "ax_status"))),
        "body.channel-status-optional" => Box::new(on_object(|body| copy(body, "ax_status", "channel_status"))),
        "body.ax-status-unlisted" => Box::new(on_status(&["ax_status"], listed)),
        "body.channel-status-unlisted" => Box::new(on_status(&["channel_status"], listed)),
        "body.status-any-case" => Box::new(on_status(&FIELDS, |value| known(value, str::eq_ignore_ascii_case))),
        "body.status-trimmed" => {
            Box::new(on_status(&FIELDS, |value| known(value, |status, text| status == text.trim())))
        }
        "body.status-underscore" => {
            Box::new(on_status(&FIELDS, |value| known(value, |status, text| status == text.replace('_', " "))))
        }
        "body.status-null" => Box::new(on_status(&FIELDS, |value| value.is_null().then(|| json!(TRAVELER)))),
        "body.status-array" => Box::new(on_status(&FIELDS, |value| value.get(0).cloned())),
        "body.empty-accepted" => Box::new(|body| if body == json!({}) { cancel() } else { body }),
        "body.list-accepted" => Box::new(unwrap_first),
        "body.unwrapped" => Box::new(unwrap_inner),
        "body.misnamed-accepted" => Box::new(on_object(|body| {
            copy(body, "ax_order_status", "ax_status");
            copy(body, "channel_order_status", "channel_status");
        })),
        "body.extra-field-refused" => Box::new(|body| match body.as_object() {
            // As deny_unknown_fields does: the extractor then finds nothing that it knows.
            Some(fields) if fields.keys().any(|name| !FIELDS.contains(&name.as_str()) && name != "comment") => {
                Value::Null
            }
            _ => body,
        }),
        "comment.crash-on-emoji" => {
            Box::new(crash_if(|body| comment_of(body).chars().any(|char| char > '\u{ffff}'), "Incorrect string value"))
        }
        "comment.crash-when-long" => Box::new(crash_if(|body| comment_of(body).len() > 1000, "index out of range")),
        "comment.crash-when-absent" => Box::new(crash_if(
            |body| body.get("ax_status").is_some() && body.get("comment").is_none(),
            "called unwrap on a None value",
        )),
        "body.crash-on-list" => Box::new(crash_if(Value::is_array, "not an object")),
        "body.crash-on-number" => {
            Box::new(crash_if(|body| body.get("ax_status").is_some_and(Value::is_number), "not a string"))
        }
        _ => {
            server.normalise = None;
            return apply_to_reading(id, server);
        }
    });
    true
}

fn apply_to_reading(id: &str, server: &mut Behaviour) -> bool {
    match id {
        "body.broken-accepted" => server.repair = Some(cancel),
        "body.any-type" => server.reads_any_type = true,
        "method.put" => server.method = Some(MethodFilter::PUT),
        "method.post" => server.method = Some(MethodFilter::POST),
        "method.delete" => server.method = Some(MethodFilter::DELETE),
        _ => return apply_objection(id, server),
    }
    true
}

fn apply_objection(id: &str, server: &mut Behaviour) -> bool {
    let meets: fn(&CancelRequest) -> bool = match id {
        "body.traveler-only" => |body| body.ax_status == Status::UnavoidableCancel,
        "body.new-refused" => |body| body.ax_status == Status::New,
        "body.unequal-refused" => |body| body.ax_status != body.channel_status,
        "comment.refused" => |body| body.comment.is_some(),
        "comment.required" => |body| body.comment.is_none(),
        "comment.short" => |body| body.comment.as_deref().unwrap_or_default().len() > 1000,
        _ => return false,
    };
    server.objection = Box::new(move |body| {
        meets(&body).then(|| Reply::raw(422, "The request is not wanted.", "text/plain; charset=utf-8"))
    });
    true
}
