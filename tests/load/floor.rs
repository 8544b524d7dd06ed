//! The floor: the same server and the same database, and a handler that does one indexed query and nothing else.

use std::net::SocketAddr;

use actix_web::{App, HttpResponse, HttpServer, web};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, Pool};

type Connections = Pool<ConnectionManager<PgConnection>>;

diesel::table! {
    floor (name) {
        name -> Text,
        said -> Text,
    }
}

/// Starts it over a table of its own.
pub fn start(url: &str) -> SocketAddr {
    let pool: Connections = Pool::builder().max_size(16).build(ConnectionManager::new(url)).unwrap();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = HttpServer::new(move || {
                App::new().app_data(web::Data::new(pool.clone())).route("/{name}", web::get().to(handler))
            });
            let server = server.bind("127.0.0.1:0").unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    });
    told.recv().unwrap()
}

async fn handler(name: web::Path<String>, pool: web::Data<Connections>) -> HttpResponse {
    let found = web::block(move || {
        let mut connection = pool.get().unwrap();
        floor::table.find(name.into_inner()).select(floor::said).first::<String>(&mut connection).unwrap()
    });
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(found.await.unwrap())
}
