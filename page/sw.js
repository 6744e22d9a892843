// Keeps the tablet page usable without a connection: everything it consists of is stored at the first visit
// and served from there. It answers same-origin GET requests for those files only, and asks for nothing else.
//
// The two lines below are rewritten by the build: FILES maps each file to its digest, VERSION is the digest
// of them all. A new build is a new VERSION, hence a new sw.js, hence a new cache.
const VERSION = "unstamped";
const FILES = {};

const PREFIX = "nattoku-page-";
const CACHE = PREFIX + VERSION;
// The folder itself stands for index.html: some servers redirect the one name to the other, and a
// redirected answer may not be used for a navigation.
const HOME = "./";

const absolute = (file) => new URL(file, self.registration.scope).href;

// Through the HTTP cache, where the first visit has just left the file. What lies there may also be left over
// from the version before: the digest tells, and then the file is fetched anew.
async function fetched(file, integrity) {
  const url = absolute(file);
  const response = await fetch(url, { cache: "default", integrity }).catch(() =>
    fetch(url, { cache: "reload", integrity }),
  );
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function install() {
  const cache = await caches.open(CACHE);
  const home = await fetch(absolute(HOME), { cache: "no-cache" });
  if (!home.ok || home.redirected) throw new Error(`${HOME}: ${home.status}`);
  await cache.put(absolute(HOME), home);
  await Promise.all(
    Object.entries(FILES).map(async ([file, integrity]) => cache.put(absolute(file), await fetched(file, integrity))),
  );
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n.startsWith(PREFIX) && n !== CACHE).map((n) => caches.delete(n)));
}

// A new version waits until the last page of the old one is closed (no skipWaiting, no claim): nothing is
// exchanged under the hands of two people in the middle of an interview.
self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

const KEPT = new Set(Object.keys(FILES).map(absolute));

// A stored file, or the network's if the browser has thrown the store away.
async function stored(url, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

// An address below this folder that is none of the files (an old bookmark): the network, else the page itself,
// by a redirect, because the page names its files relative to its own address.
async function navigated(request) {
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(absolute(HOME));
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const bare = url.origin + url.pathname;
  const home = absolute(HOME);
  if (KEPT.has(bare)) {
    event.respondWith(stored(bare, request));
  } else if (bare === home || bare === absolute("index.html")) {
    event.respondWith(stored(home, request));
  } else if (request.mode === "navigate") {
    event.respondWith(navigated(request));
  }
});
