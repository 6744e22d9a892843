//! A store of which a test decides what it refuses and when it answers, and the one thread that everything runs in.

use futures_executor::{LocalPool, LocalSpawner};
use futures_util::task::LocalSpawnExt as _;
use nattoku::app::{
    memory::Memory,
    store::{Entry, Failure, Head, Revision, Store, StoreError, Task, Write},
};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

thread_local! {
    static POOL: RefCell<LocalPool> = RefCell::new(LocalPool::new());
    static SPAWNER: LocalSpawner = POOL.with_borrow(LocalPool::spawner);
}

/// Lets a task run by itself.
pub fn spawn(task: Task<()>) {
    SPAWNER.with(|spawner| spawner.spawn_local(task)).expect("a running pool");
}

/// Runs everything that can go on, until all of it waits.
pub fn run() {
    POOL.with_borrow_mut(LocalPool::run_until_stalled);
}

/// Runs until this is done.
pub fn finish<T: 'static>(task: impl Future<Output = T> + 'static) -> T {
    let done = Rc::new(RefCell::new(None));
    let answer = done.clone();
    spawn(Box::pin(async move { *answer.borrow_mut() = Some(task.await) }));
    run();
    done.take().expect("it waits for something that nobody ordered")
}

/// A window onto a [`Memory`] that can be told to refuse and to wait.
#[derive(Clone)]
pub struct Rigged {
    pub memory: Memory,
    orders: Rc<Orders>,
}

#[derive(Default)]
struct Orders {
    opening: RefCell<Option<Failure>>,
    /// What the next writes come to; the rest succeed.
    writes: RefCell<VecDeque<Option<Failure>>>,
    /// Writes that name such a key are refused for want of room.
    refused: RefCell<Option<&'static str>>,
    waiting: Cell<bool>,
    wakers: RefCell<Vec<std::task::Waker>>,
    written: RefCell<Vec<Vec<Write>>>,
}

impl Rigged {
    /// A window of its own onto these entries.
    pub fn onto(memory: &Memory) -> Self {
        Self { memory: memory.window(), orders: Rc::default() }
    }

    /// Opening fails like this, or works again.
    pub fn refuse_opening(&self, failure: Option<Failure>) {
        *self.orders.opening.borrow_mut() = failure;
    }

    /// What the next writes come to, in order.
    pub fn order(&self, writes: impl IntoIterator<Item = Option<Failure>>) {
        self.orders.writes.borrow_mut().extend(writes);
    }

    /// Writes of entries with this in their key find no room; with `None` there is room again.
    pub fn refuse(&self, part: Option<&'static str>) {
        *self.orders.refused.borrow_mut() = part;
    }

    /// From now on nothing is written before [`go_on`](Self::go_on).
    pub fn wait(&self) {
        self.orders.waiting.set(true);
    }

    /// Lets everything that waits go on.
    pub fn go_on(&self) {
        self.orders.waiting.set(false);
        self.orders.wakers.take().into_iter().for_each(std::task::Waker::wake);
        run();
    }

    /// The keys of every batch that reached the store, since the last look.
    pub fn written(&self) -> Vec<Vec<String>> {
        let batches = self.orders.written.take();
        batches.into_iter().map(|batch| batch.into_iter().map(|write| write.key).collect()).collect()
    }
}

impl Store for Rigged {
    fn open(&self) -> Task<Result<(), StoreError>> {
        let refused = self.orders.opening.borrow().clone();
        let opened = self.memory.open();
        Box::pin(async move {
            match refused {
                Some(failure) => Err(StoreError::new(failure, "ordered")),
                None => opened.await,
            }
        })
    }

    fn changes(&self, after: Revision) -> Task<Result<Vec<Head>, StoreError>> {
        self.memory.changes(after)
    }

    fn read(&self, keys: Vec<String>) -> Task<Result<Vec<Option<Entry>>, StoreError>> {
        self.memory.read(keys)
    }

    fn write(&self, batch: Vec<Write>) -> Task<Result<Vec<Head>, StoreError>> {
        let (orders, memory) = (self.orders.clone(), self.memory.clone());
        Box::pin(async move {
            core::future::poll_fn(|context| {
                if orders.waiting.get() {
                    orders.wakers.borrow_mut().push(context.waker().clone());
                    return core::task::Poll::Pending;
                }
                core::task::Poll::Ready(())
            })
            .await;
            let ordered = orders.writes.borrow_mut().pop_front().flatten();
            let part = *orders.refused.borrow();
            let no_room = part.is_some_and(|part| batch.iter().any(|write| write.key.contains(part)));
            if let Some(failure) = ordered.or(no_room.then_some(Failure::NoRoom)) {
                return Err(StoreError::new(failure, "ordered"));
            }
            orders.written.borrow_mut().push(batch.clone());
            memory.write(batch).await
        })
    }

    fn watch(&self, told: Rc<dyn Fn()>) {
        self.memory.watch(told);
    }
}
