package org.cleanclaim.app.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.transport.Connection;
import org.cleanclaim.app.transport.Connections;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a received file is a test where the real thing is wanted, or the other way round
/// (ISA15). A test says nothing of live claims, and what is live nothing of tests.
@Component
class OtherUsage {
  private static final Citation SOURCE =
      new Citation(
          "X12 interchange control segments as adopted by 45 CFR 162.920, ISA15",
          EffectivePeriod.from(LocalDate.of(2012, 1, 1)));

  private final Connections connections;

  OtherUsage(Connections connections) {
    this.connections = connections;
  }

  /// Why nothing of a file is worked; empty when it may be.
  ///
  /// @param over the connection that it came over; null when somebody brought it
  Optional<Finding> of(byte[] file, @Nullable Connection over) {
    var own = Usage.of(file);
    if (own.isEmpty()) return Optional.empty();
    if (over != null) {
      var wanted = over.settings().usage();
      return own.get() == wanted
          ? Optional.empty()
          : Optional.of(
              finding(
                  "It is a %s file and came over %s, which is for %s files. Nothing of it was worked."
                      .formatted(word(own.get()), over.name(), word(wanted)),
                  "Ask %s for the %s file, or have the connection changed."
                      .formatted(over.name(), word(wanted))));
    }
    // What somebody brings may answer a test that went out, where one can have.
    boolean isMisplaced = own.get() == Usage.TEST && !hasTests();
    return isMisplaced
        ? Optional.of(
            finding(
                "It is a test file, and no connection is for tests. Nothing of it was worked.",
                "Ask the sender for the live file."))
        : Optional.empty();
  }

  private boolean hasTests() {
    return connections.all().stream().anyMatch(c -> c.settings().usage() == Usage.TEST);
  }

  private static String word(Usage usage) {
    return switch (usage) {
      case TEST -> "test";
      case LIVE -> "live";
    };
  }

  /// A test that answers what went out live.
  ///
  /// @param number of the interchange that it answers
  static Finding answerTo(String number) {
    return finding(
        "It is a test file and answers interchange %s, which went out live. Nothing was changed."
            .formatted(number),
        "Ask the sender for the live answer.");
  }

  private static Finding finding(String message, String remedy) {
    return new Finding(
        new RuleId("FILE-USAGE"),
        Layer.STRUCTURE,
        Severity.ERROR,
        Place.segment(null, "ISA15", 0),
        message,
        remedy,
        null,
        SOURCE);
  }
}
