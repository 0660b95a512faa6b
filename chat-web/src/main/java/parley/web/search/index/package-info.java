/**
 * The index: what it holds of each message, and what it can be asked.
 * <ul>
 * <li>A document is a message in its current state. Its id is the conversation and the position, so writing it again
 *     changes nothing.
 * <li>The place in the log is written after the messages before it, so it is never ahead of them.
 * <li>Only {@link parley.web.search.index.HibernateSearchIndex} knows Hibernate Search.
 * </ul>
 */
package parley.web.search.index;
