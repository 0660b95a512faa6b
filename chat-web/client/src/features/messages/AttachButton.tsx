import { useRef } from 'react';
import { attach } from '../../files/uploads';
import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';

/** Opens the browser's dialog for files. */
export function AttachButton({ conv }: { conv: number }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="compose__tool"
        aria-label={texts.files.attach}
        title={texts.files.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="files"
        onChange={({ currentTarget }) => {
          attach(conv, [...(currentTarget.files ?? [])]);
          // The same file can be picked again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
