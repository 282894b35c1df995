package org.cleanclaim.grouping.hcc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ServiceLine;

/// Which claims bring diagnoses that count: hospital inpatient stays by the type of bill alone,
/// hospital outpatient and professional services where a line has a code of the year's list. For
/// Medicare Advantage this is the CMS encounter data filtering logic, in use since payment year
/// 2016; for the individual and small group markets the EDGE server business rules on risk
/// adjustment eligible claims (45 CFR 153.700), which take fewer types of bill.
public final class EligibleEncounters {
  private static final Set<String> MEDICARE_INPATIENT = Set.of("11", "41");
  private static final Set<String> MEDICARE_OUTPATIENT =
      Set.of("12", "13", "43", "71", "73", "76", "77", "85");
  private static final Set<String> MARKET_INPATIENT = Set.of("11");
  private static final Set<String> MARKET_OUTPATIENT =
      Set.of("13", "71", "73", "76", "77", "85", "87");

  private final Set<String> services;
  private final Set<String> inpatient;
  private final Set<String> outpatient;

  private EligibleEncounters(RuleTables services, Set<String> inpatient, Set<String> outpatient) {
    var codes = new HashSet<String>();
    for (List<String> row : services.table("services").rows()) codes.add(row.getFirst());
    this.services = Set.copyOf(codes);
    this.inpatient = inpatient;
    this.outpatient = outpatient;
  }

  /// The encounters of Medicare Advantage members.
  ///
  /// @param services the CPT and HCPCS codes of the payment year
  public static EligibleEncounters of(RuleTables services) {
    return new EligibleEncounters(services, MEDICARE_INPATIENT, MEDICARE_OUTPATIENT);
  }

  /// The claims of the individual and small group markets.
  ///
  /// @param services the CPT and HCPCS codes of the benefit year
  public static EligibleEncounters ofMarket(RuleTables services) {
    return new EligibleEncounters(services, MARKET_INPATIENT, MARKET_OUTPATIENT);
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
    if (inpatient.contains(billType)) return Verdict.COUNTS;
    return outpatient.contains(billType) ? byServices(claim) : Verdict.BILL_TYPE;
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
