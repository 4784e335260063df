const GIVEN =
  'Ana Bo Çelik Dae Émile Fatou Gita Hugo Ines Jun Kofi Lena Mei Noor Oskar Pia Quin Rosa Sven Tariq Uma Vito Wen Xan Yara Zoe'.split(
    ' ',
  );
const FAMILY =
  'Abe Brandt Cruz Dubois Eze Fischer Garcia Haddad Ito Jansen Kaya Lopez Meyer Nowak Okafor Petrov Quist Rossi Silva Tanaka Umar Vogel Wagner Xu Yilmaz Zhang'.split(
    ' ',
  );

/** Pseudo-random integers from 0 to `below` - 1, the same in every run. */
export function numbers(seed = 1) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Contacts in random order, each with a unique name. */
export function makeContacts(count) {
  const next = numbers();
  return Array.from({ length: count }, (_, index) => ({
    userID: `user${index}`,
    name: `${GIVEN[next(GIVEN.length)]} ${FAMILY[next(FAMILY.length)]} ${index}`,
  }));
}
