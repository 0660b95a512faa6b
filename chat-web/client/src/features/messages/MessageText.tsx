const LINK = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/g;

/** The body of a message, with URLs as links. */
export function MessageText({ body }: { body: string }) {
  // Splitting by a pattern with one group yields text and links alternately.
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
