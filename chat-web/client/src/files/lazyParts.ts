import type { ComponentType } from 'react';
import { lazy } from 'react';
import type * as chunk from './filesChunk';

type Chunk = typeof chunk;

/** A part that cannot be loaded, for example after an update of the server, is left out. */
function part<Props>(pick: (chunk: Chunk) => ComponentType<Props>) {
  return lazy<ComponentType<Props>>(() =>
    import('./filesChunk').then(
      (module) => ({ default: pick(module) }),
      (error: unknown) => {
        console.warn('The files of messages could not be loaded. Reload the page to repeat.', error);
        return { default: () => null };
      },
    ),
  );
}

export const FileContent = part((chunk) => chunk.FileContent);
export const Viewer = part((chunk) => chunk.Viewer);
export const UploadList = part((chunk) => chunk.UploadList);
