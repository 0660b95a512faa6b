/**
 * Refusals and failures as problems (RFC 9457), in one place.
 * <ul>
 * <li>An internal error is 500 without details, and is logged; a refusal says what is wrong.
 * <li>No response under /api with an error status has an empty body.
 * </ul>
 */
package parley.web.platform.problem;
