//! What stand-ins of providers sign with, and what is reached of them. The key is known to everybody: only accounts of the
//! mode *stand-in* trust it.

/// The root that accounts of a stand-in trust.
pub const ROOT: &[u8] = include_bytes!("../stand-in/root.der");
/// The certificate of the stand-in.
pub const CERTIFICATE: &str = include_str!("../stand-in/leaf.pem");
/// Its key, in PKCS 8.
pub const KEY: &[u8] = include_bytes!("../stand-in/leaf.pk8");
/// The name that the certificate is for.
pub const NAME: &str = "messageverificationcerts.stand-in.invalid";
