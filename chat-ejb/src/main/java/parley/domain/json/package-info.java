/**
 * JSON from outside: REST bodies, frames and log records are parsed here and nowhere else.
 * <ul>
 * <li>A document is read whole or refused: exactly one object, unique keys, nothing after it.
 * <li>A refusal is an {@link java.lang.IllegalArgumentException} whose message names no content of the document.
 * </ul>
 */
package parley.domain.json;
