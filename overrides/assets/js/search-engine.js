/* Search without a page: from an index and a query to sections, best first, and what to show of them.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   The form of the index stands in hooks/search/index.py; it holds all that differs from language to language. */

globalThis.guideSearch = (() => {
  "use strict";

  /** What a word weighs, by the place where it stands. */
  const FIELD = { title: 3, alias: 3, phrase: 2.2, text: 0.7 };
  /** A word of this weight counts half of what it could. */
  const HALF = 3;
  /** What a word is worth that had to be split, and one that was found in another language's words. */
  const SPLIT = 0.6, FOREIGN = 0.8;
  /** How telling a word is of questions that the guide does not answer. */
  const ELSEWHERE = 20;
  /** From this covered share of the query on a hit counts as sure. */
  const SURE = 0.5;
  /** A hit that covers less than this is none, unless one of its questions is as like the query as ALIKE. */
  const LEAST = 0.1, ALIKE = 0.6;
  const MOST = 8;
  /** A passage goes on until it has this many characters. */
  const LENGTH = 140;

  /** Numbers that were written as the steps between them. */
  const undo = (steps) => { let sum = 0; return steps.map((step) => (sum += step)); };

  /** The forms of every family, as hooks/search/words.py packed them. */
  function unpack(words) {
    const form = (before, rest) => before.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
    let first = "";
    return words.split(",").map((line) => {
      const [head, ...more] = line.split("=");
      first = form(first, head);
      return [first, ...more.map((rest) => form(first, rest))];
    });
  }

  /** Unpack the first half of an index: titles and aliases. Small words come before the others. */
  function prepare(data) {
    const small = data.stop.split(" ");
    const index = {
      data, forms: [], family: new Map(), small: new Map(small.map((word, id) => [word, id])), places: small.map(() => new Map()),
      groups: [], lines: [], asked: [], memo: new Map(), elsewhere: new Set(data.elsewhere.split(" ")), endings: new Set(["", ...data.endings.split(" ").map(guideWords.plain)]),
      sounds: data.sounds.map(([from, to]) => [new RegExp(from, "g"), to]),
    };
    learn(index, data.words);
    for (const group of data.groups.map(undo))
      for (const id of group) (index.groups[id] ??= []).push(...group);
    const ids = (text) => guideWords.tokens(text).map((word) => index.small.get(word) ?? index.family.get(word)).filter((id) => id !== undefined);
    data.sections.forEach(([, title, page, alias], at) => {
      put(index, at, "title", ids(title));
      if (data.sections[at - 1]?.[2] !== page) put(index, at, "title", ids(data.pages[page][0])); // leads to the first section
      put(index, at, "alias", undo(alias));
      ask(index, at, [ids(title), ...undo(alias).map((id) => [id])]);
    });
    return index;
  }

  /** Take in families of words. */
  function learn(index, words) {
    for (const forms of unpack(words)) {
      const id = index.places.push(new Map()) - 1;
      for (const form of forms) {
        index.family.set(form, id);
        index.forms.push({ form, id, plain: guideWords.plain(form), sound: guideWords.sound(index, form) });
      }
    }
  }

  /** Note that words stand in a field of a section. Small words stand nowhere. */
  function put(index, at, field, ids) {
    for (const id of new Set(ids)) if (id >= index.small.size) index.places[id].set(at, (index.places[id].get(at) ?? 0) + FIELD[field]);
  }

  /** Note what a section may be called as a whole. */
  function ask(index, at, lines) {
    for (const ids of lines) {
      const line = index.lines.push({ at, ids: new Set(ids) }) - 1;
      for (const id of new Set(ids)) (index.asked[id] ??= []).push(line);
    }
  }

  /** Add what comes in a file of its own, since it is the larger half: questions, and the words of the texts. */
  function widen(index, { words, lines, texts }) {
    learn(index, words);
    index.memo.clear();
    lines.map((many) => many.map(undo)).forEach((many, at) => {
      put(index, at, "phrase", many.flat());
      ask(index, at, many);
    });
    texts.forEach((steps, at) => put(index, at, "text", undo(steps)));
  }

  /** How telling a word is: rare ones say more. Those that stand nowhere say most. */
  const rarity = (index, id) => id < index.small.size
    ? Math.log(1 + index.lines.length / (0.5 + (index.asked[id]?.length ?? 0)))
    : Math.log(1 + index.data.sections.length / (0.5 + index.places[id].size));

  /** A word of the query: what it may stand for, how telling it is, what its best match is worth,
      and where it is found: section code → {worth, strength}. */
  function term(index, matches, factor = 1) {
    const found = new Map(), ids = new Map();
    let best = 0, telling = 0;
    for (const [id, worth] of [...matches].filter(([id]) => index.places[id].size).sort((a, b) => b[1] - a[1])) {
      if (!best) [best, telling] = [factor * worth, rarity(index, id)];
      ids.set(id, factor * worth);
      const rare = Math.min(telling, rarity(index, id)); // no variant tells more than the word itself
      for (const [at, weight] of index.places[id]) {
        const [code] = index.data.sections[at], strength = factor * worth * rare * weight / (weight + HALF);
        if (strength > (found.get(code)?.strength ?? 0)) found.set(code, { worth: factor * worth, strength, weight });
      }
    }
    return { ids, found, best, telling };
  }

  /** Is a word of the query hardly one of this language's guide, so that another language is worth asking? */
  const strange = (index, query) => guideWords.read(index, query).some((one) => guideWords.strange(index, one));

  /** What two languages know of a word, together: the better of each. */
  function both(own, theirs) {
    const found = new Map(own.found);
    for (const [code, place] of theirs.found) if (place.strength > (found.get(code)?.strength ?? 0)) found.set(code, place);
    return { ...(own.best >= theirs.best ? own : theirs), ids: own.ids, found };
  }

  /** One word of the query as terms: several when it had to be split, none when it is small. */
  function look(index, one, others) {
    const { word, typing } = one;
    if (index.elsewhere.has(word)) return [{ ...term(index, []), telling: ELSEWHERE, best: 1 }];
    const own = term(index, guideWords.expand(index, word, typing));
    if (!guideWords.strange(index, one)) return [own];
    const least = own.best < guideWords.SYNONYM ? guideWords.SYNONYM : guideWords.KIN; // what is known here yields to the very word only
    const theirs = others.map((other) => term(other, guideWords.expand(other, word, typing, least), FOREIGN)).filter(({ best }) => best);
    if (theirs.length) return [theirs.reduce(both, theirs.some(({ best }) => best >= FOREIGN * guideWords.KIN) ? term(index, []) : own)];
    if (!own.best && others.some((other) => other.small.has(word))) return [];
    const parts = own.best > guideWords.PART ? [] : guideWords.split(index, word);
    if (!parts.length) return [own];
    const rest = parts.length > 1 ? [] : [term(index, [])];
    return [...parts.map((part) => term(index, guideWords.expand(index, part, false), SPLIT)), ...rest];
  }

  /** How like the query each section's best question is, in order of the sections: the cosine of both. */
  function alike(index, terms, small, all) {
    const total = small.reduce((sum, word) => sum + rarity(index, index.small.get(word)), all), shared = new Map();
    const note = (ids, telling) => {
      const best = new Map();
      for (const [id, worth] of ids) for (const question of index.asked[id] ?? [])
        if (worth > (best.get(question)?.worth ?? 0)) best.set(question, { worth, id });
      for (const [question, { worth, id }] of best) {
        const sum = shared.get(question) ?? { theirs: 0, ours: 0 };
        shared.set(question, { ours: sum.ours + worth * telling, theirs: sum.theirs + worth * rarity(index, id) });
      }
    };
    for (const { ids, telling } of terms) note(ids, telling);
    for (const word of new Set(small)) note([[index.small.get(word), 1]], rarity(index, index.small.get(word)));
    const found = [];
    for (const [question, { ours, theirs }] of shared) {
      const { at, ids } = index.lines[question];
      const own = [...ids].reduce((sum, id) => sum + rarity(index, id), 0);
      found[at] = Math.max(found[at] ?? 0, Math.sqrt(ours / total * Math.min(1, theirs / own)));
    }
    return found;
  }

  /**
   * The sections that answer a query, best first: [{code, title, page, address, score, share, sure}].
   * `others` are indexes of other languages: a word that the guide hardly knows is looked up there too, and
   * leads to the section with the same code.
   */
  function search(index, query, others = []) {
    const words = guideWords.read(index, query), small = words.filter((one) => one.small).map((one) => one.word);
    const terms = words.filter((one) => !one.small).flatMap((one) => look(index, one, others));
    // in a sentence a word that nobody knows is more likely small talk than the subject
    const unknown = Math.log(1 + 2 * index.data.sections.length) * (terms.length > 3 ? 0.5 : 1);
    const all = terms.reduce((sum, one) => sum + (one.best ? one.telling : unknown), 0);
    const asked = alike(index, terms, small, all), code = guideWords.tokens(query).join("");
    const hits = index.data.sections.map(([own, title, page], at) => {
      const [pageTitle, address, weight, file] = index.data.pages[page], like = asked[at] ?? 0;
      let covered = 0, strength = 0;
      for (const { found, telling } of terms) if (found.has(own)) {
        covered += found.get(own).worth * telling;
        strength += found.get(own).strength;
      }
      const share = all ? covered / all : 0;
      return { code: own, title, page: pageTitle, file, address: `${address}#${own}`, at, share, like, sure: own === code || share >= SURE,
        score: own === code ? Infinity : (strength + like) * (1 + like) * weight };
    });
    return hits.filter(({ score, share, like }) => score === Infinity || share >= LEAST || like >= ALIKE)
      .sort((a, b) => b.score - a.score || a.at - b.at).slice(0, MOST);
  }

  /** The families that a query stands for, to be marked where they occur. */
  const found = (index, query) => new Set(guideWords.read(index, query).filter(({ small }) => !small).flatMap(({ word, typing }) => {
    const own = [...guideWords.expand(index, word, typing)];
    return (own.length ? own : guideWords.split(index, word).flatMap((piece) => [...guideWords.expand(index, piece, false)]))
      .filter(([, worth]) => worth >= guideWords.PART).map(([id]) => id);
  }));

  /** A text cut where what was found begins and ends: [[text, is it found]]. */
  const pieces = (index, text, ids) => text.split(/([\p{L}\p{N}]+(?:[.&'’-][\p{L}\p{N}]+)*)/u).map((piece, at) =>
    [piece, at % 2 === 1 && guideWords.tokens(piece).some((word) => ids.has(index.family.get(word)))]);

  /** A text as sentences, each with the families of its words. */
  function cut(index, text) {
    if (!index.memo.has(text)) index.memo.set(text, text.split(/(?<=[.?!:]) |\n/).map((sentence) =>
      ({ sentence, ids: new Set(guideWords.tokens(sentence).map((word) => index.family.get(word))) })));
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

  return { prepare, widen, search, strange, found, pieces, passage };
})();
