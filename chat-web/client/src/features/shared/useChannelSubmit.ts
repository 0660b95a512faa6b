import { useChat } from './chatContext';
import type { ChannelCall } from './channelFailure';
import { channelFailure } from './channelFailure';
import { useSubmit } from './useSubmit';

/** One request about a channel at a time: whether it is running, and why the last one failed. */
export function useChannelSubmit(conv?: number) {
  const { store } = useChat();
  const { busy, failure, submit } = useSubmit();
  return {
    busy,
    failure,
    submit: (call: ChannelCall, request: () => Promise<void>) =>
      submit(request, (error) => {
        const { store: stored, summaries } = store.getState();
        const archived = conv !== undefined && summaries.get(conv)?.archived === true;
        return channelFailure(error, call, { databaseDown: stored.state === 'down', archived });
      }),
  };
}
