/**
 * The names of all users, known to every node without the database.
 * <ul>
 * <li>An account that is new or changed is unpublished until {@code chat_users} has it; a crash in between repeats the
 *     record.
 * <li>A lower version never replaces a higher one. A node that reads a lower version after a higher one writes the
 *     higher one again.
 * <li>A node is ready only after it has read the topic to the end that it had at startup.
 * </ul>
 */
package parley.web.account.directory;
