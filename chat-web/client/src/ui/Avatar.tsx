import { Icon } from './Icon';

const HUES = 8;

interface Props {
  id: number;
  name: string;
  group?: boolean;
  private?: boolean;
  online?: boolean;
  small?: boolean;
}

/** Initials on a color derived from the id. Decorative: to be used next to the name. */
export function Avatar({ id, name, group, private: isPrivate, online, small }: Props) {
  const kind = group ? 'avatar--group' : tintOf(id);
  return (
    <span className={`avatar ${kind} ${small ? 'avatar--small' : ''}`} aria-hidden="true">
      {group ? <Icon name={isPrivate ? 'lock' : 'channel'} size={small ? 16 : 20} /> : initials(name)}
      {online && <span className="avatar__dot" />}
    </span>
  );
}

/** The class with the color of a person. */
export const tintOf = (id: number) => `tint--${id % HUES}`;

function initials(name: string) {
  const parts = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return letters
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
