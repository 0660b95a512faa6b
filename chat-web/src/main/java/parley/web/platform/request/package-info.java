/**
 * What has to hold for a request before anything else looks at it.
 * <ul>
 * <li>A body is read whole, bounded in bytes and in time, parsed strictly, and only then bound to a record.
 * <li>Nothing is converted: a value of another type than the record's is refused, and the refusal names the field.
 * <li>A method that is not served, and a body in an encoding, are refused before anything reads the body.
 * </ul>
 */
package parley.web.platform.request;
