//! Query parameters.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::body::{field_of, plain};
use crate::problem::Problem;

/// The query parameters of a request; a fault names the parameter.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Params<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

impl<T: DeserializeOwned> Params<T> {
    /// The query parameters of a request that are not to be looked at before it is known who asks: a required one that is
    /// missing is told only to those who may ask.
    ///
    /// # Errors
    /// `invalid-input` that names the parameter.
    pub fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let parsed = serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs));
        parsed.map(Self).map_err(|fault| {
            let field = fault.path().to_string();
            let message = fault.into_inner().to_string();
            Problem::field(field_of(&field, &message), plain(&message))
        })
    }
}
