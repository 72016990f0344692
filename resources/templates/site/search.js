// Finds words in the index that search-index.js brings. Every word must be there, or the same word with another ending;
// Latin and Cyrillic words match from the beginning of a word, other scripts anywhere. A number is one word, whichever
// sign parts its digits, and only the last one may go on. What is found is shown as text, never as markup.
"use strict";

const MOST = 200;
const AROUND = 90;
const ORDER = Object.keys(searchWords.kinds);
const SHORTEST = 3;

/** The text without case and accents, with a point in numbers for a comma. */
function fold(text) {
  return pointed(text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
}

/** A text with a point wherever a comma parts digits: as many signs as before. */
function pointed(text) {
  return text.replace(/(?<=\p{N}),(?=\p{N})/gu, ".");
}

/** Whether a word or number of a folded text goes on over this place; before a year of four digits none does. */
function within(text, at) {
  const [before, here] = [text[at - 1] ?? "", text[at] ?? ""];
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(here)) {
    return true;
  }
  const point = here === "." ? at : before === "." ? at - 1 : -1;
  const after = text.slice(point + 1, point + 6);
  return point > 0 && /\p{N}/u.test(text[point - 1]) && /^\p{N}/u.test(after) && !/^\p{N}{4}(?!\p{N})/u.test(after);
}

/** Where a word begins in a folded text, if wanted as a whole word; -1 when it is not there. */
function place(word, text, whole = false) {
  const anywhere = !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if ((anywhere || !within(text, at)) && !(whole && within(text, at + word.length))) {
      return at;
    }
  }
  return -1;
}

const entries = searchIndex.map(([kind, title, path, text]) => (
  {kind, title, path, text, name: fold(title), words: fold(text)}
));

const known = new Set(entries.flatMap((entry) => `${entry.name} ${entry.words}`.match(/[\p{L}\p{N}]+/gu) ?? []));
const alike = new Map();
const endings = new Set(["", ...searchEndings]);
for (const forms of searchForms) {
  let shared = forms[0];
  for (const form of forms) {
    alike.set(form, forms);
    while (!form.startsWith(shared)) {
      shared = shared.slice(0, -1);
    }
  }
  forms.forEach((form) => endings.add(form.slice(shared.length)));
}

/** The same word with other endings; of one that stands nowhere those that differ by endings that other words have. */
function others(word) {
  if (known.has(word)) {
    return (alike.get(word) ?? []).filter((form) => form !== word);
  }
  const found = [];
  for (let cut = SHORTEST; cut <= word.length; cut += 1) {
    if (endings.has(word.slice(cut))) {
      found.push(...[...endings].map((ending) => word.slice(0, cut) + ending).filter((form) => known.has(form)));
    }
  }
  return found;
}

/**
 * The words asked for, each with its other forms; a number is whole once something is typed behind it. Words between
 * quotation marks are wanted as they stand, one behind the other.
 */
function asked(query) {
  const open = /\S$/u.test(query);
  const found = [...fold(query).matchAll(/["“”„«「]([^"“”„«»「」]+)["“”»」]|([^\s"“”„«»「」]+)/gu)];
  const words = found.map(([, phrase, word]) => ({phrase: phrase?.trim().replace(/\s+/gu, " "), word}));
  return words.filter(({phrase, word}) => phrase || word).map(({phrase, word}, at) => (
    phrase ? {word: phrase, forms: [], whole: true}
      : {word, forms: others(word), whole: /\p{N}$/u.test(word) && !(open && at === words.length - 1)}
  ));
}

/** Where a word or another form of it stands in a folded text: start and end; none when it is not there. */
function span({word, forms, whole}, text) {
  const typed = place(word, text, whole);
  if (typed >= 0) {
    return [typed, typed + word.length];
  }
  const form = forms.find((other) => place(other, text, true) >= 0);
  return form === undefined ? null : [place(form, text, true), place(form, text, true) + form.length];
}

/** What holds all words, best first: as they were typed before other forms, names before texts, kinds in their order. */
function find(query) {
  const words = asked(query);
  if (words.length === 0) {
    return [];
  }
  const found = [];
  for (const entry of entries) {
    const own = entry.kind !== "statement" && entry.kind !== "text" && entry.kind !== "note";
    const named = own && words.every((word) => span(word, entry.name));
    if (named || words.every((word) => span(word, entry.words) || (own && span(word, entry.name)))) {
      const all = `${own ? entry.name : ""} ${entry.words}`;
      const bent = words.some(({word}) => place(word, all) < 0);
      const first = named && entry.kind !== "source";
      found.push({entry, rank: (bent ? 2 : 0) * ORDER.length + (first ? 0 : ORDER.length) + ORDER.indexOf(entry.kind)});
    }
  }
  return found.sort((one, other) => one.rank - other.rank).map((hit) => hit.entry);
}

/** Where the words stand in the text as it is written: pairs of start and end. */
function spans(text, words) {
  let folded = "";
  const starts = [];
  let at = 0;
  for (const sign of text) {
    const plain = fold(sign);
    for (let part = 0; part < plain.length; part += 1) {
      starts.push(at);
    }
    folded += plain;
    at += sign.length;
  }
  starts.push(text.length);
  const told = pointed(folded);
  return words
    .map((word) => span(word, told))
    .filter(Boolean)
    .map(([start, end]) => [starts[start], starts[Math.min(end, starts.length - 1)]])
    .sort((one, other) => one[0] - other[0]);
}

/** The stretches of the text to show: around each word, joined where they meet; its beginning where no word stands. */
function stretches(text, marked) {
  const joined = [];
  for (const [first] of marked.length > 0 ? marked : [[0]]) {
    const last = joined.at(-1);
    if (last !== undefined && first < last.end) {
      continue;
    }
    const start = first > AROUND ? text.lastIndexOf(" ", first - AROUND / 2) + 1 : 0;
    const cut = text.indexOf(" ", Math.max(first, start) + 2 * AROUND);
    const end = cut < 0 ? text.length : cut;
    if (last !== undefined && start <= last.end) {
      last.end = end;
    } else {
      joined.push({start, end});
    }
  }
  return joined;
}

/** The text around the words, with the words marked. */
function snippet(text, query) {
  const marked = spans(text, asked(query));
  const line = document.createElement("p");
  let end = 0;
  for (const stretch of stretches(text, marked)) {
    line.append(stretch.start > end ? "… " : "");
    let at = stretch.start;
    for (const [from, to] of marked) {
      if (from >= at && to <= stretch.end) {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(from, to);
        line.append(text.slice(at, from), mark);
        at = to;
      }
    }
    line.append(text.slice(at, stretch.end), stretch.end < text.length ? " " : "");
    end = stretch.end;
  }
  line.append(end < text.length ? "…" : "");
  return line;
}

function show(query) {
  const found = find(query);
  const list = document.getElementById("found");
  list.replaceChildren(...found.slice(0, MOST).map((entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.path;
    link.textContent = entry.title;
    const kind = document.createElement("span");
    kind.className = "aside";
    kind.textContent = ` ${searchWords.kinds[entry.kind]}`;
    item.append(link, kind, snippet(entry.text, query));
    return item;
  }));
  const words = found.length > MOST ? searchWords.first : found.length === 1 ? searchWords.one : searchWords.count;
  const told = words.replace("{n}", found.length).replace("{most}", MOST);
  document.getElementById("count").textContent = query.trim() === "" ? "" : told;
}

const box = document.getElementById("words");
box.value = new URLSearchParams(location.search).get("q") ?? "";
box.addEventListener("input", () => show(box.value));
box.focus();
show(box.value);
