/* Search without a page: from an index and a query to sections, best first, and what to show of them.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   The form of the index stands in hooks/search.py; it holds all that differs from language to language. */

globalThis.guideSearch = (() => {
  "use strict";

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
      stop: new Set(data.stop.split(" ")), endings: new Set(["", ...data.endings.split(" ")]),
      sounds: data.sounds.map(([from, to]) => [new RegExp(from, "g"), to]),
    };
    unpack(data.words).forEach((forms, id) => {
      index.places.push(new Map());
      for (const form of forms) index.family.set(form, id);
    });
    const { plain, sound, tokens } = guideWords;
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

  /** How telling a family is: rare words say more. Words that stand nowhere say most. */
  const rarity = (index, id) => Math.log(1 + index.data.sections.length / (0.5 + (index.places[id]?.size ?? 0)));

  /** Where a word, or what it may stand for, is found: section code → {worth, strength, trust}; how telling it is;
      and what its best match in the guide itself is worth. */
  function places(index, { word, typing }, factor = 1, least = 0) {
    const found = new Map();
    let best = 0, main = 0, telling = 0;
    const matches = [...guideWords.expand(index, word, typing, least)].filter(([id]) => index.places[id].size).sort((a, b) => b[1] - a[1]);
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
  const strange = (index, query) => guideWords.read(index, query).some((word) => places(index, word).main < guideWords.SYNONYM);

  /** What two languages know of a word, together: the better of each. */
  function both(own, theirs) {
    const found = new Map(own.found);
    for (const [code, place] of theirs.found) if (place.strength > (found.get(code)?.strength ?? 0)) found.set(code, place);
    return { ...(own.best >= theirs.best ? own : theirs), found };
  }

  /** The places of one word of the query; several when it had to be split. */
  function look(index, word, others) {
    const own = places(index, word);
    if (own.main >= guideWords.SYNONYM) return [own];
    const theirs = others.map((other) => places(other, word, FOREIGN, guideWords.SYNONYM)).filter(({ best }) => best);
    if (theirs.length) return [theirs.reduce(both, own)];
    if (!own.main && others.some((other) => other.stop.has(word.word))) return [];
    const parts = own.best > guideWords.PART ? [] : guideWords.split(index, word.word);
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
    const typed = guideWords.tokens(query), words = guideWords.read(index, query).flatMap((word) => look(index, word, others));
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
      const echo = guideWords.tokens(title).filter((word) => word.length > 2 && typed.includes(word)).length; // small words count here too
      const [pageTitle, address, weight, file] = index.data.pages[page];
      return { code, title, page: pageTitle, file, address: `${address}#${code}`, at, share,
        score: exact ? Infinity : strength * share * weight * (1 + echo / 20), trust, sure: exact || trust >= SURE };
    });
    return hits.filter((hit) => hit.score === Infinity || (hit.score > 0 && hit.share >= LEAST))
      .sort((a, b) => b.score - a.score || a.at - b.at).slice(0, MOST);
  }

  /** The families that a query stands for, to be marked where they occur. */
  const found = (index, query) => new Set(guideWords.read(index, query).flatMap(({ word, typing }) => {
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
