interface Props {
  text: string;
  /** The sentence around the text. */
  within: (text: string) => string;
}

const PLACEHOLDER = '\uFFFC';

/** User text within a sentence, isolated so that its direction does not affect the sentence. */
export function Isolated({ text, within }: Props) {
  const sentence = within(PLACEHOLDER);
  const index = sentence.indexOf(PLACEHOLDER);
  return (
    <>
      {sentence.slice(0, index)}
      <bdi>{text}</bdi>
      {sentence.slice(index + 1)}
    </>
  );
}
