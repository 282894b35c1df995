package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.NcciDenial;
import org.cleanclaim.edits.ncci.NcciEditor;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.identifier.Taxonomy;

/// Pairs, unit limits and add-on codes of one patient, payer, provider and day, across all claims
/// of that day. Professional claims are judged by the practitioners' tables, institutional ones of
/// outpatients (see [BillTypes]) by the hospitals'; inpatient stays and dental claims are not
/// judged. How much a finding weighs is the payer's, see [MedicareEdits].
final class NcciRules implements AcrossClaims {
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(1996, 1, 1));
  private static final Set<String> SUPPLIERS = Set.of("332B", "332H", "335E");

  /// Critical care, first hour and each half hour more.
  private static final String CRITICAL_CARE = "99291";

  private static final String MORE_CRITICAL_CARE = "99292";

  private final NcciEditor editor;
  private final MedicareEdits weights;

  NcciRules(NcciTables tables, MedicareEdits weights) {
    this.editor = new NcciEditor(tables);
    this.weights = weights;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (!isJudged(claim)) return List.of();
    Weight weight = weights.pairsAndUnits(claim);
    if (weight == Weight.OFF) return List.of();
    List<Group> groups = groups(claim);
    if (groups.isEmpty()) return List.of();
    List<OtherService> others = others(claim, context);
    var findings = new ArrayList<Finding>();
    for (Group group : groups) judge(claim, group, others, findings);
    return findings.isEmpty() ? findings : findings.stream().map(weight::of).toList();
  }

  @Override
  public boolean isConcerned(Claim claim, OtherServices others) {
    if (claim.lines().isEmpty() || !isJudged(claim)) return false;
    LocalDate first = claim.servedFrom().orElseThrow();
    return !others.between(first, lastBeginning(claim)).isEmpty();
  }

  private static boolean isJudged(Claim claim) {
    return switch (claim.type()) {
      case PROFESSIONAL -> true;
      case INSTITUTIONAL -> BillTypes.hasUnitLimits(claim);
      case DENTAL -> false;
    };
  }

  /// The lines of a claim that one provider gave.
  private record Group(Performer by, List<ServiceLine> services, List<NcciLine> lines) {
    boolean isOf(Performer other) {
      return by.equals(other) || by.isSameAs(other);
    }
  }

  private static List<Group> groups(Claim claim) {
    var groups = new ArrayList<Group>(1);
    Performer usual = Performer.of(claim);
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() == null) continue;
      Group group = group(groups, Performer.of(claim, line, usual));
      group.services.add(line);
      group.lines.add(OtherServices.line(line));
    }
    return groups;
  }

  private static Group group(List<Group> groups, Performer by) {
    for (Group group : groups) {
      if (group.isOf(by)) return group;
    }
    var group = new Group(by, new ArrayList<>(), new ArrayList<>());
    groups.add(group);
    return group;
  }

  /// What the patient's other claims to the same payer, of the same form, hold on these days.
  private static List<OtherService> others(Claim claim, ScrubContext context) {
    OtherServices known = context.services();
    if (known.equals(OtherServices.NONE)) return List.of();
    var others = new ArrayList<OtherService>();
    for (OtherService other :
        known.between(claim.servedFrom().orElseThrow(), lastBeginning(claim))) {
      if (other.type() == claim.type() && other.payer().equals(claim.payer().id())) {
        others.add(other);
      }
    }
    return others;
  }

  private static LocalDate lastBeginning(Claim claim) {
    return claim.lines().stream()
        .map(ServiceLine::servedFrom)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private void judge(Claim claim, Group group, List<OtherService> others, List<Finding> findings) {
    var services = group.services;
    int own = services.size();
    var lines = new ArrayList<>(group.lines);
    for (OtherService other : others) {
      if (group.by.isSameAs(other.by())) lines.add(other.line());
    }
    var toldDays = new HashSet<String>();
    for (NcciDenial denial : editor.judge(kind(claim), lines)) {
      if (denial.line() >= own) continue;
      ServiceLine line = services.get(denial.line());
      switch (denial) {
        case NcciDenial.Bundled bundled -> {
          if (claim.type() == ClaimType.INSTITUTIONAL && !BillTypes.hasPairs(claim)) continue;
          findings.add(
              bundled(
                  bundled,
                  line,
                  bundled.whole() < own
                      ? "line " + services.get(bundled.whole()).number()
                      : "another claim of the day"));
        }
        case NcciDenial.TooManyUnits units -> {
          if (isMeant(units, claim) && toldDays.add(day(units, lines))) {
            findings.add(units(units, line));
          }
        }
        case NcciDenial.WithoutPrimary alone -> {
          if (!isContinued(claim, group, line, others)) findings.add(withoutPrimary(alone, line));
        }
      }
    }
  }

  /// The one add-on that may follow the primary of a colleague: further critical care of a day that
  /// another of the group began (Medicare Claims Processing Manual, chapter 12, section 30.6.12).
  /// The specialty has to be the same; one that is not named is taken to be.
  private static boolean isContinued(
      Claim claim, Group group, ServiceLine line, List<OtherService> others) {
    if (!Objects.requireNonNull(line.procedure()).value().equals(MORE_CRITICAL_CARE)) return false;
    var colleagues = new ArrayList<>(OtherServices.of(claim));
    colleagues.addAll(others);
    return colleagues.stream()
        .anyMatch(other ->
            other.line().code().equals(CRITICAL_CARE)
                && other.line().from().equals(line.servedFrom())
                && other.by().isOfGroupOf(group.by)
                && (other.by().specialty() == null
                    || group.by.specialty() == null
                    || other.by().specialty().equals(group.by.specialty())));
  }

  /// Suppliers of equipment, eyewear and prostheses are told by their taxonomy (332B, 332H, 335E of
  /// the Health Care Provider Taxonomy).
  private static ServiceKind kind(Claim claim) {
    if (claim.type() == ClaimType.INSTITUTIONAL) return ServiceKind.HOSPITAL;
    Taxonomy taxonomy = claim.billingProvider().taxonomy();
    return taxonomy != null && SUPPLIERS.contains(taxonomy.value().substring(0, 4))
        ? ServiceKind.SUPPLIER
        : ServiceKind.PRACTITIONER;
  }

  private static Finding bundled(NcciDenial.Bundled bundled, ServiceLine line, String where) {
    CodePairs.Pair pair = bundled.pair();
    return at(
        Rule.PTP,
        line,
        "Procedure",
        bundled.table(),
        "%s is part of %s on %s of the same day (%s)."
            .formatted(pair.second(), pair.first(), where, bundled.table()),
        pair.indicator() == 1
            ? "Remove it, or add the modifier that the documentation supports (25 on a visit, 59 or"
                + " X{EPSU} on a procedure)."
            : "Remove it: no modifier sets this pair aside.");
  }

  /// A limit of zero says that Medicare never pays the code; it binds no other payer.
  private static boolean isMeant(NcciDenial.TooManyUnits units, Claim claim) {
    boolean isMedicare = PayerClass.of(claim) == PayerClass.MEDICARE;
    return isMedicare || units.limit().units().signum() != 0;
  }

  /// Units of a day are told once, on the first of its lines.
  private static String day(NcciDenial.TooManyUnits units, List<NcciLine> lines) {
    NcciLine line = lines.get(units.line());
    return units.limit().indicator() == UnitLimit.Indicator.LINE
        ? Integer.toString(units.line())
        : line.code() + line.from();
  }

  private static Finding units(NcciDenial.TooManyUnits units, ServiceLine line) {
    boolean isPerLine = units.limit().indicator() == UnitLimit.Indicator.LINE;
    return at(
        Rule.MUE,
        line,
        "Units",
        units.table(),
        "%s units of %s, a %s takes %s at most (%s)."
            .formatted(
                units.units().toPlainString(),
                line.procedure(),
                isPerLine ? "line" : "day",
                units.limit().units().toPlainString(),
                units.table()),
        switch (units.limit().indicator()) {
          case LINE -> "Correct the units, or split them over lines with the modifiers that fit.";
          case DAY_BY_POLICY -> "Correct the units: no appeal sets this limit aside.";
          case DAY_BY_CLINICAL_BENCHMARK ->
              "Correct the units, or see whether the documentation supports so many.";
        });
  }

  private static Finding withoutPrimary(NcciDenial.WithoutPrimary alone, ServiceLine line) {
    return at(
        Rule.ADD_ON,
        line,
        "Procedure",
        alone.table(),
        "%s is an add-on code, and no primary procedure that is paid stands on the same day (%s)."
            .formatted(line.procedure(), alone.table()),
        "Bill its primary procedure on the same day, or remove the add-on.");
  }

  /// A finding that cites the table it was judged by.
  private static Finding at(
      Rule rule, ServiceLine line, String field, String table, String message, String remedy) {
    var source = new Citation("CMS, National Correct Coding Initiative: " + table, ALWAYS);
    return rule.at(new Place(line.number(), field, null, null, null), message, remedy, source);
  }
}
