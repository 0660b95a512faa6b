package parley.bench.seed;

import java.util.List;

/** A conversation and all its members. */
public record Talk(long conversation, List<Someone> members) {}
