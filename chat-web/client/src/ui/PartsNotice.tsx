import { useStore } from 'zustand';
import { texts } from '../i18n';
import { missingParts } from '../parts/loadPart';

/** Says why something that the user opened does not appear; empty otherwise. */
export function PartsNotice() {
  const reason = useStore(missingParts, (state) => state.reason);
  return (
    <div className="banner-place" role="status">
      {reason && (
        <p className="banner" data-testid="missing-parts">
          {texts.parts[reason]}{' '}
          {reason === 'outdated' && (
            <button type="button" className="button button--small" onClick={() => location.reload()}>
              {texts.parts.reload}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
