// The one hand-written module: a custom element's class must be JavaScript. It owns the shadow root, the one style
// sheet and the element's life in the page; everything else is asked of the core that Rust hands over.

let sheet;
const alive = new Set();

// A program error stops the whole module: nothing on the screen would answer any more. Say so, in the page's own
// words, instead of leaving a dead form. What was entered is in the draft, where drafts are kept.
addEventListener("error", ({ error }) => {
  if (!(error instanceof WebAssembly.RuntimeError) || alive.size === 0) return;
  for (const element of alive) {
    tell(element, "program.stopped", "", error.message, element.lang === "en"
      ? "This page cannot go on. Please load it again. What was entered is kept where drafts are kept."
      : "このままでは続けられません。ページを読み込み直してください。とちゅうの内容は、残す設定のときは残っています。");
  }
  alive.clear();
});

/**
 * Registers one element. Calling it again for the same name does nothing.
 * @param {string} name tag name
 * @param {string} css the styles of every screen
 * @param {string[]} attributes observed and reflected attributes
 * @param {(host: HTMLElement, root: HTMLElement) => Core} connect makes the core that draws into `root`
 */
export function defineElement(name, css, attributes, connect) {
  if (customElements.get(name)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }

  class NattokuElement extends HTMLElement {
    static observedAttributes = attributes;

    #core = null;
    #given = new Map();
    #said = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open", delegatesFocus: false });
      root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      if (this.#core) return;
      // A property that was set before the element was defined hides the accessor: take it over.
      for (const key of ["organization", "notice", "list", "value", ...attributes.map(camel)]) {
        if (Object.hasOwn(this, key)) {
          const early = this[key];
          delete this[key];
          this[key] = early;
        }
      }
      const mount = document.createElement("div");
      this.shadowRoot.replaceChildren(mount);
      this.#core = connect(this, mount);
      alive.add(this);
      for (const [key, json] of this.#given) this.#core.give(key, json);
      // The record is given once, settings to every new core: what was taken out or reset must not come back.
      this.#given.delete("value");
      this.#draw();
    }

    // A portal shows one of the built-in notices: an embed has one compiled in, and each of the others is a module
    // beside this one, loaded when the attribute asks for it and before anything is drawn of it.
    async #draw() {
      const core = this.#core;
      for (let id; (id = core.lacks()); ) {
        try {
          const { default: json } = await import(`./nattoku-notice-${id}.js`);
          if (this.#core !== core) return;
          core.load(id, json);
        } catch ({ message }) {
          if (this.#core === core) {
            this.#said?.remove();
            this.#said = tell(this, "template.missing", "template", message, this.lang === "en"
              ? "The explanation could not be loaded. Please open the page again."
              : "説明文を読み込めませんでした。ページをもう一度開いてください。");
          }
          return;
        }
      }
      this.#said?.remove();
      core.draw();
    }

    disconnectedCallback() {
      // Moving an element takes it out and puts it back in one turn: what was entered must survive that.
      queueMicrotask(() => {
        if (this.isConnected || !this.#core) return;
        const core = this.#core;
        this.#core = null;
        alive.delete(this);
        core.destroy();
        this.shadowRoot.replaceChildren();
      });
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#core || before === after) return;
      this.#core.attributesChanged();
      this.#draw();
    }

    #give(key, value) {
      const json = JSON.stringify(value ?? null);
      if (this.#core) {
        this.#core.give(key, json);
        this.#draw();
      }
      if (!this.#core || key !== "value") this.#given.set(key, json);
    }

    get organization() { return parse(this.#core?.read("organization") ?? this.#given.get("organization")); }
    set organization(value) { this.#give("organization", value); }
    get notice() { return parse(this.#given.get("notice")); }
    set notice(value) { this.#give("notice", value); }
    get list() { return parse(this.#given.get("list")); }
    set list(value) { this.#give("list", value); }
    get value() { return parse(this.#core ? this.#core.read("value") : this.#given.get("value")); }
    set value(value) { this.#give("value", value); }

    exportJson() { return this.#need().exportJson(); }
    importJson(text) { return this.#need().importJson(String(text)); }
    reset() { this.#need().reset(); }
    print() { this.#need().print(); }
    printNotice() { this.#need().printNotice(); }

    #need() {
      if (!this.#core) throw new Error(`<${name}> is not in the page`);
      return this.#core;
    }
  }

  for (const attribute of attributes) {
    const boolean = ["readonly", "meeting"].includes(attribute);
    Object.defineProperty(NattokuElement.prototype, camel(attribute), {
      configurable: true,
      enumerable: true,
      get() { return boolean ? this.hasAttribute(attribute) : this.getAttribute(attribute); },
      set(value) {
        if (boolean) this.toggleAttribute(attribute, Boolean(value));
        else if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
  }
  customElements.define(name, NattokuElement);
}

// Says on the screen why there is nothing more, and tells the page.
function tell(element, code, place, message, words) {
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.className = "stopped";
  said.textContent = words;
  element.shadowRoot.append(said);
  const detail = { code, place, message };
  element.dispatchEvent(new CustomEvent("nattoku-error", { bubbles: true, composed: true, detail }));
  return said;
}

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const parse = (json) => (json === undefined || json === null ? null : JSON.parse(json));
