/* Words: what a typed word may stand for in an index. Pure; used by search-engine.js.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script. */

globalThis.guideWords = (() => {
  "use strict";

  /** What a match is worth, by kind: 1 is the very word. */
  const EXACT = 1, SAME = 0.97, KIN = 0.92, DISTANT = 0.75, PREFIX = 0.85, SOUND = 0.75, SYNONYM = 0.7, PART = 0.5;
  /** Two neighbours in the wrong order are the likeliest slip. */
  const SWAP = 0.8;

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
      if (Math.min(...next) > Math.max(1, most)) return 9;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** How many edits a word may have: a short one soon becomes another word, so that there only a swap passes. */
  const edits = (word) => word.length > 8 ? 2 : word.length > 4 ? 1 : word.length > 3 ? SWAP : 0;

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
    for (; same > 3; same--)
      if ([a, b].every((word) => word.length < 2 * same && index.endings.has(word.slice(same))))
        return same > 4 || same === Math.min(a.length, b.length) ? KIN : DISTANT;
    return 0;
  }

  /** Is this a word of the index, with or without the letters that link the parts of a compound? */
  const part = (index, word) => word.length > 2 && !index.small.has(word) &&
    (index.family.has(word) || /(?:s|n|en)$/.test(word) && [1, 2].some((cut) => word.length - cut > 2 && index.family.has(word.slice(0, -cut))));

  /** The known words that a word was put together from, small ones left out: null when it was not. */
  function cut(index, word) {
    const known = (piece) => part(index, piece) || (piece.length > 3 && expand(index, piece, false, KIN).size > 0);
    for (let at = word.length - 3; at > 1; at--) {
      const [left, right] = [word.slice(0, at), word.slice(at)], small = index.small.has(left);
      if (!small && !known(left)) continue;
      const rest = known(right) ? [right] : cut(index, right);
      if (rest) return small ? rest : [left, ...rest];
    }
    return null;
  }

  /** The known words that a compound is made of; else the one known word that it begins or ends with; else []. */
  function split(index, word) {
    const all = cut(index, word);
    if (all) return all;
    for (let length = word.length - 2; length > 4; length--)
      for (const piece of [word.slice(-length), word.slice(0, length)])
        if (part(index, piece) || expand(index, piece, false, KIN).size) return [piece];
    return [];
  }

  /** The forms that a word is a slip of, or sounds like, the nearest only: [{id, form, worth}]. */
  function slips(index, word, typing) {
    const heard = sound(index, word), most = edits(word), mostHeard = edits(heard), found = [];
    for (const { form, id, sound: other } of index.forms) {
      if (form.length < 4 || (form[0] !== word[0] && heard[0] !== other[0])) continue;
      const worth = heard === other ? SOUND : Math.max(typo(word, form, most), typo(heard, other, mostHeard));
      if (worth) found.push({ id, form, worth });
      else if (typing && heard.length > 5 && distance(heard, other.slice(0, heard.length), 1) < 2) found.push({ id, form, worth: PART });
    }
    const nearest = Math.max(...found.map(({ worth }) => worth));
    return found.filter(({ worth }) => worth === nearest || worth === PART);
  }

  /** The known word that a word was taken for; nothing when the word means something itself. */
  function mistyped(index, word) {
    if (word.length < 4 || index.small.has(word) || index.family.has(word)) return null;
    const best = Math.max(...expand(index, word, false).values(), 0);
    return slips(index, word, false).find(({ worth }) => worth === best)?.form ?? null;
  }

  /** The families that a typed word may stand for, each with what the match is worth (at least `least`). */
  function expand(index, word, typing, least = 0) {
    const key = `${word} ${typing} ${least}`;
    if (index.memo.has(key)) return index.memo.get(key);
    const found = new Map(), bare = plain(word), known = index.family.has(word);
    const add = (id, worth) => { if (worth && worth >= least && worth > (found.get(id) ?? 0)) found.set(id, worth); };
    if (known) add(index.family.get(word), EXACT);
    if (word.length > 2) for (const { form, id, plain: other } of index.forms) {
      if (bare[0] === other[0] && bare[1] === other[1]) add(id, kin(index, bare, other) * (known ? SYNONYM : 1)); // a known word means itself first
      if (word.length === 3 && form.startsWith(word) && index.endings.has(plain(form).slice(3))) add(id, KIN);
      if (form.length <= word.length || least > PREFIX) continue;
      if (form.startsWith(word)) {
        if (typing) add(id, (PREFIX - 0.3 * (1 - word.length / form.length)) * (known ? SYNONYM : 1));
        else if (word.length > 4 || part(index, form.slice(word.length))) add(id, PART);
      } else if (word.length > 3 && form.endsWith(word) && part(index, form.slice(0, -word.length))) add(id, PART);
    }
    if (least < SOUND && word.length > 3 && Math.max(...found.values(), 0) < SYNONYM - 0.1)
      for (const { id, worth } of slips(index, word, typing)) add(id, worth);
    for (const [start, rest] of index.data.beginnings) if (!known && word.startsWith(start) && word.length > start.length + 3)
      for (const [id, worth] of expand(index, rest + word.slice(start.length), false, KIN)) add(id, worth * KIN);
    for (const [id, worth] of [...found]) for (const other of index.groups[id] ?? []) add(other, worth * SYNONYM);
    index.memo.set(key, found);
    return found;
  }

  /** Is a word hardly one of this language, so that another is worth asking? One that is being typed may become one. */
  function strange(index, { word, small, typing }) {
    if (small || index.elsewhere.has(word) || (typing && index.forms.some(({ form }) => form.startsWith(word)))) return false;
    return Math.max(...expand(index, word, typing).values(), 0) < KIN;
  }

  /** The small word that a slip turned into this one, which the index does not know; else the word itself. */
  function mended(index, word) {
    if (word.length < 4 || index.small.has(word) || expand(index, word, false, PART).size) return word;
    return [...index.small.keys()].find((small) => small.length > 3 && small[0] === word[0] && distance(word, small, 1) <= 1) ?? word;
  }

  /** A query as words, joined where the index knows them so: [{word, small, typing}]. */
  function read(index, query) {
    const typing = /[\p{L}\p{N}]$/u.test(query), whole = [];
    const known = (word) => index.family.has(word);
    for (const word of tokens(query)) {
      const [left, right] = [whole.at(-1), whole.at(-2)];
      if (whole.length > 1 && known(right + left + word) && !(known(left) && known(word))) whole.splice(-2, 2, right + left + word);
      else if (whole.length && known(left + word) && !(known(word) && known(left))) whole.splice(-1, 1, left + word);
      else whole.push(word);
    }
    return whole.map((word, at) => {
      const last = typing && at === whole.length - 1, meant = last ? word : mended(index, word);
      return { word: meant, small: index.small.has(meant), typing: last };
    });
  }

  return { KIN, SYNONYM, PART, fold, tokens, plain, sound, split, expand, strange, mistyped, read };
})();
