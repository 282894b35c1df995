package org.cleanclaim.app.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.X12Reader;
import org.junit.jupiter.api.Test;

class FileServicesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  private final FileServices services = new FileServices();

  private static Claim claim(String number, String frequency, String patient, String... lines) {
    var text =
        new StringBuilder(
            """
            ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000008*0*T*:~
            GS*HC*CLINIC*PAYER*20260301*0900*8*X*005010X222A1~
            ST*837*0001*005010X222A1~
            BHT*0019*00*B1*20260301*0900*CH~
            HL*1**20*1~
            NM1*85*2*A CLINIC*****XX*1234567893~
            REF*EI*471852369~
            HL*2*1*22*0~
            SBR*P*18*******CI~
            NM1*IL*1*TEST*%s****MI*M100~
            DMG*D8*19700505*F~
            NM1*PR*2*A PAYER*****PI*PAYER~
            CLM*%s*100***11:B:%s*Y*A*Y*Y~
            HI*ABK:I10~
            """
                .formatted(patient, number, frequency));
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(" ");
      text.append("LX*%d~SV1*HC:%s*100*UN*%s***1~".formatted(i + 1, cells[0], cells[2]));
      text.append("DTP*472*%s*%s~".formatted(cells[1].contains("-") ? "RD8" : "D8", cells[1]));
    }
    text.append("SE*1*0001~GE*1*8~IEA*1*000000008~");
    var claims = new ArrayList<Claim>();
    try {
      X12Reader.claims(
          new ByteArrayInputStream(
              text.toString().replace("\n", "").getBytes(StandardCharsets.US_ASCII)),
          "test",
          _ -> {},
          claims::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return claims.getFirst();
  }

  private List<String> others(Claim claim, int position, LocalDate from, LocalDate through) {
    return services.of(claim, position).between(from, through).stream()
        .map(other -> other.line().code())
        .sorted()
        .toList();
  }

  private List<String> others(Claim claim, int position) {
    return others(claim, position, DAY, DAY);
  }

  @Test
  void aClaimSeesThoseBeforeAndAfterItAndNotItself() {
    var first = claim("C1", "1", "PAT", "99213 20260131 1");
    var second = claim("C2", "1", "PAT", "20610 20260131 1", "87880 20260131 2");
    services.add(first);
    services.add(second);

    assertThat(others(first, 1)).containsExactly("20610", "87880");
    assertThat(others(second, 2)).containsExactly("99213");
    assertThat(others(claim("C9", "1", "PAT", "99213 20260131 1"), 3))
        .as("a claim that was not surveyed")
        .isEmpty();
  }

  @Test
  void aServiceIsGivenAsItWasBilled() {
    var first = claim("C1", "1", "PAT", "99213 20260131 1");
    var second = claim("C2", "1", "PAT", "20610:RT:59 20260131-20260202 2");
    services.add(first);
    services.add(second);

    assertThat(services.of(first, 1).between(DAY, DAY))
        .isEqualTo(org.cleanclaim.edits.OtherServices.of(second));
  }

  @Test
  void patientsAreKeptApart() {
    var first = claim("C1", "1", "PAT", "99213 20260131 1");
    services.add(first);
    services.add(claim("C2", "1", "KIM", "20610 20260131 1"));

    assertThat(others(first, 1)).isEmpty();
  }

  @Test
  void theDaysAskedForMayGoOverMonths() {
    var first = claim("C1", "1", "PAT", "99213 20260131 1");
    services.add(first);
    services.add(claim("C2", "1", "PAT", "27447 20251102 1"));
    services.add(claim("C3", "1", "PAT", "20610 20260201 1"));

    assertThat(others(first, 1)).isEmpty();
    assertThat(others(first, 1, DAY.minusDays(90), DAY.plusDays(1)))
        .containsExactly("20610", "27447");
    assertThat(others(first, 1, DAY.minusDays(89), DAY)).isEmpty();
    assertThat(others(first, 1, DAY.plusDays(1), DAY)).isEmpty();
  }

  @Test
  void aCorrectionStandsForWhatItCorrects() {
    var other = claim("C9", "1", "PAT", "99213 20260131 1");
    var corrected = claim("C1", "7", "PAT", "11042 20260131 1");
    services.add(other);
    services.add(claim("C1", "1", "PAT", "20610 20260131 1"));
    services.add(corrected);

    assertThat(others(other, 1)).containsExactly("11042");
    assertThat(others(corrected, 3)).as("not its own earlier version").containsExactly("99213");
    services.add(claim("C1", "8", "PAT", "11042 20260131 1"));
    assertThat(others(other, 1)).as("voided").isEmpty();
  }

  @Test
  void ofOneDayTheServicesOfSomeClaimsAreGiven() {
    var first = claim("C0", "1", "PAT", "99213 20260131 1");
    services.add(first);
    for (int i = 1; i <= FileServices.MOST_CLAIMS_OF_A_DAY + 1; i++) {
      services.add(claim("C" + i, "1", "PAT", "20610 20260131 1", "87880 20260131 1"));
    }

    assertThat(others(first, 1)).hasSize(2 * FileServices.MOST_CLAIMS_OF_A_DAY);
    assertThat(services.isFull()).isFalse();
  }

  @Test
  void moreThanAMonthHoldsIsLeftOutAndToldSo() {
    var lines = new String[50];
    java.util.Arrays.fill(lines, "99213 20260131 1");
    var claim = claim("C0", "1", "PAT", lines);
    for (int i = 0; i < FileServices.MOST_OF_A_MONTH / 50; i++) services.add(claim);
    assertThat(services.isFull()).isFalse();
    services.add(claim);
    assertThat(services.isFull()).isTrue();
  }
}
