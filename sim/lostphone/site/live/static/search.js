"use strict";
// Searching stories, rules and sentences without a server: MiniSearch, with words cut for both languages.
(() => {
  const { words } = globalThis.LOSTPHONE_WORDS;
  const { lines, documents: listed, synonyms } = globalThis.LOSTPHONE_DOCUMENTS;
  const documents = listed.map(([kind, address, title, places]) => ({
    kind, address, title, body: places.map((place) => lines[place]).join("\n"),
  }));
  const text = words.search;
  const at = (id) => document.getElementById(id);
  const [query, hits] = [at("query"), at("hits")];
  const SHOWN = 40;
  const SNIPPET = 110;
  const ENOUGH = 0.6;
  const READINGS = 12;
  // Japanese is written without spaces, so pairs of characters stand for words; the rest is words.
  const PIECES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々〆]+|[\p{L}\p{N}]+/gu;
  const JAPANESE = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々〆]/u;

  // A particle between two words says little: what is on both sides of it is looked for.
  const PARTICLE = /(?<=[\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}])[はがをにでのとへも](?=[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}])/gu;

  const plain = (given) => given.normalize("NFKC").toLowerCase();

  function pieces(given) {
    return (plain(given).match(PIECES) ?? []).flatMap((piece) => {
      if (!JAPANESE.test(piece) || piece.length === 1) return [piece];
      const characters = [...piece];
      return characters.slice(1).map((second, before) => characters[before] + second);
    });
  }

  // Endings that tell little: restores, restored and restoring are found by restore.
  function stem(word) {
    if (JAPANESE.test(word) || word.length < 4) return word;
    const bare = word.replace(/(?:ies)$/, "y").replace(/(?:ing|ed|es|s)$/, "");
    return bare.length < 3 ? word : bare.replace(/e$/, "");
  }

  const index = new globalThis.MiniSearch({
    fields: ["title", "body"],
    tokenize: pieces,
    processTerm: stem,
    searchOptions: {
      boost: { title: 3 },
      // The beginning of a word finds it, unless it is a pair of Japanese characters already.
      prefix: (term) => !JAPANESE.test(term),
      boostDocument: (id) => (documents[id].kind === "rule" ? 1.4 : 1),
    },
  });
  index.addAll(documents.map(({ title, body }, id) => ({ id, title, body })));

  // What was asked, and the same with ordinary words replaced by those that the stories use.
  function readings(asked) {
    const made = [...new Set([plain(asked), plain(asked).replace(PARTICLE, " ")])];
    const replaced = [];
    for (const [said, instead] of synonyms) {
      const word = JAPANESE.test(said) ? said : `(?<![\\p{L}\\p{N}])${said}(?![\\p{L}\\p{N}])`;
      if (!new RegExp(word, "u").test(made[0]) || replaced.some((longer) => longer.includes(said))) continue;
      replaced.push(said);
      made.push(...made.flatMap((one) => instead.map((other) => one.replace(new RegExp(word, "gu"), plain(other)))));
    }
    return [...new Set(made)].slice(0, READINGS);
  }

  // What any reading finds, once, and with the reading that fits it best.
  function search(asked) {
    const best = new Map();
    for (const hit of readings(asked).flatMap(searchFor)) {
      if (!best.has(hit.id) || better(hit, best.get(hit.id)) < 0) best.set(hit.id, hit);
    }
    return [...best.values()].toSorted(better);
  }

  const better = ({ rank: one }, { rank: other }) => other[0] - one[0] || other[1] - one[1] || other[2] - one[2];

  // Most of what was asked has to be there: particles and forgotten words are forgiven. What has it word for
  // word comes first, then what has more of it.
  function searchFor(asked) {
    const terms = new Set(pieces(asked).map(stem)).size;
    const phrase = plain(asked);
    const share = (hit) => hit.queryTerms.length / terms;
    const whole = ({ id }) => Number(`${documents[id].title}\n${documents[id].body}`.toLowerCase().includes(phrase));
    return index
      .search(asked)
      .filter((hit) => share(hit) >= ENOUGH)
      .map((hit) => ({ ...hit, asked, rank: [whole(hit), share(hit), hit.score] }));
  }

  // The line of the text that shares the most with what was asked.
  function snippet(body, asked) {
    const wanted = new Set(pieces(asked).map(stem));
    const shared = (line) => new Set(pieces(line).map(stem).filter((piece) => wanted.has(piece))).size;
    const lines = body.split("\n");
    const best = lines.reduce((one, other) => (shared(other) > shared(one) ? other : one));
    const characters = [...best];
    return characters.length > SNIPPET ? `${characters.slice(0, SNIPPET).join("")}…` : best;
  }

  // Text with what was asked for marked in it.
  function marked(line, asked) {
    const element = document.createElement("span");
    const parts = [...new Set(plain(asked).match(PIECES) ?? [])]
      .flatMap((part) => (JAPANESE.test(part) ? [part, ...pieces(part)] : [`(?<!\\p{L})${stem(part)}[\\p{L}\\p{N}]*`]))
      .toSorted((one, other) => other.length - one.length);
    if (!parts.length) return line;
    const pattern = new RegExp(`(${parts.join("|")})`, "giu");
    line.split(pattern).forEach((part, place) => {
      if (place % 2 === 0) return element.append(part);
      const mark = document.createElement("mark");
      mark.textContent = part;
      return element.append(mark);
    });
    return element;
  }

  function item({ id, asked }) {
    const { kind, address, title, body } = documents[id];
    const link = document.createElement("a");
    link.href = address;
    link.append(marked(title, asked));
    const label = document.createElement("span");
    label.className = "hit-kind";
    label.textContent = text[kind];
    const shown = document.createElement("p");
    shown.append(marked(snippet(body, asked), asked));
    const entry = document.createElement("li");
    entry.append(label, " ", link, shown);
    return entry;
  }

  function show() {
    const asked = query.value.trim();
    const found = asked ? search(asked) : [];
    hits.replaceChildren(...found.slice(0, SHOWN).map(item));
    const count = String(found.length);
    const told = { 0: text.found_none, 1: text.found_one }[count] ?? text.found.replace("{count}", count);
    at("found").textContent = asked ? told : "";
    history.replaceState(null, "", asked ? `#${new URLSearchParams({ q: asked })}` : location.pathname);
  }

  // Arrow keys go from the field to the hits and back; Enter in the field opens the best one.
  document.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || (here < 0 && document.activeElement !== query)) return;
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? query : (links[next] ?? links.at(-1)))?.focus();
    event.preventDefault();
  });
  at("search").addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.click();
  });

  function fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    query.value = given.get("q") ?? new URLSearchParams(location.search).get("q") ?? "";
    show();
  }

  at("search").hidden = false;
  query.addEventListener("input", show);
  globalThis.addEventListener("hashchange", fromAddress);
  fromAddress();
  query.focus();
})();
