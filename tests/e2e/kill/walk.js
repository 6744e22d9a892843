// Goes through a conversation on the tablet page, and reads it, by what its screens are made of. Sent along with every
// script of the scenarios beside it (see tablet.rs); defines `walk` and touches nothing until it is asked to.
const walk = (() => {
  "use strict";
  const root = document.querySelector("nattoku-app").shadowRoot;
  const one = (css) => root.querySelector(css);
  const all = (css) => [...root.querySelectorAll(css)];

  // Which screen this is: that of a question is called as the group of its choices, others by what only they hold.
  const place = () => {
    if (one(".doors")) return "home";
    if (one("dialog.sheet .pad")) return "sign";
    const question = one(".stage input[name^='understood-'], .stage input[name^='answer-'], .stage input[name^='ack-']");
    if (question) return question.name;
    if (one(".stage input[name=role]")) return "role";
    if (one(".stage #explained-by")) return "who";
    if (one(".stage .ways .way")) return "method";
    if (one(".stage .closing")) return "closing";
    return one("h1")?.textContent ?? "";
  };

  // Waits for something; what never comes is an error, or null where the caller has a patience of its own.
  const until = async (what, found, patience = null) => {
    const end = performance.now() + (patience ?? 15000);
    for (;;) {
      const value = found();
      if (value) return value;
      if (performance.now() > end) {
        if (patience !== null) return null;
        throw new Error(`waited for ${what} on the screen “${place()}”`);
      }
      await new Promise((done) => setTimeout(done));
    }
  };

  // Buttons
  const primary = () => one("dialog.sheet .button--primary") ?? one(".actions .button--primary");
  const quiet = () => one("dialog.sheet .sheet__foot .button--quiet") ?? one(".actions .button--quiet");
  const way = () => one(".stage .ways .way");
  const door = () => one(".doors .door");
  const onward = () => (place() === "method" ? way() : place() === "home" ? door() : primary());

  // Presses a button and waits for another screen; its name.
  const press = async (button, patience = null) => {
    const from = place();
    (await until("a button", button)).click();
    return await until(`what follows “${from}”`, () => place() !== from && place(), patience);
  };

  // Answering
  const choose = (name, value) => {
    const radio = one(`.stage input[name="${name}"][value="${value}"]`);
    radio.click();
    return radio.checked;
  };
  const type = (id, text) => {
    const field = one(`.stage #${id}`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return field.value === text;
  };
  const ink = () => all(".pad svg g path").map((path) => path.getAttribute("d"));

  // From wherever the conversation was left to the screen `last`, and from there back to the first one of `order`: all
  // that was entered on the way.
  const sweep = async (order, last) => {
    const resumed = place();
    const seen = { resumed, entries: {}, strokes: [] };
    const note = () => {
      for (const radio of all(".stage input[type=radio]:checked")) seen.entries[radio.name] = radio.value;
      for (const id of ["name", "kana", "explained-by"]) {
        const text = one(`.stage input#${id}`)?.value;
        if (text) seen.entries[id] = text;
      }
      if (place() === "sign") seen.strokes = ink();
    };
    note();
    const rank = (name) => { const at = order.indexOf(name); return at < 0 ? order.length : at; };
    // A form that lost what it must have lets nobody past; what lies behind it is then as good as lost.
    while (rank(place()) < rank(last) && (await press(onward, 3000)) !== null) note();
    while (place() !== order[0]) {
      await press(quiet);
      note();
    }
    return seen;
  };

  // Home
  const left = () => one(".left .buttons .button");
  const discard = async () => {
    one(".left .button--quiet").click();
    (await until("the last question", () => one(".left p + .button"))).click();
    await until("the card to be gone", () => !one(".left"));
  };
  const names = () => all(".row--record bdi.row__value").map((name) => name.textContent);
  // The names of all records, after a while for those that must be there to be shown.
  const records = async (wanted, least) => {
    await press(() => one(".home__staff .button"));
    const there = () => {
      const listed = names(), known = new Set(listed);
      return listed.length >= least && wanted.every((name) => known.has(name));
    };
    // A tablet that holds many reads them behind its first screen.
    await until("the records", there, 5000 + 40 * least);
    const listed = names();
    await press(quiet);
    return listed;
  };

  return { one, place, until, press, onward, quiet, choose, type, ink, sweep, left, discard, records };
})();
