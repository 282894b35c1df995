package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Risk scores of members from every form of input, with a few rows of each table installed.
@NullUnmarked
class RiskCommandTest {
  @TempDir Path folder;
  private String home;

  private static final String PROFESSIONAL =
      """
      ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250302*1200*^*00501*000000001*0*P*:~
      GS*HC*SENDER*RECEIVER*20250302*1200*1*X*005010X222A1~
      ST*837*0001*005010X222A1~
      BHT*0019*00*1*20250302*1200*CH~
      NM1*41*2*CLINIC*****46*SENDER~
      PER*IC*DESK*TE*5555550100~
      NM1*40*2*PAYER*****46*RECEIVER~
      HL*1**20*1~
      NM1*85*2*CLINIC*****XX*1234567893~
      N3*1 PLAIN ST~
      N4*MARLOW*OH*432150001~
      REF*EI*123456789~
      HL*2*1*22*0~
      SBR*P*18*******MB~
      NM1*IL*1*TEST*PAT****MI*M1~
      N3*1 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19500505*F~
      NM1*PR*2*PAYER*****PI*MCARE~
      CLM*C1*100***11:B:1*Y*A*Y*Y~
      HI*ABK:E1122*ABF:I5022~
      LX*1~
      SV1*HC:99214*100*UN*1***1:2~
      DTP*472*D8*20250302~
      SE*23*0001~
      GE*1*1~
      IEA*1*000000001~
      """;
  private static final String BUNDLE =
      """
      {"resourceType": "Bundle", "type": "collection", "entry": [
        {"fullUrl": "urn:uuid:p1", "resource": {"resourceType": "Patient", "id": "p1",
          "name": [{"family": "Test", "given": ["Pat"]}], "gender": "female", "birthDate": "1950-05-05",
          "address": [{"line": ["1 Plain St"], "city": "Marlow", "state": "OH", "postalCode": "43215-0001"}]}},
        {"resource": {"resourceType": "Coverage", "id": "c1", "subscriberId": "M1",
          "relationship": {"coding": [{"code": "self"}]}, "type": {"coding": [{"code": "112"}]}}},
        {"resource": {"resourceType": "Organization", "id": "o1", "name": "A clinic",
          "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}]}},
        {"resource": {"resourceType": "Claim", "id": "F1", "identifier": [{"value": "F-1"}],
          "type": {"coding": [{"code": "professional"}]}, "patient": {"reference": "urn:uuid:p1"},
          "provider": {"reference": "Organization/o1"},
          "insurer": {"display": "Medicare", "identifier": {"value": "MCARE"}},
          "insurance": [{"sequence": 1, "focal": true, "coverage": {"reference": "Coverage/c1"}}],
          "diagnosis": [
            {"sequence": 1, "diagnosisCodeableConcept": {"coding": [{"code": "E11.22"}]}},
            {"sequence": 2, "diagnosisCodeableConcept": {"coding": [{"code": "I50.22"}]}}],
          "item": [{"sequence": 1, "productOrService": {"coding": [{"code": "99214"}]},
            "servicedDate": "2025-03-02", "diagnosisSequence": [1, 2],
            "locationCodeableConcept": {"coding": [{"code": "11"}]},
            "quantity": {"value": 1}, "net": {"value": 100}}],
          "total": {"value": 100}}}]}
      """;

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("home").toString();
    Path files = Files.createDirectory(folder.resolve("files"));
    write(
        files,
        "ra_dx_to_cc_2026.csv",
        """
        diagnosis_code,cc,model_name
        E1122,37,CMS-HCC Model V28
        I5022,226,CMS-HCC Model V28
        J449,280,CMS-HCC Model V28
        E1122,18,CMS-HCC ESRD Model V24
        """);
    write(
        files,
        "ra_coefficients_2026.csv",
        """
        coefficient,value,model_domain,model_version
        CNA_F65_69,0.330,CMS-HCC,C28
        CNA_F75_79,0.465,CMS-HCC,C28
        CNA_HCC37,0.166,CMS-HCC,C28
        CNA_HCC226,0.360,CMS-HCC,C28
        CNA_HCC280,0.319,CMS-HCC,C28
        CNA_DIABETES_HF_V28,0.112,CMS-HCC,C28
        DI_F65_69,0.630,ESRD,D24
        DI_F75_79,0.617,ESRD,D24
        DI_HCC18,0.084,ESRD,D24
        """);
    write(
        files,
        "ra_hierarchies_2026.csv",
        """
        cc_parent,cc_child,model_domain,model_version,model_fullname
        37,38,CMS-HCC,V28,CMS-HCC Model V28
        17,18,ESRD,V24,CMS-HCC ESRD Model V24
        """);
    write(files, "ra_eligible_cpt_hcpcs_2026.csv", "cpt_hcpcs_code\n99214\n");
    assertThat(Outcome.of("codes", "install", "--home", home, "--from", files.toString()).code())
        .isZero();
  }

  private static String write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode score(String name, String text) throws IOException {
    String file = write(folder, name, text);
    var outcome = Outcome.of("risk", file, "--home", home, "--payment-year", "2026", "--json");
    return JsonMapper.shared().readTree(outcome.said());
  }

  @Test
  void everyFormOfInputGivesTheSameScore() throws IOException {
    for (JsonNode answer :
        new JsonNode[] {
          score(
              "m.csv",
              "member,dob,sex,orec,diagnoses,date\nM1,1950-05-05,F,0,E11.22 I50.22,2025-03-02\n"),
          score(
              "m.json",
              "{\"member\":\"M1\",\"dob\":\"1950-05-05\",\"sex\":\"F\",\"diagnoses\":[\"E1122\",\"I5022\"]}"),
          score("c.837", PROFESSIONAL),
          score("f.json", BUNDLE)
        }) {
      assertThat(answer.path("findings")).isEmpty();
      assertThat(answer.path("members").path(0).path("member").asString()).isEqualTo("M1");
      assertThat(answer.path("members").path(0).path("paymentScore").decimalValue())
          .isEqualByComparingTo("0.973");
    }
  }

  @Test
  void claimsWithoutAListedServiceOrOfAnotherYearDoNotCount() throws IOException {
    for (JsonNode answer :
        new JsonNode[] {
          score("c1.837", PROFESSIONAL.replace("HC:99214", "HC:99999")),
          score("c2.837", PROFESSIONAL.replace("20250302~\nSE", "20240302~\nSE")),
          score("c3.837", PROFESSIONAL.replace("11:B:1", "11:B:8")),
          score("f1.json", BUNDLE.replace("99214", "99999")),
          score("f2.json", BUNDLE.replace("2025-03-02", "2024-03-02"))
        }) {
      assertThat(answer.path("findings")).hasSize(1);
      assertThat(answer.path("members").path(0).path("models").path(0).path("categories"))
          .isEmpty();
    }
  }

  @Test
  void conditionsOfLastYearAreAskedForFromEveryFormOfInput() throws IOException {
    String now =
        write(folder, "now.csv", "member,dob,sex,orec,diagnoses\nM1,1950-05-05,F,0,J44.9\n");
    for (String before :
        new String[] {
          write(folder, "b.csv", "member,diagnoses,date\nM1,E11.22 I50.22,2024-03-02\n"),
          write(folder, "b.837", PROFESSIONAL.replace("20250302~\nSE", "20240302~\nSE")),
          write(folder, "b.json", BUNDLE.replace("2025-03-02", "2024-03-02"))
        }) {
      assertThat(
              Outcome.of(
                      "risk", now, "--home", home, "--payment-year", "2026", "--last-year", before)
                  .said())
          .contains("not seen again (V28): HCC 37", "not seen again (V28): HCC 226");
    }
  }

  @Test
  void dialysisIsScoredByItsModelAndNormalized() throws IOException {
    String members =
        write(
            folder,
            "d.csv",
            """
            member,dob,sex,orec,kidney,diagnoses
            M1,1950-05-05,F,2,dialysis,E11.22
            M2,1950-05-05,F,0,,E11.22
            """);
    var known =
        Outcome.of(
            "risk",
            members,
            "--home",
            home,
            "--payment-year",
            "2026",
            "--model",
            "ESRD_V24",
            "--explain");

    assertThat(known.code()).isEqualTo(1);
    assertThat(known.said())
        .contains("raw score 0.701, payment score 0.660", "divided by 1.062")
        .contains("member M2", "State kidney");
    assertThat(
            Outcome.of(
                    "risk",
                    members,
                    "--home",
                    home,
                    "--payment-year",
                    "2026",
                    "--model",
                    "ESRD_V24",
                    "--normalization",
                    "1.100")
                .said())
        .contains("payment score 0.637");
    assertThat(
            Outcome.of("risk", members, "--home", home, "--payment-year", "2026", "--plan", "PDP")
                .code())
        .isEqualTo(Main.FAILURE);
  }

  @Test
  void whatIsMissingStopsTheCommandAndIsNamed() throws IOException {
    String members = write(folder, "m.csv", "member,age,sex,orec,diagnoses\nM1,75,F,0,E1122\n");
    for (String[] missing :
        new String[][] {
          {"--payment-year", "2025"},
          {"--payment-year", "2031"},
          {"--benefit-year", "2022"},
          {"--payment-year", "2026", "--model", "RX_V08_X"}
        }) {
      var arguments = new String[missing.length + 4];
      System.arraycopy(new String[] {"risk", members, "--home", home}, 0, arguments, 0, 4);
      System.arraycopy(missing, 0, arguments, 4, missing.length);
      assertThat(Outcome.of(arguments).code())
          .as(String.join(" ", missing))
          .isEqualTo(Main.FAILURE);
    }
  }
}
