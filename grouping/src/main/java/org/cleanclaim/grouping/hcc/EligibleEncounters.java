package org.cleanclaim.grouping.hcc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ServiceLine;

/// Which claims bring diagnoses that count (CMS encounter data filtering logic, in use since
/// payment year 2016): hospital inpatient stays by the type of bill alone, hospital outpatient and
/// professional services where a line has a code of the payment year's list.
public final class EligibleEncounters {
  private static final Set<String> INPATIENT = Set.of("11", "41");
  private static final Set<String> OUTPATIENT =
      Set.of("12", "13", "43", "71", "73", "76", "77", "85");

  private final Set<String> services;

  private EligibleEncounters(Set<String> services) {
    this.services = services;
  }

  /// @param services the CPT and HCPCS codes of the payment year
  public static EligibleEncounters of(RuleTables services) {
    var codes = new HashSet<String>();
    for (List<String> row : services.table("services").rows()) codes.add(row.getFirst());
    return new EligibleEncounters(Set.copyOf(codes));
  }

  /// What becomes of a claim's diagnoses.
  public enum Verdict {
    COUNTS(""),
    VOIDED("the claim voids an earlier one"),
    BILL_TYPE("the type of bill is none whose diagnoses count"),
    NO_SERVICE("no line has a service whose diagnoses count");

    private final String reason;

    Verdict(String reason) {
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }

  public Verdict judge(Claim claim) {
    if (claim.frequency() == ClaimFrequency.VOID) return Verdict.VOIDED;
    return switch (claim.type()) {
      case DENTAL -> Verdict.NO_SERVICE;
      case PROFESSIONAL -> byServices(claim);
      case INSTITUTIONAL -> institutional(claim);
    };
  }

  private Verdict institutional(Claim claim) {
    String billType = claim.billType() == null ? "" : claim.billType();
    if (INPATIENT.contains(billType)) return Verdict.COUNTS;
    return OUTPATIENT.contains(billType) ? byServices(claim) : Verdict.BILL_TYPE;
  }

  private Verdict byServices(Claim claim) {
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() != null && services.contains(line.procedure().value())) {
        return Verdict.COUNTS;
      }
    }
    return Verdict.NO_SERVICE;
  }
}
