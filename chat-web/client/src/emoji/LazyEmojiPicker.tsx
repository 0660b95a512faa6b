import { Suspense } from 'react';
import { texts } from '../i18n';
import { lazyPart } from '../parts/lazyPart';
import type { EmojiPickerProps } from './EmojiPicker';

const Picker = lazyPart<EmojiPickerProps>(() =>
  import('./EmojiPicker').then((module) => ({ default: module.EmojiPicker })),
);

/** The emoji picker, for the composer and for reactions. It is loaded when it is first shown. */
export function LazyEmojiPicker(props: EmojiPickerProps) {
  return (
    <Suspense fallback={<p role="status">{texts.loading}</p>}>
      <Picker {...props} />
    </Suspense>
  );
}
