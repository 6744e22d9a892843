// What a person perceives on the page, through open shadow roots: roles, names, text, focus. Sent along with every
// script (see page.rs), so that nothing of it has to live in the page. Defines `look` and touches nothing.
const look = (() => {
  "use strict";
  // Names and text are compared without any space: ruby, line breaks and indentation leave traces of it.
  const squeeze = (text) => text.replace(/[\s\u200b\ufeff]+/g, "");
  const UNSEEN = new Set(["RT", "RP", "SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);
  const CONTROLS = new Set(["INPUT", "SELECT", "TEXTAREA"]);

  const childrenOf = (node) => {
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return [...(node.shadowRoot ?? node).childNodes];
  };
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  function* elements(from = document.documentElement) {
    yield from;
    for (const child of childrenOf(from)) if (child instanceof Element) yield* elements(child);
  }

  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const reachable = (element) => {
    if (!visible(element)) return false;
    for (let at = element; at; at = parentOf(at)) {
      if (at.getAttribute("aria-hidden") === "true" || at.inert) return false;
    }
    return true;
  };

  // Text as it is read: without the reading in <rt>, a line per block.
  const readText = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ");
    if (!(node instanceof Element) || UNSEEN.has(node.tagName)) return "";
    const display = getComputedStyle(node).display;
    // `display: contents` draws no box of its own; what is inside it may be seen all the same.
    if (display === "none" || (display !== "contents" && !visible(node))) return "";
    if (node.tagName === "BR") return "\n";
    const text = childrenOf(node).map(readText).join("");
    return /^(inline|contents|ruby)/.test(display) ? text : `\n${text}\n`;
  };
  const text = (node = document.body) =>
    readText(node).split("\n").map((line) => line.replace(/ +/g, " ").trim()).filter((line) => line !== "").join("\n");

  // The name that an element's content gives it (accname 1.2, step 2F, as far as our pages go).
  const content = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (!(node instanceof Element) || UNSEEN.has(node.tagName) || CONTROLS.has(node.tagName)) return "";
    if (node.getAttribute("aria-hidden") === "true" || node.checkVisibility?.() === false) return "";
    if (node.hasAttribute("aria-label")) return node.getAttribute("aria-label");
    if (node instanceof HTMLImageElement) return node.alt;
    if (node instanceof SVGElement) return node.querySelector("title")?.textContent ?? "";
    return childrenOf(node).map(content).join("");
  };
  const NAMED_BY_CONTENT = new Set([
    "button", "link", "heading", "option", "tab", "switch", "checkbox", "radio", "menuitem", "cell", "rowheader", "columnheader",
  ]);

  const role = (element) => {
    const explicit = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (explicit) return explicit;
    switch (element.tagName.toUpperCase()) {
      case "BUTTON": case "SUMMARY": return "button";
      case "A": return element.hasAttribute("href") ? "link" : "";
      case "TEXTAREA": return "textbox";
      case "SELECT": return element.multiple ? "listbox" : "combobox";
      case "OPTION": return "option";
      case "DIALOG": return "dialog";
      case "FIELDSET": return "group";
      case "IMG": return "img";
      case "H1": case "H2": case "H3": case "H4": case "H5": case "H6": return "heading";
      case "MAIN": return "main";
      case "NAV": return "navigation";
      case "UL": case "OL": return "list";
      case "LI": return "listitem";
      case "TABLE": return "table";
      case "TR": return "row";
      case "TD": return "cell";
      case "TH": return element.scope === "row" ? "rowheader" : "columnheader";
      case "OUTPUT": return "status";
      case "PROGRESS": return "progressbar";
      case "SECTION": return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby") ? "region" : "";
      case "ARTICLE": return "article";
      case "INPUT": break;
      default: return "";
    }
    switch (element.type) {
      case "checkbox": case "radio": return element.type;
      case "button": case "submit": case "reset": case "image": return "button";
      case "range": return "slider";
      case "number": return "spinbutton";
      case "hidden": return "";
      default: return "textbox";
    }
  };
  const isField = (element) =>
    ["textbox", "searchbox", "spinbutton", "combobox", "listbox", "slider"].includes(role(element));

  const rawName = (element) => {
    const labelledBy = element.getAttribute("aria-labelledby");
    if (labelledBy) {
      const root = element.getRootNode();
      return labelledBy.split(/\s+/).map((id) => root.getElementById(id)).filter(Boolean).map(content).join(" ");
    }
    if (element.getAttribute("aria-label")?.trim()) return element.getAttribute("aria-label");
    if (element.labels?.length) return [...element.labels].map(content).join(" ");
    const child = (tag) => [...element.children].find((found) => found.tagName.toUpperCase() === tag);
    if (element.tagName === "FIELDSET" && child("LEGEND")) return content(child("LEGEND"));
    if (element.tagName === "TABLE" && child("CAPTION")) return content(child("CAPTION"));
    if (element instanceof HTMLImageElement) return element.alt;
    if (element instanceof SVGElement && child("TITLE")) return child("TITLE").textContent;
    if (element.tagName === "INPUT" && ["button", "submit", "reset"].includes(element.type)) return element.value;
    const own = NAMED_BY_CONTENT.has(role(element)) ? childrenOf(element).map(content).join("") : "";
    return own.trim() || element.title || element.placeholder || "";
  };
  const name = (element) => rawName(element).replace(/\s+/g, " ").trim();

  // "名前…" asks for a name that begins so; anything else must be the whole name.
  const named = (element, wanted) => {
    const actual = squeeze(name(element)), asked = squeeze(wanted);
    return asked.endsWith("…") ? actual.startsWith(asked.slice(0, -1)) : actual === asked;
  };
  const matches = (element, step) => {
    if (step.test !== undefined) return element.getAttribute("data-test") === step.test;
    if (step.css !== undefined) return element.matches(step.css);
    const roleFits = step.role === "field" ? isField(element) : role(element) === step.role;
    return roleFits && (step.name === null || named(element, step.name));
  };

  // While a modal dialog is open, it is all there is.
  const scope = () => [...elements()].filter((element) => element.matches(":modal")).at(-1) ?? document.documentElement;
  const find = (steps) => {
    const base = scope();
    let found = [base];
    for (const step of steps) {
      const seen = new Set();
      for (const from of found) {
        for (const element of elements(from)) {
          // A dialog may itself be asked for; any other starting point is not a match for what is inside it.
          if (element === from && from !== base) continue;
          if (matches(element, step) && (step.hidden || reachable(element))) seen.add(element);
        }
      }
      found = [...seen];
    }
    return found;
  };

  const INTERACTIVE = new Set([
    "button", "link", "radio", "checkbox", "switch", "textbox", "searchbox", "spinbutton", "combobox", "listbox", "slider", "tab",
    "dialog", "alertdialog", "group", "radiogroup", "heading",
  ]);
  const describe = () => [...elements(scope())]
    .filter((element) => INTERACTIVE.has(role(element)) && reachable(element))
    .map((element) => `${role(element)} "${name(element)}"${element.disabled ? " (disabled)" : ""}`);

  const isOn = (element) => element.checked
    ?? ["aria-checked", "aria-pressed", "aria-selected", "aria-expanded"].some((state) => element.getAttribute(state) === "true");
  const state = (element) => {
    const box = element.getBoundingClientRect();
    return {
      role: role(element), name: name(element), on: isOn(element), value: element.value ?? null, text: text(element),
      disabled: element.matches(":disabled") || element.getAttribute("aria-disabled") === "true",
      x: box.x, y: box.y, width: box.width, height: box.height,
    };
  };

  // What a finger would aim at: a control that is drawn by its label gives way to the label.
  const aim = (element) => {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const label = element.labels?.[0];
    if (!label || !["radio", "checkbox"].includes(element.type)) return element;
    const box = element.getBoundingClientRect();
    const hit = element.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return hit === element ? element : label;
  };

  // Where that is once it has been drawn there, and what lies over it, if anything does. WebKit scrolls with its next
  // frame, and a press before that goes to what stood there. Says at `window.__pressed` whether a press has arrived.
  const middle = async (element) => {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    window.__pressed = false;
    addEventListener("click", () => (window.__pressed = true), { once: true, capture: true });
    const box = element.getBoundingClientRect();
    const [x, y] = [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
    const hit = element.getRootNode().elementFromPoint(x, y);
    for (let at = hit; at; at = parentOf(at)) if (at === element) return [x, y, null];
    return [x, y, hit?.outerHTML ?? "the edge of the viewport"];
  };

  const focusedElement = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === document.body || at === document.documentElement ? null : at;
  };
  const focused = () => {
    const element = focusedElement();
    return element ? { role: role(element), name: name(element) } : null;
  };

  // The heading of the screen: the first of the highest rank that can be seen.
  const heading = () => {
    const headings = [...elements(scope())].filter((element) => role(element) === "heading" && reachable(element));
    const rank = (element) => Number(element.getAttribute("aria-level") ?? element.tagName.slice(1));
    const top = Math.min(...headings.map(rank));
    const first = headings.find((element) => rank(element) === top);
    return first ? name(first) : null;
  };

  // Loaded, every custom element defined, and every one of ours showing something.
  const unready = () => {
    if (document.readyState !== "complete") return `document is ${document.readyState}`;
    for (const element of elements()) {
      if (!element.localName.includes("-") || element instanceof SVGElement) continue;
      if (!element.matches(":defined")) return `<${element.localName}> is not defined`;
      if (element.shadowRoot && text(element) === "") return `<${element.localName}> is empty`;
    }
    return null;
  };

  return { find, describe, state, aim, middle, text, squeeze, focused, heading, unready };
})();
