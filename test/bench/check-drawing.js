/** A dot has some hundred bytes of colour. */
const DOT = 60;

/** Throws unless each implementation draws online, offline and online again. */
export async function checkDrawing(browser, implementations) {
  for (const implementation of implementations) {
    const page = await browser.open(implementation);
    await page.call('prepare(20)');
    await page.call('start()');
    await page.call('mount()');
    await page.call('wait(200)');
    const pictures = [];
    for (const online of [true, false, true]) {
      await page.call(`set(${online})`);
      await page.call('frames(3)');
      pictures.push(await page.picture());
    }
    const [online, offline, onlineAgain] = pictures;
    const differ = async (one, other) => {
      const bytes = await page.call(`differences(${JSON.stringify([one, other])})`);
      return bytes > DOT;
    };
    if (!(await differ(online, offline))) {
      throw new Error(`${implementation} does not draw a change.`);
    }
    if (await differ(online, onlineAgain)) {
      throw new Error(`${implementation} does not draw the change back.`);
    }
    await page.close();
  }
}
