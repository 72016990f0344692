// Finds words in the index that search-index.js brings. Every word must be there; Latin and Cyrillic words match from
// the beginning of a word, other scripts anywhere. What is found is shown as text, never as markup.
"use strict";

const MOST = 200;
const AROUND = 90;
const ORDER = Object.keys(searchWords.kinds);

/** The text without case and accents. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Where a word begins in a folded text; -1 when it is not there. */
function place(word, text) {
  const anywhere = !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (anywhere || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) {
      return at;
    }
  }
  return -1;
}

const entries = searchIndex.map(([kind, title, path, text]) => (
  {kind, title, path, text, name: fold(title), words: fold(text)}
));

/** What holds all words, best first: names before texts, kinds in their order. */
function find(query) {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) {
    return [];
  }
  const found = [];
  for (const entry of entries) {
    const own = entry.kind !== "statement" && entry.kind !== "text" && entry.kind !== "note";
    const named = own && words.every((word) => place(word, entry.name) >= 0);
    if (named || words.every((word) => place(word, entry.words) >= 0 || (own && place(word, entry.name) >= 0))) {
      found.push({entry, rank: (named && entry.kind !== "source" ? 0 : ORDER.length) + ORDER.indexOf(entry.kind)});
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
  return words
    .map((word) => [place(word, folded), word.length])
    .filter(([start]) => start >= 0)
    .map(([start, length]) => [starts[start], starts[Math.min(start + length, starts.length - 1)]])
    .sort((one, other) => one[0] - other[0]);
}

/** The text around the first word, with the words marked. */
function snippet(text, query) {
  const marked = spans(text, fold(query).split(/\s+/u).filter(Boolean));
  const first = marked.length > 0 ? marked[0][0] : 0;
  const start = first > AROUND ? text.lastIndexOf(" ", first - AROUND / 2) + 1 : 0;
  const cut = text.indexOf(" ", Math.max(first, start) + 2 * AROUND);
  const end = cut < 0 ? text.length : cut;
  const line = document.createElement("p");
  line.append(start > 0 ? "… " : "");
  let at = start;
  for (const [from, to] of marked) {
    if (from >= at && to <= end) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      line.append(text.slice(at, from), mark);
      at = to;
    }
  }
  line.append(text.slice(at, end), end < text.length ? " …" : "");
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
