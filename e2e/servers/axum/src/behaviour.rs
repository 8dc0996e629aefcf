//! What a server decides, apart from its framework: each step does what the page says, and one fault replaces some of them.

use std::env;

use axum::http::{HeaderMap, Uri, header};
use axum::routing::MethodFilter;
use serde_json::Value;

use crate::faults;
use crate::reply::Reply;
use crate::shop::{
    ALREADY_CANCELLED, API_KEY, CancelRequest, CancelledOrder, FORBIDDEN, NOT_FOUND, ORDERS, Order, Status,
};

type Step<Input, Output> = Box<dyn Fn(Input) -> Output + Send + Sync>;

/// What a check of the key may look at.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub headers: &'a HeaderMap,
    pub uri: &'a Uri,
}

impl<'a> Asked<'a> {
    /// The header, or an empty text.
    pub fn authorization(&self) -> &'a str {
        self.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn is_valid(&self) -> bool {
        self.authorization().strip_prefix("Token ") == Some(API_KEY.as_str())
    }
}

pub struct Behaviour {
    pub is_key: Box<dyn Fn(Asked) -> bool + Send + Sync>,
    pub forbidden: Step<(), Reply>,
    pub find: Box<dyn Fn(&str) -> Option<&'static Order> + Send + Sync>,
    pub not_found: Step<(), Reply>,
    /// The response to another channel's order; None lets it be cancelled.
    pub foreign: Step<(), Option<Reply>>,
    /// Changes JSON before it is read; None where axum alone reads the body.
    pub normalise: Option<Step<Value, Value>>,
    /// Replaces a body that is not JSON.
    pub repair: Option<fn() -> Value>,
    /// Reads a body as JSON whatever its media type.
    pub reads_any_type: bool,
    /// The response to a valid body that a fault rejects.
    pub objection: Step<CancelRequest, Option<Reply>>,
    /// Sets the statuses, or returns a response that says why not.
    pub change: Box<dyn Fn(&'static Order, CancelRequest) -> Option<Reply> + Send + Sync>,
    pub success: Step<&'static Order, Reply>,
    /// Changes every response of the server itself before it is sent.
    pub finish: Step<Reply, Reply>,
    /// Another method that cancels.
    pub method: Option<MethodFilter>,
    /// Looks the order up before the key.
    pub lookup_first: bool,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            is_key: Box::new(|asked| asked.is_valid()),
            forbidden: Box::new(|()| Reply::detail(403, FORBIDDEN)),
            find: Box::new(find),
            not_found: Box::new(|()| Reply::detail(404, NOT_FOUND)),
            foreign: Box::new(|()| Some(Reply::detail(403, FORBIDDEN))),
            normalise: None,
            repair: None,
            reads_any_type: false,
            objection: Box::new(|_| None),
            change: Box::new(cancel_once),
            success: Box::new(|order| Reply::json(200, CancelledOrder::of(order))),
            finish: Box::new(|reply| reply),
            method: None,
            lookup_first: false,
        }
    }
}

pub fn find(code: &str) -> Option<&'static Order> {
    ORDERS.iter().find(|order| order.ax_code == code)
}

pub fn cancel_once(order: &Order, body: CancelRequest) -> Option<Reply> {
    let mut statuses = order.statuses.lock().unwrap();
    if statuses.ax != Status::New {
        return Some(Reply::detail(409, ALREADY_CANCELLED));
    }
    statuses.ax = body.ax_status;
    statuses.channel = body.channel_status;
    None
}

impl Behaviour {
    pub fn choose() -> Self {
        let mut chosen = Self::default();
        let id = env::var("FAULT").unwrap_or_default();
        if !id.is_empty() && !faults::apply(&id, &mut chosen) {
            panic!("This server has no fault {id}.");
        }
        chosen
    }
}
