"use strict";
// The timeline page: a day is chosen, by date, by dragging or by jumping, and everything follows it.
(() => {
  const { answer, answers, dayInWords, dayOf, existed, fill, holds, isoOf, make, today } = globalThis.Lostphone;
  const { lang, words, rules } = globalThis.LOSTPHONE_WORDS;
  const text = words.timeline;
  const at = (id) => document.getElementById(id);
  const [date, slider, whole] = [at("day"), at("slider"), at("whole")];
  const PLATFORMS = ["ios", "android"];
  const NAMES = { ios: words.start.iphone, android: words.start.android };
  // Most of what changes has changed since then.
  const NEAR = [dayOf("2025-01-01"), dayOf("2027-06-30")];
  const FAR = [dayOf(date.min), NEAR[1]];
  const LATELY = 90;
  const COMING_SHOWN = 3;
  // More rules than these turn on one day only when a whole model of backup does.
  const FOLDED = 8;
  const OUTCOMES = { b: "back", s: "sign-in", l: "lost" };

  // Every beginning and end of a rule, in the order of time: one entry for all phones it is true of.
  const turns = (() => {
    const found = new Map();
    for (const platform of PLATFORMS) {
      for (const [rule, spans] of Object.entries(answers.spans[platform])) {
        for (const [day, verb] of spans.flatMap(([since, until]) => [[since, "begins"], [until, "ends"]])) {
          if (day === null) continue;
          const key = `${day} ${verb} ${rule}`;
          const turn = found.get(key) ?? { day, verb, rule, platforms: [] };
          turn.platforms.push(platform);
          found.set(key, turn);
        }
      }
    }
    return [...found.values()].toSorted((one, other) => one.day - other.day);
  })();
  const days = [...new Set(turns.map((turn) => turn.day))];

  const range = () => (whole.checked ? FAR : NEAR);
  const between = (low, value, high) => Math.min(Math.max(value, low), high);

  function distance(turn, day) {
    const count = Math.abs(turn.day - day);
    if (!count) return text.this_day;
    return fill(turn.day < day ? text.days_ago : text.days_ahead, { count: String(count) });
  }

  function turnItem(turn) {
    const [statement, address] = rules[turn.rule];
    const phones = turn.platforms.length === 1 ? `${NAMES[turn.platforms[0]]} · ` : "";
    return make("li", { class: turn.verb }, make("span", { class: "turn" }, `${phones}${text[turn.verb]}`), " ",
      make("a", { href: address }, statement));
  }

  // The turns of one day; many of them are folded under how many they are.
  function dayOfTurns(turned, day) {
    const title = make("h3", {}, dayInWords(turned[0].day, lang), " ", make("span", { class: "count" }, distance(turned[0], day)));
    const list = make("ul", {}, ...turned.map(turnItem));
    if (turned.length <= FOLDED) return [title, list];
    const counted = (verb) => String(turned.filter((turn) => turn.verb === verb).length);
    const summary = fill(text.many, { begin: counted("begins"), end: counted("ends") });
    return [title, make("details", {}, make("summary", {}, summary), list)];
  }

  function showTurns(day) {
    const changed = days.filter((turn) => turn <= day && turn > day - LATELY).reverse();
    const coming = days.filter((turn) => turn > day).slice(0, COMING_SHOWN);
    for (const [id, list, none] of [["changed", changed, text.changed_none], ["coming", coming, text.coming_none]]) {
      at(id).replaceChildren(...list.flatMap((one) => dayOfTurns(turns.filter((turn) => turn.day === one), day)));
      if (!list.length) at(id).append(make("p", { class: "small" }, none));
    }
    return turns.filter((turn) => changed.includes(turn.day)).length;
  }

  // What a loss would cost, for each pair of phones.
  function showCost(day) {
    const pairs = PLATFORMS.flatMap((old) => PLATFORMS.map((fresh) => [old, fresh]));
    const columns = pairs.map(([old, fresh]) => {
      const switches = answers.pairs[`${old}>${fresh}`].flatMap((stretch) => stretch[1]);
      const states = Object.fromEntries(switches.map((name) => [name, "on"]));
      return answer({ old, fresh, day, states, kept: false }).accounts;
    });
    const head = make(
      "tr", {}, make("th", { scope: "col" }, text.cost_kind),
      ...pairs.map(([old, fresh]) => make("th", { scope: "col" }, `${NAMES[old]} → ${NAMES[fresh]}`)),
    );
    const shown = answers.kinds.filter(
      (kind) => !["passwordless-app-only", "work-sms"].includes(kind) && existed(kind, day),
    );
    const rows = shown.map((kind) => {
      const cells = columns.map((accounts) => {
        const { best } = accounts.find((account) => account.kind === kind);
        const outcome = OUTCOMES[best.outcome];
        const open = best.disputes.length ? " *" : "";
        return make("td", {}, make("span", { class: `outcome ${outcome}` }, words.outcomes[outcome]), open);
      });
      return make("tr", {}, make("th", { scope: "row" }, words.kinds[kind]), ...cells);
    });
    at("cost").replaceChildren(make("thead", {}, head), make("tbody", {}, ...rows));
    at("ask-link").setAttribute("href", `index.html#as=lost&day=${isoOf(day)}`);
  }

  function showBars(day) {
    const [low, high] = range();
    for (const picture of document.querySelectorAll("svg.strip")) {
      picture.setAttribute("viewBox", `${low} 0 ${high - low} 10`);
      const cursor = picture.querySelector(".cursor");
      cursor.setAttribute("width", String((high - low) / 300));
      cursor.setAttribute("x", String(day));
    }
    for (const theme of document.querySelectorAll(".theme")) {
      const rows = [...theme.querySelectorAll("[data-rule]")];
      for (const row of rows) {
        const holding = row.dataset.platforms.split(" ").some((platform) => holds(row.dataset.rule, platform, day));
        row.classList.toggle("holds", holding);
      }
      const held = String(rows.filter((row) => row.classList.contains("holds")).length);
      theme.querySelector(".count").textContent = fill(text.of, { held, all: String(rows.length) });
    }
    return document.querySelectorAll(".holds").length;
  }

  function show(day) {
    const [low, high] = range();
    Object.assign(slider, { min: String(low), max: String(high), value: String(day) });
    slider.setAttribute("aria-valuetext", dayInWords(day, lang));
    date.value = isoOf(day);
    at("when").hidden = at("on-the-day").hidden = false;
    const changed = showTurns(day);
    showCost(day);
    const held = showBars(day);
    at("said").textContent = fill(text.said, { day: dayInWords(day, lang), held: String(held), changed: String(changed) });
    at("before").disabled = !days.some((other) => other < day);
    at("after").disabled = !days.some((other) => other > day);
  }

  function go(day) {
    const chosen = between(dayOf(date.min), day, dayOf(date.max));
    if (chosen < NEAR[0]) whole.checked = true;
    history.replaceState(null, "", `#day=${isoOf(chosen)}`);
    show(chosen);
  }

  function fromFragment() {
    const given = new URLSearchParams(location.hash.slice(1)).get("day") ?? "";
    const wished = /^\d{4}-\d\d-\d\d$/.test(given) ? dayOf(given) : today();
    const day = between(dayOf(date.min), Number.isNaN(wished) ? today() : wished, dayOf(date.max));
    if (day < NEAR[0]) whole.checked = true;
    show(day);
  }

  const chosenDay = () => dayOf(date.value);
  slider.addEventListener("input", () => go(Number(slider.value)));
  date.addEventListener("change", () => date.value && go(chosenDay()));
  whole.addEventListener("change", () => go(between(range()[0], chosenDay(), range()[1])));
  at("before").addEventListener("click", () => go(days.filter((day) => day < chosenDay()).at(-1)));
  at("after").addEventListener("click", () => go(days.find((day) => day > chosenDay())));
  at("when").addEventListener("submit", (event) => event.preventDefault());
  globalThis.addEventListener("hashchange", fromFragment);
  fromFragment();
})();
