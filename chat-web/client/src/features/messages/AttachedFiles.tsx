import type { CSSProperties } from 'react';
import { Suspense } from 'react';
import { FileContent } from '../../files/lazyParts';
import type { AttachedFile } from '../../protocol/resources';

const MAX_WIDTH = 360;
const MAX_HEIGHT = 300;

/** The files of a message. Each has its space before it is loaded, so that nothing moves. */
export function AttachedFiles({ files }: { files: readonly AttachedFile[] }) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className="files__item" style={boxOf(file)}>
          <Suspense>
            <FileContent file={file} />
          </Suspense>
        </li>
      ))}
    </ul>
  );
}

function boxOf({ width, height, type, placeholder }: AttachedFile): CSSProperties {
  if (width && height) {
    const shown = Math.round(Math.min(width, MAX_WIDTH, (MAX_HEIGHT * width) / height));
    const background = placeholder && `url(data:image/png;base64,${placeholder}) 0 0 / 100% 100%`;
    return { width: Math.max(shown, 48), aspectRatio: `${width} / ${height}`, background };
  }
  if (type.startsWith('video/')) return { width: MAX_WIDTH, aspectRatio: '16 / 9' };
  return { width: MAX_WIDTH, height: type.startsWith('audio/') || type === 'application/pdf' ? 96 : 52 };
}
