import { channelFailureTexts as words, channelTexts as channel } from '../../i18n/enChannels';
import { failureText } from '../../i18n/failures';
import type { ApiError } from '../../state/chatState';

/** What was asked of the server. */
export type ChannelCall = 'create' | 'change' | 'add' | 'role' | 'remove' | 'leave' | 'join' | 'load';

interface Circumstances {
  /** Whether the server has reported that the database is down. */
  databaseDown?: boolean;
  archived?: boolean;
}

/** Why a request about a channel failed, in plain words. */
export function channelFailure(error: ApiError, call: ChannelCall, { databaseDown, archived }: Circumstances = {}) {
  switch (error.status) {
    case 503: {
      const reason = databaseDown ? words.database : words.unavailable;
      const then =
        error.retryAfterMs === undefined
          ? words.later
          : words.inSeconds(Math.max(1, Math.ceil(error.retryAfterMs / 1_000)));
      return [reason, ...(call === 'create' ? [words.maybeCreated] : []), then].join(' ');
    }
    case 400: {
      const fields = error.fields.map(({ field }) => field);
      if (fields.includes('title')) return channel.badTitle;
      if (fields.includes('topic')) return channel.badTopic;
      return call === 'create' ? words.tooMany : failureText(error);
    }
    case 403:
      if (call === 'create') return words.cannotAddAll;
      return call === 'add' ? words.cannotAdd : words.forbidden;
    case 404:
      if (call === 'create') return words.unknownPeople;
      if (call === 'add') return words.unknownPerson;
      return call === 'join' ? words.notJoinable : words.notFound;
    case 409:
      if (call === 'role' || call === 'leave' || call === 'remove') return words.lastOwner;
      if (call === 'add' || call === 'join') return archived ? words.archived : words.full;
      return words.archived;
    default:
      return failureText(error);
  }
}
