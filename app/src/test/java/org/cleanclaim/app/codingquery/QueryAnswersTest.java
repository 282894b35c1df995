package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.TextPlace;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.coding.query.QueryKind;
import org.cleanclaim.coding.query.QueryOption;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.coding.query.YesNoPurpose;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Answers of providers, and what they support.
class QueryAnswersTest extends QueryScene {
  @Test
  void anAnswerBecomesALateEntryAndEvidence() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();
      int documents = encounters.documents(visit().id()).size();

      var answered =
          asProvider(() -> answers.answer(query.publicId(), null, "Essential, long-standing."));

      var entry = encounters.documents(visit().id()).getLast();
      assertThat(encounters.documents(visit().id())).hasSize(documents + 1);
      assertThat(entry.name()).isEqualTo("Late entry");
      assertThat(entry.body()).contains("Essential, long-standing.", query.text().question());
      assertThat(answered.answer().documentId()).isEqualTo(entry.id());
      assertThat(finalizing.standing(charts.get(visit().id())))
          .extracting(f -> f.rule().value())
          .contains("QUERY-NOT-CLOSED");
      assertThatThrownBy(
              () -> desk.close(query.publicId(), Outcome.AGREED, Effect.CODE_CHANGED, "I10"))
          .hasMessageContaining("No code of the chart has evidence in the answer");

      chartCodes.addWithEvidence(visit().id(), CodeSystem.ICD10CM, "I159", "long-standing.");
      var closed = desk.close(query.publicId(), Outcome.AGREED, Effect.CODE_ADDED, "I15.9 added");
      assertThat(closed.closing().effect()).isEqualTo(Effect.CODE_ADDED);
      assertThatThrownBy(() -> desk.cancel(query.publicId(), "late"))
          .isInstanceOf(QueryRefusal.class);
    });
  }

  /// A document of the visit that says something the note does not.
  private List<String> suggested() {
    return charts.get(visit().id()).suggestions().stream().map(s -> s.code()).toList();
  }

  @Test
  void neitherTheQuestionNorWhatItQuotesIsCodedFromTheLateEntry() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var quote = addendum("Chest film: probable pneumonia.\n", "probable pneumonia");
      var query =
          sent(
              new QueryText(
                  QueryKind.OPEN,
                  null,
                  "Chest film",
                  "The film speaks of pneumonia. What is your judgment of it?",
                  List.of(),
                  List.of(quote)));

      asProvider(() -> answers.answer(query.publicId(), null, "Acute bronchitis."));
      opening.open(visit().id());

      assertThat(suggested()).contains("J209").doesNotContain("J189");
      var entry = encounters.documents(visit().id()).getLast();
      int asked = entry.body().indexOf("pneumonia");
      assertThatThrownBy(() ->
              chartCodes.addWithSpan(
                  visit().id(),
                  CodeSystem.ICD10CM,
                  "J189",
                  new TextPlace(entry.id(), asked, asked + 9)))
          .hasMessageContaining("words of the answer");
      assertThatThrownBy(
              () -> desk.close(query.publicId(), Outcome.AGREED, Effect.CODE_ADDED, "J18.9"))
          .hasMessageContaining("No code of the chart has evidence in the answer");
    });
  }

  @Test
  void anAnswerNoSupportsNoCode() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var quote = addendum("Chest film: pneumonia. Impression of the radiologist.\n", "pneumonia");
      var query =
          sent(
              new QueryText(
                  QueryKind.YES_NO,
                  YesNoPurpose.SUBSTANTIATE,
                  "Chest film",
                  "Is the pneumonia of the report the patient's in your judgment?",
                  QueryTemplate.YES_NO.quoting(List.of()).options(),
                  List.of(quote)));

      asProvider(() -> answers.answer(query.publicId(), 2, ""));

      var entry = codable.of(visit().id()).getLast();
      assertThat(entry.name()).isEqualTo("Late entry");
      assertThat(entry.body()).isBlank();
      assertThatThrownBy(
              () -> desk.close(query.publicId(), Outcome.DISAGREED, Effect.CODE_ADDED, "J18.9"))
          .hasMessageContaining("answered \"No\", which supports no code");
      assertThat(
              desk.close(query.publicId(), Outcome.DISAGREED, Effect.NONE, null).closing().effect())
          .isEqualTo(Effect.NONE);
    });
  }

  @Test
  void nobodyAnswersForAnotherProvider() {
    asCoder(() -> {
      var query = sent();

      assertThatThrownBy(
              () -> Undone.then("otto", Role.PROVIDER, () -> answers.mine(query.publicId())))
          .isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> answers.answer(query.publicId(), null, "I answer myself"))
          .isInstanceOf(AccessDeniedForActor.class);
      assertThatThrownBy(() ->
              asProvider(() -> desk.close(query.publicId(), Outcome.NO_ANSWER, Effect.NONE, null)))
          .isInstanceOf(AccessDeniedForActor.class);
    });
  }

  @Test
  void aChoiceIsAnsweredByOneOfItsOptions() {
    asCoder(() -> {
      var indicators = beginning.indicators(visit(), CodeSystem.ICD10CM, "I10");
      var text =
          new QueryText(
              QueryKind.MULTIPLE_CHOICE,
              null,
              "Course",
              "Which of these describes it?",
              List.of(
                  new QueryOption("Controlled", List.of(1)),
                  new QueryOption("Not controlled", List.of(1)),
                  QueryOption.OTHER,
                  QueryOption.UNDETERMINED),
              indicators);
      var query = desk.draft(visit(), null, null, text);
      assertThat(desk.send(query.publicId())).isEmpty();

      for (Integer choice : java.util.Arrays.asList(null, 0, 5, 3)) {
        assertThatThrownBy(() -> asProvider(() -> answers.answer(query.publicId(), choice, "")))
            .isInstanceOf(QueryRefusal.class);
      }
      var answered = asProvider(() -> answers.answer(query.publicId(), 4, ""));
      assertThat(answered.likelyOutcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThatThrownBy(() -> desk.close(query.publicId(), Outcome.NO_ANSWER, Effect.NONE, null))
          .isInstanceOf(QueryRefusal.class);
    });
  }

  @Test
  void figuresSayHowProvidersAnswer() {
    asCoder(() -> {
      var first = sent();
      sent();
      Undone.on(
          THURSDAY.plusDays(1),
          () -> asProvider(() -> answers.answer(first.publicId(), null, "So it is.")));
      desk.close(first.publicId(), Outcome.AGREED, Effect.NONE, null);

      var row =
          Undone.on(
                  THURSDAY.plusDays(30),
                  () ->
                      Undone.then(
                          "mara", Role.MANAGER, () -> figures.byProvider(THURSDAY, THURSDAY)))
              .getFirst();

      assertThat(row.sent()).isEqualTo(2);
      assertThat(row.answered()).isEqualTo(1);
      assertThat(row.answeredInTime()).isEqualTo(1);
      assertThat(row.medianHours()).isEqualByComparingTo("24.0");
      assertThat(row.agreed()).isEqualTo(1);
    });
  }
}
