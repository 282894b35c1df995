package org.cleanclaim.app.scrub;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What earlier payers decided on a FHIR claim: the `claimResponse` of each `insurance` that is not
/// the focal one, a `ClaimResponse` or an `ExplanationOfBenefit`. Source: HL7 FHIR R4,
/// Claim.insurance.claimResponse; categories of the code system "adjudication" and of CARIN Blue
/// Button.
final class FhirPriorPayers {
  private static final PayerId UNKNOWN = new PayerId("UNKNOWN");
  private static final Set<String> PAID = Set.of("benefit", "paidtoprovider", "paidtopatient");
  private static final Set<String> PATIENT = Set.of("deductible", "copay", "coinsurance");

  /// What one payer answered, by the resource that says it.
  private record Answer(PayerId payer, JsonNode insurance, JsonNode coverage, JsonNode response) {}

  /// What amounts by category say: paid, and left to the patient where that can be told.
  private record Decision(@Nullable Money paid, @Nullable Money patientOwes) {}

  private final FhirReferences references;
  private final Consumer<Finding> findings;
  private final List<Answer> answers = new ArrayList<>();

  FhirPriorPayers(JsonNode claim, FhirReferences references, Consumer<Finding> findings) {
    this.references = references;
    this.findings = findings;
    for (JsonNode insurance : claim.path("insurance")) {
      if (insurance.path("focal").asBoolean(false) || !insurance.has("claimResponse")) continue;
      JsonNode response = references.resource(insurance.path("claimResponse"));
      if (response.isMissingNode()) {
        refuse("The answer of an earlier payer is named and not in the file.");
        continue;
      }
      JsonNode coverage = references.resource(insurance.path("coverage"));
      answers.add(new Answer(payer(response, coverage), insurance, coverage, response));
    }
  }

  private PayerId payer(JsonNode response, JsonNode coverage) {
    for (JsonNode named : List.of(response.path("insurer"), coverage.path("payor").path(0))) {
      String id = named.path("identifier").path("value").asString("");
      if (id.isEmpty()) {
        id = references.resource(named).path("identifier").path(0).path("value").asString("");
      }
      var payer = PayerId.parse(id);
      if (payer.isPresent()) return payer.get();
    }
    return UNKNOWN;
  }

  /// What they decided on the item of a sequence.
  List<LineAdjudication> ofItem(int sequence) {
    var decided = new ArrayList<LineAdjudication>();
    for (Answer answer : answers) {
      for (JsonNode item : answer.response().path("item")) {
        if (!isOf(item.path("itemSequence"), sequence)) continue;
        Decision decision = decision(item.path("adjudication"));
        if (decision.paid() == null) continue;
        if (decision.patientOwes() == null) {
          refuse(
              "What an earlier payer left to the patient of item %d is not told."
                  .formatted(sequence));
        }
        decided.add(
            new LineAdjudication(
                answer.payer(),
                decision.paid(),
                null,
                List.of(),
                null,
                BigDecimal.ONE,
                List.of(),
                day(answer.response()),
                decision.patientOwes()));
      }
    }
    return decided;
  }

  private static boolean isOf(JsonNode stated, int sequence) {
    if (!stated.isArray()) return stated.asInt(0) == sequence;
    for (JsonNode one : stated) if (one.asInt(0) == sequence) return true;
    return false;
  }

  /// The earlier payers with what they decided on the claim as a whole.
  List<OtherCoverage> coverages(Relationship relationship) {
    var coverages = new ArrayList<OtherCoverage>();
    for (Answer answer : answers) {
      JsonNode totals =
          answer.response().path("total").isEmpty()
              ? answer.response().path("adjudication")
              : answer.response().path("total");
      Decision decision = decision(totals);
      if (decision.paid() != null && decision.patientOwes() == null) {
        refuse("What an earlier payer left to the patient of the claim is not told.");
      }
      coverages.add(
          new OtherCoverage(
              subscriber(answer),
              relationship,
              new ClaimPayer(
                  references.name(answer.response().path("insurer")).display(),
                  answer.payer(),
                  null),
              decision.paid(),
              decision.patientOwes(),
              FhirReferences.text(answer.response().path("identifier").path(0).path("value")),
              List.of(),
              true,
              "Y",
              List.of(),
              List.of(),
              Particulars.NONE));
    }
    return coverages;
  }

  private Subscriber subscriber(Answer answer) {
    String id = answer.coverage().path("subscriberId").asString("");
    return new Subscriber(
        references.name(answer.coverage().path("subscriber")),
        MemberId.parse(id).orElse(null),
        null,
        Sex.UNKNOWN,
        null,
        answer.insurance().path("sequence").asInt(1) == 1
            ? PayerSequence.PRIMARY
            : PayerSequence.SECONDARY,
        null,
        null,
        null);
  }

  private static Decision decision(JsonNode amounts) {
    Money paid = null;
    Money patient = null;
    Money allowed = null;
    Money liability = null;
    for (JsonNode each : amounts) {
      var amount = Money.parse(each.path("amount").path("value").asString(""));
      if (amount.isEmpty()) continue;
      String category = each.path("category").path("coding").path(0).path("code").asString("");
      if (PAID.contains(category)) paid = plus(paid, amount.get());
      else if (PATIENT.contains(category)) patient = plus(patient, amount.get());
      else if (category.equals("eligible")) allowed = amount.get();
      else if (category.equals("memberliability")) liability = amount.get();
    }
    if (liability != null) return new Decision(paid, liability);
    if (paid != null && allowed != null) {
      return new Decision(paid, allowed.minus(paid).max(Money.ZERO));
    }
    return new Decision(paid, patient);
  }

  private static Money plus(@Nullable Money sum, Money amount) {
    return sum == null ? amount : sum.plus(amount);
  }

  private static @Nullable LocalDate day(JsonNode response) {
    String text = response.path("created").asString("");
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void refuse(String message) {
    findings.accept(
        FhirClaims.finding(
            "FHIR-CLAIM",
            "insurance.claimResponse",
            message,
            "Add the ClaimResponse with benefit and eligible, or deductible, copay and"
                + " coinsurance."));
  }
}
