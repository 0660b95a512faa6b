/**
 * Files that users upload and send.
 * <ul>
 * <li>A file belongs to its owner alone until a message has it; then it is readable by those who may read the message.
 * <li>A send claims its files, so that each file is sent at most once; a repeat of the send claims them again.
 * <li>Contents are removed in two steps: a row says that they are to be removed, and goes when they are.
 * </ul>
 */
package parley.domain.file;
