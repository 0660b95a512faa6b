import type { ComponentType } from 'react';
import { lazyPart } from '../parts/lazyPart';
import type * as chunk from './filesChunk';

type Chunk = typeof chunk;

function part<Props>(pick: (chunk: Chunk) => ComponentType<Props>) {
  return lazyPart<Props>(() => import('./filesChunk').then((module) => ({ default: pick(module) })));
}

export const FileContent = part((chunk) => chunk.FileContent);
export const VoiceRecorder = part((chunk) => chunk.VoiceRecorder);
export const Viewer = part((chunk) => chunk.Viewer);
export const UploadList = part((chunk) => chunk.UploadList);
