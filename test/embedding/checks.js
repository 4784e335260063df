/** Named checks that are counted: a failing one says why and lets the next run. */
export class Checks {
  passed = 0;
  /** What failed, each with its host and its reason. */
  failures = [];
  #group = 'the package';

  /** @param {string} name of what the next checks are about */
  begin(name) {
    this.#group = name;
    console.log(`\n== ${name}`);
  }

  /**
   * @param {string} name a true sentence
   * @param {() => unknown} check fails by throwing
   * @returns {Promise<boolean>} whether it is true
   */
  async run(name, check) {
    try {
      await check();
      this.passed++;
      console.log(`  ✔ ${name}`);
      return true;
    } catch (error) {
      console.log(`  ✖ ${name}\n${indented(error)}`);
      this.failures.push(`${this.#group}: ${name}\n${indented(error)}`);
      return false;
    }
  }

  /** Says once more what failed, and last how many checks there were. */
  sumUp() {
    const { passed, failures } = this;
    if (failures.length > 0) console.log(`\n== failed\n${failures.join('\n\n')}`);
    console.log(`\n${passed} passed, ${failures.length} failed`);
  }
}

function indented(error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '      ');
}
