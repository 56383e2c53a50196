/* What to show of an answer: what the words were taken for, where they stand, and the sentences with most of them.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script. */

globalThis.guidePassage = (() => {
  "use strict";

  /** A passage goes on until it has this many characters. */
  const LENGTH = 140;

  /** The families that a query stands for, to be marked where they occur. */
  const meant = (index, query) => new Set(guideWords.read(index, query).filter(({ small }) => !small).flatMap(({ word, typing }) => {
    const own = [...guideWords.expand(index, word, typing)];
    return (own.length ? own : guideWords.split(index, word).flatMap((piece) => [...guideWords.expand(index, piece, false)]))
      .filter(([, worth]) => worth >= guideWords.PART).map(([id]) => id);
  }));

  /** The known words that unknown ones were taken for; a word that is still being typed is left alone. */
  const understood = (index, query) => guideWords.read(index, query)
    .map(({ word, typing }) => (typing ? null : guideWords.mistyped(index, word))).filter(Boolean);

  /** A text cut where what was found begins and ends: [[text, is it found]]. */
  const pieces = (index, text, ids) => text.split(/([\p{L}\p{N}]+(?:[.&'’-][\p{L}\p{N}]+)*)/u).map((piece, at) =>
    [piece, at % 2 === 1 && guideWords.tokens(piece).some((word) => ids.has(index.family.get(word)))]);

  /** A text as sentences, each with the families of its words. */
  function sentences(index, text) {
    if (!index.memo.has(text)) index.memo.set(text, text.split(/(?<=[.?!]) |\n/).map((sentence) =>
      ({ sentence, ids: new Set(guideWords.tokens(sentence).map((word) => index.family.get(word))) })));
    return index.memo.get(text);
  }

  /** The sentences of a text that say most of what was found: the best one and what follows, to some length. */
  function passage(index, text, ids) {
    const all = sentences(index, text), found = all.map((one) => [...ids].filter((id) => one.ids.has(id)).length);
    let at = found.indexOf(Math.max(...found)), shown = all[at].sentence;
    while (shown.length < LENGTH && ++at < all.length) shown += (/[.?!:]$/.test(shown) ? " " : " · ") + all[at].sentence;
    return shown;
  }

  return { understood, meant, pieces, passage };
})();
