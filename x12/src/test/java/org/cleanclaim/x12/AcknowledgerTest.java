package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AcknowledgerTest {
  private static final String TWO_REMITTANCES =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*0*C*NON************20260301~
      TRN*1*T100*1999~
      SE*4*0001~
      ST*835*0002~
      BPR*I*0*C*NON************20260301~
      TRN*1*T200*1999~
      PLB*1234567893*20261231*WO*abc~
      SE*5*0002~
      GE*2*7~
      IEA*1*000000007~
      """;

  @Test
  void oneBadTransactionSetDoesNotRejectTheOthersAndIsPlacedExactly() throws IOException {
    var file =
        X12Reader.read(
            new ByteArrayInputStream(TWO_REMITTANCES.getBytes(StandardCharsets.US_ASCII)),
            "test.x12");

    var said = Acknowledger.groups(file.interchanges().getFirst(), file.findings()).getFirst();

    assertThat(said.code()).isEqualTo("P");
    assertThat(said.accepted()).isEqualTo(1);
    assertThat(said.transactions().get(0).isAccepted()).isTrue();
    assertThat(said.transactions().get(1).isAccepted()).isFalse();
    assertThat(said.transactions().get(1).errors())
        .singleElement()
        .satisfies(e -> {
          assertThat(e.segment()).isEqualTo("PLB");
          assertThat(e.position()).isEqualTo(4); // ST is 1
        });
  }
}
