package org.cleanclaim.app.insight;

import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;

/// What a month came to.
///
/// @param findingsByRule how often each rule held a claim
/// @param firstPassPercent adjudicated claims paid without rejection, denial or underpayment on the
///   first sending
/// @param daysToPay days from the service to the payer's decision, on average, in tenths
/// @param allowed paid, kept back by law and left to patients, of all lines that first payers
///   adjudicated
/// @param beforehand stays in hospital, and what payers were asked beforehand
/// @param patients what was agreed with patients about their bills
/// @param again what was done about claims after the first answer, or for want of one
public record Story(
    String practice,
    int encounters,
    int charts,
    int codes,
    int suggested,
    int accepted,
    int claims,
    int held,
    int rejected,
    Map<String, Integer> findingsByRule,
    int filesSent,
    int filesReceived,
    int remittances,
    int denialCases,
    int underpaidLines,
    int statements,
    Money billed,
    Money allowed,
    Money insurancePaid,
    Money adjusted,
    Money writtenOff,
    Money patientShare,
    Money patientPaid,
    Money openInsurance,
    Money openPatient,
    Money unbilled,
    int firstPassPercent,
    String daysToPay,
    Money debits,
    Money credits,
    Again again,
    Beforehand beforehand,
    Patients patients,
    boolean isAuditTrailWhole) {

  /// @param corrected replacement and void claims
  /// @param takenBack payments that payers reversed
  /// @param asked claims that payers were asked about
  /// @param following claims to next payers
  public record Again(
      int corrected, int appealsWon, int appealsLost, int takenBack, int asked, int following) {}

  /// @param stays claims of hospital stays
  /// @param certified authorizations that payers gave when asked
  /// @param authorized claims that an authorization was attached to
  public record Beforehand(int stays, int certified, int authorized) {}

  /// @param plans payment plans that are being paid
  /// @param planned what the plans are about
  /// @param refunds paid back, of money that was not owed
  /// @param assisted applications for assistance that were approved
  /// @param given taken off by assistance
  /// @param disputes open ones
  public record Patients(
      int plans,
      Money planned,
      int refunds,
      Money refunded,
      int assisted,
      Money given,
      int disputes) {}

  /// The story in lines for a terminal.
  public List<String> lines() {
    return List.of(
        practice,
        "",
        "  Visits              %6d    charts coded %d, codes %d (engine suggested %d, coder accepted %d)"
            .formatted(encounters, charts, codes, suggested, accepted),
        "  Claims              %6d    held by the scrubber %d, rejected by payers %d"
            .formatted(claims, held, rejected),
        "  Findings mended            " + findings(),
        "  Files               %6d    sent %d, received %d; remittances %d"
            .formatted(filesSent + filesReceived, filesSent, filesReceived, remittances),
        "  Denial cases        %6d    underpaid lines %d, patient statements %d"
            .formatted(denialCases, underpaidLines, statements),
        "  Corrected claims    %6d    appeals won %d, lost %d; payments reversed %d"
            .formatted(
                again.corrected(), again.appealsWon(), again.appealsLost(), again.takenBack()),
        "  Silent claims asked %6d    claims to second payers %d"
            .formatted(again.asked(), again.following()),
        "  Hospital stays      %6d    authorizations certified %d, on claims %d"
            .formatted(beforehand.stays(), beforehand.certified(), beforehand.authorized()),
        "  Payment plans       %6d    over %s; bills disputed %d"
            .formatted(patients.plans(), patients.planned(), patients.disputes()),
        "  Refunds paid        %6d    of %s; assistance given %d, of %s"
            .formatted(
                patients.refunds(), patients.refunded(), patients.assisted(), patients.given()),
        "",
        "  Billed          %12s".formatted(billed),
        "  Allowed         %12s".formatted(allowed),
        "  Paid by payers  %12s".formatted(insurancePaid),
        "  Adjusted        %12s    written off %s".formatted(adjusted, writtenOff),
        "  Patients' share %12s    of it paid %s".formatted(patientShare, patientPaid),
        "  Open            %12s    payers %s, patients %s, unbilled %s"
            .formatted(
                openInsurance.plus(openPatient).plus(unbilled),
                openInsurance,
                openPatient,
                unbilled),
        "",
        "  First-pass rate     %5d%%    days from service to payment %s"
            .formatted(firstPassPercent, daysToPay),
        "  Ledger balanced: debits = credits = " + debits,
        "  Audit trail: " + (isAuditTrailWhole ? "whole" : "BROKEN"));
  }

  private String findings() {
    if (findingsByRule.isEmpty()) return "none";
    return findingsByRule.entrySet().stream()
        .map(e -> e.getKey() + " × " + e.getValue())
        .reduce((a, b) -> a + ", " + b)
        .orElse("none");
  }
}
