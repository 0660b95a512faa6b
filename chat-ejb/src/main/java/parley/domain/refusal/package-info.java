/**
 * How Parley says no.
 * <ul>
 * <li>RE-1 A refusal has one stable code, a status, and a sentence that names what is wrong.
 * <li>RE-2 A refusal that may pass says when to try again.
 * </ul>
 */
package parley.domain.refusal;
