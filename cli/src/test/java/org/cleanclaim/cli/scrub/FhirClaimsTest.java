package org.cleanclaim.cli.scrub;

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
import org.cleanclaim.kernel.party.ProviderRole;
import org.junit.jupiter.api.Test;

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

  private void read(String json) throws Exception {
    var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    FhirClaims.read(in, findings::add, claims::add);
  }
}
