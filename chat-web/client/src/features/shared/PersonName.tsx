import type { UserId } from '../../protocol/resources';
import { PersonButton } from './PersonButton';

interface Props {
  /** Undefined if it is not the name of a person. */
  user: UserId | undefined;
  name: string;
}

/** A name that opens the profile, if it is the name of a person. */
export function PersonName({ user, name }: Props) {
  if (user === undefined) return <bdi>{name}</bdi>;
  return (
    <PersonButton user={user}>
      <bdi>{name}</bdi>
    </PersonButton>
  );
}
