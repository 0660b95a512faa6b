import { useEffect } from 'react';
import { refuseFiles } from '../shared/shell';

/** A file that is dropped on the page would replace it. Files and pictures cannot be sent yet, which the page says. */
export function useFileDrops() {
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    const dropped = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      refuseFiles(true);
    };
    // What also has a text, such as cells of a spreadsheet, is pasted as text.
    const pasted = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData?.types.includes('Files') && !clipboardData.getData('text/plain')) refuseFiles(true);
    };
    window.addEventListener('dragover', dragged);
    window.addEventListener('drop', dropped);
    window.addEventListener('paste', pasted);
    return () => {
      window.removeEventListener('dragover', dragged);
      window.removeEventListener('drop', dropped);
      window.removeEventListener('paste', pasted);
    };
  }, []);
}
