package parley.faults.model;

/**
 * What a device held of a conversation after it settled.
 *
 * @param from the place from which on it held everything: 0 where it had read to the beginning
 */
public record View(String device, long user, long conversation, long from, Lines lines) {}
