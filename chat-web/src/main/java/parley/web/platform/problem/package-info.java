/**
 * Refusals and failures as RFC 9457 problems.
 * <ul>
 * <li>An internal error is 500 without details, and is logged. A refusal says what is wrong.
 * <li>No error response below /api has an empty body.
 * </ul>
 */
package parley.web.platform.problem;
