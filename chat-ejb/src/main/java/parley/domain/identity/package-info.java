/**
 * Identifiers of users, conversations and positions.
 * <ul>
 * <li>A value of this package is always valid: its constructor rejects anything else.
 * <li>Every number is below 2^53, so that JavaScript represents it exactly.
 * </ul>
 */
package parley.domain.identity;
