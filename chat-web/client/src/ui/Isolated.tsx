interface Props {
  text: string;
  /** What is said around it. */
  within: (text: string) => string;
}

const PLACE = '\uFFFC';

/** Somebody's words within ours: their direction changes nothing around them. */
export function Isolated({ text, within }: Props) {
  const sentence = within(PLACE);
  const place = sentence.indexOf(PLACE);
  return (
    <>
      {sentence.slice(0, place)}
      <bdi>{text}</bdi>
      {sentence.slice(place + 1)}
    </>
  );
}
