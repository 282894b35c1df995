package org.cleanclaim.app.codingaudit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An audit whose sample is drawn.
///
/// @param charts how many charts it has, of which `closed` are closed
public record CodingAudit(
    long id,
    UUID publicId,
    AuditPlan plan,
    String plannedBy,
    Instant drawnAt,
    List<Draw> draws,
    int charts,
    int closed) {
  public CodingAudit {
    draws = List.copyOf(draws);
  }

  /// What was drawn of a coder's charts.
  ///
  /// @param population visit numbers that fitted the plan on the day of the draw
  /// @param drawn visit numbers in the order drawn
  public record Draw(String coder, List<String> population, List<String> drawn) {
    public Draw {
      population = List.copyOf(population);
      drawn = List.copyOf(drawn);
    }

    /// Whether the seed gives the same sample again.
    public boolean isProvenBy(Sample sample) {
      return sample.of(population).equals(drawn);
    }
  }

  /// Whether every coder's sample can be drawn again.
  public boolean isProven() {
    return draws.stream().allMatch(d -> d.isProvenBy(plan.sample()));
  }
}
