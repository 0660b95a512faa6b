/** Notes of what was acknowledged, for the ledger: the topic {@code chat_acknowledged}. */
package parley.log.note;
