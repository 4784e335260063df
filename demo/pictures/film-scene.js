import { MemorySource, presence } from '../dist/cdn/tui-presence.js';
import { makePerson } from '../server/people.js';
import { seededRandom } from '../server/random.js';

const names = {
  ana: 'Ana Nowak',
  bjorn: 'Björn Östlund',
  zhang: '张伟',
  carla: 'Carla Kim',
  mohammed: 'محمد العلي',
  elena: 'Elena Rossi',
};
const faces = seededRandom(11);
const contacts = Object.entries(names).map(([userID, name], index) => ({
  userID,
  name,
  avatar: index % 2 === 1 ? makePerson(userID, faces).avatar : '',
}));

const minute = 60_000;
let talks = [
  ['ana', 'See you at ten then', 0],
  ['elena', 'Grazie!', 0],
  ['bjorn', 'The ring reads better now', 0],
  ['zhang', '晚上见', 0],
  ['mohammed', 'شكرا جزيلا', 0],
  ['carla', 'I will look at it tonight', 0],
];

const conversations = () =>
  talks.map(([userID, lastMessage, unreadCount], index) => ({
    conversationID: `C2C${userID}`,
    type: 'c2c',
    userID,
    name: names[userID],
    avatar: contacts.find((contact) => contact.userID === userID).avatar,
    lastMessage,
    lastMessageTime: Date.now() - index * 7 * minute,
    unreadCount,
  }));

presence.statusOf = (words) => {
  if (/meeting/.test(words)) return 'busy';
  if (/lunch/i.test(words)) return 'away';
};

const source = new MemorySource({
  contacts,
  conversations: conversations(),
  displayOnlineStatus: true,
});
source.connect();

/** Each step with what is to be seen after it, and how long it stays, in ms. */
globalThis.steps = [
  {
    act() {
      source.setStatus('ana', 'online', 'In Lisbon until Friday');
      source.setStatus('elena', 'online');
      source.setStatus('zhang', 'online');
      for (const userID of ['bjorn', 'carla', 'mohammed']) source.setStatus(userID, 'offline');
    },
    seen: '[data-user-id=carla][data-status=offline]',
    stays: 1600,
  },
  {
    act: () => source.setStatus('bjorn', 'online'),
    seen: '[data-user-id=bjorn][data-status=online]',
    stays: 1300,
  },
  {
    act: () => source.setStatus('zhang', 'online', 'In a meeting'),
    seen: '[data-user-id=zhang][data-status=busy]',
    stays: 1300,
  },
  {
    act() {
      const [carla] = talks.splice(5, 1);
      talks = [[carla[0], 'It is done. Have a look!', 1], ...talks];
      source.setConversations(conversations());
      source.setStatus('carla', 'online');
    },
    seen: '[data-user-id=carla][data-status=online]',
    stays: 1500,
  },
  {
    act: () => source.setStatus('elena', 'online', 'Lunch until one'),
    seen: '[data-user-id=elena][data-status=away]',
    stays: 1300,
  },
  {
    act: () => source.drop(),
    seen: '.notice >> text=Connection lost',
    stays: 2400,
  },
  {
    act() {
      source.restore();
      source.setStatus('ana', 'offline');
      source.setStatus('mohammed', 'online');
    },
    seen: '[data-user-id=mohammed][data-status=online][data-freshness=live]',
    stays: 1800,
  },
];
