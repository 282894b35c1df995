package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.NcciDenial;
import org.cleanclaim.edits.ncci.NcciEditor;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.ProviderRole;

/// Pairs, unit limits and add-on codes of one patient, provider and day, across all claims of that
/// day.
final class NcciRules implements EditRule {
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(1996, 1, 1));
  private static final Set<String> SUPPLIERS = Set.of("332B", "332H", "335E");

  private final NcciEditor editor;

  NcciRules(NcciTables tables) {
    this.editor = new NcciEditor(tables);
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (claim.type() == ClaimType.DENTAL) return List.of();
    var services = new ArrayList<ServiceLine>(claim.lines().size());
    var lines = new ArrayList<NcciLine>(claim.lines().size());
    add(claim, services, lines);
    int own = lines.size();
    if (own == 0) return List.of();
    for (Claim other : context.history()) {
      if (sameProvider(claim, other)) add(other, services, lines);
    }
    List<NcciDenial> denials = editor.judge(kind(claim), lines);
    if (denials.isEmpty()) return List.of();
    var findings = new ArrayList<Finding>();
    var toldDays = new HashSet<String>();
    for (NcciDenial denial : denials) {
      if (denial.line() >= own) continue;
      ServiceLine line = services.get(denial.line());
      switch (denial) {
        case NcciDenial.Bundled bundled ->
            findings.add(
                bundled(
                    bundled,
                    line,
                    bundled.whole() < own
                        ? "line " + services.get(bundled.whole()).number()
                        : "another claim of the day"));
        case NcciDenial.TooManyUnits units -> {
          if (isMeant(units, claim) && toldDays.add(day(units, lines))) {
            findings.add(units(units, line));
          }
        }
        case NcciDenial.WithoutPrimary alone -> findings.add(withoutPrimary(alone, line));
      }
    }
    return findings;
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

  private static void add(Claim claim, List<ServiceLine> services, List<NcciLine> lines) {
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() == null) continue;
      services.add(line);
      lines.add(
          new NcciLine(
              line.procedure().value(),
              modifiers(line),
              line.unitsBilled(),
              line.servedFrom(),
              line.servedThrough()));
    }
  }

  private static List<String> modifiers(ServiceLine line) {
    if (line.modifiers().isEmpty()) return List.of();
    var values = new ArrayList<String>(line.modifiers().size());
    for (Modifier modifier : line.modifiers()) values.add(modifier.value());
    return values;
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
    var filing = claim.subscriber().filing();
    boolean isMedicare =
        filing == FilingIndicator.MEDICARE_PART_B || filing == FilingIndicator.MEDICARE_PART_A;
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

  private static boolean sameProvider(Claim a, Claim b) {
    var first = a.provider(ProviderRole.RENDERING).orElse(a.billingProvider());
    var second = b.provider(ProviderRole.RENDERING).orElse(b.billingProvider());
    return first.npi() != null && first.npi().equals(second.npi());
  }
}
