import type { User, UserId } from '../protocol/resources';

/**
 * The people whom the page has met. It tells whom it was asked for in vain, so that they can be loaded: whoever shows a
 * name needs to do nothing for that but to look it up.
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

  /** For who will be shown soon. */
  want(id: UserId) {
    if (!this.has(id)) this.missed(id);
  }

  /** A copy in which these users have been added or renamed. */
  with(users: readonly User[]): People {
    return new People([...this.values(), ...users], this.missed);
  }
}
