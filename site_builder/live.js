// Keeps a page that is looked at true to the files it is made from; `site-builder serve` puts it there.
(() => {
  const site = document.currentScript.dataset.site;
  const put = (kind, words, ...within) => {
    const element = document.createElement(kind);
    element.append(...(words ? [words] : []), ...within);
    return element;
  };

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; --paper: #fff; --ink: #1d1c1a; --quiet: #5c5952;
      --line: #d9d5cb; --mark: #a3301c; --veil: rgb(60 57 50 / .45); }
    @media (prefers-color-scheme: dark) { :host { --paper: #201f1c; --ink: #e9e6df; --quiet: #aaa69c;
      --line: #45423b; --mark: #f0907c; --veil: rgb(0 0 0 / .6); } }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    .veil { position: fixed; inset: 0; z-index: 2147483647; display: grid;
      grid: minmax(0, 1fr) / minmax(0, 1fr); place-items: start center;
      padding: clamp(.75rem, 6vh, 5rem) clamp(.75rem, 4vw, 3rem); background: var(--veil); }
    section, .tab { background: var(--paper); color: var(--ink); border: 1px solid var(--line);
      border-block-start: 4px solid var(--mark); box-shadow: 0 .5rem 2rem rgb(0 0 0 / .3);
      font: 1rem/1.5 system-ui, sans-serif; }
    section { display: flex; flex-direction: column; inline-size: min(56rem, 100%); max-block-size: 100%; }
    header { display: flex; align-items: center; gap: 1rem; padding: .75rem 1rem; }
    h1 { flex: 1; font-size: 1.125rem; line-height: 1.3; font-weight: 600; }
    ul { overflow: auto; list-style: none; border-block: 1px solid var(--line); }
    li { padding: .625rem 1rem; font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    li + li { border-block-start: 1px solid var(--line); }
    b { color: var(--mark); font-weight: 600; }
    footer { padding: .75rem 1rem; color: var(--quiet); font-size: .875rem; }
    button { padding: .375rem .875rem; border: 1px solid var(--quiet); border-radius: .25rem;
      background: transparent; color: inherit; font: inherit; cursor: pointer; }
    button:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
    .tab { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483647; }
  `);

  const host = document.createElement("site-builder-problems");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [style];
  const PUT_ASIDE = "site-builder: problems put aside";
  let problems = [];

  const show = (aside) => {
    const title = problems.length === 1 ? "1 problem to mend" : `${problems.length} problems to mend`;
    const button = put("button", aside ? title : "Hide");
    if (aside) button.className = "tab";
    button.addEventListener("click", () => setAside(!aside));
    const lines = problems.map((line) => {
      const at = line.indexOf(": ") + 1;
      return put("li", "", put("b", line.slice(0, at)), line.slice(at));
    });
    const list = put("ul", "", ...lines);
    list.tabIndex = 0;
    const panel = put("section", "", put("header", "", put("h1", title), button), list,
      put("footer", "The page below is the last one that could be built."));
    panel.setAttribute("role", "alert");
    const veil = put("div", "", panel);
    veil.className = "veil";
    shadow.replaceChildren(aside ? button : veil);
    document.body.append(host);
  };
  const setAside = (aside) => {
    if (aside) sessionStorage.setItem(PUT_ASIDE, problems.join("\n"));
    else sessionStorage.removeItem(PUT_ASIDE);
    show(aside);
    shadow.querySelector("button").focus();
  };
  const tell = (found) => {
    problems = found;
    if (problems.length) show(sessionStorage.getItem(PUT_ASIDE) === problems.join("\n"));
    else host.remove();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shadow.querySelector(".veil") && host.isConnected) setAside(true);
  });

  // A browser has six connections to a server, so only a page that is seen keeps one.
  let events;
  const listen = () => {
    events?.close();
    if (document.visibilityState !== "visible") return;
    events = new EventSource("/.live");
    events.addEventListener("message", (event) => {
      const now = JSON.parse(event.data);
      if (now.site === site) tell(now.problems);
      else location.reload();
    });
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
