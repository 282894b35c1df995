package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.storage.ListPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A list of the API that is longer than a page says where it goes on; who follows sees each row
/// once.
class LongAnswersTest {
  private static final BillingPractice PRACTICE = new BillingPractice("lan", "1893288047");
  private static final int CLAIMS = ListPage.ROWS + 3;

  @BeforeAll
  static void manyClaims() {
    var visit = PRACTICE.encounter(PRACTICE.patient(), LocalDate.of(2026, 1, 5));
    String claim = PRACTICE.billed(visit, "kind", "HELD", "100");
    PRACTICE.write(() -> {
      PRACTICE
          .jdbc()
          .sql(
              """
              insert into claim (control_number, encounter_id, patient_id, payer_id, coverage_id, frequency, status,
                snapshot, total_charge, served_from, served_through, file_by, created_at, part)
              select 'LA' || n, encounter_id, patient_id, payer_id, coverage_id, frequency, status, snapshot,
                total_charge, served_from - n / 7, served_through, file_by, created_at, n
              from claim, generate_series(2, :claims) n
              where control_number = :claim
              """)
          .param("claims", CLAIMS)
          .param("claim", claim)
          .update();
      PRACTICE
          .jdbc()
          .sql(
              """
              insert into claim_finding (claim_id, revision, position, rule_id, layer, severity, place, message, remedy,
                source, found_at)
              select claim_id, revision, 1, 'CLM-NPI-02', 'CLAIM', 'ERROR', 'NM1', 'found', 'mend', 'test', now()
              from claim
              """)
          .update();
      PRACTICE
          .jdbc()
          .sql(
              """
              with policy as (
                insert into coverage (patient_id, payer_id, sequence, plan_name, member_id, effective)
                select patient_id, payer_id, 'SECONDARY', 'Plan', 'M' || n,
                  daterange(date '2020-01-01' + n, date '2020-01-01' + n + 1)
                from claim, generate_series(1, :checks) n
                where control_number = :claim
                returning coverage_id, member_id, lower(effective) as day)
              insert into eligibility_check (coverage_id, as_of, trace, status, asked_at, answered_at, why)
              select coverage_id, day, member_id, 'INACTIVE', now(), now(), 'test'
              from policy
              """)
          .param("checks", CLAIMS)
          .param("claim", claim)
          .update();
      PRACTICE
          .jdbc()
          .sql(
              """
              insert into bank_deposit (deposited_on, amount, description, occurrence, imported_at, imported_by)
              select date '2026-01-01' + n / 7, n, 'deposit', 1, now(), 'test' from generate_series(1, :deposits) n
              """)
          .param("deposits", CLAIMS)
          .update();
    });
  }

  @ParameterizedTest
  @CsvSource({
    "bill, /claims, /claimId",
    "bill, /claims?status=HELD&payer=kind, /claimId",
    "bill, /findings, /controlNumber",
    "bill, /findings?rule=CLM-NPI-02&state=OPEN, /controlNumber",
    "fran, /eligibility, /id",
    "bill, /deposits/without-remittance, /id"
  })
  void eachRowComesOnce(String person, String list, String key) {
    var seen = new ArrayList<String>();
    var pages = new ArrayList<Integer>();
    String path = list;
    while (path != null) {
      ApiAnswer page = PRACTICE.get(person, path).is(200);
      var rows = new ArrayList<String>();
      page.json().forEach(row -> rows.add(row.at(key).asString()));
      seen.addAll(rows);
      pages.add(rows.size());
      path = page.next();
    }
    assertThat(pages).containsExactly(ListPage.ROWS, 3);
    assertThat(new HashSet<>(seen)).hasSize(CLAIMS);
  }

  @Test
  void theLinkKeepsTheFilterAndALastPageHasNone() {
    String next = PRACTICE.get("bill", "/findings?severity=ERROR&page=1").is(200).next();
    assertThat(next).isEqualTo("/findings?severity=ERROR&page=2");
    assertThat(PRACTICE.get("bill", next).is(200).next()).isNull();
    assertThat(PRACTICE.get("bill", "/findings?rule=CLM-NONE").is(200).next()).isNull();
    assertThat(PRACTICE.get("bill", "/findings?page=two").is(400).at("/detail"))
        .isEqualTo("\"two\" cannot be taken for the parameter page.");
    assertThat(PRACTICE.get("bill", "/claims?after=first").is(400).at("/detail"))
        .contains("the parameter after");
  }

  @Test
  void theRowAfterAFullPageOfEligibilityStandsOnTheNextOne() {
    String first = PRACTICE.caller("fran").send("GET", "/eligibility", "").body();
    String second = PRACTICE.caller("fran").send("GET", "/eligibility?page=2", "").body();
    assertThat(links(first)).hasSize(ListPage.ROWS);
    assertThat(links(second)).hasSize(3).doesNotContainAnyElementsOf(links(first));
    assertThat(first).contains("/eligibility?page=2\">Next</a>");
    assertThat(second).contains("/eligibility?page=1\">Before</a>").doesNotContain("Next</a>");
  }

  private static List<String> links(String page) {
    return java.util.regex.Pattern.compile("<tr data-href=\"/eligibility/([0-9a-f-]{36})\"")
        .matcher(page)
        .results()
        .map(m -> m.group(1))
        .toList();
  }
}
