package parley.bench.seed;

import java.util.List;

/** A conversation and all its members. */
public record BenchConversation(long conversation, List<BenchUser> members) {}
