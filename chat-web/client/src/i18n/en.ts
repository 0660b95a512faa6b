/** Every word the page says, in one place. What varies is a function. */
export const en = {
  product: 'Parley',
  tagline: 'Chat that people can trust with their words.',
  loading: 'Loading…',
  tryAgain: 'Try again',
  you: 'You',
  somebody: (id: number) => `Person ${id}`,

  auth: {
    signIn: 'Sign in',
    register: 'Create account',
    welcomeBack: 'Sign in to Parley',
    newHere: 'Create your account',
    toRegister: 'New here? Create an account',
    toSignIn: 'Already have an account? Sign in',
    username: 'Username',
    usernameHint: '3 to 32 characters: a to z, 0 to 9, dot, underscore, hyphen',
    displayName: 'Display name (optional)',
    displayNameHint: 'How others see you',
    password: 'Password',
    passwordHint: '8 to 128 characters',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    working: 'One moment…',
    ended: {
      'signed out': 'You have been signed out.',
      'token expired': 'Your session has ended. Please sign in again.',
      unknown: 'You are not signed in any more. Please sign in again.',
    },
    required: 'Please fill this in.',
    badUsername: 'Use 3 to 32 characters: a to z, 0 to 9, dot, underscore or hyphen.',
    badPassword: 'Use 8 to 128 characters.',
  },

  trouble: {
    unreachable: 'Parley cannot be reached right now. Check your network and try again.',
    unavailable: 'Parley cannot do this right now, because a part of it is down. Please try again in a moment.',
    wrongPassword: 'That username and password do not go together.',
    usernameTaken: 'This username is taken. Please choose another.',
    fields: 'Please look at the fields marked below.',
    forbidden: 'You are not allowed to do this.',
    notFound: 'This is not there, or not for you.',
    other: (code: string) => `Something went wrong (${code}). Please try again.`,
    wait: (seconds: number) =>
      seconds > 90
        ? `Too many attempts. Please try again in about ${Math.ceil(seconds / 60)} minutes.`
        : `Too many attempts. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    waitSome: 'Too many attempts. Please try again in a while.',
  },

  banner: {
    checking: 'Parley cannot be reached. Trying again…',
    offline: 'You are offline. What you write is kept and sent as soon as you are back.',
    reconnecting: 'Connection lost. Reconnecting… What you write is kept and sent then.',
    behind: 'Messages are accepted and safe, but not yet in the archive.',
    down: 'The archive is down. Messages are accepted and safe, and will be archived when it is back.',
  },

  chat: {
    skip: 'Skip to the conversation',
    sidebar: 'Conversations and people',
    conversations: 'Conversations',
    people: 'People',
    nothingOpen: 'Pick a conversation',
    nothingOpenHint: 'Choose one from the list, or find someone to write to.',
    account: (name: string) => `Signed in as ${name}`,
    signOut: 'Sign out',
    signOutFailed: 'Signing out did not work. Please try again.',
    unsentTitle: 'Some messages have not been sent',
    unsent: (count: number) =>
      count === 1
        ? 'One message is still waiting here. Signing out discards it.'
        : `${count} messages are still waiting here. Signing out discards them.`,
    signOutAnyway: 'Discard and sign out',
    stay: 'Stay',
    theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
    title: (unread: number) => (unread ? `(${unread}) Parley` : 'Parley'),
  },

  list: {
    empty: 'No conversations yet',
    emptyHint: 'Find someone and say hello.',
    find: 'Browse people',
    more: 'Show more conversations',
    failed: 'The conversations could not be loaded.',
    unread: 'Unread messages:',
    fromMe: (body: string) => `You: ${body}`,
    nothingYet: 'No messages yet',
    typing: 'typing…',
    group: 'Group',
    online: 'Online',
  },

  directory: {
    search: 'Find people',
    clear: 'Clear search',
    results: 'People found',
    none: 'Nobody found',
    noneHint: 'Try a part of the name.',
    more: 'Show more people',
    failed: 'People could not be loaded.',
    notOpened: 'The conversation could not be opened.',
  },

  messages: {
    log: (title: string) => `Messages with ${title}`,
    back: 'Back to the list',
    loadOlder: 'Load earlier messages',
    loadingOlder: 'Loading earlier messages…',
    beginning: 'This is where the conversation begins.',
    failed: 'The messages could not be loaded.',
    catchingUp: 'Newer messages could not be loaded yet. Trying again…',
    notFresh: 'The newest messages may be missing for a moment.',
    unread: 'New',
    newest: 'Go to the newest message',
    newBelow: 'New messages: go to the newest message',
    edited: 'edited',
    removed: 'This message was removed.',
    seen: 'Seen',
    typing: (names: string) => `${names} typing…`,
    isTyping: (name: string) => `${name} is`,
    areTyping: (count: number) => `${count} people are`,
    online: 'Online',
    offline: 'Offline',
    lastSeen: (when: string) => `Last seen ${when}`,
    members: (count: number) => `${count} members`,
    joined: (name: string, role: string | undefined) =>
      role && role !== 'member' ? `${name} is now ${role}` : `${name} joined`,
    left: (name: string) => `${name} left`,
    replyTo: (name: string) => `In reply to ${name}`,
    reaction: (emoji: string, names: string) => `${emoji} from ${names}`,
    state: { waiting: 'Waiting to be sent', accepted: 'Sent', failed: 'Not sent' },
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

  refusal: {
    forbidden: 'You may not write here.',
    not_found: 'You are not a member of this conversation any more.',
    too_large: 'This message is too long.',
    bad_frame: 'This message was not understood.',
    conflict: 'This message could not be taken.',
    other: 'This message was not accepted.',
  },

  time: { today: 'Today', yesterday: 'Yesterday' },
};

export type Words = typeof en;
