/**
 * Validation of requests before anything else handles them.
 * <ul>
 * <li>A body is read completely, limited in bytes and time, parsed strictly, and only then bound to a record.
 * <li>Nothing is converted: a value of another type is refused, and the refusal names the field.
 * <li>Methods that are not served and encoded bodies are refused before the body is read.
 * </ul>
 */
package parley.web.platform.request;
