import type { IconName } from './Icon';
import { Icon } from './Icon';

interface Props {
  icon: IconName;
  label: string;
  onClick: () => void;
  className?: string;
}

export function IconButton({ icon, label, onClick, className = '' }: Props) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
