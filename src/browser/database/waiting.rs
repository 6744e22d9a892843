//! Waiting for what the browser tells by events.

use futures_channel::oneshot;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::IdbTransaction;

/// Waits for the end of a transaction, which is `complete` (true) or `abort`. An error of one request is not the end: the
/// browser says `abort` after it.
pub(super) fn end_of(begun: &IdbTransaction) -> impl Future<Output = bool> + use<> {
    let begun = begun.clone();
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let tell = move |is_complete: bool| {
        let sender = sender.clone();
        Closure::<dyn Fn()>::new(move || {
            if let Some(sender) = sender.borrow_mut().take() {
                // Whoever waited is gone with the page.
                let _ = sender.send(is_complete);
            }
        })
    };
    let (complete, abort) = (tell(true), tell(false));
    begun.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
    begun.set_onabort(Some(abort.as_ref().unchecked_ref()));
    async move {
        let is_complete = receiver.await.unwrap_or(false);
        begun.set_oncomplete(None);
        begun.set_onabort(None);
        drop((complete, abort));
        is_complete
    }
}

/// Whatever ends first: the opening (`Some`), or the word that another window stands in its way.
pub(super) async fn first<T>(opening: impl Future<Output = T>, blocked: oneshot::Receiver<()>) -> Option<T> {
    let (mut opening, mut blocked) = (Box::pin(opening), blocked);
    core::future::poll_fn(|context| {
        if let core::task::Poll::Ready(opened) = opening.as_mut().poll(context) {
            return core::task::Poll::Ready(Some(opened));
        }
        match core::pin::Pin::new(&mut blocked).poll(context) {
            core::task::Poll::Ready(Ok(())) => core::task::Poll::Ready(None),
            _ => core::task::Poll::Pending,
        }
    })
    .await
}
