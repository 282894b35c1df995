package org.cleanclaim.coding.note;

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

/// A condition of which a note does not say with one voice which side it is on (Official
/// Guidelines, section I.B.13): told of one side and assessed on the other, or without a side where
/// both sides of the place are named.
///
/// @param code what is suggested, or would be if the side were clear
/// @param at the words that the condition rests on
/// @param line of those words, from 1
/// @param first where one side is named; in a contradiction, by the assessment
/// @param other where another one is named
/// @param isContradicted whether the assessment names a side and the note elsewhere the other
public record SideDoubt(
    String code, Evidence at, int line, Named first, Named other, boolean isContradicted) {

  /// A side where the note names it.
  ///
  /// @param line of the note, from 1
  public record Named(Side side, Evidence at, int line) {
    private static Named of(Documentation note, Side side, Evidence at) {
      return new Named(side, at, lineOf(note, at));
    }
  }

  /// Those of a note, by what the engine proposes for it.
  public static List<SideDoubt> of(Documentation note, CodingProposal proposal) {
    var doubts = new ArrayList<SideDoubt>();
    for (SideContradiction each : proposal.sideContradictions()) {
      doubts.add(
          new SideDoubt(
              each.code(),
              each.assessed(),
              lineOf(note, each.assessed()),
              Named.of(note, each.side(), each.assessed()),
              Named.of(note, each.side().opposite(), each.told()),
              true));
    }
    for (Suggestion suggestion : proposal.suggestions()) {
      boolean isTold =
          proposal.sideContradictions().stream().anyMatch(c -> c.code().equals(suggestion.code()));
      if (isTold || !isSideless(suggestion)) continue;
      Evidence words = suggestion.evidence().getFirst();
      List<Named> sides =
          sides(note, words).entrySet().stream()
              .map(e -> Named.of(note, e.getKey(), e.getValue()))
              .toList();
      if (sides.size() < 2) continue;
      doubts.add(
          new SideDoubt(
              suggestion.code(),
              words,
              lineOf(note, words),
              sides.getFirst(),
              sides.getLast(),
              false));
    }
    return doubts;
  }

  private static int lineOf(Documentation note, Evidence at) {
    long before = note.text().substring(0, at.start()).chars().filter(c -> c == '\n').count();
    return 1 + Math.toIntExact(before);
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
}
