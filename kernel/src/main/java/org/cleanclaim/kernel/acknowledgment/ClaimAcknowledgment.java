package org.cleanclaim.kernel.acknowledgment;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// 277CA for one claim: accepted for adjudication or rejected before it. A rejection is never a
/// denial.
///
/// @param claimControlNumber our number (TRN02 of the claim level)
/// @param patient as the payer names them, when known
/// @param statements what is said of the whole claim (STC)
/// @param payerClaimControlNumber the payer's number (REF 1K), when accepted
/// @param particulars further numbers and dates, such as the bill type
/// @param lines what is said of single lines
public record ClaimAcknowledgment(
    String claimControlNumber,
    @Nullable Participant patient,
    List<AcknowledgmentStatement> statements,
    @Nullable String payerClaimControlNumber,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    Particulars particulars,
    List<LineAcknowledgment> lines) {
  public ClaimAcknowledgment {
    statements = List.copyOf(statements);
    lines = List.copyOf(lines);
  }

  /// What is said of a claim as a whole.
  public static ClaimAcknowledgment of(
      String claimControlNumber,
      List<AcknowledgmentStatement> statements,
      @Nullable String payerClaimControlNumber,
      @Nullable LocalDate servedFrom) {
    return new ClaimAcknowledgment(
        claimControlNumber,
        null,
        statements,
        payerClaimControlNumber,
        servedFrom,
        servedFrom,
        Particulars.NONE,
        List.of());
  }

  /// Whether the claim goes on to adjudication: nothing said of it rejects it.
  public boolean accepted() {
    return statements.stream().allMatch(AcknowledgmentStatement::accepts);
  }

  /// All codes that are said of the claim, in the order sent.
  public List<Status> statuses() {
    return statements.stream().flatMap(s -> s.statuses().stream()).toList();
  }

  /// The charge as the receiver read it.
  public @Nullable Money totalCharge() {
    return statements.isEmpty() ? null : statements.getFirst().amount();
  }

  public @Nullable LocalDate effectiveOn() {
    return statements.isEmpty() ? null : statements.getFirst().effectiveOn();
  }

  /// The free text of the first statement that has one.
  public @Nullable String message() {
    for (AcknowledgmentStatement statement : statements) {
      if (statement.message() != null) return statement.message();
    }
    return null;
  }

  /// The same acknowledgment of a patient.
  public ClaimAcknowledgment ofPatient(Participant who) {
    return new ClaimAcknowledgment(
        claimControlNumber,
        who,
        statements,
        payerClaimControlNumber,
        servedFrom,
        servedThrough,
        particulars,
        lines);
  }

  /// @param category A1 received, A2 accepted, A3 returned, A6 to A8 rejected for missing or
  ///   invalid data
  /// @param status what is meant (external code list 508)
  /// @param entity whose data it is about (85 billing provider, IL subscriber, QC patient ...)
  public record Status(String category, String status, @Nullable String entity) {}

  @Override
  public String toString() {
    return "ClaimAcknowledgment[" + claimControlNumber + "]";
  }
}
