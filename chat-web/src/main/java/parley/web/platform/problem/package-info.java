/**
 * Refusals and failures as RFC 9457 has them, in one place.
 * <ul>
 * <li>PR-1 A failure of ours shall be 500 without detail, and be logged; a refusal shall say what is wrong.
 * <li>PR-2 No answer under /api with an error status shall have an empty body.
 * </ul>
 */
package parley.web.platform.problem;
