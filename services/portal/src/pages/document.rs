//! A document, to those who may see it.

use actix_web::{HttpResponse, web};
use app::{Documents, Platform};

use crate::failure::Failure;
use crate::host::Here;
use crate::session::Acting;
use crate::view::percent_encoded;
use crate::work::block;

/// Sends the document as a download: nothing that was brought is ever shown as a page of this site.
pub async fn download(
    here: Here,
    acting: Acting,
    reference: web::Path<String>,
    platform: web::Data<Platform>,
    documents: web::Data<Documents>,
) -> Result<HttpResponse, Failure> {
    let reference = reference.into_inner();
    let session = acting.0;
    if !session.reads_all() && !here.network.may_see(&session.party, &reference, here.today) {
        return Err(Failure::Missing);
    }
    let (network, wanted) = (here.network.clone(), reference.clone());
    let document =
        block(move || platform.document(&network, &wanted, &session.party)).await??.ok_or(Failure::Missing)?;
    let bytes = documents.bytes(&here.network, &reference).await?;
    let name: String =
        document.name.chars().filter(|letter| letter.is_alphanumeric() || ".-_ ".contains(*letter)).collect();
    Ok(HttpResponse::Ok()
        .content_type(document.media_type)
        .insert_header(("Content-Disposition", format!("attachment; filename*=UTF-8''{}", percent_encoded(&name))))
        .insert_header(("Cache-Control", "private, no-store"))
        .body(bytes))
}
