package org.cleanclaim.app.codingaudit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// A sample that anybody can draw again: visit numbers in the order of the SHA-256 of seed, space
/// and visit number, of which the first are taken. A shell with `sha256sum` and `sort` gives the
/// same.
public record Sample(long seed, Size size) {

  /// How many of a coder's charts are drawn.
  public sealed interface Size {
    /// So many, or all where there are fewer.
    record Count(int charts) implements Size {
      public Count {
        if (charts < 1) throw new AuditRefusal("A sample takes at least one chart of a coder.");
      }
    }

    /// A share in percent, rounded up, so that at least one chart is drawn.
    record Percent(int percent) implements Size {
      public Percent {
        if (percent < 1 || percent > 100) {
          throw new AuditRefusal("The share of a sample is from 1 to 100 percent.");
        }
      }
    }

    /// How many of a population that is.
    default int of(int population) {
      return switch (this) {
        case Count(int charts) -> Math.min(charts, population);
        case Percent(int percent) -> Math.ceilDiv(population * percent, 100);
      };
    }

    /// In words.
    default String words() {
      return switch (this) {
        case Count(int charts) -> charts + " per coder";
        case Percent(int percent) -> percent + " % per coder";
      };
    }
  }

  /// The sample of a population, whatever order the population is given in.
  public List<String> of(List<String> population) {
    return population.stream()
        .sorted(Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()))
        .limit(size.of(population.size()))
        .toList();
  }

  private String rank(String visitNumber) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((seed + " " + visitNumber).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
