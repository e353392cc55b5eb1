"use strict";
// The start page: a few questions, and the answer under them. The answers given stand in the fragment of
// the address, so that a link to it shows the same page to somebody else.
(() => {
  const { answer, dayInWords, dayOf, exists, fill, holds, isoOf, make, stretchOn, toSwitchOn, today } = globalThis.Lostphone;
  const { answers } = globalThis.Lostphone;
  const { lang, words, steps, rules, stories } = globalThis.LOSTPHONE_WORDS;
  const text = words.start;
  const at = (id) => document.getElementById(id);
  const form = at("ask");
  const day = form.elements.day;
  const STATES = ["unknown", "on", "off"];
  const STORIES_SHOWN = 6;
  // Kinds that are shown as one, with a line for each proof.
  const TWINS = { "passwordless-app-only": "passwordless", "work-sms": "work" };
  const PROOFS = {
    passwordless: ["passwordless-else", "passwordless-app-only"],
    work: ["work-app-only", "work-sms"],
  };
  // What rules of a topic are about, where that did not always exist.
  const ABOUT = { tap: "temporary-access-pass", passkey: "passkey", autofill: "saved-password" };
  const ruleIds = Object.keys(rules);
  const states = {};

  const thereWas = (rule, day) => !ABOUT[rule.split(".")[0]] || exists(ABOUT[rule.split(".")[0]], day);
  const between = (low, value, high) => Math.min(Math.max(value, low), high);
  const joined = (names) => new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
  const switchNames = (names) => joined(names.map((name) => words.switch[name]));

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

  function ruleLink(id, label) {
    const [statement, address] = rules[id];
    return make("a", { href: address, class: "why", "aria-label": `${label}: ${statement}`, title: statement }, label);
  }

  function whyLine(id) {
    const [statement, address] = rules[id];
    return make("p", { class: "because" }, `${text.why}: `, make("a", { href: address }, statement));
  }

  function wayText(fate, question) {
    const again = fate.outcome === "l" && fate.way === "self" ? "again_self" : fate.way;
    const said = (question.kept && words.ways[`kept_${fate.way}`]) || (question.who === "desk" && words.ways[`desk_${again}`]);
    return said || words.ways[again];
  }

  // One line; or one for each proof, where the proof decides.
  function wayLines(kind, fate, twin, question) {
    if (!twin || fate.way === twin.way) return [make("p", {}, wayText(fate, question))];
    return [fate, twin].map((one, place) =>
      make("p", {}, make("b", {}, words.kinds[PROOFS[kind][place]]), ": ", wayText(one, question)),
    );
  }

  // What is back, asks to sign in and is lost: in the best case that the answers leave, or in the worst.
  function fateGroups(accounts, which, question) {
    const shown = accounts.filter((account) => !TWINS[account.kind]);
    const group = ([letter, name]) => {
      const members = shown.filter((account) => account[which].outcome === letter);
      if (!members.length) return [];
      const items = members.map((account) => {
        const twin = accounts.find((other) => TWINS[other.kind] === account.kind)?.[which];
        const lines = wayLines(account.kind, account[which], twin, question);
        return make("li", {}, make("h4", {}, words.kinds[account.kind]), ...lines);
      });
      const reasons = [...new Set(members.map((account) => account[which].rules[0]))];
      const title = make("h3", {}, text[`group_${name}`], " ", make("span", { class: "count" }, String(members.length)));
      return [make("section", { class: `remains ${name}` }, title, make("ul", {}, ...items), ...reasons.map(whyLine))];
    };
    const groups = [["b", "back"], ["s", "sign_in"], ["l", "lost"]].flatMap(group);
    return make("div", { class: "remnants" }, ...groups);
  }

  function showFates(accounts, question) {
    const needed = [...new Set(accounts.flatMap((account) => account.needed))];
    if (!needed.length) {
      const kept = accounts.some(({ kind, best }) => best.outcome !== "l" && !["passkey", "password"].includes(kind));
      const all = accounts.some(({ kind }) => kind === "passkey") ? text.headline_all : text.headline_every;
      at("headline").textContent = kept ? all : text.headline_none;
      at("fates").replaceChildren(fateGroups(accounts, "best", question));
      return;
    }
    const [one, switches] = [needed.length === 1, switchNames(needed)];
    const off = question.kept && needed.some((name) => states[name] === "off");
    const [yes, no] = off
      ? [text.once_on, text.as_it_is]
      : one
        ? [text.if_on, text.if_off]
        : [text.if_all_on, text.if_one_off];
    at("headline").textContent = fill(off ? text.headline_switch : text.headline_depends, { switches });
    at("fates").replaceChildren(
      make("h3", { class: "case" }, fill(yes, { switches })),
      fateGroups(accounts, "best", question),
      make("h3", { class: "case" }, no),
      fateGroups(accounts, "worst", question),
    );
  }

  // A step is shown when everything that it names is so; a rule speaks of the phone that is set up.
  function applies(step, accounts, question) {
    const fits = {
      who: () => step.who.includes(question.who),
      lost: () => step.lost === question.old,
      new: () => step.new === question.fresh,
      same: () => step.same === (question.old === question.fresh),
      rule: () => holds(step.rule, question.fresh, question.day),
      held: () => holds(step.held, question.old, question.day),
    };
    return Object.keys(fits).every((name) => step[name] === undefined || fits[name]()) && concerns(step, accounts, question);
  }

  // Whether some account needs the step. Who still has the old phone will make the best of it first.
  function concerns(step, accounts, question) {
    return accounts.some(
      ({ kind, best, worst }) =>
        [undefined, kind].includes(step.kind) &&
        (question.kept ? [best] : [best, worst]).some(
          ({ outcome, way }) =>
            [undefined, way].includes(step.way) && [undefined, answers.outcomes[outcome]].includes(step.outcome),
        ),
    );
  }

  function showSteps(accounts, question) {
    const chosen = steps.filter((step) => applies(step, accounts, question));
    const items = chosen.map((step) => {
      const also = step.also ? [" ", ruleLink(step.also, text.also)] : [];
      return make("li", {}, step.text, " ", ruleLink(step.rule, text.why), ...also);
    });
    const wanting = toSwitchOn({ ...question, states });
    if (question.kept && wanting.length) {
      items.unshift(make("li", {}, fill(text.today, { switches: switchNames(wanting) })));
    }
    const title = question.who === "desk" ? text.now_desk : text.now;
    at("steps").replaceChildren(make("h3", { tabindex: "-1" }, title), make("ol", { class: "todo" }, ...items));
    return chosen.flatMap((step) => [step.rule, step.also]).filter(Boolean);
  }

  function showNextTime(question) {
    const { switches } = stretchOn(`${question.fresh}>${question.fresh}`, question.day);
    const line = switches.length ? fill(text.next_switches, { switches: switchNames(switches) }) : text.next_none;
    const passes = exists("temporary-access-pass", question.day) ? [text.next_pass] : [];
    const lines = [line, text.next_proof, ...passes, text.next_find];
    at("next-time").replaceChildren(
      make("h3", {}, text.next_time), make("ul", {}, ...lines.map((one) => make("li", {}, one))),
    );
  }

  // For each reason of the answer, in order, the story that has most to do with it all: told on phones of
  // the kinds asked about, in the time asked about, of things that there were then.
  function showStories(accounts, reasons, question) {
    const deciding = ["worst", "best"].flatMap((which) => accounts.flatMap((account) => account[which].rules));
    const wanted = [...new Set([...deciding, ...reasons])];
    const generation = holds("backup.ios2.gates", "ios", question.day) ? "generation-2" : "generation-1";
    const fits = (tags) => {
      const told = tags.filter((tag) => ["ios", "android"].includes(tag));
      const era = tags.find((tag) => tag.startsWith("generation-")) ?? generation;
      return era === generation && (!told.length || told.some((tag) => [question.old, question.fresh].includes(tag)));
    };
    const near = stories
      .filter(([, , , tags]) => fits(tags))
      .map(([name, address, about]) => ({ name, address, rules: about.map((place) => ruleIds[place]) }))
      .filter((story) => story.rules.every((id) => thereWas(id, question.day)))
      .map((story) => ({ ...story, shared: story.rules.filter((id) => wanted.includes(id)).length }))
      .toSorted((one, other) => other.shared - one.shared);
    const chosen = new Set(wanted.map((id) => near.find((story) => story.rules.includes(id))).filter(Boolean));
    at("stories").replaceChildren(
      make("h3", {}, text.stories),
      make("ul", {}, ...[...chosen].slice(0, STORIES_SHOWN).map(({ name, address }) => make("li", {}, make("a", { href: address }, name)))),
    );
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

  // For whoever builds a client: the rules that are in force, and the command that plays their stories.
  function showRules(question) {
    const held = Object.keys(rules).filter(
      (id) => question.sets.includes(answers.sets[id]) && question.on.some((phone) => holds(id, phone, question.day)),
    );
    at("headline").textContent = fill(text.build_answer, { count: String(held.length) });
    at("fates").replaceChildren();
    const tags = { ios: '"@ios or not @android"', android: '"@android or not @ios"' }[question.on.join()];
    const command = [
      `lostphone conformance --client cmd:./your-client --require ${question.sets.join()}`,
      ...(tags ? [`--tags ${tags}`] : []),
      ...held,
    ].join(" ");
    at("steps").replaceChildren(
      make("p", {}, text.build_run),
      make("pre", { tabindex: "0", class: "command" }, make("code", {}, command)),
      make("ul", { class: "rules" }, ...held.map((id) => make("li", {}, make("a", { href: rules[id][1] }, rules[id][0])))),
    );
    at("next-time").replaceChildren();
    at("stories").replaceChildren();
  }

  function show() {
    const question = asked();
    showQuestions(question);
    at("answer").hidden = question.who === null;
    if (question.who === null) return;
    at("answer-title").textContent = `${text.answer}: ${dayInWords(question.day, lang)}`;
    at("jump").hidden = question.who === "build";
    at("jump").textContent = question.who === "lost" ? text.jump_lost : text.jump;
    if (question.who === "build") {
      showRules(question);
    } else {
      const { accounts } = answer(question);
      showFates(accounts, question);
      showStories(accounts, showSteps(accounts, question), question);
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
