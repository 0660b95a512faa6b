import type { ComponentType } from 'react';
import { lazy } from 'react';
import type * as chunk from './assistChunk';

type Chunk = typeof chunk;

/** A part that cannot be loaded, for example after an update of the server, is left out. */
function part<Props>(pick: (chunk: Chunk) => ComponentType<Props>) {
  return lazy<ComponentType<Props>>(() =>
    import('./assistChunk').then(
      (module) => ({ default: pick(module) }),
      (error: unknown) => {
        console.warn('A part of the composer could not be loaded. Reload the page to repeat.', error);
        return { default: () => null };
      },
    ),
  );
}

export const Assist = part((chunk) => chunk.Assist);
export const FormatBar = part((chunk) => chunk.FormatBar);
export const MentionEveryoneDialog = part((chunk) => chunk.MentionEveryoneDialog);
export const NotMembersNotice = part((chunk) => chunk.NotMembersNotice);
export const Preview = part((chunk) => chunk.Preview);
