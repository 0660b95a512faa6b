/** Why a change was refused, or that it is not saved yet. */
export function ChangeOutcome({ failure, unsaved }: { failure?: string; unsaved?: string }) {
  return (
    <>
      {failure && (
        <p className="notice notice--bad" role="alert">
          {failure}
        </p>
      )}
      <div role="status">{unsaved && <p className="notice">{unsaved}</p>}</div>
    </>
  );
}
