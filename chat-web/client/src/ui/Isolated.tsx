interface Props {
  text: string;
  /** What is said around it. */
  within: (text: string) => string;
}

const PLACE = '\uFFFC';

/** Somebody's words within ours: their direction changes nothing around them. */
export function Isolated({ text, within }: Props) {
  const said = within(PLACE);
  const place = said.indexOf(PLACE);
  return (
    <>
      {said.slice(0, place)}
      <bdi>{text}</bdi>
      {said.slice(place + 1)}
    </>
  );
}
