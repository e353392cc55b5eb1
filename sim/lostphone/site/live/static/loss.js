"use strict";
// What a loss leaves: looked up in the answers that were played while the site was built.
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

  function stretchOn(pair, day) {
    const stretches = data.pairs[pair];
    const [since, switches, cases, kept, deciding] =
      stretches.filter((stretch) => stretch[0] <= day).at(-1) ?? stretches[0];
    return { since, switches, cases, kept, deciding: data.deciding[deciding] };
  }

  // Whether a rule is in force on a platform on a day, open questions answered as the page does.
  function holds(rule, platform, day) {
    const spans = data.spans[platform][rule] ?? [];
    return spans.some(([since, until]) => (since === null || since <= day) && (until === null || day < until));
  }

  // Whether there was that help on a day, and whether anybody could have an account of that kind.
  const exists = (means, day) => data.means[means] <= day;
  const existed = (kind, day) => !data.kept_by[kind] || exists(data.kept_by[kind], day);

  // Every combination of the switches whose state is not known, as masks of those that are off.
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

  // One kind of account: its outcome and way in each of the masks.
  function fates(stretch, place, possible, kept) {
    const kinds = data.kinds.length;
    return possible.map((mask) => {
      const outcome = stretch.cases[mask][place];
      const found = kept && outcome !== "b" ? stretch.kept[outcome === "l" ? 1 : 0] : stretch.cases[mask];
      return { mask, outcome, way: data.ways[found[kinds + place]] };
    });
  }

  // The answer for one loss: `states` says of each switch on, off or unknown; `kept` that the old phone is
  // at hand. Of each kind that there was: the best and the worst that can be, and the switches on which that
  // depends.
  function answer({ old, fresh, day, states, kept }) {
    const stretch = stretchOn(`${old}>${fresh}`, day);
    const possible = masks(stretch.switches, states);
    const accounts = data.kinds.map((kind, place) => {
      const all = fates(stretch, place, possible, kept);
      const sorted = all.toSorted((one, other) => RANK.indexOf(other.outcome) - RANK.indexOf(one.outcome));
      const [best, worst] = [sorted[0], sorted.at(-1)];
      const good = all.filter((fate) => fate.outcome === best.outcome);
      const needed = stretch.switches.filter(
        (name, bit) => states[name] !== "on" && good.every((fate) => !(fate.mask & (1 << bit))),
      );
      const rules = (fate) => stretch.deciding[fate.outcome]?.[place] ?? [];
      return {
        kind,
        best: { ...best, rules: rules(best) },
        worst: { ...worst, rules: rules(worst) },
        needed: best.outcome === worst.outcome ? [] : needed,
      };
    });
    return { stretch, accounts: accounts.filter((account) => existed(account.kind, day)) };
  }

  // The switches that are off, or may be, and that would have to be on for the best there is.
  function toSwitchOn({ old, fresh, day, states }) {
    const { switches, cases } = stretchOn(`${old}>${fresh}`, day);
    return switches.filter((name, bit) => states[name] !== "on" && cases[1 << bit] !== cases[0]);
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
    answer, answers: data, dayInWords, dayOf, existed, exists, fill, holds, isoOf, make, stretchOn, toSwitchOn, today,
  };
})();
