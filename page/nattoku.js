// The entry for a plain script tag: <script type="module" src="nattoku.js"></script> is all a page needs.
// It loads the library beside it and defines the elements. Whoever wants the library without that side
// effect imports nattoku-module.js.
//
// The words below cannot live with the other interface wording: that travels inside the very file whose
// absence they explain.

const WORDS = {
  ja: {
    blocked:
      "なっとくを始められませんでした。このページの設定が、必要なしくみ(WebAssembly)を止めています。ページを管理している方に、この画面を見せてください。",
    missing:
      "なっとくを始められませんでした。必要なファイルを読み込めません。インターネットにつながっているかを確かめて、ページをもう一度開いてください。",
    unsupported: "なっとくを始められませんでした。このブラウザは古いため使えません。新しいブラウザで開いてください。",
    failed: "なっとくを始められませんでした。ページをもう一度開いてください。",
    cause: "技術的な原因:",
  },
  en: {
    blocked:
      "Nattoku could not start: this page's settings block WebAssembly. Please show this to the person who runs the page.",
    missing: "Nattoku could not start: a file it needs could not be loaded. Check the connection and open the page again.",
    unsupported: "Nattoku could not start: this browser is too old. Please use a newer one.",
    failed: "Nattoku could not start. Please open the page again.",
    cause: "Technical cause:",
  },
};

// For whoever reads the console.
const ADVICE = {
  blocked: "Content-Security-Policy: add 'wasm-unsafe-eval' to script-src.",
  missing:
    "nattoku.js, nattoku-module.js, nattoku-element.js and nattoku_bg.wasm must lie in one folder and be served over " +
    "http(s); Content-Security-Policy: script-src and connect-src must allow that folder.",
  unsupported: "WebAssembly or custom elements are not available.",
  failed: "This is a fault in Nattoku itself, or its files are of different versions.",
};

// Which of the four it was. A browser tells a blocked WebAssembly only by its wording.
function kindOf(error) {
  if (typeof WebAssembly !== "object" || !("customElements" in globalThis)) return "unsupported";
  const text = String(error);
  if (/unsafe-eval|Content.Security.Policy|blocked by CSP/i.test(text)) return "blocked";
  if (error instanceof TypeError || /\b(404|fetch|network|load)/i.test(text)) return "missing";
  return "failed";
}

// Puts a readable sentence where an element is still waiting, and tells the page by the usual event.
function explain(error) {
  const kind = kindOf(error);
  console.error(`Nattoku could not start (${kind}). ${ADVICE[kind]}`, error);
  for (const element of document.querySelectorAll(":not(:defined)")) {
    if (!element.localName.startsWith("nattoku-")) continue;
    const language = (element.closest("[lang]")?.lang ?? "ja").toLowerCase();
    const words = language.startsWith("en") ? WORDS.en : WORDS.ja;
    const note = document.createElement("p");
    note.dataset.nattokuFailure = kind;
    note.setAttribute("role", "alert");
    const cause = document.createElement("small");
    cause.append(`${words.cause} ${error?.message ?? error}`);
    note.append(words[kind], document.createElement("br"), cause);
    element.replaceChildren(note);
    const detail = { code: `load.${kind}`, place: "", message: String(error) };
    element.dispatchEvent(new CustomEvent("nattoku-error", { bubbles: true, composed: true, detail }));
  }
}

// Imported here and not at the top: a file that is missing would otherwise end this one before it can say so.
try {
  const { default: init, define } = await import("./nattoku-module.js");
  await init();
  define();
} catch (error) {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => explain(error), { once: true });
  } else {
    explain(error);
  }
}
