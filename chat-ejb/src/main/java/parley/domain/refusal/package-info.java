/**
 * Refusals to users and clients.
 * <ul>
 * <li>A refusal has one stable code, a status, and a sentence that states the problem.
 * <li>A transient refusal says when to retry.
 * </ul>
 */
package parley.domain.refusal;
