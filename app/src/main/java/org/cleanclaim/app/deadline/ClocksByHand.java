package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Clocks whose facts nobody else in the program knows: somebody enters them.
@Component
@Transactional
public class ClocksByHand {
  private final Deadlines deadlines;
  private final AuditTrail audit;

  ClocksByHand(Deadlines deadlines, AuditTrail audit) {
    this.deadlines = deadlines;
    this.audit = audit;
  }

  /// Starts one.
  ///
  /// @param startsOn the day that the rule counts from: identified, requested, scheduled, asked
  /// @param serviceOn the appointment that a good-faith estimate is for; null when the patient
  ///   asked for the estimate without one
  /// @throws DeadlineRefusal when no rule lets such a clock run
  public Clock start(
      ClockKind kind,
      String subject,
      LocalDate startsOn,
      @Nullable LocalDate serviceOn,
      String owner) {
    AccessDeniedForActor.unlessEither(Permission.WORK_DENIAL, Permission.WORK_CLAIM);
    if (!kind.isStartedByHand()) {
      throw new DeadlineRefusal("A clock of this kind is started by what happens to a claim.");
    }
    if (subject.isBlank()) throw new DeadlineRefusal("Say what the clock is about.");
    if (startsOn.isAfter(deadlines.today())) {
      throw new DeadlineRefusal("A clock starts today or earlier.");
    }
    if (deadlines.find(kind, subject.strip(), 1).isPresent()) {
      throw new DeadlineRefusal("There is such a clock for this subject already.");
    }
    var start = ClockStart.of(kind, subject.strip(), rule(kind, startsOn, serviceOn), startsOn);
    var begun = deadlines.run(owner.isBlank() ? start : start.ownedBy(owner.strip()));
    audit.record("started", "deadline", begun.publicId(), null, begun.title());
    return begun;
  }

  private static ClockRule rule(ClockKind kind, LocalDate startsOn, @Nullable LocalDate serviceOn) {
    return switch (kind) {
      case OVERPAYMENT -> LegalClocks.OVERPAYMENT;
      case AUTHORIZATION_DECISION -> DecisionClocks.unknownPayer();
      case QUERY -> LegalClocks.QUERY;
      default -> estimate(startsOn, serviceOn);
    };
  }

  private static ClockRule estimate(LocalDate startsOn, @Nullable LocalDate serviceOn) {
    if (serviceOn == null) {
      return ClockRule.businessDays(3, "45 CFR 149.610(b)(1)(vi)(C)");
    }
    return LegalClocks.estimate(startsOn, serviceOn)
        .orElseThrow(() ->
            new DeadlineRefusal(
                "The service is less than three business days away: no estimate is due by law."));
  }
}
