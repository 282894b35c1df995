package org.cleanclaim.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.x12.crosscheck.Crosscheck;
import org.cleanclaim.x12.guide.ElementChecks;
import org.cleanclaim.x12.guide.Guide;
import org.cleanclaim.x12.guide.Walk;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Checks one transaction set from ST to SE against its guide and gathers what its acknowledgment
/// says.
final class TransactionCheck {
  private final CheckOptions options;
  private final Faults outward;
  private final Faults faults;
  private final ElementChecks elements;
  private @Nullable Guide guide;
  private @Nullable Walk walk;
  private List<Crosscheck> crosschecks = List.of();
  private @Nullable Segment waitingSt;
  private String type = "";
  private String version = "";
  private TransactionErrors errors;
  private boolean isCutOff;

  TransactionCheck(CheckOptions options, Faults outward) {
    this.options = options;
    this.outward = outward;
    this.faults = Faults.all(this::note);
    this.elements = new ElementChecks(faults, options.lists(), options.strictness());
    this.errors = new TransactionErrors("", "", "", 1, options.guides());
  }

  /// @param madeOn GS04, for codes by date
  void begin(Segment st, String statedVersion, String madeOn) {
    type = st.element(1);
    version = statedVersion;
    errors =
        new TransactionErrors(type, st.element(2), st.element(3), st.number(), options.guides());
    date(madeOn).ifPresent(elements::asOf);
    crosschecks = List.of();
    isCutOff = false;
    if (options.guides().needsPurpose(type)) {
      waitingSt = st.keep();
      return;
    }
    choose(st, "");
    check(st);
  }

  void take(Segment segment) {
    if (waitingSt != null) {
      Segment st = waitingSt;
      waitingSt = null;
      choose(st, segment.is("BHT") ? segment.element(2) : "");
      check(st);
    }
    check(segment);
  }

  /// A fault that the envelope found in this transaction set.
  void note(Fault fault) {
    errors.add(fault);
    outward.add(fault);
  }

  /// The transaction is over; the envelope may still add what it finds.
  TransactionErrors end() {
    if (waitingSt != null) {
      Segment st = waitingSt;
      waitingSt = null;
      choose(st, "");
      check(st);
    }
    errors.over();
    if (isCutOff) return errors;
    if (walk != null) walk.end();
    for (Crosscheck crosscheck : crosschecks) crosscheck.end();
    return errors;
  }

  private void choose(Segment st, String purpose) {
    Optional<Guide> found = options.guides().find(type, version, purpose);
    Guide chosen = found.orElse(null);
    if (chosen == null) {
      walk = null;
      outward.add(
          Check.NO_GUIDE,
          st,
          "Version %s of transaction %s has no guide here."
              .formatted(version.isEmpty() ? "(none)" : version, type),
          "Its envelope and counts were checked, not its content.");
    } else if (walk != null && chosen.equals(guide)) {
      walk.restart();
    } else {
      walk = new Walk(chosen, faults);
    }
    guide = chosen;
    crosschecks = Crosscheck.of(type, version, faults);
  }

  // Of a file that breaks off, what is missing behind the break is no fault of its own.
  private void check(Segment segment) {
    errors.context(segment);
    isCutOff = segment.damage() == Segment.Damage.TRUNCATED;
    if (isCutOff) return;
    String loop = "";
    if (walk != null) {
      walk.take(segment);
      loop = walk.loop();
      elements.check(segment, walk);
    }
    for (Crosscheck crosscheck : crosschecks) crosscheck.take(segment, loop);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
