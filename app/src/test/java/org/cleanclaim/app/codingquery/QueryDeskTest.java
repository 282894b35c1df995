package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryKind;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.coding.query.YesNoPurpose;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Queries as they are written, checked, sent, and whose they are.
class QueryDeskTest extends QueryScene {
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
  void anotherProviderOfTheVisitIsAskedWhereTheQueryNamesThem() {
    asCoder(() -> {
      String operating = "1234567893";
      var surgeon =
          new Provider(
              ProviderRole.OPERATING,
              new PersonName("Cutter", "Ann"),
              new Npi(operating),
              null,
              null,
              null,
              null,
              List.of());
      Undone.SERVER
          .bean(JdbcClient.class)
          .sql("update encounter set other_providers = :others::jsonb where visit_number = 'E05'")
          .param("others", Undone.SERVER.bean(JsonColumns.class).write(List.of(surgeon)))
          .update();

      var query = desk.draft(visit(), null, null, about(QueryTemplate.OPEN), operating);

      assertThat(query.providerNpi()).isEqualTo(operating);
      assertThat(desk.check(visit(), query))
          .extracting(f -> f.rule().value())
          .contains("QUERY-NOBODY-ANSWERS");
      var rendering = String.valueOf(visit().renderingProvider().npi());
      assertThat(desk.change(query.publicId(), query.text(), rendering).providerNpi())
          .isEqualTo(rendering);
      assertThatThrownBy(() -> desk.change(query.publicId(), query.text(), "1999999984"))
          .isInstanceOf(QueryRefusal.class)
          .hasMessageContaining("1999999984");
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
                    () -> desk.change(draft.publicId(), about(QueryTemplate.MORE_DETAIL), ""))
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
}
