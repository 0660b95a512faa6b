/** Only for the sign-in form and passwords, which are loaded on demand. */
export const authTexts = {
  tagline: 'Team chat that never loses a message.',
  signIn: 'Sign in',
  register: 'Create account',
  welcomeBack: 'Sign in to Parley',
  newHere: 'Create your account',
  switchToRegister: 'New here? Create an account',
  switchToSignIn: 'Already have an account? Sign in',
  username: 'Username',
  usernameHint: '3 to 32 characters: a to z, 0 to 9, dot, underscore, hyphen',
  displayName: 'Display name (optional)',
  displayNameHint: 'Shown to others',
  password: 'Password',
  passwordHint: '8 to 128 characters. For example, three or four unrelated words.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submitting: 'Please wait…',
  ended: {
    'signed out': 'You have been signed out.',
    'token expired': 'Your session has expired. Please sign in again.',
    unknown: 'You are no longer signed in. Please sign in again.',
  },
  unsent: (count: number) =>
    count === 1
      ? '1 message hasn’t been sent. It’s saved on this device and will be sent when you sign in again.'
      : `${count} messages haven’t been sent. They’re saved on this device and will be sent when you sign in again.`,
  required: 'This field is required.',
  badUsername: 'Use 3 to 32 characters: a to z, 0 to 9, dot, underscore or hyphen.',
  badDisplayName: 'Use 1 to 100 characters, at least one of them visible, and no control or formatting characters.',
  badPassword: 'Use 8 to 128 characters and no control characters.',
  invitation: 'Invitation',
  invitationHint: 'The code you received from an administrator',
  closed: 'Only administrators can create accounts.',
  notInvited: 'You need an invitation to create an account. Ask an administrator for one.',
} as const;
