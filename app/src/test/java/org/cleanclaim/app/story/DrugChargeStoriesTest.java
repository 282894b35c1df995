package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.Visits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A drug that was given: its package's number, how much of it and in which unit stand with the
/// charge, and go out with its line.
class DrugChargeStoriesTest {
  private static final Office OFFICE = new Office("ndc", "1003008012");

  @BeforeAll
  static void prices() {
    OFFICE.inside(() -> {
      OFFICE
          .server
          .bean(FeeSchedules.class)
          .replaceCharges(Visits.fees(Map.of("99213", "150.00", "J1885", "25.00")));
      return true;
    });
  }

  private static Encounter visit() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    return OFFICE.inside(() -> OFFICE.charge(patient, "V" + member, Office.SERVED, "11", "99213"));
  }

  private static String drug(String ndc, String quantity, String unit) {
    return "{\"ndc\": \"%s\", \"quantity\": \"%s\", \"unit\": \"%s\"}"
        .formatted(ndc, quantity, unit);
  }

  private static String charge(String drug) {
    return "{\"procedure\": \"J1885\", \"units\": \"2\", \"diagnoses\": [\"I10\"], \"drug\": %s, \"reason\": \"from the sheet\"}"
        .formatted(drug);
  }

  private static ApiAnswer add(Encounter visit, String drug) {
    return OFFICE.post(
        Role.BILLER, "/encounters/" + visit.publicId() + "/late-charges", charge(drug));
  }

  @Test
  void theDrugOfAChargeGoesOutWithItsLine() {
    var visit = visit();
    var charged = add(visit, drug("0409-3795-01", "1.50", "ml")).is(200).json().get(1);
    assertThat(charged.at("/drug/ndc").asString()).isEqualTo("00409379501");
    assertThat(charged.at("/drug/quantity").asString()).isEqualTo("1.5");
    assertThat(OFFICE.page("/encounters/" + visit.publicId() + "/charges"))
        .contains("NDC 00409-3795-01, 1.5 ML");

    String claim =
        OFFICE
            .post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "{}")
            .is(200)
            .at("/claim");

    assertThat(OFFICE.page("/claims/" + claim)).contains("NDC 00409379501, 1.5 ML");
    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim + "/form").is(200).text())
        .contains("N400409379501   ML1.5");
    assertThat(new String(OFFICE.submitted(), StandardCharsets.US_ASCII).replace("~\n", "~"))
        .contains("LIN**N4*00409379501~CTP****1.5*ML~");
  }

  @Test
  void theDrugIsCorrectedWithItsCharge() {
    var visit = visit();
    add(visit, drug("00409379501", "1", "UN")).is(200);
    String line = "/encounters/" + visit.publicId() + "/charges/2";

    var other =
        OFFICE.put(Role.BILLER, line, charge(drug("50242-040-62", "10", "ME"))).is(200).json();
    assertThat(other.at("/1/drug/ndc").asString()).isEqualTo("50242004062");
    assertThat(other.at("/1/revision").asInt()).isEqualTo(2);

    var none = OFFICE.put(Role.BILLER, line, charge("null")).is(200).json();
    assertThat(none.at("/1/drug").isNull()).isTrue();
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() {
    var visit = visit();

    assertThat(add(visit, drug("0409379501", "1", "ML")).is(400).text())
        .contains("Ten digits do not say where the zero of the eleventh goes.");
    assertThat(add(visit, drug("409-3795-01", "1", "ML")).is(400).text())
        .contains("An NDC has eleven digits, or ten with the hyphens of its package");
    assertThat(add(visit, drug("00409379501", "0", "ML")).is(400).text())
        .contains("Say how much of the drug was given");
    assertThat(add(visit, drug("00409379501", "1.2345", "ML")).is(400).text())
        .contains("three behind the point");
    assertThat(add(visit, drug("00409379501", "1", "MG")).is(400).text())
        .contains("Say what the drug's quantity counts");
    assertThat(add(visit, drug("", "1", "ML")).is(400).text())
        .contains("Enter the NDC of the package, or leave both out.");
  }

  @Test
  void aHospitalsLineTakesADrug() {
    var claim = OFFICE.stayBilled(OFFICE.member());
    var visit = OFFICE.inside(() -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()));
    String path = "/encounters/" + visit.publicId();
    String line = "0636 J1885 1 25.00 %s NDC %s".formatted(Office.SERVED, "%s");

    assertThat(late(path, line.formatted("0409379501 1 ML")).is(409).text())
        .contains("Line 1 of the charges cannot be read: Ten digits do not say");
    assertThat(late(path, line.formatted("0409-3795-01 1")).is(409).text())
        .contains("after NDC stand the number, the quantity and its unit");
    late(path, line.formatted("0409-3795-01 1 ML")).is(200);
    OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "{}").is(200);

    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim.publicId() + "/form").is(200).text())
        .contains("N400409379501ML1");
    assertThat(OFFICE.page(path + "/hospital-bill")).contains("NDC 00409-3795-01, 1 ML");
  }

  private static ApiAnswer late(String path, String line) {
    return OFFICE.post(
        Role.BILLER,
        path + "/late-facility-charges",
        "{\"line\": \"%s\", \"reason\": \"from the pharmacy\"}".formatted(line));
  }
}
