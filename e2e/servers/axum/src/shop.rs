//! The orders of one run and the texts of the page.

use std::env;
use std::sync::{LazyLock, Mutex};

use serde::{Deserialize, Serialize};

pub const FORBIDDEN: &str = "이 작업을 수행할 권한(permission)이 없습니다.";
pub const NOT_FOUND: &str = "찾을 수 없습니다.";
pub const ALREADY_CANCELLED: &str = "이미 취소된 주문입니다.";

pub static API_KEY: LazyLock<String> = LazyLock::new(|| read("API_KEY"));

pub static ORDERS: LazyLock<Vec<Order>> = LazyLock::new(|| {
    let own = read_pairs("ORDERS", false);
    own.into_iter().chain(read_pairs("FOREIGN", true)).collect()
});

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Status {
    #[serde(rename = "Traveler cancel")]
    TravelerCancel,
    #[serde(rename = "Unavoidable cancel")]
    UnavoidableCancel,
    New,
}

pub const TRAVELER: &str = "Traveler cancel";
pub const STATUSES: [&str; 3] = [TRAVELER, "Unavoidable cancel", "New"];

/// An order of one run.
pub struct Order {
    pub ax_code: String,
    pub channel_code: String,
    pub foreign: bool,
    pub statuses: Mutex<Statuses>,
}

#[derive(Clone, Copy)]
pub struct Statuses {
    pub ax: Status,
    pub channel: Status,
}

impl Order {
    pub fn set(&self, ax: Status, channel: Status) {
        *self.statuses.lock().unwrap() = Statuses { ax, channel };
    }

    pub fn is_open(&self) -> bool {
        self.statuses.lock().unwrap().ax == Status::New
    }
}

/// The body of a request.
#[derive(Clone, Deserialize)]
pub struct CancelRequest {
    pub ax_status: Status,
    pub channel_status: Status,
    #[allow(dead_code)] // Kept with the order by a server that has a database.
    pub comment: Option<String>,
}

/// What a success has: the four fields of the page.
#[derive(Serialize)]
pub struct CancelledOrder<'a> {
    channel_order_code: &'a str,
    channel_order_status: Status,
    ax_order_code: &'a str,
    ax_order_status: Status,
}

impl<'a> CancelledOrder<'a> {
    pub fn of(order: &'a Order) -> Self {
        let Statuses { ax, channel } = *order.statuses.lock().unwrap();
        Self {
            channel_order_code: &order.channel_code,
            channel_order_status: channel,
            ax_order_code: &order.ax_code,
            ax_order_status: ax,
        }
    }
}

fn read(name: &str) -> String {
    env::var(name).unwrap_or_default()
}

fn read_pairs(name: &str, foreign: bool) -> Vec<Order> {
    let new = Statuses { ax: Status::New, channel: Status::New };
    read(name)
        .split(',')
        .filter_map(|pair| pair.split_once(':'))
        .map(|(ax_code, channel_code)| Order {
            ax_code: ax_code.into(),
            channel_code: channel_code.into(),
            foreign,
            statuses: Mutex::new(new),
        })
        .collect()
}
