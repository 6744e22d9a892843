//! What lies on the device, read and written from outside as another program would: the database of the page, entry by entry.

use serde_json::{Value, json};

use super::Page;

/// Opens the database as the page does and runs `body` in one transaction with `heads`, `texts` and `args`; its value is the
/// answer. Nothing is made where there is nothing.
const SCRIPT: &str = "
    const done = (request) => new Promise((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'nattoku')) return null;
    const database = await done(indexedDB.open('nattoku'));
    if (![...database.objectStoreNames].includes('texts')) { database.close(); return null; }
    const begun = database.transaction(['heads', 'texts'], 'readwrite', { durability: 'strict' });
    const ended = new Promise((yes, no) => { begun.oncomplete = yes; begun.onabort = () => no(begun.error); });
    const [heads, texts] = ['heads', 'texts'].map((name) => begun.objectStore(name));
    const answer = await (async () => { BODY })();
    await ended;
    database.close();
    return answer ?? null;";

const PUT: &str = "
    const [key, text, version] = args;
    const cursor = await done(heads.index('revision').openKeyCursor(null, 'prev'));
    const revision = (cursor?.key ?? 0) + 1;
    const before = await done(heads.get(key));
    const order = before && !before.removed ? before.order : revision;
    heads.put({ key, revision, order, removed: text === null });
    if (text === null) texts.delete(key);
    else texts.put({ key, text, version });
    begun.addEventListener('complete', () => {
      const channel = new BroadcastChannel('nattoku');
      channel.postMessage(null);
      channel.close();
    });";

impl Page {
    fn in_store(&self, body: &str, args: &[Value]) -> Value {
        let answer = self.exec_promise(&SCRIPT.replace("BODY", body), args);
        assert!(answer.get("rejected").is_none(), "the database: {answer}");
        answer
    }

    /// What an entry says; `None` where there is none.
    pub fn kept(&self, key: &str) -> Option<String> {
        let text = self.in_store("return (await done(texts.get(args[0])))?.text;", &[json!(key)]);
        text.as_str().map(str::to_owned)
    }

    /// The keys of all entries that begin like this, in the order in which they came to be.
    pub fn kept_keys(&self, prefix: &str) -> Vec<String> {
        let body = "const all = (await done(heads.getAll())).filter((head) => !head.removed);
            return all.sort((a, b) => a.order - b.order).map(({ key }) => key);";
        let keys = self.in_store(body, &[]);
        let keys = keys.as_array().into_iter().flatten().filter_map(Value::as_str);
        keys.filter(|key| key.starts_with(prefix)).map(str::to_owned).collect()
    }

    /// Writes an entry as another window of this version would, and tells the others as it would.
    #[track_caller]
    pub fn plant(&self, key: &str, text: &str) {
        // The page makes the database while it opens.
        self.wait_for("the database", || self.in_store("return true;", &[]) == true);
        self.in_store(PUT, &[json!(key), json!(text), json!(1)]);
    }

    /// Removes an entry as another window would, and tells the others.
    pub fn uproot(&self, key: &str) {
        self.in_store(PUT, &[json!(key), Value::Null, json!(1)]);
    }

    /// From now on the device refuses to keep entries whose keys hold one of these words, as one does that has no room; with
    /// none, it takes everything again.
    pub fn refuse(&self, words: &[&str]) {
        self.exec(
            "const [words] = arguments;
             const proto = IDBObjectStore.prototype;
             proto.taken ??= proto.put;
             proto.put = function (row) {
               if (words.some((word) => row.key.includes(word))) {
                 throw new DOMException('full', 'QuotaExceededError');
               }
               return proto.taken.call(this, row);
             };",
            &[json!(words)],
        );
    }
}
