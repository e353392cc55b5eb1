// The theme's switch, the language's, and the steps that light what belongs to them.
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("lostphone-theme", root.dataset.theme); } catch { /* It lasts as long as the page. */ }
    label();
  });

  // The same place of the same page, in the other language.
  for (const link of document.querySelectorAll(".tools [hreflang]")) {
    const address = link.getAttribute("href");
    const follow = () => { link.setAttribute("href", address + location.search + location.hash); };
    follow();
    for (const moment of ["hashchange", "popstate"]) addEventListener(moment, follow);
    for (const moment of ["pointerdown", "focus", "click"]) link.addEventListener(moment, follow);
  }

  // Every step of a story can be pointed at, by keys as well.
  for (const list of document.querySelectorAll(".gherkin")) {
    [...list.children].forEach((step, index) => Object.assign(step, { tabIndex: 0 }).setAttribute("data-step", index));
  }

  // A step lights its pictures and messages, and they light their step.
  const light = (event, on) => {
    const at = event.target.closest?.("[data-step]");
    const telling = at?.closest(".telling");
    if (!telling) return;
    for (const part of telling.querySelectorAll(`[data-step="${CSS.escape(at.dataset.step)}"]`)) {
      part.classList.toggle("lit", on);
      const frame = part.closest(".lp-talk");
      if (on && frame && !frame.contains(event.target)) bring(part.getBoundingClientRect(), frame);
    }
  };
  // Scrolls inside the sequence diagram alone; the page stays where it is.
  const bring = (part, frame) => {
    const shown = frame.getBoundingClientRect();
    const from = shown.top + frame.firstElementChild.clientHeight;
    const fits = part.bottom - part.top <= shown.bottom - from;
    const top = part.top < from || !fits ? part.top - from : Math.max(0, part.bottom - shown.bottom);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (top) frame.scrollBy({ top, behavior: calm ? "instant" : "smooth" });
  };
  for (const [moment, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(moment, (event) => light(event, on));
  }
})();
