const GIVEN =
  'Ana Bo Çelik Dae Émile Fatou Gita Hugo Ines Jun Kofi Lena Mei Noor Oskar Pia Quin Rosa Sven Tariq Uma Vito Wen Xan Yara Zoe'.split(
    ' ',
  );
const FAMILY =
  'Abe Brandt Cruz Dubois Eze Fischer Garcia Haddad Ito Jansen Kaya Lopez Meyer Nowak Okafor Petrov Quist Rossi Silva Tanaka Umar Vogel Wagner Xu Yilmaz Zhang'.split(
    ' ',
  );

/** Numbers that look random and are the same in every run, each from 0 to before `below`. */
export function numbers(seed = 1) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** People in no order, each with a name of its own. */
export function makeContacts(count) {
  const next = numbers();
  return Array.from({ length: count }, (_, place) => ({
    userID: `user${place}`,
    name: `${GIVEN[next(GIVEN.length)]} ${FAMILY[next(FAMILY.length)]} ${place}`,
  }));
}
