//! axum with its defaults: its router with its own empty 404 and 405, and its Json extractor with its own texts for a body that it
//! cannot read. When a handler panics, hyper closes the connection.

mod behaviour;
mod faults;
mod reply;
mod shop;

use std::env;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::patch;
use axum::{Json, Router};
use tokio::net::TcpListener;

use behaviour::{Asked, Behaviour};
use reply::Reply;
use shop::CancelRequest;

type Server = Arc<Behaviour>;

const BODY_LIMIT: usize = 2 << 20;

#[tokio::main]
async fn main() {
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(0);
    let app = router(Arc::new(Behaviour::choose()));
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a free port");
    println!("listening on {}", listener.local_addr().expect("an address").port());
    axum::serve(listener, app).await.expect("a server that goes on");
}

fn router(server: Server) -> Router {
    let mut methods = patch(cancel);
    if let Some(method) = server.method {
        methods = methods.on(method, cancel);
    }
    if server.normalise.is_some() || server.repair.is_some() || server.reads_any_type {
        methods = methods.layer(from_fn_with_state(server.clone(), rewrite));
    }
    Router::new()
        .route("/v1/channel/orders/tour/{ax_order_code}", methods)
        .route_layer(from_fn_with_state(server.clone(), require_key))
        .with_state(server)
}

async fn require_key(State(server): State<Server>, Path(code): Path<String>, request: Request, next: Next) -> Response {
    if server.lookup_first && (server.find)(&code).is_none() {
        return send(&server, (server.not_found)(()));
    }
    let asked = Asked { headers: request.headers(), uri: request.uri() };
    if !(server.is_key)(asked) {
        return send(&server, (server.forbidden)(()));
    }
    next.run(request).await
}

/// Changes a body before the extractor reads it. Only a fault needs this.
async fn rewrite(State(server): State<Server>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let bytes = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    if server.reads_any_type {
        parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    let read = serde_json::from_slice(&bytes).ok().or_else(|| server.repair.map(|repair| repair()));
    let changed = match (read, &server.normalise) {
        (Some(value), Some(normalise)) => Body::from(normalise(value).to_string()),
        (Some(value), None) => Body::from(value.to_string()),
        (None, _) => Body::from(bytes),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    next.run(Request::from_parts(parts, changed)).await
}

async fn cancel(State(server): State<Server>, Path(code): Path<String>, Json(body): Json<CancelRequest>) -> Response {
    let reply = decide(&server, &code, body);
    send(&server, reply)
}

fn decide(server: &Behaviour, code: &str, body: CancelRequest) -> Reply {
    let Some(order) = (server.find)(code) else {
        return (server.not_found)(());
    };
    if order.foreign {
        if let Some(refusal) = (server.foreign)(()) {
            return refusal;
        }
    }
    (server.objection)(body.clone()).or_else(|| (server.change)(order, body)).unwrap_or_else(|| (server.success)(order))
}

fn send(server: &Behaviour, reply: Reply) -> Response {
    (server.finish)(reply).into_response()
}
