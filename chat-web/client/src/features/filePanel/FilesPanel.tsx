import type { MouseEvent } from 'react';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { panelCovers } from '../../a11y/isNarrow';
import { ownAddress } from '../../device/installation';
import type { FileList } from '../../files/fileList';
import { fileList } from '../../files/fileList';
import { fileSize } from '../../files/fileSize';
import { Viewer } from '../../files/lazyParts';
import { picturesOf, pressedPicture } from '../../files/pictures';
import { texts } from '../../i18n';
import { channelTexts } from '../../i18n/enChannels';
import { fileTexts } from '../../i18n/enFiles';
import { failureText } from '../../i18n/failures';
import { fullTime, shortTime } from '../../i18n/time';
import { hrefOf } from '../../navigation/route';
import type { FileKind, SentFile } from '../../protocol/files';
import { Icon } from '../../ui/Icon';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { showFiles } from '../shared/shell';
import { SidePanel } from '../shared/SidePanel';
import './filePanel.css';
import { useFiles } from './useFiles';

const KINDS: (FileKind | undefined)[] = [undefined, 'image', 'video', 'audio', 'other'];

interface Props {
  conv: number;
  api?: FileList;
}

/** The panel with the files of a conversation. */
export default function FilesPanel({ conv, api = fileList }: Props) {
  const [kind, setKind] = useState<FileKind>();
  const { items, loading, failure, hasMore, more } = useFiles(conv, kind, api);
  const [picture, setPicture] = useState<number>();
  const pictures = useMemo(() => picturesOf(items?.map(({ file }) => file) ?? []), [items]);
  const closeViewer = useCallback(() => setPicture(undefined), []);

  function press(event: MouseEvent) {
    const pressed = pressedPicture(event);
    if (pressed === undefined) return;
    event.preventDefault();
    setPicture(pressed);
  }
  return (
    <SidePanel
      label={fileTexts.panel}
      closeLabel={channelTexts.closeFiles}
      busy={loading}
      hasDialog={picture !== undefined}
      onClose={close}
    >
      <div className="file-panel__kinds" role="group" aria-label={fileTexts.kinds}>
        {KINDS.map((each) => (
          <button key={each ?? 'all'} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
            {fileTexts.kind[each ?? 'all']}
          </button>
        ))}
      </div>
      {items?.length === 0 && !hasMore && (
        <p className="quiet">{kind === undefined ? fileTexts.none : fileTexts.noneOfKind}</p>
      )}
      <ul className="file-panel__list" onClick={press}>
        {items?.map((sent) => (
          <li key={sent.file.id} className="file-panel__item">
            <Item conv={conv} sent={sent} />
          </li>
        ))}
      </ul>
      {failure && (
        <div className="failure" role="alert">
          <p>{fileTexts.failed}</p>
          <p>{failureText(failure)}</p>
          <button type="button" className="button" disabled={loading} onClick={more}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      {loading && <p className="quiet">{texts.loading}</p>}
      {hasMore && !failure && !loading && (
        <button type="button" className="button more" onClick={more}>
          {fileTexts.more}
        </button>
      )}
      {picture !== undefined && (
        <Suspense fallback={null}>
          <Viewer pictures={pictures} start={picture} onClose={closeViewer} />
        </Suspense>
      )}
    </SidePanel>
  );
}

/** The button that opened the panel gets the focus back. */
function close() {
  showFiles(false);
  document.querySelector<HTMLElement>('[data-opens="files"]')?.focus();
}

function Item({ conv, sent: { pos, from, file } }: { conv: number; sent: SentFile }) {
  const name = useChatState((state) => nameOf(state.people, from));
  const ts = useChatState((state) => state.timelines.get(conv)?.items.find((message) => message.pos === pos)?.ts);
  const address = ownAddress(`/api/files/${file.id}`);
  return (
    <>
      {file.width === undefined ? (
        <a className="file-panel__icon" href={address} download={file.name} tabIndex={-1} aria-hidden="true">
          <Icon name="attach" />
        </a>
      ) : (
        <a
          className="file-panel__icon"
          href={address}
          target="_blank"
          rel="noopener"
          data-picture={file.id}
          aria-label={fileTexts.open(file.name)}
        >
          <img src={`${address}/thumbnail`} alt="" loading="lazy" />
        </a>
      )}
      <span className="file-panel__main">
        <a className="file-panel__name" href={address} download={file.name}>
          <bdi>{file.name}</bdi>
        </a>
        <span className="file-panel__meta">
          <span>{fileSize(file.size)}</span> <bdi>{name}</bdi>{' '}
          {ts !== undefined && (
            <time dateTime={ts} title={fullTime(ts)}>
              {shortTime(ts)}
            </time>
          )}
        </span>
        <a
          className="file-panel__link"
          href={hrefOf({ view: 'conversation', conv, pos })}
          aria-label={`${fileTexts.show}: ${file.name}`}
          onClick={() => panelCovers() && showFiles(false)}
        >
          {fileTexts.show}
        </a>
      </span>
    </>
  );
}
