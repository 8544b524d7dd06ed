//! The pages, by their addresses.

mod account;
mod ask;
mod ballot;
mod ballot_box;
mod calendar;
mod call;
mod candidates;
mod charter;
mod console;
mod count;
mod desk;
mod document;
mod fees;
mod health;
mod history;
mod home;
pub mod hooks;
mod join;
mod language;
mod meeting;
mod meetings;
mod members;
mod mine;
pub mod missing;
mod money;
mod motions;
mod notices;
mod offices;
mod paper;
mod password;
mod pay;
mod people;
mod programs;
mod readings;
mod record;
mod register;
mod sign_in;
pub mod style;
mod table;
mod together;
mod versions;

use actix_web::web::{ServiceConfig, get, post, resource};

/// Every address of the portal.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/", get().to(home::page))
        .route("/charter", get().to(charter::contents))
        .route("/charter/{clause}", get().to(charter::clause))
        .route("/charter-files", get().to(versions::page))
        .route("/charter-files", post().to(versions::replace))
        .route("/console/sign-in/{token}", get().to(console::confirm))
        .route("/console/sign-in/{token}", post().to(console::enter))
        .route("/console", get().to(console::page))
        .route("/console", post().to(console::host))
        .route("/readings", get().to(readings::page))
        .route("/members", get().to(members::list))
        .route("/members", post().to(members::show))
        .route("/join", get().to(join::page))
        .route("/join", post().to(join::ask))
        .route("/history", get().to(history::page))
        .route("/ask", get().to(ask::page))
        .route("/sign-in", get().to(sign_in::page))
        .route("/sign-in", post().to(sign_in::ask))
        .route("/people", get().to(people::page))
        .route("/people", post().to(people::invite))
        .route("/people/reset", post().to(people::reset))
        .route("/people/dismiss", post().to(people::dismiss))
        .route("/notices", get().to(notices::list))
        .route("/notices/{id}/received", post().to(notices::receive))
        .route("/mailbox", get().to(people::mailbox))
        .route("/sign-in/password", post().to(password::enter))
        .route("/sign-in/code", post().to(password::code))
        .route("/account", get().to(account::page))
        .route("/account/password", post().to(account::set_password))
        .route("/account/second-factor", post().to(account::set_second_factor))
        .route("/sign-in/{token}", get().to(sign_in::confirm))
        .route("/sign-in/{token}", post().to(sign_in::enter))
        .route("/sign-out", post().to(sign_in::leave))
        .route("/mine", get().to(mine::page))
        .route("/desk", get().to(desk::page))
        .route("/date", post().to(desk::move_date))
        .route("/calendar", get().to(calendar::page))
        .route("/calendar/{key}/due.ics", get().to(calendar::feed))
        .route("/programs", get().to(programs::page))
        .route("/programs", post().to(programs::make))
        .route("/programs/{id}/take-back", post().to(programs::take_back))
        .route("/register", get().to(register::list))
        .route("/register/{party}", get().to(register::party))
        .route("/register/{party}/erase", post().to(register::erase))
        .route("/export/calendar.csv", get().to(table::calendar))
        .route("/export/{list}.csv", get().to(table::export))
        .route("/ballot/{id}", get().to(ballot::page))
        .route("/ballot/{id}/roll.txt", get().to(ballot::roll))
        .route("/ballot/{id}/box", post().to(ballot_box::vote))
        .route("/ballot/{id}/papers.csv", get().to(ballot_box::papers))
        .route("/ballot/{id}/votes", post().to(ballot::votes))
        .route("/offices", get().to(offices::page))
        .route("/candidates", get().to(candidates::page))
        .route("/candidates", post().to(candidates::submit))
        .route("/meetings/call/{kind}", get().to(call::form))
        .route("/meetings/call/{kind}", post().to(call::call))
        .route("/meetings", get().to(meetings::page))
        .route("/meeting/{id}", get().to(meeting::page))
        .route("/meeting/{id}/attendance", post().to(meeting::attendance))
        .route("/meeting/{id}/agenda", post().to(meeting::agenda))
        .route("/meeting/{id}/minutes", get().to(meeting::minutes))
        .route("/meeting/{id}/projector", get().to(meeting::projector))
        .route("/record", get().to(record::choose))
        .route("/record/{act}", get().to(record::form))
        .route("/record/{act}", post().to(record::submit))
        .route("/document/{reference}", get().to(document::download))
        .route("/language/{tag}", get().to(language::choose))
        .route("/style.css", get().to(style::sheet))
        .route("/fonts/{name}", get().to(style::font))
        .route("/fees", get().to(fees::page))
        .route("/fees", post().to(fees::ask))
        .route("/fees/credit", post().to(fees::use_credit))
        .route("/fees/declare", get().to(fees::declare))
        .route("/fees/declare", post().to(fees::declared))
        .route("/paper/{number}", get().to(paper::page))
        .route("/paper/{number}/pdf", get().to(paper::pdf))
        .route("/pay/{keys}", get().to(pay::page))
        .route("/pay/{keys}", post().to(pay::choose))
        .route("/pay/{keys}/back", get().to(pay::back))
        .route("/pay/{keys}/notice.pdf", get().to(pay::notice))
        .route("/pay/{keys}/paper/{number}", get().to(pay::receipt))
        .route("/money", get().to(money::page))
        .route("/money/close", post().to(money::close))
        .route("/money/resolve", post().to(money::resolve))
        .route("/money/give-back", post().to(money::give_back))
        .route("/money/fees", get().to(money::list::page))
        .route("/money/fees", post().to(money::list::issue))
        .route("/money/invoice/{number}", get().to(money::invoice::page))
        .route("/money/invoice/{number}", post().to(money::invoice::act))
        .route("/money/cash", get().to(money::cash::page))
        .route("/money/cash", post().to(money::cash::take))
        .route("/money/deposit", post().to(money::cash::deposit))
        .route("/money/match", post().to(money::bank::matched))
        .route("/money/settings", get().to(money::settings::page))
        .route("/money/settings", post().to(money::settings::propose))
        .route("/money/settings/decide", post().to(money::settings::decide))
        .route("/money/export/{what}", get().to(money::export::file))
        .service(
            resource("/money/bank")
                .app_data(crate::form_of(money::bank::LARGEST))
                .route(get().to(money::bank::page))
                .route(post().to(money::bank::bring)),
        )
        .service(
            resource("/ballot/{id}/count")
                .app_data(crate::form_of(count::LARGEST))
                .route(get().to(count::page))
                .route(post().to(count::count)),
        )
        .service(
            resource("/hooks/{brand}")
                .app_data(actix_web::web::PayloadConfig::new(hooks::LARGEST))
                .route(post().to(hooks::take)),
        )
        .service(
            resource("/import")
                .app_data(crate::form_of(table::LARGEST))
                .route(get().to(table::page))
                .route(post().to(table::import)),
        )
        .route("/healthz", get().to(health::alive))
        .route("/readyz", get().to(health::ready));
}
