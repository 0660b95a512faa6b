import type { User, UserId } from '../protocol/resources';

/**
 * The users whom the page knows. It reports each lookup of an unknown user, so that the user can be loaded: code that
 * shows a name only has to look it up.
 */
export class People extends Map<UserId, User> {
  constructor(
    users: Iterable<User>,
    private readonly missed: (id: UserId) => void,
  ) {
    super([...users].map((user) => [user.id, user]));
  }

  override get(id: UserId): User | undefined {
    this.want(id);
    return super.get(id);
  }

  /** Loads a user who will be shown soon, if unknown. */
  want(id: UserId) {
    if (!this.has(id)) this.missed(id);
  }

  /** A copy in which these users have been added or renamed. */
  with(users: readonly User[]): People {
    return new People([...this.values(), ...users], this.missed);
  }
}
