package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.cli.ScrubbedFiles.claim;
import static org.cleanclaim.cli.ScrubbedFiles.file;
import static org.cleanclaim.cli.ScrubbedFiles.ruleCounts;
import static org.cleanclaim.cli.ScrubbedFiles.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The claims of files through the checks.
class ScrubCommandTest {
  @TempDir Path folder;

  @Test
  void aCleanFileEndsWithZero() throws IOException {
    var outcome = scrub(file(folder, claim("C1", "99213", "20260201")));

    assertThat(outcome.lines()).contains("Findings                                         0");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void findingsEndWithOneAndNameClaimPlaceAndRemedy() throws IOException {
    var outcome =
        scrub(file(folder, claim("C1", "99213", "20260201"), claim("C2", "99244", "20260202")));

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .contains(
            "C2 WARNING VISIT-CONSULT-ASKED Referring npi: The consultation does not name who asked"
                + " for it. Enter the NPI of the referring clinician.");
    assertThat(outcome.lines()).anyMatch(l -> l.matches("VISIT-CONSULT-ASKED +1"));
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +2"));
  }

  @Test
  void whatIsBeforeTheEndOfADamagedFileIsScrubbed() throws IOException {
    Path file = file(folder, claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("SE*")));

    assertThat(scrub(file).lines()).anyMatch(l -> l.startsWith("C1 WARNING NCCI-PTP"));
  }

  @Test
  void noBadClaimStopsTheOthers() throws IOException {
    var many = new StringBuilder(claim("C1", "99213", "20260201"));
    for (int i = 2; i <= 999; i++) {
      many.append("LX*%d~SV1*HC:99213*0*UN*1***1~DTP*472*D8*20260201~".formatted(i));
    }
    String strange =
        claim("C2", "Q9999", "20260201").replace("UN*1", "UN*-5").replace("ABK:I10", "ABK:Z9Z");
    Path file =
        file(folder, many.toString(), strange, claim("C3", "99244", "20260202"), many.toString());

    var outcome = scrub(file);

    assertThat(outcome.lines())
        .anyMatch(l -> l.matches("Claims +4"))
        .anyMatch(l -> l.startsWith("C2 ERROR STR-UNITS"))
        .anyMatch(l -> l.startsWith("C3 WARNING VISIT-CONSULT-ASKED"))
        .noneMatch(l -> l.contains("SCRUB-UNCHECKED"));
  }

  @Test
  void theWeightOfMedicaresEditsCanBeSet() throws IOException {
    Path file = file(folder, claim("C1", "99213", "20260201"), claim("C2", "20610", "20260201"));

    assertThat(scrub(file, "--ncci", "COMMERCIAL=HOLD").lines())
        .anyMatch(l -> l.startsWith("C1 ERROR NCCI-PTP"));
    assertThat(ruleCounts(scrub(file, "--ncci", "COMMERCIAL=OFF"))).isEmpty();
    assertThat(ruleCounts(scrub(file, "--ncci", "MEDICAID=OFF"))).containsExactly("NCCI-PTP 1");
    assertThat(scrub(file, "--ncci", "COMMERCIAL=LOUD").code()).isEqualTo(2);
    assertThat(scrub(file, "--mce", "MEDICARE=OFF").code()).isEqualTo(1);
  }

  @Test
  void theOrderOfTheFileIsKept() throws IOException {
    var claims = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (int i = 1; i <= 3000; i++) {
      claims.add(claim("N" + i, "99244", "20260202"));
      numbers.add("N" + i);
    }
    var outcome = scrub(file(folder, claims.toArray(String[]::new)));

    assertThat(
            outcome.lines().stream()
                .filter(l -> l.contains(" VISIT-CONSULT-ASKED "))
                .map(l -> l.substring(0, l.indexOf(' ')))
                .toList())
        .isEqualTo(numbers);
  }

  /// A policy of our own in the layout for policies that a practice keeps.
  @Test
  void installedPoliciesAreAskedForMedicareClaims() throws IOException {
    Path policies = folder.resolve("kept.csv");
    Files.writeString(
        policies,
        """
        document,title,contractor,states,codes,covered,not_covered,units,days,from,through,source
        L99999,Sugar,99901,OH,83036,E08-E13,,1,90,2020-01-01,,own reading
        """);
    Path home = folder.resolve("home");
    assertThat(
            Outcome.apart(
                    "codes", "install", "--from", policies.toString(), "--home", home.toString())
                .code())
        .isZero();
    Path claims = file(folder, claim("C1", "83036", "20260201"));
    Files.writeString(claims, Files.readString(claims).replace("*CI~", "*MB~"));

    var inState = scrub(claims);
    var elsewhere = scrub(claims, "--mac", "99902");

    assertThat(inState.lines())
        .filteredOn(l -> l.contains("COV-DIAGNOSIS line 1"))
        .singleElement()
        .asString()
        .contains("L99999 (Sugar)", "GA when the patient signed");
    assertThat(elsewhere.lines()).noneMatch(l -> l.contains("COV-"));
    assertThat(scrub(claims, "--mac", "99901").lines())
        .anyMatch(l -> l.contains("COV-DIAGNOSIS line 1"));
  }

  @Test
  void jsonAndCsvHoldTheSameFindings() throws IOException {
    Path file = file(folder, claim("C2", "99244", "20260202"));

    assertThat(scrub(file, "--json").lines())
        .anyMatch(l -> l.contains("\"rule\":\"VISIT-CONSULT-ASKED\"") && l.contains("\"C2\""))
        .anyMatch(l -> l.contains("\"byRule\":{\"VISIT-CONSULT-ASKED\":1}"));
    assertThat(scrub(file, "--csv").lines())
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("file,claim,severity,rule,place");
    assertThat(Outcome.apart("scrub", file.toString(), "--json", "--csv").code()).isEqualTo(2);
  }

  @Test
  void fhirClaimsAreScrubbed() throws IOException {
    Path file = folder.resolve("claim.json");
    Files.writeString(
        file,
        """
        {"resourceType": "Claim", "identifier": [{"value": "F-1"}],
         "insurer": {"identifier": {"value": "P1"}}, "item": [
          {"productOrService": {"coding": [{"code": "99213"}]}, "servicedDate": "2026-02-02",
           "net": {"value": 10}}], "total": {"value": 11}}
        """);

    var outcome = scrub(file);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).anyMatch(l -> l.startsWith("F-1 ERROR BAL-TOTAL"));
  }

  @Test
  void aMissingFileIsAFailureAndTheOthersAreScrubbed() throws IOException {
    Path good = file(folder, claim("C1", "99213", "20260201"));
    var outcome =
        Outcome.apart(
            "scrub",
            folder.resolve("none.837").toString(),
            good.toString(),
            "--home",
            folder.resolve("home").toString(),
            "--as-of",
            "2026-03-01");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.lines()).anyMatch(l -> l.matches("Claims +1"));
  }
}
