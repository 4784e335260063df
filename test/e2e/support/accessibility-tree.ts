import type { Page } from 'playwright-core';

interface AXNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
}

/** What Chromium exposes to assistive technology: role and name of each node that has a name. */
export async function namedNodesOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored, name }) => !ignored && name?.value)
    .map(({ role, name }) => `${role!.value}: ${name!.value.trim()}`);
}
