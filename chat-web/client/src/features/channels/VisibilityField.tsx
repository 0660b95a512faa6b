import { useId } from 'react';
import { texts } from '../../i18n';
import type { Visibility } from '../../protocol/resources';

interface Props {
  value: Visibility;
  onChange: (value: Visibility) => void;
}

/** Who can find and join a channel. */
export function VisibilityField({ value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{texts.channel.visibility}</legend>
      {(['private', 'public'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          {texts.channel[each]}
        </label>
      ))}
    </fieldset>
  );
}
