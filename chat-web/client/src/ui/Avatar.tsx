import { Icon } from './Icon';

const HUES = 8;

interface Props {
  id: number;
  name: string;
  group?: boolean;
  private?: boolean;
  presence?: 'online' | 'away' | 'dnd' | 'offline';
  small?: boolean;
  large?: boolean;
  tiny?: boolean;
}

/** Initials on a color derived from the id. Decorative: to be used next to the name. */
export function Avatar({ id, name, group, private: isPrivate, presence, small, large, tiny }: Props) {
  const kind = group ? 'avatar--group' : tintOf(id);
  const size = small ? 'avatar--small' : large ? 'avatar--large' : tiny ? 'avatar--tiny' : '';
  return (
    <span className={`avatar ${kind} ${size}`} aria-hidden="true">
      {group ? <Icon name={isPrivate ? 'lock' : 'channel'} size={small ? 16 : 20} /> : initials(name)}
      {presence && presence !== 'offline' && <span className={`avatar__dot avatar__dot--${presence}`} />}
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
