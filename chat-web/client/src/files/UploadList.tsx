import { texts } from '../i18n';
import { failureText } from '../i18n/failures';
import { IconButton } from '../ui/IconButton';
import { StatusRegion } from '../ui/StatusRegion';
import { fileSize } from './fileSize';
import './files.css';
import { removeUpload, retryUpload } from './uploader';
import type { Upload } from './uploads';

interface Props {
  items: readonly Upload[];
  tooMany: boolean;
}

/** The files of the message that is being written. */
export function UploadList({ items, tooMany }: Props) {
  return (
    <>
      <ul className="uploads" aria-label={texts.files.attached}>
        {items.map((item) => (
          <li key={item.key} className="uploads__item" data-state={item.state}>
            <bdi className="files__name">{item.name}</bdi>
            <span className="files__size">{fileSize(item.size)}</span>
            {item.state === 'uploading' && (
              <progress max={item.size} value={item.received} aria-label={texts.files.uploading(item.name)} />
            )}
            {item.state === 'failed' && (
              <button type="button" className="button button--small" onClick={() => retryUpload(item.key)}>
                {texts.messages.retry}
              </button>
            )}
            <IconButton icon="clear" label={texts.files.remove(item.name)} onClick={() => removeUpload(item.key)} />
            {item.failure && (
              <p className="uploads__failure" role="alert">
                {failureOf(item.failure)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <StatusRegion>{tooMany && <p>{texts.files.tooMany}</p>}</StatusRegion>
    </>
  );
}

function failureOf(failure: NonNullable<Upload['failure']>) {
  if (failure.status === 413) return texts.files.tooLarge;
  if (failure.status === 403) return texts.files.refused;
  return failureText(failure);
}
