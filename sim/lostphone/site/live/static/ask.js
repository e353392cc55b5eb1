"use strict";
// The start page: a few questions, and the answer under them. The answers given stand in the fragment of
// the address, so that a link to it shows the same page to somebody else.
(() => {
  const { answer, answers, dayInWords, dayOf, fill, isoOf, make, stretchOn, todo, toSwitchOn, today } = globalThis.Lostphone;
  const { fateGroups, linked, ruleList, stepItems, storyLists, switchNames } = globalThis.LostphoneTelling;
  const { lang, words, next } = globalThis.LOSTPHONE_WORDS;
  const text = words.start;
  const at = (id) => document.getElementById(id);
  const form = at("ask");
  const day = form.elements.day;
  const STATES = ["unknown", "on", "off"];
  const states = {};

  const between = (low, value, high) => Math.min(Math.max(value, low), high);

  const stillOpen = (given) =>
    Object.fromEntries(Object.entries(given).map(([name, state]) => [name, state === "off" ? "unknown" : state]));

  // What was asked, from the form.
  function asked() {
    const chosen = new FormData(form);
    return {
      who: chosen.get("as"),
      old: chosen.get("old"),
      fresh: chosen.get("new"),
      on: chosen.getAll("on"),
      sets: chosen.getAll("set"),
      day: dayOf(day.value || isoOf(today())),
      kept: chosen.get("as") === "change",
      // With the old phone at hand, what is off can still be switched on.
      states: chosen.get("as") === "change" ? stillOpen(states) : states,
    };
  }

  // Fragment and form.

  function readFragment() {
    const given = new URLSearchParams(location.hash.slice(1));
    const choose = (name, value) => {
      const field = [...form.elements].find((one) => one.name === name && one.value === value);
      if (field) field.checked = true;
      return field !== undefined;
    };
    if (!choose("as", given.get("as"))) {
      for (const field of form.querySelectorAll("[name=as]")) field.checked = false;
    }
    choose("old", given.get("old") ?? "ios");
    choose("new", given.get("new") ?? "ios");
    for (const name of ["on", "set"]) {
      for (const field of form.querySelectorAll(`[name=${name}]`)) {
        field.checked = !given.has(name) || given.getAll(name).includes(field.value);
      }
    }
    const wished = /^\d{4}-\d\d-\d\d$/.test(given.get("day") ?? "") ? dayOf(given.get("day")) : today();
    day.value = isoOf(between(dayOf(day.min), Number.isNaN(wished) ? today() : wished, dayOf(day.max)));
    for (const name of Object.keys(words.switch)) {
      states[name] = STATES.includes(given.get(name)) ? given.get(name) : "unknown";
    }
  }

  function fragment(question) {
    const given = new URLSearchParams({ as: question.who });
    if (question.who === "build") {
      for (const one of question.on) given.append("on", one);
      for (const one of question.sets) given.append("set", one);
    } else {
      given.set("old", question.old);
      given.set("new", question.fresh);
      for (const name of stretchOn(`${question.old}>${question.fresh}`, question.day).switches) {
        if (states[name] !== "unknown") given.set(name, states[name]);
      }
    }
    given.set("day", isoOf(question.day));
    return `#${given}`;
  }

  // The questions that matter for what was answered so far.

  function showQuestions(question) {
    at("questions").hidden = question.who === null;
    for (const part of form.querySelectorAll("[data-for]")) {
      part.hidden = !part.dataset.for.split(" ").includes(question.who);
    }
    at("day-label").textContent =
      { change: text.day_change, build: text.day_build }[question.who] ?? text.day_lost;
    if (question.who !== "build") showSwitches(stretchOn(`${question.old}>${question.fresh}`, question.day).switches);
  }

  function showSwitches(names) {
    const rows = at("switch-rows");
    if (rows.dataset.shown === names.join()) return;
    rows.dataset.shown = names.join();
    rows.replaceChildren(...names.map(switchRow));
    if (!names.length) rows.append(make("p", { class: "small" }, text.switches_none));
  }

  function switchRow(name) {
    const options = STATES.map((state) => {
      const field = make("input", { type: "radio", name: `switch ${name}`, value: state });
      field.checked = states[name] === state;
      field.addEventListener("change", () => {
        states[name] = state;
      });
      return make("label", {}, field, " ", make("span", {}, text[state]));
    });
    return make("fieldset", { class: "pills switch" }, make("legend", {}, words.switch[name]), ...options);
  }

  // The answer.

  // The titles of the best and of the worst that can be, where that depends on settings.
  function titles({ needed }, question) {
    const switches = switchNames(needed);
    const off = question.kept && needed.some((name) => states[name] === "off");
    const [yes, no] = off
      ? [text.once_on, text.as_it_is]
      : needed.length === 1
        ? [text.if_on, text.if_off]
        : [text.if_all_on, text.if_one_off];
    return { off, yes: fill(yes, { switches }), no };
  }

  function headline({ accounts, needed }, { off }) {
    if (needed.length) return fill(off ? text.headline_switch : text.headline_depends, { switches: switchNames(needed) });
    const kept = accounts.some(({ kind, best }) => best.outcome !== "l" && !["passkey", "password"].includes(kind));
    const all = accounts.some(({ kind }) => kind === "passkey") ? text.headline_all : text.headline_every;
    return kept ? all : text.headline_none;
  }

  function showFates(found, question) {
    const { accounts, needed } = found;
    const title = titles(found, question);
    const which = needed.length ? ["best", "worst"] : ["best"];
    const disputed = accounts.some((account) => which.some((one) => account[one].disputes.length));
    at("headline").textContent = [headline(found, title), ...(disputed ? [text.headline_open] : [])].join(lang === "ja" ? "" : " ");
    at("fates").replaceChildren(
      ...(needed.length
        ? [
            make("h3", { class: "case" }, title.yes),
            fateGroups(found, "best", question),
            make("h3", { class: "case" }, title.no),
            fateGroups(found, "worst", question),
          ]
        : [fateGroups(found, "best", question)]),
    );
  }

  function showSteps(found, question) {
    const wanting = toSwitchOn({ ...question, states });
    const { items, reasons } = stepItems(todo(question, found.needed), found.needed, wanting);
    const title = question.who === "desk" ? text.now_desk : text.now;
    at("steps").replaceChildren(make("h3", { tabindex: "-1" }, title), make("ol", { class: "todo" }, ...items));
    return reasons;
  }

  function showNextTime(question) {
    const { switches } = stretchOn(`${question.fresh}>${question.fresh}`, question.day);
    const { next: lines } = stretchOn(`${question.old}>${question.fresh}`, question.day);
    const told = lines.map((place) => make("li", {}, ...linked(next[place][0], { switches: switchNames(switches) })));
    at("next-time").replaceChildren(make("h3", {}, text.next_time), make("ul", {}, ...told));
  }

  function showStories(found, reasons, question) {
    at("stories").replaceChildren(make("h3", {}, text.stories), ...storyLists(found, reasons, titles(found, question), question));
  }

  function showWarning(question) {
    at("warning").hidden = question.day <= answers.read;
    at("warning").textContent = fill(text.after_reading, { day: dayInWords(answers.read, lang) });
  }

  function showLink(question) {
    const address = new URL(fragment(question), location.href).href;
    const field = make("input", { type: "text", readonly: "", id: "link", value: address });
    const button = make("button", { type: "button" }, text.copy);
    button.addEventListener("click", () => {
      field.select();
      document.execCommand("copy");
      button.textContent = text.copied;
    });
    at("send").replaceChildren(
      make("label", { for: "link" }, text.link), field, button, make("p", { class: "small" }, text.link_note),
    );
  }

  // For somebody who builds a client: the rules that are in force, and the command that plays their stories.
  function showRules(question) {
    const { count, parts } = ruleList(question);
    at("headline").textContent = fill(text.build_answer, { count: String(count) });
    at("steps").replaceChildren(...parts);
    for (const empty of ["fates", "next-time", "stories"]) at(empty).replaceChildren();
  }

  function show() {
    const question = asked();
    showQuestions(question);
    at("answer").hidden = question.who === null;
    if (question.who === null) return;
    at("answer-title").textContent = `${text.answer}: ${dayInWords(question.day, lang)}`;
    at("jump").hidden = question.who === "build";
    at("jump").textContent = question.who === "lost" ? text.jump_lost : text.jump;
    showWarning(question);
    if (question.who === "build") {
      showRules(question);
    } else {
      const found = answer(question);
      showFates(found, question);
      showStories(found, showSteps(found, question), question);
      showNextTime(question);
    }
    showLink(question);
  }

  // Whoever is in a hurry; the fragment of the address is taken.
  at("jump").addEventListener("click", () => {
    const title = at("steps").querySelector("h3");
    title.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
    title.focus({ preventScroll: true });
  });

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const question = asked();
    if (question.who !== null) history.replaceState(null, "", fragment(question));
    show();
  });
  globalThis.addEventListener("hashchange", () => {
    readFragment();
    at("switch-rows").removeAttribute("data-shown");
    show();
  });
  readFragment();
  show();
})();
