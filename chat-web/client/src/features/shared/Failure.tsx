/** Why the last request failed. */
export function Failure({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="notice notice--bad" role="alert">
      {text}
    </p>
  );
}
