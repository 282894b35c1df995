package org.cleanclaim.kernel.status;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// The payer's answer: where a claim stands, or why the question was not answered (277, loop 2200).
///
/// @param level what the answer is about
/// @param trace our number of the question (TRN02)
/// @param references payer's claim number (1K), bill type (BLT), account number (EJ) ...
/// @param respondBy last day on which the payer takes what it asks for (DTP 106); null when it
///   names none
public record ClaimStatus(
    Level level,
    String trace,
    StatusParties parties,
    List<Statement> statements,
    List<Reference> references,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    @Nullable LocalDate respondBy,
    List<StatusLine> lines) {
  public ClaimStatus(
      Level level,
      String trace,
      StatusParties parties,
      List<Statement> statements,
      List<Reference> references,
      @Nullable LocalDate servedFrom,
      @Nullable LocalDate servedThrough,
      List<StatusLine> lines) {
    this(level, trace, parties, statements, references, servedFrom, servedThrough, null, lines);
  }

  public ClaimStatus {
    statements = List.copyOf(statements);
    references = List.copyOf(references);
    lines = List.copyOf(lines);
  }

  /// How far the payer got with the question.
  public enum Level {
    SUBMITTER,
    PROVIDER,
    CLAIM
  }

  /// One status with up to three codes (STC).
  ///
  /// @param effectiveOn STC02
  /// @param charge STC04
  /// @param paid STC05
  /// @param adjudicatedOn STC06
  /// @param paidOn STC08
  /// @param checkNumber STC09
  public record Statement(
      List<Code> codes,
      @Nullable LocalDate effectiveOn,
      @Nullable Money charge,
      @Nullable Money paid,
      @Nullable LocalDate adjudicatedOn,
      @Nullable LocalDate paidOn,
      @Nullable String checkNumber) {
    public Statement {
      codes = List.copyOf(codes);
    }
  }

  /// @param category finalized, pending, not found ... (external code list 507)
  /// @param status what is meant (external code list 508)
  /// @param entity whose data it is about
  /// @param list where the status is none of list 508: RX a pharmacy code, LOI a LOINC code of what
  ///   is asked for
  public record Code(
      String category, String status, @Nullable String entity, @Nullable String list) {}

  @Override
  public String toString() {
    return "ClaimStatus[" + trace + "]";
  }
}
