import type { KeyboardEvent } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { voiceTexts } from '../i18n/enVoice';
import type { Recording } from './recorder';
import { MAX_SECONDS, record } from './recorder';
import './voice.css';

/** When the user is told how much time is left. */
const TELL_SECONDS = 30;

interface Props {
  /** The recording, as a file. */
  onRecorded: (file: File) => void;
  /** Attached, cancelled, or closed after a failure. */
  onClose: () => void;
}

type State = 'asking' | 'recording' | 'recorded' | 'blocked' | 'missing' | 'failed';

/** A recording that was stopped, and the address under which the player gets it. */
interface Result {
  file: File;
  address: string;
}

/**
 * Records a voice message from when it is shown, for at most five minutes. The user can listen to it before it is
 * attached, and cancel it at any time.
 */
export function VoiceRecorder({ onRecorded, onClose }: Props) {
  const [state, setState] = useState<State>('asking');
  const [result, setResult] = useState<Result>();
  const recording = useRef<Recording>(undefined);
  const button = useRef<HTMLButtonElement>(null);

  async function stop() {
    const ended = recording.current;
    recording.current = undefined;
    if (!ended) return;
    try {
      const file = await ended.finish();
      setResult({ file, address: URL.createObjectURL(file) });
      setState('recorded');
    } catch (error) {
      console.warn('The recording is lost.', error);
      setState('failed');
    }
  }
  const seconds = useSeconds(state === 'recording', () => void stop());

  useEffect(() => {
    let gone = false;
    record().then(
      (begun) => {
        if (gone) return begun.cancel();
        recording.current = begun;
        setState('recording');
      },
      (error: unknown) => {
        if (!gone) setState(stateOf(error));
      },
    );
    return () => {
      gone = true;
      recording.current?.cancel();
      recording.current = undefined;
    };
  }, []);

  useEffect(() => {
    if (result) return () => URL.revokeObjectURL(result.address);
  }, [result]);

  useEffect(() => button.current?.focus(), [state]);

  function attach() {
    if (result) onRecorded(result.file);
    onClose();
  }

  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  const left = MAX_SECONDS - seconds;
  const isUsable = state === 'asking' || state === 'recording' || state === 'recorded';
  return (
    <div className="voice" role="group" aria-label={voiceTexts.label} onKeyDown={key}>
      <p role="status" className="voice__state" data-state={state}>
        {voiceTexts.state[state]}
        {state === 'recording' && left <= TELL_SECONDS && <> {voiceTexts.left}</>}
      </p>
      {state === 'recording' && (
        <>
          <span role="timer" className="voice__time">
            {clock(seconds)} / {clock(MAX_SECONDS)}
          </span>
          <button ref={button} type="button" className="button button--small" onClick={() => void stop()}>
            {voiceTexts.stop}
          </button>
        </>
      )}
      {result && (
        <>
          <audio className="voice__player" src={result.address} controls aria-label={voiceTexts.player} />
          <button ref={button} type="button" className="button button--small" onClick={attach}>
            {voiceTexts.attach}
          </button>
        </>
      )}
      <button
        ref={state === 'recording' || result ? undefined : button}
        type="button"
        className="button button--small"
        onClick={onClose}
      >
        {isUsable ? voiceTexts.cancel : voiceTexts.close}
      </button>
    </div>
  );
}

/** Counts the seconds of a recording, and ends it at the limit. */
function useSeconds(isRunning: boolean, onLimit: () => void): number {
  const [seconds, setSeconds] = useState(0);
  const end = useEffectEvent(onLimit);
  useEffect(() => {
    if (!isRunning) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const passed = Math.floor((performance.now() - began) / 1_000);
      setSeconds(Math.min(passed, MAX_SECONDS));
      if (passed < MAX_SECONDS) return;
      clearInterval(timer);
      end();
    }, 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}

function stateOf(error: unknown): State {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked';
  if (name === 'NotFoundError') return 'missing';
  console.warn('The microphone cannot be used.', error);
  return 'failed';
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
