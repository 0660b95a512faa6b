/**
 * The small topics that a node has to know whole: members, ended sessions, how far the database is.
 * <ul>
 * <li>FE-1 A node shall not be ready before each of them was read to the end it had when the node began.
 * <li>Reading that fails is started again where it was; a record that is not understood ends nothing.
 * </ul>
 */
package parley.web.log.topic;
