import type { AttachedFile } from '../protocol/resources';

/** The picture whose link was pressed to show it here; a press with a key opens it elsewhere. */
export function pressedPicture({ target, ...event }: Press): number | undefined {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(target instanceof Element))
    return undefined;
  const id = target.closest<HTMLElement>('[data-picture]')?.dataset.picture;
  return id === undefined ? undefined : Number(id);
}

interface Press {
  target: EventTarget;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether the server makes a picture of the first page. */
export const hasPage = ({ type }: AttachedFile): boolean => type === 'application/pdf';

/** What the viewer shows of files: pictures with a thumbnail, and first pages. */
export const picturesOf = (files: readonly AttachedFile[]): AttachedFile[] =>
  files.filter((file) => file.width !== undefined || hasPage(file));
