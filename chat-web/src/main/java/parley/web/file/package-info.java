/**
 * Uploads and downloads of files.
 * <ul>
 * <li>A file is complete when its contents are durable in the storage and its row says so, in this order.
 * <li>Whether a user may read a file is decided by the message that has it, as if the message itself were read.
 * <li>Nothing of a file is trusted: its type is detected, its metadata removed, and no browser runs it in our origin.
 * </ul>
 */
package parley.web.file;
