package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.SideContradiction;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.coding.specificity.SideMention;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A condition of which the note does not say with one voice which side it is on: told of one side
/// and assessed on the other, or without a side where both sides of the place are named. No side is
/// guessed; both places are quoted.
final class SideFinding {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, I.B.13", EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private SideFinding() {}

  static List<Finding> of(Documentation note, CodingProposal proposal) {
    var findings = new ArrayList<Finding>();
    for (SideContradiction each : proposal.sideContradictions()) {
      findings.add(
          finding(
              note,
              each.assessed(),
              ("The assessment says %s (%s), the note elsewhere %s (%s): which side %s is on is not"
                      + " clear, and none is taken.")
                  .formatted(
                      quoted(each.assessed()),
                      line(note, each.assessed()),
                      quoted(each.told()),
                      line(note, each.told()),
                      new Icd10Cm(each.code()).dotted())));
    }
    for (Suggestion suggestion : proposal.suggestions()) {
      boolean isTold =
          proposal.sideContradictions().stream().anyMatch(c -> c.code().equals(suggestion.code()));
      if (isTold || !isSideless(suggestion)) continue;
      Map<Side, Evidence> sides = sides(note, suggestion.evidence().getFirst());
      if (sides.size() < 2) continue;
      List<Evidence> places = List.copyOf(sides.values());
      findings.add(
          finding(
              note,
              suggestion.evidence().getFirst(),
              "The note names %s (%s) and %s (%s), and not which is meant by what %s rests on."
                  .formatted(
                      quoted(places.getFirst()),
                      line(note, places.getFirst()),
                      quoted(places.getLast()),
                      line(note, places.getLast()),
                      new Icd10Cm(suggestion.code()).dotted())));
    }
    return findings;
  }

  private static boolean isSideless(Suggestion suggestion) {
    return suggestion.missingDetail().stream().anyMatch(m -> m.contains("the side"));
  }

  /// Where the note first names each side of what the words name.
  private static Map<Side, Evidence> sides(Documentation note, Evidence words) {
    Set<String> stems =
        ClinicalWord.ofNote(words.quote(), 0, words.quote().length()).stream()
            .map(ClinicalWord::stem)
            .collect(Collectors.toSet());
    var sides = new EnumMap<Side, Evidence>(Side.class);
    for (Sentence sentence : NoteReader.read(note.text())) {
      List<ClinicalWord> all = sentence.words();
      for (SideMention each : SideMention.of(all, sentence.barriers(note.text()))) {
        if (Collections.disjoint(each.near(), stems)) continue;
        int start = all.get(each.first()).start();
        int end = all.get(each.last() - 1).end();
        var place = new Evidence(note.documentId(), start, end, note.text().substring(start, end));
        sides.putIfAbsent(each.side(), place);
      }
    }
    return sides;
  }

  private static String line(Documentation note, Evidence at) {
    return "line "
        + (1 + note.text().substring(0, at.start()).chars().filter(c -> c == '\n').count());
  }

  private static String quoted(Evidence at) {
    return "“" + at.quote().replaceAll("\\s+", " ") + "”";
  }

  private static Finding finding(Documentation note, Evidence at, String message) {
    return new Finding(
        new RuleId("NOTE-SIDES"),
        Layer.STRUCTURE,
        Severity.WARNING,
        Place.field(line(note, at)),
        message,
        "Ask the provider which side it is.",
        null,
        SOURCE);
  }
}
