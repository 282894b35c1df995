package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.junit.jupiter.api.Test;

/// What an answer (271) says of the plan that was asked about, and on which days.
class EligibilityAnswerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  @Test
  void datesAtTheBenefitGoBeforeThoseOfThePerson() throws IOException {
    var ended = answer("DTP*346*D8*20260101~", "EB*1*IND*30**Gold~DTP*349*D8*20261031~");

    assertThat(ended.status()).isEqualTo(Status.ACTIVE);
    assertThat(ended.covers(DAY)).isFalse();
    assertThat(ended.covers(LocalDate.of(2026, 10, 31))).isTrue();
    assertThat(ended.covers(LocalDate.of(2025, 12, 31))).isFalse();
    assertThat(ended.planDays().inWords()).isEqualTo("2026-01-01 to 2026-10-31");
    assertThat(answer("", "EB*1*IND*30~DTP*292*RD8*20260101-20261031~").covers(DAY)).isFalse();
  }

  @Test
  void anEndWithoutABeginIsAnEnd() throws IOException {
    assertThat(answer("DTP*347*D8*20261031~", "EB*1*IND*30~").covers(DAY)).isFalse();
    assertThat(answer("DTP*346*D8*20261201~DTP*347*D8*20261130~", "EB*1*IND*30~").covers(DAY))
        .isFalse();
  }

  @Test
  void oneOfSeveralPlansIsEnough() throws IOException {
    var changed =
        answer(
            "",
            "EB*1*IND*30**Old~DTP*347*D8*20261031~",
            "EB*1*IND*30**New~DTP*346*D8*20261115~",
            "EB*C*IND*30***23*500~DTP*348*D8*20270101~");

    assertThat(changed.covers(DAY)).isTrue();
    assertThat(changed.covers(LocalDate.of(2026, 11, 10))).isFalse();
  }

  @Test
  void aPlanForTeethSaysNothingOfTheMedicalOne() throws IOException {
    var lapsed = answer("", "EB*1*IND*35**Dental Plus~", "EB*6*IND*30**Gold~");

    assertThat(lapsed.status()).isEqualTo(Status.INACTIVE);
    assertThat(lapsed.planName()).isEqualTo("Gold");
    assertThat(answer("", "EB*1*IND*35~").status()).isEqualTo(Status.ACTIVE);
    assertThat(answer("", "EB*6*IND*1~", "EB*1*IND*AL~").status()).isEqualTo(Status.INACTIVE);
    assertThat(answer("", "EB*6*IND*35~", "EB*1*IND*30^35~").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void activeWhileItIsLookedIntoIsSaid() throws IOException {
    assertThat(answer("", "EB*5*IND*30~").isUnderInvestigation()).isTrue();
    assertThat(answer("", "EB*5*IND*30~", "EB*1*IND*30~").isUnderInvestigation()).isFalse();
    assertThat(answer("", "EB*6*IND*30~").isUnderInvestigation()).isFalse();
  }

  @Test
  void aBenefitHoldsForThePlacesOfServiceThatItNames() throws IOException {
    var benefits =
        answer(
                "",
                "EB*B*IND*98***27*20~III*ZZ*11~III*ZZ*22~III***44*Broken"
                    + " bones~LS*2120~NM1*1P*2*A~LE*2120~",
                "EB*B*IND*98***27*50~")
            .benefits();

    assertThat(benefits.getFirst().placesOfService()).containsExactly("11", "22");
    assertThat(benefits.getFirst().settings().getLast().words()).isEqualTo("Broken bones");
    assertThat(benefits.getLast().placesOfService()).isEmpty();
  }

  private static EligibilityAnswer answer(String dates, String... benefits) throws IOException {
    String text =
        """
        ISA*00*          *00*          *ZZ*LKPPO          *ZZ*1948372614     *261129*2010*^*00501*000000901*0*T*:~
        GS*HB*LKPPO*1948372614*20261129*2010*9*X*005010X279A1~
        ST*271*0001*005010X279A1~
        BHT*0022*11*1*20261129*2010~
        HL*1**20*1~
        NM1*PR*2*Lakeland PPO*****PI*LKPPO~
        HL*2*1*21*1~
        NM1*1P*2*Juniper Street Medical Group*****XX*1948372614~
        HL*3*2*22*0~
        TRN*2*EL000041*9CLNCLAIMS~
        NM1*IL*1*Castellano*Vincent****MI*LKP400118203~
        %s%s
        SE*12*0001~
        GE*1*9~
        IEA*1*000000901~
        """
            .formatted(dates, String.join("", benefits));
    var bytes = text.replace("\n", "").getBytes(StandardCharsets.US_ASCII);
    var read = X12Reader.read(new ByteArrayInputStream(bytes), "answer.271");
    return read.transactions().stream()
        .map(Transaction.EligibilityAnswers.class::cast)
        .findFirst()
        .orElseThrow()
        .answers()
        .getFirst();
  }
}
