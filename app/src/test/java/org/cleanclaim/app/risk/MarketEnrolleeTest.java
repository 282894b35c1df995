package org.cleanclaim.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.Enrollee;
import org.cleanclaim.grouping.hhs.MetalLevel;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class MarketEnrolleeTest {
  private static final String HEADING =
      "member,dob,age,sex,metal,months,last_day,csr,diagnoses,date,ndc,hcpcs\n";

  private static MemberRecord read(String rows) {
    var files = new MemberFiles(2021, null, code -> true);
    try {
      files.read(
          new ByteArrayInputStream((HEADING + rows).getBytes(StandardCharsets.UTF_8)), "members");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return files.members().iterator().next();
  }

  private static String refusal(String row) {
    return MarketEnrollee.of(read(row + "\n"), 2021) instanceof MarketEnrollee.Impossible impossible
        ? impossible.finding().toString()
        : "none";
  }

  @Test
  void anEnrolleeIsAsOldAsOnTheLastDayAndADiagnosisAsOldAsTheService() {
    var record =
        read(
            """
            A,1980-05-01,,F,silver,7,2021-07-31,1,E11.65 I5022,2021-03-04,00002021301,J1745
            A,,,,,,,,J449,2021-06-30,,
            """);

    assertThat(MarketEnrollee.of(record, 2021))
        .isEqualTo(
            new MarketEnrollee.Known(
                new Enrollee(41, Sex.FEMALE, 7, MetalLevel.SILVER, 1),
                List.of(
                    new DatedDiagnosis("E1165", 40),
                    new DatedDiagnosis("I5022", 40),
                    new DatedDiagnosis("J449", 41))));
    assertThat(record.drugs()).containsExactly("00002021301", "J1745");
  }

  @Test
  void withoutMonthsAndLastDayTheWholeYearIsTaken() {
    assertThat(MarketEnrollee.of(read("B,,30,M,G,,,,,,,\n"), 2021))
        .isEqualTo(
            new MarketEnrollee.Known(
                new Enrollee(30, Sex.MALE, 12, MetalLevel.GOLD, 0), List.of()));
  }

  @Test
  void whatCannotBeBelievedIsRefusedWithItsRemedy() {
    assertThat(refusal("A,,30,F,iron,,,,,,,")).contains("\"iron\" is no metal level");
    assertThat(refusal("A,,30,F,gold,13,,,,,,")).contains("no number of months");
    assertThat(refusal("A,,30,F,gold,,2022-01-31,,,,,")).contains("no day of the benefit year");
    assertThat(refusal("A,,30,F,gold,,,x,,,,")).contains("no indicator of cost sharing");
    assertThat(refusal("A,,,F,gold,,,,,,,")).contains("No believable age");
    assertThat(refusal("A,,30,X,gold,,,,,,,")).contains("is no sex");
    assertThat(refusal("A,2021-12-31,,F,gold,,2021-11-30,,,,,")).contains("No believable age");
  }
}
