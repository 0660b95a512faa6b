import type { KeyboardEvent } from 'react';
import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';

interface Props {
  value: string;
  onChange: (text: string) => void;
  onLeave: () => void;
}

export function SearchField({ value, onChange, onLeave }: Props) {
  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') onLeave();
  }
  return (
    <search className="search">
      <Icon name="search" />
      <input
        type="text"
        role="searchbox"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={texts.directory.search}
        placeholder={texts.directory.search}
        data-testid="directory-search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={key}
      />
      {value && <IconButton icon="clear" label={texts.directory.clear} onClick={onLeave} />}
    </search>
  );
}
