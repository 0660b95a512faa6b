import { ownAddress } from '../device/installation';
import { fileSize } from './fileSize';
import type { AttachedFile } from '../protocol/resources';
import { PagePreview } from './PagePreview';
import { hasPage } from './pictures';
import './files.css';

/**
 * A picture, a player, or a link to download the file, with its first page if it is a document. What contains a picture
 * or a page shows it when it is pressed.
 */
export function FileContent({ file }: { file: AttachedFile }) {
  const address = ownAddress(`/api/files/${file.id}`);
  if (file.width)
    return (
      <a className="files__picture" href={address} target="_blank" rel="noopener" data-picture={file.id}>
        <img src={`${address}/thumbnail`} alt={file.name} loading="lazy" />
      </a>
    );
  if (file.type.startsWith('video/'))
    return <video className="files__video" src={address} controls preload="none" aria-label={file.name} />;
  const link = (
    <a className="files__link" href={address} download={file.name}>
      <bdi className="files__name">{file.name}</bdi> <span className="files__size">{fileSize(file.size)}</span>
    </a>
  );
  if (hasPage(file))
    return (
      <div className="files__document">
        <PagePreview file={file} address={address} />
        {link}
      </div>
    );
  return (
    <>
      {link}
      {file.type.startsWith('audio/') && <audio src={address} controls preload="none" aria-label={file.name} />}
    </>
  );
}
