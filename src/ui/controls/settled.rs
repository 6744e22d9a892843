//! The short while in which a closing screen offers no way on.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Whether the seal has had the time to settle. The way on to the next person appears only then: the second tap of a
/// double tap on "record this" would otherwise close the record before anybody has seen it.
#[hook]
pub fn use_settled() -> bool {
    let settled = use_state_eq(|| false);
    {
        let settled = settled.clone();
        use_effect_with((), move |()| {
            let timer = Timeout::new(SETTLING_MS, move || settled.set(true));
            move || drop(timer)
        });
    }
    *settled
}

/// Longer than the pause within which systems take two taps for one double tap.
const SETTLING_MS: u32 = 600;
