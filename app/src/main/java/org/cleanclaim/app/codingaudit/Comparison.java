package org.cleanclaim.app.codingaudit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.cleanclaim.app.codingaudit.CodedVisit.Diagnosis;
import org.cleanclaim.app.codingaudit.CodedVisit.Procedure;
import org.cleanclaim.app.codingaudit.Mark.Kind;
import org.jspecify.annotations.Nullable;

/// What was coded beside what the auditor holds for right, element by element.
///
/// Each code counts once. A first-listed diagnosis that stands among the others counts against the
/// principal diagnosis alone. Secondary diagnoses have no order here. Codes that share their first
/// three characters (category of a diagnosis, section to root operation or range of a procedure)
/// are one code that was changed rather than one removed and one added. Modifiers and
/// present-on-admission indicators are compared on codes that both have, so that a wrong code does
/// not count twice.
public record Comparison(List<Agreement> agreements, List<Mark> marks) {

  /// How many codes of an element both have.
  ///
  /// @param person who coded them
  public record Agreement(Element element, String person, int count) {}

  private record Counted(Element element, String person) {}

  public Comparison {
    agreements = List.copyOf(agreements);
    marks = List.copyOf(marks);
  }

  public static Comparison of(CodedVisit coded, CodedVisit correct) {
    var drawn = new Drawn(coded);
    drawn.diagnoses(byCode(coded), byCode(correct));
    drawn.procedures(coded.procedures(), correct.procedures());
    return new Comparison(
        drawn.agreed.entrySet().stream()
            .map(e -> new Agreement(e.getKey().element(), e.getKey().person(), e.getValue()))
            .toList(),
        drawn.marks);
  }

  /// What an element comes to while nothing is overturned.
  public Tally tally(Element element) {
    Tally tally = Tally.NONE;
    for (Agreement agreement : agreements) {
      if (agreement.element() == element) tally = tally.plus(new Tally(agreement.count(), 0, 0));
    }
    for (Mark mark : marks) {
      if (mark.element() == element) tally = tally.plus(mark.tally());
    }
    return tally;
  }

  /// All elements together.
  public Tally tally() {
    Tally tally = Tally.NONE;
    for (Element element : Element.values()) tally = tally.plus(tally(element));
    return tally;
  }

  /// Diagnoses by code; one that was entered twice is one.
  private static Map<String, Diagnosis> byCode(CodedVisit visit) {
    var diagnoses = new LinkedHashMap<String, Diagnosis>();
    visit.diagnoses().forEach(d -> diagnoses.putIfAbsent(d.code(), d));
    return diagnoses;
  }

  /// The comparison while it is drawn up.
  private static final class Drawn {
    private final CodedVisit visit;
    private final Map<Counted, Integer> agreed = new LinkedHashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    Drawn(CodedVisit visit) {
      this.visit = visit;
    }

    private void agree(Element element, String person) {
      agreed.merge(new Counted(element, person), 1, Integer::sum);
    }

    private void mark(
        Element element, @Nullable String coded, @Nullable String correct, String person) {
      Kind kind = coded == null ? Kind.ADDED : correct == null ? Kind.REMOVED : Kind.CHANGED;
      marks.add(new Mark(element, kind, coded, correct, person));
    }

    void diagnoses(Map<String, Diagnosis> coded, Map<String, Diagnosis> correct) {
      first(coded, correct);
      var wrong = new ArrayList<>(coded.keySet().stream().skip(1).toList());
      wrong.removeAll(correct.keySet());
      var missed = new ArrayList<String>();
      correct.keySet().stream()
          .skip(1)
          .forEach(code -> {
            if (coded.containsKey(code)) agree(Element.SECONDARY, visit.coder());
            else missed.add(code);
          });
      for (String code : List.copyOf(wrong)) {
        var instead = missed.stream().filter(m -> isNear(code, m)).findFirst();
        instead.ifPresent(missed::remove);
        mark(
            Element.SECONDARY,
            dotted(coded, code),
            instead.map(i -> dotted(correct, i)).orElse(null),
            visit.coder());
      }
      missed.forEach(code -> mark(Element.SECONDARY, null, dotted(correct, code), visit.coder()));
      admissions(coded, correct);
    }

    private void first(Map<String, Diagnosis> coded, Map<String, Diagnosis> correct) {
      String had = coded.keySet().stream().findFirst().orElse(null);
      String right = correct.keySet().stream().findFirst().orElse(null);
      if (had == null && right == null) return;
      if (had != null && had.equals(right)) {
        agree(Element.PRINCIPAL, visit.coder());
      } else if (had != null && right != null && correct.containsKey(had)) {
        marks.add(
            new Mark(
                Element.PRINCIPAL,
                coded.containsKey(right) ? Kind.RESEQUENCED : Kind.PRECEDED,
                dotted(coded, had),
                dotted(correct, right),
                visit.coder()));
      } else {
        mark(
            Element.PRINCIPAL,
            had == null ? null : dotted(coded, had),
            right == null ? null : dotted(correct, right),
            visit.coder());
      }
    }

    private void admissions(Map<String, Diagnosis> coded, Map<String, Diagnosis> correct) {
      coded.forEach((code, diagnosis) -> {
        Diagnosis other = correct.get(code);
        if (other == null) return;
        String had = diagnosis.presentOnAdmission();
        String right = other.presentOnAdmission();
        if (had == null && right == null) return;
        if (had != null && had.equals(right)) {
          agree(Element.POA, visit.coder());
        } else {
          mark(
              Element.POA,
              had == null ? null : diagnosis.line(),
              right == null ? null : other.line(),
              visit.coder());
        }
      });
    }

    void procedures(List<Procedure> codedAll, List<Procedure> correctAll) {
      var coded = new ArrayList<>(codedAll);
      var correct = new ArrayList<>(correctAll);
      pair(
          coded, correct, (c, r) -> c.code().equals(r.code()) && modifiers(c).equals(modifiers(r)));
      pair(coded, correct, (c, r) -> c.code().equals(r.code()));
      pair(coded, correct, (c, r) -> isNear(c.code(), r.code()));
      coded.forEach(c -> mark(Element.PROCEDURE, c.code(), null, c.enteredBy()));
      correct.forEach(r -> mark(Element.PROCEDURE, null, r.code(), visit.procedureCoder()));
    }

    /// Takes out what belongs together, each once.
    private void pair(
        List<Procedure> coded,
        List<Procedure> correct,
        BiPredicate<Procedure, Procedure> belongTogether) {
      for (Procedure had : List.copyOf(coded)) {
        for (Procedure right : List.copyOf(correct)) {
          if (!belongTogether.test(had, right)) continue;
          coded.remove(had);
          correct.remove(right);
          if (had.code().equals(right.code())) {
            agree(Element.PROCEDURE, had.enteredBy());
            modifiers(had, right);
          } else {
            mark(Element.PROCEDURE, had.code(), right.code(), had.enteredBy());
          }
          break;
        }
      }
    }

    private void modifiers(Procedure coded, Procedure correct) {
      var wrong = new ArrayList<>(modifiers(coded));
      var missed = new ArrayList<>(modifiers(correct));
      for (String modifier : List.copyOf(wrong)) {
        if (!missed.remove(modifier)) continue;
        wrong.remove(modifier);
        agree(Element.MODIFIER, coded.enteredBy());
      }
      while (!wrong.isEmpty() || !missed.isEmpty()) {
        mark(
            Element.MODIFIER,
            wrong.isEmpty() ? null : coded.code() + " " + wrong.removeFirst(),
            missed.isEmpty() ? null : correct.code() + " " + missed.removeFirst(),
            coded.enteredBy());
      }
    }

    private static Set<String> modifiers(Procedure procedure) {
      return new LinkedHashSet<>(procedure.modifiers().stream().sorted().toList());
    }

    private static boolean isNear(String one, String other) {
      return one.regionMatches(0, other, 0, 3);
    }

    private static String dotted(Map<String, Diagnosis> diagnoses, String code) {
      Diagnosis diagnosis = diagnoses.get(code);
      return diagnosis == null ? code : new Diagnosis(code, diagnosis.title(), null).line();
    }
  }
}
