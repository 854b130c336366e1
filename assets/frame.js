// What the framework leaves undone for people who listen, and for those who use a keyboard: its English is said in the reader's
// language (WORDS, of keko/words/framework.py, is put before this by keko/ui/frame_script.py), charts are images, the navigation
// is a landmark that knows the page, the title of the document names the view, a new finding is announced, focus comes back to
// what led to the same page and goes to the heading of another, and the link to the view is copied.
(() => {
  const words = WORDS[document.documentElement.lang];
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const ROLES = { stDeckGlJsonChart: "img", stFileUploaderDropzone: "group" };
  const OWN = '[data-testid="stHtml"], svg, script, style';
  const SHOWN = '[data-testid="stMain"]';
  const AS_IT_IS = "svg, .deck-tooltip, script, style, textarea, .keko-file"; // drawings, and the rows of a file
  const patterns = Object.entries(words.said)
    .filter(([english]) => english.includes("{name}"))
    .map(([english, said]) => [new RegExp(`^${english.replace(/[.+]/g, "\\$&").replace("{name}", "(.+)")}$`, "s"), said]);

  // Only what differs is written: each writing is seen by the observer below.
  function set(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function translated(text) {
    const said = words.said[text.trim()];
    if (said) return said;
    for (const [pattern, form] of patterns) {
      const match = pattern.exec(text.trim());
      if (match) return form.replace("{name}", () => match[1]);
    }
    return text;
  }

  // "1 000", "95 %", "20–64-vuotiaista" and "%-yksikköä" stay on one line, the latter with its number: a word joiner after the dash, in what is
  // shown and nowhere else.
  const JOINER = "\u2060";
  const joined = (text) => text.replace(/(?<=\d)–(?=\d)|(?<=[\d%])-(?=\p{L})/gu, `$&${JOINER}`).replace(/(?<=\d) (?=%|\/ \d|\d{3}(?!\d))|(?<=\/) (?=\d)/g, "\u00a0");

  function sayText(node) {
    const parent = node.parentElement;
    const said = parent?.closest(OWN) ? node.data : translated(node.data);
    const written = parent?.closest(SHOWN) && !parent.closest(AS_IT_IS) ? joined(said) : said;
    if (written !== node.data) node.data = written;
  }

  function sayAttributes(element) {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (text && !element.closest('[data-testid="stHtml"]')) set(element, name, translated(text));
    }
    if (element.getAttribute("role") === "graphics-document") {
      set(element, "role", "img");
      element.removeAttribute("aria-roledescription");
    }
    if (element.matches("svg.marks, canvas.marks")) set(element, "aria-hidden", "true"); // its name is said by what is around it
    const role = ROLES[element.dataset?.testid];
    if (role) set(element, "role", role);
  }

  function sayAll(root) {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    sayAttributes(root);
    const within = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (within.nextNode()) {
      if (within.currentNode.nodeType === Node.TEXT_NODE) sayText(within.currentNode);
      else sayAttributes(within.currentNode);
    }
  }

  function markPage() {
    const pages = document.querySelector(".st-key-pages");
    if (!pages) return;
    set(pages, "role", "navigation");
    set(pages, "aria-label", words.pages);
    for (const link of pages.querySelectorAll("a")) {
      const path = link.getAttribute("href").split("?")[0]; // relative, and empty for the first page
      if (path === location.pathname.split("/").pop()) set(link, "aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  // What is written in an element, though it may not be seen yet while the page arrives; to be read, so without joiners.
  const textOf = (element) => element?.textContent.replaceAll(JOINER, "").replace(/\s+/g, " ").trim() ?? "";

  // The title of the document names the view before the page: "Employment rate – Central Uusimaa · Indicators – KEKO".
  function nameDocument() {
    const subject = textOf(document.querySelector(".keko-finding h1 small"));
    const page = document.title.split(" · ").pop();
    const title = !subject || page.startsWith(subject) ? page : `${subject} · ${page}`;
    if (document.title !== title) document.title = title;
  }

  // A new finding, once, when the page has come to rest. The first is read with the page itself.
  const region = document.createElement("div");
  region.className = "keko-out-of-sight";
  region.setAttribute("role", "status");
  let last;

  function announce() {
    const heading = document.querySelector(".keko-finding h1");
    const app = document.querySelector('[data-testid="stApp"]');
    if (!heading || led || app?.dataset.testScriptState !== "notRunning") return;
    const finding = textOf(heading);
    if (last !== undefined && finding !== last && document.activeElement !== heading) region.textContent = finding;
    last = finding;
  }

  // Links and buttons that load the same page anew, as in the table of a map.
  const KEPT = "keko-focus";
  const selectorOf = (element) =>
    element.matches("button") ? `button[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`
      : `a[href="${CSS.escape(element.getAttribute("href"))}"]`;

  document.addEventListener("click", (event) => {
    const element = event.target.closest?.('a[href][target="_self"], form button[name]');
    if (!element || (element.pathname ?? location.pathname) !== location.pathname) return;
    sessionStorage.setItem(KEPT, `${location.pathname} ${selectorOf(element)}`);
  }, true);

  function returnFocus() {
    const kept = sessionStorage.getItem(KEPT);
    if (!kept) return;
    const [path] = kept.split(" ", 1);
    const element = path === location.pathname ? document.querySelector(kept.slice(path.length + 1)) : null;
    if (document.activeElement === document.body) element?.focus(); // in vain while the page that arrives is not seen
    const done = element && document.activeElement !== document.body;
    if (done || path !== location.pathname) sessionStorage.removeItem(KEPT);
  }

  // Copies the address of the view, made whole with the address of this server. Where the browser lets no page write to its
  // clipboard (it does so only over https and on the machine itself), the older way is tried, and else the address is shown.
  async function copied(field) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.hidden = false;
      field.select();
      const done = document.execCommand("copy");
      field.hidden = done;
      return done;
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".keko-copy button");
    if (!button) return;
    const [field, status] = [button.parentElement.querySelector("input"), button.parentElement.querySelector("[role=status]")];
    field.value = new URL(field.dataset.address, location.href).href;
    status.textContent = "";
    const done = await copied(field);
    status.textContent = done ? status.dataset.copied : status.dataset.byHand;
    if (done) button.focus();
    else field.select();
  });

  // A meeting is shown on the whole screen, and turned by what a presenter holds in the hand: it says page up and page down.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".st-key-present_meeting button")) document.documentElement.requestFullscreen?.().catch(() => {});
    if (event.target.closest?.(".st-key-stop_presenting button") && document.fullscreenElement) document.exitFullscreen();
  });
  document.addEventListener("keydown", (event) => {
    const turned = { PageUp: ".st-key-slide_left button", PageDown: ".st-key-slide_right button" }[event.key];
    const button = turned && document.querySelector(turned);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // A link to another page opens it as the navigation does, and as going back does: nothing is loaded anew, the visit goes on. Where
  // the server does not answer, or another page is on its way already, the browser loads it, so that page and address are one.
  let led; // the link that leads to a page which has not come yet
  const APP = '[data-testid="stApp"]';
  const isThere = () => document.querySelector(".keko-complete")?.dataset.path === location.pathname;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href]:not([hreflang], [target="_blank"], [download])');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (led === link && !isThere()) return event.preventDefault(); // clicked twice: it is coming
    if (link.origin !== location.origin || link.pathname === location.pathname || !words.paths.includes(link.pathname)) return;
    if (!isThere() || document.querySelector(APP)?.dataset.testConnectionState !== "CONNECTED") return;
    event.preventDefault();
    led = link;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  });

  // The link goes with its page: whoever used it goes on from the heading of the new one, unless they are elsewhere already.
  function arrive() {
    const heading = led && isThere() && document.querySelector(`${SHOWN} h1`);
    if (!heading) return;
    if ([document.body, led].includes(document.activeElement)) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true }); // in vain while the page that arrives is not seen
    }
    if (![document.body, led].includes(document.activeElement)) led = undefined;
  }

  let waiting = false;
  function settle() {
    waiting = false;
    markPage();
    nameDocument();
    arrive();
    announce();
    returnFocus();
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") sayAttributes(change.target);
      else if (change.type === "characterData") sayText(change.target);
      else change.addedNodes.forEach(sayAll);
    }
    if (!waiting) waiting = Boolean(requestAnimationFrame(settle));
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...ATTRIBUTES, "role", "data-test-script-state"],
  });
  document.addEventListener("DOMContentLoaded", () => document.body.append(region));
})();
