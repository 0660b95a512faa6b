import { useId } from 'react';

interface Props<T extends string> {
  legend: string;
  /** Each value with its label. */
  choices: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

/** One of a few values, as radio buttons. */
export function ChoiceField<T extends string>({ legend, choices, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {(Object.keys(choices) as T[]).map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          {choices[each]}
        </label>
      ))}
    </fieldset>
  );
}
