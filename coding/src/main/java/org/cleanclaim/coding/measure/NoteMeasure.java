package org.cleanclaim.coding.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.measure.NoteFigures.Interval;
import org.cleanclaim.coding.measure.Reliability.Judged;
import org.cleanclaim.coding.ranking.RankedCode;

/// Compares proposals with the codes that coders gave.
///
/// Where coders code every mention, the ranking of all mentions is measured: the likely ones as a
/// list, all of them as a ranking. A code that a coder gave and that is a heading, or was divided
/// since, is met by a code below it.
public final class NoteMeasure {
  private static final int DRAWS = 1_000;
  private static final long SEED = 20_261_128;

  private final Edition edition;
  private final Function<LabelledNote, CodingProposal> coder;
  private final Function<LabelledNote, List<RankedCode>> ranker;

  /// @param ranker all mentions of a note, the likeliest first
  public NoteMeasure(
      Edition edition,
      Function<LabelledNote, CodingProposal> coder,
      Function<LabelledNote, List<RankedCode>> ranker) {
    this.edition = edition;
    this.coder = coder;
    this.ranker = ranker;
  }

  /// What is proposed for a note.
  ///
  /// @param listed by code the evidence, the best code first
  /// @param ranked all codes, the likeliest first
  private record Proposed(Map<String, List<Evidence>> listed, Set<String> ranked) {}

  /// Reads every note once.
  public NoteFigures measure(LabelledNotes set) {
    var codes = new ArrayList<Agreement>();
    var categories = new ArrayList<Agreement>();
    double precisions = 0;
    int citedRight = 0;
    int cited = 0;
    int invalid = 0;
    for (LabelledNote note : set.notes()) {
      Proposed all =
          set.isEveryMention() ? mentioned(ranker.apply(note)) : proposed(coder.apply(note));
      Map<String, List<Evidence>> proposed = all.listed();
      Set<String> given = given(note, all.ranked());
      codes.add(agreement(proposed.keySet(), given));
      categories.add(agreement(headings(proposed.keySet()), headings(given)));
      precisions += averagePrecision(all.ranked(), given);
      invalid += (int) all.ranked().stream().filter(code -> !isBillable(code)).count();
      for (String code : proposed.keySet()) {
        Set<Integer> lines = note.lines().getOrDefault(code, Set.of());
        if (!given.contains(code) || lines.isEmpty()) continue;
        cited++;
        if (proposed.get(code).stream().anyMatch(e -> lines.contains(line(note, e)))) citedRight++;
      }
    }
    int notes = set.notes().size();
    return new NoteFigures(
        notes,
        sum(codes),
        sum(categories),
        interval(codes),
        interval(categories),
        notes == 0 ? 0 : (int) Math.round(1_000 * precisions / notes),
        citedRight,
        cited,
        invalid);
  }

  /// How far the confidence of the suggestions for a claim can be relied upon.
  public Reliability reliability(LabelledNotes set) {
    var judged = new ArrayList<Judged>();
    for (LabelledNote note : set.notes()) {
      CodingProposal proposal = coder.apply(note);
      Set<String> given = given(note, proposed(proposal).ranked());
      for (Suggestion each : proposal.suggestions()) {
        judged.add(new Judged(each.confidencePercent(), given.contains(each.code())));
      }
    }
    return Reliability.of(judged);
  }

  private static Proposed proposed(CodingProposal proposal) {
    var proposed = new LinkedHashMap<String, List<Evidence>>();
    proposal.suggestions().stream()
        .sorted(Comparator.comparingInt(Suggestion::confidencePercent).reversed())
        .forEach(s -> proposed.put(s.code(), s.evidence()));
    return new Proposed(proposed, proposed.keySet());
  }

  private static Proposed mentioned(List<RankedCode> ranked) {
    var likely = new LinkedHashMap<String, List<Evidence>>();
    var all = new LinkedHashSet<String>();
    for (RankedCode each : ranked) {
      all.add(each.code());
      if (each.isLikely()) likely.put(each.code(), each.evidence());
    }
    return new Proposed(likely, all);
  }

  private Set<String> given(LabelledNote note, Set<String> proposed) {
    var given = new LinkedHashSet<String>();
    for (String code : note.codes()) {
      String met =
          isBillable(code)
              ? code
              : proposed.stream().filter(p -> p.startsWith(code)).findFirst().orElse(code);
      given.add(met);
    }
    return given;
  }

  private boolean isBillable(String code) {
    return edition.find(code).filter(CodeEntry::billable).isPresent();
  }

  private static Agreement agreement(Set<String> proposed, Set<String> given) {
    var same = new HashSet<String>(proposed);
    same.retainAll(given);
    return new Agreement(same.size(), proposed.size(), given.size());
  }

  private static Set<String> headings(Set<String> codes) {
    var headings = new LinkedHashSet<String>();
    for (String code : codes) headings.add(code.substring(0, Math.min(3, code.length())));
    return headings;
  }

  private static double averagePrecision(Set<String> ranked, Set<String> given) {
    if (given.isEmpty()) return 0;
    double sum = 0;
    int right = 0;
    int rank = 0;
    for (String code : ranked) {
      rank++;
      if (given.contains(code)) sum += (double) ++right / rank;
    }
    return sum / given.size();
  }

  private static int line(LabelledNote note, Evidence evidence) {
    return 1
        + (int) note.text().substring(0, evidence.start()).chars().filter(c -> c == '\n').count();
  }

  private static Agreement sum(List<Agreement> agreements) {
    return agreements.stream().reduce(Agreement.NONE, Agreement::plus);
  }

  private static Interval interval(List<Agreement> notes) {
    return interval(notes, Agreement::f1);
  }

  /// Draws as many notes again, with repetition, and takes the middle 95 of 100 figures.
  private static Interval interval(List<Agreement> notes, ToDoubleFunction<Agreement> figure) {
    if (notes.isEmpty()) return new Interval(0, 0);
    var random = new Random(SEED);
    var drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      Agreement sum = Agreement.NONE;
      for (int i = 0; i < notes.size(); i++)
        sum = sum.plus(notes.get(random.nextInt(notes.size())));
      drawn[draw] = figure.applyAsDouble(sum);
    }
    Arrays.sort(drawn);
    return new Interval(
        (int) Math.round(1_000 * drawn[DRAWS / 40]),
        (int) Math.round(1_000 * drawn[DRAWS - 1 - DRAWS / 40]));
  }
}
