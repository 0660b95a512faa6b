import { useEffect } from 'react';
import { attachHere, uploads } from '../../files/uploads';

/** What is dropped or pasted anywhere is attached to the message that is being written. It never replaces the page. */
export function useFileDrops() {
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = uploads.getState().target === undefined ? 'none' : 'copy';
    };
    const dropped = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      attachHere([...event.dataTransfer.files]);
    };
    // What also has a text, such as cells of a spreadsheet, is pasted as text.
    const pasted = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (!clipboardData?.types.includes('Files') || clipboardData.getData('text/plain')) return;
      if (attachHere([...clipboardData.files])) event.preventDefault();
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
