import { Failure } from './Failure';

/** Why a change was refused, or that it is not saved yet. */
export function ChangeOutcome({ failure, unsaved }: { failure?: string; unsaved?: string }) {
  return (
    <>
      <Failure text={failure} />
      <div role="status">{unsaved && <p className="notice">{unsaved}</p>}</div>
    </>
  );
}
