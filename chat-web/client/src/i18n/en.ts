/**
 * The texts of what the first screen can show; those of parts that are loaded later are in files of their own. A text with
 * variable parts is a function.
 */
export const en = {
  product: 'Parley',
  loading: 'Loading…',
  tryAgain: 'Try again',
  you: 'You',
  close: 'Close',
  cancel: 'Cancel',
  notSavedYet:
    'Not saved yet: the server can’t do it now. It will be saved as soon as possible. You can close this and go on.',
  unknownUser: (id: number) => `User ${id}`,

  failure: {
    unreachable: 'Can’t reach Parley. Check your network connection and try again.',
    unavailable: 'This is temporarily unavailable. Please try again later.',
    unavailableFor: (seconds: number) =>
      `This is temporarily unavailable. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    wrongPassword: 'Incorrect username or password.',
    usernameTaken: 'This username is taken. Please choose another.',
    fields: 'Please correct the fields below.',
    forbidden: 'You don’t have permission to do this.',
    notFound: 'Conversation not found, or you no longer have access.',
    conflict: 'This isn’t possible any more, because something has changed meanwhile.',
    other: (code: string) => `Something went wrong (${code}). Please try again.`,
    wait: (seconds: number) =>
      seconds > 90
        ? `Too many attempts. Please try again in about ${Math.ceil(seconds / 60)} minutes.`
        : `Too many attempts. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    waitUnknown: 'Too many attempts. Please try again later.',
  },

  parts: {
    unreachable: 'What you opened can’t be loaded right now. It will open when Parley can be reached again.',
    outdated:
      'What you opened can’t be loaded. Parley may have been updated: reload the page. Drafts and unsent messages are kept.',
    reload: 'Reload',
  },

  banner: {
    checking: 'Can’t reach Parley. Retrying…',
    offline: 'You’re offline. Your messages are saved and will be sent when you’re back online.',
    reconnecting:
      'Connection lost. Reconnecting… Your messages are saved and will be sent when you’re connected again.',
    restarting: 'Parley is restarting and will be back shortly. Your messages are saved and will be sent then.',
    behind: 'Messages are accepted and safe, but not yet stored in the database.',
    down: 'The database is unavailable. Messages are accepted and safe, but not yet stored. They will be stored when it’s back.',
  },

  chat: {
    skip: 'Skip to conversation',
    sidebar: 'Conversations and people',
    resize: 'Width of the sidebar',
    conversations: 'Conversations',
    nothingOpen: 'No conversation selected',
    nothingOpenHint: 'Select one from the list, or find someone to message.',
    gone: (title: string) => `You no longer have access to ${title}.`,
    left: (title: string) => `You left ${title}.`,
    goneUnknown: 'Conversation not found, or you no longer have access.',
    account: (name: string) => `Signed in as ${name}`,
    signOut: 'Sign out',
    signOutFailed: 'Couldn’t sign you out. Please try again.',
    unsentTitle: 'You have unsent messages',
    unsent: (count: number) =>
      count === 1
        ? '1 message hasn’t been sent. If you sign out, it will be discarded.'
        : `${count} messages haven’t been sent. If you sign out, they will be discarded.`,
    draftsTitle: 'Sign out and discard drafts?',
    drafts: (count: number) =>
      count === 1
        ? '1 message isn’t finished. If you sign out, its draft will be discarded.'
        : `${count} messages aren’t finished. If you sign out, their drafts will be discarded.`,
    signOutAnyway: 'Discard and sign out',
    cancelSignOut: 'Cancel',
    themes: 'Theme',
    theme: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    densities: 'List',
    density: { compact: 'Compact', comfortable: 'Comfortable' },
    title: (unread: number) => (unread ? `(${unread}) Parley` : 'Parley'),
    search: 'Search',
    create: 'New',
    newMessage: 'New message',
    newChannel: 'New channel',
    browseChannels: 'Browse channels',
    shortcuts: 'Keyboard shortcuts',
    operator: 'Operator ledger',
    drafted: 'Drafts',
    first: 'Welcome to Parley',
    firstHint: 'Here is how to begin:',
    writeToSomeone: 'Write to someone',
    createChannel: 'Create a channel',
    allowAlerts: 'Allow notifications',
  },

  list: {
    filters: 'Show',
    filter: { all: 'All', unread: 'Unread', mentions: 'Mentions' },
    sections: { favourites: 'Favourites', channels: 'Channels', direct: 'Direct messages' },
    noneUnread: 'Nothing unread',
    noneUnreadHint: 'You have read all messages in the conversations that are loaded.',
    noneMentions: 'No unread mentions',
    noneMentionsHint: 'Conversations in which someone mentioned you appear here.',
    allMentions: 'Show all mentions',
    showAll: 'Show all conversations',
    empty: 'No conversations yet',
    emptyHint: 'Find someone and say hello.',
    find: 'Write to someone',
    more: 'Show more conversations',
    failed: 'Couldn’t load your conversations.',
    unread: 'Unread messages:',
    mentioned: 'Unread mentions:',
    fromMe: (body: string) => `You: ${body}`,
    nothingYet: 'No messages yet',
    typing: 'typing…',
    draft: (text: string) => `Draft: ${text}`,
    hasDraft: 'Draft',
    group: 'Channel',
    muted: 'Muted',
    readAll: 'Mark all as read',
    markRead: 'Mark as read',
    actions: (title: string) => `Actions for ${title}`,
  },

  folder: {
    create: 'New section',
    createItem: 'New section…',
    rename: 'Rename section',
    name: 'Name',
    hint: 'A section of your list of conversations. Only you see it.',
    badName: 'Use 1 to 50 characters, at least one of them visible.',
    save: 'Save',
    up: 'Move up',
    down: 'Move down',
    remove: 'Delete section',
    actions: (name: string) => `Actions for the section ${name}`,
    section: 'Section of the list',
    none: 'By kind of conversation',
  },

  until: {
    halfHour: 'For 30 minutes',
    hour: 'For 1 hour',
    fourHours: 'For 4 hours',
    tomorrow: 'Until tomorrow morning',
    week: 'Until next Monday',
  },

  presence: {
    online: 'Online',
    away: 'Away',
    dnd: 'Do not disturb',
    dndUntil: (when: string) => `Do not disturb until ${when}`,
    offline: 'Offline',
    lastSeen: (when: string) => `Last seen ${when}`,
    until: (when: string) => `until ${when}`,
    status: (text: string) => `Status: ${text}`,
    doesNotWantToBeDisturbed: (name: string, until: string) =>
      `${name} has paused notifications until ${until} and will see your message later.`,
    outsideHours: (name: string, time: string) => `It’s ${time} for ${name}, outside their working hours.`,
    localTime: (time: string) => `${time} local time`,
  },

  profile: {
    of: (name: string) => `Profile of ${name}`,
    setStatus: 'Set a status',
    title: 'Profile',
  },

  block: {
    note: (name: string) => `You have blocked ${name}. They can’t write to you.`,
  },

  report: {
    action: 'Report',
  },

  alerts: {
    title: 'Notifications',
    pause: 'Pause notifications',
    pausedUntil: (when: string) => `Paused until ${when}`,
    resume: 'Resume notifications',
    many: (count: number) => `${count} new messages`,
    inChannel: (name: string, channel: string) => `${name} in ${channel}`,
  },

  channel: {
    aRole: { owner: 'an owner', moderator: 'a moderator', member: 'a member' },
    details: 'Details',
    closeDetails: 'Close details',
    files: 'Files',
    closeFiles: 'Close files',
    favourite: 'Add to favourites',
    unfavourite: 'Remove from favourites',
    memberCount: (count: number) => `${count} ${count === 1 ? 'member' : 'members'}`,
  },
  /** The changes of a channel, as shown in the conversation. */
  notice: {
    someone: 'Someone',
    joined: (name: string) => `${name} joined`,
    added: (by: string, name: string) => `${by} added ${name}`,
    isNow: (name: string, role: string) => `${name} is now ${role}`,
    madeRole: (by: string, name: string, role: string) => `${by} made ${name} ${role}`,
    left: (name: string) => `${name} left`,
    removedMember: (by: string, name: string) => `${by} removed ${name}`,
    /** Several changes at once: `changes` are in the past tense and have no subject. */
    changed: (by: string, changes: readonly string[]) => `${by} ${listFormat.format(changes)}`,
    title: (title: string) => `changed the name to ${title}`,
    topic: (topic: string) => `changed the topic to: ${topic}`,
    noTopic: 'removed the topic',
    visibility: { public: 'made the channel public', private: 'made the channel private' },
    posting: { all: 'allowed all members to write', moderators: 'restricted writing to owners and moderators' },
    history: {
      all: 'let new members read all messages',
      joined: 'limited new members to messages written after they join',
    },
    archived: 'archived the channel',
    restored: 'restored the channel',
    unknown: 'changed the channel',
  },

  messages: {
    log: (title: string) => `Messages with ${title}`,
    back: 'Back to conversations',
    loadNewer: 'Load later messages',
    loadingNewer: 'Loading later messages…',
    newerFailed: 'Couldn’t load later messages.',
    jumpFailed: 'Couldn’t load the message.',
    announced: (name: string, body: string) => `${name}: ${body}`,
    announcedMany: (count: number) => `${count} new messages`,
    loadOlder: 'Load earlier messages',
    loadingOlder: 'Loading earlier messages…',
    beginning: 'This is the beginning of the conversation.',
    failed: 'Couldn’t load messages.',
    catchingUp: 'Couldn’t load newer messages. Retrying…',
    olderFailed: 'Couldn’t load earlier messages.',
    notFresh: 'The latest messages may be missing. Retrying…',
    unread: 'New',
    newest: 'Jump to latest',
    newBelow: (count: number) => `${count} new ${count === 1 ? 'message' : 'messages'}. Jump to latest`,
    edited: 'edited',
    removed: 'This message was deleted.',
    missing: 'This message can’t be shown at the moment.',
    seen: 'Seen',
    typing: (names: string) => `${names} typing…`,
    isTyping: (name: string) => `${name} is`,
    areTyping: (count: number) => `${count} people are`,
    replyTo: (name: string) => `In reply to ${name}`,
    reaction: (emoji: string, names: string) => `${emoji} from ${names}`,
    state: { waiting: 'Waiting to be sent', accepted: 'Sent', failed: 'Not sent' },
    tools: (name: string) => `Actions for the message from ${name}`,
    myTools: 'Actions for your message',
    more: 'More actions',
    addReaction: 'Add reaction',
    reactors: 'Who has reacted',
    noReactors: 'Nobody has reacted any more.',
    whoReacted: (emoji: string) => `Who reacted with ${emoji}`,
    copyText: 'Copy text',
    copyLink: 'Copy link',
    copied: 'Copied.',
    copyFailed: 'Couldn’t copy.',
    markUnread: 'Mark unread from here',
    readers: 'Who has read',
    haveRead: (count: number) => `Read (${count})`,
    haveNotRead: (count: number) => `Not yet read (${count})`,
    readByNames: (names: string, more: number) => (more > 0 ? `Read by ${names} and ${more} more` : `Read by ${names}`),
    noReaders: 'Nobody has read it yet.',
    tooManyReaders: 'Who has read a message is only listed in channels of up to 200 members.',
    openQuoted: (name: string) => `Go to the message from ${name}`,
    quoteGone: 'The original message is not available.',
    quoteNotLoaded: 'Show the original message',
    reply: 'Reply',
    edit: 'Edit',
    remove: 'Delete',
    react: (emoji: string) => `React with ${emoji}`,
    editLabel: 'Edit message',
    save: 'Save',
    cancel: 'Cancel',
    removeTitle: 'Delete this message?',
    removeOther: (name: string) => `It was written by ${name}.`,
    removeHint: 'It will be deleted for everyone. This can’t be undone.',
    cancelRemove: 'Cancel',
    changing: { edit: 'Saving…', revoke: 'Deleting…', react: 'Saving reaction…' },
    dismiss: 'Dismiss',
    noReply: 'Cancel reply',
    retry: 'Retry',
    discard: 'Discard',
  },

  composer: {
    label: 'Message',
    placeholder: (title: string) => `Message ${title}`,
    send: 'Send',
    left: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
    over: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} too long`,
  },

  files: {
    attach: 'Attach files',
    asFile: 'Send as a file',
    record: 'Record a voice message',
    attached: 'Attached files',
    uploading: (name: string) => `Uploading ${name}`,
    remove: (name: string) => `Remove ${name}`,
    tooMany: 'A message can have 10 files. The others were left out.',
    tooLarge: 'This file is too large.',
    refused: 'This file is not allowed here.',
  },

  compose: {
    emoji: 'Emoji',
    formatting: 'Formatting',
    preview: 'Preview',
    notEveryone:
      'Your message was sent without notifying everyone: in a channel of this size only owners and moderators can.',
    dismiss: 'Dismiss',
  },

  emoji: {
    picker: 'Emoji',
  },

  markdown: {
    more: 'Show more',
    less: 'Show less',
    moreLines: (count: number) => `Show all ${count} lines`,
    code: (language: string | undefined) => (language ? `Code: ${language}` : 'Code'),
    realHost: (host: string) => `(goes to ${host})`,
  },

  refusal: {
    forbidden: 'You don’t have permission to post here.',
    not_found: 'You are no longer a member of this conversation.',
    too_large: 'This message is too long.',
    bad_frame: 'The server couldn’t process this message.',
    conflict: 'This channel is archived: it can be read, but not written to.',
    other: 'Couldn’t send this message.',
  },

  changeRefusal: {
    forbidden: 'You don’t have permission to change this message.',
    conflict: 'This message was deleted or the channel is archived, so it can’t be changed.',
    not_found: 'This message no longer exists.',
    too_large: 'This message is too long.',
    other: 'Couldn’t save this change.',
  },

  time: { today: 'Today', yesterday: 'Yesterday' },
};

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' });

export type Texts = typeof en;
