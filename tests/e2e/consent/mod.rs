//! One person's consent, from the first word to the file, by each way to answer and each kind of answer.

mod again;
mod copied;
mod hands;
mod keyboard;
mod pen;
mod routes;
mod signature;
mod silence;
mod survives;

pub use again::{changed_after_signing, next_person};
pub use copied::copied;
pub use hands::other_contacts;
pub use keyboard::keyboard_only;
pub use pen::pen_route;
pub use routes::{proxy_route, typed_route, voice_route};
pub use signature::signature_route;
pub use silence::{not_today, refusal, silence_is_not_yes};
pub use survives::{keeps_its_place, survives};
