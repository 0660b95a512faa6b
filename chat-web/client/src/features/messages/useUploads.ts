import { useEffect } from 'react';
import { useStore } from 'zustand';
import { receiveFiles, uploads } from '../../files/uploads';

/** The files of the message that is being written, and whether some were left out. What is dropped becomes one of them. */
export function useUploads(conv: number) {
  const all = useStore(uploads, (state) => state.items);
  const tooMany = useStore(uploads, (state) => state.tooMany);
  useEffect(() => receiveFiles(conv), [conv]);
  return { items: all.filter((item) => item.conv === conv), tooMany };
}
