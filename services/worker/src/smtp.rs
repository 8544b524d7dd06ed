//! Mail by SMTP. A message goes out under one Message-ID, however often it is tried.

use anyhow::Result;
use app::Posted;
use lettre::message::{Mailbox, header::ContentType};
use lettre::{Message, SmtpTransport, Transport};

/// A mail server, and the address that mail comes from.
pub struct Post {
    server: SmtpTransport,
    from: Mailbox,
}

impl Post {
    /// The server at an address.
    pub fn at(url: &str, from: &str) -> Result<Post> {
        let server = SmtpTransport::from_url(url)?.timeout(Some(std::time::Duration::from_secs(20))).build();
        Ok(Post { server, from: from.parse()? })
    }

    /// Sends a message; says why not, without naming anybody.
    pub fn send(&self, posted: &Posted) -> Result<(), String> {
        let to: Mailbox = posted.message.to.parse().map_err(|_| String::from("the address cannot be read"))?;
        let message = Message::builder()
            .message_id(Some(format!("<{}@{}>", posted.id, self.from.email.domain())))
            .from(self.from.clone())
            .to(to)
            .subject(posted.message.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(posted.message.text.clone())
            .map_err(|_| String::from("the message cannot be written"))?;
        match self.server.send(&message) {
            Ok(_) => Ok(()),
            Err(fault) => {
                let code = fault.status().map(|code| code.to_string());
                Err(code.unwrap_or_else(|| String::from("the mail server cannot be reached")))
            }
        }
    }
}
