import { useCallback, useState, useSyncExternalStore } from 'react';
import { PreviewApi } from '../connection/previewApi';
import { previewTexts } from '../i18n/enPreviews';
import type { LinkPreview } from '../protocol/preview';
import { Icon } from '../ui/Icon';
import { isHidden, setHidden } from './hiddenPreviews';
import { PreviewLoader } from './previewLoader';
import './previews.css';

interface Props {
  conv: number;
  pos: number;
  /** Changes with the text of the message. */
  version: string;
  loader?: PreviewLoader;
}

const api = new PreviewApi();
const pages = new PreviewLoader((conv, pos) => api.preview(conv, pos));

/**
 * The preview of the first link of a message. Its space is reserved while it is loaded, and is kept until the message is
 * shown the next time, so that nothing moves under the reader.
 */
export function LinkCard({ conv, pos, version, loader = pages }: Props) {
  const [shownBefore] = useState(() => loader.find(conv, pos, version));
  const follow = useCallback(
    (listener: () => void) => loader.follow(conv, pos, version, listener),
    [loader, conv, pos, version],
  );
  const preview = useSyncExternalStore(follow, () => loader.find(conv, pos, version));
  if (shownBefore === null) return null;
  return preview ? <Card id={`${conv}/${pos}`} preview={preview} /> : <div className="preview preview--empty" />;
}

function Card({ id, preview: { url, host, title, description, site } }: { id: string; preview: LinkPreview }) {
  const [hidden, setShown] = useState(() => isHidden(id));
  const label = hidden ? previewTexts.show(host) : previewTexts.hide(host);
  return (
    <div className={`preview ${hidden ? 'preview--hidden' : ''}`} role="group" aria-label={previewTexts.label(host)}>
      <span className="preview__host">
        <bdi>{host}</bdi>
        {site !== undefined && !hidden && (
          <>
            {' · '}
            <bdi>{site}</bdi>
          </>
        )}
      </span>
      <button
        type="button"
        className="preview__toggle"
        aria-label={label}
        title={label}
        aria-expanded={!hidden}
        onClick={() => {
          setHidden(id, !hidden);
          setShown(!hidden);
        }}
      >
        <Icon name="chevron" size={16} />
      </button>
      {!hidden && (
        <>
          <a className="preview__title" href={url} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
            {title}
          </a>
          {description !== undefined && (
            <p className="preview__text" dir="auto">
              {description}
            </p>
          )}
        </>
      )}
    </div>
  );
}
