/* Search without a page: from an index and a query to sections, best first.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   The form of the index stands in hooks/search/index.py; it holds all that differs from language to language.
   Each constant was chosen by a comparison in tests/search/README.md. */

globalThis.guideSearch = (() => {
  "use strict";

  /** What a word weighs, by the place where it stands; a word of the weight HALF counts half of what it could. */
  const FIELD = { title: 3, alias: 3, phrase: 2.2, text: 0.7 }, HALF = 3;
  /** What a word is worth that had to be split, and one that was found in another language's words. */
  const SPLIT = 0.6, FOREIGN = 0.8;
  /** How much of the query a word covers that only stands in a section's text. */
  const PASSING = 0.6;
  /** How much several phrases of a section that are like the query count together: the higher, the more only the best. */
  const TOGETHER = 4;
  /** A hit is sure from here on: the share of the query that it covers, times how far it leads (0.5: not at all). */
  const SURE = 0.4;
  /** A hit that covers less than this is none, unless one of its phrases is as like the query as ALIKE. */
  const LEAST = 0.1, ALIKE = 0.6;
  /** How telling a word is that only questions have which the guide does not answer. */
  const ELSEWHERE = 20;
  const MOST = 8;

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

  /** Unpack the first half of an index: titles and aliases. Small words have the first numbers. */
  function prepare(data) {
    const small = data.stop.split(" ");
    const index = {
      data, forms: [], family: new Map(), small: new Map(small.map((word, id) => [word, id])), places: small.map(() => new Map()),
      groups: [], lines: [], told: [], memo: new Map(), elsewhere: new Set(data.elsewhere.split(" ")),
      endings: new Set(["", ...data.endings.split(" ").map(guideWords.plain)]),
      sounds: data.sounds.map(([from, to]) => [new RegExp(from, "g"), to]),
    };
    learn(index, data.words);
    for (const group of data.groups.map(undo))
      for (const id of group) (index.groups[id] ??= []).push(...group);
    const ids = (text) => guideWords.tokens(text).map((word) => index.small.get(word) ?? index.family.get(word));
    data.sections.forEach(([, title, page, alias], at) => {
      put(index, at, "title", ids(title));
      if (data.sections[at - 1]?.[2] !== page) put(index, at, "title", ids(data.pages[page][0])); // leads to the first section
      put(index, at, "alias", undo(alias));
      tell(index, at, [ids(title), ...undo(alias).map((id) => [id])]);
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

  /** Note that words stand in a field of a section; again and again counts half. Small words stand nowhere. */
  function put(index, at, field, ids) {
    const first = new Set(ids);
    for (const id of ids) if (id >= index.small.size) {
      index.places[id].set(at, (index.places[id].get(at) ?? 0) + FIELD[field] * (first.delete(id) ? 1 : 0.5));
    }
  }

  /** Note what people say who look for a section, line by line. */
  function tell(index, at, lines) {
    for (const ids of lines.map((line) => new Set(line))) {
      const line = index.lines.push({ at, ids }) - 1;
      for (const id of ids) (index.told[id] ??= []).push(line);
    }
  }

  /** Add what comes in a file of its own, since it is the larger half: phrases, and the words of the texts. */
  function widen(index, { words, lines, texts }) {
    learn(index, words);
    index.memo.clear();
    lines.map((many) => many.map(undo)).forEach((many, at) => {
      put(index, at, "phrase", many.flat());
      tell(index, at, many);
    });
    texts.forEach((steps, at) => put(index, at, "text", undo(steps)));
  }

  /** How telling a word is: rare ones say more. Small words count in phrases only. */
  function telling(index, id) {
    const [all, some] = id < index.small.size ? [index.lines.length, index.told[id]?.length ?? 0] : [index.data.sections.length, index.places[id].size];
    return Math.log(1 + all / (0.5 + some));
  }

  /** A word of the query: what it may stand for, how telling it is, what its best match is worth,
      and where it is found: section code → {worth, strength, weight}. */
  function term(index, matches, factor = 1) {
    const found = new Map(), ids = new Map();
    let best = 0, tells = 0;
    for (const [id, worth] of [...matches].filter(([id]) => index.places[id].size).sort((a, b) => b[1] - a[1])) {
      if (!best) [best, tells] = [factor * worth, telling(index, id)];
      ids.set(id, factor * worth);
      const rare = Math.min(tells, telling(index, id)); // no variant tells more than the word itself
      for (const [at, weight] of index.places[id]) {
        const [code] = index.data.sections[at], strength = factor * worth * rare * weight / (weight + HALF);
        if (strength > (found.get(code)?.strength ?? 0)) found.set(code, { worth: factor * worth, strength, weight });
      }
    }
    return { ids, found, best, tells };
  }

  /** Is another language worth asking? */
  const strange = (index, query) => guideWords.read(index, query).some((one) => guideWords.strange(index, one));

  /** What two languages know of a word, together: the better of each. */
  function both(own, theirs) {
    const found = new Map(own.found);
    for (const [code, place] of theirs.found) if (place.strength > (found.get(code)?.strength ?? 0)) found.set(code, place);
    return { ...(own.best >= theirs.best ? own : theirs), ids: own.ids, found };
  }

  /** One word of the query as terms: several when it had to be split, none when it is small in another language. */
  function look(index, one, others) {
    const { word, typing } = one, nothing = term(index, []);
    if (index.elsewhere.has(word)) return [{ ...nothing, best: 1, tells: ELSEWHERE }];
    const own = term(index, guideWords.expand(index, word, typing));
    if (!guideWords.strange(index, one)) return [own];
    const least = own.best < guideWords.SYNONYM ? guideWords.SYNONYM : guideWords.KIN; // a good guess yields to the very word only
    const theirs = others.map((other) => term(other, guideWords.expand(other, word, typing, least), FOREIGN)).filter(({ best }) => best);
    const certain = theirs.some(({ best }) => best >= FOREIGN * guideWords.KIN);
    if (theirs.length) return [theirs.reduce(both, certain ? nothing : own)];
    if (!own.best && others.some((other) => other.small.has(word))) return [];
    const parts = own.best > guideWords.PART ? [] : guideWords.split(index, word);
    if (!parts.length) return [own];
    return [...parts.map((part) => term(index, guideWords.expand(index, part, false), SPLIT)), ...(parts.length > 1 ? [] : [nothing])];
  }

  /** How like the query each section's phrases are, in order of the sections: the cosine of the two, summed up;
      Infinity when one is the query word for word. */
  function likeness(index, terms, small, all) {
    const shared = new Map(), found = [], total = small.reduce((sum, id) => sum + telling(index, id), all);
    const note = (ids, tells) => {
      const best = new Map();
      for (const [id, worth] of ids) for (const line of index.told[id] ?? [])
        if (worth > (best.get(line)?.worth ?? 0)) best.set(line, { worth, id });
      for (const [line, { worth, id }] of best) {
        const sum = shared.get(line) ?? { ours: 0, theirs: 0 };
        shared.set(line, { ours: sum.ours + worth * tells, theirs: sum.theirs + worth * telling(index, id) });
      }
    };
    for (const { ids, tells } of terms) note(ids, tells);
    for (const id of small) note([[id, 1]], telling(index, id));
    for (const [line, { ours, theirs }] of shared) {
      const { at, ids } = index.lines[line], own = [...ids].reduce((sum, id) => sum + telling(index, id), 0);
      const both = ours / total * Math.min(1, theirs / own);
      found[at] = (found[at] ?? 0) + (both > 0.999 ? Infinity : Math.sqrt(both) ** TOGETHER);
    }
    return found.map((sum) => sum ** (1 / TOGETHER));
  }

  /**
   * The sections that answer a query, best first: [{code, title, page, file, address, score, share, sure}].
   * A section's score is the strength of the query's words in it, raised by how like the query its best phrase is.
   * `others` are indexes of other languages: a word that the guide hardly knows is looked up there too, and
   * leads to the section with the same code.
   */
  function search(index, query, others = []) {
    const words = guideWords.read(index, query), typed = guideWords.tokens(query).join("");
    const small = [...new Set(words.filter((one) => one.small).map(({ word }) => index.small.get(word)))];
    const terms = words.filter((one) => !one.small).flatMap((one) => look(index, one, others));
    // in a sentence a word that nobody knows is more likely small talk than the subject
    const unknown = Math.log(1 + 2 * index.data.sections.length) * (terms.length > 3 ? 0.5 : 1);
    const all = terms.reduce((sum, { best, tells }) => sum + (best ? tells : unknown), 0);
    const likes = likeness(index, terms, small, all), hits = index.data.sections.map(([code, title, page], at) => {
      const [pageTitle, address, weight, file] = index.data.pages[page], like = likes[at] ?? 0;
      let covered = 0, strength = 0;
      for (const { found, tells } of terms) if (found.has(code)) {
        const place = found.get(code);
        covered += place.worth * tells * (place.weight > FIELD.text ? 1 : PASSING);
        strength += place.strength;
      }
      return { code, title, page: pageTitle, file, address: `${address}#${code}`, at, like, share: all ? covered / all : 0,
        score: code === typed ? Infinity : (strength + like) * (1 + like) * weight };
    }).filter(({ score, share, like }) => score === Infinity || share >= LEAST || like >= ALIKE)
      .sort((a, b) => b.score - a.score || a.at - b.at).slice(0, MOST);
    return hits.map((hit) => {
      const rival = (hit === hits[0] ? hits[1] : hits[0])?.score ?? 0;
      return { ...hit, sure: hit.score === Infinity || hit.share * hit.score / (hit.score + rival) >= SURE };
    });
  }

  return { prepare, widen, search, strange };
})();
