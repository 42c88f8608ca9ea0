//! `POST /claims/{id}/reviews`: accepting a claim, returning it, refusing it.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::reviews::SubjectKind;
use linli_db::{Connection, claims, residents, reviews};
use linli_domain::claims::{Claim, History, Next, Reviewer};
use linli_domain::ids::{ClaimId, HouseholdId, ResidentId};
use linli_domain::reviews::Review;
use linli_domain::roles::Principal;

use super::award::award_claim;
use super::json::{ClaimJson, NewReview};
use super::notify::notify;
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrGuides, Roles};
use crate::command::{Command, Reply};
use crate::input::Text;
use crate::problem::{Kind, Problem};

/// Review a claim
///
/// By the desk, the social workers, and where the rule says so the beneficiary; never by whose deed it is, who submitted it,
/// or somebody of the same household. With the acceptance that completes what the rule asks for, the award is posted. An
/// appeal is decided by somebody who has taken no part before.
#[utoipa::path(
    tag = "claims",
    params(("id" = ClaimId, Path)),
    request_body = NewReview,
    responses((status = 200, body = ClaimJson)),
    extensions(
        ("x-roles" = json!(ResidentOrGuides::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ReviewerIsClaimant, Kind::ReviewerInHousehold, Kind::AlreadyReviewed,
            Kind::ReviewerTookPart, Kind::AppealNotReturned, Kind::NotEligible, Kind::ResidentNotActive,
            Kind::AlreadyClaimed,
        ])),
    ),
)]
#[post("/claims/{id}/reviews")]
pub async fn review_claim(
    by: By<ResidentOrGuides>,
    id: Path<ClaimId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewReview| {
        Reply::ok(&review(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn review(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (ClaimId, &NewReview),
) -> Result<ClaimJson, Problem> {
    let before = claims::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_review(&before) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let history = history(connection, acting, &before).await?;
    before.check_reviewer(reviewer(connection, acting, who).await?, &history)?;
    let review = Review {
        id: acting.id(),
        round: before.round,
        reviewer: who.user,
        verdict: new.verdict,
        note: new.note.as_ref().map_or("", Text::as_str).to_owned(),
        at: acting.now,
    };
    review.check().map_err(|refusal| Problem::refused_at("note", refusal))?;
    let next = before.next(review.verdict, &history)?;
    reviews::insert(connection, acting.community, (SubjectKind::Claim, id), &review).await?;
    let after = match next {
        Next::Waits => before.clone(),
        Next::Accept => award_claim(connection, acting, before.clone()).await?,
        Next::Ended(state) => before.clone().ended(state),
    };
    if after != before {
        claims::update(connection, acting.community, &after).await?;
        notify(connection, acting, &after, &review.note).await?;
    }
    acting.audit(connection, id, Change::changed("claim.review", &facts(&before), &facts(&after))).await?;
    show(connection, acting, (who, id)).await
}

/// What has happened to a claim before.
async fn history(connection: &mut Connection, acting: &Acting, claim: &Claim) -> Result<History, Problem> {
    let of_claim = (SubjectKind::Claim, [claim.id.uuid()]);
    let mut said = reviews::of(connection, acting.community, (of_claim.0, &of_claim.1)).await?;
    let said = said.remove(&claim.id.uuid()).unwrap_or_default();
    let household = household(connection, acting, claim.resident).await?;
    Ok(History {
        household: household.ok_or_else(|| Problem::unexpected("a claim of nobody"))?,
        submitters: claims::submitters(connection, acting.community, claim.id).await?,
        reviews: said.into_iter().map(|(review, _)| review).collect(),
    })
}

async fn reviewer(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
) -> Result<Reviewer, Problem> {
    let household = match who.resident {
        Some(resident) => household(connection, acting, resident).await?,
        None => None,
    };
    Ok(Reviewer { user: who.user, resident: who.resident, household })
}

async fn household(
    connection: &mut Connection,
    acting: &Acting,
    resident: ResidentId,
) -> Result<Option<HouseholdId>, Problem> {
    let found = residents::find(connection, acting.community, resident).await?;
    Ok(found.map(|resident| resident.household))
}
