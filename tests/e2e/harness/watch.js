// Runs before any script of the page (see site.rs) and writes down what a person would never see: errors, CSP
// violations, attempts to reach the network, files handed out, pages printed. It changes nothing that it watches,
// except that printing opens no dialog, which no driver could close.
(() => {
  "use strict";
  if (window.__nattokuWatch) return;
  const watch = {
    early: document.body === null, errors: [], violations: [], attempts: [], downloads: [], prints: 0,
    // Where `requestsAfterLoad` begins to count.
    mark: { attempts: 0, resources: 0 },
  };
  Object.defineProperty(window, "__nattokuWatch", { value: watch });

  addEventListener("error", (event) => {
    const broken = event.target instanceof Element ? `${event.target.outerHTML} did not load` : null;
    watch.errors.push(broken ?? `${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener("unhandledrejection", (event) => watch.errors.push(`unhandled rejection: ${event.reason}`));
  const consoleError = console.error;
  console.error = (...what) => {
    watch.errors.push(`console: ${what.join(" ")}`);
    consoleError.apply(console, what);
  };

  addEventListener("securitypolicyviolation", (event) => {
    watch.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`.trim());
  }, true);

  const noteCall = (owner, method, url) => {
    const original = owner?.[method];
    if (typeof original !== "function") return;
    owner[method] = function (...args) {
      watch.attempts.push(`${method} ${url(args)}`);
      return original.apply(this, args);
    };
  };
  noteCall(window, "fetch", ([request]) => request?.url ?? request);
  noteCall(XMLHttpRequest.prototype, "open", ([, address]) => address);
  noteCall(navigator, "sendBeacon", ([address]) => address);
  noteCall(window, "open", ([address]) => address);
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport"]) {
    const Original = window[name];
    if (!Original) continue;
    window[name] = new Proxy(Original, {
      construct(target, args, newTarget) {
        watch.attempts.push(`new ${name} ${args[0]}`);
        return Reflect.construct(target, args, newTarget);
      },
    });
  }
  performance.setResourceTimingBufferSize?.(10000);
  // What a browser fetches for its own tab and for installing is not the page's, as on the side of the server.
  const own = /^(blob|data):|\/(icon\.svg|favicon\.ico|icon-(192|512)\.png|manifest\.webmanifest)$/;
  const outside = () => performance.getEntriesByType("resource").map((entry) => entry.name)
    .filter((name) => !own.test(name));
  watch.markLoaded = () => { watch.mark = { attempts: watch.attempts.length, resources: outside().length }; };
  watch.requestsAfterLoad = () =>
    [...watch.attempts.slice(watch.mark.attempts), ...outside().slice(watch.mark.resources)];

  // A download is a click on `<a download>`; its content is remembered since the address came from a Blob.
  const blobs = new Map();
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = function (object) {
    const address = createObjectURL.call(URL, object);
    if (object instanceof Blob) blobs.set(address, object);
    return address;
  };
  const noteDownload = (anchor) => {
    const blob = blobs.get(anchor.href);
    const download = { name: anchor.download, mime: blob?.type ?? "", text: blob ? null : anchor.href };
    // With its byte order mark, if it has one: `text()` would drop it.
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    blob?.arrayBuffer().then((bytes) => { download.text = decoder.decode(bytes); });
    watch.downloads.push(download);
  };
  addEventListener("click", (event) => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.hasAttribute("download"));
    if (anchor) noteDownload(anchor);
  }, true);
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    // An anchor outside the document: its click reaches no listener of ours.
    if (this instanceof HTMLAnchorElement && this.hasAttribute("download") && !this.isConnected) noteDownload(this);
    return click.call(this);
  };

  window.print = () => {
    dispatchEvent(new Event("beforeprint"));
    watch.prints += 1;
    dispatchEvent(new Event("afterprint"));
  };
})();
