import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { ownAddress } from '../device/installation';
import { texts } from '../i18n';
import { fileTexts } from '../i18n/enFiles';
import type { AttachedFile } from '../protocol/resources';
import { IconButton } from '../ui/IconButton';
import { ModalDialog } from '../ui/overlays/lazyOverlays';
import { fileSize } from './fileSize';
import { hasPage } from './pictures';
import './viewer.css';

interface Props {
  /** In the order of the arrow keys. A picture that is removed meanwhile disappears. */
  pictures: readonly AttachedFile[];
  /** The id of the first picture that is shown. */
  start: number;
  onClose: () => void;
}

/** Shows pictures, and first pages of documents, one after another over the page: fitted to the window, or in their original size. */
export function Viewer({ pictures, start, onClose }: Props) {
  const [shown, setShown] = useState({ id: start, index: pictures.findIndex(({ id }) => id === start) });
  const found = pictures.findIndex(({ id }) => id === shown.id);
  const index = found >= 0 ? found : Math.min(Math.max(0, shown.index), pictures.length - 1);
  const picture = pictures[index];
  useEffect(() => {
    if (!picture) onClose();
  }, [picture, onClose]);
  if (!picture) return null;

  const go = (to: number) => {
    const next = pictures[to];
    if (next) setShown({ id: next.id, index: to });
  };
  return (
    <ModalDialog kind="viewer" title={fileTexts.viewer} onClose={onClose}>
      <Shown
        picture={picture}
        number={index + 1}
        count={pictures.length}
        onGo={(by) => go(index + by)}
        onEdge={(last) => go(last ? pictures.length - 1 : 0)}
        onClose={onClose}
      />
    </ModalDialog>
  );
}

interface ShownProps {
  picture: AttachedFile;
  number: number;
  count: number;
  onGo: (by: number) => void;
  onEdge: (last: boolean) => void;
  onClose: () => void;
}

function Shown({ picture, number, count, onGo, onEdge, onClose }: ShownProps) {
  const { id, name, size } = picture;
  const isPage = hasPage(picture);
  // Of one picture: the next one is fitted to the window again.
  const [zoomedId, setZoomedId] = useState<number>();
  const [brokenId, setBrokenId] = useState<number>();
  const zoomed = zoomedId === id;
  const box = useRef<HTMLDivElement>(null);
  // The dialog would have the focus otherwise, and its keys with it.
  useEffect(() => box.current?.focus(), []);
  // A picture in its original size is scrolled with the arrow keys.
  useEffect(() => {
    if (zoomed) box.current?.focus();
  }, [zoomed]);
  const address = ownAddress(`/api/files/${id}`);

  function key(event: KeyboardEvent) {
    if (zoomed || event.ctrlKey || event.metaKey || event.altKey) return;
    const onwards = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === onwards) onGo(1);
    else if (event.key === back) onGo(-1);
    else if (event.key === 'Home') onEdge(false);
    else if (event.key === 'End') onEdge(true);
    else return;
    event.preventDefault();
  }

  return (
    <div className="viewer" onKeyDown={key}>
      <header className="viewer__head">
        <p className="viewer__name">
          <bdi>{name}</bdi>{' '}
          <span className="viewer__size">
            {fileSize(size)}
            {isPage && ` · ${fileTexts.firstPage}`}
          </span>
        </p>
        <p className="visually-hidden" role="status">
          {fileTexts.place(name, number, count)}
        </p>
        <button
          type="button"
          className="viewer__button"
          aria-pressed={zoomed}
          onClick={() => setZoomedId(zoomed ? undefined : id)}
        >
          {zoomed ? fileTexts.fit : fileTexts.zoom}
        </button>
        <a className="viewer__button" href={address} download={name} aria-label={fileTexts.download(name)}>
          {fileTexts.save}
        </a>
        <IconButton icon="clear" label={texts.close} onClick={onClose} />
      </header>
      <div
        ref={box}
        className={`viewer__box ${zoomed ? 'viewer__box--zoomed' : ''}`}
        tabIndex={zoomed ? 0 : -1}
        role="group"
        aria-label={zoomed ? fileTexts.scrolls(name) : fileTexts.place(name, number, count)}
      >
        {brokenId === id ? (
          <p className="viewer__broken">{isPage ? fileTexts.noPage : fileTexts.broken}</p>
        ) : (
          <img
            key={id}
            src={isPage ? `${address}/thumbnail` : address}
            alt={isPage ? fileTexts.pageOf(name) : name}
            onError={() => setBrokenId(id)}
          />
        )}
      </div>
      {count > 1 && (
        <footer className="viewer__foot">
          <IconButton icon="back" label={fileTexts.previous} onClick={() => onGo(-1)} />
          <span aria-hidden="true">
            {number} / {count}
          </span>
          <IconButton icon="back" className="viewer__next" label={fileTexts.next} onClick={() => onGo(1)} />
        </footer>
      )}
    </div>
  );
}
