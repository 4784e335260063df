import { connect, presence } from 'tui-presence';
import 'tui-presence/define';
import 'tui-presence/define/tui-contact-list';
import german from 'tui-presence/i18n/de';
import { login } from 'tui-presence/login';
import { MemorySource } from 'tui-presence/memory';
import { TuiContactList } from 'tui-presence/react';

export const entries = [connect, presence, login, MemorySource, TuiContactList, german.contacts];

const list = document.querySelector('tui-contact-list')!;
list.contacts = null;
list.contacts = [{ userID: 'ana' }];
// @ts-expect-error
list.contacts = [{ name: 'Ana' }];
list.renderContact = (contact, { status }, previous) =>
  previous ?? document.createTextNode(contact.userID + status);
list.releaseContact = (node) => node.textContent;
list.addEventListener('tui-contact-select', ({ userID, contact }) => [userID, contact.remark]);
// The events bubble: a page may listen for those of all lists.
document.addEventListener('tui-contact-menu', ({ userID, clientX }) => [userID, clientX]);
