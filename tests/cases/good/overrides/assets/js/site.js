// A script with what present browsers read.
export default function (element) {
  const { first } = element?.dataset ?? {};
  element.kept ??= `${first}`;
}
