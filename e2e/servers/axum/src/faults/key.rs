//! Faults of the key's check, and of the response to a wrong key.

use std::sync::Mutex;

use axum::http::header;
use serde_json::json;

use super::pause;
use crate::behaviour::{Asked, Behaviour};
use crate::reply::Reply;
use crate::shop::{API_KEY, FORBIDDEN, NOT_FOUND};

static LAST_SEEN: Mutex<String> = Mutex::new(String::new());

/// The key of the header, after the word; empty where there is none.
fn key_of<'a>(asked: &Asked<'a>) -> &'a str {
    asked.authorization().strip_prefix("Token ").unwrap_or_default()
}

pub fn apply(id: &str, server: &mut Behaviour) -> bool {
    let is_key: fn(Asked) -> bool = match id {
        "key.prefix" => |asked| !key_of(&asked).is_empty() && API_KEY.starts_with(key_of(&asked)),
        "key.suffix" => |asked| !key_of(&asked).is_empty() && API_KEY.ends_with(key_of(&asked)),
        "key.contained" => |asked| asked.authorization().contains(API_KEY.as_str()),
        "key.extended" => |asked| key_of(&asked).starts_with(API_KEY.as_str()),
        "key.any-case" => |asked| key_of(&asked).eq_ignore_ascii_case(&API_KEY),
        "key.any-of-length" => |asked| key_of(&asked).len() == API_KEY.len(),
        "key.missing-let-in" => |asked| !asked.headers.contains_key(header::AUTHORIZATION) || asked.is_valid(),
        "key.any-scheme" => |asked| asked.authorization().split(' ').next_back() == Some(API_KEY.as_str()),
        "key.unquoted" => |asked| key_of(&asked).trim_matches(['"', '{', '}']) == API_KEY.as_str(),
        "key.in-query" => |asked| asked.is_valid() || asked.uri.query().unwrap_or_default().contains(API_KEY.as_str()),
        "key.in-other-header" => |asked| {
            let other = asked.headers.get("x-api-key").and_then(|value| value.to_str().ok());
            asked.is_valid() || other == Some(API_KEY.as_str())
        },
        "key.shared" => |asked| {
            *LAST_SEEN.lock().unwrap() = key_of(&asked).to_owned();
            pause(60);
            *LAST_SEEN.lock().unwrap() == *API_KEY
        },
        "key.crash-when-missing" => |asked| asked.headers[header::AUTHORIZATION] == format!("Token {}", *API_KEY),
        _ => return apply_to_response(id, server),
    };
    server.is_key = Box::new(is_key);
    true
}

fn apply_to_response(id: &str, server: &mut Behaviour) -> bool {
    let reply = match id {
        "key.lookup-first" => {
            server.lookup_first = true;
            return true;
        }
        "key.401" => Reply::detail(401, FORBIDDEN),
        "key.401-without-detail" => Reply::json(401, json!({})),
        "key.400" => Reply::detail(400, FORBIDDEN),
        "key.403-empty" => Reply::empty(403),
        "key.403-without-detail" => Reply::json(403, json!({ "message": "Forbidden" })),
        "key.403-empty-detail" => Reply::detail(403, ""),
        "key.403-list-detail" => Reply::json(403, json!({ "detail": [FORBIDDEN] })),
        "key.403-english" => Reply::detail(403, "You do not have permission to perform this action."),
        "key.403-with-404-text" => Reply::detail(403, NOT_FOUND),
        "key.403-with-key" => Reply::detail(403, &format!("{FORBIDDEN} ({})", *API_KEY)),
        _ => return false,
    };
    server.forbidden = Box::new(move |()| reply.clone());
    true
}
