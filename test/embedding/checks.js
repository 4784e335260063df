/** Named checks that are counted: a failing one says why and lets the next run. */
export class Checks {
  passed = 0;
  failed = 0;

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
      this.failed++;
      console.log(`  ✖ ${name}\n${indented(error)}`);
      return false;
    }
  }

  get sum() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

function indented(error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, '      ');
}
