/** Records of {@code chat_acknowledged}: the offsets that nodes acknowledged, kept for the ledger. */
package parley.log.note;
