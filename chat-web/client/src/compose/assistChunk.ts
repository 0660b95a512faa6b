/** The parts of the composer that are loaded together, after the first screen. */
export { Assist } from './Assist';
export { AttachText } from './AttachText';
export { FormatBar } from './FormatBar';
export { MentionEveryoneDialog } from './MentionEveryoneDialog';
export { NotMembersNotice } from './NotMembersNotice';
export { Preview } from './Preview';
