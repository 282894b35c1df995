package org.cleanclaim.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChangeResult.Made;
import org.cleanclaim.app.chart.ChangeResult.Refused;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.chart.ChartChange.Kind;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

class ChartReturnsTest {
  private final ChartChanges work = Undone.SERVER.bean(ChartChanges.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  private final AuditTrail audit = Undone.SERVER.bean(AuditTrail.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  /// A visit of the demo opened again, with its codes.
  private EncounterId open() {
    var id = encounters.numbered("E05").orElseThrow().id();
    reopening.reopen(id, "To code it again");
    return id;
  }

  private ChangeResult make(EncounterId id, Kind kind, String code) {
    return work.make(
        id,
        new ChartChange(
            UUID.randomUUID(),
            charts.get(id).revision(),
            kind,
            CodeSystem.ICD10CM,
            code,
            kind == Kind.ADD ? ChangeReason.CODING_RULE : ChangeReason.HISTORY,
            null));
  }

  private ChangeResult takeBack(EncounterId id) {
    return make(id, Kind.TAKE_BACK, "");
  }

  private List<ChartCode> codes(EncounterId id) {
    return charts.get(id).codes();
  }

  private SuggestedCode suggestion(EncounterId id, String code) {
    return charts.get(id).suggestions().stream()
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static void asCoder(Runnable work) {
    Undone.as("casey", Role.CODER, work);
  }

  @Test
  void whatIsTakenOutComesBackInItsPlaceWithItsWords() {
    asCoder(() -> {
      var id = open();
      var before = codes(id);
      assertThat(before).extracting(ChartCode::code).contains("I10", "I480");
      make(id, Kind.REMOVE, before.getFirst().code());
      assertThat(codes(id))
          .extracting(ChartCode::position)
          .containsExactlyElementsOf(IntStream.range(1, before.size()).boxed().toList());
      takeBack(id);
      make(id, Kind.REMOVE, "I480");
      assertThat(suggestion(id, "I480").decision()).isEqualTo(Decision.REJECTED);
      assertThat(suggestion(id, "I480").reason()).isEqualTo(ChangeReason.HISTORY.title());
      assertThat(takeBack(id)).isInstanceOf(Made.class);

      assertThat(codes(id)).isEqualTo(before);
      assertThat(suggestion(id, "I480").decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(suggestion(id, "I480").reason()).isNull();
    });
  }

  @Test
  void changesAreTakenBackOneAfterTheOtherTheLastFirst() {
    asCoder(() -> {
      var id = open();
      var before = codes(id);
      make(id, Kind.REMOVE, "I10");
      var between = codes(id);
      make(id, Kind.REMOVE, "I480");
      takeBack(id);
      assertThat(codes(id)).isEqualTo(between);
      make(id, Kind.ADD, "R42");
      takeBack(id);
      assertThat(codes(id)).isEqualTo(between);
      takeBack(id);
      assertThat(codes(id)).isEqualTo(before);
      assertThat(takeBack(id)).isInstanceOf(Refused.class);
    });
  }

  @Test
  void aChangeOfSomebodyElseOrOfAnotherKindIsNotTakenBack() {
    asCoder(() -> {
      var id = open();
      make(id, Kind.REMOVE, "I10");
      chartCodes.addWithReason(id, CodeSystem.ICD10CM, "R42", "As the provider said");
      assertThat(takeBack(id))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.sentence()).contains("No change is left"));
      make(id, Kind.REMOVE, "R42");
      locks.release(charts.get(id).id());
      Undone.as(
          "cora",
          Role.CODER,
          () ->
              assertThat(takeBack(id))
                  .isInstanceOfSatisfying(
                      Refused.class, r -> assertThat(r.sentence()).contains("casey's")));
    });
  }

  @Test
  void aRejectedSuggestionOfATakenCodeLeavesTheChart() {
    asCoder(() -> {
      var id = open();
      make(id, Kind.REJECT, "I10");
      assertThat(codes(id)).extracting(ChartCode::code).doesNotContain("I10");
      make(id, Kind.ADD, "I10");
      assertThat(suggestion(id, "I10").decision()).isEqualTo(Decision.ACCEPTED);
      takeBack(id);
      assertThat(suggestion(id, "I10").decision()).isEqualTo(Decision.REJECTED);
      assertThat(audit.changesOf("chart", charts.get(id).id()).toString())
          .contains("took back: add I10");
    });
  }

  @Test
  void whatWasTakenBackIsWrittenWithItsDot() {
    asCoder(() -> {
      var id = open();
      make(id, Kind.ADD, "E119");
      takeBack(id);
      assertThat(audit.changesOf("chart", charts.get(id).id()).toString())
          .contains("took back: add E11.9");
    });
  }
}
