const LINK = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/g;

/** The words as they were written; only web addresses become links. */
export function Text({ body }: { body: string }) {
  // Splitting by a pattern with one group gives text and link in turn.
  const parts = body.split(LINK);
  return (
    <p className="bubble__text" dir="auto">
      {parts.map((part, i) =>
        i % 2 ? (
          <a key={i} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
