/**
 * The small topics that a node has to know whole: members, ended sessions, how far the database is.
 * <ul>
 * <li>FE-1 A node shall not be ready before each of them was read to the end it had when the node began.
 * </ul>
 */
package parley.web.feed;
