import { useEffect, useState } from 'react';
import { fileTexts } from '../i18n/enFiles';
import type { AttachedFile } from '../protocol/resources';
import { Icon } from '../ui/Icon';

/** When the picture of a page is asked for again: it is made within seconds after the upload. */
const RETRIES_MS = [2_000, 6_000, 20_000];

interface Props {
  file: AttachedFile;
  address: string;
}

/** The first page of a document, which opens in the viewer; or a sign in its place, so that nothing moves. */
export function PagePreview({ file, address }: Props) {
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  const retryMs = RETRIES_MS[attempt];
  useEffect(() => {
    if (!failed || retryMs === undefined) return;
    const timer = setTimeout(() => {
      setAttempt(attempt + 1);
      setFailed(false);
    }, retryMs);
    return () => clearTimeout(timer);
  }, [failed, attempt, retryMs]);

  if (failed)
    return (
      <span className="files__page" aria-hidden="true">
        <Icon name="attach" />
      </span>
    );
  const query = attempt > 0 ? `?attempt=${attempt}` : '';
  return (
    <a
      className="files__page"
      href={address}
      download={file.name}
      data-picture={file.id}
      aria-label={fileTexts.open(file.name)}
    >
      <img src={`${address}/thumbnail${query}`} alt="" loading="lazy" onError={() => setFailed(true)} />
    </a>
  );
}
