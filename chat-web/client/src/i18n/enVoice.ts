/** Only for the recorder of voice messages, which is loaded on demand. */
export const voiceTexts = {
  label: 'Voice message',
  state: {
    asking: 'Allow the microphone to record a voice message.',
    recording: 'Recording.',
    recorded: 'Recorded. You can listen to it before you attach it.',
    blocked: 'The microphone is blocked for this page. Allow it in the settings of your browser, and try again.',
    missing: 'No microphone was found.',
    failed: 'The recording failed.',
  },
  left: '30 seconds are left.',
  stop: 'Stop recording',
  player: 'Your recording',
  attach: 'Attach',
  cancel: 'Cancel',
  close: 'Close',
} as const;
