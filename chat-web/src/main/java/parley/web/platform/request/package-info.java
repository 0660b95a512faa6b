/**
 * Checks of a request before a resource sees it.
 * <ul>
 * <li>A body is read completely, bounded in bytes and in time, parsed strictly, and only then bound to a record.
 * <li>Nothing is converted: a value of another type than the record's is refused, and the refusal names the field.
 * <li>An unsupported method or a body with a Content-Encoding is refused before anything reads the body.
 * </ul>
 */
package parley.web.platform.request;
