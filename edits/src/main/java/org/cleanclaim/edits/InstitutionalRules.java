package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.CodeSystem;

/// What hospital bills need besides what every claim needs.
final class InstitutionalRules implements EditRule {
  /// Laboratory, imaging, therapies, emergency room and clinic are paid by procedure.
  private static final String PAID_BY_PROCEDURE = "0(3[01245]|4[02345]|51|61)\\d";

  private static final Set<Kind> BILL_CODES =
      Set.of(Kind.CONDITION, Kind.OCCURRENCE, Kind.OCCURRENCE_SPAN, Kind.VALUE);

  private static final String STILL_PATIENT = "30";

  private final CodeSets codeSets;

  InstitutionalRules(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (!BillTypes.isInstitutional(claim)) return List.of();
    var findings = new ArrayList<Finding>();
    billType(claim, findings);
    statement(claim, findings);
    claim.lines().forEach(line -> line(claim, line, findings));
    claim.informationCodes().forEach(code -> code(code, findings));
    patientStatus(claim, findings);
    if (BillTypes.isOfAdmitted(claim)) admission(claim, findings);
    if (BillTypes.isInpatient(claim)) presentOnAdmission(claim, findings);
    return findings;
  }

  private static void billType(Claim claim, List<Finding> findings) {
    if (!BillTypes.matches(claim.billType(), "[1-8][1-9]")) {
      findings.add(
          Rule.BILL_TYPE.at(
              Place.field("Type of bill"),
              "The claim has no type of bill that says facility and care.",
              "Choose the type of bill."));
    }
    boolean isCorrection =
        claim.frequency() == ClaimFrequency.REPLACEMENT || claim.frequency() == ClaimFrequency.VOID;
    String number = claim.payerClaimControlNumber();
    if (isCorrection && (number == null || number.isBlank())) {
      findings.add(
          Rule.BILL_TYPE.at(
              Place.field("Payer's claim number"),
              "The claim corrects another one and does not name the payer's number of it.",
              "Enter the number from the remittance."));
    }
  }

  private static void statement(Claim claim, List<Finding> findings) {
    var period = StatementPeriod.of(claim);
    if (!period.isInOrder()) {
      findings.add(
          Rule.STATEMENT_PERIOD.at(
              Place.field("Statement period"),
              "The statement period is missing or ends before it begins.",
              "Enter the first and last day that the claim bills for."));
      return;
    }
    for (ServiceLine line : claim.lines()) {
      if (!period.holds(line.servedFrom()) || !period.holds(line.servedThrough())) {
        findings.add(
            Rule.STATEMENT_PERIOD.onLine(
                line.number(),
                "Day of service",
                "The day of service lies outside the statement period.",
                "Correct the day or the period."));
      }
    }
  }

  private static void line(Claim claim, ServiceLine line, List<Finding> findings) {
    String revenue = line.revenueCode();
    if (!BillTypes.matches(revenue, "\\d{4}")) {
      findings.add(
          Rule.REVENUE_CODE.onLine(
              line.number(),
              "Revenue code",
              "The line has no revenue code of four digits.",
              "Enter the revenue code of the department."));
    } else if (BillTypes.isOutpatient(claim)
        && line.procedure() == null
        && BillTypes.matches(revenue, PAID_BY_PROCEDURE)) {
      findings.add(
          Rule.REVENUE_NEEDS_PROCEDURE.onLine(
              line.number(),
              "Procedure",
              "Revenue code " + revenue + " of an outpatient bill needs a procedure.",
              "Enter the HCPCS code of what was done."));
    }
  }

  private static void code(InformationCode code, List<Finding> findings) {
    if (!BILL_CODES.contains(code.kind())) return;
    boolean lacksDay =
        code.kind() != Kind.CONDITION && code.kind() != Kind.VALUE && code.from() == null;
    boolean lacksEnd = code.kind() == Kind.OCCURRENCE_SPAN && code.through() == null;
    boolean lacksAmount = code.kind() == Kind.VALUE && code.amount() == null;
    boolean isComplete = !lacksDay && !lacksEnd && !lacksAmount;
    if (!isComplete || !code.code().matches("[0-9A-Z]{2}")) {
      findings.add(
          Rule.BILL_CODE.at(
              Place.field("Codes of the bill"),
              "Code " + code.code() + " has not two characters, or lacks its day or amount.",
              "Complete or remove the code."));
    }
    LocalDate from = code.from();
    LocalDate through = code.through();
    if (code.kind() == Kind.OCCURRENCE_SPAN
        && from != null
        && through != null
        && from.isAfter(through)) {
      findings.add(
          Rule.OCCURRENCE_SPAN.at(
              Place.field("Codes of the bill"),
              "Span " + code.code() + " ends before it begins.",
              "Correct the days."));
    }
  }

  private static void patientStatus(Claim claim, List<Finding> findings) {
    var admission = claim.admission();
    String status = admission == null ? null : admission.patientStatus();
    if (!BillTypes.matches(status, "\\d{2}")) {
      findings.add(
          Rule.PATIENT_STATUS.at(
              Place.field("Patient status"),
              "The claim does not say where the patient was at the end.",
              "Enter the patient status of two digits."));
      return;
    }
    boolean isStillThere = STILL_PATIENT.equals(status);
    boolean isWrong =
        switch (claim.frequency()) {
          case INTERIM_FIRST, INTERIM_CONTINUING -> !isStillThere;
          case ORIGINAL, INTERIM_LAST -> isStillThere;
          case LATE_CHARGES, REPLACEMENT, VOID -> false;
        };
    if (BillTypes.isOfAdmitted(claim) && isWrong) {
      findings.add(
          Rule.PATIENT_STATUS.at(
              Place.field("Patient status"),
              "Patient status " + status + " does not fit a bill of this frequency.",
              "Correct the status, or bill the stay as going on."));
    }
  }

  private static void admission(Claim claim, List<Finding> findings) {
    var admission = claim.admission();
    var missing = new ArrayList<String>();
    if (claim.admittedOn() == null) missing.add("day");
    if (admission == null || admission.typeCode() == null) missing.add("type");
    if (admission == null || admission.sourceCode() == null) missing.add("point of origin");
    if (claim.informationCodes(Kind.ADMITTING_DIAGNOSIS).isEmpty()) missing.add("diagnosis");
    if (!missing.isEmpty()) {
      findings.add(
          Rule.ADMISSION.at(
              Place.field("Admission"),
              "The admission lacks: " + String.join(", ", missing) + ".",
              "Complete the admission."));
    }
  }

  /// Silent on missing indicators while no list of exempt codes is installed.
  private void presentOnAdmission(Claim claim, List<Finding> findings) {
    LocalDate day = StatementPeriod.of(claim).through();
    var edition =
        day == null ? Optional.<Edition>empty() : codeSets.edition(CodeSystem.ICD10CM, day);
    for (Diagnosis diagnosis : claim.diagnoses()) {
      String said = diagnosis.presentOnAdmission();
      boolean isWrong =
          (said == null || said.isBlank())
              ? edition
                  .flatMap(e -> e.isPoaExempt(diagnosis.code().value()))
                  .map(isExempt -> !isExempt)
                  .orElse(false)
              : !said.matches("[YNUW1]");
      if (isWrong) {
        findings.add(
            Rule.PRESENT_ON_ADMISSION.at(
                Place.field("Diagnoses"),
                diagnosis.code() + " does not say whether it was present on admission.",
                "Enter Y, N, U or W."));
      }
    }
  }
}
