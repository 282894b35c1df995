package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.CodableDocuments;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.chart.TextPlace;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.QueryList.Filter;
import org.cleanclaim.app.codingquery.QueryList.Sort;
import org.cleanclaim.app.codingqueue.CoderDay;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.codingqueue.WaitingCharts;
import org.cleanclaim.app.codingqueue.WorkFilter;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryKind;
import org.cleanclaim.coding.query.QueryOption;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.coding.query.YesNoPurpose;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

class QueryDeskTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 4, 16);

  private final QueryDesk desk = Undone.SERVER.bean(QueryDesk.class);
  private final QueryEscalation escalation = Undone.SERVER.bean(QueryEscalation.class);
  private final QueryAnswers answers = Undone.SERVER.bean(QueryAnswers.class);
  private final QueryBeginning beginning = Undone.SERVER.bean(QueryBeginning.class);
  private final QuerySettings settings = Undone.SERVER.bean(QuerySettings.class);
  private final CodingQueries queries = Undone.SERVER.bean(CodingQueries.class);
  private final QueryList list = Undone.SERVER.bean(QueryList.class);
  private final QueryFigures figures = Undone.SERVER.bean(QueryFigures.class);
  private final ChartQueue queue = Undone.SERVER.bean(ChartQueue.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  private final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  private final WaitingCharts waiting = Undone.SERVER.bean(WaitingCharts.class);
  private final CodingQueues queues = Undone.SERVER.bean(CodingQueues.class);
  private final CoderDay day = Undone.SERVER.bean(CoderDay.class);
  private final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  private final CodableDocuments codable = Undone.SERVER.bean(CodableDocuments.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  private Encounter visit() {
    return encounters.numbered("E05").orElseThrow();
  }

  private QueryText about(QueryTemplate template) {
    return template.quoting(beginning.indicators(visit(), CodeSystem.ICD10CM, "I10"));
  }

  private CodingQuery sent() {
    var query = desk.draft(visit(), CodeSystem.ICD10CM, "I10", about(QueryTemplate.OPEN));
    assertThat(desk.send(query.publicId())).isEmpty();
    return queries.find(query.publicId()).orElseThrow();
  }

  /// A provider of that visit signs in.
  private <T> T asProvider(Supplier<T> work) {
    Undone.then(
        "mara",
        Role.MANAGER,
        () -> {
          Undone.SERVER
              .bean(UserAccounts.class)
              .register("leela", "Leela", "a password", Set.of(Role.PROVIDER));
          settings.link("leela", visit().renderingProvider().npi());
          return true;
        });
    return Undone.then("leela", Role.PROVIDER, work);
  }

  private static Clock clock(CodingQuery query) {
    return Undone.SERVER
        .bean(Deadlines.class)
        .find(ClockKind.QUERY, "query " + query.publicId(), 1)
        .orElseThrow();
  }

  private static void asCoder(Runnable work) {
    Undone.as(
        "casey",
        Role.CODER,
        () ->
            Undone.on(
                THURSDAY,
                () -> {
                  work.run();
                  return true;
                }));
  }

  @Test
  void aQueryBeginsWithTheWordsOfTheRecordAndNoAnswer() {
    asCoder(() -> {
      var text = about(beginning.template(visit(), CodeSystem.ICD10CM, "I10"));

      assertThat(text.indicators()).extracting(QueryIndicator::quote).contains("Hypertension");
      assertThat(text.indicators().getFirst().source()).startsWith("Visit note, line ");
      assertThat(text.options()).isEmpty();
      assertThat(text.question() + text.subject())
          .doesNotContainIgnoringCase("hypertension")
          .doesNotContain("I10");
      assertThat(desk.check(visit(), text)).isEmpty();
    });
  }

  @Test
  void aConditionThatNoIndicatorNamesIsFound() {
    asCoder(() -> {
      var text = about(QueryTemplate.OPEN);
      var named =
          new QueryText(
              text.kind(),
              null,
              "Clarification",
              "Does the patient have type 2 diabetes mellitus?",
              List.of(),
              text.indicators());
      var supported =
          new QueryText(
              text.kind(),
              null,
              "Clarification",
              "What is the course of the hypertension?",
              List.of(),
              text.indicators());

      assertThat(desk.check(visit(), named))
          .extracting(f -> f.rule().value())
          .containsExactly("QUERY-NAME-UNSUPPORTED");
      assertThat(desk.check(visit(), supported)).isEmpty();
    });
  }

  @Test
  void whatTheChecksObjectToIsNotSent() {
    asCoder(() -> {
      var text = about(QueryTemplate.CHOICE);
      var query = desk.draft(visit(), null, null, text);

      assertThat(desk.send(query.publicId()))
          .extracting(f -> f.rule().value())
          .contains("QUERY-OPTION-SINGLE");
      assertThat(queries.find(query.publicId()).orElseThrow().status()).isEqualTo(Status.DRAFT);
    });
  }

  @Test
  void theClockRunsByTheRuleOfTheKindOfVisitInBusinessDays() {
    asCoder(() -> {
      assertThat(sent().dueOn()).isEqualTo(LocalDate.of(2026, 4, 21)); // three, over a weekend
      Undone.then(
          "mara",
          Role.MANAGER,
          () -> {
            settings.set(new QueryDeadline("OUTPATIENT", 1, 1, "Dr. Chief"));
            return true;
          });
      var query = sent();

      assertThat(query.dueOn()).isEqualTo(LocalDate.of(2026, 4, 17));
      assertThat(query.escalateOn()).isEqualTo(LocalDate.of(2026, 4, 20));
      assertThat(query.escalateTo()).isEqualTo("Dr. Chief");
      assertThat(escalation.escalateDue()).isZero();
      Undone.on(
          LocalDate.of(2026, 4, 20),
          () -> {
            assertThat(list.rows(new Filter("OVERDUE", "", ""), Sort.DUE, 1).rows()).hasSize(1);
            assertThat(escalation.escalateDue()).isEqualTo(1);
            assertThat(escalation.escalateDue()).isZero();
            assertThat(escalation.notices(query))
                .extracting(QueryNotice::told)
                .containsExactly("Dr. Chief", "casey");
            assertThat(escalation.notices(query).getFirst().why()).contains("2026-04-17");
            assertThat(list.rows(new Filter("ESCALATED", "", ""), Sort.DUE, 1).rows())
                .extracting(QueryList.Row::escalateTo)
                .containsExactly("Dr. Chief");
            assertThat(clock(query).owner()).isEqualTo("Dr. Chief");
            assertThat(clock(query).dueOn()).isEqualTo(query.dueOn());
            assertThat(escalation.open()).isEqualTo(1);
            asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
            assertThat(clock(query).state()).isEqualTo(Clock.State.MET);
            assertThat(clock(query).stoppedOn()).isEqualTo(LocalDate.of(2026, 4, 20));
            assertThat(escalation.open()).isZero();
            return true;
          });
      assertThatThrownBy(() -> settings.set(new QueryDeadline("OUTPATIENT", 1, 1, "me")))
          .isInstanceOf(AccessDeniedForActor.class);
    });
  }

  @Test
  void anOpenQueryKeepsTheChartFromBeingFinalUntilItIsClosedOrOverridden() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();
      var stopped = finalizing.finalizeCodes(visit().id());
      assertThat(stopped).isInstanceOf(FinalizeResult.Stopped.class);
      assertThat(((FinalizeResult.Stopped) stopped).findings())
          .extracting(f -> f.rule().value())
          .contains("QUERY-OPEN");

      assertThatThrownBy(() -> desk.override(query.publicId(), " "))
          .isInstanceOf(QueryRefusal.class);
      desk.override(query.publicId(), "The claim has to go; the answer changes no code");

      assertThat(finalizing.finalizeCodes(visit().id()))
          .isInstanceOf(FinalizeResult.Finalized.class);
    });
  }

  @Test
  void leaveToGoOnWithoutAnAnswerEndsWhenTheAnswerComes() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();
      assertThatThrownBy(() -> desk.override(query.publicId(), "."))
          .isInstanceOf(QueryRefusal.class);
      desk.override(query.publicId(), "The provider is on leave");

      Undone.on(
          THURSDAY.plusDays(1),
          () -> {
            asProvider(() -> answers.answer(query.publicId(), null, "Secondary hypertension."));
            assertThat(finalizing.standing(charts.get(visit().id())))
                .extracting(f -> f.rule().value())
                .contains("QUERY-NOT-CLOSED");

            assertThatThrownBy(() -> desk.override(query.publicId(), "It changes no code"))
                .hasMessageContaining("close the query");
            desk.close(query.publicId(), Outcome.DISAGREED, Effect.NONE, null);
            assertThat(finalizing.standing(charts.get(visit().id())))
                .extracting(f -> f.rule().value())
                .doesNotContain("QUERY-NOT-CLOSED");
            return true;
          });
    });
  }

  @Test
  void aChartThatWaitsForAnAnswerIsNotTheNextOneUntilItIsThere() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      chartCodes.addWithReason(visit().id(), CodeSystem.ICD10CM, "Z7901", "Begun");
      assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("E05");
      var query = sent();
      assertThat(queue.next()).isEmpty();
      asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
      assertThat(queue.next().orElseThrow().visitNumber()).isEqualTo("E05");
    });
  }

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

  @Test
  void nobodyHasFailedToAnswerBeforeTheDayOfTheAnswerIsOver() {
    asCoder(() -> {
      var query = sent(about(QueryTemplate.OPEN));
      var id = query.publicId();

      assertThatThrownBy(() -> desk.close(id, Outcome.NO_ANSWER, Effect.NONE, null))
          .hasMessageContaining("has until 2026-04-21 to answer");
      Undone.on(
          LocalDate.of(2026, 4, 22),
          () -> {
            assertThat(desk.close(id, Outcome.NO_ANSWER, Effect.NONE, null).status())
                .isEqualTo(Status.CLOSED);
            return true;
          });
    });
  }

  @Test
  void aCodeThatIsSaidToBeTakenOutHasLeftTheChart() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent(about(QueryTemplate.OPEN));
      asProvider(() -> answers.answer(query.publicId(), null, "No hypertension any longer."));

      assertThatThrownBy(() -> taken(query, "I10 taken out"))
          .hasMessageContaining("names no code that has left the chart");
      assertThatThrownBy(() -> taken(query, "it was taken out"))
          .hasMessageContaining("names no code that has left the chart");
      chartCodes.remove(visit().id(), CodeSystem.ICD10CM, "I10", "As answered");

      assertThat(taken(query, "I10 taken out").status()).isEqualTo(Status.CLOSED);
    });
  }

  private CodingQuery taken(CodingQuery query, String text) {
    return desk.close(query.publicId(), Outcome.AGREED, Effect.CODE_REMOVED, text);
  }

  /// A document of the visit that says something the note does not.
  private QueryIndicator addendum(String body, String quote) {
    encounters.document(visit().id(), "Addendum", body);
    opening.open(visit().id());
    var document = encounters.documents(visit().id()).getLast();
    int start = body.indexOf(quote);
    return QueryIndicator.of(
        Long.toString(document.id()), document.name(), body, start, start + quote.length());
  }

  private List<String> suggested() {
    return charts.get(visit().id()).suggestions().stream().map(s -> s.code()).toList();
  }

  private CodingQuery sent(QueryText text) {
    var query = desk.draft(visit(), null, null, text);
    assertThat(desk.send(query.publicId())).isEmpty();
    return query;
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
  void aQueryIsItsAuthorsAndWhoHasTheChart() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var draft = desk.draft(visit(), null, null, about(QueryTemplate.OPEN));
      var query = sent();

      Undone.then(
          "ines",
          Role.CODER,
          () -> {
            assertThatThrownBy(
                    () -> desk.change(draft.publicId(), about(QueryTemplate.MORE_DETAIL)))
                .isInstanceOf(QueryRefusal.class)
                .hasMessageContaining("This query is casey's");
            assertThatThrownBy(() -> desk.send(draft.publicId())).isInstanceOf(QueryRefusal.class);
            assertThatThrownBy(() -> desk.cancel(query.publicId(), "not mine"))
                .isInstanceOf(QueryRefusal.class);
            assertThatThrownBy(() -> desk.override(query.publicId(), "the claim has to go"))
                .isInstanceOf(QueryRefusal.class);
            return true;
          });
      Undone.then(
          "mara",
          Role.MANAGER,
          () -> {
            locks.handOver(visit().id(), "ines", "is away today");
            return true;
          });
      Undone.then("ines", Role.CODER, () -> desk.send(draft.publicId()));
      assertThat(desk.sender(draft)).contains("ines");
      assertThat(desk.sender(query)).contains("casey");
      assertThat(Undone.then("ines", Role.CODER, () -> desk.cancel(query.publicId(), "settled")))
          .extracting(CodingQuery::status)
          .isEqualTo(Status.CANCELLED);
    });
  }

  @Test
  void aChartWithASentQueryWaitsForItsAnswer() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var query = sent();

      assertThat(waiting.open(PendingReason.QUERY, 1).rows())
          .filteredOn(w -> query.publicId().equals(w.query()))
          .singleElement()
          .satisfies(w -> {
            assertThat(w.visitNumber()).isEqualTo("E05");
            assertThat(w.followUpOn()).isEqualTo(query.dueOn());
          });
      assertThat(
              queues
                  .charts(
                      QueueCriteria.ALL,
                      QueueOrder.OLDEST_SERVICE,
                      new WorkFilter("E05", null, null),
                      1)
                  .rows())
          .singleElement()
          .satisfies(row -> {
            assertThat(row.pending()).containsExactly("QUERY");
            assertThat(row.followUpOn()).isEqualTo(query.dueOn());
          });
      assertThat(day.counts().answered()).isZero();
      asProvider(() -> answers.answer(query.publicId(), null, "So it is."));
      assertThat(day.counts().answered()).isEqualTo(1);
    });
  }

  @Test
  void aQueryThatNobodyCanAnswerIsToldOf() {
    asCoder(() -> {
      Undone.then(
          "mara",
          Role.MANAGER,
          () -> {
            settings.answering().forEach(a -> settings.unlink(a.userName()));
            return true;
          });
      var findings = desk.check(visit(), about(QueryTemplate.OPEN));
      assertThat(findings)
          .extracting(f -> f.rule().value())
          .containsExactly("QUERY-NOBODY-ANSWERS");
      assertThat(findings.getFirst().blocks()).isFalse();
    });
  }

  @Test
  void aDetailThatNobodyHasDocumentedIsFound() {
    asCoder(() -> {
      reopening.reopen(visit().id(), "A question is open");
      var quote = addendum("Seen for heart failure today.\n", "heart failure");
      var asked =
          new QueryText(
              QueryKind.YES_NO,
              YesNoPurpose.SUBSTANTIATE,
              "Heart failure",
              "Is this systolic heart failure in your judgment?",
              QueryTemplate.YES_NO.quoting(List.of()).options(),
              List.of(quote));
      assertThat(desk.check(visit(), asked))
          .extracting(f -> f.rule().value())
          .containsExactly("QUERY-DETAIL-UNSUPPORTED");
      var open =
          new QueryText(
              QueryKind.OPEN,
              null,
              "Heart failure",
              "Can the type of the heart failure be further specified?",
              List.of(),
              List.of(quote));
      assertThat(desk.check(visit(), open)).isEmpty();
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
