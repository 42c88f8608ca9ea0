//! The pictures of the goods and services: flat drawings, made for the demonstration.

use linli_db::Connection;
use linli_domain::ids::PhotoId;

use crate::acting::Acting;
use crate::photos::{PhotoStore, keep, pictures};
use crate::problem::Problem;

/// The picture of each thing, as a PNG.
const PICTURES: [(&str, &[u8]); 14] = [
    ("彩笔", include_bytes!("pictures/pens.png")),
    ("积木玩具", include_bytes!("pictures/blocks.png")),
    ("羽毛球一筒", include_bytes!("pictures/shuttlecocks.png")),
    ("篮球", include_bytes!("pictures/basketball.png")),
    ("跳绳", include_bytes!("pictures/rope.png")),
    ("暖手宝", include_bytes!("pictures/warmer.png")),
    ("老花镜", include_bytes!("pictures/glasses.png")),
    ("雨伞", include_bytes!("pictures/umbrella.png")),
    ("大米 5 kg", include_bytes!("pictures/rice.png")),
    ("食用油", include_bytes!("pictures/oil.png")),
    ("洗衣粉", include_bytes!("pictures/powder.png")),
    ("酱油", include_bytes!("pictures/sauce.png")),
    ("义诊", include_bytes!("pictures/clinic.png")),
    ("义剪", include_bytes!("pictures/haircut.png")),
];

/// Uploads the picture of something that is about to be put on the shelf, if there is one.
pub(super) async fn upload(
    connection: &mut Connection,
    acting: &Acting,
    store: &PhotoStore,
    name: &str,
) -> Result<Option<PhotoId>, Problem> {
    let Some((_, drawn)) = PICTURES.iter().find(|(of, _)| *of == name) else { return Ok(None) };
    Ok(Some(keep(connection, acting, store, &pictures(drawn)?).await?.id))
}
