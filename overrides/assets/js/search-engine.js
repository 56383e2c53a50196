/* Search without a page: from an index and a query to sections, best first.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   The form of the index stands in hooks/search.py; it holds all that differs from language to language. */

globalThis.guideSearch = (() => {
  "use strict";

  /** What a match is worth, by kind: 1 is the very word. */
  const EXACT = 1, SAME = 0.97, KIN = 0.92, DISTANT = 0.75, PREFIX = 0.85, SOUND = 0.75, SYNONYM = 0.7, PART = 0.5;
  const SWAP = 0.8; // two neighbours in the wrong order: the likeliest slip
  /** What a word is worth that had to be split, and one that was found in another language's words. */
  const SPLIT = 0.6, FOREIGN = 0.8;
  /** What a word weighs, by the place where it stands. */
  const FIELD = { title: 3, alias: 3, phrase: 2.2, page: 1.2, often: 1.5, once: 1 };
  /** From this covered share of the query on a hit counts as sure. */
  const SURE = 0.5;
  /** A page that weighs this much is of the guide itself, not an explanation of its words. */
  const MAIN = 0.8;
  /** How far to trust a match in what stands once in the text, one in a part of a longer alias, and one on
      another page than the guide's own. */
  const PASSING = 0.8, PARTLY = 0.65, ASIDE = 0.5;
  /** A hit that covers less than this is none. */
  const LEAST = 0.2;
  const MOST = 8;
  /** A passage goes on until it has this many characters. */
  const LENGTH = 140;

  /** Lower case without accents, apostrophes, dots in abbreviations, and hyphens after a short half. */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/['`´‘’‛]/g, "")
    .replace(/(?<![\p{L}\p{N}_])(?:[\p{L}\p{N}_]\.){2,}/gu, (dotted) => dotted.replaceAll(".", ""))
    .replace(/(?<![\p{L}\p{N}_])([\p{L}\p{N}_]{1,2})[-&](?=[\p{L}\p{N}_])/gu, "$1");

  /** The words of a text, folded, in reading order. */
  const tokens = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  /** Double letters made single, so that `lezen` and `leest` look alike. */
  const plain = (word) => word.replace(/(.)\1+/g, "$1");

  /** A word as it sounds, by the index's list of sound-alikes. */
  const sound = (index, word) => plain(index.sounds.reduce((heard, [from, to]) => heard.replace(from, to), word));

  /** Numbers that were written as the steps between them. */
  const undo = (steps) => { let sum = 0; return steps.map((step) => (sum += step)); };

  /** The forms of every family, as hooks/words.py packed them. */
  function unpack(words) {
    const form = (before, rest) => before.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
    let first = "";
    return words.split(",").map((line) => {
      const [head, ...more] = line.split("=");
      first = form(first, head);
      return [first, ...more.map((rest) => form(first, rest))];
    });
  }

  /** Unpack an index as it was sent: words, what sounds like them, and where they stand. */
  function prepare(data) {
    const index = {
      data, forms: [], family: new Map(), places: [], groups: [], memo: new Map(),
      stop: new Set(data.stop.split(" ")), beginnings: data.beginnings.split(" ").filter(Boolean), endings: new Set(["", ...data.endings.split(" ")]),
      sounds: data.sounds.map(([from, to]) => [new RegExp(from, "g"), to]),
    };
    unpack(data.words).forEach((forms, id) => {
      index.places.push(new Map());
      for (const form of forms) index.family.set(form, id);
    });
    index.forms = [...index.family].map(([form, id]) => ({ form, id, plain: plain(form), sound: sound(index, form) }));
    for (const group of data.groups.map(undo))
      for (const id of group) (index.groups[id] ??= []).push(...group);
    data.sections.forEach(([, title, page, often, alias, phrase], at) => {
      const named = (text) => tokens(text).map((word) => index.family.get(word)).filter((id) => id !== undefined);
      const opens = data.sections[at - 1]?.[2] !== page; // the page's title leads to its first section
      const fields = [
        ["title", named(title)], [opens ? "title" : "page", named(data.pages[page][0])],
        ["often", undo(often)], ["alias", undo(alias)], ["phrase", undo(phrase)],
      ];
      for (const [field, ids] of fields) put(index, at, field, ids);
    });
    return index;
  }

  /** Note that words stand in a field of a section. */
  function put(index, at, field, ids) {
    for (const id of new Set(ids)) index.places[id].set(at, (index.places[id].get(at) ?? 0) + FIELD[field]);
  }

  /** Add what comes in a file of its own, since it is the larger half: the words that a section has once. */
  const widen = (index, once) => once.forEach((steps, at) => put(index, at, "once", undo(steps)));

  /** Edits between two words (insert, delete, replace, swap neighbours), or 9 when more than `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return 9;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + SWAP);
      }
      if (Math.min(...next) > most) return 9;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** How many edits a word may have: a short one soon becomes another word. */
  const edits = (word) => word.length > 8 ? 2 : word.length > 4 ? 1 : 0;

  /** What it is worth that two words differ by a slip or two; 0 when by more. */
  function typo(a, b, most) {
    const found = distance(a, b, most);
    return found > most ? 0 : 1 - 2 * Math.max(SWAP, found) / a.length;
  }

  /** What it is worth that two words, double letters made single, are the same but for an ending; 0 when not. */
  function kin(index, a, b) {
    if (a === b) return SAME;
    let same = 0;
    while (same < a.length && a[same] === b[same]) same++;
    for (; same >= Math.min(4, a.length); same--)
      if ([a, b].every((word) => word.length < 2 * same && index.endings.has(word.slice(same))))
        return same > 4 || same === Math.min(a.length, b.length) ? KIN : DISTANT;
    return 0;
  }

  /** Is this a word of the index, with or without the letters that link the parts of a compound? */
  const part = (index, word) => word.length > 2 && !index.stop.has(word) &&
    (index.family.has(word) || /(?:s|n|en)$/.test(word) && [1, 2].some((cut) => word.length - cut > 2 && index.family.has(word.slice(0, -cut))));

  /** The known words that a compound is made of; else the one known word that it begins or ends with; else []. */
  function split(index, word) {
    const known = (piece) => part(index, piece) || (piece.length > 3 && expand(index, piece, false, KIN).size > 0);
    for (let at = word.length - 3; at > 2; at--) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (!known(left)) continue;
      if (known(right)) return [left, right];
      const more = split(index, right);
      if (more.length > 1) return [left, ...more];
    }
    for (let length = word.length - 2; length > 4; length--)
      for (const piece of [word.slice(-length), word.slice(0, length)]) if (known(piece)) return [piece];
    return [];
  }

  /** The families that a typed word may stand for, each with what the match is worth (at least `least`). */
  function expand(index, word, typing, least = 0) {
    const key = `${word} ${typing} ${least}`;
    if (index.memo.has(key)) return index.memo.get(key);
    const found = new Map(), bare = plain(word), known = index.family.has(word);
    const add = (id, worth) => { if (worth && worth >= least && worth > (found.get(id) ?? 0)) found.set(id, worth); };
    if (known) add(index.family.get(word), EXACT);
    if (word.length > 2) for (const { form, id, plain: other } of index.forms) {
      if (bare[0] === other[0] && bare[1] === other[1]) add(id, kin(index, bare, other));
      if (form.length <= word.length || least > PREFIX) continue;
      if (form.startsWith(word)) {
        if (typing) add(id, (PREFIX - 0.3 * (1 - word.length / form.length)) * (known ? SYNONYM : 1));
        else if (word.length > 4 || part(index, form.slice(word.length))) add(id, PART);
      } else if (word.length > 3 && form.endsWith(word) && part(index, form.slice(0, -word.length))) add(id, PART);
    }
    if (least < SOUND && word.length > 3 && Math.max(...found.values(), 0) < SYNONYM - 0.1) {
      const heard = sound(index, word), most = edits(word), mostHeard = edits(heard);
      for (const { form, id, sound: other } of index.forms) {
        if (form.length < 4 || (form[0] !== word[0] && heard[0] !== other[0])) continue;
        const worth = heard === other ? SOUND : Math.max(typo(word, form, most), typo(heard, other, mostHeard));
        if (worth) add(id, worth);
        else if (typing && heard.length > 5 && distance(heard, other.slice(0, heard.length), 1) < 2) add(id, PART);
      }
    }
    for (const start of index.beginnings) if (!known && word.startsWith(start) && word.length > start.length + 3)
      for (const [id, worth] of expand(index, word.slice(start.length), false, KIN)) add(id, worth * KIN);
    for (const [id, worth] of [...found]) for (const other of index.groups[id] ?? []) add(other, worth * SYNONYM);
    index.memo.set(key, found);
    return found;
  }

  /** How telling a family is: rare words say more. Words that stand nowhere say most. */
  const rarity = (index, id) => Math.log(1 + index.data.sections.length / (0.5 + (index.places[id]?.size ?? 0)));

  /** A query as words to look up: joined or split where the index knows them so, small words left out. */
  function read(index, query) {
    const words = tokens(query), typing = /[\p{L}\p{N}]$/u.test(query);
    const known = (word) => index.family.has(word) || index.stop.has(word);
    const whole = [];
    for (const word of words) {
      const joined = (whole.at(-1) ?? "") + word;
      if (whole.length && index.family.has(joined) && !(index.family.has(word) && index.family.has(whole.at(-1)))) whole[whole.length - 1] = joined;
      else whole.push(word);
    }
    const telling = whole.filter((word) => !index.stop.has(word));
    return (telling.length || whole.length > 1 ? telling : whole).map((word, at, all) => ({
      word, typing: typing && at === all.length - 1 && word === whole.at(-1),
    }));
  }

  /** Where a word, or what it may stand for, is found: section code → {worth, strength, trust}; how telling it is;
      and what its best match in the guide itself is worth. */
  function places(index, { word, typing }, factor = 1, least = 0) {
    const found = new Map();
    let best = 0, main = 0, telling = 0;
    const matches = [...expand(index, word, typing, least)].filter(([id]) => index.places[id].size).sort((a, b) => b[1] - a[1]);
    for (const [id, worth] of matches) {
      if (!best) [best, telling] = [factor * worth, rarity(index, id)];
      const rare = Math.min(telling, rarity(index, id)); // no variant tells more than the word itself
      for (const [at, weight] of index.places[id]) {
        const [code, , page] = index.data.sections[at], strength = factor * worth * rare * weight / (weight + 1.5);
        const inside = index.data.pages[page][2] >= MAIN;
        const trust = factor * worth * ({ [FIELD.once]: PASSING, [FIELD.phrase]: PARTLY }[weight] ?? 1) * (inside ? 1 : ASIDE);
        if (strength > (found.get(code)?.strength ?? 0)) found.set(code, { worth: factor * worth, strength, trust });
        if (inside) main = Math.max(main, factor * worth);
      }
    }
    return { found, best, main, telling };
  }

  /** Is a word of the query hardly one of this language's guide, so that another language is worth asking? */
  const strange = (index, query) => read(index, query).some((word) => places(index, word).main < SYNONYM);

  /** What two languages know of a word, together: the better of each. */
  function both(own, theirs) {
    const found = new Map(own.found);
    for (const [code, place] of theirs.found) if (place.strength > (found.get(code)?.strength ?? 0)) found.set(code, place);
    return { ...(own.best >= theirs.best ? own : theirs), found };
  }

  /** The places of one word of the query; several when it had to be split. */
  function look(index, word, others) {
    const own = places(index, word);
    if (own.main >= SYNONYM) return [own];
    const theirs = others.map((other) => places(other, word, FOREIGN, SYNONYM)).filter(({ best }) => best);
    if (theirs.length) return [theirs.reduce(both, own)];
    if (!own.main && others.some((other) => other.stop.has(word.word))) return [];
    const parts = own.best > PART ? [] : split(index, word.word);
    if (!parts.length) return [own];
    const rest = parts.length > 1 ? [] : [{ found: new Map(), best: 0, main: 0, telling: 0 }];
    return [...parts.map((part) => places(index, { word: part, typing: false }, SPLIT)), ...rest];
  }

  /**
   * The sections that answer a query, best first: [{code, title, page, address, score, share, sure}].
   * `others` are indexes of other languages: a word that the guide hardly knows is looked up there too, and
   * leads to the section with the same code.
   */
  function search(index, query, others = []) {
    const typed = tokens(query), words = read(index, query).flatMap((word) => look(index, word, others));
    // in a sentence a word that nobody knows is more likely small talk than the subject
    const unknown = Math.log(1 + 2 * index.data.sections.length) * (words.length > 3 ? 0.5 : 1);
    const all = words.reduce((sum, word) => sum + (word.best ? word.telling : unknown), 0);
    const hits = index.data.sections.map(([code, title, page], at) => {
      let covered = 0, strength = 0, trusted = 0;
      for (const { found, telling } of words) if (found.has(code)) {
        const place = found.get(code);
        covered += place.worth * telling;
        trusted += place.trust * telling;
        strength += place.strength;
      }
      const share = all ? covered / all : 0, trust = all ? trusted / all : 0, exact = typed.join() === code || index.data.phrases[typed.join(" ")] === code;
      const echo = tokens(title).filter((word) => word.length > 2 && typed.includes(word)).length; // small words count here too
      const [pageTitle, address, weight, file] = index.data.pages[page];
      return { code, title, page: pageTitle, file, address: `${address}#${code}`, at, share,
        score: exact ? Infinity : strength * share * weight * (1 + echo / 20), trust, sure: exact || trust >= SURE };
    });
    return hits.filter((hit) => hit.score === Infinity || (hit.score > 0 && hit.share >= LEAST))
      .sort((a, b) => b.score - a.score || a.at - b.at).slice(0, MOST);
  }

  /** The families that a query stands for, to be marked where they occur. */
  const found = (index, query) => new Set(read(index, query).flatMap(({ word, typing }) => {
    const own = [...expand(index, word, typing)];
    return (own.length ? own : split(index, word).flatMap((piece) => [...expand(index, piece, false)]))
      .filter(([, worth]) => worth >= PART).map(([id]) => id);
  }));

  /** A text cut where what was found begins and ends: [[text, is it found]]. */
  const pieces = (index, text, ids) => text.split(/([\p{L}\p{N}]+(?:[.&'’-][\p{L}\p{N}]+)*)/u).map((piece, at) =>
    [piece, at % 2 === 1 && tokens(piece).some((word) => ids.has(index.family.get(word)))]);

  /** A text as sentences, each with the families of its words. */
  function cut(index, text) {
    if (!index.memo.has(text)) index.memo.set(text, text.split(/(?<=[.?!:]) |\n/).map((sentence) =>
      ({ sentence, ids: new Set(tokens(sentence).map((word) => index.family.get(word))) })));
    return index.memo.get(text);
  }

  /** The sentences of a text that say most of what was found: the best one and what follows, to some length. */
  function passage(index, text, ids) {
    const sentences = cut(index, text);
    const found = sentences.map((one) => [...ids].filter((id) => one.ids.has(id)).length);
    let at = found.indexOf(Math.max(...found)), shown = sentences[at].sentence;
    while (shown.length < LENGTH && ++at < sentences.length) shown += (/[.?!:]$/.test(shown) ? " " : " · ") + sentences[at].sentence;
    return shown;
  }

  return { fold, tokens, prepare, widen, read, expand, search, strange, found, pieces, passage };
})();
