import { Suspense } from 'react';
import { LinkCard } from '../../previews/lazyParts';
import type { TimelineMessage } from '../../state/timeline';
import { useChatState } from '../shared/chatContext';

/** The preview of the first link of a message, if the server makes previews. The server decides what is a link. */
export function LinkPreview({ message }: { message: TimelineMessage }) {
  const { conv, pos, body = '', editedAt = '' } = message;
  const on = useChatState((state) => state.previews === true);
  if (!on || !/https?:\/\/\S/i.test(body)) return null;
  return (
    <Suspense fallback={<div className="preview-space" />}>
      <LinkCard key={editedAt} conv={conv} pos={pos} version={editedAt} />
    </Suspense>
  );
}
