//! `POST /offers/{id}/slots`: planning a slot, once or each week.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, slots};
use linli_domain::ids::OfferId;
use linli_domain::roles::Principal;
use linli_domain::slots::{Host, Plan, Slot, SlotOf};

use super::json::{NewSlots, PlannedSlots, SlotJson};
use super::{lock_host, refused};
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
        let of = (&by.principal, SlotOf::Offer(*id));
        let planned = plan(connection, acting, of, body).await?;
        Reply::created(format!("/api/v1/offers/{id}/slots"), &PlannedSlots::from(planned.as_slice()))
    });
    done.await
}

/// Plans slots of something that the caller may plan.
pub(super) async fn plan(
    connection: &mut Connection,
    acting: &Acting,
    (who, of): (&Principal, SlotOf),
    new: &NewSlots,
) -> Result<Vec<Slot>, Problem> {
    // Locked, so that the validity of an offer stays what these slots lie in.
    let host = lock_host(connection, acting.community, who, of).await?;
    let plans = match &new.repeat {
        None => vec![new.plan()],
        Some(repeat) => {
            let times = u32::try_from(repeat.times.get()).map_err(Problem::unexpected)?;
            let timezone = own_community(connection, acting.community).await?.timezone;
            new.plan().repeated(repeat.every, times, timezone)
        }
    };
    plan_slots(connection, acting, &host, plans).await
}

/// Stores slots as they are planned, with a line each in the audit log.
pub(crate) async fn plan_slots(
    connection: &mut Connection,
    acting: &Acting,
    host: &Host,
    plans: Vec<Plan>,
) -> Result<Vec<Slot>, Problem> {
    let slot = |plan| Slot::new(acting.id(), host, plan, acting.now).map_err(refused);
    let planned = plans.into_iter().map(slot).collect::<Result<Vec<Slot>, Problem>>()?;
    slots::insert_all(connection, acting.community, &planned).await?;
    let shown: Vec<SlotJson> = planned.iter().map(SlotJson::from).collect();
    let lines = shown.iter().map(|slot| (slot.id, Change::made("slot.create", slot)));
    acting.audit_all(connection, lines).await?;
    Ok(planned)
}
