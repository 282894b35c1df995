package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Whether the payer's coverage policies cover the lines: a covered diagnosis among those that the
/// line points to, and not more often than the policy allows. A notice modifier (see [Notice])
/// answers both.
final class CoverageRules implements EditRule {
  private static final String NOTICE =
      "Else add GA when the patient signed a notice (ABN) before the service, GZ when not.";

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    for (ServiceLine line : claim.lines()) {
      Notice notice = Notice.of(line.modifiers());
      notice.findings(claim, line, findings);
      ProcedureCode procedure = line.procedure();
      if (procedure == null || context.coveragePolicies().isEmpty()) continue;
      for (CoveragePolicy policy : context.coveragePolicies().of(procedure, line.servedFrom())) {
        judge(claim, line, policy, notice, context, findings);
      }
    }
    return findings;
  }

  private static void judge(
      Claim claim,
      ServiceLine line,
      CoveragePolicy policy,
      Notice notice,
      ScrubContext context,
      List<Finding> findings) {
    boolean hasDiagnosis = policy.isSupportedBy(diagnoses(claim, line));
    boolean isTooFrequent = isTooFrequent(claim, line, policy, context);
    if (hasDiagnosis && !isTooFrequent) {
      if (notice.expectsDenial()) {
        findings.add(
            cited(
                policy,
                Rule.NOTICE_NEEDLESS.onLine(
                    line.number(),
                    "Modifier",
                    "Policy %s covers the service, the modifier expects a denial."
                        .formatted(policy.name()),
                    "Remove the notice modifier, unless another reason for denial is known.")));
      }
      return;
    }
    if (notice.isSigned() || notice.isExcluded()) return;
    if (notice.isUnsigned()) {
      findings.add(
          cited(
              policy,
              Rule.NOTICE_MISSING.onLine(
                  line.number(),
                  "Modifier",
                  "Medicare will deny the line under policy %s, at the practice's cost."
                      .formatted(policy.name()),
                  "Send it as it is, or use GA when a notice was signed before the service.")));
      return;
    }
    if (!hasDiagnosis) findings.add(cited(policy, notCovered(line, policy)));
    if (isTooFrequent) findings.add(cited(policy, tooFrequent(line, policy)));
  }

  private static List<Icd10Cm> diagnoses(Claim claim, ServiceLine line) {
    var codes = new ArrayList<Icd10Cm>();
    for (int pointer : line.diagnosisPointers()) {
      if (pointer < 1 || pointer > claim.diagnoses().size()) continue;
      codes.add(claim.diagnoses().get(pointer - 1).code());
    }
    return codes;
  }

  /// Counts the units of the policy's codes in the window that ends with the line: on the claim and
  /// on the other claims of the patient.
  private static boolean isTooFrequent(
      Claim claim, ServiceLine line, CoveragePolicy policy, ScrubContext context) {
    var frequency = policy.frequency();
    if (frequency == null) return false;
    LocalDate from = frequency.windowFrom(line.servedFrom());
    BigDecimal units = units(claim, policy, from, line);
    for (Claim other : context.history()) {
      if (other.controlNumber().equals(claim.controlNumber())) continue;
      if (other.patient().equals(claim.patient())) {
        units = units.add(units(other, policy, from, line));
      }
    }
    return units.compareTo(BigDecimal.valueOf(frequency.units())) > 0;
  }

  private static BigDecimal units(
      Claim claim, CoveragePolicy policy, LocalDate from, ServiceLine upTo) {
    BigDecimal units = BigDecimal.ZERO;
    for (ServiceLine line : claim.lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure == null || !policy.procedures().contains(procedure)) continue;
      boolean isInWindow =
          !line.servedFrom().isBefore(from) && !line.servedFrom().isAfter(upTo.servedFrom());
      if (isInWindow) units = units.add(line.unitsBilled());
    }
    return units;
  }

  private static Finding notCovered(ServiceLine line, CoveragePolicy policy) {
    return Rule.NOT_COVERED.onLine(
        line.number(),
        "Diagnosis pointer",
        "No diagnosis of the line is covered for %s by policy %s."
            .formatted(line.procedure(), policy.name()),
        "Point to a covered diagnosis that the note supports. " + NOTICE);
  }

  private static Finding tooFrequent(ServiceLine line, CoveragePolicy policy) {
    var frequency = java.util.Objects.requireNonNull(policy.frequency());
    return Rule.TOO_FREQUENT.onLine(
        line.number(),
        "Units",
        "Policy %s covers %s, this is more.".formatted(policy.name(), frequency.inWords()),
        "Check the days of the earlier services. " + NOTICE);
  }

  /// The finding with the policy as its source.
  private static Finding cited(CoveragePolicy policy, Finding finding) {
    return new Finding(
        finding.rule(),
        finding.layer(),
        finding.severity(),
        finding.place(),
        finding.message(),
        finding.remedy(),
        finding.expectedDenial(),
        new Citation(source(policy), policy.period()),
        finding.expectedRemark(),
        finding.overriding());
  }

  private static String source(CoveragePolicy policy) {
    var words = new StringBuilder(policy.contractor()).append(", ").append(policy.id());
    if (!policy.version().isEmpty()) words.append(" version ").append(policy.version());
    if (!policy.source().isEmpty()) words.append(", ").append(policy.source());
    return words.toString();
  }
}
