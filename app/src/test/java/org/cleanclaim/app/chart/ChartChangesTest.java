package org.cleanclaim.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.ChangeResult.Conflict;
import org.cleanclaim.app.chart.ChangeResult.Made;
import org.cleanclaim.app.chart.ChangeResult.MadeBefore;
import org.cleanclaim.app.chart.ChangeResult.Refused;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.ChartChange.Kind;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartChangesTest {
  private final ChartChanges work = Undone.SERVER.bean(ChartChanges.class);
  private final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartDecisions decisions = Undone.SERVER.bean(ChartDecisions.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  /// A visit of the demo with several suggestions, opened again with its codes taken out.
  private EncounterId open() {
    var id = encounters.numbered("E05").orElseThrow().id();
    reopening.reopen(id, "To code it again");
    for (ChartCode code : charts.get(id).codes()) {
      chartCodes.remove(id, code.system(), code.code(), "To code it again");
    }
    return id;
  }

  private ChartChange change(EncounterId id, Kind kind, String code) {
    return new ChartChange(
        UUID.randomUUID(),
        charts.get(id).revision(),
        kind,
        CodeSystem.ICD10CM,
        code,
        kind == Kind.REMOVE ? ChangeReason.NOT_SUPPORTED : null,
        null);
  }

  private ChartChange placed(EncounterId id, Kind kind, String code, TextPlace place) {
    return new ChartChange(
        UUID.randomUUID(), charts.get(id).revision(), kind, CodeSystem.ICD10CM, code, null, place);
  }

  private List<String> codes(EncounterId id) {
    return charts.get(id).codes().stream().map(ChartCode::code).toList();
  }

  private static void asCoder(Runnable work) {
    Undone.as("casey", Role.CODER, work);
  }

  @Test
  void aChangeThatComesTwiceIsMadeOnce() {
    asCoder(() -> {
      var id = open();
      var change = change(id, Kind.ACCEPT, "I10");

      var first = work.make(id, change);
      long revision = charts.get(id).revision();
      var again = work.make(id, change);

      assertThat(first).isEqualTo(new Made(revision));
      assertThat(again).isEqualTo(new MadeBefore(revision));
      assertThat(charts.get(id).revision()).isEqualTo(revision);
      assertThat(codes(id)).containsExactly("I10");
    });
  }

  @Test
  void aKeyThatIsKnownChangesNothingLater() {
    asCoder(() -> {
      var id = open();
      var accepted = change(id, Kind.ACCEPT, "I10");
      work.make(id, accepted);
      work.make(id, change(id, Kind.REMOVE, "I10"));

      assertThat(work.make(id, accepted)).isInstanceOf(MadeBefore.class);
      assertThat(codes(id)).isEmpty();
    });
  }

  @Test
  void aChangeOnAnOlderRevisionIsRefusedInASentenceThatSaysWho() {
    asCoder(() -> {
      var id = open();
      var mine = change(id, Kind.ACCEPT, "I10");
      locks.release(charts.get(id).id());
      Undone.then(
          "cora",
          Role.CODER,
          () -> {
            var made = work.make(id, change(id, Kind.ACCEPT, "I480"));
            locks.release(charts.get(id).id());
            return made;
          });

      var result = work.make(id, mine);

      assertThat(result).isInstanceOf(Conflict.class);
      assertThat(((Conflict) result).sentence())
          .contains("cora accepted I48.0")
          .contains("\"accept I10\" was not made");
      assertThat(codes(id)).containsExactly("I480");
      assertThat(work.make(id, change(id, Kind.ACCEPT, "I10"))).isInstanceOf(Made.class);
    });
  }

  @Test
  void everyWayOfChangingMovesTheRevision() {
    asCoder(() -> {
      var id = open();
      long before = charts.get(id).revision();
      chartCodes.addWithReason(id, CodeSystem.ICD10CM, "Z0000", "Asked for");
      long added = charts.get(id).revision();
      decisions.accept(id, CodeSystem.ICD10CM, "I10");
      long accepted = charts.get(id).revision();
      chartCodes.sequence(id, List.of("I10"));

      assertThat(added).isGreaterThan(before);
      assertThat(accepted).isGreaterThan(added);
      assertThat(charts.get(id).revision()).isGreaterThan(accepted);
    });
  }

  @Test
  void codesArePutFirstAndMoved() {
    asCoder(() -> {
      var id = open();
      work.make(id, change(id, Kind.ACCEPT, "I10"));
      work.make(id, change(id, Kind.PRINCIPAL, "I480"));
      assertThat(codes(id)).containsExactly("I480", "I10");
      chartCodes.addWithReason(id, CodeSystem.ICD10CM, "Z7901", "On the medication list");
      work.make(id, change(id, Kind.UP, "Z7901"));
      assertThat(codes(id)).containsExactly("I480", "Z7901", "I10");
      work.make(id, change(id, Kind.DOWN, "I480"));
      assertThat(codes(id)).containsExactly("Z7901", "I480", "I10");

      assertThat(work.make(id, change(id, Kind.DOWN, "I10"))).isInstanceOf(Refused.class);
      assertThat(work.make(id, change(id, Kind.UP, "E119"))).isInstanceOf(Refused.class);
    });
  }

  @Test
  void aSpanIsEvidenceByItsPlaceAlone() {
    asCoder(() -> {
      var id = open();
      var document = encounters.documents(id).getFirst();
      int start = document.body().indexOf("light-headedness");
      var place = new TextPlace(document.id(), start, start + "light-headedness".length());

      assertThat(work.make(id, placed(id, Kind.ADD, "R42", place))).isInstanceOf(Made.class);
      var evidence = charts.get(id).codes().getFirst().evidence();
      assertThat(evidence)
          .singleElement()
          .satisfies(e -> assertThat(e.quote()).isEqualTo("light-headedness"));

      var wider = new TextPlace(document.id(), start - 11, start + 5);
      work.make(id, placed(id, Kind.EVIDENCE, "R42", wider));
      work.make(id, placed(id, Kind.EVIDENCE, "R42", wider));
      assertThat(charts.get(id).codes().getFirst().evidence()).hasSize(2);
      assertThat(work.make(id, change(id, Kind.EVIDENCE, "R42"))).isInstanceOf(Refused.class);
      assertThatThrownBy(() ->
              work.make(
                  id,
                  placed(
                      id,
                      Kind.ADD,
                      "R42",
                      new TextPlace(document.id(), 0, document.body().length() + 1))))
          .hasMessageContaining("Select them again");
    });
  }

  @Test
  void aCodeNeedsWordsOrAReasonAndHasToExist() {
    asCoder(() -> {
      var id = open();
      assertThat(work.make(id, change(id, Kind.ADD, "R42"))).isInstanceOf(Refused.class);
      assertThat(work.make(id, change(id, Kind.ADD, "Q99X"))).isInstanceOf(Refused.class);
      assertThat(work.make(id, change(id, Kind.ACCEPT, "E119"))).isInstanceOf(Refused.class);
      assertThat(codes(id)).isEmpty();
      var reasoned =
          new ChartChange(
              UUID.randomUUID(),
              charts.get(id).revision(),
              Kind.ADD,
              CodeSystem.ICD10CM,
              "R42",
              ChangeReason.CODING_RULE,
              null);
      assertThat(work.make(id, reasoned)).isInstanceOf(Made.class);
      assertThat(charts.get(id).codes().getFirst().reason())
          .isEqualTo(ChangeReason.CODING_RULE.title());
    });
  }

  private ChartChange reasoned(
      EncounterId id, Kind kind, String code, @Nullable ChangeReason reason) {
    return new ChartChange(
        UUID.randomUUID(), charts.get(id).revision(), kind, CodeSystem.ICD10CM, code, reason, null);
  }

  @Test
  void whatIsRejectedOrTakenOutNeedsAReason() {
    asCoder(() -> {
      var id = open();

      var rejected = work.make(id, change(id, Kind.REJECT, "I10"));

      assertThat(((Refused) rejected).sentence())
          .startsWith("To reject a code needs a reason. Give one of: Not supported by the note;");
      work.make(id, change(id, Kind.ACCEPT, "I10"));
      assertThat(work.make(id, reasoned(id, Kind.REMOVE, "I10", null))).isInstanceOf(Refused.class);
      assertThat(codes(id)).containsExactly("I10");
    });
  }

  @Test
  void ofAWordThatIsSelectedInPartTheWholeIsEvidence() {
    asCoder(() -> {
      var id = open();
      var note = encounters.documents(id).getFirst();
      int at = note.body().indexOf("ypertens");
      work.make(
          id, placed(id, Kind.ADD, "I10", new TextPlace(note.id(), at, at + "ypertens".length())));

      assertThat(charts.get(id).codes().getFirst().evidence().getFirst().quote())
          .isEqualToIgnoringCase("hypertension");
    });
  }

  @Test
  void aReasonAgainstACodeAddsNoneAndOneForACodeRejectsNone() {
    asCoder(() -> {
      var id = open();

      var added = work.make(id, reasoned(id, Kind.ADD, "R42", ChangeReason.NEGATED));
      var rejected = work.make(id, reasoned(id, Kind.REJECT, "I10", ChangeReason.OTHER_SOURCE));

      assertThat(((Refused) added).sentence())
          .contains("is no reason to add a code")
          .contains(ChangeReason.OTHER_SOURCE.title())
          .doesNotContain(ChangeReason.FAMILY.title());
      assertThat(((Refused) rejected).sentence()).contains("is no reason to reject a code");
      assertThat(codes(id)).isEmpty();
      assertThat(work.make(id, reasoned(id, Kind.REJECT, "I10", ChangeReason.HISTORY)))
          .isInstanceOf(Made.class);
    });
  }

  @Test
  void wordsAreWholeAndReasonsSaySomething() {
    asCoder(() -> {
      var id = open();
      String part =
          encounters.documents(id).getFirst().body().contains("Hypertension") ? "ypertension" : "";

      assertThat(part).isNotEmpty();
      assertThat(chartCodes.addWithEvidence(id, CodeSystem.ICD10CM, "I10", part)).isFalse();
      assertThat(chartCodes.addWithEvidence(id, CodeSystem.ICD10CM, "I10", "H" + part)).isTrue();
      assertThatThrownBy(() -> chartCodes.addWithReason(id, CodeSystem.ICD10CM, "R42", "."))
          .hasMessageContaining("at least five characters");
    });
  }
}
