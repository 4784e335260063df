import type { Person } from '../../contacts/person.js';
import { endsLogin } from '../../presence-error.js';
import type { PresenceError } from '../../presence-error.js';
import type { SourceSink } from '../../presence-source.js';
import type { StatusEntry } from '../../presence.js';

/** What the official source reports and a shared login has to handle, besides passing it on. */
export interface OfficialSinkListener {
  /** Whether the source is the one in use. */
  isCurrent(): boolean;
  onSession(userID: string | undefined): void;
  onDisplay(on: boolean): void;
  /** The service ended the login. */
  onEnded(error: PresenceError): void;
  /** The statuses of these users have been passed on. */
  onStatuses(userIDs: readonly string[]): void;
  onProfiles(persons: readonly Person[]): void;
  onMembers(groupID: string): void;
}

/** The sink of the official source of a shared login: passes on all but the end of its login. */
export function officialSink(sink: SourceSink, listener: OfficialSinkListener): SourceSink {
  const whileCurrent =
    <Values extends unknown[]>(handle: (...values: Values) => void) =>
    (...values: Values): void => {
      if (listener.isCurrent()) handle(...values);
    };
  const reportUsers = (entries: readonly StatusEntry[]): void =>
    listener.onStatuses(entries.map(({ userID }) => userID));
  return {
    ...sink,
    session: whileCurrent((userID) => listener.onSession(userID)),
    connection: whileCurrent((state) => sink.connection(state)),
    display: whileCurrent((on) => listener.onDisplay(on)),
    failure: whileCurrent((error) => {
      if (error && endsLogin(error)) listener.onEnded(error);
      else sink.failure(error);
    }),
    profilesChanged: whileCurrent((persons) => {
      sink.profilesChanged(persons);
      listener.onProfiles(persons);
    }),
    membersChanged: whileCurrent((groupID) => {
      sink.membersChanged?.(groupID);
      listener.onMembers(groupID);
    }),
    push: whileCurrent((entries) => {
      sink.push(entries);
      reportUsers(entries);
    }),
    answer: whileCurrent((entries, version) => {
      sink.answer(entries, version);
      reportUsers(entries);
    }),
  };
}
