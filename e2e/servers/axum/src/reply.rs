//! A response, which a fault may change before it is sent.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Clone)]
pub struct Reply {
    pub status: u16,
    pub content: Content,
    pub headers: Vec<(&'static str, String)>,
}

/// axum writes `Json` as JSON; `Raw` is sent unchanged, with its media type.
#[derive(Clone)]
pub enum Content {
    Json(Value),
    Raw(Vec<u8>, &'static str),
    None,
}

impl Reply {
    pub fn json(status: u16, body: impl Serialize) -> Self {
        let body = serde_json::to_value(body).expect("a body that JSON can hold");
        Self { status, content: Content::Json(body), headers: vec![] }
    }

    pub fn detail(status: u16, text: &str) -> Self {
        Self::json(status, json!({ "detail": text }))
    }

    pub fn raw(status: u16, body: impl Into<Vec<u8>>, media_type: &'static str) -> Self {
        Self { status, content: Content::Raw(body.into(), media_type), headers: vec![] }
    }

    pub fn empty(status: u16) -> Self {
        Self { status, content: Content::None, headers: vec![] }
    }

    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = match self.content {
            Content::Json(body) => Json(body).into_response(),
            Content::Raw(body, media_type) => ([(header::CONTENT_TYPE, media_type)], body).into_response(),
            Content::None => ().into_response(),
        };
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status of HTTP");
        for (name, value) in self.headers {
            let value = HeaderValue::from_str(&value).expect("a value of a header");
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
        response
    }
}
