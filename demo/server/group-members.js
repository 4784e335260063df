import { isPlayer } from './generator.js';
import { languageOfGroup } from './talk.js';

/** So many members of each group, at least, speak its language, if there are as many. */
const SPEAKERS = 6;

/** Who is in the groups of a world. */
export class GroupMembers {
  /** @type {Pick<import('./world.js').World, 'users' | 'sizes'>} */
  #world;
  /** Who has joined each group or left it since the start. @type {Map<string, Map<string, boolean>>} */
  #changes = new Map();

  /** @param {Pick<import('./world.js').World, 'users' | 'sizes'>} world */
  constructor(world) {
    this.#world = world;
  }

  /**
   * Those at the keyboard, some who speak the language of the group, then any others.
   *
   * @param {string} groupID
   */
  of(groupID) {
    const { users, sizes } = this.#world;
    const all = [...users.keys()];
    const speakers = all.filter((id) => !isPlayer(id) && this.#speaks(id, groupID));
    const ranked = new Set([...all.filter(isPlayer), ...speakers.slice(0, SPEAKERS), ...all]);
    const members = new Set([...ranked].slice(0, sizes.members));
    for (const [userID, isMember] of this.#changes.get(groupID) ?? []) {
      if (isMember) members.add(userID);
      else members.delete(userID);
    }
    return [...members];
  }

  /** @param {string} groupID */
  speakersOf(groupID) {
    return this.of(groupID).filter((id) => this.#speaks(id, groupID));
  }

  /**
   * @param {string} groupID
   * @param {string} userID
   * @param {boolean} isMember
   */
  set(groupID, userID, isMember) {
    const changes = this.#changes.get(groupID) ?? new Map();
    this.#changes.set(groupID, changes.set(userID, isMember));
  }

  /** Forgets who has joined or left. */
  clear() {
    this.#changes.clear();
  }

  /**
   * @param {string} userID
   * @param {string} groupID
   */
  #speaks(userID, groupID) {
    return this.#world.users.get(userID)?.language === languageOfGroup(groupID);
  }
}
