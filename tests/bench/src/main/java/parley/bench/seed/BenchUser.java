package parley.bench.seed;

/** A user with a token that every node takes. */
public record BenchUser(long id, String name, String token) {}
