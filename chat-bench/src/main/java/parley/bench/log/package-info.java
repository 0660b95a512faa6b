/**
 * Records of {@code chat_messages}, made past the product from the contract alone.
 * <ul>
 * <li>BLG-1 A record made here has the key, the headers and the value that a chat node writes for a message of 100 bytes.
 * <li>BLG-2 Its {@code admitted} is the moment at which it is made: appended within a minute it is not void.
 * </ul>
 */
package parley.bench.log;
