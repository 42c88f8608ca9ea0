//! Who asks, as an argument of the handler: `by: By<Desk>` is both the caller and the permission.

use std::future::Future;
use std::marker::PhantomData;
use std::net::IpAddr;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use chrono::{DateTime, Utc};
use linli_db::users;
use linli_domain::ids::{CommunityId, ResidentId, SessionId};
use linli_domain::roles::Principal;
use uuid::Uuid;

use super::sets::Roles;
use crate::acting::{Acting, Ids};
use crate::app::App;
use crate::http::RequestId;
use crate::problem::{Kind, Problem};

/// A signed-in caller who has one of the roles of `R`.
pub struct By<R> {
    /// The person, as it stands in the data base now.
    pub principal: Principal,
    /// The session of the access token.
    pub session: SessionId,
    /// When the request came.
    pub now: DateTime<Utc>,
    request: Option<Uuid>,
    address: Option<String>,
    roles: PhantomData<R>,
}

impl<R> By<R> {
    /// The caller's community: the only one a request ever touches.
    pub const fn community(&self) -> CommunityId {
        self.principal.community
    }

    /// The caller as use cases know it.
    pub fn acting(&self) -> Acting {
        Acting {
            community: self.principal.community,
            actor: Some(self.principal.user),
            on_behalf_of: None,
            now: self.now,
            request: self.request,
            address: self.address.clone(),
            ids: Ids::system(),
        }
    }

    /// The resident a request is about: the caller, or the one whom the desk names.
    ///
    /// # Errors
    /// `forbidden` if the caller may not act for that resident; `invalid-input` if nobody is named.
    pub fn resident(&self, named: Option<ResidentId>) -> Result<ResidentId, Problem> {
        self.named_if(named, Principal::may_act_for)
    }

    /// The resident whose affairs a list shows: the caller, or the one whom the desk names; all if it names nobody.
    ///
    /// # Errors
    /// `forbidden` if the caller may not act for that resident.
    pub fn listed(&self, named: Option<ResidentId>) -> Result<Option<ResidentId>, Problem> {
        if named.is_none() && self.principal.is_desk() {
            return Ok(None);
        }
        self.resident(named).map(Some)
    }

    /// The resident whose affairs are asked for: the caller, or the one who is named.
    ///
    /// # Errors
    /// `forbidden` if the caller may not see that resident's affairs; `invalid-input` if nobody is named.
    pub fn seen_resident(&self, named: Option<ResidentId>) -> Result<ResidentId, Problem> {
        self.named_if(named, Principal::may_see)
    }

    fn named_if(
        &self,
        named: Option<ResidentId>,
        may: impl FnOnce(&Principal, ResidentId) -> bool,
    ) -> Result<ResidentId, Problem> {
        let resident = named.or(self.principal.resident);
        let resident = resident.ok_or_else(|| Problem::field("resident_id", "请指明居民"))?;
        if may(&self.principal, resident) { Ok(resident) } else { Err(Problem::of(Kind::Forbidden)) }
    }

    /// The resident in whose place the caller acts, if it is another person.
    pub fn in_place_of(&self, resident: ResidentId) -> Option<ResidentId> {
        self.principal.in_place_of(resident)
    }
}

impl<R: Roles> FromRequest for By<R> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app =
                request.app_data::<web::Data<App>>().ok_or_else(|| Problem::unexpected("no application"))?;
            let now = app.clock.now();
            let token = bearer(&request).ok_or_else(|| Problem::of(Kind::NotSignedIn))?;
            let claims = app.keys.verify(token, now).ok_or_else(|| Problem::of(Kind::NotSignedIn))?;
            let mut connection = app.connection().await?;
            let standing =
                users::principal(&mut connection, (claims.community, claims.sub, claims.sid), now).await?;
            let principal = standing.ok_or_else(|| Problem::of(Kind::NotSignedIn))?;
            if !principal.is_any(R::ALLOWED) {
                return Err(Problem::of(Kind::Forbidden));
            }
            let id = request.extensions().get::<RequestId>().map(|id| id.0);
            let address = address(&request, app.behind_proxy);
            Ok(Self { principal, session: claims.sid, now, request: id, address, roles: PhantomData })
        })
    }
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Where a request came from: the peer, or behind a proxy the last address that the proxy itself has written.
pub fn address(request: &HttpRequest, behind_proxy: bool) -> Option<String> {
    let peer = request.peer_addr().map(|peer| peer.ip());
    // A proxy may add a line of its own instead of going on in the caller's.
    let forwarded = request.headers().get_all("X-Forwarded-For").last().and_then(|value| value.to_str().ok());
    let last =
        forwarded.and_then(|hops| hops.rsplit(',').next()).and_then(|hop| hop.trim().parse::<IpAddr>().ok());
    if behind_proxy { last.or(peer) } else { peer }.map(|address| address.to_string())
}

#[cfg(test)]
mod tests {
    use super::address;
    use actix_web::test::TestRequest;

    #[test]
    fn behind_a_proxy_only_its_own_word_counts() {
        let request = TestRequest::default()
            .peer_addr("127.0.0.1:4000".parse().unwrap())
            .insert_header(("X-Forwarded-For", "6.6.6.6, 203.0.113.7"))
            .to_http_request();
        assert_eq!(address(&request, true).as_deref(), Some("203.0.113.7"));
        assert_eq!(address(&request, false).as_deref(), Some("127.0.0.1"));
    }

    #[test]
    fn of_several_lines_the_last_is_the_proxy_s() {
        let request = TestRequest::default()
            .append_header(("X-Forwarded-For", "6.6.6.6"))
            .append_header(("X-Forwarded-For", "7.7.7.7, 203.0.113.7"))
            .to_http_request();
        assert_eq!(address(&request, true).as_deref(), Some("203.0.113.7"));
    }
}
