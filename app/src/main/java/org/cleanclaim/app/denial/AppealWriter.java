package org.cleanclaim.app.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.AppealLevel;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.AppealLetter.Field;
import org.cleanclaim.app.remittance.DecisionReadings;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.springframework.stereotype.Component;

/// Writes letters of appeal. A sentence that needs a fact stands in the letter only when the record
/// has that fact; nothing is filled in.
@Component
class AppealWriter {
  private final Payers payers;
  private final PayerDirectory directory;
  private final DecisionReadings decisions;
  private final UserAccounts users;
  private final Deadlines deadlines;

  AppealWriter(
      Payers payers,
      PayerDirectory directory,
      DecisionReadings decisions,
      UserAccounts users,
      Deadlines deadlines) {
    this.payers = payers;
    this.directory = directory;
    this.decisions = decisions;
    this.users = users;
    this.deadlines = deadlines;
  }

  AppealLetter write(
      DenialCase denial,
      BilledClaim claim,
      AppealLevel level,
      List<Evidence> evidence,
      List<Appeal> earlier) {
    return new AppealLetter(
        deadlines.today(),
        claim.snapshot().payer().name(),
        directory.contact(payers.get(claim.payerId())).forAppeals().orElse(null),
        "%s of claim %s"
            .formatted(
                level.title(),
                claim.payerClaimControlNumber() == null
                    ? claim.controlNumber()
                    : claim.payerClaimControlNumber()),
        fields(denial, claim),
        paragraphs(denial, level, evidence, earlier),
        evidence.stream()
            .filter(e -> isEnclosed(denial, e.kind()))
            .map(e -> e.kind().title() + ": " + e.content())
            .toList(),
        users.find(Acting.actor().name()).map(UserAccounts.UserAccount::displayName).orElse(null));
  }

  private List<Field> fields(DenialCase denial, BilledClaim claim) {
    var snapshot = claim.snapshot();
    var fields = new ArrayList<Field>();
    fields.add(new Field("Patient", snapshot.patient().name().display()));
    fields.add(new Field("Born", String.valueOf(snapshot.patient().bornOn())));
    var member = snapshot.subscriber().memberId();
    if (member != null) fields.add(new Field("Member number", member.value()));
    if (claim.payerClaimControlNumber() != null) {
      fields.add(new Field("Your claim number", claim.payerClaimControlNumber()));
    }
    fields.add(new Field("Our claim number", claim.controlNumber()));
    snapshot.lines().stream()
        .filter(line -> Objects.equals(line.number(), denial.line()))
        .findFirst()
        .ifPresent(line -> service(fields, line));
    if (denial.line() == null) {
      fields.add(new Field("Served", String.valueOf(claim.servedFrom())));
      fields.add(new Field("Charged", "$" + claim.totalCharge().grouped()));
    }
    fields.add(new Field("Amount refused", "$" + denial.amount().grouped()));
    String remarks = denial.remarks().isEmpty() ? "" : " " + String.join(" ", denial.remarks());
    fields.add(new Field("Reason given", denial.reasonCode() + remarks));
    decisions.lines(claim.id().value()).stream()
        .filter(d -> Objects.equals(d.line(), denial.line()))
        .reduce((first, last) -> last)
        .ifPresent(d -> fields.add(new Field("Remittance", d.trace())));
    return fields;
  }

  private static void service(List<Field> fields, ServiceLine line) {
    fields.add(new Field("Served", String.valueOf(line.servedFrom())));
    if (line.procedure() != null) {
      String modifiers =
          line.modifiers().isEmpty()
              ? ""
              : " with "
                  + String.join(", ", line.modifiers().stream().map(m -> m.value()).toList());
      fields.add(
          new Field("Service", Objects.requireNonNull(line.procedure()).value() + modifiers));
    }
    fields.add(new Field("Charged", "$" + line.charge().grouped()));
  }

  private static List<String> paragraphs(
      DenialCase denial, AppealLevel level, List<Evidence> evidence, List<Appeal> earlier) {
    var text = new ArrayList<String>();
    text.add(
        "We ask for %s. You refused $%s of what is named above with %s."
            .formatted(article(level.title()), denial.left(), denial.reasonCode()));
    for (Appeal before : earlier) {
      if (before.decidedOn() != null) {
        text.add(
            "Our appeal at level %d of %s was decided on %s."
                .formatted(before.level(), before.sentOn(), before.decidedOn()));
      }
    }
    text.add(
        switch (denial.cause()) {
          case "authorization" -> "The service was authorized. What shows it:";
          case "medical-necessity", "level-of-service", "frequency", "records" ->
              "The record of the visit shows the need for the service. The parts that show it:";
          case "bundled" ->
              "The service was separate from the other service of the day. What shows it:";
          case "timely-filing" -> "The claim was filed in time. What shows it:";
          default -> "We do not agree with the decision. Our grounds:";
        });
    evidence.stream()
        .filter(e -> isArgument(denial, e.kind()))
        .forEach(e -> text.add("• " + e.kind().title() + ": " + e.content()));
    evidence.stream()
        .filter(e -> e.kind() == EvidenceKind.GOOD_CAUSE)
        .forEach(e -> text.add("We file after your last day for this cause: " + e.content() + "."));
    text.add(
        "Please pay the service as our agreement or the law provides. If you keep to your decision,"
            + " please name the provision that it rests on and who reviewed it.");
    return text;
  }

  private static String article(String title) {
    String lower = title.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + title.substring(1);
    return "aeiou".indexOf(lower.charAt(0)) >= 0 ? "an " + lower : "a " + lower;
  }

  private static boolean isArgument(DenialCase denial, EvidenceKind kind) {
    return kind == EvidenceKind.GROUNDS || kind == Guardrails.ground(denial.cause());
  }

  private static boolean isEnclosed(DenialCase denial, EvidenceKind kind) {
    return kind == EvidenceKind.GOOD_CAUSE
        || (kind != EvidenceKind.GROUNDS && isArgument(denial, kind));
  }
}
