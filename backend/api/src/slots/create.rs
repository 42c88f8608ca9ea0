//! `POST /offers/{id}/slots`: planning a slot, once or each week.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, offers, slots};
use linli_domain::ids::OfferId;
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;
use linli_domain::slots::{Plan, Slot};

use super::json::{NewSlots, PlannedSlots, SlotJson};
use super::refused;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Plan slots of an offer
///
/// By a manager of its partner, or by the desk; of an offer that takes place in slots (`slot_early_minutes`). With `repeat`
/// the same again each week, fortnight or month: all of them, or none.
#[utoipa::path(
    tag = "slots",
    params(("id" = OfferId, Path)),
    request_body = NewSlots,
    responses((status = 201, body = PlannedSlots)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::PartnerNotActive, Kind::OfferWithoutSlots])),
    ),
)]
#[post("/offers/{id}/slots")]
pub async fn create_slots(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewSlots| {
        let planned = plan(connection, acting, (&by.principal, *id), body).await?;
        let items = planned.iter().map(SlotJson::from).collect();
        Reply::created(format!("/api/v1/offers/{id}/slots"), &PlannedSlots { items })
    });
    done.await
}

async fn plan(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, OfferId),
    new: &NewSlots,
) -> Result<Vec<Slot>, Problem> {
    // Locked, so that its validity stays what these slots lie in.
    let offer = offers::lock(connection, acting.community, id).await?;
    let offer = offer.filter(|offer| who.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    if !who.may_manage(offer.partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let plans = match &new.repeat {
        None => vec![new.plan()],
        Some(repeat) => {
            let times = u32::try_from(repeat.times.get()).map_err(Problem::unexpected)?;
            let timezone = own_community(connection, acting.community).await?.timezone;
            new.plan().repeated(repeat.every, times, timezone)
        }
    };
    plan_slots(connection, acting, &offer, plans).await
}

/// Stores slots of an offer as they are planned, with a line each in the audit log.
pub(crate) async fn plan_slots(
    connection: &mut Connection,
    acting: &Acting,
    offer: &Offer,
    plans: Vec<Plan>,
) -> Result<Vec<Slot>, Problem> {
    let slot = |plan| Slot::new(acting.id(), offer, plan, acting.now).map_err(refused);
    let planned = plans.into_iter().map(slot).collect::<Result<Vec<Slot>, Problem>>()?;
    slots::insert_all(connection, acting.community, &planned).await?;
    let shown: Vec<SlotJson> = planned.iter().map(SlotJson::from).collect();
    let lines = shown.iter().map(|slot| (slot.id, Change::made("slot.create", slot)));
    acting.audit_all(connection, lines).await?;
    Ok(planned)
}
