package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.charge.TypedFacilityCharges;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedBillCodes;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A stay from its entry to the 837I.
class HospitalBillsTest {
  private static final LocalDate IN = LocalDate.of(2026, 3, 2);
  private static final LocalDate OUT = LocalDate.of(2026, 3, 5);
  private static final String CHARGES =
      """
      0120 - 3 3600.00 2026-03-02 2026-03-04
      0250 - 12 410.55 2026-03-02 2026-03-05
      0450 99284-25 1 850.00 2026-03-02
      """;

  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);
  private final HospitalStays stays = Undone.SERVER.bean(HospitalStays.class);
  private final FacilityCharges charges = Undone.SERVER.bean(FacilityCharges.class);
  private final Claims claims = Undone.SERVER.bean(Claims.class);
  private final Ledger ledger = Undone.SERVER.bean(Ledger.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  private Encounter coded(String visit, String setting) {
    long chart = Undone.chart(setting, visit, IN);
    int position = 0;
    for (String code : List.of("I214", "I5021")) {
      jdbc.sql(
              """
              insert into chart_code (chart_id, position, code_system, code, title, reason, added_by, present_on_admission)
              values (:chart, :position, 'ICD10CM', :code, :code, 'seen', 'carla', 'Y')
              """)
          .param("chart", chart)
          .param("position", ++position)
          .param("code", code)
          .update();
    }
    jdbc.sql("update chart set status = 'FINAL_CODED' where chart_id = :chart")
        .param("chart", chart)
        .update();
    return encounters.numbered(visit).orElseThrow();
  }

  private static HospitalStay stay(Encounter visit) {
    return new HospitalStay(
        visit.id(),
        "11",
        IN,
        OUT,
        IN,
        "0830",
        OUT,
        "1400",
        "1",
        "1",
        "01",
        TypedBillCodes.read(
            """
            admitting R079
            condition 02
            occurrence 11 2026-03-01
            value 80 3.00
            """));
  }

  private BilledClaim billed(Encounter visit) {
    return Undone.on(
        LocalDate.of(2026, 3, 9), () -> ((CreateResult.Created) claims.bill(visit.id())).claim());
  }

  @Test
  void aStayBecomesAnInstitutionalClaimWithItsDrgAndGoesOutAsItsOwnFile() {
    Undone.as(
        "bill",
        Role.BILLER,
        () -> {
          var visit = coded("HB-1", "INPATIENT");
          stays.enter(stay(visit));
          charges.capture(visit.id(), TypedFacilityCharges.read(CHARGES));
          Money unbilled = ledger.unbilledBalance(visit.id().value());

          var claim = billed(visit);

          var snapshot = claim.snapshot();
          assertThat(unbilled).isEqualTo(Money.of("4860.55"));
          assertThat(snapshot.type()).isEqualTo(ClaimType.INSTITUTIONAL);
          assertThat(snapshot.totalCharge()).isEqualTo(Money.of("4860.55"));
          assertThat(snapshot.informationCodes(Kind.DRG))
              .extracting(InformationCode::code)
              .containsExactly("280");
          assertThat(claim.status())
              .as("%s", claims.findings(claim.id()))
              .isEqualTo(ClaimStatus.READY);

          var sent =
              (Submissions.SubmitResult.Submitted)
                  Undone.SERVER
                      .bean(Submissions.class)
                      .submit(Undone.SERVER.bean(Payers.class).get(claim.payerId()));
          var file =
              sent.files().stream().filter(f -> f.kind().equals("837I")).findFirst().orElseThrow();
          String text =
              new String(
                  Undone.SERVER.bean(FileExchange.class).content(file), StandardCharsets.UTF_8);
          assertThat(text)
              .contains("*11:A:1*", "DTP*434*RD8*20260302-20260305", "DTP*435*DT*202603020830")
              .contains("DTP*096*TM*1400", "CL1*1*1*01", "HI*DR:280", "HI*ABJ:R079", "HI*BG:02")
              .contains("HI*BH:11:D8:20260301", "HI*BE:80:::3", "NM1*71*1*")
              .contains("SV2*0120**3600*DA*3", "SV2*0450*HC:99284:25*850*UN*1");
          assertThat(ledger.unbilledBalance(visit.id().value())).isEqualTo(Money.ZERO);
          assertThat(ledger.claimBalance(claim.id().value())).isEqualTo(Money.of("4860.55"));
        });
  }

  @Test
  void theEditorHoldsAStayThatLacksWhatABillNeeds() {
    Undone.as(
        "bill",
        Role.BILLER,
        () -> {
          var visit = coded("HB-2", "INPATIENT");
          stays.enter(
              new HospitalStay(
                  visit.id(), "11", IN, OUT, IN, null, OUT, null, null, null, null, List.of()));
          charges.capture(visit.id(), TypedFacilityCharges.read(CHARGES));

          var claim = billed(visit);
          assertThat(claim.status()).isEqualTo(ClaimStatus.HELD);

          stays.enter(stay(visit));
          var mended =
              Undone.on(
                  LocalDate.of(2026, 3, 9),
                  () -> claims.rebuild(claim.id(), "The stay was completed"));
          assertThat(mended.status())
              .as("%s", claims.findings(claim.id()))
              .isEqualTo(ClaimStatus.READY);
        });
  }

  @Test
  void aCorrectedLineReplacesTheMoneyOfTheFirst() {
    Undone.as(
        "bill",
        Role.BILLER,
        () -> {
          var visit = coded("HB-3", "INPATIENT");
          charges.capture(visit.id(), TypedFacilityCharges.read(CHARGES));
          charges.correct(
              visit.id(),
              2,
              TypedFacilityCharges.read("0250 - 10 400.00 2026-03-02 2026-03-05").getFirst(),
              "Two doses were given back");

          assertThat(ledger.unbilledBalance(visit.id().value())).isEqualTo(Money.of("4850.00"));
          assertThat(charges.ofEncounter(visit.id())).hasSize(3);
        });
  }

  @Test
  void whatIsTypedWrongIsNamedByItsLine() {
    assertThatThrownBy(() -> TypedFacilityCharges.read(CHARGES + "450 99284 1 8 2026-03-02"))
        .hasMessageContaining("Line 4");
    assertThatThrownBy(() -> TypedBillCodes.read("value 80"))
        .hasMessageContaining("its day or amount is missing");
    assertThatThrownBy(() -> TypedBillCodes.read("condition 02\nnothing"))
        .hasMessageContaining("Line 2");
  }
}
