// Stands in for sw.js under `cargo xtask serve --watch`: whoever is changing the page wants to see the change,
// so an earlier visit's stored copy is thrown away and nothing is stored again.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n.startsWith("nattoku-page-")).map((n) => caches.delete(n))))
      .then(() => self.registration.unregister()),
  ),
);
