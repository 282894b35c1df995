package org.cleanclaim.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.physician.LinePrice;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Fees of Ohio in October 2025, reckoned with a pencil from CMS's relative value file, with the
/// cost indices 1.000, 0.911 and 1.033 and 32.3465 dollars for a unit.
class HandReckonedFeesTest {
  private static final Locality OHIO = new Locality("15202", "00");
  private static PhysicianPricer pricer;

  @BeforeAll
  static void open() {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: there are no fee files");
    CodeSets sets =
        new VectorTables(CodeSets.starter(), Path.of(data), List.of(Path.of(data, "data", "mpfs")))
            .having(PublicationKind.MPFS_RVU, PublicationKind.MPFS_GPCI);
    pricer = new InstalledFees(sets).on(LocalDate.of(2025, 11, 3)).orElseThrow();
  }

  private static ServiceLine line(String code, String place, int units, String... modifiers) {
    return new ServiceLine(1, code, List.of(modifiers), units, place, null, null);
  }

  private static LinePrice.Priced only(
      ServiceLine line, Practitioner practitioner, Participation participation) {
    return (LinePrice.Priced)
        pricer.price(List.of(line), OHIO, practitioner, participation).getFirst();
  }

  private static List<String> fees(ServiceLine... lines) {
    return pricer
        .price(List.of(lines), OHIO, Practitioner.PHYSICIAN, Participation.PARTICIPATING)
        .stream()
        .map(price -> ((LinePrice.Priced) price).allowed().toString())
        .toList();
  }

  /// (1.30 + 1.35 x 0.911 + 0.10 x 1.033) x 32.3465 = 85.17; at a hospital 0.57 for 1.35.
  @Test
  void aVisitByItsSetting() {
    assertThat(fees(line("99213", "11", 1))).containsExactly("85.17");
    assertThat(fees(line("99213", "22", 1))).containsExactly("62.19");
  }

  /// Family 2: 1,217.83 in full, 42.54 by half.
  @Test
  void operationsOfADay() {
    assertThat(fees(line("12001", "22", 1), line("27447", "22", 1)))
        .containsExactly("21.27", "1217.83");
  }

  /// Family 3: 143.11 in full, 128.84 less the base 114.64; the base itself is held by them. The
  /// two together are dearer than 42.54, which is the second operation.
  @Test
  void endoscopiesOfAFamilyAndTheirBase() {
    assertThat(
            fees(
                line("43235", "22", 1),
                line("43239", "22", 1),
                line("43249", "22", 1),
                line("12001", "22", 1)))
        .containsExactly("0.00", "14.20", "143.11", "21.27");
  }

  /// Family 4: technical parts 86.42 in full and 60.45 by half; interpretations 50.30 in full and
  /// 95 percent of 37.97.
  @Test
  void imaging() {
    assertThat(fees(line("70450", "11", 1), line("70460", "11", 1)))
        .containsExactly("66.29", "136.72");
  }

  /// The first is cut from 253.59 to the outpatient cap 240.33. Of the second the technical part
  /// 175.45 is halved to 87.73, which is below the cap 162.49; 77.84 x 0.95 = 73.95.
  @Test
  void theOutpatientCapComesAfterTheReduction() {
    assertThat(fees(line("70496", "11", 1), line("70498", "11", 1)))
        .containsExactly("240.33", "161.69");
  }

  /// Family 5: 27.56 once, then (0.45 + 0.43 / 2 x 0.911 + 0.01 x 1.033) x 32.3465 = 21.23 twice.
  @Test
  void therapy() {
    assertThat(fees(line("97110", "11", 3, "GP"))).containsExactly("70.02");
  }

  /// Family 6: of 111.80 in 175.69 three quarters; the dearer technical part is 132.72 in 168.27.
  @Test
  void cardiovascularTests() {
    assertThat(fees(line("93306", "11", 1), line("93880", "11", 1)))
        .containsExactly("147.74", "168.27");
  }

  /// Family 7: of 13.01 in 29.58 four fifths.
  @Test
  void testsOfTheEyes() {
    assertThat(fees(line("92083", "11", 1), line("92134", "11", 1)))
        .containsExactly("57.21", "26.98");
  }

  /// Of 1,217.83: 16 percent, 13.6 percent (85 percent of 16, not once more), 62.5 percent.
  @Test
  void assistantsAndCoSurgeons() {
    assertThat(fees(line("27447", "22", 1, "80"))).containsExactly("194.85");
    assertThat(
            only(
                    line("27447", "22", 1, "AS"),
                    Practitioner.PHYSICIAN_ASSISTANT,
                    Participation.PARTICIPATING)
                .allowed())
        .hasToString("165.62");
    assertThat(fees(line("27447", "22", 1, "62"))).containsExactly("761.14");
  }

  /// 516.07 x 1.5.
  @Test
  void bothSides() {
    assertThat(fees(line("29881", "22", 1, "50"))).containsExactly("774.11");
  }

  /// 85.17 x 0.85 = 72.39, x 0.95 = 68.77; of that 80 percent are 55.02, 2 percent of which are
  /// 1.10; 115 percent are 79.09.
  @Test
  void whoIsNoPhysicianAndDoesNotParticipate() {
    var price =
        only(
            line("99213", "11", 1),
            Practitioner.NURSE_PRACTITIONER,
            Participation.NOT_PARTICIPATING);

    assertThat(price.allowed()).hasToString("68.77");
    assertThat(price.medicareShare()).hasToString("55.02");
    assertThat(price.sequestration()).hasToString("1.10");
    assertThat(price.limitingCharge()).hasToString("79.09");
  }
}
