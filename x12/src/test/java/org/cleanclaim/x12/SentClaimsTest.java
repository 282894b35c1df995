package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.x12.Transaction.GroupAcknowledged;
import org.junit.jupiter.api.Test;

class SentClaimsTest {
  private static final String TWO_SUBSCRIBERS =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000007*0*T*:~
      GS*HC*CLINIC*PAYER*20260301*0900*7*X*005010X222A1~
      ST*837*0001*005010X222A1~
      BHT*0019*00*B1*20260301*0900*CH~
      NM1*41*2*A CLINIC*****46*CLINIC~
      PER*IC*BILLING*TE*6145550100~
      NM1*40*2*A PAYER*****46*PAYER~
      HL*1**20*1~
      NM1*85*2*A CLINIC*****XX*1234567893~
      N3*1 PLAIN ST~
      N4*MARLOW*OH*432150001~
      REF*EI*471852369~
      HL*2*1*22*0~
      SBR*P*18*G1*A GROUP*****CI~
      NM1*IL*1*TEST*PAT****MI*M1~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      CLM*C1*100***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99213*100*UN*x***1~
      DTP*472*D8*20260201~
      CLM*C2*50***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99212*50*UN*1***1~
      DTP*472*D8*20260202~
      HL*3*1*22*0~
      SBR*P*18*G1*A GROUP*****CI~
      NM1*IL*1*OTHER*PAT****MI*M2~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*4321~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      CLM*C3*50***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99212*50*UN*1***1~
      DTP*472*D8*20260202~
      SE*40*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  @Test
  void anErrorComesBackToTheClaimItIsAbout() throws IOException {
    byte[] sent = TWO_SUBSCRIBERS.getBytes(StandardCharsets.US_ASCII);
    var checked =
        X12Checker.check(new ByteArrayInputStream(sent), "sent", CheckOptions.standard(), f -> {});
    var envelope =
        new Envelope(
            "ZZ",
            "PAYER",
            "ZZ",
            "CLINIC",
            LocalDateTime.of(2026, 3, 1, 9, 5),
            "000000001",
            true,
            Separators.STANDARD);
    byte[] answer =
        X12Writer.functionalAcknowledgments(envelope, "1", checked.answers().getFirst().groups());
    var received =
        (GroupAcknowledged)
            X12Reader.read(new ByteArrayInputStream(answer), "999").transactions().getFirst();

    var errors = SentClaims.of(sent).errorsByClaim(received.acknowledgment());

    assertThat(errors)
        .isEqualTo(
            Map.of(
                "C1",
                List.of("SV1 in loop 2400: SV104 has a character that is not allowed."),
                "C3",
                List.of("N4 in loop 2010: N403 does not have the form it has to have.")));
  }

  @Test
  void anErrorAboveTheClaimsIsAboutAllBelow() {
    var sent = SentClaims.of(TWO_SUBSCRIBERS.getBytes(StandardCharsets.US_ASCII));

    assertThat(sent.errorsByClaim(error(14)).keySet()).containsExactly("C1", "C2");
    assertThat(sent.errorsByClaim(error(7)).keySet()).containsExactly("C1", "C2", "C3");
    assertThat(sent.errorsByClaim(error(2)).keySet()).containsExactly("C1", "C2", "C3");
    assertThat(sent.errorsByClaim(error(22)).keySet()).containsExactly("C1");
  }

  private static FunctionalAcknowledgment error(int position) {
    var error = new SegmentError("NM1", position, null, "8", null, null, List.of());
    return new FunctionalAcknowledgment(
        "HC",
        "7",
        null,
        List.of(new TransactionResult("837", "0001", null, "R", List.of("5"), List.of(error))),
        "R",
        1,
        1,
        0,
        List.of());
  }
}
