package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.SideContradiction;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.MissingDetail;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.coding.specificity.SideMention;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A problem assessed on one side of which the rest of the note, the plan below it or the procedure
/// names the other side only: the provider is asked, and no side is taken (Official Guidelines
/// I.B.13). A part that the assessment names on both sides contradicts nothing, nor does a part
/// that the note elsewhere names on the assessed side too, for comparison or of another time.
public final class SideContradictions {
  /// What is compared, well or of another time says nothing of the problem.
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\b(?:normal|unremarkable|intact|unaffected|uninvolved|contralateral|opposite|healthy"
              + "|asymptomatic|compared|comparison|than|full|negative|wnl|nl|good|no|not|denies"
              + "|without|previous|previously|prior|history|hx|ago|resolved|handed|dominant)\\b"
              + "|\\bs/p\\b|\\bstatus post\\b");

  private static final Pattern PROCEDURE =
      Pattern.compile(
          "\\b(?:procedure|operation|surgery|injection|injected|aspiration|aspirated|replacement"
              + "|repair|repaired|reduction|fixation|release|excision|biopsy|removed|removal|drained"
              + "|drainage|splint|cast|brace|[a-z]+(?:ectomy|otomy|ostomy|plasty|scopy|pexy|desis"
              + "|centesis))\\b");

  private final Edition codes;
  private final MissingDetail missingDetail;

  public SideContradictions(Edition codes, MissingDetail missingDetail) {
    this.codes = codes;
    this.missingDetail = missingDetail;
  }

  /// The suggestions without the sides that the note contradicts.
  ///
  /// @param notCoded what is left out is added
  /// @param contradictions what the note contradicts is added
  public List<Suggestion> settle(
      ReadNote note,
      List<Suggestion> suggestions,
      List<Mention> notCoded,
      List<SideContradiction> contradictions) {
    if (suggestions.stream().noneMatch(s -> Side.of(s.title()).isOne())) return suggestions;
    List<Told> all = told(note);
    boolean areSidesTold =
        all.stream().anyMatch(t -> t.mention().side() == Side.RIGHT)
            && all.stream().anyMatch(t -> t.mention().side() == Side.LEFT);
    if (!areSidesTold) return suggestions;
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : suggestions) {
      Optional<SideContradiction> found = contradiction(note, all, each);
      if (found.isEmpty()) {
        settled.add(each);
        continue;
      }
      Optional<Suggestion> open = open(each, found.get());
      SideContradiction told = found.get();
      if (open.isEmpty()) {
        Guidelines.drop(each, why(told), notCoded);
      } else if (settled.stream().noneMatch(s -> s.code().equals(open.get().code()))) {
        settled.add(open.get());
        told = new SideContradiction(open.get().code(), told.assessed(), told.side(), told.told());
      }
      contradictions.add(told);
    }
    return settled;
  }

  /// A side of a part with where it stands.
  ///
  /// @param sentence its number
  private record Told(SideMention mention, int sentence, ReadSentence in) {
    boolean isAssessed() {
      return in.section() == SectionKind.ASSESSMENT;
    }

    Evidence place() {
      return in.evidence(mention.first(), mention.last());
    }

    /// Whether the patient has there what the sentence tells of, now.
    boolean isOfNow() {
      SectionKind section = in.section();
      if (section == SectionKind.PAST_HISTORY || section == SectionKind.FAMILY_HISTORY)
        return false;
      Assertion said = in.said(mention.first(), mention.last());
      boolean isSaid = said == Assertion.AFFIRMED || said == Assertion.UNCERTAIN;
      return isSaid && !ASIDE.matcher(in.text()).find();
    }

    boolean isProcedure() {
      return !isAssessed() && isOfNow() && PROCEDURE.matcher(in.text()).find();
    }
  }

  private static List<Told> told(ReadNote note) {
    var all = new ArrayList<Told>();
    List<ReadSentence> sentences = note.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      ReadSentence in = sentences.get(i);
      for (SideMention each : SideMention.of(in.words(), in.barriers())) {
        all.add(new Told(each, i, in));
      }
    }
    return all;
  }

  private static Optional<SideContradiction> contradiction(
      ReadNote note, List<Told> all, Suggestion suggestion) {
    Side side = Side.of(suggestion.title());
    if (!side.isOne()) return Optional.empty();
    List<Told> assessed =
        all.stream()
            .filter(t -> t.isAssessed() && t.mention().side() == side)
            .filter(t -> isOf(t, suggestion))
            .toList();
    if (assessed.isEmpty()) return Optional.empty();
    for (String site : sites(suggestion, assessed)) {
      List<Told> here = all.stream().filter(t -> t.mention().site().equals(site)).toList();
      boolean areBothAssessed =
          all.stream()
              .filter(t -> t.isAssessed() && t.mention().side() != side)
              .anyMatch(t -> t.mention().site().equals(site) || t.mention().near().contains(site));
      if (areBothAssessed) continue;
      for (List<Told> group : groups(note, here, assessed.getFirst().sentence())) {
        Optional<Told> other = onlyOther(group, side);
        if (other.isEmpty()) continue;
        Evidence first =
            assessed.stream()
                .filter(t -> t.mention().site().equals(site))
                .findFirst()
                .orElse(assessed.getFirst())
                .place();
        return Optional.of(
            new SideContradiction(suggestion.code(), first, side, other.get().place()));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Told told, Suggestion suggestion) {
    int start = told.in().sentence().start();
    int end = told.in().sentence().end();
    return suggestion.evidence().stream().anyMatch(e -> e.start() >= start && e.end() <= end);
  }

  /// What the problem is on, by the words of the assessment and by the title.
  private static Set<String> sites(Suggestion suggestion, List<Told> assessed) {
    var sites = new HashSet<String>();
    assessed.forEach(t -> sites.add(t.mention().site()));
    List<ClinicalWord> title = ClinicalWord.ofPhrase(suggestion.title());
    SideMention.of(title, new boolean[title.size()]).forEach(m -> sites.add(m.site()));
    return sites;
  }

  /// What has to agree with the assessment by itself: what is told outside it, what stands below
  /// the problem, the procedures.
  private static List<List<Told>> groups(ReadNote note, List<Told> here, int problem) {
    int below = problem + 1;
    List<ReadSentence> sentences = note.sentences();
    while (below < sentences.size()
        && EnumSet.of(SectionKind.REASONING, SectionKind.PLAN)
            .contains(sentences.get(below).section())) {
      below++;
    }
    int end = below;
    return List.of(
        here.stream().filter(t -> !t.isAssessed()).toList(),
        here.stream().filter(t -> t.sentence() > problem && t.sentence() < end).toList(),
        here.stream().filter(Told::isProcedure).toList());
  }

  /// The first place that tells of the other side now, where none names this side or both.
  private static Optional<Told> onlyOther(List<Told> group, Side side) {
    if (group.stream().anyMatch(t -> !side.isOpposite(t.mention().side()))) return Optional.empty();
    return group.stream().filter(Told::isOfNow).findFirst();
  }

  /// The code for the same condition that leaves the side open.
  private Optional<Suggestion> open(Suggestion suggestion, SideContradiction contradiction) {
    return codes.books().family().sides(suggestion.code()).stream()
        .filter(relative -> Side.of(relative.title()) == Side.UNSPECIFIED)
        .map(Relative::id)
        .flatMap(code -> codes.find(code).stream())
        .findFirst()
        .map(entry -> {
          var path = new ArrayList<>(suggestion.path());
          path.add(
              Icd10Cm.written(suggestion.code())
                  + " becomes "
                  + Icd10Cm.written(entry.code())
                  + ": "
                  + why(contradiction));
          return new Suggestion(
              suggestion.system(),
              entry.code(),
              entry.title(),
              suggestion.confidencePercent(),
              suggestion.evidence(),
              path,
              missingDetail.of(entry));
        });
  }

  private static String why(SideContradiction contradiction) {
    return "the note says “%s” and “%s”, so that no side is taken (I.B.13)"
        .formatted(contradiction.assessed().quote(), contradiction.told().quote());
  }
}
