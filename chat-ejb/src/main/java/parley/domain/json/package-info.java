/**
 * Parsing of external JSON: REST bodies, frames and control records.
 * <ul>
 * <li>A document is accepted as a whole or rejected: exactly one object, unique keys, nothing after it.
 * <li>A rejection is an {@link java.lang.IllegalArgumentException} whose message quotes nothing from the document.
 * </ul>
 */
package parley.domain.json;
