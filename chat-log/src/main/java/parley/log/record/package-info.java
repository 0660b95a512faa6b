/** Records of {@code chat_messages}: key, headers and value. */
package parley.log.record;
