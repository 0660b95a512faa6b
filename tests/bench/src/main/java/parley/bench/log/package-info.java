/**
 * Records of {@code chat_messages} and clients of the log, made past the product from the contract alone.
 * <ul>
 * <li>BLG-1 A record made here has the key, the headers and the value that a chat node writes for a message of 100 bytes.
 * <li>BLG-2 Its {@code admitted} is the moment at which it is made: appended within a minute it is not void.
 * <li>BLG-3 The clients have the product's settings, as its channels and its tail have them.
 * </ul>
 */
package parley.bench.log;
