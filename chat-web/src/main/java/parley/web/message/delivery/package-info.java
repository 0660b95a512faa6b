/**
 * What a record means to those connected here.
 * <ul>
 * <li>DE-1 The first record of a (conversation, sender, cid) shall be shown; a repeat shall only answer its
 *     sender, with the first place.
 * <li>DE-2 The sending socket gets {@code ok}; every other socket of every member gets the frame.
 * <li>DE-3 Delivery to a member shall start and stop at the member record.
 * <li>DE-4 A record appended more than 60 s after its admission shall be passed over.
 * <li>DE-5 While what was accepted is not in the database after 5 s, everybody shall be told by {@code store}.
 * </ul>
 */
package parley.web.message.delivery;
