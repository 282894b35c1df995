package org.cleanclaim.app.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.party.ProviderRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Claims that come as FHIR R4 resources.
class FhirClaimsTest {
  static final String BUNDLE =
      """
      {"resourceType": "Bundle", "type": "collection", "entry": [
        {"fullUrl": "urn:uuid:p1", "resource": {"resourceType": "Patient", "id": "p1",
          "name": [{"family": "Test", "given": ["Pat"]}], "gender": "female", "birthDate": "1950-05-05",
          "address": [{"line": ["1 Plain St"], "city": "Marlow", "state": "OH", "postalCode": "43215-0001"}]}},
        {"resource": {"resourceType": "Coverage", "id": "c1", "subscriberId": "1EG4TE5MK73",
          "relationship": {"coding": [{"code": "self"}]}, "type": {"coding": [{"code": "112"}]}}},
        {"resource": {"resourceType": "Organization", "id": "o1", "name": "A clinic",
          "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}]}},
        {"resource": {"resourceType": "Claim", "id": "F1",
          "identifier": [{"value": "F-1"}],
          "type": {"coding": [{"code": "professional"}]},
          "patient": {"reference": "urn:uuid:p1"},
          "provider": {"reference": "Organization/o1"},
          "insurer": {"display": "Medicare", "identifier": {"value": "MCARE"}},
          "insurance": [{"sequence": 1, "focal": true, "coverage": {"reference": "Coverage/c1"}}],
          "careTeam": [{"sequence": 1, "role": {"coding": [{"code": "primary"}]},
            "provider": {"identifier": {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}}}],
          "diagnosis": [
            {"sequence": 2, "diagnosisCodeableConcept": {"coding": [{"code": "I10"}]}},
            {"sequence": 1, "diagnosisCodeableConcept": {"coding": [{"code": "E11.9"}]}}],
          "item": [{"sequence": 1, "productOrService": {"coding": [{"code": "99244"}]},
            "modifier": [{"coding": [{"code": "25"}]}],
            "servicedDate": "2026-03-02", "diagnosisSequence": [1, 2],
            "locationCodeableConcept": {"coding": [{"code": "11"}]},
            "quantity": {"value": 2}, "net": {"value": 240.50}}],
          "total": {"value": 240.5}}}
      ]}
      """;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  @Test
  void aBundleGivesTheClaimWithWhatItNames() throws Exception {
    read(BUNDLE);

    assertThat(findings).isEmpty();
    Claim claim = claims.getFirst();
    assertThat(claim.controlNumber()).hasToString("F-1");
    assertThat(claim.type()).isEqualTo(ClaimType.PROFESSIONAL);
    assertThat(claim.totalCharge()).isEqualTo(Money.of("240.50"));
    assertThat(PayerClass.of(claim)).isEqualTo(PayerClass.MEDICARE);
    assertThat(claim.payer().id()).hasToString("MCARE");
    assertThat(claim.billingProvider().npi()).hasToString("1234567893");
    assertThat(claim.provider(ProviderRole.RENDERING)).isPresent();
    assertThat(claim.patient().bornOn()).hasToString("1950-05-05");
    assertThat(claim.patient().address().postalCode()).isEqualTo("432150001");
    assertThat(claim.diagnoses()).extracting(d -> d.code().value()).containsExactly("E119", "I10");
    var line = claim.lines().getFirst();
    assertThat(line.procedure()).hasToString("99244");
    assertThat(line.modifiers()).hasToString("[25]");
    assertThat(line.unitsBilled()).isEqualByComparingTo("2");
    assertThat(line.charge()).isEqualTo(Money.of("240.50"));
    assertThat(line.placeOfService()).hasToString("11");
    assertThat(line.diagnosisPointers()).containsExactly(1, 2);
  }

  private static String secondary(String response) {
    return BUNDLE
        .replace(
            "\"insurance\": [{\"sequence\": 1, \"focal\": true,",
            """
            "insurance": [{"sequence": 1, "focal": false, "coverage": {"reference": "Coverage/c9"},
              "claimResponse": {"reference": "ClaimResponse/r1"}}, {"sequence": 2, "focal": true,
            """)
        .replace(
            "{\"resource\": {\"resourceType\": \"Organization\"",
            "{\"resource\": {\"resourceType\": \"Coverage\", \"id\": \"c9\", \"subscriberId\":"
                + " \"P77\"}},{\"resource\": {\"resourceType\": \"ClaimResponse\", \"id\": \"r1\","
                + " \"created\": \"2026-03-20\", \"insurer\": {\"identifier\": {\"value\":"
                + " \"FIRST\"}}, "
                + response
                + "}}, {\"resource\": {\"resourceType\": \"Organization\"");
  }

  @Test
  void whatAnEarlierPayerDecidedComesFromItsResponse() throws Exception {
    read(
        secondary(
            """
            "item": [{"itemSequence": 1, "adjudication": [
              {"category": {"coding": [{"code": "eligible"}]}, "amount": {"value": 180.00}},
              {"category": {"coding": [{"code": "benefit"}]}, "amount": {"value": 144.00}}]}]
            """));

    assertThat(findings).isEmpty();
    Claim claim = claims.getFirst();
    assertThat(claim.subscriber().sequence()).isEqualTo(PayerSequence.SECONDARY);
    var decided = claim.lines().getFirst().priorAdjudications().getFirst();
    assertThat(decided.payer()).hasToString("FIRST");
    assertThat(decided.paid()).isEqualTo(Money.of("144.00"));
    assertThat(decided.patientOwes()).isEqualTo(Money.of("36.00"));
    assertThat(decided.adjudicatedOn()).hasToString("2026-03-20");
    assertThat(claim.otherCoverages().getFirst().subscriber().memberId().value()).isEqualTo("P77");
  }

  @Test
  void aResponseToTheWholeClaimCountsAndOneThatIsMissingIsSaid() throws Exception {
    read(
        secondary(
            """
            "total": [{"category": {"coding": [{"code": "deductible"}]}, "amount": {"value": 20.00}},
              {"category": {"coding": [{"code": "coinsurance"}]}, "amount": {"value": 16.00}},
              {"category": {"coding": [{"code": "benefit"}]}, "amount": {"value": 144.00}}]
            """));
    assertThat(findings).isEmpty();
    assertThat(claims.getFirst().otherCoverages().getFirst().paid()).isEqualTo(Money.of("144.00"));
    assertThat(claims.getFirst().otherCoverages().getFirst().patientOwes())
        .isEqualTo(Money.of("36.00"));
    assertThat(claims.getFirst().lines().getFirst().priorAdjudications()).isEmpty();

    read(
        secondary(
            """
            "total": [{"category": {"coding": [{"code": "benefit"}]}, "amount": {"value": 144.00}}]
            """));
    assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("left to the patient"));

    findings.clear();
    read(secondary("\"item\": []").replace("\"ClaimResponse/r1\"", "\"ClaimResponse/r2\""));
    assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("not in the file"));
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    read(
        BUNDLE
            .replace("\"99244\"", "\"nonsense\"")
            .replace("\"servicedDate\": \"2026-03-02\",", ""));
    assertThat(claims.getFirst().lines()).isEmpty();
    assertThat(findings).anySatisfy(f -> assertThat(f.message()).contains("no day of service"));

    findings.clear();
    read("{\"resourceType\": \"Patient\"}");
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("a Patient"));

    findings.clear();
    read("{\"resourceType\": ");
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.rule()).hasToString("FHIR-JSON"));

    findings.clear();
    read("{\"resourceType\": \"Bundle\"}");
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("no claim"));
  }

  @Test
  void whatAClaimNamesMayStandBehindIt() throws Exception {
    int claim = BUNDLE.indexOf("{\"resource\": {\"resourceType\": \"Claim\"");
    int first = BUNDLE.indexOf("{\"fullUrl\"");
    String entry = BUNDLE.substring(claim, BUNDLE.lastIndexOf("]}")).strip();
    String others = BUNDLE.substring(first, claim).strip().replaceFirst(",$", "");
    read(BUNDLE.substring(0, first) + entry + ", " + others + "]}");

    assertThat(findings).isEmpty();
    assertThat(claims.getFirst().patient().bornOn()).hasToString("1950-05-05");
    assertThat(PayerClass.of(claims.getFirst())).isEqualTo(PayerClass.MEDICARE);
  }

  @Test
  void theKindOfAResourceMayBeSaidLast() throws Exception {
    read(
        BUNDLE
            .replace("\"resourceType\": \"Bundle\", ", "")
            .replaceFirst("]}\\s*$", "], \"resourceType\": \"Bundle\"}"));

    assertThat(findings).isEmpty();
    assertThat(claims).hasSize(1);
  }

  @Test
  void resourcesComeALineEach() throws Exception {
    var lines = new StringBuilder();
    var bundle = JsonMapper.builder().build().readTree(BUNDLE);
    for (var entry : bundle.path("entry")) lines.append(entry.path("resource")).append('\n');
    read(lines.toString().replace("urn:uuid:p1", "Patient/p1"));

    assertThat(findings).isEmpty();
    assertThat(claims.getFirst().patient().bornOn()).hasToString("1950-05-05");

    claims.clear();
    read(lines + "{\"resourceType\": \"Claim\",\n");
    assertThat(claims).as("what came before the damage").hasSize(1);
    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("from line 6 on", "not read"));
  }

  @Test
  void claimsGoOnBeforeTheBundleIsRead() throws Exception {
    int claim = BUNDLE.indexOf("{\"resource\": {\"resourceType\": \"Claim\"");
    String entry = BUNDLE.substring(claim, BUNDLE.lastIndexOf("]}")).strip();
    int many = 3_000;
    var text = new StringBuilder(BUNDLE.substring(0, claim)).append(entry);
    for (int i = 1; i < many; i++) text.append(", ").append(entry);
    byte[] bytes = text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(bytes);
    var leftAtFirst = new ArrayList<Integer>();

    FhirClaims.read(in, findings::add, each -> leftAtFirst.add(in.available()));

    assertThat(leftAtFirst).hasSize(many);
    assertThat(leftAtFirst.getFirst()).isGreaterThan(bytes.length * 9 / 10);
  }

  @Test
  void claimsThatWaitInVainGoOnInTheirOrder() throws Exception {
    int claim = BUNDLE.indexOf("{\"resource\": {\"resourceType\": \"Claim\"");
    String entry =
        BUNDLE
            .substring(claim, BUNDLE.lastIndexOf("]}"))
            .strip()
            .replace("urn:uuid:p1", "Patient/elsewhere");
    int many = WaitingClaims.MOST_WAITING + 20;
    var text = new StringBuilder(BUNDLE.substring(0, claim)).append(entry);
    for (int i = 1; i < many; i++) text.append(", ").append(entry.replace("F-1", "F-" + i));
    read(text + "]}");

    assertThat(claims).hasSize(many);
    assertThat(claims.getLast().controlNumber()).hasToString("F-" + (many - 1));
  }

  private void read(String json) throws Exception {
    var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    FhirClaims.read(in, findings::add, claims::add);
  }
}
