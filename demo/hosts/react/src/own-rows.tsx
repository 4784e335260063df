import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import type { ReleaseContact, RenderContact } from 'tui-presence';

const roots = new Map<Node, Root>();

/** A component in each row of a list. */
export const renderContact: RenderContact = (contact, { status }, previous) => {
  const node = previous ?? document.createElement('div');
  const root = roots.get(node) ?? createRoot(node as HTMLElement);
  roots.set(node, root);
  root.render(
    <p>
      {contact.name ?? contact.userID} is {status}
    </p>,
  );
  return node;
};

export const releaseContact: ReleaseContact = (node) => {
  roots.get(node)?.unmount();
  roots.delete(node);
};
