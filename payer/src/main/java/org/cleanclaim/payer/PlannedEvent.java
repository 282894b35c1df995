package org.cleanclaim.payer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;

/// Something the payer will do beyond its ordinary rules, to a claim of one member and day.
public sealed interface PlannedEvent {
  MemberId member();

  LocalDate servedOn();

  default boolean concerns(Claim claim) {
    return member().equals(claim.subscriber().memberId())
        && claim.servedFrom().filter(servedOn()::equals).isPresent();
  }

  /// Refuses the claim at the 277CA, the first time it comes.
  record RejectBeforeAdjudication(
      MemberId member,
      LocalDate servedOn,
      String category,
      String status,
      String entity,
      String message)
      implements PlannedEvent {}

  /// Denies a line, or all lines when no code is given.
  record Deny(
      MemberId member,
      LocalDate servedOn,
      @Nullable ProcedureCode procedure,
      String group,
      String reason,
      @Nullable String remark)
      implements PlannedEvent {
    boolean concerns(Claim claim, ServiceLine line) {
      return concerns(claim) && (procedure == null || procedure.equals(line.procedure()));
    }
  }

  /// Allows less than the contract says, by mistake.
  ///
  /// @param share of the contracted amount that is allowed, `0.9` pays a tenth too little
  record PayUnderContract(
      MemberId member, LocalDate servedOn, ProcedureCode procedure, BigDecimal share)
      implements PlannedEvent {
    boolean concerns(Claim claim, ServiceLine line) {
      return concerns(claim) && procedure.equals(line.procedure());
    }
  }

  /// Leaves the claim lying until somebody asks where it stands (276); then it goes with the next
  /// run.
  record LeaveLying(MemberId member, LocalDate servedOn) implements PlannedEvent {}

  /// Takes a decided claim up again, after an appeal or a review of its own: the earlier payment is
  /// reversed and the claim decided anew without the denials planned for it.
  ///
  /// @param from the first day on which it goes with a run
  /// @param found what is denied now; null to decide it by the ordinary rules
  record DecideAgain(MemberId member, LocalDate servedOn, LocalDate from, @Nullable Deny found)
      implements PlannedEvent {}
}
