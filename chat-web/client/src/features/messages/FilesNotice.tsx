import { useEffect } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { texts } from '../../i18n';
import { StatusRegion } from '../../ui/StatusRegion';
import { refuseFiles, useShell } from '../shared/shell';

/** Says that what was pasted or dropped is not sent. */
export function FilesNotice() {
  const refused = useShell((state) => state.filesRefused);
  useEffect(() => () => refuseFiles(false), []);
  if (!refused) return null;
  function dismiss() {
    refuseFiles(false);
    focusComposer();
  }
  return (
    <StatusRegion className="not-members">
      <p>{texts.composer.noFiles}</p>
      <button type="button" className="button button--small" onClick={dismiss}>
        {texts.compose.dismiss}
      </button>
    </StatusRegion>
  );
}
