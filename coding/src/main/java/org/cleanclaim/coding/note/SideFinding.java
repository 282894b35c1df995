package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Icd10Cm;

/// What a coded note says of a doubt about a side. No side is guessed; both places are quoted.
final class SideFinding {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, I.B.13", EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private SideFinding() {}

  static List<Finding> of(Documentation note, CodingProposal proposal) {
    return SideDoubt.of(note, proposal).stream().map(SideFinding::finding).toList();
  }

  private static Finding finding(SideDoubt doubt) {
    String message =
        doubt.isContradicted()
            ? "The assessment says %s, the note elsewhere %s: which side %s is on is not clear, and"
                + " none is taken."
            : "The note names %s and %s, and not which is meant by what %s rests on.";
    return new Finding(
        new RuleId("NOTE-SIDES"),
        Layer.STRUCTURE,
        Severity.WARNING,
        Place.field("line " + doubt.line()),
        message.formatted(
            quoted(doubt.first()), quoted(doubt.other()), new Icd10Cm(doubt.code()).dotted()),
        "Ask the provider which side it is.",
        null,
        SOURCE);
  }

  private static String quoted(SideDoubt.Named named) {
    return "“%s” (line %d)".formatted(named.at().quote().replaceAll("\\s+", " "), named.line());
  }
}
