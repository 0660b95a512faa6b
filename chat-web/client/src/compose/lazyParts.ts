import type { ComponentType } from 'react';
import { lazyPart } from '../parts/lazyPart';
import type * as chunk from './assistChunk';

type Chunk = typeof chunk;

function part<Props>(pick: (chunk: Chunk) => ComponentType<Props>) {
  return lazyPart<Props>(() => import('./assistChunk').then((module) => ({ default: pick(module) })));
}

export const Assist = part((chunk) => chunk.Assist);
export const AttachText = part((chunk) => chunk.AttachText);
export const FormatBar = part((chunk) => chunk.FormatBar);
export const MentionEveryoneDialog = part((chunk) => chunk.MentionEveryoneDialog);
export const NotMembersNotice = part((chunk) => chunk.NotMembersNotice);
export const Preview = part((chunk) => chunk.Preview);
