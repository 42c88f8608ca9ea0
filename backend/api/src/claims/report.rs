//! From what is sent to a report, held against the rule book that was in force.

use linli_db::claims::Beside;
use linli_db::{Connection, claims, photos, residents, rulebooks};
use linli_domain::Refusal;
use linli_domain::claims::{Beneficiary, Report, Terms, terms};
use linli_domain::ids::{ClaimId, PhotoId, ResidentId};
use linli_domain::photos::PhotoOf;
use linli_domain::rulebooks::Deed;

use super::json::ReportedDeed;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::input::{Text, Whole};
use crate::problem::Problem;

/// A report with what the rule book says to it.
pub(super) struct Judged {
    pub(super) report: Report,
    pub(super) terms: Terms,
    /// The photos that are to be attached, in their order.
    pub(super) photos: Vec<PhotoId>,
}

/// Judges what is reported of a resident's deed; what is wrong is told at the field `place` and its name.
pub(super) async fn judge(
    connection: &mut Connection,
    acting: &Acting,
    (resident, claim): (ResidentId, ClaimId),
    (new, place): (&ReportedDeed, &str),
) -> Result<Judged, Problem> {
    // Locked: of two claims about the same time, the second finds the first.
    let found = residents::lock(connection, acting.community, resident).await?;
    found.ok_or_else(|| Problem::unknown_reference("resident_id"))?.check_active()?;
    let timezone = own_community(connection, acting.community).await?.timezone;
    let beneficiary = beneficiary(connection, acting, (new, place)).await?;
    let photos = loose(connection, acting, claim, (new, place)).await?;
    let began_at = new.began_at.get();
    let minutes = new.minutes.map_or(0, Whole::get);
    let deed = Deed {
        level: new.level.as_ref().map(|level| level.as_str().to_owned()),
        category: new.category,
        hardship: new.hardship,
        ..Deed::at(new.rule_code.as_str(), began_at, minutes, timezone)
    };
    let description = new.description.as_str().to_owned();
    let at = new.place.as_ref().map_or("", Text::as_str).to_owned();
    check_apart(connection, acting, (resident, Beside::ClaimsBut(claim)), &deed).await?;
    let report = Report { deed, began_at, description, place: at, beneficiary };
    let version = rulebooks::in_force(connection, acting.community, began_at).await?;
    let version = version.ok_or(Refusal::NoRulebookInForce)?;
    let earners = residents::earners(connection, acting.community, &[resident]).await?;
    let earner = earners.get(&resident).ok_or(Refusal::ResidentNotActive)?;
    let judged = terms(&version, (resident, earner), (&report, photos.len()), (timezone, acting.now));
    let terms = judged.map_err(|refusal| at_field(refusal, place))?;
    Ok(Judged { report, terms, photos })
}

/// Whether none of the time of a claimed deed counts for the resident, who is kept from changing, already.
pub(super) async fn check_apart(
    connection: &mut Connection,
    acting: &Acting,
    (resident, beside): (ResidentId, Beside),
    deed: &Deed,
) -> Result<(), Problem> {
    let Some(span) = deed.span() else { return Ok(()) };
    let whose = (&[resident][..], beside);
    let counted = claims::counted(connection, acting.community, whose, span).await?;
    Ok(deed.check_apart(counted.get(&resident).map_or(&[], Vec::as_slice))?)
}

/// A refusal of the rules, at the field that does not fit.
fn at_field(refusal: Refusal, place: &str) -> Problem {
    let field = match &refusal {
        Refusal::UnknownRule { .. } => "rule_code",
        Refusal::UnknownLevel { .. } => "level",
        Refusal::DeedNotOver { .. } => "began_at",
        Refusal::DeedLengthMissing { .. } => "minutes",
        Refusal::PhotoMissing { .. } => "photos",
        Refusal::BeneficiaryIsClaimant => "beneficiary_card_code",
        _ => return refusal.into(),
    };
    Problem::refused_at(format!("{place}{field}"), refusal)
}

async fn beneficiary(
    connection: &mut Connection,
    acting: &Acting,
    (new, place): (&ReportedDeed, &str),
) -> Result<Option<Beneficiary>, Problem> {
    let field = format!("{place}beneficiary_card_code");
    match (&new.beneficiary_card_code, &new.beneficiary_name) {
        (Some(_), Some(_)) => Err(Problem::field(field, "会员卡和姓名只填一项")),
        (None, name) => Ok(name.as_ref().map(|name| Beneficiary::Named(name.as_str().to_owned()))),
        (Some(card), None) => {
            let found = residents::find_by_card(connection, acting.community, card).await?;
            let found = found.ok_or_else(|| Problem::unknown_reference(field))?;
            Ok(Some(Beneficiary::Resident(found.id)))
        }
    }
}

/// The photos, locked: each of them the caller's own and attached to nothing, or attached to this claim before.
async fn loose(
    connection: &mut Connection,
    acting: &Acting,
    claim: ClaimId,
    (new, place): (&ReportedDeed, &str),
) -> Result<Vec<PhotoId>, Problem> {
    let named: &[PhotoId] = new.photos.as_deref().unwrap_or_default();
    let (found, user) = (photos::lock_all(connection, acting.community, named).await?, acting.user()?);
    for (index, id) in named.iter().enumerate() {
        let field = format!("{place}photos[{index}]");
        if named.iter().take(index).any(|earlier| earlier == id) {
            return Err(Problem::field(field, "同一张照片只能用一次"));
        }
        if !found.get(id).is_some_and(|photo| photo.can_join(PhotoOf::Claim(claim), user)) {
            return Err(Problem::unknown_reference(field));
        }
    }
    Ok(named.to_vec())
}
