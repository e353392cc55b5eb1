"use strict";
// What the start page says of an answer: accounts, steps and stories, as elements. Nothing is decided here.
(() => {
  const { answers, exists, fill, holds, make } = globalThis.Lostphone;
  const { lang, words, steps, ways, rules, links, questions, stories } = globalThis.LOSTPHONE_WORDS;
  const text = words.start;
  const STORIES_SHOWN = 6;
  const GROUPS = { b: "back", s: "sign-in", l: "lost" };
  // Kinds that are shown as one, with a line for each proof.
  const TWINS = { "passwordless-app-only": "passwordless", "work-sms": "work" };
  const PROOFS = {
    passwordless: ["passwordless-else", "passwordless-app-only"],
    work: ["work-app-only", "work-sms"],
  };
  // What rules of a topic are about, where that did not always exist.
  const ABOUT = { tap: "temporary-access-pass", passkey: "passkey", autofill: "saved-password" };
  const ruleIds = Object.keys(rules);

  const thereWas = (rule, day) => !ABOUT[rule.split(".")[0]] || exists(ABOUT[rule.split(".")[0]], day);
  const joined = (names) => new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
  const switchNames = (names) => joined(names.map((name) => words.switch[name]));

  // A link that leaves the site: nothing is asked of it until somebody follows it.
  const outside = (address, label) => make("a", { href: address, rel: "noopener noreferrer" }, label);

  // A text with its holes filled: with values, or with links that are shown as what they are.
  function linked(told, values = {}) {
    return told.split(/\{([\w-]+)\}/).map((part, place) => {
      if (place % 2 === 0) return part;
      return values[part] ?? outside(links[part], links[part].replace("https://", ""));
    });
  }

  function ruleLink(id, label) {
    const [statement, address] = rules[id];
    return make("a", { href: address, class: "why", "aria-label": `${label}: ${statement}`, title: statement }, label);
  }

  function whyLine(id) {
    const [statement, address] = rules[id];
    return make("p", { class: "because" }, `${text.why}: `, make("a", { href: address }, statement));
  }

  const wayText = (fate, found, question) => ways[found.stretch.said[question.who][fate.key]][0];

  // One line; or one for each proof, where the proof decides.
  function wayLines(kind, fate, twin, found, question) {
    const line = (one) => linked(wayText(one, found, question));
    if (!twin || (fate.way === twin.way && wayText(fate, found, question) === wayText(twin, found, question))) {
      return [make("p", {}, ...line(fate))];
    }
    return [fate, twin].map((one, place) => make("p", {}, make("b", {}, words.kinds[PROOFS[kind][place]]), ": ", ...line(one)));
  }

  // The other outcome of an account where sources disagree, and the sources. `proof` says of which proof it is.
  function disputeNotes(fate, found, question, proof) {
    return fate.disputes.map((dispute) => {
      const { asks, answers: given, default: usual } = questions[dispute.question];
      const values = {
        question: dispute.question,
        meaning: given[dispute.answer][0],
        switches: switchNames(dispute.depends),
        outcome: words.outcomes[GROUPS[dispute.fate.outcome]],
      };
      const told = fill(dispute.depends.length ? text.disputed_depends : text.disputed_other, values);
      const way = make("span", {}, ...linked(wayText(dispute.fate, found, question)));
      const answer = (name) => {
        const [meaning, sources] = given[name];
        return make("li", {}, meaning, ...sources.flatMap(([title, address]) => [" ", outside(address, title)]));
      };
      return make(
        "div",
        { class: "disputed" },
        make("p", {}, ...(proof ? [make("b", {}, proof), ": "] : []), ...linked(told, { way })),
        make(
          "details",
          {},
          make("summary", {}, text.disputed_sources),
          make("p", {}, asks, " ", fill(text.disputed_usual, { meaning: given[usual][0] })),
          make("ul", {}, answer(usual), answer(dispute.answer)),
        ),
      );
    });
  }

  // Whether nothing more is disputed of the other proof than of the first.
  function alike(twin, fate) {
    const told = ({ disputes }) => JSON.stringify(disputes.map((one) => [one.question, one.answer, one.fate.outcome, one.depends]));
    return !twin || told(twin) === told(fate);
  }

  // What is back, asks to sign in and is lost: in the best case that the answers leave, or in the worst.
  function fateGroups(found, which, question) {
    const { accounts } = found;
    const shown = accounts.filter((account) => !TWINS[account.kind]);
    const group = ([letter, name]) => {
      const members = shown.filter((account) => account[which].outcome === letter);
      if (!members.length) return [];
      const items = members.map((account) => {
        const twin = accounts.find((other) => TWINS[other.kind] === account.kind)?.[which];
        const lines = wayLines(account.kind, account[which], twin, found, question);
        const notes = disputeNotes(account[which], found, question);
        const ofTwin = alike(twin, account[which]) ? [] : disputeNotes(twin, found, question, words.kinds[PROOFS[account.kind][1]]);
        return make("li", {}, make("h4", {}, words.kinds[account.kind]), ...lines, ...notes, ...ofTwin);
      });
      const reasons = [...new Set(members.map((account) => account[which].rules[0]))];
      const title = make("h3", {}, words.outcomes[name], " ", make("span", { class: "count" }, String(members.length)));
      return [make("section", { class: `remains ${name}` }, title, make("ul", {}, ...items), ...reasons.map(whyLine))];
    };
    return make("div", { class: "remnants" }, ...Object.entries(GROUPS).flatMap(group));
  }

  // The steps in their order, each with its condition and its reasons. `wanting` are settings that are off.
  function stepItems(todo, needed, wanting) {
    const one = needed.length === 1;
    const conditions = {
      always: () => "",
      if: () => (one ? text.step_if_on : text.step_if_all_on),
      "if-not": () => (one ? text.step_if_off : text.step_if_one_off),
      perhaps: () => text.step_perhaps,
      other: (ids) => fill(text.step_other, { questions: joined(ids) }),
    };
    const chosen = todo.filter(({ place }) => wanting.length || steps[place][3] !== "switches");
    const items = chosen.map(({ place, when, questions: ids }) => {
      const [told, rule, also] = steps[place];
      const condition = conditions[when](ids);
      return make(
        "li",
        {},
        ...(condition ? [make("b", {}, condition), " "] : []),
        ...linked(told, { switches: switchNames(wanting) }),
        " ",
        ruleLink(rule, text.why),
        ...(also ? [" ", ruleLink(also, text.also)] : []),
      );
    });
    return { items, reasons: chosen.flatMap(({ place }) => [steps[place][1], steps[place][2]]).filter(Boolean) };
  }

  // For each reason of the answer, in order, the story that has most to do with it all: told on these phones,
  // by rules that are in force on the day asked about, of things that there were then, and ending as the
  // answer does.
  function storiesLike(accounts, which, reasons, question) {
    const wanted = [...new Set([...accounts.flatMap((account) => account[which].rules), ...reasons])];
    const generation = holds("backup.ios2.gates", "ios", question.day) ? "generation-2" : "generation-1";
    const outcomes = answers.kinds.map((kind) => accounts.find((account) => account.kind === kind)?.[which].outcome);
    const endsSo = (ends) => [...ends].every((letter, place) => letter === "-" || letter === outcomes[place]);
    const inForce = (id) => [question.old, question.fresh].some((platform) => holds(id, platform, question.day));
    const near = stories
      .filter(([, , , eras, phones, ends]) => phones === `${question.old}>${question.fresh}` && endsSo(ends) && eras.every((era) => era === generation))
      .map(([name, address, about]) => ({ name, address, rules: about.map((place) => ruleIds[place]) }))
      .filter((story) => story.rules.every((id) => thereWas(id, question.day) && inForce(id)))
      .map((story) => ({ ...story, shared: story.rules.filter((id) => wanted.includes(id)).length }))
      .toSorted((one, other) => other.shared - one.shared);
    const chosen = new Set(wanted.map((id) => near.find((story) => story.rules.includes(id))).filter(Boolean));
    return [...chosen].slice(0, STORIES_SHOWN);
  }

  function storyLists({ accounts, needed }, reasons, titles, question) {
    const list = (which) => {
      const like = storiesLike(accounts, which, reasons, question);
      if (!like.length) return make("p", { class: "small" }, text.stories_none);
      return make("ul", {}, ...like.map(({ name, address }) => make("li", {}, make("a", { href: address }, name))));
    };
    if (!needed.length) return [list("best")];
    return [make("h4", {}, titles.yes), list("best"), make("h4", {}, titles.no), list("worst")];
  }

  // The rules that a client has to keep on a day, and the command that plays their stories on it.
  function ruleList(question) {
    const held = Object.keys(rules).filter(
      (id) => question.sets.includes(answers.sets[id]) && question.on.some((phone) => holds(id, phone, question.day)),
    );
    const tags = { ios: '"@ios or not @android"', android: '"@android or not @ios"' }[question.on.join()];
    const command = [
      `lostphone conformance --client cmd:./your-client --require ${question.sets.join()}`,
      ...(tags ? [`--tags ${tags}`] : []),
      ...held,
    ].join(" ");
    const parts = [
      make("p", {}, text.build_run),
      make("pre", { tabindex: "0", class: "command" }, make("code", {}, command)),
      make("ul", { class: "rules" }, ...held.map((id) => make("li", {}, make("a", { href: rules[id][1] }, rules[id][0])))),
    ];
    return { count: held.length, parts };
  }

  globalThis.LostphoneTelling = { fateGroups, linked, ruleList, stepItems, storyLists, switchNames };
})();
