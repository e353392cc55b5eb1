"use strict";
// What a loss leaves and what to do: looked up in what was played and chosen while the site was built.
(() => {
  const data = globalThis.LOSTPHONE_ANSWERS;
  const DAY_MS = 86400000;
  // Bad to good, so that the best of several outcomes is the last.
  const RANK = ["l", "s", "b"];

  const dayOf = (iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
  const isoOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
  const today = () => {
    const now = new Date();
    return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS);
  };

  function dayInWords(day, lang) {
    const options = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(new Date(day * DAY_MS));
  }

  const since = (list, day) => list.filter((one) => one[0] <= day).at(-1) ?? list[0];

  // What was played and what is advised on one day for one pair of phones: `lost>new`.
  function stretchOn(pair, day) {
    const [, switches, cases, kept, deciding, others] = since(data.pairs[pair], day);
    const [, todo, todoOfOthers, said, next] = since(data.advice[pair], day);
    const letters = (places) => places.map((place) => data.cases[place]);
    return {
      switches,
      cases: letters(cases),
      kept: letters(kept),
      todo: data.todo[todo],
      deciding: data.deciding[deciding],
      said: data.said[said],
      next: data.next[next],
      others: others.map(([question, answer, casesThere, keptThere], place) => ({
        question,
        answer,
        cases: letters(casesThere),
        kept: letters(keptThere),
        todo: data.todo[todoOfOthers[place]],
      })),
    };
  }

  // Whether a rule is in force on a platform on a day, open questions answered as the page does.
  function holds(rule, platform, day) {
    const spans = data.spans[platform][rule] ?? [];
    return spans.some(([since, until]) => (since === null || since <= day) && (until === null || day < until));
  }

  // Whether there was that help on a day, and whether anybody could have an account of that kind.
  const exists = (means, day) => data.means[means] <= day;
  const existed = (kind, day) => !data.kept_by[kind] || exists(data.kept_by[kind], day);

  // Every combination of the settings whose state is not known, as masks of those that are off.
  function masks(switches, states) {
    return switches.reduce(
      (so_far, name, bit) =>
        states[name] === "on"
          ? so_far
          : states[name] === "off"
            ? so_far.map((mask) => mask | (1 << bit))
            : so_far.flatMap((mask) => [mask, mask | (1 << bit)]),
      [0],
    );
  }

  // One kind of account with settings off: its outcome, its way, and both as they are written in `said`.
  function fate({ cases, kept }, place, mask, atHand) {
    const kinds = data.kinds.length;
    const outcome = cases[mask][place];
    const found = atHand && outcome !== "b" ? kept[outcome === "l" ? 1 : 0] : cases[mask];
    return { mask, outcome, way: data.ways[found[kinds + place]], key: `${place}${outcome}${found[kinds + place]}` };
  }

  // What other answers to open questions make of an account, where all that is known is one of these masks.
  // `depends` are the settings that decide it then.
  function disputes(stretch, place, possible, atHand) {
    return stretch.others.flatMap((other) => {
      const pairs = possible.map((mask) => [fate(stretch, place, mask, atHand), fate(other, place, mask, atHand)]);
      const otherwise = new Map(pairs.filter(([usual, there]) => usual.key !== there.key).map(([, there]) => [there.mask, there]));
      if (!otherwise.size) return [];
      const depends = stretch.switches.filter((name, bit) =>
        possible.some((mask) => possible.includes(mask ^ (1 << bit)) && otherwise.has(mask) !== otherwise.has(mask ^ (1 << bit))),
      );
      return [{ question: other.question, answer: other.answer, fate: otherwise.values().next().value, depends }];
    });
  }

  // The answer for one loss: `states` says of each setting on, off or unknown; `kept` that the old phone is
  // at hand. Of each kind that there was: the best and the worst that can be, and the settings on which that
  // depends.
  function answer({ old, fresh, day, states, kept }) {
    const stretch = stretchOn(`${old}>${fresh}`, day);
    const possible = masks(stretch.switches, states);
    const accounts = data.kinds.map((kind, place) => {
      const all = possible.map((mask) => fate(stretch, place, mask, kept));
      const sorted = all.toSorted((one, other) => RANK.indexOf(other.outcome) - RANK.indexOf(one.outcome));
      const [best, worst] = [sorted[0], sorted.at(-1)];
      const good = all.filter((one) => one.outcome === best.outcome);
      const needed = stretch.switches.filter(
        (name, bit) => states[name] !== "on" && good.every((one) => !(one.mask & (1 << bit))),
      );
      const told = (one) => {
        const alike = all.filter((other) => other.key === one.key).map((other) => other.mask);
        const rules = stretch.deciding[one.outcome]?.[place] ?? [];
        return { ...one, rules, disputes: disputes(stretch, place, alike, kept) };
      };
      return { kind, best: told(best), worst: told(worst), needed: best.outcome === worst.outcome ? [] : needed };
    });
    const there = accounts.filter((account) => existed(account.kind, day));
    return { stretch, accounts: there, needed: [...new Set(there.flatMap((account) => account.needed))] };
  }

  // What to do, in order: places among the steps, and when a step is for somebody of whom not all is known:
  // always, if the settings on which the answer depends were on, if not, perhaps, or only if another answer
  // to open questions is right.
  function todo({ who, old, fresh, day, states }, needed) {
    const { switches, todo: usual, others } = stretchOn(`${old}>${fresh}`, day);
    const possible = masks(switches, states);
    const lists = (of) => (who === "change" ? [of[who][0]] : possible.map((mask) => of[who][mask])).map((list) => data.lists[list]);
    const met = possible.map((mask) => needed.every((name) => !(mask & (1 << switches.indexOf(name)))));
    const when = (place) => {
      const has = lists(usual).map((list) => list.includes(place));
      if (has.every(Boolean)) return "always";
      if (has.every((one, number) => one === met[number])) return "if";
      return has.every((one, number) => one !== met[number]) ? "if-not" : "perhaps";
    };
    const found = new Map(lists(usual).flat().map((place) => [place, { place, when: when(place), questions: [] }]));
    for (const other of others) {
      for (const place of lists(other.todo).flat()) {
        const step = found.get(place) ?? { place, when: "other", questions: [] };
        if (step.when === "other" && !step.questions.includes(other.question)) step.questions.push(other.question);
        found.set(place, step);
      }
    }
    return [...found.values()].toSorted((one, other) => one.place - other.place);
  }

  // The settings that are off, or may be, and that would have to be on for the best there is, whatever the
  // answers to open questions are.
  function toSwitchOn({ old, fresh, day, states }) {
    const stretch = stretchOn(`${old}>${fresh}`, day);
    const matters = (bit) => [stretch, ...stretch.others].some(({ cases }) => cases[1 << bit] !== cases[0]);
    return stretch.switches.filter((name, bit) => states[name] !== "on" && matters(bit));
  }

  // A small way of making elements; text is text, whatever is in it.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== undefined));
    return element;
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

  globalThis.Lostphone = {
    answer, answers: data, dayInWords, dayOf, existed, exists, fill, holds, isoOf, make, stretchOn, toSwitchOn, today, todo,
  };
})();
