import { Icon } from './Icon';

const HUES = 8;

interface Props {
  id: number;
  name: string;
  group?: boolean;
  online?: boolean;
}

/** Initials on a color derived from the id. Decorative: to be used next to the name. */
export function Avatar({ id, name, group, online }: Props) {
  return (
    <span className={`avatar avatar--${id % HUES}`} aria-hidden="true">
      {group ? <Icon name="group" /> : initials(name)}
      {online && <span className="avatar__dot" />}
    </span>
  );
}

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
