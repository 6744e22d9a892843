// The tablet page only: asks the browser to keep the page for use without a connection.
// A portal that embeds the elements does not load this file.

// Absent on plain http and in private windows of some browsers: the page then works online only.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("sw.js").catch((error) => {
    console.warn("Nattoku: this page will not be available offline.", error);
  });
}
