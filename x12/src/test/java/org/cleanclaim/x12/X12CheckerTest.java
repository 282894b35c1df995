package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class X12CheckerTest {
  private static final String TWO_REMITTANCES =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*0*C*NON************20260301~
      TRN*1*T100*1999999999~
      N1*PR*A PAYER~
      N3*1 PLAIN ST~
      N4*SPRINGFIELD*IL*62701~
      PER*BL*HELP*TE*2175550100~
      N1*PE*A CLINIC*XX*1234567893~
      SE*9*0001~
      ST*835*0002~
      BPR*I*0*C*NON************20260301~
      TRN*1*T200*1999999999~
      N1*PR*A PAYER~
      N3*1 PLAIN ST~
      N4*SPRINGFIELD*IL*62701~
      PER*BL*HELP*TE*2175550100~
      N1*PE*A CLINIC*XX*1234567893~
      PLB*1234567893*20261231*WO*abc~
      SE*10*0002~
      GE*2*7~
      IEA*1*000000007~
      """;

  @Test
  void oneBadTransactionSetDoesNotRejectTheOthersAndIsPlacedExactly() throws IOException {
    var checked =
        X12Checker.check(
            new ByteArrayInputStream(TWO_REMITTANCES.getBytes(StandardCharsets.US_ASCII)),
            "test.x12",
            CheckOptions.standard(),
            f -> {});

    var said = checked.answers().getFirst().groups().getFirst();

    assertThat(said.code()).isEqualTo("P");
    assertThat(said.accepted()).isEqualTo(1);
    assertThat(said.transactions().get(0).isAccepted()).isTrue();
    assertThat(said.transactions().get(1).isAccepted()).isFalse();
    assertThat(said.transactions().get(1).errors())
        .singleElement()
        .satisfies(e -> {
          assertThat(e.segment()).isEqualTo("PLB");
          assertThat(e.position()).isEqualTo(9); // ST is 1
        });
  }
}
