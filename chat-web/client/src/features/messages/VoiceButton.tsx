import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';

interface Props {
  pressed: boolean;
  onClick: () => void;
}

/** Nothing where the browser cannot record, or the page is not in a secure context. */
export function VoiceButton({ pressed, onClick }: Props) {
  if (!('MediaRecorder' in window) || !('mediaDevices' in navigator)) return null;
  return (
    <button
      type="button"
      className="compose__tool"
      aria-label={texts.files.record}
      title={texts.files.record}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name="microphone" />
    </button>
  );
}
