/** A recording ends by itself after this time. */
export const MAX_SECONDS = 300;

/** In order of preference; every browser can record one of them. The server recognizes the type by contents and name. */
const FORMATS = [
  { type: 'audio/webm;codecs=opus', extension: 'weba' },
  { type: 'audio/ogg;codecs=opus', extension: 'oga' },
  { type: 'audio/mp4', extension: 'm4a' },
] as const;

/** Enough for speech: 5 minutes have about 1.2 MB. */
const BITS_PER_SECOND = 32_000;

export interface Recording {
  /** Ends it; the file has everything until now. */
  finish: () => Promise<File>;
  /** Ends it and forgets what was recorded. Also lets go of the microphone. */
  cancel: () => void;
}

/** Asks for the microphone, and records. Rejected with a DOMException if the user or the browser refuses it. */
export async function record(now = new Date()): Promise<Recording> {
  const format = FORMATS.find(({ type }) => MediaRecorder.isTypeSupported(type));
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const release = () => stream.getTracks().forEach((track) => track.stop());
  try {
    const recorder = new MediaRecorder(stream, { mimeType: format?.type, audioBitsPerSecond: BITS_PER_SECOND });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise<void>((resolve, reject) => {
      recorder.onstop = () => resolve();
      recorder.onerror = () => reject(new Error('The browser could not record.'));
    });
    // Nobody waits for it before the end.
    stopped.catch(() => undefined);
    recorder.start();
    return {
      async finish() {
        if (recorder.state !== 'inactive') recorder.stop();
        await stopped.finally(release);
        const type = recorder.mimeType.split(';')[0];
        return new File(pieces, nameAt(now, format?.extension ?? 'weba'), { type });
      },
      cancel() {
        if (recorder.state !== 'inactive') recorder.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** In local time, without characters that file systems refuse. */
function nameAt(now: Date, extension: string) {
  const two = (value: number) => `${value}`.padStart(2, '0');
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `Voice message ${date} ${two(now.getHours())}.${two(now.getMinutes())}.${extension}`;
}
