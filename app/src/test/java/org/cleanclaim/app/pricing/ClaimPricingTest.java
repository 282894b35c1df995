package org.cleanclaim.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.Practitioner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Invented rates, hospital and claims.
class ClaimPricingTest {
  private static final LocalDate QUARTER = LocalDate.of(2031, 4, 1);

  @Test
  void tableLinesAreTakenByTheScheduleOfTheirKind() throws IOException {
    var items =
        price(
            """
            claim,kind,code,modifiers,units,pos,dos,charge,zip
            A,outpatient,G0463,,2,22,2031-05-01,500,
            A,outpatient,A4000,,1,22,2031-05-01,10,
            A,professional,99213,,1,11,2031-05-01,100,43215
            B,unknown,99213,,1,11,2031-05-01,100,43215
            """);

    assertThat(items).hasSize(4);
    assertThat(items.getFirst().amount()).isEqualTo(Money.of("260.00"));
    assertThat(items.get(1).isPackaged()).isTrue();
    assertThat(items.get(2).isRefused()).isTrue();
    assertThat(items.get(2).words().getFirst()).contains("not installed");
    assertThat(items.get(3).words().getFirst()).contains("cannot be read");
  }

  @Test
  void inpatientBillIsPricedByItsDrgAndHospital() throws IOException {
    var items =
        price(
            """
            {"resourceType":"Claim","id":"S1",
             "type":{"coding":[{"code":"institutional"}]},
             "subType":{"coding":[{"code":"111"}]},
             "billablePeriod":{"start":"2021-03-01","end":"2021-03-04"},
             "supportingInfo":[
               {"category":{"coding":[{"code":"drg"}]},"code":{"coding":[{"code":"470"}]}},
               {"category":{"coding":[{"code":"discharge-status"}]},"code":{"coding":[{"code":"01"}]}}],
             "diagnosis":[{"sequence":1,"diagnosisCodeableConcept":{"coding":[{"code":"I10"}]}}],
             "total":{"value":1000.00},
             "item":[{"servicedDate":"2021-03-01","revenue":{"coding":[{"code":"0120"}]},"net":{"value":1000.00}}]}
            """);

    var stay = items.stream().filter(item -> item.schedule().equals("inpatient stays")).toList();
    assertThat(stay).hasSize(1);
    // 2.0 x (3,696.01 + 2,265.30) + 2.0 x 466.21
    assertThat(stay.getFirst().amount()).isEqualTo(Money.of("12855.04"));
    assertThat(Money.sum(stay.getFirst().steps().stream().map(step -> step.amount()).toList()))
        .isEqualTo(Money.of("12855.04"));
  }

  @Test
  void staysOfATableArePricedBesideServices() throws IOException {
    var items =
        price(
            """
            claim,kind,npi,dob,sex,status,admitted,discharged,drg,principal,charge,code,dos
            S,inpatient,990001,1950-03-02,F,01,2021-03-01,2021-03-04,470,M17.11,1000.00,,
            T,inpatient,990001,1950-03-02,F,02,2021-03-01,2021-03-02,470,M17.11,1000.00,,
            U,inpatient,990001,1950-03-02,F,01,2021-03-01,2021-03-04,,M17.11,1000.00,,
            V,inpatient,990001,1950-03-02,F,01,2021-03-01,2021-03-04,470,M17.11,1e30,,
            W,inpatient,990001,1950-03-02,F,01,2021-03-05,2021-03-04,470,M17.11,1000.00,,
            X,outpatient,,,,,,,,,500,G0463,2031-05-01
            """);

    assertThat(items.stream().map(PricedItem::claim).toList())
        .containsExactly("S", "T", "U", "in line 5", "W", "X");
    assertThat(items.getFirst().amount()).isEqualTo(Money.of("12855.04"));
    // a transfer after one day of a mean of two: (1 + 1) / 2.0 of the whole
    assertThat(items.get(1).amount()).isEqualTo(Money.of("12855.04"));
    assertThat(items.get(2).words().getFirst()).contains("no DRG").contains("cannot be grouped");
    assertThat(items.get(3).words().getFirst()).contains("charge cannot be read");
    assertThat(items.get(4).words().getFirst()).contains("days of the stay");
    assertThat(items.get(5).amount()).isEqualTo(Money.of("130.00"));
  }

  @Test
  void staysOfATableAreReadOrRefusedWithTheColumns() throws IOException {
    var inputs = new ArrayList<StayFiles.Input>();
    new StayFiles(org.cleanclaim.grouping.msdrg.Stay.PoaReporting.REQUIRED, inputs::add)
        .read(
            bytes(
                """
                id,dob,sex,status,admitted,discharged,principal,secondaries,procedures
                1,1950-03-02,F,01,2026-03-01,2026-03-04,I21.4:Y,N17.9:N E11.9,02703ZZ
                2,1950-03-02,F,01,2026-03-01,,I21.4:Y,,
                """),
            "stays.csv");

    assertThat(inputs.getFirst())
        .isInstanceOfSatisfying(
            StayFiles.Input.Known.class,
            known -> {
              assertThat(known.stay().ageYears()).isEqualTo(75);
              assertThat(known.stay().secondaries()).hasSize(2);
              assertThat(known.stay().procedures()).containsExactly("02703ZZ");
            });
    assertThat(inputs.get(1)).isInstanceOf(StayFiles.Input.Refused.class);
  }

  private static List<PricedItem> price(String text) throws IOException {
    var items = new ArrayList<PricedItem>();
    new ClaimPricing(
            codeSets(),
            Map.of("990001", hospital()),
            null,
            "",
            Map.of(),
            Practitioner.PHYSICIAN,
            Participation.PARTICIPATING,
            items::add)
        .price(bytes(text), "in");
    return items;
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Hospital hospital() {
    return HospitalJson.read(
        JsonMapper.shared()
            .readTree(
                """
                {"provider_no":"990001","eff_date":"20201001","provider_type":"00","state_code":"99",
                 "cbsa_geo":"12345","spec_pay_ind":"N","supp_wi_ind":"1","supp_wi":1.0,"cola":1.0,
                 "bed_size":200,"oper_ccr":0.4,"capi_ccr":0.04,"capi_pay_code":"B","hosp_qual_ind":"1",
                 "vbp_part":"N","hrr_ind":"0"}
                """));
  }

  private static CodeSets codeSets() {
    LocalDate fiscal = LocalDate.of(2020, 10, 1);
    return CodeSets.of(
        List.of(
            table(
                PublicationKind.OPPS_RATES,
                QUARTER,
                "rates",
                "hcpcs,indicator,rate",
                "G0463,V,130.00",
                "A4000,N,"),
            table(
                PublicationKind.IPPS_DRGS,
                fiscal,
                "weights",
                "drg,weight,gmlos,low,amlos,post_acute,special_pay",
                "470,2.0000,2.0,,2.5,,"),
            table(
                PublicationKind.IPPS_WAGES,
                fiscal,
                "areas",
                "cbsa_or_state,size,effective,wage_index_1,wage_index_2,wage_index_3,name",
                "12345,,20201001,1.0000,1.0000,0.0000,Somewhere"),
            table(
                PublicationKind.IPPS_RATES,
                fiscal,
                "rates",
                "table,national_labor,national_nonlabor,when",
                "3,3696.01,2265.30,")));
  }

  private static InstalledPublication table(
      PublicationKind kind, LocalDate from, String name, String heading, String... rows) {
    return InstalledPublication.of(
        new Publication(
            kind,
            "test",
            from,
            "test",
            false,
            RuleTables.of(
                new RuleTables.Table(
                    name,
                    List.of(heading.split(",")),
                    java.util.Arrays.stream(rows)
                        .map(row -> List.of(row.split(",", -1)))
                        .toList()))));
  }
}
