package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingquery.QuerySettings.SignatureRule;
import org.cleanclaim.app.codingquery.SpokenAnswer.Way;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.junit.jupiter.api.Test;

/// Answers that a provider gave by telephone or otherwise, and that a coder wrote down.
class SpokenAnswersTest extends QueryScene {
  private static final String WORDS = "Yes, essential hypertension, for years.";

  private final SpokenAnswers spoken = Undone.SERVER.bean(SpokenAnswers.class);

  private CodingQuery told(CodingQuery query) {
    Instant at = query.sentAt();
    return spoken.record(query.publicId(), Way.TELEPHONE, "Dr. Leela Brandt", at, null, WORDS);
  }

  private Severity unsigned() {
    return finalizing.standing(charts.get(visit().id())).stream()
        .filter(f -> f.rule().value().equals("QUERY-NOT-SIGNED"))
        .map(Finding::severity)
        .findFirst()
        .orElse(null);
  }

  @Test
  void whatWasSaidByTelephoneIsALateEntryWithWhoSaidItWhenAndWhoWroteItDown() {
    asCoder(() -> {
      var answered = told(sent());

      assertThat(answered.status()).isEqualTo(CodingQuery.Status.ANSWERED);
      assertThat(answered.answer().by()).isEqualTo("Dr. Leela Brandt");
      assertThat(answered.answer().spoken().way()).isEqualTo(Way.TELEPHONE);
      assertThat(answered.answer().spoken().recordedBy()).isEqualTo("casey");
      var entry =
          encounters.documents(visit().id()).stream()
              .filter(d -> d.id() == answered.answer().documentId())
              .findFirst()
              .orElseThrow();
      assertThat(entry.body())
          .contains("Said by Dr. Leela Brandt by telephone on 2026-04-16", "written down by casey")
          .endsWith("Answer:\n" + WORDS + "\n");
      assertThatThrownBy(() -> told(answered))
          .isInstanceOf(QueryRefusal.class)
          .hasMessageContaining("answered");
    });
  }

  @Test
  void whoSaidItTheWordsAndATimeBetweenSendingAndNowAreNeeded() {
    asCoder(() -> {
      var query = sent();
      var id = query.publicId();
      Instant at = query.sentAt();

      assertThatThrownBy(() -> spoken.record(id, Way.TELEPHONE, " ", at, null, WORDS))
          .hasMessageContaining("name of the person");
      assertThatThrownBy(() -> spoken.record(id, Way.TELEPHONE, "Dr. Brandt", at, null, ""))
          .hasMessageContaining("words that were said");
      for (Instant wrong : new Instant[] {at.minusSeconds(3600), at.plusSeconds(86400)}) {
        assertThatThrownBy(() -> spoken.record(id, Way.TELEPHONE, "Dr. Brandt", wrong, null, WORDS))
            .hasMessageContaining("between the sending of the query and now");
      }
    });
  }

  @Test
  void whereTheOrganizationAsksForItTheCodesWaitForTheProvidersSignature() {
    asCoder(() -> {
      var answered = told(sent());
      assertThat(unsigned()).isEqualTo(Severity.INFORMATION);

      Undone.then(
          "mara",
          Role.MANAGER,
          () -> {
            settings.requireSignature(SignatureRule.REQUIRED);
            return true;
          });
      assertThat(unsigned()).isEqualTo(Severity.ERROR);

      var signed = asProvider(() -> spoken.sign(answered.publicId()));
      assertThat(signed.answer().spoken().signedBy()).isEqualTo("leela");
      assertThat(unsigned()).isNull();
      assertThatThrownBy(() -> asProvider(() -> spoken.sign(answered.publicId())))
          .hasMessageContaining("signed already");
    });
  }
}
